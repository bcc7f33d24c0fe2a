// From string tokens to constants, with CPython's errors and warnings in their places: what the parser calls for each
// STRING token and each literal piece of an f- or t-string. CPython: Parser/string_parser.c, action_helpers.c.

import { byteToCharOffset } from '../../diagnostics/columns.ts';
import { invalidEscapeError, invalidEscapeMessage } from '../../diagnostics/escape-warnings.ts';
import { CompileError, type WarningSink } from '../../diagnostics/syntax-error.ts';
import type { BytesConstant, ConstantValue, StrConstant } from '../ast/constant.ts';
import {
  decodeBytesEscapes,
  decodeUnicodeEscapes,
  EscapeError,
  type InvalidEscape,
  type NameLookup,
  strConstant,
} from './escapes.ts';
import { parseNumber } from './number-literals.ts';
import type { SourceText } from './source-text.ts';
import { T, type Token } from './token.ts';

/** What decoding a literal needs from its surroundings. */
export interface LiteralContext {
  readonly source: SourceText;
  readonly warn: WarningSink | undefined;
  /** For `\N{...}`; without it every name is unknown. */
  readonly lookupName: NameLookup | undefined;
  /** `sys.get_int_max_str_digits()`; default 4300. */
  readonly maxIntDigits?: number;
}

/** A STRING token taken apart. */
export interface StringParts {
  readonly bytes: boolean;
  readonly raw: boolean;
  /** `u'...'`: `Constant.kind` is "u". */
  readonly unicode: boolean;
  readonly content: string;
}

/** The constant of a NUMBER token. */
export function numberConstant(token: Token, context: LiteralContext): ConstantValue {
  const value = parseNumber(token.string, context.maxIntDigits);
  if (typeof value !== 'string') return value;
  const { source } = context;
  throw new CompileError('SyntaxError', value, source.filename, {
    lineno: token.lineno,
    offset: 0,
    text: source.line(token.lineno),
    endLineno: token.endLineno,
    endOffset: 0,
  });
}

/** The constant of a STRING token. */
export function stringConstant(token: Token, context: LiteralContext): StrConstant | BytesConstant {
  const { bytes, raw, content } = splitString(token.string);
  if (bytes && /[^\0-\x7f]/.test(content)) {
    throw errorAt(token, context.source, 'bytes can only contain ASCII literal characters');
  }
  const plain = raw || !content.includes('\\');
  try {
    if (!bytes) return plain ? strConstant(content) : decodeText(content, token, token, context);
    if (plain) return { type: 'bytes', value: Uint8Array.from(content, (char) => char.charCodeAt(0)) };
    const { value, invalid } = decodeBytesEscapes(content);
    if (invalid !== undefined) warnInvalidEscape(invalid, token, token, context);
    return value;
  } catch (error) {
    if (!(error instanceof EscapeError)) throw error;
    throw errorAt(token, context.source, `(${error.codec} error) ${error.message}`);
  }
}

/**
 * The text of an FSTRING_MIDDLE or TSTRING_MIDDLE `piece`. `place` is the token errors and warnings point at: the
 * literal's END token for its own text, the piece itself inside a format spec. Bad escapes there are a
 * UnicodeDecodeError rather than a SyntaxError in CPython; here they are SyntaxErrors alike.
 */
export function literalPiece(piece: Token, raw: boolean, place: Token, context: LiteralContext): StrConstant {
  const content = piece.string;
  if (raw || !content.includes('\\')) return strConstant(content);
  try {
    return decodeText(content, piece, place, context);
  } catch (error) {
    if (!(error instanceof EscapeError)) throw error;
    throw errorAt(place, context.source, `(${error.codec} error) ${error.message}`);
  }
}

/** Prefix letters, quotes and content of a STRING token's text. */
export function splitString(text: string): StringParts {
  let at = 0;
  let bytes = false;
  let raw = false;
  let unicode = false;
  for (; ; at++) {
    const lower = text.charCodeAt(at) | 32;
    if (lower === 98) bytes = true;
    else if (lower === 114) raw = true;
    else if (lower === 117) unicode = text[at] === 'u';
    else break;
  }
  const quote = text[at]!;
  const size = text.length >= at + 6 && text[at + 1] === quote && text[at + 2] === quote ? 3 : 1;
  return { bytes, raw, unicode, content: text.slice(at + size, text.length - size) };
}

/**
 * The source text of a replacement field's expression, as `f'{x = }'` prints it and `Interpolation.expression` keeps
 * it: comments are cut out up to their newline.
 */
export function expressionText(source: SourceText, start: number, end: number): string {
  const text = source.text.slice(start, end);
  return text.includes('#') ? text.replace(/#[^\n]*/g, '') : text;
}

function decodeText(content: string, piece: Token, place: Token, context: LiteralContext): StrConstant {
  const { value, invalid } = decodeUnicodeEscapes(content, context.lookupName);
  if (invalid !== undefined) warnInvalidEscape(invalid, piece, place, context);
  return value;
}

/** `piece` has the escape, `token` is what the warning points into. */
function warnInvalidEscape(invalid: InvalidEscape, piece: Token, token: Token, context: LiteralContext): void {
  const { warn, source } = context;
  if (warn === undefined) return;
  const { escape } = invalid;
  const braceWarnedByLexer = (escape === '{' || escape === '}') && token.type !== T.STRING;
  if (braceWarnedByLexer) return;
  const lineno = token.lineno + invalid.line;
  // CPython skips opening quotes but not a prefix before them, so columns after a prefix come out short.
  const quotes = /^['"]*/.exec(token.string)![0].length;
  const firstLine = source.byteColumn(token.lineno, token.col) + Math.min(quotes, token.string.length);
  const column = invalid.line > 0 ? invalid.col : firstLine + invalid.col;
  const text = source.line(Math.min(lineno, token.endLineno));
  warn({
    category: 'SyntaxWarning',
    message: invalidEscapeMessage(escape),
    errorMessage: invalidEscapeError(escape),
    filename: source.filename,
    lineno,
    readTo: token.end,
    about: piece.start,
    location: {
      lineno,
      offset: byteToCharOffset(text, column + 1),
      text,
      endLineno: lineno,
      endOffset: byteToCharOffset(text, column + 3),
    },
  });
}

function errorAt(token: Token, source: SourceText, message: string): CompileError {
  const { lineno, endLineno } = token;
  const line = source.line(lineno);
  // CPython counts the end column in the text it shows, even when the end is on another line.
  const text = endLineno > lineno && line.endsWith('\n') ? line.slice(0, -1) : line;
  return new CompileError('SyntaxError', message, source.filename, {
    lineno,
    offset: byteToCharOffset(text, source.byteColumn(lineno, token.col) + 1),
    text,
    endLineno,
    endOffset: byteToCharOffset(text, source.byteColumn(endLineno, token.endCol) + 1),
  });
}
