// The array module. CPython: Modules/arraymodule.c
import { None } from '../../runtime/core/object.ts';
import { objectType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { type PyType, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { classmethod, fn, getset, installType, method, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyByteArray } from '../../runtime/objects/bytearray/bytearray.ts';
import { PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSize } from '../../runtime/objects/dict/table.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { sizeArgument } from '../../runtime/protocols/item.ts';
import { dunderBuffer, dunderReleaseBuffer } from '../../runtime/protocols/memoryview.ts';
import { nextOrStop } from '../../runtime/protocols/next.ts';
import { comparisons } from '../../runtime/protocols/sequence.ts';
import { arrayIteratorType, arrayType, newArray, PyArray, PyArrayIterator } from './array.ts';
import { DOCS } from './generated/docs.ts';
import { isText, KINDS, TYPECODES } from './kinds.ts';
import {
  arrayAdd,
  arrayAppend,
  arrayByteswap,
  arrayClear,
  arrayCompare,
  arrayContains,
  arrayCopy,
  arrayCount,
  arrayDelItem,
  arrayExtend,
  arrayFromList,
  arrayGetItem,
  arrayIadd,
  arrayImul,
  arrayIndex,
  arrayInsert,
  arrayMul,
  arrayPop,
  arrayRemove,
  arrayReverse,
  arraySetItem,
  arrayToList,
} from './methods.ts';
import {
  appendText,
  arrayFromBytes,
  arrayFromFile,
  arrayFromUnicode,
  arrayReconstructor,
  arrayReduceEx,
  arrayRepr,
  arrayToBytes,
  arrayToFile,
  arrayToUnicode,
  typecodeArgument,
} from './transfer.ts';

/** CPython: array_new */
function arrayNew(cls: PyType, args: readonly Value[], keywords: PyDict): Value {
  const ownInit = typeLookup(cls, '__init__') !== typeLookup(objectType, '__init__');
  if (!ownInit && keywords !== undefined && dictSize(keywords) > 0) {
    throw typeError('array.array() takes no keyword arguments');
  }
  if (args.length < 1) throw typeError('array() takes at least 1 argument (0 given)');
  if (args.length > 2) throw typeError(`array() takes at most 2 arguments (${args.length} given)`);
  const code = typecodeArgument(args[0]!, 'array() argument 1');
  if (code === 'u') warnOfU();
  const initial = args[1];
  const kind = KINDS.get(code);
  if (initial !== undefined && (kind === undefined || !isText(kind))) checkNoText(initial, code);
  if (kind === undefined) {
    throw valueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)');
  }
  const made = newArray(cls, kind, 0);
  if (initial !== undefined) fill(made, initial);
  return made;
}

function warnOfU(): void {
  const message = "The 'u' type code is deprecated and will be removed in Python 3.16";
  call(getAttr(state.interp.importModule('warnings'), 'warn'), message, exceptionNamed('DeprecationWarning'), int(1));
}

function checkNoText(initial: Value, code: string): void {
  if (isStr(initial)) throw typeError(`cannot use a str to initialize an array with typecode '${code}'`);
  if (initial instanceof PyArray && isText(initial.kind)) {
    throw typeError(`cannot use a unicode array to initialize an array with typecode '${code}'`);
  }
}

function fill(made: PyArray, initial: Value): void {
  if (initial instanceof PyBytes || initial instanceof PyByteArray) arrayFromBytes(made, initial);
  else if (isStr(initial)) appendText(made, initial);
  else if (initial instanceof PyArray) {
    if (initial.kind === made.kind || (isText(initial.kind) && isText(made.kind))) {
      made.splice(0, 0, initial.bytes);
    } else for (let i = 0; i < initial.length; i++) made.append(initial.at(i));
  } else if (initial instanceof PyList || initial instanceof PyTuple) {
    const { items } = initial;
    made.resize(items.length);
    for (let i = 0; i < items.length; i++) {
      if (i < made.length) made.put(i, items[i]!);
      else made.append(items[i]!);
    }
  } else arrayExtend(made, initial);
}

function arraySizeof(self: PyArray): Value {
  return int(64 + self.length * self.kind.itemsize);
}

/** Memory has no address here; the array's identity stands for it. CPython: array.buffer_info */
function arrayBufferInfo(self: PyArray): Value {
  return tuple([int(objectId(self)), int(self.length)]);
}

/** CPython: array.arrayiterator.__reduce__ */
function iteratorReduce(self: PyArrayIterator): Value {
  const iter = getAttr(state.interp.importModule('builtins'), 'iter');
  if (self.array === undefined) return tuple([iter, tuple([tuple([])])]);
  return tuple([iter, tuple([self.array]), int(self.index)]);
}

/** CPython: array.arrayiterator.__setstate__ */
function iteratorSetState(self: PyArrayIterator, at: Value): Value {
  if (typeof at !== 'number' && typeof at !== 'bigint' && typeof at !== 'boolean')
    throw typeError('an integer is required');
  const index = sizeArgument(at);
  if (self.array !== undefined) self.index = Math.max(0, Math.min(index, self.array.length));
  return None;
}

const compare = comparisons(arrayCompare);
const doc = (name: string): string | undefined => DOCS[`array.${name}`];

function install(): void {
  installType(arrayType, {
    doc: DOCS['array']!,
    new: method('($type, *args, **kwargs)', arrayNew),
    methods: {
      __repr__: slot('($self, /)', arrayRepr),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      __iter__: slot('($self, /)', (self: PyArray) => new PyArrayIterator(self)),
      __buffer__: slot('($self, flags, /)', dunderBuffer),
      __release_buffer__: slot('($self, buffer, /)', dunderReleaseBuffer),
      __len__: slot('($self, /)', (self: PyArray) => int(self.length)),
      __getitem__: slot('($self, key, /)', arrayGetItem),
      __setitem__: slot('($self, key, value, /)', arraySetItem),
      __delitem__: slot('($self, key, /)', arrayDelItem),
      __add__: slot('($self, value, /)', arrayAdd),
      __mul__: slot('($self, value, /)', arrayMul),
      __rmul__: slot('($self, value, /)', arrayMul),
      __contains__: slot('($self, key, /)', arrayContains),
      __iadd__: slot('($self, value, /)', arrayIadd),
      __imul__: slot('($self, value, /)', arrayImul),
      append: method('($self, v, /)', arrayAppend, doc('append'), 'o'),
      buffer_info: method('($self, /)', arrayBufferInfo, doc('buffer_info'), 'noargs'),
      byteswap: method('($self, /)', arrayByteswap, doc('byteswap'), 'noargs'),
      clear: method('($self, /)', arrayClear, doc('clear'), 'noargs'),
      __copy__: method('($self, /)', arrayCopy, doc('__copy__'), 'noargs'),
      count: method('($self, v, /)', arrayCount, doc('count'), 'o'),
      __deepcopy__: method('($self, unused, /)', arrayCopy, doc('__deepcopy__'), 'o'),
      extend: method('($self, bb, /)', arrayExtend, doc('extend')),
      fromfile: method('($self, f, n, /)', arrayFromFile, doc('fromfile')),
      fromlist: method('($self, list, /)', arrayFromList, doc('fromlist'), 'o'),
      frombytes: method('($self, buffer, /)', arrayFromBytes, doc('frombytes'), 'o'),
      fromunicode: method('($self, ustr, /)', arrayFromUnicode, doc('fromunicode'), 'o'),
      index: method('($self, v, start=0, stop=sys.maxsize, /)', arrayIndex, doc('index')),
      insert: method('($self, i, v, /)', arrayInsert, doc('insert')),
      pop: method('($self, i=-1, /)', arrayPop, doc('pop')),
      __reduce_ex__: method('($self, value, /)', arrayReduceEx, doc('__reduce_ex__')),
      remove: method('($self, v, /)', arrayRemove, doc('remove'), 'o'),
      reverse: method('($self, /)', arrayReverse, doc('reverse'), 'noargs'),
      tofile: method('($self, f, /)', arrayToFile, doc('tofile')),
      tolist: method('($self, /)', arrayToList, doc('tolist'), 'noargs'),
      tobytes: method('($self, /)', arrayToBytes, doc('tobytes'), 'noargs'),
      tounicode: method('($self, /)', arrayToUnicode, doc('tounicode'), 'noargs'),
      __sizeof__: method('($self, /)', arraySizeof, doc('__sizeof__'), 'noargs'),
      __class_getitem__: classmethod('($type, object, /)', genericAlias, doc('__class_getitem__'), 'o'),
    },
    properties: {
      typecode: getset((self: PyArray) => self.kind.code, undefined, doc('typecode')),
      itemsize: getset((self: PyArray) => int(self.kind.itemsize), undefined, doc('itemsize')),
    },
    attributes: { __hash__: None },
  });
  PyArray.prototype.sqConcat = true;
  installType(arrayIteratorType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __reduce__: method('($self, /)', iteratorReduce, 'Return state information for pickling.', 'noargs'),
      __setstate__: method('($self, state, /)', iteratorSetState, 'Set state information for unpickling.', 'o'),
    },
  });
}

/** Arrays count as mutable sequences. CPython: array_modexec */
function registerSequence(): void {
  const abc = state.interp.importModule('collections.abc');
  call(getAttr(getAttr(abc, 'MutableSequence'), 'register'), arrayType);
}

export const arrayModule: NativeModule = {
  name: 'array',
  doc: DOCS['']!,
  install,
  types: { array: arrayType, ArrayType: arrayType },
  functions: {
    _array_reconstructor: fn(
      '($module, arraytype, typecode, mformat_code, items,\n                     /)',
      arrayReconstructor,
      DOCS['_array_reconstructor'],
    ),
  },
  values: () => ({ typecodes: TYPECODES }),
  exec: registerSequence,
};
