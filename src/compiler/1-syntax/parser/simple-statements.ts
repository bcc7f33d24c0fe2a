// Statements on one line: expressions, assignments, and those that begin with a keyword of their own.
// CPython: Grammar/python.gram, "SIMPLE STATEMENTS".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import {
  parseAnnotatedRhs,
  parseExpression,
  parseStarExpressions,
  parseYield,
  startsExpression,
} from './expressions.ts';
import { parseImport, parseImportFrom } from './imports.ts';
import { typeCommentText } from './parameters.ts';
import type { Parser } from './parser.ts';
import { parseDelTargets, toSingleTarget, toStore } from './targets.ts';
import { parseTypeParams } from './type-params.ts';

/** `simple_stmts`: statements separated by semicolons, and the end of the line. */
export function parseSimpleStatements(p: Parser, into: ast.stmt[]): void {
  do into.push(parseSimpleStatement(p));
  while (p.accept(T.SEMI) && p.type !== T.NEWLINE);
  p.expect(T.NEWLINE);
}

function parseSimpleStatement(p: Parser): ast.stmt {
  switch (p.type) {
    case KW.RETURN:
      return parseReturn(p);
    case KW.IMPORT:
      return parseImport(p);
    case KW.FROM:
      return parseImportFrom(p);
    case KW.PASS:
      return ast.Pass(p.span(p.advance()));
    case KW.BREAK:
      return ast.Break(p.span(p.advance()));
    case KW.CONTINUE:
      return ast.Continue(p.span(p.advance()));
    case KW.RAISE:
      return parseRaise(p);
    case KW.DEL:
      return parseDel(p);
    case KW.ASSERT:
      return parseAssert(p);
    case KW.GLOBAL:
      return parseGlobal(p);
    case KW.NONLOCAL:
      return parseNonlocal(p);
    case KW.YIELD:
      return parseYieldStatement(p);
    case T.NAME:
      if (p.token.string === 'type' && p.peekType() === T.NAME) return parseTypeAlias(p);
  }
  return parseExpressionStatement(p);
}

/** An expression, or the assignment it turns out to begin. */
function parseExpressionStatement(p: Parser): ast.stmt {
  const start = p.token;
  const first = parseStarExpressions(p);
  if (p.type === T.EQUAL) return parseAssign(p, start, first);
  if (p.type === T.COLON) return parseAnnAssign(p, start, first);
  const operator = AUGMENTED_OPERATORS[p.type];
  return operator === undefined ? ast.Expr(first, p.span(start)) : parseAugAssign(p, start, first, operator);
}

function parseAssign(p: Parser, start: Token, first: ast.expr): ast.stmt {
  const targets: ast.expr[] = [];
  let value = first;
  while (p.accept(T.EQUAL)) {
    targets.push(toStore(p, value));
    value = parseAnnotatedRhs(p);
  }
  const comment = p.type === T.TYPE_COMMENT ? typeCommentText(p.advance()) : undefined;
  return ast.Assign(targets, value, comment, p.span(start));
}

function parseAnnAssign(p: Parser, start: Token, first: ast.expr): ast.stmt {
  const target = toSingleTarget(p, first);
  const simple = target.nodeType === 'Name' && start.type === T.NAME ? 1 : 0;
  p.advance();
  const annotation = parseExpression(p);
  const value = p.accept(T.EQUAL) ? parseAnnotatedRhs(p) : undefined;
  p.checkVersion(6, simple ? 'Variable annotation syntax is' : 'Variable annotations syntax is');
  return ast.AnnAssign(target, annotation, value, simple, p.span(start));
}

const AUGMENTED_OPERATORS: (ast.operator | undefined)[] = [];
AUGMENTED_OPERATORS[T.PLUSEQUAL] = 'Add';
AUGMENTED_OPERATORS[T.MINEQUAL] = 'Sub';
AUGMENTED_OPERATORS[T.STAREQUAL] = 'Mult';
AUGMENTED_OPERATORS[T.ATEQUAL] = 'MatMult';
AUGMENTED_OPERATORS[T.SLASHEQUAL] = 'Div';
AUGMENTED_OPERATORS[T.PERCENTEQUAL] = 'Mod';
AUGMENTED_OPERATORS[T.AMPEREQUAL] = 'BitAnd';
AUGMENTED_OPERATORS[T.VBAREQUAL] = 'BitOr';
AUGMENTED_OPERATORS[T.CIRCUMFLEXEQUAL] = 'BitXor';
AUGMENTED_OPERATORS[T.LEFTSHIFTEQUAL] = 'LShift';
AUGMENTED_OPERATORS[T.RIGHTSHIFTEQUAL] = 'RShift';
AUGMENTED_OPERATORS[T.DOUBLESTAREQUAL] = 'Pow';
AUGMENTED_OPERATORS[T.DOUBLESLASHEQUAL] = 'FloorDiv';

function parseAugAssign(p: Parser, start: Token, first: ast.expr, operator: ast.operator): ast.stmt {
  const target = toSingleTarget(p, first);
  p.advance();
  if (operator === 'MatMult') p.checkVersion(5, "The '@' operator is", p.previous);
  const value = parseAnnotatedRhs(p);
  return ast.AugAssign(target, operator, value, p.span(start));
}

function parseReturn(p: Parser): ast.stmt {
  const start = p.advance();
  const value = startsExpression(p.type) ? parseStarExpressions(p) : undefined;
  return ast.Return(value, p.span(start));
}

function parseRaise(p: Parser): ast.stmt {
  const start = p.advance();
  if (!startsExpression(p.type)) return ast.Raise(undefined, undefined, p.span(start));
  const exception = parseExpression(p);
  const cause = p.accept(KW.FROM) ? parseExpression(p) : undefined;
  return ast.Raise(exception, cause, p.span(start));
}

function parseDel(p: Parser): ast.stmt {
  const start = p.advance();
  const targets = parseDelTargets(p);
  return ast.Delete(targets, p.span(start));
}

function parseAssert(p: Parser): ast.stmt {
  const start = p.advance();
  const test = parseExpression(p);
  const message = p.accept(T.COMMA) ? parseExpression(p) : undefined;
  return ast.Assert(test, message, p.span(start));
}

function parseGlobal(p: Parser): ast.stmt {
  const start = p.advance();
  const names = parseNames(p);
  return ast.Global(names, p.span(start));
}

function parseNonlocal(p: Parser): ast.stmt {
  const start = p.advance();
  const names = parseNames(p);
  return ast.Nonlocal(names, p.span(start));
}

function parseNames(p: Parser): string[] {
  const names = [p.expectName()];
  while (p.accept(T.COMMA)) names.push(p.expectName());
  return names;
}

function parseYieldStatement(p: Parser): ast.stmt {
  const start = p.token;
  const value = parseYield(p);
  return ast.Expr(value, p.span(start));
}

/** `type X[T] = value`. `type` is a name everywhere else, but no other statement has two names in a row. */
function parseTypeAlias(p: Parser): ast.stmt {
  const start = p.advance();
  const nameToken = p.advance();
  const name = ast.Name(p.identifier(nameToken), 'Store', p.span(nameToken));
  const typeParams = parseTypeParams(p);
  p.expect(T.EQUAL);
  const value = parseExpression(p);
  p.checkVersion(12, 'Type statement is');
  return ast.TypeAlias(name, typeParams, value, p.span(start));
}
