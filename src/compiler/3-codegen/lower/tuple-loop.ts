// `for i, x in enumerate(y)`, `for a, b in zip(x, y)` and `for k, v in d.items()`: without the tuples, while the names are the built-ins. Else the loop steps an iterator and
// unpacks what it gives, as every other does. CPython: Python/bltinmodule.c (enum_next, zip_next)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { assign } from './assignment.ts';
import { expression } from './expressions.ts';
import { withPosition } from './operators.ts';

export interface TupleLoop {
  /** True when the loop goes on. */
  step: string;
  /** Binds the targets. */
  bind: () => void;
}

/** The loop's head, if it is such a loop; the call is evaluated here. */
export function tupleLoop(b: Body, target: ast.expr, node: ast.expr): TupleLoop | undefined {
  if (node.nodeType !== 'Call' || target.nodeType !== 'Tuple') return undefined;
  if (target.elts.some((e) => e.nodeType === 'Starred')) return undefined;
  if (isItems(node) && target.elts.length === 2 && !b.maySuspend(node)) return itemsLoop(b, target, node);
  if (node.func.nodeType !== 'Name') return undefined;
  const { id } = node.func;
  const isEnumerate = id === 'enumerate' && node.args.length === 1 && target.elts.length === 2;
  const isZip = id === 'zip' && node.args.length > 1 && node.args.length === target.elts.length;
  if (!isEnumerate && !isZip) return undefined;
  if (node.keywords.length > 0 || b.symbol(id)?.scope.startsWith('global') === false) return undefined;
  if (node.args.some((e) => e.nodeType === 'Starred') || b.maySuspend(...node.args)) return undefined;
  return isEnumerate ? enumerateLoop(b, target, node) : zipLoop(b, target, node);
}

/** `x.items()`. */
function isItems(node: ast.Call): boolean {
  return (
    node.func.nodeType === 'Attribute' &&
    node.func.attr === 'items' &&
    node.args.length === 0 &&
    node.keywords.length === 0
  );
}

/** The iterator says whether it gives keys and values by themselves, as a dict's does. */
function itemsLoop(b: Body, target: ast.Tuple, node: ast.Call): TupleLoop {
  const [it, value, pairs] = [b.temp(), b.temp(), b.temp()];
  b.emit(`${it}=${b.rt('iter')}(${withPosition(b, expression(b, node), node)});${pairs}=${it}.nextKey!==undefined;`);
  const step = `(${b.at(node)},${value}=${pairs}?${it}.nextKey():${it}.iternext())!==undefined`;
  return { step, bind: () => bindTargets(b, target, pairs, [value, `${it}.nextValue`], value) };
}

/** Evaluates callee and arguments; the text of the call, should it have to be made. */
function evaluate(b: Body, node: ast.Call): { f: string; args: string[]; call: string } {
  const [callee, ...texts] = b.inOrder([node.func, ...node.args], (n) => expression(b, n)) as [string, ...string[]];
  const f = b.temp();
  const args = texts.map(() => b.temp());
  b.emit(`${f}=${callee};${args.map((arg, i) => `${arg}=${texts[i]};`).join('')}`);
  const call = `${b.rt('iter')}((${b.at(node)},${f}=(typeof ${f}==='function'?${f}:${b.rt('callee')}(${f}))(${args.join(',')}),${b.at(node)},${f}))`;
  return { f, args, call };
}

function enumerateLoop(b: Body, target: ast.Tuple, node: ast.Call): TupleLoop {
  const { f, args, call } = evaluate(b, node);
  const [it, value, count] = [b.temp(), b.temp(), b.temp()];
  b.emit(
    `if(${f}===${b.rt('enumerate')}){${it}=(${b.at(node)},${b.rt('iter')}(${args[0]}));${count}=0;}else{${it}=${call};${count}=-1;}`,
  );
  const step = `(${b.at(node)},${value}=${it}.iternext())!==undefined`;
  return { step, bind: () => bindTargets(b, target, `${count}>=0`, [`${count}++`, value], value) };
}

function zipLoop(b: Body, target: ast.Tuple, node: ast.Call): TupleLoop {
  const { f, args, call } = evaluate(b, node);
  const its = args.map(() => b.temp());
  const values = args.map(() => b.temp());
  const made = args.map((arg, i) => `${its[i]}=${b.rt('iter')}(${arg});`).join('');
  b.emit(`if(${f}===${b.rt('zip')}){${b.at(node)};${made}}else{${its[0]}=${call};${its[1]}=undefined;}`);
  const next = its.map((it, i) => `(${values[i]}=${it}.iternext())!==undefined`);
  const step = `(${b.at(node)},${next[0]})&&(${its[1]}===undefined||${next.slice(1).join('&&')})`;
  return { step, bind: () => bindTargets(b, target, `${its[1]}!==undefined`, values, values[0]!) };
}

/** The targets get `items` while `test` holds, else what `value` unpacks to. */
function bindTargets(b: Body, target: ast.Tuple, test: string, items: string[], value: string): void {
  const temps = items.map(() => b.temp());
  const all = b.temp();
  const direct = temps.map((temp, i) => `${temp}=${items[i]};`).join('');
  const unpacked = temps.map((temp, i) => `${temp}=${all}[${i}];`).join('');
  b.emit(`if(${test}){${direct}}else{${b.at(target)};${all}=${b.rt('unpack')}(${value},${items.length});${unpacked}}`);
  target.elts.forEach((element, i) => {
    assign(b, element, temps[i]!);
  });
}
