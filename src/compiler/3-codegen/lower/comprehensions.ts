// Comprehensions. List, set and dict ones run in place as loops over variables of their own (PEP 709); a generator expression is a
// generator function called at once with its first iterable. CPython: Python/codegen.c (codegen_comprehension)

import { CodeFlags } from '../../../contract/unit.ts';
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body } from '../body.ts';
import { variableName } from '../javascript.ts';
import { assign } from './assignment.ts';
import { condition, expression } from './expressions.ts';
import { returnText } from './frames.ts';
import { writeFunction } from './functions.ts';
import { withPosition } from './operators.ts';
import { awaitText } from './suspension.ts';

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

export function lowerComprehension(b: Body, node: Comprehension): string {
  const scope = b.unit.analysis.scopeOf(node);
  if (node.nodeType === 'GeneratorExp' || !scope.inlined) return outOfLine(b, node, scope);
  const result = b.temp();
  b.emit(`${result}=${emptyResult(b, node)};`);
  const first = b.temp();
  const iterable = withPosition(b, expression(b, node.generators[0]!.iter), node.generators[0]!.iter);
  b.emit(`${first}=${node.generators[0]!.is_async ? b.rt('asyncIter') : b.rt('iter')}(${iterable});`);
  const names = new Map<string, string>();
  for (const [name, symbol] of scope.symbols) {
    if (symbol.scope === 'local' || symbol.scope === 'cell') names.set(name, b.unique(variableName(name)));
  }
  const inner = b.capture(() => {
    b.renamed.push({ scope, names });
    loopNest(b, node, 0, first, () => collect(b, node, result));
    b.renamed.pop();
  });
  const variables = [...names.values()];
  b.emit(`{${variables.length > 0 ? `let ${variables.join(',')};` : ''}\n${inner.join('\n')}}`);
  return result;
}

function emptyResult(b: Body, node: Comprehension): string {
  const helper = node.nodeType === 'SetComp' ? 'set' : node.nodeType === 'DictComp' ? 'dict' : 'list';
  return `${b.rt(helper)}([])`;
}

function collect(b: Body, node: Comprehension, result: string): void {
  if (node.nodeType === 'DictComp') {
    const [k, v] = b.inOrder([node.key, node.value], (n) => expression(b, n)) as [string, string];
    b.emit(`${b.rt('dictStore')}(${result},${k},${v});`);
    return;
  }
  const value = expression(b, node.elt);
  if (node.nodeType === 'ListComp') b.emit(`${result}.items.push(${value});`);
  else if (node.nodeType === 'SetComp') b.emit(`${b.rt('setAdd')}(${result},${withPosition(b, value, node.elt)});`);
  else b.emit(`yield ${b.isAsyncGenerator ? `${b.rt('wrapAsyncValue')}(${value})` : value};`);
}

/** One `for` clause inside the other; `iterator` is the outermost one's, already made. */
function loopNest(b: Body, node: Comprehension, level: number, iterator: string, inside: () => void): void {
  const clause = node.generators[level];
  if (clause === undefined) {
    b.statement(inside);
    return;
  }
  let it = iterator;
  if (level > 0) {
    it = b.temp();
    const iterable = withPosition(b, expression(b, clause.iter), clause.iter);
    b.emit(`${it}=${clause.is_async ? b.rt('asyncIter') : b.rt('iter')}(${iterable});`);
  }
  const value = b.temp();
  const label = b.label('c');
  const body = b.capture(() => {
    assign(b, clause.target, value);
    for (const test of clause.ifs) {
      const text = condition(b, test);
      b.emit(`if(!${text})continue ${label};`);
    }
    loopNest(b, node, level + 1, iterator, inside);
  });
  const step = clause.is_async
    ? `(${value}=${asyncStep(b, it, clause.iter)})!==undefined`
    : `(${b.at(clause.iter)},${value}=${it}.iternext())!==undefined`;
  b.emit(`${label}:while(${step}){if($P[0]!==0)${b.rt('poll')}();\n${body.join('\n')}}`);
}

function asyncStep(b: Body, iterator: string, node: ast.expr): string {
  return `(yield* ${b.rt('asyncNext')}((${b.at(node)},${iterator})))`;
}

/** Its own function: called with the iterator of the outermost iterable, which is evaluated here. */
function outOfLine(b: Body, node: Comprehension, scope: Scope): string {
  const clause = node.generators[0]!;
  const iterable = withPosition(b, expression(b, clause.iter), clause.iter);
  const flags = scope.codeFlags;
  const code = b.unit.addCode(scope, b.code, flags);
  const inner = new Body(b.unit, scope, code, b);
  const isAsync = (flags & (CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR)) !== 0;
  inner.isAsyncGenerator = (flags & CodeFlags.ASYNC_GENERATOR) !== 0;
  const text = writeFunction(inner, {
    name: scope.codeName.replace(/\W/g, ''),
    parameters: ['$it'],
    generator: node.nodeType === 'GeneratorExp' || isAsync,
    write: () => {
      if (node.nodeType === 'GeneratorExp') {
        loopNest(inner, node, 0, '$it', () => collect(inner, node, ''));
        return;
      }
      const result = inner.temp();
      inner.emit(`${result}=${emptyResult(inner, node)};`);
      loopNest(inner, node, 0, '$it', () => collect(inner, node, result));
      inner.emit(returnText(inner, result));
    },
  });
  const make = clause.is_async ? b.rt('asyncIter') : b.rt('iter');
  if (node.nodeType === 'GeneratorExp') {
    const helper = inner.isAsyncGenerator ? b.rt('asyncGenerator') : b.rt('generator');
    return `${helper}((${text})(${make}(${iterable})),$C[${code}],$G)`;
  }
  const called = `(${text})(${make}(${iterable}))`;
  return isAsync ? awaitText(b, `${b.rt('coroutine')}(${called},$C[${code}],$G)`, node) : called;
}
