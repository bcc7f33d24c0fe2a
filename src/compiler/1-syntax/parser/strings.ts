// String literals: implicit concatenation, f-strings (PEP 701) and t-strings (PEP 750).
// CPython: Grammar/python.gram strings, fstring, tstring; Parser/action_helpers.c _PyPegen_concatenate_strings,
// _PyPegen_joined_str, _PyPegen_formatted_value, _PyPegen_interpolation.
import * as ast from '../ast/nodes.ts';
import { literalPiece, stringConstant } from '../tokenizer/literals.ts';
import { T, type Token } from '../tokenizer/token.ts';
import { parseAnnotatedRhs } from './expressions.ts';
import type { Parser } from './parser.ts';

/** `strings`: one or more literals in a row. */
export function parseStrings(p: Parser): ast.expr {
  const start = p.token;
  if (p.type === T.STRING && !isStringStart(p.peekType())) return parsePlainString(p);
  if (p.type === T.TSTRING_START) return parseTemplate(p, start);
  const pieces: ast.expr[] = [];
  let isJoined = false;
  do {
    if (p.type === T.STRING) pieces.push(parsePlainString(p));
    else if (p.type === T.FSTRING_START) {
      isJoined = true;
      parseFString(p, pieces);
    } else p.fail();
  } while (isStringStart(p.type));
  return concatenate(p, start, pieces, isJoined);
}

function isStringStart(type: number): boolean {
  return type === T.STRING || type === T.FSTRING_START || type === T.TSTRING_START;
}

function parsePlainString(p: Parser): ast.Constant {
  const token = p.advance();
  const kind = token.string.charCodeAt(0) === 117 ? 'u' : undefined;
  return ast.Constant(stringConstant(token, p.literals), kind, p.span(token));
}

/** t-strings only join with t-strings. */
function parseTemplate(p: Parser, start: Token): ast.expr {
  const pieces: ast.expr[] = [];
  do {
    parseFString(p, pieces);
    p.checkVersion(14, 't-strings are', p.previous);
  } while (p.type === T.TSTRING_START);
  if (isStringStart(p.type)) p.fail();
  return ast.TemplateStr(mergeConstants(pieces), p.span(start));
}

function concatenate(p: Parser, start: Token, pieces: ast.expr[], isJoined: boolean): ast.expr {
  if (pieces.some((piece) => piece.nodeType === 'Constant' && piece.value.type === 'bytes')) {
    if (isJoined) p.fail();
    return concatenateBytes(p, start, pieces);
  }
  if (isJoined) return ast.JoinedStr(mergeConstants(pieces), p.span(start));
  return joinConstants(pieces as ast.Constant[]);
}

function concatenateBytes(p: Parser, start: Token, pieces: ast.expr[]): ast.expr {
  const parts: Uint8Array[] = [];
  for (const piece of pieces) {
    if (piece.nodeType !== 'Constant' || piece.value.type !== 'bytes') p.fail();
    parts.push(piece.value.value);
  }
  const value = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    value.set(part, at);
    at += part.length;
  }
  return ast.Constant({ type: 'bytes', value }, undefined, p.span(start));
}

/** Each run of constants becomes one, and empty ones go: what JoinedStr.values must look like. */
function mergeConstants(pieces: ast.expr[]): ast.expr[] {
  const merged: ast.expr[] = [];
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i]!;
    if (piece.nodeType !== 'Constant') {
      merged.push(piece);
      i++;
      continue;
    }
    const run = [piece];
    for (let next = pieces[++i]; next?.nodeType === 'Constant'; next = pieces[++i]) run.push(next);
    const constant = joinConstants(run);
    if ((constant.value as ast.StrConstant).value !== '') merged.push(constant);
  }
  return merged;
}

/** One constant for adjacent ones; its kind is the first one's. */
function joinConstants(run: ast.Constant[]): ast.Constant {
  const first = run[0]!;
  if (run.length === 1) return first;
  const values = run.map((constant) => constant.value as ast.StrConstant);
  return ast.Constant(joinStrings(values), first.kind, ast.spanOf(first, run[run.length - 1]!));
}

