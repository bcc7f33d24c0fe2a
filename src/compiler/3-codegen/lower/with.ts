// with. CPython: Python/codegen.c (codegen_with_inner)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { type Body, NO_NAMES } from '../body.ts';
import { assign } from './assignment.ts';
import { expression } from './expressions.ts';
import { lineEvent } from './frames.ts';
import { withPosition } from './operators.ts';
import { statements } from './statements.ts';
import { handlerBlock, rethrowText } from './try.ts';

/** One item; the next ones, then the body, are inside it. */
export function lowerWith(b: Body, node: ast.With, index: number): void {
  const item = node.items[index];
  if (item === undefined) {
    statements(b, node.body);
    return;
  }
  b.hasHandlers = true;
  const manager = b.unique('$w');
  const context = item.context_expr;
  b.emit(`{const ${manager}=${b.rt('context')}(${withPosition(b, expression(b, context), context)});`);
  const entered = b.unique('$v');
  b.emit(`${b.at(context)};const ${entered}=${manager}.enter();`);
  const p = b.unique('$p');
  const x = b.unique('$x');
  const handler = { label: b.label('h'), variable: p, names: NO_NAMES };
  const body = b.capture(() =>
    b.handledBy(handler, () => {
      if (item.optional_vars !== undefined) b.statement(() => assign(b, item.optional_vars!, entered));
      lowerWith(b, node, index + 1);
    }),
  );
  const event = b.isTraced ? lineEvent(b, node) : `${b.at(context)};`;
  const handlers = handlerBlock(b, p, () => {
    b.emit(event);
    b.emit(`if(!${b.rt('truth')}(${manager}.fail(${p}))){${rethrowText(b, p)}}`);
  });
  b.emit(
    `let ${p};${handler.label}:{try{\n${body.join('\n')}\n}catch(${x}){${p}=${x};}` +
      `finally{if(${p}===undefined){${event}${manager}.exit();}}}if(${p}!==undefined){${handlers}}}`,
  );
}
