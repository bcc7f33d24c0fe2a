// try, except and except*. CPython: Grammar/python.gram, "Try statement" and "Except statement".
import * as ast from '../ast/nodes.ts';
import { KW, T } from '../tokenizer/token.ts';
import { parseElse, parseSuite } from './compound-statements.ts';
import { parseExpression, parseTupleRest } from './expressions.ts';
import type { Parser } from './parser.ts';

/** `try_stmt`: all handlers are `except`, or all are `except*`. */
export function parseTry(p: Parser): ast.stmt {
  const start = p.advance();
  const body = parseSuite(p);
  const isStar = p.type === KW.EXCEPT && p.peekType() === T.STAR;
  const handlers: ast.excepthandler[] = [];
  while (p.type === KW.EXCEPT) handlers.push(parseHandler(p, isStar));
  const orelse = handlers.length > 0 ? parseElse(p) : [];
  if (handlers.length === 0 && p.type !== KW.FINALLY) p.fail();
  const finalbody = p.accept(KW.FINALLY) ? parseSuite(p) : [];
  if (!isStar) return ast.Try(body, handlers, orelse, finalbody, p.blockSpan(start));
  p.checkVersion(11, 'Exception groups are');
  return ast.TryStar(body, handlers, orelse, finalbody, p.blockSpan(start));
}

function parseHandler(p: Parser, isStar: boolean): ast.excepthandler {
  const start = p.advance();
  if (isStar) p.expect(T.STAR);
  let type: ast.expr | undefined;
  let name: string | undefined;
  let isBareTuple = false;
  if (isStar || p.type !== T.COLON) {
    const first = p.token;
    type = parseExpression(p);
    if (p.accept(KW.AS)) {
      name = p.expectName();
    } else if (p.type === T.COMMA) {
      type = parseTupleRest(p, first, type, parseExpression);
      isBareTuple = true;
    }
  }
  const body = parseSuite(p);
  if (isBareTuple) p.checkVersion(14, 'except expressions without parentheses are', p.previous);
  return ast.ExceptHandler(type, name, body, p.blockSpan(start));
}
