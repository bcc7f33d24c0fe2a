// with and async with around suspensions. CPython: Python/codegen.c (codegen_with_inner, codegen_async_with_inner)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { assign } from '../lower/assignment.ts';
import { expression } from '../lower/expressions.ts';
import { withPosition } from '../lower/operators.ts';
import { statements } from '../lower/statements.ts';
import { awaitText } from '../lower/suspension.ts';
import type { Machine } from './machine.ts';
import { rethrow } from './try.ts';

/** One item; the next ones, then the body, are inside it. */
export function flatWith(b: Body, m: Machine, node: ast.With | ast.AsyncWith, index: number): void {
  const item = node.items[index];
  if (item === undefined) {
    statements(b, node.body);
    return;
  }
  b.hasHandlers = true;
  const isAsync = node.nodeType === 'AsyncWith';
  const at = item.context_expr;
  const waited = (call: string, role: string): string =>
    isAsync ? awaitText(b, `(${b.at(at)},${call})`, at, role) : `(${b.at(at)},${call})`;
  const manager = m.field('manager');
  const next = m.slot('next', isAsync);
  b.emit(`${manager}=${b.rt(isAsync ? 'asyncContext' : 'context')}(${withPosition(b, expression(b, at), at)});`);
  const failed = m.state();
  const final = m.state();
  const end = m.state();
  const leave = (continuation: number): string => `${next}=${continuation};${m.goto(final)}`;
  b.statement(() => {
    const entered = b.temp();
    b.emit(`${entered}=${waited(`${manager}.enter()`, '__aenter__')};`);
    m.inside({ region: failed, leave }, () => {
      if (item.optional_vars !== undefined) assign(b, item.optional_vars, entered);
      flatWith(b, m, node, index + 1);
    });
  });
  b.emit(leave(end));
  m.place(final);
  b.emit(`${waited(`${manager}.exit()`, '__aexit__')};`);
  b.emit(`$s=${next};continue $m;`);
  m.placeHandler(failed);
  const error = m.slot('error', isAsync);
  b.emit(`${error}=$q;`);
  m.inside({ handled: error }, () => {
    const answer = waited(`${manager}.fail(${error})`, '__aexit__');
    b.emit(`if(!${b.rt('truth')}(${answer})){${rethrow(b, error)}}`);
  });
  m.place(end);
}
