// Comprehensions. List, set and dict ones run in place as loops over variables of their own (PEP 709); a generator expression is a
// generator function called at once with its first iterable. CPython: Python/codegen.c (codegen_comprehension)

import { fieldName } from '../../../contract/names.ts';
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body } from '../body.ts';
import { variableName } from '../javascript.ts';
import { isSuspending, type MakeText, writeMachine } from '../resumable/function.ts';
import type { Machine } from '../resumable/machine.ts';
import { asyncStepOrGo, stepOrGo } from '../resumable/statements.ts';
import { assign } from './assignment.ts';
import { condition, expression } from './expressions.ts';
import { returnText, steppingEvent } from './frames.ts';
import { writeFunction } from './functions.ts';
import { withPosition } from './operators.ts';
import { isRangeCall, rangeSteps } from './range-loop.ts';
import { awaitText, yieldValue } from './suspension.ts';

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

export function lowerComprehension(b: Body, node: Comprehension): string {
  const scope = b.unit.analysis.scopeOf(node);
  if (node.nodeType === 'GeneratorExp' || !scope.inlined) return outOfLine(b, node, scope);
  const result = b.temp();
  b.emit(`${result}=${emptyResult(b, node)};`);
  const flat = b.maySuspend(...suspendable(node));
  const clause = node.generators[0]!;
  const first = b.temp();
  let steps: Steps | undefined;
  if (flat) {
    const iterable = withPosition(b, expression(b, clause.iter), clause.iter);
    b.emit(`${first}=${clause.is_async ? b.rt('asyncIter') : b.rt('iter')}(${iterable});`);
  } else steps = startClause(b, clause);
  const names = new Map<string, string>();
  for (const [name, symbol] of scope.symbols) {
    if (symbol.scope !== 'local' && symbol.scope !== 'cell') continue;
    names.set(name, flat ? b.machine!.field(fieldName(name)) : b.unique(variableName(name)));
  }
  const write = (): void => {
    b.renamed.push({ scope, names });
    if (flat) flatNest(b, b.machine!, node, 0, first, () => collect(b, node, result));
    else loopNest(b, node, 0, steps!, () => collect(b, node, result));
    b.renamed.pop();
  };
  if (flat) {
    for (const variable of names.values()) b.emit(`${variable}=undefined;`);
    write();
    return result;
  }
  const inner = b.capture(write);
  const variables = [...names.values()];
  b.emit(`{${variables.length > 0 ? `let ${variables.join(',')};` : ''}\n${inner.join('\n')}}`);
  return result;
}

/** The parts that run once a step: all but the first iterable. */
function suspendable(node: Comprehension): ast.AST[] {
  const parts: ast.AST[] = node.nodeType === 'DictComp' ? [node.key, node.value] : [node.elt];
  node.generators.forEach((clause, i) => {
    parts.push(...(i === 0 && clause.is_async === 0 ? clause.ifs : [clause]));
  });
  return parts;
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
  else yieldValue(b, value, node.elt);
}

/** How a clause goes on: the text that is true when `value` is the next item. */
interface Steps {
  step: string;
  value: string;
}

/** Evaluates what a clause walks over. */
function startClause(b: Body, clause: ast.comprehension): Steps {
  const { iter } = clause;
  const it = b.temp();
  const value = b.temp();
  if (!b.isTraced && isRangeCall(b, iter)) return { step: rangeSteps(b, iter, it, value), value };
  b.emit(`${it}=${b.rt('iter')}(${withPosition(b, expression(b, iter), iter)});`);
  return stepping(b, clause, it, value);
}

function stepping(b: Body, { iter }: ast.comprehension, it: string, value: string): Steps {
  return { step: `(${b.at(iter)},${steppingEvent(b)}${value}=${it}.iternext())!==undefined`, value };
}

