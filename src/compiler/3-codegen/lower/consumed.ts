// `any(x for ...)`, `tuple(x for ...)`, `', '.join(x for ...)` and the like: a generator expression that a built-in consumes at once runs as a plain
// function, a loop that hands each item over, while the name is the built-in. What the built-in itself does with an item stands behind `$l=-1`: then
// the generator expression's frame is not there, as a suspended generator's is not. CPython: Python/codegen.c (maybe_optimize_function_call)
import { CodeFlags } from '../../../contract/unit.ts';
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body } from '../body.ts';
import { codeOfExpression, loopOver, makeGenerator } from './comprehensions.ts';
import { expression } from './expressions.ts';
import { returnText } from './frames.ts';
import { writeFunction } from './functions.ts';
import { withPosition } from './operators.ts';

interface Consumer {
  /** Whether the text is the built-in. */
  is: (b: Body, callee: string) => string;
  /** Text run before the loop and what the function returns after it; `$a` is what the items go to. */
  start: (b: Body) => string;
  result: (b: Body) => string;
  /** Statement text of what is done with an item. */
  take: (b: Body, value: string) => string;
  /** CPython inlines it as well, at the position of the name. */
  isInlined?: boolean;
  /** What is made of the result outside the function. */
  finish?: (b: Body, result: string) => string;
}

const OUTSIDE = '$l=-1;';

const isType = (name: 'tupleType' | 'listType' | 'setType') => (b: Body, callee: string) => `${callee}===${b.rt(name)}`;
const isFunction = (name: 'any' | 'all' | 'sum' | 'sorted') => (b: Body, callee: string) =>
  `${b.rt('isBuiltin')}(${callee},${b.rt(name)})`;

const push = { start: () => '$a=[];', take: (_b: Body, value: string) => `$a.push(${value});` };

/** Ends at the first item whose truth is `found`. */
function until(found: boolean): Omit<Consumer, 'is'> {
  return {
    start: () => '',
    result: () => String(!found),
    take: (b, value) => {
      const item = b.temp();
      const test = `((${item}=${value})===true||${item}!==false&&(${OUTSIDE.slice(0, -1)},${b.rt('truth')}(${item})))`;
      return `if(${found ? '' : '!'}${test}){${returnText(b, String(found))}}`;
    },
  };
}

const CONSUMERS: Readonly<Record<string, Consumer>> = {
  tuple: { ...push, isInlined: true, is: isType('tupleType'), result: (b) => `${b.rt('tuple')}($a)` },
  list: { ...push, is: isType('listType'), result: (b) => `${b.rt('list')}($a)` },
  set: {
    is: isType('setType'),
    start: (b) => `$a=${b.rt('set')}([]);`,
    take: (b, value) => valueThen(b, value, (item) => `${b.rt('setAdd')}($a,${item});`),
    result: () => '$a',
  },
  any: { isInlined: true, ...until(true), is: isFunction('any') },
  all: { isInlined: true, ...until(false), is: isFunction('all') },
  sum: {
    is: isFunction('sum'),
    start: (b) => `$a=${b.rt('startSum')}();`,
    take: (b, value) => valueThen(b, value, (item) => `$a.add(${item});`),
    result: () => '$a.result()',
  },
  sorted: {
    ...push,
    is: isFunction('sorted'),
    result: (b) => `${b.rt('list')}($a)`,
    finish: (b, result) => `${b.rt('sorted')}(${result})`,
  },
};

const JOIN: Consumer = {
  ...push,
  is: (_b, callee) => `typeof ${callee}==='string'`,
  result: (b) => `${b.rt('list')}($a)`,
};

function valueThen(b: Body, value: string, use: (item: string) => string): string {
  const item = b.temp();
  return `${item}=${value};${OUTSIDE}${use(item)}`;
}

