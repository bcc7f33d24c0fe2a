// Dict displays. One whose keys are different strings, as most are, is an array of entries that needs no hashing: where there are many keys, all
// dicts made there share the table of their places until one of them changes. CPython: Python/codegen.c (codegen_dict)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { isAtom, stringLiteral } from '../javascript.ts';
import { expression } from './expressions.ts';
import { withPosition } from './operators.ts';

export function lowerDict(b: Body, node: ast.Dict): string {
  if (node.keys.length === 0) return `${b.rt('dict')}([])`;
  if (node.keys.every((key) => key !== undefined)) {
    const keys = plainNames(node.keys);
    if (keys !== undefined) return namedDict(b, keys, node);
    const flat = node.keys.flatMap((key, i) => [key!, node.values[i]!]);
    const texts = b.inOrder(flat, (n) => expression(b, n));
    return `(${texts.every(isAtom) ? `${b.at(node)},` : ''}${b.rt('dict')}([${texts.join(',')}]))`;
  }
  const dict = b.temp();
  b.emit(`${dict}=${b.rt('dict')}([]);`);
  node.keys.forEach((key, i) => {
    if (key === undefined) {
      b.emit(`${b.rt('dictUpdate')}(${dict},${withPosition(b, expression(b, node.values[i]!), node.values[i]!)});`);
      return;
    }
    const [k, v] = b.inOrder([key, node.values[i]!], (n) => expression(b, n)) as [string, string];
    b.emit(`${b.rt('dictStore')}(${dict},${k},${v});`);
  });
  return dict;
}

/** The keys, when they are string constants that JavaScript has and no two are the same. */
function plainNames(keys: readonly (ast.expr | undefined)[]): string[] | undefined {
  const names: string[] = [];
  for (const key of keys) {
    if (key?.nodeType !== 'Constant' || key.value.type !== 'str' || key.value.codePoints !== undefined)
      return undefined;
    names.push(key.value.value);
  }
  return new Set(names).size === names.length ? names : undefined;
}

function namedDict(b: Body, names: readonly string[], node: ast.Dict): string {
  const values = b.inOrder(node.values, (n) => expression(b, n));
  const entries = names.map((name, i) => `${stringLiteral(name)},${values[i]!}`);
  const model = b.unit.dictModel(names.map(stringLiteral).join(','));
  return `${b.rt('namedDict')}(${model},[undefined,${entries.join(',')}])`;
}
