// Tables the lexer branches on: what a character can start, and the operators. CPython: Parser/token.c (generated).
import { T } from './token.ts';

/** What a token starting with an ASCII character can be. */
export const START = {
  OPERATOR: 0,
  NAME: 1,
  DIGIT: 2,
  SPACE: 3,
  NEWLINE: 4,
  QUOTE: 5,
  COMMENT: 6,
  DOT: 7,
  BACKSLASH: 8,
  CARRIAGE_RETURN: 9,
} as const;

/** `START` class of each ASCII character. */
export const START_CLASS: Uint8Array = makeStartClasses();

/** 1 for ASCII letters, digits and underscore. */
export const NAME_CHAR: Uint8Array = makeNameChars();

/** Type of a one-character operator, `T.OP` for a character no operator has. */
export const ONE_CHAR: Uint8Array = new Uint8Array(128).fill(T.OP);

/** Type of the operator `first, second` at index `first << 7 | second`, 0 when there is none. */
export const TWO_CHARS: Uint8Array = new Uint8Array(128 * 128);

/** Exact text of each operator type, so that a token's string needs no slice. */
export const OPERATOR_TEXT: string[] = new Array(T.OP + 1).fill('');

const ONE: [string, number][] = [
  ['!', T.EXCLAMATION],
  ['%', T.PERCENT],
  ['&', T.AMPER],
  ['(', T.LPAR],
  [')', T.RPAR],
  ['*', T.STAR],
  ['+', T.PLUS],
  [',', T.COMMA],
  ['-', T.MINUS],
  ['.', T.DOT],
  ['/', T.SLASH],
  [':', T.COLON],
  [';', T.SEMI],
  ['<', T.LESS],
  ['=', T.EQUAL],
  ['>', T.GREATER],
  ['@', T.AT],
  ['[', T.LSQB],
  [']', T.RSQB],
  ['^', T.CIRCUMFLEX],
  ['{', T.LBRACE],
  ['|', T.VBAR],
  ['}', T.RBRACE],
  ['~', T.TILDE],
];

const TWO: [string, number][] = [
  ['!=', T.NOTEQUAL],
  ['%=', T.PERCENTEQUAL],
  ['&=', T.AMPEREQUAL],
  ['**', T.DOUBLESTAR],
  ['*=', T.STAREQUAL],
  ['+=', T.PLUSEQUAL],
  ['-=', T.MINEQUAL],
  ['->', T.RARROW],
  ['//', T.DOUBLESLASH],
  ['/=', T.SLASHEQUAL],
  [':=', T.COLONEQUAL],
  ['<<', T.LEFTSHIFT],
  ['<=', T.LESSEQUAL],
  ['==', T.EQEQUAL],
  ['>=', T.GREATEREQUAL],
  ['>>', T.RIGHTSHIFT],
  ['@=', T.ATEQUAL],
  ['^=', T.CIRCUMFLEXEQUAL],
  ['|=', T.VBAREQUAL],
];

/** The operator `type` followed by `=`, or 0. */
export function withEqual(type: number): number {
  switch (type) {
    case T.DOUBLESTAR:
      return T.DOUBLESTAREQUAL;
    case T.DOUBLESLASH:
      return T.DOUBLESLASHEQUAL;
    case T.LEFTSHIFT:
      return T.LEFTSHIFTEQUAL;
    case T.RIGHTSHIFT:
      return T.RIGHTSHIFTEQUAL;
    default:
      return 0;
  }
}

for (const [text, type] of ONE) {
  ONE_CHAR[text.charCodeAt(0)] = type;
  OPERATOR_TEXT[type] = text;
}
for (const [text, type] of TWO) {
  TWO_CHARS[(text.charCodeAt(0) << 7) | text.charCodeAt(1)] = type;
  OPERATOR_TEXT[type] = text;
  if (withEqual(type) !== 0) OPERATOR_TEXT[withEqual(type)] = text + '=';
}
TWO_CHARS[(0x3c << 7) | 0x3e] = T.NOTEQUAL; // "<>": its text is not OPERATOR_TEXT's
OPERATOR_TEXT[T.ELLIPSIS] = '...';

function makeStartClasses(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const char = String.fromCharCode(code);
    if (/[A-Za-z_]/.test(char)) table[code] = START.NAME;
    else if (/[0-9]/.test(char)) table[code] = START.DIGIT;
    else if (/[ \t\f]/.test(char)) table[code] = START.SPACE;
    else if (char === '\n') table[code] = START.NEWLINE;
    else if (char === '\r') table[code] = START.CARRIAGE_RETURN;
    else if (char === "'" || char === '"') table[code] = START.QUOTE;
    else if (char === '#') table[code] = START.COMMENT;
    else if (char === '.') table[code] = START.DOT;
    else if (char === '\\') table[code] = START.BACKSLASH;
  }
  return table;
}

function makeNameChars(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) if (/\w/.test(String.fromCharCode(code))) table[code] = 1;
  return table;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}