/** The text of such a call; undefined where the call is another. */
export function lowerConsumed(b: Body, node: ast.Call): string | undefined {
  const generator = node.args[0];
  if (node.args.length !== 1 || node.keywords.length > 0 || generator?.nodeType !== 'GeneratorExp') return undefined;
  const scope = b.unit.analysis.scopeOf(generator);
  if (b.unit.options.traced === true || !isPlain(b, generator, scope)) return undefined;
  const { func } = node;
  if (func.nodeType === 'Attribute' && func.attr === 'join' && func.value.nodeType === 'Constant') {
    return join(b, node, func, generator, scope);
  }
  const consumer = func.nodeType === 'Name' && Object.hasOwn(CONSUMERS, func.id) ? CONSUMERS[func.id] : undefined;
  if (consumer === undefined || b.symbol((func as ast.Name).id)?.scope.startsWith('global') === false) return undefined;
  const { callee, iterator, setup } = evaluate(b, func, generator);
  const { direct, made } = bothWays(b, generator, scope, consumer, iterator);
  return (
    `(${setup},${consumer.is(b, callee)}?(${b.at(consumer.isInlined === true ? func : node)},${direct}):` +
    `(${made.first},${b.at(node)},typeof ${callee}==='function'?${callee}:${b.rt('callee')}(${callee}))(${made.again}))`
  );
}

/** `'...'.join(...)`: the items are listed first, as on CPython. */
function join(
  b: Body,
  node: ast.Call,
  func: ast.Attribute,
  generator: ast.GeneratorExp,
  scope: Scope,
): string | undefined {
  if ((func.value as ast.Constant).value.type !== 'str') return undefined;
  const { callee, iterator, setup } = evaluate(b, func.value, generator);
  const { direct, made } = bothWays(b, generator, scope, JOIN, iterator);
  const items = b.temp();
  return (
    `(${setup},${JOIN.is(b, callee)}?(${b.at(node)},${items}=${direct}):(${made.first},${items}=${made.again}),` +
    `${b.at(node)},${b.rt('join')}(${callee},${items}))`
  );
}

/** No function inside, nothing asynchronous: what may be written out twice. */
function isPlain(b: Body, node: ast.GeneratorExp, scope: Scope): boolean {
  if (scope.children.length > 0 || scope.codeFlags & CodeFlags.ASYNC_GENERATOR) return false;
  if (b.maySuspend(node.elt) || node.generators.some((clause) => clause.is_async !== 0)) return false;
  return [...scope.symbols.values()].every((symbol) => symbol.scope !== 'cell');
}

function evaluate(
  b: Body,
  func: ast.expr,
  { generators }: ast.GeneratorExp,
): { callee: string; iterator: string; setup: string } {
  const { iter } = generators[0]!;
  const [f, iterable] = b.inOrder([func, iter], (n) => expression(b, n)) as [string, string];
  const [callee, iterator] = [b.temp(), b.temp()];
  return { callee, iterator, setup: `${callee}=${f},${iterator}=${b.rt('iter')}(${withPosition(b, iterable, iter)})` };
}

/** The call of the plain function, and the making of the generator. */
function bothWays(
  b: Body,
  node: ast.GeneratorExp,
  scope: Scope,
  consumer: Consumer,
  iterator: string,
): { direct: string; made: { first: string; again: string } } {
  const code = codeOfExpression(b, scope);
  const info = b.unit.codes[code]!;
  const inner = new Body(b.unit, scope, code, b);
  const write = (): void => {
    inner.declared.add('$a');
    inner.emit(consumer.start(inner));
    loopOver(inner, node, '$it', (value) => inner.emit(consumer.take(inner, value)));
    inner.emit(returnText(inner, consumer.result(inner)));
  };
  const text = writeFunction(inner, { name: 'genexpr', parameters: ['$it'], write, isGenerator: true });
  const { firstPosition } = info;
  const again = b.temp();
  const made = { first: `${again}=${makeGenerator(b, node, scope, code)([iterator])}`, again };
  info.firstPosition = firstPosition;
  const direct = `${b.enclose(`(${text})`)}(${iterator})`;
  return { direct: consumer.finish?.(b, direct) ?? direct, made };
}
