// Where errors point. Each function mirrors one of CPython's RAISE_ macros (Parser/pegen.h) over
// Parser/pegen_errors.c _PyPegen_raise_error_known_location, including which line's text the error shows.
import { byteToCharOffset } from '../../diagnostics/columns.ts';
import { CompileError, type SyntaxErrorKind } from '../../diagnostics/syntax-error.ts';
import { T, type Token } from '../tokenizer/token.ts';
import type { Recognizer } from './recognizer.ts';

interface Place {
  readonly lineno: number;
  /** 0-based byte column; -1 when the token has none. */
  readonly col: number;
}

/** Fails from the start of one token to the end of another. CPython: RAISE_SYNTAX_ERROR_KNOWN_RANGE. */
export function failAt(r: Recognizer, first: Token, last: Token, message: string): never {
  throw rangeError(r, first, last, message);
}

export function rangeError(r: Recognizer, first: Token, last: Token, message: string): CompileError {
  return makeError(r, 'SyntaxError', message, startOf(r, first), endOf(r, last), 1);
}

/** Fails at the last token fetched. CPython: RAISE_SYNTAX_ERROR, RAISE_INDENTATION_ERROR. */
export function failHere(r: Recognizer, kind: SyntaxErrorKind, message: string): never {
  throw hereError(r, kind, message);
}

export function hereError(r: Recognizer, kind: SyntaxErrorKind, message: string): CompileError {
  return tokenError(r, kind, message, r.tokens[r.fill - 1]!);
}

/** Fails at the next token. CPython: RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN. */
export function failNext(r: Recognizer, message: string): never {
  throw tokenError(r, 'SyntaxError', message, r.tokens[r.mark]!);
}

/** Fails from a token to where the tokenizer is. CPython: RAISE_SYNTAX_ERROR_STARTING_FROM. */
export function failFrom(r: Recognizer, first: Token, message: string): never {
  const { endLineno, endCol } = r.tokens[r.fill - 1]!;
  const end = { lineno: endLineno, col: r.stream.source.byteColumn(endLineno, endCol) - 1 };
  throw makeError(r, 'SyntaxError', message, startOf(r, first), { lineno: end.lineno, col: end.col }, 1);
}

/** Fails just before the end of a construct, with no end. CPython: "':' expected after dictionary key". */
export function failBeforeEnd(r: Recognizer, first: Token, last: Token, message: string): never {
  const col = r.stream.source.byteColumn(last.endLineno, last.endCol) - 1;
  throw makeError(r, 'SyntaxError', message, { lineno: first.lineno, col }, { lineno: last.endLineno, col: -1 }, 1);
}

function tokenError(r: Recognizer, kind: SyntaxErrorKind, message: string, token: Token): CompileError {
  const start = startOf(r, token);
  const end = endOf(r, token);
  if (start.col >= 0) return makeError(r, kind, message, start, end, 1);
  // Tokens without text of their own (INDENT, DEDENT, the end) stand where the tokenizer is.
  const { endLineno, endCol } = r.tokens[r.fill - 1]!;
  const col = r.stream.source.byteColumn(endLineno, endCol);
  return makeError(r, kind, message, { lineno: token.lineno, col }, { lineno: token.endLineno, col: -1 }, 0);
}

/** `shift` turns 0-based columns into offsets; a column of -1 becomes 0, or stays -1 when there is no shift. */
function makeError(
  r: Recognizer,
  kind: SyntaxErrorKind,
  message: string,
  start: Place,
  end: Place,
  shift: number,
): CompileError {
  const { source } = r.stream;
  const text = errorText(r, start.lineno);
  const endBytes = end.col + shift;
  return new CompileError(kind, message, source.filename, {
    lineno: start.lineno,
    offset: byteToCharOffset(text, start.col + shift),
    text,
    endLineno: end.lineno,
    endOffset: endBytes > 0 ? byteToCharOffset(text, endBytes) : endBytes,
  });
}

/** The line being read comes with its newline, an earlier one without. */
function errorText(r: Recognizer, lineno: number): string {
  const { source } = r.stream;
  const line = source.line(Math.max(lineno, 1));
  const reading = r.fill === 0 || r.tokens[r.fill - 1]!.endLineno <= lineno;
  return reading || !line.endsWith('\n') ? line : line.slice(0, -1);
}

function startOf(r: Recognizer, token: Token): Place {
  const { lineno } = token;
  return { lineno, col: hasPlace(token) ? r.stream.source.byteColumn(lineno, token.col) : -1 };
}

function endOf(r: Recognizer, token: Token): Place {
  const { endLineno } = token;
  return { lineno: endLineno, col: hasPlace(token) ? r.stream.source.byteColumn(endLineno, token.endCol) : -1 };
}

/** A NEWLINE made up at the end of interactive input is as placeless as the end itself. */
function hasPlace(token: Token): boolean {
  const { type } = token;
  if (type === T.NEWLINE) return token.end > token.start;
  return type !== T.INDENT && type !== T.DEDENT && type !== T.ENDMARKER && type !== T.ERRORTOKEN;
}
