// The start rules: a whole file, an expression, an interactive statement, a function type.
// CPython: Grammar/python.gram, "STARTING RULES".
import * as ast from '../ast/nodes.ts';
import { T } from '../tokenizer/token.ts';
import { parseCompoundStatement, parseStatement } from './compound-statements.ts';
import { parseExpression, parseExpressions } from './expressions.ts';
import type { Parser } from './parser.ts';
import { parseSimpleStatements } from './simple-statements.ts';

/** `file`. */
export function parseFile(p: Parser, typeIgnores: ast.type_ignore[]): ast.mod {
  const body: ast.stmt[] = [];
  while (p.type !== T.ENDMARKER) parseStatement(p, body);
  return ast.Module(body, typeIgnores);
}

/** `eval`. */
export function parseEval(p: Parser): ast.mod {
  const body = parseExpressions(p);
  expectEnd(p);
  return ast.Expression(body);
}

/** `interactive`: one compound statement or one line. */
export function parseInteractive(p: Parser): ast.mod {
  if (p.type === T.NEWLINE) {
    const start = p.advance();
    return ast.Interactive([ast.Pass(p.tokenSpan(start, start))]);
  }
  const compound = parseCompoundStatement(p);
  if (compound === undefined) {
    const body: ast.stmt[] = [];
    parseSimpleStatements(p, body);
    rejectFurtherStatements(p);
    return ast.Interactive(body);
  }
  p.expect(T.NEWLINE);
  return ast.Interactive([compound]);
}

/** Nothing but blank lines and comments may follow the line. CPython: Parser/pegen.c bad_single_statement. */
function rejectFurtherStatements(p: Parser): void {
  const newline = p.previous;
  if (/^(?:[ \t\n\f]|#[^\n]*)*$/.test(p.source.text.slice(newline.end))) return;
  p.rewind(p.pos - 1);
  p.raise('multiple statements found while compiling a single statement');
}

/** `func_type`: `(int, *str, **Any) -> float`; the stars are dropped. */
export function parseFunctionType(p: Parser): ast.mod {
  p.expect(T.LPAR);
  const argtypes = p.type === T.RPAR ? [] : parseTypeExpressions(p);
  p.expect(T.RPAR);
  p.expect(T.RARROW);
  const returns = parseExpression(p);
  expectEnd(p);
  return ast.FunctionType(argtypes, returns);
}

function parseTypeExpressions(p: Parser): ast.expr[] {
  const types: ast.expr[] = [];
  let seen = 0;
  do {
    const stars = p.type === T.STAR ? 1 : p.type === T.DOUBLESTAR ? 2 : 0;
    if (seen > 0 && stars <= seen) p.fail();
    if (stars > 0) p.advance();
    seen = stars;
    types.push(parseExpression(p));
  } while (p.accept(T.COMMA));
  return types;
}

function expectEnd(p: Parser): void {
  while (p.type === T.NEWLINE) p.advance();
  if (p.type !== T.ENDMARKER) p.fail();
}
