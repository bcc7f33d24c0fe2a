// Patterns of match statements (PEP 634). CPython: Grammar/python.gram, "patterns" to "keyword_pattern".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { parseNumberAtom } from './atoms.ts';
import type { Parser } from './parser.ts';
import { parseStrings } from './strings.ts';

/** `patterns`: one pattern, or a sequence without brackets. */
export function parsePatterns(p: Parser): ast.pattern {
  const start = p.token;
  const first = parseMaybeStar(p);
  if (p.type === T.COMMA) {
    const patterns = parseSequenceRest(p, first);
    return ast.MatchSequence(patterns, p.span(start));
  }
  return first.nodeType === 'MatchStar' ? p.fail() : first;
}

/** What follows the first element of a sequence: `, pattern ...` with an optional comma at the end. */
function parseSequenceRest(p: Parser, first: ast.pattern): ast.pattern[] {
  const patterns = [first];
  while (p.accept(T.COMMA) && !endsSequence(p.type)) patterns.push(parseMaybeStar(p));
  return patterns;
}

function endsSequence(type: number): boolean {
  return type === T.RPAR || type === T.RSQB || type === T.COLON || type === KW.IF;
}

function parseMaybeStar(p: Parser): ast.pattern {
  if (p.type !== T.STAR) return parsePattern(p);
  const start = p.advance();
  const name = parseCaptureName(p);
  return ast.MatchStar(name, p.span(start));
}

/** A NAME to bind, or undefined for the wildcard `_`. */
function parseCaptureName(p: Parser): string | undefined {
  const token = p.expect(T.NAME);
  if (token.string === '_') return undefined;
  if (p.type === T.DOT || p.type === T.LPAR || p.type === T.EQUAL) p.fail();
  return p.identifier(token);
}

/** `pattern`: alternatives, perhaps with `as name`. */
function parsePattern(p: Parser): ast.pattern {
  const start = p.token;
  const pattern = parseAlternatives(p);
  if (!p.accept(KW.AS)) return pattern;
  const name = parseCaptureName(p) ?? p.fail();
  return ast.MatchAs(pattern, name, p.span(start));
}

function parseAlternatives(p: Parser): ast.pattern {
  const start = p.token;
  const first = parseClosedPattern(p);
  if (p.type !== T.VBAR) return first;
  const patterns = [first];
  while (p.accept(T.VBAR)) patterns.push(parseClosedPattern(p));
  return ast.MatchOr(patterns, p.span(start));
}

function parseClosedPattern(p: Parser): ast.pattern {
  const start = p.token;
  switch (p.type) {
    case T.NAME:
      return parseNamePattern(p);
    case T.LPAR:
      return parseGroupOrSequence(p);
    case T.LSQB:
      return parseListPattern(p);
    case T.LBRACE:
      return parseMappingPattern(p);
    case KW.NONE:
    case KW.TRUE:
    case KW.FALSE: {
      const value = parseSingleton(p);
      return ast.MatchSingleton(value, p.span(start));
    }
    default: {
      const value = parseLiteral(p);
      return ast.MatchValue(value, p.span(start));
    }
  }
}

function parseSingleton(p: Parser): ast.ConstantValue {
  const { type } = p.advance();
  if (type === KW.NONE) return { type: 'None' };
  return { type: 'bool', value: type === KW.TRUE };
}

/** A string, or a number that may be signed or complex. */
function parseLiteral(p: Parser): ast.expr {
  if (p.type === T.STRING || p.type === T.FSTRING_START || p.type === T.TSTRING_START) return parseStrings(p);
  const start = p.token;
  const real = parseSignedNumber(p);
  if (p.type !== T.PLUS && p.type !== T.MINUS) return real;
  if (isImaginary(real.nodeType === 'UnaryOp' ? real.operand : real))
    p.raise('real number required in complex literal');
  const op = p.advance().type === T.PLUS ? 'Add' : 'Sub';
  const imaginary = parseNumberAtom(p);
  if (!isImaginary(imaginary)) p.raise('imaginary number required in complex literal');
  return ast.BinOp(real, op, imaginary, p.span(start));
}

