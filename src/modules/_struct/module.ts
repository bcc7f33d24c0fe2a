// The _struct module: format strings compiled once, cached, and applied to buffers. CPython: Modules/_struct.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import {
  isError,
  newError,
  overflowError,
  type Raised,
  runtimeError,
  stopIteration,
  typeError,
} from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, type PyUnicodeError } from '../../runtime/exceptions/exception.ts';
import { fn, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { exceptionClass, raiser } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import type { IntValue } from '../../runtime/numeric/integers.ts';
import { PyByteArray } from '../../runtime/objects/bytearray/bytearray.ts';
import { bytes, bytesCopy, bytesOfWord, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyComplex } from '../../runtime/objects/complex/complex.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet, dictSize } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer, lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { asComplex, asDouble, intValue, isInt } from '../../runtime/protocols/real.ts';
import { repr } from '../../runtime/protocols/text.ts';
import { newBytes } from '../../runtime/text/byte-memory.ts';
import { packValues, type StructValues, unpackValues } from './codec.ts';
import { compileFormat, type StructLayout } from './format.ts';
import { DOCS } from './generated/docs.ts';

const errorType: PyType = exceptionClass('struct', 'error', 'Exception');
const structError = raiser(errorType);

/** Runs a conversion, replacing its TypeError (and overflow) by `struct.error(message)`. */
function converted<T>(run: () => T, message: string): T {
  try {
    return run();
  } catch (error) {
    if (isError(error, 'Exception')) throw structError(message);
    throw error;
  }
}

function takeInt(v: Value): IntValue {
  if (isInt(v)) return intValue(v);
  if (typeof v === 'object' && (v as unknown as { m$__index__?: unknown }).m$__index__ !== undefined) return asIndex(v);
  throw structError('required argument is not an integer');
}

const VALUES: StructValues<Value> = {
  makeFloat: float,
  makeComplex: (real, imag) => new PyComplex(real, imag),
  makeBytes: bytes,
  makeInt: (value) => value as Value,
  makeBool: (value) => value,
  takeInt,
  takeFloat: (v) => (typeof v === 'number' ? v : converted(() => asDouble(v), 'required argument is not a float')),
  takeComplex: (v) => converted(() => asComplex(v), 'required argument is not a complex'),
  takeTruth: isTrue,
  takeBytes: (v, exact) =>
    v instanceof PyBytes || (!exact && v instanceof PyByteArray) ? (v as PyBytes).value : undefined,
  error: structError,
};

class PyStruct extends PyObject {
  layout: StructLayout | undefined = undefined;
  format = '';
}

const structType: PyType = staticType('Struct', PyStruct, {
  module: '_struct',
  subclassable: true,
  hasWeakref: true,
  mutable: true,
});

/** A format argument as ASCII text. CPython: Struct___init___impl */
function formatText(format: Value): string {
  if (isStr(format)) {
    const text = jsString(format);
    const bad = text.search(/[^\u0000-\u007f]/);
    if (bad >= 0) throw notAscii(format, bad);
    return text;
  }
  if (format instanceof PyBytes) return String.fromCharCode(...format.value);
  throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeOf(format).typeName}`);
}

function notAscii(text: Value, at: number): Raised {
  const reason = 'ordinal not in range(128)';
  const error = newError(exceptionNamed('UnicodeEncodeError'), [
    'ascii',
    text,
    int(at),
    int(at + 1),
    reason,
  ]) as PyUnicodeError;
  error.encoding = 'ascii';
  error.object = text;
  error.start = int(at);
  error.end = int(at + 1);
  error.reason = reason;
  return error;
}

function compile(text: string): StructLayout {
  const layout = compileFormat(text);
  if (typeof layout === 'string') throw structError(layout);
  return layout;
}

const CACHE: unique symbol = Symbol('struct cache');
const CACHE_LIMIT = 100;

function cache(): Map<string, StructLayout> {
  let map = state.interp.states.get(CACHE) as Map<string, StructLayout> | undefined;
  if (map === undefined) state.interp.states.set(CACHE, (map = new Map()));
  return map;
}

/** The layout of a module function's format argument. CPython: cache_struct_converter */
function layoutOf(format: Value): StructLayout {
  const text = typeof format === 'string' ? format : formatText(format);
  const known = cache().get(text);
  if (known !== undefined) return known;
  const layout = compile(formatText(format));
  const map = cache();
  if (map.size >= CACHE_LIMIT) map.clear();
  map.set(text, layout);
  return layout;
}

function ready(self: PyStruct): StructLayout {
  if (self.layout === undefined) throw runtimeError('Struct object is not initialized');
  return self.layout;
}

const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);

/** Records up to this size go by way of one view that is kept: making views costs more than copying. */
const SMALL = 256;
const SCRATCH: unique symbol = Symbol('struct scratch');

interface Scratch {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Python code run by a conversion may pack too. */
  busy: boolean;
}

function scratch(): Scratch {
  let own = state.interp.states.get(SCRATCH) as Scratch | undefined;
  if (own === undefined) {
    const memory = new Uint8Array(SMALL);
    state.interp.states.set(SCRATCH, (own = { bytes: memory, view: viewOf(memory), busy: false }));
  }
  return own;
}

/** One unsigned int or byte, which is most of what is packed: no view, no table. */
function packUnsigned(layout: StructLayout, items: readonly Value[]): Value | undefined {
  const { size } = layout;
  const value = items[0];
  if (!isOneUnsigned(layout) || typeof value !== 'number' || items.length !== 1) return undefined;
  if (!(value >= 0 && value < 2 ** (8 * size)) || !Number.isInteger(value)) return undefined;
  return bytesOfWord(value, size, layout.littleEndian);
}

function isOneUnsigned({ fields, size, count }: StructLayout): boolean {
  return count === 1 && fields.length === 1 && size <= 4 && fields[0]!.size === size && UNSIGNED.has(fields[0]!.code);
}

const UNSIGNED: ReadonlySet<number> = new Set(Array.from('BHIL', (letter) => letter.charCodeAt(0)));

const INTEGERS: ReadonlySet<number> = new Set(Array.from('bBhHiIlLqQnN', (letter) => letter.charCodeAt(0)));

/** Nothing but ints that fit: they are written byte by byte. Undefined where there is anything else. */
function packIntegers({ fields, size, littleEndian }: StructLayout, items: readonly Value[]): Value | undefined {
  for (let i = 0; i < fields.length; i++) if (!INTEGERS.has(fields[i]!.code)) return undefined;
  const target = newBytes(size);
  let next = 0;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    const limit = 2 ** (8 * field.size - (field.signed ? 1 : 0));
    const least = field.signed ? -limit : 0;
    let at = field.offset;
    for (let left = field.repeat; left > 0; left--, at += field.size) {
      const value = items[next++]!;
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value >= limit) return undefined;
      writeInteger(target, at, value, field.size, littleEndian);
    }
  }
  return bytes(target);
}

function writeInteger(target: Uint8Array, at: number, value: number, size: number, little: boolean): void {
  const low = value | 0;
  const high = size > 4 ? Math.floor(value / 0x100000000) | 0 : 0;
  for (let i = 0; i < size; i++)
    target[little ? at + i : at + size - 1 - i] = i < 4 ? low >> (8 * i) : high >> (8 * i - 32);
}

function pack(layout: StructLayout, items: readonly Value[]): Value {
  if (items.length !== layout.count) {
    throw structError(`pack expected ${layout.count} items for packing (got ${items.length})`);
  }
  const quick = packUnsigned(layout, items) ?? (layout.size <= SMALL ? packIntegers(layout, items) : undefined);
  if (quick !== undefined) return quick;
  const { size } = layout;
  const small = size <= SMALL ? scratch() : undefined;
  if (small === undefined || small.busy) {
    const target = new Uint8Array(size);
    packValues(layout, viewOf(target), 0, items, VALUES);
    return bytes(target);
  }
  small.busy = true;
  try {
    small.bytes.fill(0, 0, size);
    packValues(layout, small.view, 0, items, VALUES);
    return bytesCopy(small.bytes, 0, size);
  } finally {
    small.busy = false;
  }
}

/** The values of the record at `at`. */
function unpackAt(layout: StructLayout, data: Uint8Array, at: number): Value {
  const { size } = layout;
  if (size > SMALL) return new PyTuple(unpackValues(layout, viewOf(data), at, VALUES));
  const { bytes: memory, view } = scratch();
  for (let i = 0; i < size; i++) memory[i] = data[at + i]!;
  return new PyTuple(unpackValues(layout, view, 0, VALUES));
}

/** An index-sized offset; those past 2**53 only ever end in an error message. */
function offsetOf(v: Value): IntValue {
  const value = asIndex(v);
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
    throw overflowError(`cannot fit '${typeOf(v).typeName}' into an index-sized integer`);
  }
  return value;
}

/** CPython: s_pack_into */
function packInto(layout: StructLayout, args: readonly Value[]): Value {
  const [buffer, offset, ...items] = args;
  if (items.length !== layout.count) {
    if (buffer === undefined) throw structError('pack_into expected buffer argument');
    if (offset === undefined) throw structError('pack_into expected offset argument');
    throw structError(`pack_into expected ${layout.count} items for packing (got ${items.length})`);
  }
  if (buffer === undefined) throw structError('pack_into expected buffer argument');
  if (offset === undefined) throw structError('pack_into expected offset argument');
  const data = writable(buffer);
  const at = checkOffset(layout, data.length, offsetOf(offset), true);
  data.fill(0, at, at + layout.size);
  packValues(layout, viewOf(data), at, items, VALUES);
  return None;
}

function writable(v: Value): Uint8Array {
  let data: Uint8Array | undefined;
  try {
    data = lookupBuffer(v, true);
  } catch (error) {
    if (!isError(error, 'BufferError')) throw error;
  }
  if (data === undefined) throw typeError(`argument must be read-write bytes-like object, not ${typeOf(v).typeName}`);
  return data;
}

/** The absolute position for an offset that may count from the end. */
function checkOffset(layout: StructLayout, length: number, offset: IntValue, packing: boolean): number {
  const { size } = layout;
  if (offset < 0) {
    if (Number(offset) + size > 0) {
      throw structError(
        packing
          ? `no space to pack ${size} bytes at offset ${offset}`
          : `not enough data to unpack ${size} bytes at offset ${offset}`,
      );
    }
    if (Number(offset) + length < 0) throw structError(`offset ${offset} out of range for ${length}-byte buffer`);
    return Number(offset) + length;
  }
  if (length - Number(offset) < size) {
    const name = packing ? 'pack_into' : 'unpack_from';
    const verb = packing ? 'packing' : 'unpacking';
    throw structError(
      `${name} requires a buffer of at least ${BigInt(size) + BigInt(offset)} bytes for ${verb} ${size} bytes at offset ${offset} (actual buffer size is ${length})`,
    );
  }
  return Number(offset);
}

function unpack(layout: StructLayout, buffer: Value): Value {
  const data = getBuffer(buffer);
  if (data.length !== layout.size) throw structError(`unpack requires a buffer of ${layout.size} bytes`);
  return unpackAt(layout, data, 0);
}

function unpackFrom(layout: StructLayout, buffer: Value, offset: Value | undefined): Value {
  const data = getBuffer(buffer);
  const at = checkOffset(layout, data.length, offset === undefined ? 0 : offsetOf(offset), false);
  return unpackAt(layout, data, at);
}

/** Steps over a buffer, one tuple for each record. */
class PyUnpackIterator extends PyObject {
  private readonly layout: StructLayout;
  private readonly data: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(layout: StructLayout, data: Uint8Array) {
    super();
    this.layout = layout;
    this.data = data;
    this.view = viewOf(data);
  }

  get left(): number {
    return (this.data.length - this.at) / this.layout.size;
  }

  override iternext(): Value | undefined {
    if (this.at >= this.data.length) return undefined;
    const values = unpackValues(this.layout, this.view, this.at, VALUES);
    this.at += this.layout.size;
    return new PyTuple(values);
  }
}

const iteratorType: PyType = staticType('unpack_iterator', PyUnpackIterator, {
  module: '_struct',
  instantiable: false,
  mutable: true,
});

function iterUnpack(layout: StructLayout, buffer: Value): Value {
  if (layout.size === 0) throw structError('cannot iteratively unpack with a struct of length 0');
  const data = getBuffer(buffer);
  if (data.length % layout.size !== 0) {
    throw structError(`iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  }
  return new PyUnpackIterator(layout, data);
}

