// Statements with blocks, and the dispatch over all statements. CPython: Grammar/python.gram, "COMPOUND STATEMENTS".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { parseClass, parseDecorated, parseFunction } from './definitions.ts';
import { parseNamedExpression, parseStarExpressions } from './expressions.ts';
import { atMatchStatement, parseMatch } from './match.ts';
import { typeCommentText } from './parameters.ts';
import type { Parser } from './parser.ts';
import { parseSimpleStatements } from './simple-statements.ts';
import { parseStarTargets } from './targets.ts';
import { parseTry } from './try.ts';
import { parseWith } from './with.ts';

/** `statement`: appends one compound statement or a line of simple ones. */
export function parseStatement(p: Parser, into: ast.stmt[]): void {
  const compound = parseCompoundStatement(p);
  if (compound === undefined) parseSimpleStatements(p, into);
  else into.push(compound);
}

/** `compound_stmt`, or undefined when none begins here. */
export function parseCompoundStatement(p: Parser): ast.stmt | undefined {
  switch (p.type) {
    case KW.IF:
      return parseIf(p);
    case KW.DEF:
      return parseFunction(p, []);
    case KW.FOR:
      return parseFor(p, p.token, false);
    case KW.CLASS:
      return parseClass(p, []);
    case KW.TRY:
      return parseTry(p);
    case KW.WITH:
      return parseWith(p, p.token, false);
    case KW.WHILE:
      return parseWhile(p);
    case T.AT:
      return parseDecorated(p);
    case KW.ASYNC:
      return parseAsync(p);
    case T.NAME:
      return p.token.string === 'match' && atMatchStatement(p) ? parseMatch(p) : undefined;
    default:
      return undefined;
  }
}

/** `block`: an indented suite, or simple statements on the same line. */
export function parseBlock(p: Parser): ast.stmt[] {
  const body: ast.stmt[] = [];
  if (p.accept(T.NEWLINE)) {
    p.expect(T.INDENT);
    do parseStatement(p, body);
    while (p.type !== T.DEDENT);
    p.advance();
  } else {
    parseSimpleStatements(p, body);
  }
  return body;
}

/** `':' block`. */
export function parseSuite(p: Parser): ast.stmt[] {
  p.expect(T.COLON);
  return parseBlock(p);
}

/** `[else_block]`. */
export function parseElse(p: Parser): ast.stmt[] {
  return p.accept(KW.ELSE) ? parseSuite(p) : [];
}

/** One `if` or `elif` whose `orelse` is not known yet. */
interface Branch {
  readonly start: Token;
  readonly test: ast.expr;
  readonly body: ast.stmt[];
}

/** An `elif` is an If in its predecessor's `orelse`; the chain is built from its end, so that it may be long. */
function parseIf(p: Parser): ast.stmt {
  const branches: Branch[] = [];
  do {
    const start = p.advance();
    const test = parseNamedExpression(p);
    branches.push({ start, test, body: parseSuite(p) });
    p.enter(1);
  } while (p.type === KW.ELIF);
  p.leave(branches.length);
  let orelse = parseElse(p);
  for (let i = branches.length - 1; i > 0; i--) {
    const { start, test, body } = branches[i]!;
    orelse = [ast.If(test, body, orelse, p.blockSpan(start))];
  }
  const { start, test, body } = branches[0]!;
  return ast.If(test, body, orelse, p.blockSpan(start));
}

function parseWhile(p: Parser): ast.stmt {
  const start = p.advance();
  const test = parseNamedExpression(p);
  const body = parseSuite(p);
  const orelse = parseElse(p);
  return ast.While(test, body, orelse, p.blockSpan(start));
}

function parseFor(p: Parser, start: Token, isAsync: boolean): ast.stmt {
  p.advance();
  const target = parseStarTargets(p);
  p.expect(KW.IN);
  const iter = parseStarExpressions(p);
  p.expect(T.COLON);
  const comment = p.type === T.TYPE_COMMENT ? typeCommentText(p.advance()) : undefined;
  const body = parseBlock(p);
  const orelse = parseElse(p);
  if (!isAsync) return ast.For(target, iter, body, orelse, comment, p.blockSpan(start));
  p.checkVersion(5, 'Async for loops are');
  return ast.AsyncFor(target, iter, body, orelse, comment, p.blockSpan(start));
}

function parseAsync(p: Parser): ast.stmt {
  switch (p.peekType()) {
    case KW.DEF:
      return parseFunction(p, []);
    case KW.FOR:
      return parseFor(p, p.advance(), true);
    case KW.WITH:
      return parseWith(p, p.advance(), true);
    default:
      p.advance();
      return p.fail();
  }
}
