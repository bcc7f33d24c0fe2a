// Expressions above the binary operators: conditional, lambda, boolean operators, comparisons, walrus, yield, and the
// comma-separated forms. CPython: Grammar/python.gram, "EXPRESSIONS" and "Comparison operators".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { parseBitwiseOr } from './operators.ts';
import { parseLambdaParameters } from './parameters.ts';
import type { Parser } from './parser.ts';

/** `expression`: conditional expression, disjunction or lambda. */
export function parseExpression(p: Parser): ast.expr {
  if (p.type === KW.LAMBDA) return parseLambda(p);
  const start = p.token;
  const body = parseDisjunction(p);
  return p.type === KW.IF ? parseConditional(p, start, body) : body;
}

interface Condition {
  readonly start: Token;
  readonly body: ast.expr;
  readonly test: ast.expr;
}

/** `body if test else ...`, in a loop: chains of conditional expressions may be long. */
function parseConditional(p: Parser, start: Token, body: ast.expr): ast.expr {
  const conditions: Condition[] = [];
  let result = body;
  while (p.accept(KW.IF)) {
    p.enter(1);
    conditions.push({ start, body: result, test: parseDisjunction(p) });
    p.expect(KW.ELSE);
    start = p.token;
    result = p.type === KW.LAMBDA ? parseLambda(p) : parseDisjunction(p);
  }
  p.leave(conditions.length);
  for (let i = conditions.length - 1; i >= 0; i--) {
    const condition = conditions[i]!;
    result = ast.IfExp(condition.test, condition.body, result, p.span(condition.start));
  }
  return result;
}

function parseLambda(p: Parser): ast.expr {
  p.enter(2);
  const start = p.advance();
  const parameters = parseLambdaParameters(p);
  p.expect(T.COLON);
  const body = parseExpression(p);
  p.leave(2);
  return ast.Lambda(parameters, body, p.span(start));
}

/** `disjunction`: operands joined by `or`. */
export function parseDisjunction(p: Parser): ast.expr {
  const start = p.token;
  const first = parseConjunction(p);
  if (p.type !== KW.OR) return first;
  const values = [first];
  while (p.accept(KW.OR)) values.push(parseConjunction(p));
  return ast.BoolOp('Or', values, p.span(start));
}

function parseConjunction(p: Parser): ast.expr {
  const start = p.token;
  const first = parseInversion(p);
  if (p.type !== KW.AND) return first;
  const values = [first];
  while (p.accept(KW.AND)) values.push(parseInversion(p));
  return ast.BoolOp('And', values, p.span(start));
}

function parseInversion(p: Parser): ast.expr {
  return p.type === KW.NOT ? parseNot(p) : parseComparison(p);
}

function parseNot(p: Parser): ast.expr {
  const operators: Token[] = [];
  for (; p.type === KW.NOT; p.enter(1)) operators.push(p.advance());
  let operand = parseComparison(p);
  p.leave(operators.length);
  for (let i = operators.length - 1; i >= 0; i--) operand = ast.UnaryOp('Not', operand, p.span(operators[i]!));
  return operand;
}

function parseComparison(p: Parser): ast.expr {
  const start = p.token;
  const left = parseBitwiseOr(p);
  let operator = acceptComparison(p);
  if (operator === undefined) return left;
  const operators: ast.cmpop[] = [];
  const comparators: ast.expr[] = [];
  do {
    operators.push(operator);
    comparators.push(parseBitwiseOr(p));
    operator = acceptComparison(p);
  } while (operator !== undefined);
  return ast.Compare(left, operators, comparators, p.span(start));
}

function acceptComparison(p: Parser): ast.cmpop | undefined {
  switch (p.type) {
    case T.EQEQUAL:
      p.advance();
      return 'Eq';
    case T.NOTEQUAL:
      return acceptNotEqual(p);
    case T.LESS:
      p.advance();
      return 'Lt';
    case T.LESSEQUAL:
      p.advance();
      return 'LtE';
    case T.GREATER:
      p.advance();
      return 'Gt';
    case T.GREATEREQUAL:
      p.advance();
      return 'GtE';
    case KW.IN:
      p.advance();
      return 'In';
    case KW.NOT:
      if (p.peekType() !== KW.IN) return undefined;
      p.advance();
      p.advance();
      return 'NotIn';
    case KW.IS:
      p.advance();
      return p.accept(KW.NOT) ? 'IsNot' : 'Is';
    default:
      return undefined;
  }
}

