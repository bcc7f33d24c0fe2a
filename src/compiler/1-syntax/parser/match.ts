// match statements; the patterns are next door. CPython: Grammar/python.gram, "Match statement".
import * as ast from '../ast/nodes.ts';
import { KW, T } from '../tokenizer/token.ts';
import { parseBlock } from './compound-statements.ts';
import { parseNamedExpression, parseStarNamedExpression, parseTupleRest } from './expressions.ts';
import type { Parser } from './parser.ts';
import { parsePatterns } from './patterns.ts';

/**
 * Whether the name `match` here begins a match statement. It does when the line ends in a colon and an indented `case`
 * follows: no statement that takes `match` for a variable can be followed by an indent.
 */
export function atMatchStatement(p: Parser): boolean {
  const { tokens } = p;
  let at = p.pos + 1;
  if (!MAY_START_SUBJECT[tokens[at]!.type]) return false;
  while (tokens[at]!.type !== T.NEWLINE) {
    if (++at >= tokens.length) return false;
  }
  if (tokens[at - 1]!.type !== T.COLON || tokens[at + 1]?.type !== T.INDENT) return false;
  const first = tokens[at + 2];
  return first?.type === T.NAME && first.string === 'case';
}

const MAY_START_SUBJECT: readonly boolean[] = (() => {
  const table: boolean[] = new Array(KW.YIELD + 1).fill(false);
  for (const type of [T.NAME, T.NUMBER, T.STRING, T.LPAR, T.LSQB, T.LBRACE, T.PLUS, T.MINUS, T.TILDE])
    table[type] = true;
  for (const type of [T.STAR, T.ELLIPSIS, T.FSTRING_START, T.TSTRING_START]) table[type] = true;
  for (const type of [KW.FALSE, KW.NONE, KW.TRUE, KW.NOT, KW.LAMBDA, KW.AWAIT]) table[type] = true;
  return table;
})();

/** `match_stmt`; the current token is `match`. */
export function parseMatch(p: Parser): ast.stmt {
  const start = p.advance();
  const subject = parseSubject(p);
  p.expect(T.COLON);
  p.expect(T.NEWLINE);
  p.expect(T.INDENT);
  const cases: ast.match_case[] = [];
  do cases.push(parseCase(p));
  while (p.type !== T.DEDENT);
  p.advance();
  p.checkVersion(10, 'Pattern matching is');
  return ast.Match(subject, cases, p.blockSpan(start));
}

function parseSubject(p: Parser): ast.expr {
  const start = p.token;
  const first = parseStarNamedExpression(p);
  if (p.type === T.COMMA) return parseTupleRest(p, start, first, parseStarNamedExpression);
  return first.nodeType === 'Starred' ? p.fail() : first;
}

function parseCase(p: Parser): ast.match_case {
  if (p.type !== T.NAME || p.token.string !== 'case') p.fail();
  p.advance();
  const pattern = parsePatterns(p);
  const guard = p.accept(KW.IF) ? parseNamedExpression(p) : undefined;
  p.expect(T.COLON);
  const body = parseBlock(p);
  return ast.match_case(pattern, guard, body);
}
