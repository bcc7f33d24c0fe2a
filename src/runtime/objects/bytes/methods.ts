// The tables of bytes, bytearray and their iterators. CPython: Objects/bytesobject.c, Objects/bytearrayobject.c

import { None, type PyObject } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { stopIteration, typeError } from '../../exceptions/errors.ts';
import { classmethod, installType, method, type NativeSpec, slot, staticmethod } from '../../native/define.ts';
import { decodeBytes, encodeStr } from '../../protocols/codecs.ts';
import { dunderBytes } from '../../protocols/dunder-bytes.ts';
import { asIndex } from '../../protocols/item.ts';
import { dunderBuffer, dunderReleaseBuffer } from '../../protocols/memoryview.ts';
import { latin1 } from '../../text/latin1.ts';
import { reprBytearray, reprBytes } from '../../text/repr.ts';
import { bytearrayType, PyByteArray } from '../bytearray/bytearray.ts';
import { builtin } from '../list/iterator-methods.ts';
import { defaultState } from '../object/reduce.ts';
import { isStr, jsString } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import { bytes, bytesType, type PyBytes } from './bytes.ts';
import * as change from './change.ts';
import { bytesMod, bytesRmod } from './format.ts';
import { bytesFromHex } from './hex.ts';
import { bytearrayIteratorType, bytesIteratorType, PyByteArrayIterator, PyBytesIterator } from './iterator.ts';
import * as mutate from './mutate.ts';
import { type BytesLike, unchanged } from './operand.ts';
import * as search from './search.ts';
import * as sequence from './sequence.ts';
import * as split from './split.ts';

function nameArgument(v: Value | undefined, owner: string, name: string): string | undefined {
  if (v === undefined) return undefined;
  if (isStr(v)) return jsString(v);
  throw typeError(`${owner}() argument '${name}' must be str, not ${v === None ? 'None' : typeOf(v).typeName}`);
}

/** CPython: bytes.decode */
export function bytesDecode(self: BytesLike, encoding?: Value, errors?: Value): Value {
  return decodeBytes(
    self.value,
    nameArgument(encoding, 'decode', 'encoding'),
    nameArgument(errors, 'decode', 'errors'),
  );
}

/** An argument that is text to encode, or undefined; the rules both constructors share. */
function encodedSource(
  source: Value | undefined,
  owner: string,
  coding?: Value,
  handling?: Value,
): Uint8Array | undefined {
  const encoding = nameArgument(coding, owner, 'encoding');
  const errors = nameArgument(handling, owner, 'errors');
  if (source !== undefined && isStr(source)) {
    if (encoding === undefined) throw typeError('string argument without an encoding');
    return (encodeStr(source, encoding, errors) as PyBytes).value;
  }
  if (encoding !== undefined) throw typeError('encoding without a string argument');
  if (errors !== undefined) throw typeError('errors without a string argument');
  return source === undefined ? new Uint8Array(0) : undefined;
}

/** CPython: bytes_new_impl */
function bytesNew(cls: PyType, source?: Value, encoding?: Value, errors?: Value): Value {
  const special =
    source === undefined || encoding !== undefined || errors !== undefined ? undefined : dunderBytes(source);
  if (special !== undefined) return cls === bytesType ? special : bytesInstance(cls, special.value);
  const data =
    encodedSource(source, 'bytes', encoding, errors) ??
    (sequence.hasIndex(source!) ? sequence.zeroBytes(source!) : sequence.bytesOfSource(source!, 'bytes', 'bytes'));
  return bytesInstance(cls, data);
}

function bytesInstance(cls: PyType, data: Uint8Array): Value {
  return cls === bytesType ? bytes(data) : new (cls.Instance as unknown as new (data: Uint8Array) => PyBytes)(data);
}

function bytearrayNew(cls: PyType): Value {
  return new (cls.Instance as unknown as new () => PyByteArray)();
}

/** CPython: bytearray___init___impl */
function bytearrayInit(self: PyByteArray, source?: Value, encoding?: Value, errors?: Value): Value {
  if (self.length > 0) self.resize(0);
  const data = encodedSource(source, 'bytearray', encoding, errors);
  if (data === undefined && sequence.hasIndex(source!)) self.fill(sequence.zeroBytes(source!));
  else mutate.splice(self, 0, self.length, data ?? sequence.bytesOfSource(source!, 'bytearray', 'byte'));
  return None;
}

function fromHex(cls: PyType, text: Value): Value {
  const data = bytesFromHex(text);
  if (cls === bytesType) return bytes(data);
  if (cls === bytearrayType) return new PyByteArray(data);
  return (cls as unknown as Entry)(bytes(data));
}

