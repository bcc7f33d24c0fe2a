// Atoms: names, constants, and everything in brackets. CPython: Grammar/python.gram atom, group, tuple, list, set, dict
// and the comprehensions' displays.
import * as ast from '../ast/nodes.ts';
import { numberConstant } from '../tokenizer/literals.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { atComprehension, parseComprehensions } from './comprehensions.ts';
import { parseExpression, parseStarNamedExpression, parseYield } from './expressions.ts';
import { parseBitwiseOr } from './operators.ts';
import type { Parser } from './parser.ts';
import { parseStrings } from './strings.ts';

const NONE: ast.ConstantValue = Object.freeze({ type: 'None' });
const TRUE: ast.ConstantValue = Object.freeze({ type: 'bool', value: true });
const FALSE: ast.ConstantValue = Object.freeze({ type: 'bool', value: false });
const ELLIPSIS: ast.ConstantValue = Object.freeze({ type: 'Ellipsis' });

/** `atom`. */
export function parseAtom(p: Parser): ast.expr {
  switch (p.type) {
    case T.NAME: {
      const token = p.advance();
      return ast.Name(p.identifier(token), 'Load', p.span(token));
    }
    case T.NUMBER:
      return parseNumberAtom(p);
    case T.STRING:
    case T.FSTRING_START:
    case T.TSTRING_START:
      return parseStrings(p);
    case T.LPAR:
      return parseParenthesised(p);
    case T.LSQB:
      return parseListDisplay(p);
    case T.LBRACE:
      return parseBraceDisplay(p);
    case KW.NONE:
      return parseSingleton(p, NONE);
    case KW.TRUE:
      return parseSingleton(p, TRUE);
    case KW.FALSE:
      return parseSingleton(p, FALSE);
    case T.ELLIPSIS:
      return parseSingleton(p, ELLIPSIS);
    default:
      return p.fail();
  }
}

function parseSingleton(p: Parser, value: ast.ConstantValue): ast.expr {
  const token = p.advance();
  return ast.Constant(value, undefined, p.span(token));
}

/** A NUMBER token as a Constant. */
export function parseNumberAtom(p: Parser): ast.Constant {
  if (p.type !== T.NUMBER) p.fail();
  const token = p.advance();
  if (p.featureVersion < 6 && token.string.includes('_')) {
    p.checkVersion(6, 'Underscores in numeric literals are', token);
  }
  return ast.Constant(numberConstant(token, p.literals), undefined, p.span(token));
}

/** `()`, a tuple, a generator expression, or a parenthesised expression (which keeps its own position). */
function parseParenthesised(p: Parser): ast.expr {
  const start = p.advance();
  if (p.accept(T.RPAR)) return ast.Tuple([], 'Load', p.span(start));
  if (p.type === KW.YIELD) {
    const value = parseYield(p);
    p.expect(T.RPAR);
    return value;
  }
  const first = parseStarNamedExpression(p);
  if (p.type === T.COMMA) {
    const elts = parseElements(p, first, T.RPAR);
    return ast.Tuple(elts, 'Load', p.span(start));
  }
  if (first.nodeType === 'Starred') p.fail();
  if (atComprehension(p)) {
    const generators = parseComprehensions(p);
    p.expect(T.RPAR);
    return ast.GeneratorExp(first, generators, p.span(start));
  }
  p.expect(T.RPAR);
  return first;
}

function parseListDisplay(p: Parser): ast.expr {
  const start = p.advance();
  if (p.accept(T.RSQB)) return ast.List([], 'Load', p.span(start));
  const first = parseStarNamedExpression(p);
  if (atComprehension(p)) {
    if (first.nodeType === 'Starred') p.fail();
    const generators = parseComprehensions(p);
    p.expect(T.RSQB);
    return ast.ListComp(first, generators, p.span(start));
  }
  const elts = parseElements(p, first, T.RSQB);
  return ast.List(elts, 'Load', p.span(start));
}

/** The rest of a display after its first element, with the closing bracket. */
function parseElements(p: Parser, first: ast.expr, close: number): ast.expr[] {
  const elts = [first];
  while (p.accept(T.COMMA) && p.type !== close) elts.push(parseStarNamedExpression(p));
  p.expect(close);
  return elts;
}

/** A dict, a set, or a comprehension of either. */
function parseBraceDisplay(p: Parser): ast.expr {
  const start = p.advance();
  if (p.accept(T.RBRACE)) return ast.Dict([], [], p.span(start));
  if (p.type === T.DOUBLESTAR) return parseDictDisplay(p, start, [], []);
  const isBareName = p.type === T.NAME;
  const first = parseStarNamedExpression(p);
  if (p.type === T.COLON) {
    if (first.nodeType === 'Starred' || (first.nodeType === 'NamedExpr' && isBareName)) p.fail();
    return parseDictFrom(p, start, first);
  }
  if (atComprehension(p)) {
    if (first.nodeType === 'Starred') p.fail();
    const generators = parseComprehensions(p);
    p.expect(T.RBRACE);
    return ast.SetComp(first, generators, p.span(start));
  }
  const elts = parseElements(p, first, T.RBRACE);
  return ast.Set(elts, p.span(start));
}

/** A dict or dict comprehension whose first key is `key`; the current token is the colon. */
function parseDictFrom(p: Parser, start: Token, key: ast.expr): ast.expr {
  p.advance();
  const value = parseExpression(p);
  if (atComprehension(p)) {
    const generators = parseComprehensions(p);
    p.expect(T.RBRACE);
    return ast.DictComp(key, value, generators, p.span(start));
  }
  if (p.accept(T.COMMA)) return parseDictDisplay(p, start, [key], [value]);
  p.expect(T.RBRACE);
  return ast.Dict([key], [value], p.span(start));
}

/** `double_starred_kvpairs` from here to the closing brace. */
function parseDictDisplay(p: Parser, start: Token, keys: (ast.expr | undefined)[], values: ast.expr[]): ast.expr {
  while (p.type !== T.RBRACE) {
    if (p.accept(T.DOUBLESTAR)) {
      keys.push(undefined);
      values.push(parseBitwiseOr(p));
    } else {
      keys.push(parseExpression(p));
      p.expect(T.COLON);
      values.push(parseExpression(p));
    }
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RBRACE);
  return ast.Dict(keys, values, p.span(start));
}
