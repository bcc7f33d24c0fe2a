// raise, try, except, except*, finally. Python's and JavaScript's agree on what return, break and continue do to a finally block, so that part is
// direct; what is added is the handled-exception state (implicit __context__, bare raise) and the traceback entry of this frame.
// CPython: Python/codegen.c (codegen_try_except, codegen_try_finally, codegen_try_star_except)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { type Body, NO_NAMES, OUT } from '../body.ts';
import { mayReturn } from '../resumable/suspends.ts';
import { expression } from './expressions.ts';
import { frameValues, lineEvent } from './frames.ts';
import { storeName, unbindName } from './names.ts';
import { withPosition } from './operators.ts';
import { statements } from './statements.ts';

export function lowerRaise(b: Body, node: ast.Raise): void {
  if (node.exc === undefined) {
    b.hasHandlers = true;
    b.emit(`${b.at(node)};$r=$T.handled;${throwText(b, `${b.rt('reraise')}()`)}`);
    return;
  }
  const parts = node.cause === undefined ? [node.exc] : [node.exc, node.cause];
  const texts = b.inOrder(parts, (n) => expression(b, n));
  texts[texts.length - 1] = withPosition(b, texts[texts.length - 1]!, node);
  b.emit(throwText(b, `${b.rt(node.cause === undefined ? 'raise' : 'raiseFrom')}(${texts.join(',')})`));
}

/** Within this function an exception goes by a jump, to a handler or to where it leaves: the engine's throw costs some fifty times as much. */
function throwText(b: Body, error: string): string {
  if (b.handler === undefined) return `${b.rt('throw')}(${error});`;
  if (b.handler === OUT) b.raises = true;
  return `${b.handler.variable}=${error};break ${b.handler.label};`;
}

/** Raises again what a handler of this function had: `$r` tells who catches it next that its traceback has this frame's entry. */
export function rethrowText(b: Body, error: string): string {
  return `$r=${error};${throwText(b, error)}`;
}

/** `$e = caught($e)`: a Python exception whose traceback has this frame's entry. */
function caught(b: Body, variable: string): string {
  b.hasHandlers = true;
  const text = b.isTraced
    ? `${b.rt('catchInFrame')}($f,${variable},$r)`
    : `${b.rt('caught')}(${variable},$l,$C[${b.code}],$G,$r${frameValues(b)})`;
  return `${variable}=${text};$r=undefined;`;
}

export function lowerTry(b: Body, node: ast.Try): void {
  b.hasHandlers = true;
  if (node.finalbody.length > 0) {
    protectFinally(b, () => (node.handlers.length > 0 ? tryExcept(b, node) : statements(b, node.body)), node.finalbody);
  } else tryExcept(b, node);
}

/** Names in `except` clauses. */
function handledNames(handlers: readonly ast.excepthandler[]): Set<string> {
  const types = handlers.flatMap(({ type }) =>
    type?.nodeType === 'Tuple' ? type.elts : type === undefined ? [] : [type],
  );
  return new Set(types.flatMap((type) => (type.nodeType === 'Name' ? [type.id] : [])));
}

/** The handlers stand behind the JS `try`, where both its `catch` and a `raise` in it lead. */
function tryExcept(b: Body, node: ast.Try): void {
  const e = b.unique('$e');
  const x = b.unique('$x');
  const end = b.label('d');
  const handler = { label: b.label('h'), variable: e, names: handledNames(node.handlers) };
  const body = b.capture(() => b.handledBy(handler, () => statements(b, node.body)));
  const orelse = b.capture(() => statements(b, node.orelse));
  const handlers = handlerBlock(b, e, () => exceptClauses(b, node.handlers, e));
  b.emit(
    `${end}:{let ${e};${handler.label}:{try{\n${body.join('\n')}\n}catch(${x}){${e}=${x};break ${handler.label};}\n` +
      `${orelse.join('\n')}\nbreak ${end};}${handlers}}`,
  );
}

/** Text of a catch body in which the exception is the handled one. */
export function handlerBlock(b: Body, e: string, write: () => void): string {
  const h = b.unique('$h');
  const lines = b.capture(write);
  return `${caught(b, e)}const ${h}=$T.handled;$T.handled=${e};try{\n${lines.join('\n')}\n}finally{$T.handled=${h};}`;
}