/** Module functions that take the format as the first of any number of arguments. */
function withFormat(run: (layout: StructLayout, args: readonly Value[]) => Value) {
  return (args: readonly Value[]): Value => {
    const [format, ...rest] = args;
    if (format === undefined) throw typeError('missing format argument');
    return run(layoutOf(format), rest);
  };
}

/** The constructor counts its arguments itself, so that its errors name the type. */
function structInit(self: PyStruct, args: readonly Value[], keywords?: PyDict): Value {
  const given = args.length + (keywords === undefined ? 0 : dictSize(keywords));
  if (given > 1) throw typeError(`Struct() takes at most 1 argument (${given} given)`);
  const format = args[0] ?? (keywords === undefined ? undefined : dictGet(keywords, 'format'));
  if (format === undefined) throw typeError("Struct() missing required argument 'format' (pos 1)");
  const text = formatText(format);
  self.layout = compile(text);
  self.format = text;
  return None;
}

function install(): void {
  installType(errorType, {});
  installType(structType, {
    doc: DOCS['Struct'],
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as new () => PyStruct)()),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', structInit, DOCS['Struct.__init__']),
      __repr__: slot('($self, /)', (self: PyStruct) => {
        ready(self);
        return `${typeOf(self).qualname}(${repr(self.format)})`;
      }),
      iter_unpack: method(
        '($self, buffer, /)',
        (self: PyStruct, buffer: Value) => iterUnpack(ready(self), buffer),
        DOCS['Struct.iter_unpack'],
        'o',
      ),
      pack: method(
        '!($self, /, *args)',
        (self: PyStruct, items: readonly Value[]) => pack(ready(self), items),
        DOCS['Struct.pack'],
      ),
      pack_into: method(
        '!($self, /, *args)',
        (self: PyStruct, args: readonly Value[]) => packInto(ready(self), args),
        DOCS['Struct.pack_into'],
      ),
      unpack: method(
        '($self, buffer, /)',
        (self: PyStruct, buffer: Value) => unpack(ready(self), buffer),
        DOCS['Struct.unpack'],
        'o',
      ),
      unpack_from: method(
        '($self, /, buffer, offset=0)',
        (self: PyStruct, buffer: Value, offset?: Value) => unpackFrom(ready(self), buffer, offset),
        DOCS['Struct.unpack_from'],
      ),
      __sizeof__: method('($self, /)', (self: PyStruct) => int(88 + 32 * ready(self).fields.length)),
    },
    properties: {
      format: getset(
        (self: PyStruct) => {
          ready(self);
          return self.format;
        },
        undefined,
        DOCS['Struct.format'],
      ),
      size: getset((self: PyStruct) => int(self.layout?.size ?? -1), undefined, DOCS['Struct.size']),
    },
  });

  installType(iteratorType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyUnpackIterator) => nextOf(self)),
      __length_hint__: method('($self, /)', (self: PyUnpackIterator) => int(self.left)),
    },
  });
}

