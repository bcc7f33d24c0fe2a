// Call arguments. CPython: Grammar/python.gram, "FUNCTION CALL ARGUMENTS".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { parseComprehensions } from './comprehensions.ts';
import { parseExpression, parseNamedExpression } from './expressions.ts';
import type { Parser } from './parser.ts';
import { parseStarredExpression } from './primary.ts';

/** A call of `func`; the current token is the opening parenthesis. */
export function parseCall(p: Parser, start: Token, func: ast.expr): ast.expr {
  const open = p.advance();
  const args: ast.expr[] = [];
  const keywords: ast.keyword[] = [];
  if (p.type !== T.RPAR) {
    parseArgumentList(p, args, keywords);
    if (p.type === KW.FOR || p.type === KW.ASYNC) parseBareGenerator(p, open, args, keywords);
  }
  p.expect(T.RPAR);
  return ast.Call(func, args, keywords, p.span(start));
}

/** `f(x for x in y)`: the call's parentheses are the generator expression's. */
function parseBareGenerator(p: Parser, open: Token, args: ast.expr[], keywords: ast.keyword[]): void {
  const [element] = args;
  const isOnlyArgument = args.length === 1 && keywords.length === 0 && p.previous.type !== T.COMMA;
  if (!isOnlyArgument || element!.nodeType === 'Starred') p.fail();
  const generators = parseComprehensions(p);
  if (p.type !== T.RPAR) p.fail();
  const position = p.tokenSpan(open, p.token);
  args[0] = ast.GeneratorExp(element!, generators, position);
}

/** `arguments`: positional and starred, then keywords with `*iterable` among them, then keywords with `**mapping`. */
export function parseArgumentList(p: Parser, args: ast.expr[], keywords: ast.keyword[]): void {
  let sawMapping = false;
  do {
    if (p.type === T.STAR) {
      if (sawMapping) p.fail();
      args.push(parseStarredExpression(p));
    } else if (p.type === T.DOUBLESTAR) {
      sawMapping = true;
      const start = p.advance();
      const value = parseExpression(p);
      keywords.push(ast.keyword(undefined, value, p.span(start)));
    } else if (p.type === T.NAME && p.peekType() === T.EQUAL) {
      const start = p.advance();
      p.advance();
      const value = parseExpression(p);
      keywords.push(ast.keyword(p.identifier(start), value, p.span(start)));
    } else {
      if (keywords.length > 0) p.fail();
      args.push(parseNamedExpression(p));
    }
  } while (p.accept(T.COMMA) && p.type !== T.RPAR);
}