/** CPython: bytearray.__reduce_ex__ */
function bytearrayReduce(self: PyByteArray, protocol = 0): Value {
  const state = defaultState(self, false);
  const text = latin1(self.value);
  const args = protocol < 3 ? (text === '' ? [] : [text, 'latin-1']) : text === '' ? [] : [bytes(self.value.slice())];
  return tuple([typeOf(self), tuple(args), state]);
}

const FIND = '($self, sub[, start[, end]], /)';

/** The methods of both types. */
const SHARED: Record<string, NativeSpec> = {
  __lt__: slot('($self, value, /)', sequence.bytesLt),
  __le__: slot('($self, value, /)', sequence.bytesLe),
  __eq__: slot('($self, value, /)', sequence.bytesEq),
  __ne__: slot('($self, value, /)', sequence.bytesNe),
  __gt__: slot('($self, value, /)', sequence.bytesGt),
  __ge__: slot('($self, value, /)', sequence.bytesGe),
  __mod__: slot('($self, value, /)', bytesMod),
  __rmod__: slot('($self, value, /)', bytesRmod),
  __len__: slot('($self, /)', change.lengthOf),
  __getitem__: slot('($self, key, /)', sequence.bytesGetitem),
  __add__: slot('($self, value, /)', sequence.bytesAdd),
  __mul__: slot('($self, value, /)', sequence.bytesMul),
  __rmul__: slot('($self, value, /)', sequence.bytesMul),
  __contains__: slot('($self, key, /)', search.bytesContains),
  capitalize: method('($self, /)', change.bytesCapitalize),
  center: method("($self, width, fillchar=b' ', /)", change.bytesCenter),
  count: method(FIND, search.bytesCount),
  decode: method("($self, /, encoding='utf-8', errors='strict')", bytesDecode),
  endswith: method('($self, suffix[, start[, end]], /)', search.bytesEndswith),
  expandtabs: method('($self, /, tabsize=8)', change.bytesExpandtabs),
  find: method(FIND, search.bytesFind),
  fromhex: classmethod('($type, string, /)', fromHex),
  hex: method('($self, /, sep=<unrepresentable>, bytes_per_sep=1)', change.bytesHex),
  index: method(FIND, search.bytesIndex),
  isalnum: method('($self, /)', change.bytesIsalnum),
  isalpha: method('($self, /)', change.bytesIsalpha),
  isascii: method('($self, /)', change.bytesIsascii),
  isdigit: method('($self, /)', change.bytesIsdigit),
  islower: method('($self, /)', change.bytesIslower),
  isspace: method('($self, /)', change.bytesIsspace),
  istitle: method('($self, /)', change.bytesIstitle),
  isupper: method('($self, /)', change.bytesIsupper),
  join: method('($self, iterable_of_bytes, /)', sequence.bytesJoin),
  ljust: method("($self, width, fillchar=b' ', /)", change.bytesLjust),
  lower: method('($self, /)', change.bytesLower),
  lstrip: method('($self, bytes=None, /)', split.bytesLstrip),
  maketrans: staticmethod('(frm, to, /)', change.bytesMaketrans),
  partition: method('($self, sep, /)', search.bytesPartition),
  replace: method('($self, old, new, count=-1, /)', change.bytesReplace),
  removeprefix: method('($self, prefix, /)', search.bytesRemoveprefix),
  removesuffix: method('($self, suffix, /)', search.bytesRemovesuffix),
  rfind: method(FIND, search.bytesRfind),
  rindex: method(FIND, search.bytesRindex),
  rjust: method("($self, width, fillchar=b' ', /)", change.bytesRjust),
  rpartition: method('($self, sep, /)', search.bytesRpartition),
  rsplit: method('($self, /, sep=None, maxsplit=-1)', split.bytesRsplit),
  rstrip: method('($self, bytes=None, /)', split.bytesRstrip),
  split: method('($self, /, sep=None, maxsplit=-1)', split.bytesSplit),
  splitlines: method('($self, /, keepends=False)', search.bytesSplitlines),
  startswith: method('($self, prefix[, start[, end]], /)', search.bytesStartswith),
  strip: method('($self, bytes=None, /)', split.bytesStrip),
  swapcase: method('($self, /)', change.bytesSwapcase),
  title: method('($self, /)', change.bytesTitle),
  translate: method("($self, table, /, delete=b'')", change.bytesTranslate),
  upper: method('($self, /)', change.bytesUpper),
  zfill: method('($self, width, /)', change.bytesZfill),
};

