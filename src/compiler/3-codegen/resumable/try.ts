// try around suspensions: the state that handles exceptions is in `$y`, one JS catch around the switch goes there. A finally block is written
// once; a field says where to go on after it. CPython: Python/codegen.c (codegen_try_except, codegen_try_finally, codegen_try_star_except)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { expression } from '../lower/expressions.ts';
import { storeName, unbindName } from '../lower/names.ts';
import { withPosition } from '../lower/operators.ts';
import { statements } from '../lower/statements.ts';
import type { Machine } from './machine.ts';
import { mayReturn } from './suspends.ts';

/** Throws again without another traceback entry for this frame. */
export function rethrow(b: Body, error: string): string {
  return `$r=${error};${b.rt('throw')}(${error});`;
}

export function flatTry(b: Body, m: Machine, node: ast.Try): void {
  b.hasHandlers = true;
  if (node.finalbody.length === 0) {
    tryExcept(b, m, node);
    return;
  }
  const body = (): void => (node.handlers.length > 0 ? tryExcept(b, m, node) : statements(b, node.body));
  flatFinally(b, m, body, node.finalbody);
}

/** A finally block whose own `return` is abandoned leaves the value of the return that it interrupts. */
function keepReturned(b: Body, m: Machine, finalbody: readonly ast.stmt[], write: () => void): void {
  if (!finalbody.some(mayReturn)) {
    write();
    return;
  }
  const kept = m.field('kept');
  b.emit(`${kept}=this.returned;`);
  write();
  b.emit(`this.returned=${kept};`);
}

/** `finalbody` runs however `body` is left, with the exception in flight as the handled one. */
function flatFinally(b: Body, m: Machine, body: () => void, finalbody: readonly ast.stmt[]): void {
  const suspends = b.maySuspend(...finalbody);
  const next = m.slot('next', suspends);
  const error = m.slot('error', suspends);
  const failed = m.state();
  const final = m.state();
  const end = m.state();
  const leave = (continuation: number): string => `${next}=${continuation};${m.goto(final)}`;
  m.inside({ region: failed, leave }, body);
  b.emit(leave(end));
  m.placeHandler(failed);
  b.emit(`${next}=-1;$T.handled=${error}=$q;`);
  m.place(final);
  // On the way of no exception the handled one is right already, on the other way it need not be put back.
  const handled = `(${next}<0?${error}:${m.handled})`;
  m.insideQuietly({ handled }, () => keepReturned(b, m, finalbody, () => statements(b, finalbody)));
  b.emit(`if(${next}<0){${rethrow(b, error)}}$s=${next};continue $m;`);
  m.place(end);
}

function tryExcept(b: Body, m: Machine, node: ast.Try): void {
  const failed = m.state();
  const end = m.state();
  m.inside({ region: failed }, () => statements(b, node.body));
  statements(b, node.orelse);
  b.emit(m.goto(end));
  m.placeHandler(failed);
  const error = m.slot('error', b.maySuspend(...node.handlers));
  b.emit(`${error}=$q;`);
  m.inside({ handled: error }, () => exceptClauses(b, m, node.handlers, error));
  m.place(end);
}

function exceptClauses(b: Body, m: Machine, handlers: readonly ast.excepthandler[], error: string): void {
  const done = m.state();
  for (const handler of handlers) {
    const next = m.state();
    b.statement(() => {
      if (handler.type !== undefined) {
        const type = withPosition(b, expression(b, handler.type), handler.type);
        b.emit(`if(!${b.rt('matches')}(${error},${type})){${m.goto(next)}}`);
      }
      handlerBody(b, m, handler, error);
      b.emit(m.goto(done));
    });
    m.place(next);
  }
  if (handlers.at(-1)!.type !== undefined) b.emit(rethrow(b, error));
  m.place(done);
}

/** The body of a handler; its name is unbound at the end, whatever happens. */
function handlerBody(b: Body, m: Machine, handler: ast.excepthandler, error: string): void {
  if (handler.name === undefined) {
    statements(b, handler.body);
    return;
  }
  b.emit(storeName(b, handler.name, error, handler));
  const unbind = unbindName(b, handler.name, handler);
  const failed = m.state();
  const end = m.state();
  m.inside({ region: failed, unbind }, () => statements(b, handler.body));
  b.emit(`${unbind}${m.goto(end)}`);
  m.placeHandler(failed);
  b.emit(`${unbind}${rethrow(b, '$q')}`);
  m.place(end);
}

/** except*: each clause takes its part of the group; what is left, and what the clauses raise, goes on as a group. */
export function flatTryStar(b: Body, m: Machine, node: ast.TryStar): void {
  b.hasHandlers = true;
  if (node.finalbody.length === 0) tryStar(b, m, node);
  else flatFinally(b, m, () => tryStar(b, m, node), node.finalbody);
}

function tryStar(b: Body, m: Machine, node: ast.TryStar): void {
  const failed = m.state();
  const end = m.state();
  m.inside({ region: failed }, () => statements(b, node.body));
  statements(b, node.orelse);
  b.emit(m.goto(end));
  m.placeHandler(failed);
  const error = m.field('error');
  const rest = m.field('rest');
  const raised = m.field('raised');
  b.emit(`${error}=${rest}=$q;${raised}=[];`);
  m.inside({ handled: error }, () => {
    for (const handler of node.handlers) starClause(b, m, handler, { error, rest, raised });
    b.emit(`${rest}=${b.rt('finishStar')}(${error},${rest},${raised});`);
    b.emit(`if(${rest}!==undefined){${rethrow(b, rest)}}`);
  });
  m.place(end);
}

interface StarFields {
  error: string;
  rest: string;
  raised: string;
}

function starClause(b: Body, m: Machine, handler: ast.excepthandler, { error, rest, raised }: StarFields): void {
  const split = m.field('split');
  const failed = m.state();
  const next = m.state();
  b.emit(`if(${rest}===undefined){${m.goto(next)}}`);
  b.statement(() => {
    const type = withPosition(b, expression(b, handler.type!), handler.type!);
    b.emit(`${split}=${b.rt('splitStar')}(${error},${rest},${type});`);
    b.emit(`if(${split}===undefined){${m.goto(next)}}${rest}=${split}.rest;`);
  });
  m.inside({ region: failed, handled: `${split}.match` }, () => handlerBody(b, m, handler, `${split}.match`));
  b.emit(m.goto(next));
  m.placeHandler(failed);
  b.emit(`$T.handled=${m.handled};${raised}.push($q);`);
  m.place(next);
}
