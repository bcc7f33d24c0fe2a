// `for i in range(...)`: counted in JavaScript while `range` is the built-in and its arguments are plain ints, so that the engine sees small ints
// and no iterator. Else the loop steps an iterator, as every other does.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { expression } from './expressions.ts';

export function isRangeCall(b: Body, node: ast.expr): node is ast.Call {
  if (node.nodeType !== 'Call' || node.func.nodeType !== 'Name' || node.func.id !== 'range') return false;
  if (node.keywords.length > 0 || node.args.length < 1 || node.args.length > 3) return false;
  if (b.symbol('range')?.scope.startsWith('global') === false) return false;
  return node.args.every((arg) => arg.nodeType !== 'Starred') && !b.maySuspend(...node.args);
}

/** Evaluates the call; the text that is true when the loop goes on with the next int in `value`. */
export function rangeSteps(b: Body, node: ast.Call, it: string, value: string): string {
  const [callee, ...texts] = b.inOrder([node.func, ...node.args], (n) => expression(b, n)) as [string, ...string[]];
  const f = b.temp();
  const args = texts.map((text) => (isInt(text) ? text : b.temp()));
  b.emit(`${f}=${callee};${args.map((arg, i) => (arg === texts[i] ? '' : `${arg}=${texts[i]};`)).join('')}`);
  const call = `(${b.at(node)},typeof ${f}==='function'?${f}:${b.rt('callee')}(${f}))(${args.join(',')})`;
  const [start, stop, step] = args.length === 1 ? [undefined, args[0]!] : [args[0]!, args[1]!, args[2]];
  const next = b.temp();
  const end = b.temp();
  const tests = args.filter((arg) => !isInt(arg)).map((arg) => `Number.isInteger(${arg})`);
  const plain = [`${f}===${b.rt('range')}`, ...tests];
  // With a step, what is counted is the steps that are left; -1 when that is no safe int, or an error is to be raised.
  if (step !== undefined) plain.push(`(${end}=${b.rt('rangeCount')}(${start},${stop},${step}))>=0`);
  const limit = step === undefined ? `${end}=${stop};` : '';
  b.emit(
    `if(${plain.join('&&')}){${it}=undefined;${next}=${start ?? 0};${limit}}` +
      `else ${it}=${b.rt('iter')}((${f}=${call},${b.at(node)},${f}));`,
  );
  const count =
    step === undefined
      ? `${next}<${end}&&(${value}=${next}++,true)`
      : `${end}-->0&&(${value}=${next},${next}+=${step},true)`;
  return `${it}===undefined?${count}:(${b.at(node)},${value}=${it}.iternext())!==undefined`;
}

function isInt(text: string): boolean {
  return /^-?\d+$/.test(text);
}