function nextOf(self: PyUnpackIterator): Value {
  const value = self.iternext();
  if (value === undefined) throw stopIteration();
  return value;
}

export const structModule: NativeModule = {
  name: '_struct',
  doc: DOCS[''],
  functions: {
    _clearcache: fn(
      '($module, /)',
      () => {
        cache().clear();
        return None;
      },
      DOCS['_clearcache'],
    ),
    calcsize: fn('($module, format, /)', (format: Value) => int(layoutOf(format).size), DOCS['calcsize'], 'o'),
    iter_unpack: fn(
      '($module, format, buffer, /)',
      (format: Value, buffer: Value) => iterUnpack(layoutOf(format), buffer),
      DOCS['iter_unpack'],
    ),
    pack: fn('!($module, /, *args)', withFormat(pack), DOCS['pack']),
    pack_into: fn('!($module, /, *args)', withFormat(packInto), DOCS['pack_into']),
    unpack: fn(
      '($module, format, buffer, /)',
      (format: Value, buffer: Value) => unpack(layoutOf(format), buffer),
      DOCS['unpack'],
    ),
    unpack_from: fn(
      '($module, format, /, buffer, offset=0)',
      (format: Value, buffer: Value, offset?: Value) => unpackFrom(layoutOf(format), buffer, offset),
      DOCS['unpack_from'],
    ),
  },
  types: { Struct: structType, error: errorType },
  install,
};
