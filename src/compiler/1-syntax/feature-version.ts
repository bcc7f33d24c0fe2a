// `ast.parse(source, feature_version=...)`: syntax newer than the version asked for is an error at its node. CPython finds it while parsing (CHECK_VERSION),
// so that its columns are where the parser had got to. CPython: Grammar/python.gram, Parser/action_helpers.c
import { CompileError } from '../diagnostics/syntax-error.ts';
import type { AST, mod, Position } from './ast/nodes.ts';
import { walk } from './ast/walk.ts';

type Feature = readonly [minor: number, words: string];

const SIMPLE: Readonly<Record<string, Feature>> = {
  NamedExpr: [8, 'Assignment expressions are'],
  Match: [10, 'Pattern matching is'],
  TryStar: [11, 'Exception groups are'],
  TypeAlias: [12, 'Type statement is'],
  TemplateStr: [14, 't-strings are'],
  AnnAssign: [6, 'Variable annotation syntax is'],
  AsyncFunctionDef: [5, 'Async functions are'],
  AsyncWith: [5, 'Async with statements are'],
  AsyncFor: [5, 'Async for loops are'],
  Await: [5, 'Await expressions are'],
};

function featuresOf(node: AST): Feature[] {
  const simple = Object.hasOwn(SIMPLE, node.nodeType) ? SIMPLE[node.nodeType] : undefined;
  const found: Feature[] = simple === undefined ? [] : [simple];
  if ('type_params' in node && node.type_params.length > 0 && node.nodeType !== 'TypeAlias')
    found.push([12, 'Type parameter lists are']);
  if ('default_value' in node && node.default_value !== undefined) found.push([13, 'Type parameter defaults are']);
  if ('op' in node && node.op === 'MatMult') found.push([5, "The '@' operator is"]);
  if (node.nodeType === 'arguments' && node.posonlyargs.length > 0) found.push([8, 'Positional-only parameters are']);
  if (node.nodeType === 'comprehension' && node.is_async) found.push([6, 'Async comprehensions are']);
  if (node.nodeType === 'ExceptHandler' && node.type?.nodeType === 'Tuple' && isBare(node.type))
    found.push([14, 'except expressions without parentheses are']);
  return found;
}

/** A tuple in parentheses starts before its first element. */
function isBare(node: AST & Position & { elts: readonly Position[] }): boolean {
  const [first] = node.elts;
  return first !== undefined && first.lineno === node.lineno && first.col_offset === node.col_offset;
}

/** Throws CompileError for the first node that Python 3.`minor` does not know. */
export function checkFeatureVersion(tree: mod, minor: number, filename: string, source: string): void {
  let at: Position = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 };
  for (const node of walk(tree)) {
    if ('col_offset' in node) at = node;
    for (const [since, words] of featuresOf(node)) {
      if (minor >= since) continue;
      const message = `${words} only supported in Python 3.${since} and greater`;
      const text = source.split('\n')[at.lineno - 1] ?? '';
      const [offset, endOffset] = [at.col_offset + 1, (at.end_col_offset ?? at.col_offset) + 1];
      const where = { lineno: at.lineno, offset, text: `${text}\n`, endLineno: at.end_lineno ?? at.lineno, endOffset };
      throw new CompileError('SyntaxError', message, filename, where);
    }
  }
}