function joinStrings(parts: readonly ast.StrConstant[]): ast.StrConstant {
  const value = parts.map((part) => part.value).join('');
  if (parts.every((part) => part.codePoints === undefined)) return { type: 'str', value };
  return { type: 'str', value, codePoints: parts.flatMap((part) => part.codePoints ?? codePointsOf(part.value)) };
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

/** Appends the parts of one f- or t-string; the current token is its START. */
function parseFString(p: Parser, into: ast.expr[]): void {
  const start = p.advance();
  const isTemplate = start.type === T.TSTRING_START;
  const end = isTemplate ? T.TSTRING_END : T.FSTRING_END;
  const isRaw = /[rR]/.test(start.string);
  while (p.type !== end) parseMiddle(p, into, isTemplate, isRaw, false);
  p.advance();
}

/** Literal text or a replacement field. Only a template's outermost fields are Interpolations. */
function parseMiddle(p: Parser, into: ast.expr[], isTemplate: boolean, isRaw: boolean, inSpec: boolean): void {
  if (p.type === T.FSTRING_MIDDLE || p.type === T.TSTRING_MIDDLE) {
    const token = p.advance();
    const needsPlace = !isRaw && token.string.includes('\\');
    const place = needsPlace && !inSpec ? endOfLiteral(p) : token;
    const value = literalPiece(token, isRaw, place, p.literals);
    if (value.value !== '') into.push(ast.Constant(value, undefined, middleSpan(p, token)));
  } else {
    parseField(p, into, isTemplate, isRaw, inSpec);
  }
}

/** The END token of the literal we are in: where CPython reports what is wrong with its escapes. */
function endOfLiteral(p: Parser): Token {
  let depth = 0;
  for (let at = p.pos; at < p.tokens.length; at++) {
    const token = p.tokens[at]!;
    if (token.type === T.FSTRING_START || token.type === T.TSTRING_START) depth++;
    else if (token.type === T.FSTRING_END || token.type === T.TSTRING_END) {
      if (depth-- === 0) return token;
    }
  }
  return p.fail();
}

/** A doubled brace at the end of literal text: the token has it once, the node's position spans both. */
function middleSpan(p: Parser, token: Token): ast.Position {
  const position = p.span(token);
  const { text } = p.source;
  const last = text.charCodeAt(token.end - 1);
  if ((last === 123 || last === 125) && text.charCodeAt(token.end) === last) position.end_col_offset++;
  return position;
}

/** `fstring_replacement_field`: with `=`, the source text comes before the value. */
function parseField(p: Parser, into: ast.expr[], isTemplate: boolean, isRaw: boolean, inSpec: boolean): void {
  const open = p.expect(T.LBRACE);
  const first = p.pos;
  const value = parseAnnotatedRhs(p);
  const isDebug = p.accept(T.EQUAL);
  const textEnd = p.pos;
  let conversion = p.type === T.EXCLAMATION ? parseConversion(p) : -1;
  const spec = p.type === T.COLON ? parseFormatSpec(p, isTemplate, isRaw) : undefined;
  p.expect(T.RBRACE);
  if (isDebug) {
    if (conversion === -1 && spec === undefined) conversion = 'r'.charCodeAt(0);
    into.push(debugText(p, open, first, textEnd));
  }
  const position = p.span(open);
  if (!isTemplate || inSpec) into.push(ast.FormattedValue(value, conversion, spec, position));
  else {
    const text = interpolationText(p, first, textEnd, isDebug);
    into.push(ast.Interpolation(value, { type: 'str', value: text }, conversion, spec, position));
  }
}

/** `!r`, `!s` or `!a`, without space in between; the current token is the exclamation mark. */
function parseConversion(p: Parser): number {
  const mark = p.advance();
  const name = p.expect(T.NAME);
  if (name.start !== mark.end) p.fail();
  if (name.string !== 's' && name.string !== 'r' && name.string !== 'a') p.fail();
  return name.string.charCodeAt(0);
}

/** `fstring_full_format_spec`; the current token is the colon. */
function parseFormatSpec(p: Parser, isTemplate: boolean, isRaw: boolean): ast.expr {
  const colon = p.advance();
  const pieces: ast.expr[] = [];
  while (p.type !== T.RBRACE) parseMiddle(p, pieces, isTemplate, isRaw, true);
  return ast.JoinedStr(mergeConstants(pieces), p.span(colon));
}

/** The constant that shows an expression's source in `{x = }`: from the brace to the conversion, spec or brace. */
function debugText(p: Parser, open: Token, first: number, end: number): ast.expr {
  const stop = p.tokens[end]!;
  const { source } = p;
  const value = sourceText(p, first, end);
  return ast.Constant({ type: 'str', value }, undefined, {
    lineno: open.lineno,
    col_offset: source.byteColumn(open.lineno, open.endCol),
    end_lineno: stop.lineno,
    end_col_offset: source.byteColumn(stop.lineno, stop.col),
  });
}

/** What `Interpolation.str` holds: the expression's source up to the `=` of a debug field. */
function interpolationText(p: Parser, first: number, end: number, isDebug: boolean): string {
  const text = sourceText(p, first, end);
  return isDebug ? text.slice(0, text.lastIndexOf('=')) : text;
}

/** The source between the token before index `first` and the token at `end`, without comments. */
function sourceText(p: Parser, first: number, end: number): string {
  const { text } = p.source;
  const from = p.tokens[first - 1]!.end;
  const whole = text.slice(from, p.tokens[end]!.start);
  if (!whole.includes('#')) return whole;
  let kept = '';
  let at = from;
  for (let i = first; i <= end; i++) {
    const token = p.tokens[i]!;
    kept += text.slice(at, token.start).replace(/#[^\n]*/g, '');
    if (i < end) kept += text.slice(token.start, token.end);
    at = token.end;
  }
  return kept;
}
