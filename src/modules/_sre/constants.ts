// Numbers shared with Python's re/_constants.py: the compiler there writes them into the code list, the engine here reads them.
// They must equal that file's; `MAGIC` is what re/_compiler.py checks. CPython: Modules/_sre/sre_constants.h.

export const MAGIC = 20230612;
export const CODESIZE = 4;
export const MAXREPEAT = 0xffffffff;
/** Largest number of groups CPython's engine accepts on 64-bit machines. */
export const MAXGROUPS = 0x3fffffff;

const OPERATORS = [
  'FAILURE',
  'SUCCESS',
  'ANY',
  'ANY_ALL',
  'ASSERT',
  'ASSERT_NOT',
  'AT',
  'BRANCH',
  'CATEGORY',
  'CHARSET',
  'BIGCHARSET',
  'GROUPREF',
  'GROUPREF_EXISTS',
  'IN',
  'INFO',
  'JUMP',
  'LITERAL',
  'MARK',
  'MAX_UNTIL',
  'MIN_UNTIL',
  'NOT_LITERAL',
  'NEGATE',
  'RANGE',
  'REPEAT',
  'REPEAT_ONE',
  'SUBPATTERN',
  'MIN_REPEAT_ONE',
  'ATOMIC_GROUP',
  'POSSESSIVE_REPEAT',
  'POSSESSIVE_REPEAT_ONE',
  'GROUPREF_IGNORE',
  'IN_IGNORE',
  'LITERAL_IGNORE',
  'NOT_LITERAL_IGNORE',
  'GROUPREF_LOC_IGNORE',
  'IN_LOC_IGNORE',
  'LITERAL_LOC_IGNORE',
  'NOT_LITERAL_LOC_IGNORE',
  'GROUPREF_UNI_IGNORE',
  'IN_UNI_IGNORE',
  'LITERAL_UNI_IGNORE',
  'NOT_LITERAL_UNI_IGNORE',
  'RANGE_UNI_IGNORE',
] as const;

const POSITIONS = [
  'BEGINNING',
  'BEGINNING_LINE',
  'BEGINNING_STRING',
  'BOUNDARY',
  'NON_BOUNDARY',
  'END',
  'END_LINE',
  'END_STRING',
  'LOC_BOUNDARY',
  'LOC_NON_BOUNDARY',
  'UNI_BOUNDARY',
  'UNI_NON_BOUNDARY',
] as const;

const CATEGORIES = [
  'DIGIT',
  'NOT_DIGIT',
  'SPACE',
  'NOT_SPACE',
  'WORD',
  'NOT_WORD',
  'LINEBREAK',
  'NOT_LINEBREAK',
  'LOC_WORD',
  'LOC_NOT_WORD',
  'UNI_DIGIT',
  'UNI_NOT_DIGIT',
  'UNI_SPACE',
  'UNI_NOT_SPACE',
  'UNI_WORD',
  'UNI_NOT_WORD',
  'UNI_LINEBREAK',
  'UNI_NOT_LINEBREAK',
] as const;

type Numbers<Names extends readonly string[]> = { readonly [Name in Names[number]]: number };

function numbered<Names extends readonly string[]>(names: Names): Numbers<Names> {
  return Object.freeze(Object.fromEntries(names.map((name, index) => [name, index]))) as Numbers<Names>;
}

/** Operators of the code list (`OPCODES`). */
export const Op = numbered(OPERATORS);
/** Positions tested by `AT` (`ATCODES`). */
export const At = numbered(POSITIONS);
/** Character categories (`CHCODES`). */
export const Category = numbered(CATEGORIES);

export const Flag = {
  IGNORECASE: 2,
  LOCALE: 4,
  MULTILINE: 8,
  DOTALL: 16,
  UNICODE: 32,
  VERBOSE: 64,
  DEBUG: 128,
  ASCII: 256,
} as const;

/** Bits of the second word of an `INFO` block. */
export const InfoFlag = { PREFIX: 1, LITERAL: 2, CHARSET: 4 } as const;
