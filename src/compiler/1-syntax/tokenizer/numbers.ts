// Number tokens: where they end and what is wrong with them. Their values are `number-literals.ts`'s business.
// CPython: lexer.c, "Number" in tok_get_normal_mode, tok_decimal_tail, verify_end_of_number.
import { isDigit, isHexDigit, NAME_CHAR } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { T } from './token.ts';

/** Scans the number at `start`, whose first digit is `first`. */
export function scanNumber(lexer: Lexer, start: number, first: number): void {
  const { text } = lexer;
  const next = text.charCodeAt(start + 1);
  if (first === 48) {
    const lower = next | 32;
    if (lower === 120) finish(lexer, start, scanHex(lexer, start + 2));
    else if (lower === 111) finish(lexer, start, scanSmallBase(lexer, start + 2, 8, 'octal'));
    else if (lower === 98) finish(lexer, start, scanSmallBase(lexer, start + 2, 2, 'binary'));
    else scanZeros(lexer, start);
  } else {
    scanDecimal(lexer, start, decimalTail(lexer, start + 1));
  }
}

/** Scans a number that starts with the dot at `dot`. */
export function scanFraction(lexer: Lexer, start: number, afterDot: number): void {
  scanExponent(lexer, start, isDigit(lexer.text.charCodeAt(afterDot)) ? decimalTail(lexer, afterDot + 1) : afterDot);
}

function finish(lexer: Lexer, start: number, end: number): void {
  lexer.pos = end;
  lexer.push(T.NUMBER, lexer.text.slice(start, end), start, end);
}

/** `pos` is after the integer digits: a fraction, an exponent or a `j` may follow. */
function scanDecimal(lexer: Lexer, start: number, pos: number): void {
  if (lexer.text.charCodeAt(pos) === 46) scanFraction(lexer, start, pos + 1);
  else scanExponent(lexer, start, pos);
}

function scanExponent(lexer: Lexer, start: number, pos: number): void {
  const { text } = lexer;
  if ((text.charCodeAt(pos) | 32) === 101) {
    let digits = pos + 1;
    const sign = text.charCodeAt(digits);
    if (sign === 43 || sign === 45) {
      digits++;
      if (!isDigit(text.charCodeAt(digits))) failNumber(lexer, digits, 'decimal');
    } else if (!isDigit(sign)) {
      verifyEnd(lexer, pos, 'decimal');
      finish(lexer, start, pos);
      return;
    }
    pos = decimalTail(lexer, digits + 1);
  }
  if ((text.charCodeAt(pos) | 32) === 106) {
    verifyEnd(lexer, pos + 1, 'imaginary');
    finish(lexer, start, pos + 1);
  } else {
    verifyEnd(lexer, pos, 'decimal');
    finish(lexer, start, pos);
  }
}

/** Digits with single underscores between them; `pos` is after the first digit. */
function decimalTail(lexer: Lexer, pos: number): number {
  const { text } = lexer;
  for (;;) {
    let code = text.charCodeAt(pos);
    while (code >= 48 && code <= 57) code = text.charCodeAt(++pos);
    if (code !== 95) return pos;
    pos++;
    if (!isDigit(text.charCodeAt(pos))) failNumber(lexer, pos, 'decimal');
  }
}

/** A number that starts with 0 and no base letter: zero, a float, or a mistake. */
function scanZeros(lexer: Lexer, start: number): void {
  const { text } = lexer;
  let pos = start + 1;
  for (;;) {
    if (text.charCodeAt(pos) === 95) {
      pos++;
      if (!isDigit(text.charCodeAt(pos))) failNumber(lexer, pos, 'decimal');
    }
    if (text.charCodeAt(pos) !== 48) break;
    pos++;
  }
  const zerosEnd = pos;
  const nonZero = isDigit(text.charCodeAt(pos));
  if (nonZero) pos = decimalTail(lexer, pos + 1);
  const code = text.charCodeAt(pos);
  const lower = code | 32;
  if (nonZero && !lexer.extraTokens && code !== 46 && lower !== 101 && lower !== 106) {
    const offset = lexer.source.charLength(lexer.lineStart, start) + 1;
    const message = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    lexer.failRange(message, offset, offset + zerosEnd - start);
  }
  scanDecimal(lexer, start, pos);
}

function scanHex(lexer: Lexer, pos: number): number {
  const { text } = lexer;
  do {
    if (text.charCodeAt(pos) === 95) pos++;
    if (!isHexDigit(text.charCodeAt(pos))) failNumber(lexer, pos, 'hexadecimal');
    do pos++;
    while (isHexDigit(text.charCodeAt(pos)));
  } while (text.charCodeAt(pos) === 95);
  verifyEnd(lexer, pos, 'hexadecimal');
  return pos;
}

function scanSmallBase(lexer: Lexer, pos: number, base: number, kind: string): number {
  const { text } = lexer;
  const limit = 48 + base;
  let code: number;
  do {
    if (text.charCodeAt(pos) === 95) pos++;
    code = text.charCodeAt(pos);
    if (!(code >= 48 && code < limit)) {
      if (isDigit(code)) failDigit(lexer, pos, kind);
      failNumber(lexer, pos, kind);
    }
    do code = text.charCodeAt(++pos);
    while (code >= 48 && code < limit);
  } while (code === 95);
  if (isDigit(code)) failDigit(lexer, pos, kind);
  verifyEnd(lexer, pos, kind);
  return pos;
}

function failNumber(lexer: Lexer, pos: number, kind: string): never {
  lexer.pos = pos;
  lexer.fail(`invalid ${kind} literal`);
}

function failDigit(lexer: Lexer, pos: number, kind: string): never {
  lexer.pos = pos + 1;
  lexer.fail(`invalid digit '${lexer.text[pos]}' in ${kind} literal`);
}

/**
 * A number must not run into a name. Before the keywords that could follow a number in old programs (`1if x else y`)
 * that is only a warning.
 */
function verifyEnd(lexer: Lexer, pos: number, kind: string): void {
  const code = lexer.text.charCodeAt(pos);
  if (!(code < 128 && NAME_CHAR[code] === 1) || lexer.extraTokens) return;
  if (!startsKeyword(lexer.text, pos, code)) failNumber(lexer, pos, kind);
  const { warn } = lexer;
  if (warn === undefined) return;
  const { lineno, source } = lexer;
  const offset = source.charLength(lexer.lineStart, pos);
  const location = { lineno, offset, text: lexer.lineText(lexer.lineStart), endLineno: lineno, endOffset: offset };
  const message = `invalid ${kind} literal`;
  const { filename } = source;
  warn({ category: 'SyntaxWarning', message, filename, lineno, readTo: pos, location }, lexer.modes.length > 1);
}

/** and, else, for, if, in, is, not, or. CPython checks that the word ends only where a longer one is likely. */
function startsKeyword(text: string, pos: number, code: number): boolean {
  switch (code) {
    case 97:
      return isWord(text, pos, 'and');
    case 101:
      return isWord(text, pos, 'else');
    case 102:
      return isWord(text, pos, 'for');
    case 105: {
      const second = text.charCodeAt(pos + 1);
      return second === 102 || second === 110 || second === 115;
    }
    case 110:
      return isWord(text, pos, 'not');
    case 111:
      return isWord(text, pos, 'or');
    default:
      return false;
  }
}

function isWord(text: string, pos: number, word: string): boolean {
  if (!text.startsWith(word, pos)) return false;
  const after = text.charCodeAt(pos + word.length);
  return !(after >= 128 || NAME_CHAR[after] === 1);
}
