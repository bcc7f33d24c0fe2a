// Control flow around suspensions, flattened into states: if, while, for, match, assert. A statement that suspends only in the part that is
// evaluated once, before its control flow, stays structured. CPython: Python/codegen.c (codegen_if, codegen_for, codegen_async_for, codegen_match)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { assign } from '../lower/assignment.ts';
import { condition, expression } from '../lower/expressions.ts';
import { patternTest } from '../lower/match.ts';
import { storeName } from '../lower/names.ts';
import { withPosition } from '../lower/operators.ts';
import { statements } from '../lower/statements.ts';
import type { Machine } from './machine.ts';
import { flatTry, flatTryStar, rethrow } from './try.ts';
import { flatWith } from './with.ts';

/** Writes a statement as states if it has to be; false where structured JavaScript will do. */
export function flatStatement(b: Body, m: Machine, node: ast.stmt): boolean {
  switch (node.nodeType) {
    case 'If':
      if (!b.maySuspend(...node.body, ...node.orelse)) return false;
      flatIf(b, node);
      return true;
    case 'While':
      if (!b.maySuspend(node)) return false;
      flatWhile(b, m, node);
      return true;
    case 'For':
      if (!b.maySuspend(node.target, ...node.body, ...node.orelse)) return false;
      flatFor(b, m, node);
      return true;
    case 'AsyncFor':
      flatAsyncFor(b, m, node);
      return true;
    case 'Try':
      if (!b.maySuspend(node)) return false;
      flatTry(b, m, node);
      return true;
    case 'TryStar':
      if (!b.maySuspend(node)) return false;
      flatTryStar(b, m, node);
      return true;
    case 'With':
      if (!b.maySuspend(...node.items.slice(1), node.items[0]!.optional_vars, ...node.body)) return false;
      flatWith(b, m, node, 0);
      return true;
    case 'AsyncWith':
      flatWith(b, m, node, 0);
      return true;
    case 'Match':
      if (!b.maySuspend(...node.cases)) return false;
      flatMatch(b, m, node);
      return true;
    case 'Assert':
      if (!b.maySuspend(node.msg)) return false;
      flatAssert(b, m, node);
      return true;
    default:
      return false;
  }
}

/** What `when` has tested must all hold for the text up to `end` to run. */
export interface Conditional {
  when: (test: string) => void;
  end: () => void;
}

/** Nested conditions, as JS blocks or, when something inside may suspend, as jumps. */
export function conditional(b: Body, flat: boolean): Conditional {
  if (flat) {
    const m = b.machine!;
    const end = m.state();
    return { when: (test) => b.emit(`if(!(${test})){${m.goto(end)}}`), end: () => m.place(end) };
  }
  let open = 0;
  return {
    when: (test) => {
      open++;
      b.emit(`if(${test}){`);
    },
    end: () => b.emit('}'.repeat(open)),
  };
}

/** Two ways, as states. */
export function branch(b: Body, test: string, then: () => void, otherwise: (() => void) | undefined): void {
  const m = b.machine!;
  const end = m.state();
  const other = otherwise === undefined ? end : m.state();
  b.emit(`if(!${test}){${m.goto(other)}}`);
  then();
  if (otherwise !== undefined) {
    b.emit(m.goto(end));
    m.place(other);
    otherwise();
  }
  m.place(end);
}

function flatIf(b: Body, node: ast.If): void {
  const orelse = node.orelse.length > 0 ? () => statements(b, node.orelse) : undefined;
  branch(b, condition(b, node.test), () => statements(b, node.body), orelse);
}

/** A loop's body between its labels; `break` goes past the `else`. */
function flatLoop(
  b: Body,
  m: Machine,
  top: number,
  orelse: readonly ast.stmt[],
  body: (done: number) => void,
  after?: () => void,
): void {
  const end = m.state();
  const done = orelse.length > 0 ? m.state() : end;
  const { depth } = m;
  b.loops.push({ breakText: () => m.jump(end, depth), continueText: () => m.jump(top, depth) });
  body(done);
  b.loops.pop();
  b.emit(m.goto(top));
  after?.();
  if (orelse.length > 0) {
    m.place(done);
    statements(b, orelse);
  }
  m.place(end);
}

