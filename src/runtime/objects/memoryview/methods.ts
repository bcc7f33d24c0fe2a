// The memoryview type's table. CPython: Objects/memoryobject.c
import { None, NotImplemented, PyObject } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { isError, notImplementedError, stopIteration, typeError, valueError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, method, type NativeSpec, slot } from '../../native/define.ts';
import { getAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { richEquals } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { hexText } from '../../protocols/hex.ts';
import { intArgument, sizeArgument } from '../../protocols/item.ts';
import { dunderBuffer, dunderReleaseBuffer, memoryViewOf } from '../../protocols/memoryview.ts';
import { hashBytes } from '../../text/byte-hash.ts';
import { bytes } from '../bytes/bytes.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { PyList } from '../list/list.ts';
import { objectId } from '../object/identity.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { memoryCast } from './cast.ts';
import { formatLetter, unpackItem, usableLetter } from './item.ts';
import {
  checkReleased,
  enterView,
  isContiguous,
  isFortranContiguous,
  itemOffsets,
  memoryViewType,
  PyMemoryView,
  releaseView,
  viewWith,
} from './memoryview.ts';
import { memoryGetitem, memorySetitem } from './subscript.ts';

type View = PyMemoryView;

function memoryNew(_cls: PyType, object: Value): Value {
  return memoryViewOf(object);
}

function memoryRepr(view: View): Value {
  const address = objectId(view).toString(16).padStart(12, '0');
  return `<${view.released ? 'released ' : ''}memory at 0x${address}>`;
}

/** CPython: memory_hash */
function memoryHash(view: View): Value {
  if (view.hash === undefined) {
    checkReleased(view);
    if (!view.readonly) throw valueError('cannot hash writable memoryview object');
    const letter = formatLetter(view.format);
    if (letter !== 'B' && letter !== 'b' && letter !== 'c') {
      throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    hash(view.obj);
    view.hash = hashBytes(view.copyBytes());
  }
  return int(view.hash);
}

/** CPython: memory_richcompare */
function memoryEq(view: View, value: Value): Value {
  if (view.released || (value instanceof PyMemoryView && value.released)) return view === value;
  let other: View;
  try {
    other = memoryViewOf(value);
  } catch (e) {
    if (isError(e, 'Exception')) return NotImplemented;
    throw e;
  }
  const equal = sameItems(view, other);
  releaseView(other);
  return equal;
}

function memoryNe(view: View, value: Value): Value {
  const equal = memoryEq(view, value);
  return equal === NotImplemented ? NotImplemented : !equal;
}

function sameItems(a: View, b: View): boolean {
  if (a.shape.length !== b.shape.length || a.shape.some((size, i) => size !== b.shape[i])) return false;
  const readA = reader(a);
  const readB = reader(b);
  if (readA === undefined || readB === undefined) return false;
  const offsetsB = itemOffsets(b);
  for (const at of itemOffsets(a)) {
    if (!richEquals(readA(at), readB(offsetsB.next().value as number))) return false;
  }
  return true;
}

/** How to read an item at an offset; the struct module reads what is no native format. CPython: struct_unpack_single */
function reader(view: View): ((at: number) => Value) | undefined {
  const letter = formatLetter(view.format);
  if (letter !== undefined) return (at) => unpackItem(view.memory, letter, at);
  try {
    const unpack = getAttr(state.interp.importModule('struct'), 'unpack');
    call(unpack, view.format, bytes(new Uint8Array(view.itemsize)));
    return (at) => call(unpack, view.format, bytes(view.memory.slice(at, at + view.itemsize)));
  } catch (e) {
    if (isError(e, 'Exception')) return undefined;
    throw e;
  }
}

function memoryLen(view: View): Value {
  checkReleased(view);
  if (view.ndim === 0) throw typeError('0-dim memory has no length');
  return int(view.shape[0]!);
}

class PyMemoryIterator extends PyObject {
  view: View | undefined;
  index = 0;
  readonly letter: string;
  constructor(view: View, letter: string) {
    super();
    this.view = view;
    this.letter = letter;
  }
  override iternext(): Value | undefined {
    const { view } = this;
    if (view === undefined) return undefined;
    if (this.index < view.shape[0]!) {
      checkReleased(view);
      return unpackItem(view.memory, this.letter, view.offset + view.strides[0]! * this.index++);
    }
    this.view = undefined;
    return undefined;
  }
}
const memoryIteratorType: PyType = staticType('memory_iterator', PyMemoryIterator, { instantiable: false });

function memoryIter(view: View): Value {
  checkReleased(view);
  if (view.ndim === 0) throw typeError('invalid indexing of 0-dim memory');
  if (view.ndim > 1) throw notImplementedError('multi-dimensional sub-views are not implemented');
  return new PyMemoryIterator(view, usableLetter(view));
}

/** CPython: memory_tolist */
function memoryTolist(view: View): Value {
  checkReleased(view);
  const letter = usableLetter(view);
  const level = (dimension: number, at: number): Value => {
    if (dimension === view.ndim) return unpackItem(view.memory, letter, at);
    const items: Value[] = [];
    for (let i = 0; i < view.shape[dimension]!; i++)
      items.push(level(dimension + 1, at + i * view.strides[dimension]!));
    return new PyList(items);
  };
  return level(0, view.offset);
}

/** CPython: memory_tobytes */
function memoryTobytes(view: View, order?: Value): Value {
  checkReleased(view);
  const name = order === undefined || order === None ? 'C' : isStr(order) ? jsString(order) : '';
  if (order !== undefined && order !== None && !isStr(order)) {
    throw typeError(`tobytes() argument 'order' must be str or None, not ${typeOf(order).typeName}`);
  }
  if (name !== 'C' && name !== 'F' && name !== 'A') throw valueError("order must be 'C', 'F' or 'A'");
  const fortran = name === 'F' || (name === 'A' && isFortranContiguous(view));
  return bytes(fortran ? fortranBytes(view) : view.copyBytes());
}

/** The bytes with the first dimension fastest. */
function fortranBytes(view: View): Uint8Array {
  const layout = geometry(view);
  const turned = { ...layout, shape: [...view.shape].reverse(), strides: [...view.strides].reverse() };
  const transposed = viewWith(view, turned);
  const data = transposed.copyBytes();
  releaseView(transposed);
  return data;
}

function geometry(view: View) {
  const { format, itemsize, shape, strides, offset } = view;
  return { format, itemsize, shape, strides, offset };
}

/** CPython: memory_count */
function memoryCount(view: View, value: Value): Value {
  const iterator = memoryIter(view) as PyMemoryIterator;
  let count = 0;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (item === value || richEquals(item, value)) count++;
  }
  return int(count);
}

/** CPython: memory_index */
function memoryIndex(view: View, value: Value, start?: Value, stop?: Value): Value {
  checkReleased(view);
  if (view.ndim === 0) throw typeError('invalid lookup on 0-dim memory');
  if (view.ndim > 1) throw notImplementedError('multi-dimensional lookup is not implemented');
  const letter = usableLetter(view);
  const length = view.shape[0]!;
  const bound = (v: Value | undefined, otherwise: number) => {
    const n = v === undefined ? otherwise : sizeArgument(v);
    return n < 0 ? Math.max(0, n + length) : n;
  };
  const end = Math.min(bound(stop, length), length);
  for (let i = bound(start, 0); i < end; i++) {
    const item = unpackItem(view.memory, letter, view.offset + view.strides[0]! * i);
    if (item === value || richEquals(item, value)) return int(i);
  }
  throw valueError('memoryview.index(x): x not found');
}

function checked<T extends Value>(run: (view: View) => T): (view: View) => T {
  return (view) => {
    checkReleased(view);
    return run(view);
  };
}

function sizes(values: readonly number[]): Value {
  return tuple(values.map(int));
}

function release(view: View): Value {
  releaseView(view);
  return None;
}

const METHODS: Record<string, NativeSpec> = {
  __repr__: slot('($self, /)', memoryRepr),
  __hash__: slot('($self, /)', memoryHash),
  __lt__: slot('($self, value, /)', () => NotImplemented),
  __le__: slot('($self, value, /)', () => NotImplemented),
  __eq__: slot('($self, value, /)', memoryEq),
  __ne__: slot('($self, value, /)', memoryNe),
  __gt__: slot('($self, value, /)', () => NotImplemented),
  __ge__: slot('($self, value, /)', () => NotImplemented),
  __iter__: slot('($self, /)', memoryIter),
  __buffer__: slot('($self, flags, /)', dunderBuffer),
  __release_buffer__: slot('($self, buffer, /)', dunderReleaseBuffer),
  __len__: slot('($self, /)', memoryLen),
  __getitem__: slot('($self, key, /)', memoryGetitem),
  __setitem__: slot('($self, key, value, /)', memorySetitem),
  __delitem__: slot('($self, key, /)', (view: View) => {
    checkReleased(view);
    throw typeError(view.readonly ? 'cannot modify read-only memory' : 'cannot delete memory');
  }),
  release: method('($self, /)', release),
  tobytes: method("($self, /, order='C')", memoryTobytes),
  hex: method('($self, /, sep=<unrepresentable>, bytes_per_sep=1)', (view: View, sep?: Value, group?: Value) =>
    hexText(view.copyBytes(), sep, group),
  ),
  tolist: method('($self, /)', memoryTolist),
  cast: method('($self, /, format, shape=<unrepresentable>)', memoryCast),
  toreadonly: method('($self, /)', (view: View) => {
    checkReleased(view);
    return viewWith(view, geometry(view), true);
  }),
  _from_flags: classmethod('($type, /, object, flags)', (_cls: PyType, object: Value, flags: Value) => {
    intArgument(flags);
    return memoryViewOf(object);
  }),
  count: method('($self, value, /)', memoryCount),
  index: method('($self, value, start=0, stop=sys.maxsize, /)', memoryIndex),
  __enter__: method('($self, /)', enterView),
  __exit__: method('($self, /, *exc_info)', release),
  __class_getitem__: classmethod('($type, object, /)', genericAlias),
};

export function installMemoryView(): void {
  installType(memoryViewType, {
    new: method('($type, object)', memoryNew),
    methods: METHODS,
    properties: {
      obj: getset(checked((view) => view.obj)),
      nbytes: getset(checked((view) => int(view.count * view.itemsize))),
      readonly: getset(checked((view) => view.readonly)),
      itemsize: getset(checked((view) => int(view.itemsize))),
      format: getset(checked((view) => view.format)),
      ndim: getset(checked((view) => int(view.ndim))),
      shape: getset(checked((view) => sizes(view.shape))),
      strides: getset(checked((view) => sizes(view.strides))),
      suboffsets: getset(checked(() => new PyTuple([]))),
      c_contiguous: getset(checked(isContiguous)),
      f_contiguous: getset(checked(isFortranContiguous)),
      contiguous: getset(checked((view) => isContiguous(view) || isFortranContiguous(view))),
    },
  });
  installType(memoryIteratorType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyMemoryIterator) => {
        const value = self.iternext();
        if (value === undefined) throw stopIteration();
        return value;
      }),
    },
  });
}
