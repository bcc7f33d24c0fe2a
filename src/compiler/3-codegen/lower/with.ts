// with. CPython: Python/codegen.c (codegen_with_inner)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { assign } from './assignment.ts';
import { expression } from './expressions.ts';
import { lineEvent } from './frames.ts';
import { withPosition } from './operators.ts';
import { statements } from './statements.ts';
import { handlerBlock } from './try.ts';

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
  const ok = b.unique('$o');
  const e = b.unique('$e');
  const body = b.capture(() =>
    b.handledBy(undefined, () => {
      if (item.optional_vars !== undefined) b.statement(() => assign(b, item.optional_vars!, entered));
      lowerWith(b, node, index + 1);
    }),
  );
  const handlers = handlerBlock(b, e, () => {
    b.emit(`${ok}=false;${b.isTraced ? lineEvent(b, node) : `${b.at(context)};`}`);
    b.emit(`if(!${b.rt('truth')}(${manager}.fail(${e})))${b.rt('throw')}(${e});`);
  });
  b.emit(`let ${ok}=true;try{\n${body.join('\n')}\n}catch(${e}){${handlers}}`);
  b.emit(`finally{if(${ok}){${b.isTraced ? lineEvent(b, node) : `${b.at(context)};`}${manager}.exit();}}}`);
  const text = b.out.splice(b.out.length - 2, 2).join('');
  b.emit(text);
}
