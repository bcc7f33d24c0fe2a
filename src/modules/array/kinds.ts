// What an array's items are: for each type code the size, how a Python value is taken in and how an item is given out.
// CPython: Modules/arraymodule.c (descriptors, b_getitem ... w_setitem)
import { float, PyFloat, typeOf } from '../../runtime/core/primitives.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { overflowError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { isStr, strOfPoint, textOfStr } from '../../runtime/objects/str/str.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { asDouble } from '../../runtime/protocols/real.ts';
import { codePointAt, textLength } from '../../runtime/text/text.ts';

/** The memory of an array as numbers; items of eight bytes that are ints are seen as pairs of words. */
export type Cells =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

export interface Kind {
  readonly code: string;
  readonly itemsize: number;
  /** The letter the buffer protocol shows. */
  readonly format: string;
  readonly isInteger: boolean;
  readonly isSigned: boolean;
  /** As pickles name the representation on a little-endian machine. */
  readonly machineFormat: number;
  readonly cells: (store: ArrayBuffer) => Cells;
  readonly get: (cells: never, index: number) => Value;
  /** The number or pair of words to store; raises for values that do not fit. */
  readonly set: (cells: never, index: number, value: Value) => void;
}

/** The parts of a Python int taken as a C type, whose overflow errors name the type it is parsed as. */
function smallInt(v: Value, low: number, high: number, name: string, wideName = name, wide = 0): number {
  const n = typeof v === 'number' && Number.isInteger(v) ? v : asIndex(v);
  if (n >= low && n <= high) return n as number;
  if (n > LONG_MAX || n < -LONG_MAX - 1n) throw overflowError('Python int too large to convert to C long');
  const shown = wide > 0 && (n > wide || n < -wide - 1) ? wideName : name;
  throw overflowError(`${shown} is ${n > 0 ? 'greater than maximum' : 'less than minimum'}`);
}

const LONG_MAX = (1n << 63n) - 1n;
const UNSIGNED_MAX = (1n << 64n) - 1n;

/** CPython: II_setitem, LL_setitem */
function unsignedLong(v: Value): number | bigint {
  const n = asIndex(v);
  if (n < 0) throw overflowError("can't convert negative value to unsigned int");
  if (n > UNSIGNED_MAX) throw overflowError('Python int too large to convert to C unsigned long');
  return n;
}

/** The low and the high word of a 64-bit int. */
function setWords(cells: Int32Array, index: number, n: number | bigint): void {
  if (typeof n === 'number') {
    cells[2 * index] = n | 0;
    cells[2 * index + 1] = Math.floor(n / 0x100000000) | 0;
  } else {
    cells[2 * index] = Number(BigInt.asIntN(32, n));
    cells[2 * index + 1] = Number(BigInt.asIntN(32, n >> 32n));
  }
}

function getSigned(cells: Int32Array, index: number): Value {
  const low = cells[2 * index]! >>> 0;
  const high = cells[2 * index + 1]!;
  if (high >= -0x200000 && high < 0x200000) {
    const n = high * 0x100000000 + low;
    if (Number.isSafeInteger(n)) return int(n);
  }
  return intFromBigInt((BigInt(high) << 32n) | BigInt(low));
}

function getUnsigned(cells: Int32Array, index: number): Value {
  const low = cells[2 * index]! >>> 0;
  const high = cells[2 * index + 1]! >>> 0;
  if (high < 0x200000) return int(high * 0x100000000 + low);
  return (BigInt(high) << 32n) | BigInt(low);
}

function character(v: Value): number {
  if (!isStr(v)) throw typeError(`array item must be a unicode character, not ${typeOf(v).typeName}`);
  const text = textOfStr(v);
  const size = textLength(text);
  if (size !== 1) throw typeError(`array item must be a unicode character, not a string of length ${size}`);
  return codePointAt(text, 0);
}

function getCharacter(cells: Uint32Array, index: number): Value {
  const point = cells[index]!;
  if (point > 0x10ffff) throw badCharacter();
  return strOfPoint(point);
}

function badCharacter(): Raised {
  return valueError('chr() arg not in range(0x110000)');
}

const words = (store: ArrayBuffer): Int32Array => new Int32Array(store);

function integer(
  code: string,
  itemsize: number,
  machineFormat: number,
  parts: Pick<Kind, 'cells' | 'get' | 'set'>,
): Kind {
  const isSigned = code >= 'a';
  return { code, itemsize, format: code, isInteger: true, isSigned, machineFormat, ...parts };
}