/** PEP 401: with barry_as_FLUFL the operator is spelled `<>`, and only so. */
function acceptNotEqual(p: Parser): 'NotEq' | undefined {
  const isDiamond = p.token.string === '<>';
  if (p.barryAsFlufl && !isDiamond) p.raise("with Barry as BDFL, use '<>' instead of '!='");
  if (!p.barryAsFlufl && isDiamond) return undefined;
  p.advance();
  return 'NotEq';
}

/** `named_expression`: `name := value` or an expression. */
export function parseNamedExpression(p: Parser): ast.expr {
  if (p.type === T.NAME && p.peekType() === T.COLONEQUAL) return parseWalrus(p);
  return parseExpression(p);
}

function parseWalrus(p: Parser): ast.expr {
  const start = p.advance();
  const target = ast.Name(p.identifier(start), 'Store', p.span(start));
  p.advance();
  const value = parseExpression(p);
  p.checkVersion(8, 'Assignment expressions are');
  return ast.NamedExpr(target, value, p.span(start));
}

/** `star_named_expression`: an element of a display. */
export function parseStarNamedExpression(p: Parser): ast.expr {
  return p.type === T.STAR ? parseStarred(p) : parseNamedExpression(p);
}

/** `star_expression`: an element of an unparenthesised tuple. */
export function parseStarExpression(p: Parser): ast.expr {
  return p.type === T.STAR ? parseStarred(p) : parseExpression(p);
}

function parseStarred(p: Parser): ast.expr {
  const start = p.advance();
  const value = parseBitwiseOr(p);
  return ast.Starred(value, 'Load', p.span(start));
}

/** `star_expressions`: one expression, or a tuple without parentheses. */
export function parseStarExpressions(p: Parser): ast.expr {
  const start = p.token;
  const first = parseStarExpression(p);
  return p.type === T.COMMA ? parseTupleRest(p, start, first, parseStarExpression) : first;
}

/** `expressions`: as `star_expressions`, without stars. */
export function parseExpressions(p: Parser): ast.expr {
  const start = p.token;
  const first = parseExpression(p);
  return p.type === T.COMMA ? parseTupleRest(p, start, first, parseExpression) : first;
}

/** The tuple that `first` begins; the current token is the comma after it. */
export function parseTupleRest(p: Parser, start: Token, first: ast.expr, element: (p: Parser) => ast.expr): ast.expr {
  const elts = [first];
  while (p.accept(T.COMMA) && startsExpression(p.type)) elts.push(element(p));
  return ast.Tuple(elts, 'Load', p.span(start));
}

/** `annotated_rhs`: what may stand right of `=` and inside an f-string's braces. */
export function parseAnnotatedRhs(p: Parser): ast.expr {
  return p.type === KW.YIELD ? parseYield(p) : parseStarExpressions(p);
}

/** `yield_expr`; the current token is `yield`. */
export function parseYield(p: Parser): ast.expr {
  const start = p.advance();
  if (p.accept(KW.FROM)) {
    const value = parseExpression(p);
    return ast.YieldFrom(value, p.span(start));
  }
  const value = startsExpression(p.type) ? parseStarExpressions(p) : undefined;
  return ast.Yield(value, p.span(start));
}

/** Whether a token of this type can begin a (possibly starred) expression. */
export function startsExpression(type: number): boolean {
  return STARTS_EXPRESSION[type] === 1;
}

const STARTS_EXPRESSION = tableOf([
  ...[T.NAME, T.NUMBER, T.STRING, T.LPAR, T.LSQB, T.LBRACE, T.PLUS, T.MINUS, T.TILDE, T.STAR, T.ELLIPSIS],
  ...[T.FSTRING_START, T.TSTRING_START, KW.FALSE, KW.NONE, KW.TRUE, KW.NOT, KW.LAMBDA, KW.AWAIT],
]);

function tableOf(types: readonly number[]): Uint8Array {
  const table = new Uint8Array(KW.YIELD + 1);
  for (const type of types) table[type] = 1;
  return table;
}
