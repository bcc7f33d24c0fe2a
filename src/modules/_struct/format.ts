// Struct format strings: the codes with their native and standard sizes, compiled once to a list of fields.
// CPython: Modules/_struct.c (prepare_s, native_table, bigendian_table).

/** One run of equal values in a compiled format. */
export interface StructField {
  /** The format character's code. */
  readonly code: number;
  readonly offset: number;
  /** Bytes of one value; for 's' and 'p' the whole string. */
  readonly size: number;
  readonly repeat: number;
  /** Whether an integer may be negative. */
  readonly signed: boolean;
}

export interface StructLayout {
  readonly fields: readonly StructField[];
  readonly size: number;
  /** How many values pack takes and unpack gives. */
  readonly count: number;
  readonly littleEndian: boolean;
}

/** [native size, native alignment, standard size]; a standard size of 0 means the code is native only. */
const CODES = new Map<string, readonly [number, number, number]>([
  ['x', [1, 1, 1]],
  ['c', [1, 1, 1]],
  ['b', [1, 1, 1]],
  ['B', [1, 1, 1]],
  ['s', [1, 1, 1]],
  ['p', [1, 1, 1]],
  ['?', [1, 1, 1]],
  ['h', [2, 2, 2]],
  ['H', [2, 2, 2]],
  ['i', [4, 4, 4]],
  ['I', [4, 4, 4]],
  ['l', [8, 8, 4]],
  ['L', [8, 8, 4]],
  ['q', [8, 8, 8]],
  ['Q', [8, 8, 8]],
  ['n', [8, 8, 0]],
  ['N', [8, 8, 0]],
  ['P', [8, 8, 0]],
  ['e', [2, 2, 2]],
  ['f', [4, 4, 4]],
  ['d', [8, 8, 8]],
  ['F', [8, 4, 8]],
  ['D', [16, 8, 16]],
]);

const SIGNED = 'bhilqn';
const MAX_SIZE = 2 ** 63 - 1;
const TOO_LONG = 'total struct size too long';

/** The layout of an ASCII `format`, or the text of `struct.error`. */
export function compileFormat(format: string): StructLayout | string {
  const prefix = format[0] ?? '';
  const isPrefix = '@=<>!'.includes(prefix) && prefix !== '';
  const native = !isPrefix || prefix === '@';
  const fields: StructField[] = [];
  let size = 0;
  let count = 0;
  for (let at = isPrefix ? 1 : 0; at < format.length; at++) {
    if (isSpace(format[at]!)) continue;
    const digits = /^[0-9]*/.exec(format.slice(at))![0];
    at += digits.length;
    const repeat = digits === '' ? 1 : Number(digits);
    if (repeat > MAX_SIZE) return TOO_LONG;
    const letter = format[at];
    if (letter === undefined) return 'repeat count given without format specifier';
    const entry = CODES.get(letter);
    if (letter === '\0') return 'embedded null character';
    if (entry === undefined || (!native && entry[2] === 0)) return 'bad char in struct format';
    const itemSize = native ? entry[0] : entry[2];
    if (native) size = Math.ceil(size / entry[1]) * entry[1];
    const isText = letter === 's' || letter === 'p';
    if (letter !== 'x' && (isText || repeat > 0)) {
      const values = isText ? 1 : repeat;
      fields.push({
        code: letter.charCodeAt(0),
        signed: SIGNED.includes(letter),
        offset: size,
        size: isText ? repeat : itemSize,
        repeat: values,
      });
      count += values;
    }
    size += repeat * itemSize;
    if (size >= MAX_SIZE) return TOO_LONG;
  }
  return { fields, size, count, littleEndian: prefix !== '>' && prefix !== '!' };
}

function isSpace(letter: string): boolean {
  return letter === ' ' || (letter >= '\t' && letter <= '\r');
}