/** One `for` clause inside the other; the outermost one has been started. */
function loopNest(b: Body, node: Comprehension, level: number, first: Steps, inside: () => void): void {
  const clause = node.generators[level];
  if (clause === undefined) {
    b.statement(inside);
    return;
  }
  const { step, value } = level === 0 ? first : startClause(b, clause);
  const label = b.label('c');
  const body = b.capture(() => {
    assign(b, clause.target, value);
    for (const test of clause.ifs) {
      const text = condition(b, test);
      b.emit(`if(!${text})continue ${label};`);
    }
    loopNest(b, node, level + 1, first, inside);
  });
  b.emit(`${label}:while(${step}){if($P[0]!==0)${b.rt('poll')}();\n${body.join('\n')}}`);
}

/** The same, as states. */
function flatNest(
  b: Body,
  m: Machine,
  node: Comprehension,
  level: number,
  iterator: string,
  inside: () => void,
  finished?: number,
): void {
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
  const top = m.state();
  const done = finished ?? m.state();
  m.place(top);
  const use = (value: string): void => assign(b, clause.target, value);
  let handler: (() => void) | undefined;
  b.statement(() => {
    if (clause.is_async) handler = asyncStepOrGo(b, m, it, clause.iter, done, use);
    else stepOrGo(b, m, it, clause.iter, done, use);
  });
  b.emit(`if($P[0]!==0)${b.rt('poll')}();`);
  for (const test of clause.ifs) b.emit(`if(!${condition(b, test)}){${m.goto(top)}}`);
  // The end of the innermost loop is the next step of the one around it.
  flatNest(b, m, node, level + 1, iterator, inside, top);
  if (node.generators[level + 1] === undefined) b.emit(m.goto(top));
  handler?.();
  if (finished === undefined) m.place(done);
}

/** Its own function: called with the iterator of the outermost iterable, which is evaluated here. */
function outOfLine(b: Body, node: Comprehension, scope: Scope): string {
  const clause = node.generators[0]!;
  const iterable = withPosition(b, expression(b, clause.iter), clause.iter);
  const code = codeOfExpression(b, scope);
  const first = `${clause.is_async ? b.rt('asyncIter') : b.rt('iter')}(${iterable})`;
  if (!isSuspending(scope.codeFlags)) {
    const inner = new Body(b.unit, scope, code, b);
    const name = functionName(scope);
    const write = (): void => {
      const list = startResult(inner, node);
      loopNest(inner, node, 0, stepping(inner, clause, '$it', inner.temp()), () => collect(inner, node, list));
      inner.emit(returnText(inner, list));
    };
    return `${b.enclose(`(${writeFunction(inner, { name, parameters: ['$it'], write })})`)}(${first})`;
  }
  const text = makeGenerator(b, node, scope, code)([first]);
  return node.nodeType === 'GeneratorExp' ? text : awaitText(b, text, node);
}

function functionName(scope: Scope): string {
  return scope.codeName.replace(/\W/g, '');
}

function startResult(b: Body, node: Comprehension): string {
  const text = b.temp();
  b.emit(`${text}=${emptyResult(b, node)};`);
  return text;
}

/** The code object of an expression that is a function of its own. */
export function codeOfExpression(b: Body, scope: Scope): number {
  return b.unit.addCode(scope, b.code, scope.codeFlags);
}

/** The generator, or coroutine, that such an expression makes of the iterator of its first iterable. */
export function makeGenerator(b: Body, node: Comprehension, scope: Scope, code: number): MakeText {
  const inner = new Body(b.unit, scope, code, b);
  const make = writeMachine(inner, functionName(scope), ['it$'], (m) => {
    const list = node.nodeType === 'GeneratorExp' ? '' : startResult(inner, node);
    flatNest(inner, m, node, 0, 'this.it$', () => collect(inner, node, list));
    if (list !== '') inner.emit(m.returns(list));
  });
  return (args) => b.enclose(make(args));
}

/** Loops over what a generator expression would yield; `iterator` is JS text. */
export function loopOver(b: Body, node: ast.GeneratorExp, iterator: string, use: (value: string) => void): void {
  const first = stepping(b, node.generators[0]!, iterator, b.temp());
  loopNest(b, node, 0, first, () => use(expression(b, node.elt)));
}