function isImaginary(number: ast.expr): boolean {
  return number.nodeType === 'Constant' && number.value.type === 'complex';
}

function parseSignedNumber(p: Parser): ast.expr {
  const start = p.token;
  if (!p.accept(T.MINUS)) return parseNumberAtom(p);
  const number = parseNumberAtom(p);
  return ast.UnaryOp('USub', number, p.span(start));
}

/** A capture, the wildcard, a dotted name (a value) or a class pattern. */
function parseNamePattern(p: Parser): ast.pattern {
  const start = p.token;
  const next = p.peekType();
  if (next !== T.DOT && next !== T.LPAR) {
    const name = parseCaptureName(p);
    return ast.MatchAs(undefined, name, p.span(start));
  }
  const name = parseNameOrAttribute(p);
  if (p.type === T.LPAR) return parseClassPattern(p, start, name);
  if (p.type === T.EQUAL) p.fail();
  return ast.MatchValue(name, p.span(start));
}

function parseNameOrAttribute(p: Parser): ast.expr {
  const start = p.expect(T.NAME);
  let node: ast.expr = ast.Name(p.identifier(start), 'Load', p.span(start));
  while (p.accept(T.DOT)) {
    const attribute = p.expectName();
    node = ast.Attribute(node, attribute, 'Load', p.span(start));
  }
  return node;
}

/** `(pattern)` is the pattern itself; with a comma it is a sequence. */
function parseGroupOrSequence(p: Parser): ast.pattern {
  const start = p.advance();
  if (p.accept(T.RPAR)) return ast.MatchSequence([], p.span(start));
  const first = parseMaybeStar(p);
  if (p.type === T.COMMA) {
    const patterns = parseSequenceRest(p, first);
    p.expect(T.RPAR);
    return ast.MatchSequence(patterns, p.span(start));
  }
  if (first.nodeType === 'MatchStar') p.fail();
  p.expect(T.RPAR);
  return first;
}

function parseListPattern(p: Parser): ast.pattern {
  const start = p.advance();
  const patterns = p.type === T.RSQB ? [] : parseSequenceRest(p, parseMaybeStar(p));
  p.expect(T.RSQB);
  return ast.MatchSequence(patterns, p.span(start));
}

function parseMappingPattern(p: Parser): ast.pattern {
  const start = p.advance();
  const keys: ast.expr[] = [];
  const patterns: ast.pattern[] = [];
  let rest: string | undefined;
  while (p.type !== T.RBRACE && rest === undefined) {
    if (p.accept(T.DOUBLESTAR)) {
      rest = parseCaptureName(p) ?? p.fail();
    } else {
      keys.push(parseMappingKey(p));
      p.expect(T.COLON);
      patterns.push(parsePattern(p));
    }
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RBRACE);
  return ast.MatchMapping(keys, patterns, rest, p.span(start));
}

function parseMappingKey(p: Parser): ast.expr {
  const start = p.token;
  switch (p.type) {
    case T.NAME:
      if (p.peekType() !== T.DOT) p.fail();
      return parseNameOrAttribute(p);
    case KW.NONE:
    case KW.TRUE:
    case KW.FALSE: {
      const value = parseSingleton(p);
      return ast.Constant(value, undefined, p.span(start));
    }
    default:
      return parseLiteral(p);
  }
}

/** `cls(pattern, ..., name=pattern, ...)`; the current token is the parenthesis. */
function parseClassPattern(p: Parser, start: Token, cls: ast.expr): ast.pattern {
  p.advance();
  const patterns: ast.pattern[] = [];
  const names: string[] = [];
  const keywordPatterns: ast.pattern[] = [];
  while (p.type !== T.RPAR) {
    if (p.type === T.NAME && p.peekType() === T.EQUAL) {
      names.push(p.expectName());
      p.advance();
      keywordPatterns.push(parsePattern(p));
    } else {
      if (names.length > 0) p.fail();
      patterns.push(parsePattern(p));
    }
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RPAR);
  return ast.MatchClass(cls, patterns, names, keywordPatterns, p.span(start));
}