export function installBytes(): void {
  installType(bytesType, {
    new: method("!($type, source=b'', encoding='utf-8', errors='strict')", bytesNew),
    methods: {
      __repr__: slot('($self, /)', (self: PyBytes) => reprBytes(self.value)),
      __hash__: slot('($self, /)', sequence.bytesHash),
      __str__: slot('($self, /)', (self: PyBytes) => reprBytes(self.value)),
      ...SHARED,
      __iter__: slot('($self, /)', (self: PyBytes) => new PyBytesIterator(self)),
      __buffer__: slot('($self, flags, /)', dunderBuffer),
      __getnewargs__: method('($self, /)', (self: PyBytes) => tuple([bytes(self.value)])),
      __bytes__: method('($self, /)', (self: PyBytes) => (self.cls === bytesType ? self : bytes(self.value))),
      __sizeof__: method('($self, /)', (self: PyBytes) => int(33 + self.value.length)),
    },
  });
  installType(bytearrayType, {
    new: method('($type, *args, **kwargs)', bytearrayNew),
    methods: {
      __repr__: slot('($self, /)', bytearrayRepr),
      __str__: slot('($self, /)', bytearrayRepr),
      ...SHARED,
      __iter__: slot('($self, /)', (self: PyByteArray) => new PyByteArrayIterator(self)),
      __init__: slot("!($self, source=b'', encoding='utf-8', errors='strict')", bytearrayInit),
      __buffer__: slot('($self, flags, /)', dunderBuffer),
      __release_buffer__: slot('($self, buffer, /)', dunderReleaseBuffer),
      __setitem__: slot('($self, key, value, /)', mutate.bytearraySetitem),
      __delitem__: slot('($self, key, /)', mutate.bytearrayDelitem),
      __iadd__: slot('($self, value, /)', mutate.bytearrayIadd),
      __imul__: slot('($self, value, /)', mutate.bytearrayImul),
      __alloc__: method('($self, /)', (self: PyByteArray) => int(self.store.length === 0 ? 0 : self.store.length + 1)),
      __reduce__: method('($self, /)', (self: PyByteArray) => bytearrayReduce(self)),
      __reduce_ex__: method('($self, proto=0, /)', (self: PyByteArray, protocol?: Value) =>
        bytearrayReduce(self, protocol === undefined ? 0 : Number(asIndex(protocol))),
      ),
      __sizeof__: method('($self, /)', (self: PyByteArray) => int(57 + self.store.length)),
      append: method('($self, item, /)', mutate.bytearrayAppend),
      clear: method('($self, /)', mutate.bytearrayClear),
      copy: method('($self, /)', unchanged),
      extend: method('($self, iterable_of_ints, /)', mutate.bytearrayExtend),
      insert: method('($self, index, item, /)', mutate.bytearrayInsert),
      pop: method('($self, index=-1, /)', mutate.bytearrayPop),
      remove: method('($self, value, /)', mutate.bytearrayRemove),
      resize: method('($self, size, /)', mutate.bytearrayResize),
      reverse: method('($self, /)', mutate.bytearrayReverse),
    },
    attributes: { __hash__: None },
  });
  for (const type of [bytesType, bytearrayType]) {
    (type.proto as { sqConcat?: boolean }).sqConcat = true;
  }
  installIterator(bytesIteratorType);
  installIterator(bytearrayIteratorType);
}

function bytearrayRepr(self: PyByteArray): Value {
  return reprBytearray(self.value, typeOf(self).typeName);
}

function installIterator(type: PyType): void {
  installType(type, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyObject) => {
        const value = self.iternext!();
        if (value === undefined) throw stopIteration();
        return value;
      }),
      __length_hint__: method('($self, /)', (self: PyBytesIterator) =>
        int(self.source === undefined ? 0 : Math.max(0, self.source.value.length - self.index)),
      ),
      __reduce__: method('($self, /)', iteratorReduce),
      __setstate__: method('($self, object, /)', iteratorSetState),
    },
  });
}

function iteratorReduce(self: PyBytesIterator): Value {
  const iter = builtin('iter');
  if (self.source === undefined) return tuple([iter, tuple([tuple([])])]);
  return tuple([iter, tuple([self.source]), int(self.index)]);
}

function iteratorSetState(self: PyBytesIterator, position: Value): Value {
  const index = Number(asIndex(position));
  if (self.source !== undefined) self.index = Math.min(Math.max(index, 0), self.source.value.length);
  return None;
}