function exceptClauses(b: Body, handlers: readonly ast.excepthandler[], e: string): void {
  let closing = 0;
  for (const handler of handlers) {
    const body = (): void => b.statement(() => handlerBody(b, handler, e));
    if (handler.type === undefined) {
      if (b.isTraced) b.emit(lineEvent(b, handler));
      body();
      b.emit('}'.repeat(closing));
      return;
    }
    if (b.isTraced) b.emit(lineEvent(b, handler));
    const type = expression(b, handler.type);
    b.emit(`if(${b.rt('matches')}(${e},${withPosition(b, type, handler.type)})){`);
    body();
    b.emit('}else{');
    closing++;
  }
  b.emit(`${rethrowText(b, e)}${'}'.repeat(closing)}`);
}

/** `except T as name:` unbinds the name at the end, whatever happens. */
function handlerBody(b: Body, handler: ast.excepthandler, e: string): void {
  if (handler.name === undefined) {
    statements(b, handler.body);
    return;
  }
  b.emit(storeName(b, handler.name, e, handler));
  const body = b.capture(() => statements(b, handler.body));
  const unbind = unbindName(b, handler.name, handler);
  b.emit(`try{\n${body.join('\n')}\n}finally{${unbind}}`);
}

/** try ... finally, with the exception in flight as the handled one while the final block runs. */
export function protectFinally(b: Body, write: () => void, finalbody: readonly ast.stmt[]): void {
  const x = b.unique('$x');
  const p = b.unique('$p');
  const h = b.unique('$h');
  const handler = { label: b.label('h'), variable: p, names: NO_NAMES };
  const body = b.capture(() => b.handledBy(handler, write));
  const last = b.capture(() => lastStatements(b, finalbody));
  // The exception goes on behind the block, by one throw or a jump, and not out of the catch, which the engine takes for another.
  b.emit(
    `{let ${p};${handler.label}:{try{\n${body.join('\n')}\n}catch(${x}){${p}=${x};}` +
      `finally{const ${h}=$T.handled;if(${p}!==undefined){${caught(b, p)}$T.handled=${p};}` +
      `try{\n${last.join('\n')}\n}finally{$T.handled=${h};}}}` +
      `if(${p}!==undefined){${rethrowText(b, p)}}}`,
  );
}

/** In a generator, a finally block whose own `return` is abandoned leaves the value of the return that it interrupts. */
function lastStatements(b: Body, finalbody: readonly ast.stmt[]): void {
  const kept = b.machine?.returnsValue && finalbody.some(mayReturn) ? b.unique('$k') : undefined;
  if (kept !== undefined) b.emit(`const ${kept}=this.returned;`);
  statements(b, finalbody);
  if (kept !== undefined) b.emit(`this.returned=${kept};`);
}

/** except*: each clause takes its part of the group; what is left, and what the clauses raise, goes on as a group. */
export function lowerTryStar(b: Body, node: ast.TryStar): void {
  b.hasHandlers = true;
  if (node.finalbody.length > 0) protectFinally(b, () => tryStar(b, node), node.finalbody);
  else tryStar(b, node);
}

function tryStar(b: Body, node: ast.TryStar): void {
  const e = b.unique('$e');
  const rest = b.unique('$g');
  const raised = b.unique('$s');
  const body = b.capture(() => b.handledBy(undefined, () => statements(b, node.body)));
  const handlers = handlerBlock(b, e, () => {
    b.emit(`let ${rest}=${e};const ${raised}=[];`);
    for (const handler of node.handlers) starClause(b, handler, rest, raised, e);
    b.emit(`${rest}=${b.rt('finishStar')}(${e},${rest},${raised});if(${rest}!==undefined){${rethrowText(b, rest)}}`);
  });
  const ok = b.unique('$o');
  const orelse = b.capture(() => statements(b, node.orelse));
  b.emit(`let ${ok}=false;try{\n${body.join('\n')}\n${ok}=true;}catch(${e}){${handlers}}`);
  if (orelse.length > 0) b.emit(`if(${ok}){\n${orelse.join('\n')}\n}`);
}

function starClause(b: Body, handler: ast.excepthandler, rest: string, raised: string, e: string): void {
  const split = b.unique('$m');
  const inner = b.unique('$e');
  const h = b.unique('$h');
  const type = withPosition(b, expression(b, handler.type!), handler.type!);
  b.emit(`if(${rest}!==undefined){const ${split}=${b.rt('splitStar')}(${e},${rest},${type});`);
  b.emit(`if(${split}!==undefined){${rest}=${split}.rest;const ${h}=$T.handled;$T.handled=${split}.match;try{`);
  b.handledBy(undefined, () => b.statement(() => handlerBody(b, handler, `${split}.match`)));
  b.emit(
    `}catch(${inner}){${caught(b, inner)}${raised}.push(${inner});}finally{$T.handled=${h};}}else{${type};}}`.replace(
      `else{${type};}`,
      '',
    ),
  );
}