function flatWhile(b: Body, m: Machine, node: ast.While): void {
  const top = m.state();
  m.place(top);
  flatLoop(b, m, top, node.orelse, (done) => {
    const test = condition(b, node.test);
    if (test !== 'true') b.emit(`if(!${test}){${m.goto(done)}}`);
    b.emit(poll(b));
    statements(b, node.body);
  });
}

function poll(b: Body): string {
  return `if($P[0]!==0)${b.rt('poll')}();`;
}

function flatFor(b: Body, m: Machine, node: ast.For): void {
  const it = b.temp();
  b.emit(`${it}=${b.rt('iter')}(${withPosition(b, expression(b, node.iter), node.iter)});`);
  const top = m.state();
  m.place(top);
  flatLoop(b, m, top, node.orelse, (done) => {
    b.statement(() => {
      stepOrGo(b, m, it, node.iter, done, (value) => {
        b.emit(poll(b));
        assign(b, node.target, value);
      });
    });
    statements(b, node.body);
  });
}

/** One step of an iterator; at its end on to state `done`. */
export function stepOrGo(
  b: Body,
  m: Machine,
  iterator: string,
  at: ast.expr,
  done: number,
  use: (value: string) => void,
): void {
  const value = b.temp();
  b.emit(`if((${b.at(at)},${value}=${iterator}.iternext())===undefined){${m.goto(done)}}`);
  use(value);
}

function flatAsyncFor(b: Body, m: Machine, node: ast.AsyncFor): void {
  b.hasHandlers = true;
  const it = b.temp();
  b.emit(`${it}=${b.rt('asyncIter')}(${withPosition(b, expression(b, node.iter), node.iter)});`);
  const top = m.state();
  m.place(top);
  let handler = (): void => {};
  const body = (done: number): void => {
    handler = asyncStepOrGo(b, m, it, node.iter, done, (value) => assign(b, node.target, value));
    statements(b, node.body);
  };
  flatLoop(b, m, top, node.orelse, body, () => handler());
}

/** One step of an asynchronous iterator; what is returned writes, anywhere else, how StopAsyncIteration leads to state `done`. */
export function asyncStepOrGo(
  b: Body,
  m: Machine,
  iterator: string,
  at: ast.expr,
  done: number,
  use: (value: string) => void,
): () => void {
  const ended = m.state();
  b.statement(() => {
    const value = b.temp();
    m.inside({ region: ended }, () => {
      const start = `${b.rt('asyncNext')}((${b.at(at)},${iterator}))`;
      b.emit(`${value}=${m.delegate(start, at, 'delegatedNext')};`);
    });
    // The loop over an async generator ends without an exception.
    b.emit(`if(${value}===undefined){${m.goto(done)}}`);
    use(value);
  });
  return () => {
    m.placeHandler(ended);
    b.emit(`if(!${b.rt('endsAsync')}($q)){${rethrow(b, '$q')}}${m.goto(done)}`);
  };
}

function flatMatch(b: Body, m: Machine, node: ast.Match): void {
  const subject = b.temp();
  b.emit(`${subject}=${expression(b, node.subject)};`);
  const done = m.state();
  for (const each of node.cases) {
    b.statement(() => {
      const next = m.state();
      const { test, captures } = patternTest(b, each.pattern, subject);
      b.emit(`if(!(${test})){${m.goto(next)}}`);
      for (const [name, { temp, at }] of captures) b.emit(storeName(b, name, temp, at));
      if (each.guard !== undefined) b.emit(`if(!${condition(b, each.guard)}){${m.goto(next)}}`);
      statements(b, each.body);
      b.emit(m.goto(done));
      m.place(next);
    });
  }
  m.place(done);
}

function flatAssert(b: Body, m: Machine, node: ast.Assert): void {
  if (b.unit.options.optimize > 0) return;
  const end = m.state();
  b.emit(`if(${condition(b, node.test)}){${m.goto(end)}}`);
  const message = expression(b, node.msg!);
  b.emit(`${b.at(node.test)};${b.rt('assertionFailed')}(${message});`);
  m.place(end);
}
