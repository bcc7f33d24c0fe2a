// Function and class definitions with their decorators. CPython: Grammar/python.gram, "Class definitions" and
// "Function definitions".
import * as ast from '../ast/nodes.ts';
import { KW, T } from '../tokenizer/token.ts';
import { parseArgumentList } from './arguments.ts';
import { parseBlock, parseSuite } from './compound-statements.ts';
import { parseExpression, parseNamedExpression } from './expressions.ts';
import { parseParameters, typeCommentText } from './parameters.ts';
import type { Parser } from './parser.ts';
import { parseTypeParams } from './type-params.ts';

/** Decorators and what they decorate; the node's position leaves the decorators out. */
export function parseDecorated(p: Parser): ast.stmt {
  const decorators: ast.expr[] = [];
  while (p.accept(T.AT)) {
    decorators.push(parseNamedExpression(p));
    p.expect(T.NEWLINE);
  }
  if (p.type === KW.CLASS) return parseClass(p, decorators);
  if (p.type === KW.DEF) return parseFunction(p, decorators);
  if (p.type === KW.ASYNC && p.peekType() === KW.DEF) return parseFunction(p, decorators);
  return p.fail();
}

/** `function_def_raw`; the current token is `def` or the `async` before it. */
export function parseFunction(p: Parser, decorators: ast.expr[]): ast.stmt {
  const start = p.token;
  const isAsync = p.accept(KW.ASYNC);
  p.advance();
  const name = p.expectName();
  const typeParams = parseTypeParams(p);
  p.expect(T.LPAR);
  const parameters = parseParameters(p);
  p.expect(T.RPAR);
  const returns = p.accept(T.RARROW) ? parseExpression(p) : undefined;
  p.expect(T.COLON);
  const comment = parseTypeComment(p);
  const body = parseBlock(p);
  if (isAsync) p.checkVersion(5, 'Async functions are', p.previous);
  const make = isAsync ? ast.AsyncFunctionDef : ast.FunctionDef;
  return make(name, parameters, body, decorators, returns, comment, typeParams, p.blockSpan(start));
}

/** `func_type_comment`: after the colon, or alone on the first line of the body. */
function parseTypeComment(p: Parser): string | undefined {
  if (p.type === T.TYPE_COMMENT) return typeCommentText(p.advance());
  if (p.type !== T.NEWLINE || p.peekType() !== T.TYPE_COMMENT) return undefined;
  const [, comment, newline, indent] = p.tokens.slice(p.pos, p.pos + 4);
  if (newline?.type !== T.NEWLINE || indent?.type !== T.INDENT) return undefined;
  p.rewind(p.pos + 2);
  return typeCommentText(comment!);
}

/** `class_def_raw`; the current token is `class`. */
export function parseClass(p: Parser, decorators: ast.expr[]): ast.stmt {
  const start = p.advance();
  const name = p.expectName();
  const typeParams = parseTypeParams(p);
  const bases: ast.expr[] = [];
  const keywords: ast.keyword[] = [];
  if (p.accept(T.LPAR)) {
    if (p.type !== T.RPAR) parseArgumentList(p, bases, keywords);
    p.expect(T.RPAR);
  }
  const body = parseSuite(p);
  return ast.ClassDef(name, bases, keywords, body, decorators, typeParams, p.blockSpan(start));
}
