// with and async with. CPython: Python/codegen.c (codegen_with_inner, codegen_async_with_inner)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { assign } from './assignment.ts';
import { expression } from './expressions.ts';
import { lineEvent } from './frames.ts';
import { withPosition } from './operators.ts';
import { statements } from './statements.ts';
import { awaitText } from './suspension.ts';
import { handlerBlock } from './try.ts';

/** One item; the next ones, then the body, are inside it. */
export function lowerWith(b: Body, node: ast.With | ast.AsyncWith, index: number): void {
  const item = node.items[index];
  if (item === undefined) {
    statements(b, node.body);
    return;
  }
  b.hasHandlers = true;
  const isAsync = node.nodeType === 'AsyncWith';
  const manager = b.unique('$w');
  const context = item.context_expr;
  const open = isAsync ? b.rt('asyncContext') : b.rt('context');
  b.emit(`{const ${manager}=${open}(${withPosition(b, expression(b, context), context)});`);
  const entered = b.unique('$v');
  b.emit(`${b.at(context)};const ${entered}=${suspended(b, isAsync, `${manager}.enter()`, context)};`);
  const ok = b.unique('$o');
  const e = b.unique('$e');
  const body = b.capture(() => {
    if (item.optional_vars !== undefined) b.statement(() => assign(b, item.optional_vars!, entered));
    lowerWith(b, node, index + 1);
  });
  const handlers = handlerBlock(b, e, () => {
    b.emit(`${ok}=false;${b.isTraced ? lineEvent(b, node) : `${b.at(context)};`}`);
    b.emit(`if(!${b.rt('truth')}(${suspended(b, isAsync, `${manager}.fail(${e})`, context)}))throw ${e};`);
  });
  b.emit(`let ${ok}=true;try{\n${body.join('\n')}\n}catch(${e}){${handlers}}`);
  b.emit(
    `finally{if(${ok}){${b.isTraced ? lineEvent(b, node) : `${b.at(context)};`}${suspended(b, isAsync, `${manager}.exit()`, context)};}}}`,
  );
  const text = b.out.splice(b.out.length - 2, 2).join('');
  b.emit(text);
}

function suspended(b: Body, isAsync: boolean, text: string, at: ast.expr): string {
  return isAsync ? awaitText(b, text, at) : text;
}
