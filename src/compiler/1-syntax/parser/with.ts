// with statements. CPython: Grammar/python.gram, "With statement".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { parseBlock } from './compound-statements.ts';
import { parseExpression } from './expressions.ts';
import { typeCommentText } from './parameters.ts';
import { type Parser, SYNTAX_FAILURE } from './parser.ts';
import { parseStarTarget } from './targets.ts';

/** `with_stmt`; the current token is `with`, `start` is it or the `async` before it. */
export function parseWith(p: Parser, start: Token, isAsync: boolean): ast.stmt {
  p.advance();
  const items = (p.type === T.LPAR && parseParenthesisedItems(p, isAsync)) || parseItems(p);
  p.expect(T.COLON);
  const comment = p.type === T.TYPE_COMMENT ? typeCommentText(p.advance()) : undefined;
  const body = parseBlock(p);
  if (!isAsync) return ast.With(items, body, comment, p.blockSpan(start));
  p.checkVersion(5, 'Async with statements are', p.previous);
  return ast.AsyncWith(items, body, comment, p.blockSpan(start));
}

function parseItems(p: Parser): ast.withitem[] {
  const items = [parseItem(p)];
  while (p.accept(T.COMMA)) items.push(parseItem(p));
  return items;
}

function parseItem(p: Parser): ast.withitem {
  const context = parseExpression(p);
  if (!p.accept(KW.AS)) return ast.withitem(context, undefined);
  const target = parseStarTarget(p);
  if (p.type !== T.COMMA && p.type !== T.RPAR && p.type !== T.COLON) p.fail();
  return ast.withitem(context, target);
}

/**
 * Items in parentheses, or undefined when the parentheses belong to an expression: they do unless a colon follows the
 * closing one, and even then when what they hold is no list of items (`with (yield):`).
 */
function parseParenthesisedItems(p: Parser, isAsync: boolean): ast.withitem[] | undefined {
  const open = p.pos;
  const close = closingParenthesis(p);
  if (p.tokens[close]!.type !== T.RPAR || p.tokens[close + 1]!.type !== T.COLON) return undefined;
  if (isAsync && p.tokens[close + 2]!.type === T.TYPE_COMMENT) return undefined;
  const { depth } = p;
  try {
    p.advance();
    const items: ast.withitem[] = [];
    do items.push(parseItem(p));
    while (p.accept(T.COMMA) && p.type !== T.RPAR);
    p.expect(T.RPAR);
    if (p.type !== T.COLON) p.fail();
    return items;
  } catch (failure) {
    if (failure !== SYNTAX_FAILURE) throw failure;
    p.depth = depth;
    p.rewind(open);
    return undefined;
  }
}

/** Index of the token that closes the current bracket, or of the last token. */
function closingParenthesis(p: Parser): number {
  let depth = 0;
  const last = p.tokens.length - 1;
  for (let at = p.pos; at < last; at++) {
    const { type } = p.tokens[at]!;
    if (type === T.LPAR || type === T.LSQB || type === T.LBRACE) depth++;
    else if (type === T.RPAR || type === T.RSQB || type === T.RBRACE) {
      if (--depth === 0) return at;
    }
  }
  return last;
}