/** In CPython's order; the code of each is what `array(typecode)` takes. Every `get` is a function of its own: the engine then knows its cells. */
const LIST: readonly Kind[] = [
  integer('b', 1, 1, {
    cells: (store) => new Int8Array(store),
    get: (cells: Int8Array, i) => int(cells[i]!),
    set: (cells: Int8Array, i, v) => {
      cells[i] = smallInt(v, -128, 127, 'signed char', 'signed short integer', 32767);
    },
  }),
  integer('B', 1, 0, {
    cells: (store) => new Uint8Array(store),
    get: (cells: Uint8Array, i) => int(cells[i]!),
    set: (cells: Uint8Array, i, v) => {
      cells[i] = smallInt(v, 0, 255, 'unsigned byte integer');
    },
  }),
  {
    ...integer('u', 4, 20, {
      cells: (store) => new Uint32Array(store),
      get: getCharacter,
      set: (cells: Uint32Array, i, v) => {
        cells[i] = character(v);
      },
    }),
    format: 'w',
    isInteger: false,
    isSigned: false,
  },
  {
    ...integer('w', 4, 20, {
      cells: (store) => new Uint32Array(store),
      get: getCharacter,
      set: (cells: Uint32Array, i, v) => {
        cells[i] = character(v);
      },
    }),
    isInteger: false,
    isSigned: false,
  },
  integer('h', 2, 4, {
    cells: (store) => new Int16Array(store),
    get: (cells: Int16Array, i) => int(cells[i]!),
    set: (cells: Int16Array, i, v) => {
      cells[i] = smallInt(v, -32768, 32767, 'signed short integer');
    },
  }),
  integer('H', 2, 2, {
    cells: (store) => new Uint16Array(store),
    get: (cells: Uint16Array, i) => int(cells[i]!),
    set: (cells: Uint16Array, i, v) => {
      cells[i] = smallInt(v, 0, 65535, 'unsigned short', 'signed integer', 0x7fffffff);
    },
  }),
  integer('i', 4, 8, {
    cells: words,
    get: (cells: Int32Array, i) => int(cells[i]!),
    set: (cells: Int32Array, i, v) => {
      cells[i] = smallInt(v, -0x80000000, 0x7fffffff, 'signed integer');
    },
  }),
  integer('I', 4, 6, {
    cells: (store) => new Uint32Array(store),
    get: (cells: Uint32Array, i) => int(cells[i]!),
    set: (cells: Uint32Array, i, v) => {
      const n = unsignedLong(v);
      if (n > 0xffffffff) throw overflowError('unsigned int is greater than maximum');
      cells[i] = n as number;
    },
  }),
  integer('l', 8, 12, {
    cells: words,
    get: (cells: Int32Array, i) => getSigned(cells, i),
    set: (cells: Int32Array, i, v) => {
      const n = asIndex(v);
      if (n > LONG_MAX || n < -LONG_MAX - 1n) throw overflowError('Python int too large to convert to C long');
      setWords(cells, i, n);
    },
  }),
  integer('L', 8, 10, {
    cells: words,
    get: (cells: Int32Array, i) => getUnsigned(cells, i),
    set: (cells: Int32Array, i, v) => setWords(cells, i, unsignedLong(v)),
  }),
  integer('q', 8, 12, {
    cells: words,
    get: (cells: Int32Array, i) => getSigned(cells, i),
    set: (cells: Int32Array, i, v) => {
      const n = asIndex(v);
      if (n > LONG_MAX || n < -LONG_MAX - 1n) throw overflowError('int too big to convert');
      setWords(cells, i, n);
    },
  }),
  integer('Q', 8, 10, {
    cells: words,
    get: (cells: Int32Array, i) => getUnsigned(cells, i),
    set: (cells: Int32Array, i, v) => {
      const n = asIndex(v);
      if (n < 0) throw overflowError("can't convert negative int to unsigned");
      if (n > UNSIGNED_MAX) throw overflowError('int too big to convert');
      setWords(cells, i, n);
    },
  }),
  {
    ...integer('f', 4, 14, {
      cells: (store) => new Float32Array(store),
      get: (cells: Float32Array, i) => float(cells[i]!),
      set: (cells: Float32Array, i, v) => {
        cells[i] = asDouble(v);
      },
    }),
    isInteger: false,
    isSigned: false,
  },
  {
    ...integer('d', 8, 16, {
      cells: (store) => new Float64Array(store),
      get: (cells: Float64Array, i) => {
        const x = cells[i]!;
        return Number.isInteger(x) ? new PyFloat(x) : float(x);
      },
      set: (cells: Float64Array, i, v) => {
        cells[i] = asDouble(v);
      },
    }),
    isInteger: false,
    isSigned: false,
  },
];

export const KINDS: ReadonlyMap<string, Kind> = new Map(LIST.map((kind) => [kind.code, kind]));

/** The module's `typecodes`. */
export const TYPECODES: string = LIST.map((kind) => kind.code).join('');

/** Whether the items are characters. */
export function isText(kind: Kind): boolean {
  return kind.code === 'u' || kind.code === 'w';
}
