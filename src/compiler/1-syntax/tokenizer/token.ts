// Token types and the token record. Numbers and names are those of CPython's Lib/token.py (3.14); hard keywords get
// types of their own from 500 up, as in CPython's generated parser, so the parser can switch on one integer.

/** Token types, named and numbered as in `token.py`. Operators carry their exact type (LPAR, PLUS, ...). */
export const T = {
  ENDMARKER: 0,
  NAME: 1,
  NUMBER: 2,
  STRING: 3,
  NEWLINE: 4,
  INDENT: 5,
  DEDENT: 6,
  LPAR: 7,
  RPAR: 8,
  LSQB: 9,
  RSQB: 10,
  COLON: 11,
  COMMA: 12,
  SEMI: 13,
  PLUS: 14,
  MINUS: 15,
  STAR: 16,
  SLASH: 17,
  VBAR: 18,
  AMPER: 19,
  LESS: 20,
  GREATER: 21,
  EQUAL: 22,
  DOT: 23,
  PERCENT: 24,
  LBRACE: 25,
  RBRACE: 26,
  EQEQUAL: 27,
  NOTEQUAL: 28,
  LESSEQUAL: 29,
  GREATEREQUAL: 30,
  TILDE: 31,
  CIRCUMFLEX: 32,
  LEFTSHIFT: 33,
  RIGHTSHIFT: 34,
  DOUBLESTAR: 35,
  PLUSEQUAL: 36,
  MINEQUAL: 37,
  STAREQUAL: 38,
  SLASHEQUAL: 39,
  PERCENTEQUAL: 40,
  AMPEREQUAL: 41,
  VBAREQUAL: 42,
  CIRCUMFLEXEQUAL: 43,
  LEFTSHIFTEQUAL: 44,
  RIGHTSHIFTEQUAL: 45,
  DOUBLESTAREQUAL: 46,
  DOUBLESLASH: 47,
  DOUBLESLASHEQUAL: 48,
  AT: 49,
  ATEQUAL: 50,
  RARROW: 51,
  ELLIPSIS: 52,
  COLONEQUAL: 53,
  EXCLAMATION: 54,
  OP: 55,
  TYPE_IGNORE: 56,
  TYPE_COMMENT: 57,
  SOFT_KEYWORD: 58,
  FSTRING_START: 59,
  FSTRING_MIDDLE: 60,
  FSTRING_END: 61,
  TSTRING_START: 62,
  TSTRING_MIDDLE: 63,
  TSTRING_END: 64,
  COMMENT: 65,
  NL: 66,
  ERRORTOKEN: 67,
  ENCODING: 68,
} as const;

/** Types of the hard keywords. Soft keywords (`match`, `case`, `type`, `_`) stay NAME. */
export const KW = {
  FALSE: 500,
  NONE: 501,
  TRUE: 502,
  AND: 503,
  AS: 504,
  ASSERT: 505,
  ASYNC: 506,
  AWAIT: 507,
  BREAK: 508,
  CLASS: 509,
  CONTINUE: 510,
  DEF: 511,
  DEL: 512,
  ELIF: 513,
  ELSE: 514,
  EXCEPT: 515,
  FINALLY: 516,
  FOR: 517,
  FROM: 518,
  GLOBAL: 519,
  IF: 520,
  IMPORT: 521,
  IN: 522,
  IS: 523,
  LAMBDA: 524,
  NONLOCAL: 525,
  NOT: 526,
  OR: 527,
  PASS: 528,
  RAISE: 529,
  RETURN: 530,
  TRY: 531,
  WHILE: 532,
  WITH: 533,
  YIELD: 534,
} as const;

/** Keyword text to its type. `type >= FIRST_KEYWORD` says "a hard keyword". */
export const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['False', KW.FALSE],
  ['None', KW.NONE],
  ['True', KW.TRUE],
  ['and', KW.AND],
  ['as', KW.AS],
  ['assert', KW.ASSERT],
  ['async', KW.ASYNC],
  ['await', KW.AWAIT],
  ['break', KW.BREAK],
  ['class', KW.CLASS],
  ['continue', KW.CONTINUE],
  ['def', KW.DEF],
  ['del', KW.DEL],
  ['elif', KW.ELIF],
  ['else', KW.ELSE],
  ['except', KW.EXCEPT],
  ['finally', KW.FINALLY],
  ['for', KW.FOR],
  ['from', KW.FROM],
  ['global', KW.GLOBAL],
  ['if', KW.IF],
  ['import', KW.IMPORT],
  ['in', KW.IN],
  ['is', KW.IS],
  ['lambda', KW.LAMBDA],
  ['nonlocal', KW.NONLOCAL],
  ['not', KW.NOT],
  ['or', KW.OR],
  ['pass', KW.PASS],
  ['raise', KW.RAISE],
  ['return', KW.RETURN],
  ['try', KW.TRY],
  ['while', KW.WHILE],
  ['with', KW.WITH],
  ['yield', KW.YIELD],
]);

export const FIRST_KEYWORD = 500;

/**
 * One token. `start`/`end` index the normalised source text (`SourceText.text`); columns are 0-based UTF-16 columns in
 * their line. UTF-8 byte columns, which AST nodes carry, come from `SourceText.byteColumn(lineno, col)`.
 */
export interface Token {
  /** A value of `T`, or of `KW` for hard keywords. */
  readonly type: number;
  /** The source slice. For FSTRING_MIDDLE/TSTRING_MIDDLE raw text (escapes undecoded, a doubled brace written once). */
  readonly string: string;
  readonly start: number;
  readonly end: number;
  readonly lineno: number;
  readonly col: number;
  readonly endLineno: number;
  readonly endCol: number;
  /** Bracket depth at the token, as CPython's `Token.level`. */
  readonly level: number;
}
