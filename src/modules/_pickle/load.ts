// Running a pickle. CPython: Modules/_pickle.c (load, load_*)
import { None } from '../../runtime/core/object.ts';
import { float } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyByteArray } from '../../runtime/objects/bytearray/bytearray.ts';
import { bytes, bytesCopy, type PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { intOfBytes } from '../../runtime/objects/int/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { viewWith } from '../../runtime/objects/memoryview/memoryview.ts';
import { frozenSetOf } from '../../runtime/objects/set/make.ts';
import { PySet } from '../../runtime/objects/set/set.ts';
import { type StrValue, strOf } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { decodeErrors } from '../../runtime/protocols/codecs.ts';
import type { Iterator_ } from '../../runtime/protocols/iterate.ts';
import { memoryViewOf } from '../../runtime/protocols/memoryview.ts';
import { decodeUtf8 } from '../../runtime/text/codecs/utf8.ts';
import { SHORT_TEXT, shortText } from '../../runtime/text/short-texts.ts';
import { unpicklingError } from './errors.ts';
import { addToSet, appendItems, build, setItems } from './load-containers.ts';
import {
  loadExtension,
  loadGlobal,
  loadInstance,
  loadNew,
  loadObject,
  loadPersistent,
  loadReduce,
} from './load-objects.ts';
import {
  lineNumber,
  loadFloatText,
  loadIntText,
  loadLongText,
  loadString,
  loadUnicodeText,
  stringOf,
} from './load-text.ts';
import * as op from './opcodes.ts';
import type { PickleReader } from './reader.ts';
import type { PyUnpickler } from './unpickler.ts';

/** Runs operations until the pickle stops; gives its object. */
export function load(self: PyUnpickler): Value {
  const reader = self.reader!;
  self.stack = [];
  self.marks = [];
  self.fence = 0;
  self.protocol = 0;
  reader.start();
  for (;;) {
    const operation = reader.operation();
    if (operation === op.STOP) break;
    OPERATIONS[operation]!(self, reader, operation);
  }
  const value = self.pop();
  reader.finish();
  return value;
}

/** Where a double is put together, the lowest byte first. */
const DOUBLE = new Float64Array(1);
const DOUBLE_BYTES = new Uint8Array(DOUBLE.buffer);

type Operation = (self: PyUnpickler, reader: PickleReader, operation: number) => void;

function unknown(_self: PyUnpickler, _reader: PickleReader, operation: number): void {
  const letter = operation >= 32 && operation < 127 && operation !== 39 && operation !== 92;
  const shown = letter ? String.fromCharCode(operation) : `\\x${operation.toString(16).padStart(2, '0')}`;
  throw unpicklingError(`invalid load key, '${shown}'.`);
}

const OPERATIONS: Operation[] = new Array<Operation>(256).fill(unknown);

function on(operation: number, run: Operation): void {
  OPERATIONS[operation] = run;
}

// Constants and numbers.
on(op.NONE, (self) => self.push(None));
on(op.NEWTRUE, (self) => self.push(true));
on(op.NEWFALSE, (self) => self.push(false));
on(op.BININT1, (self, reader) => self.push(int(reader.number(1))));
on(op.BININT2, (self, reader) => self.push(int(reader.number(2))));
on(op.BININT, (self, reader) => self.push(int(reader.number(4) | 0)));
on(op.INT, (self, reader) => self.push(loadIntText(reader.line())));
on(op.LONG, (self, reader) => self.push(loadLongText(reader.line())));
on(op.LONG1, (self, reader) => self.push(longOf(reader, reader.number(1))));
on(op.LONG4, (self, reader) => {
  const size = reader.number(4) | 0;
  if (size < 0) throw unpicklingError('LONG pickle has negative byte count');
  self.push(longOf(reader, size));
});
on(op.FLOAT, (self, reader) => self.push(loadFloatText(reader.line())));
on(op.BINFLOAT, (self, reader) => {
  const at = reader.take(8);
  const { data } = reader;
  for (let i = 0; i < 8; i++) DOUBLE_BYTES[7 - i] = data[at + i]!;
  self.push(float(DOUBLE[0]!));
});

function longOf(reader: PickleReader, size: number): Value {
  return size === 0 ? (0 as unknown as Value) : (intOfBytes(bytes(reader.part(size)), false, true) as Value);
}

// Text and bytes.
on(op.UNICODE, (self, reader) => self.push(loadUnicodeText(reader.line())));
on(op.SHORT_BINUNICODE, (self, reader) => self.push(textAt(reader, reader.number(1))));
on(op.BINUNICODE, (self, reader) => self.push(textAt(reader, reader.number(4))));
on(op.BINUNICODE8, (self, reader) => self.push(textAt(reader, reader.long('BINUNICODE8'))));
on(op.STRING, (self, reader) => self.push(loadString(self, reader.line())));
on(op.SHORT_BINSTRING, (self, reader) => self.push(stringOf(self, reader.part(reader.number(1)))));
on(op.BINSTRING, (self, reader) => {
  const size = reader.number(4) | 0;
  if (size < 0) throw unpicklingError('BINSTRING pickle has negative byte count');
  self.push(stringOf(self, reader.part(size)));
});
on(op.SHORT_BINBYTES, (self, reader) => self.push(bytesAt(reader, reader.number(1))));
on(op.BINBYTES, (self, reader) => self.push(bytesAt(reader, reader.number(4))));
on(op.BINBYTES8, (self, reader) => self.push(bytesAt(reader, reader.long('BINBYTES8'))));
on(op.BYTEARRAY8, (self, reader) => self.push(new PyByteArray(reader.part(reader.long('BYTEARRAY8')).slice())));

function textAt(reader: PickleReader, size: number): StrValue {
  const start = reader.take(size);
  const { data } = reader;
  const short = size <= SHORT_TEXT ? shortText(data, start, size) : undefined;
  if (short !== undefined) return short;
  return strOf(decodeUtf8(data.subarray(start, start + size), decodeErrors('surrogatepass')).text);
}

function bytesAt(reader: PickleReader, size: number): PyBytes {
  const start = reader.take(size);
  return bytesCopy(reader.data, start, start + size);
}

on(op.NEXT_BUFFER, (self) => {
  if (self.buffers === undefined) {
    throw unpicklingError('pickle stream refers to out-of-band data but no *buffers* argument was given');
  }
  const buffer = (self.buffers as Iterator_).iternext();
  if (buffer === undefined) throw unpicklingError('not enough out-of-band buffers');
  self.push(buffer);
});
on(op.READONLY_BUFFER, (self) => {
  const view = memoryViewOf(self.top());
  if (view.readonly) return;
  self.pop();
  self.push(viewWith(view, view, true));
});

// Containers.
on(op.EMPTY_TUPLE, (self) => self.push(tuple([])));
on(op.EMPTY_LIST, (self) => self.push(new PyList([])));
on(op.EMPTY_DICT, (self) => self.push(new PyDict()));
on(op.EMPTY_SET, (self) => self.push(new PySet()));
on(op.TUPLE, (self) => self.push(tuple(self.sinceMark())));
on(op.TUPLE1, (self) => self.push(tuple([self.pop()])));
on(op.TUPLE2, (self) => {
  const second = self.pop();
  self.push(tuple([self.pop(), second]));
});
on(op.TUPLE3, (self) => {
  const third = self.pop();
  const second = self.pop();
  self.push(tuple([self.pop(), second, third]));
});
on(op.LIST, (self) => self.push(new PyList(self.sinceMark())));
on(op.DICT, (self) => {
  const dict = new PyDict();
  const items = self.sinceMark();
  if (items.length % 2 !== 0) throw unpicklingError('odd number of items for DICT');
  setItems(dict, items);
  self.push(dict);
});
on(op.FROZENSET, (self) => self.push(frozenSetOf(self.sinceMark())));
on(op.APPEND, (self) => {
  const item = self.pop();
  appendItems(self.top(), [item]);
});
on(op.APPENDS, (self) => {
  const items = self.sinceMark();
  appendItems(self.top(), items);
});
on(op.SETITEM, (self) => {
  const value = self.pop();
  const key = self.pop();
  setItems(self.top(), [key, value]);
});
on(op.SETITEMS, (self) => {
  const items = self.sinceMark();
  const target = self.top();
  if (items.length % 2 !== 0) throw unpicklingError('odd number of items for SETITEMS');
  setItems(target, items);
});
on(op.ADDITEMS, (self) => {
  const items = self.sinceMark();
  addToSet(self.top(), items);
});

// Objects.
on(op.GLOBAL, loadGlobal);
on(op.STACK_GLOBAL, loadGlobal);
on(op.REDUCE, loadReduce);
on(op.NEWOBJ, loadNew);
on(op.NEWOBJ_EX, loadNew);
on(op.INST, loadInstance);
on(op.OBJ, loadObject);
on(op.EXT1, (self, reader) => loadExtension(self, reader.number(1)));
on(op.EXT2, (self, reader) => loadExtension(self, reader.number(2)));
on(op.EXT4, (self, reader) => loadExtension(self, reader.number(4) | 0));
on(op.PERSID, loadPersistent);
on(op.BINPERSID, loadPersistent);
on(op.BUILD, (self) => {
  const state = self.pop();
  build(self.top(), state);
});

// Stack and memo.
on(op.MARK, (self) => self.mark());
on(op.POP, (self) => {
  // A mark on top counts as an object.
  if (self.marks.length > 0 && self.marks[self.marks.length - 1] === self.stack.length) self.sinceMark();
  else self.pop();
});
on(op.POP_MARK, (self) => {
  self.sinceMark();
});
on(op.DUP, (self) => self.push(self.top()));
on(op.GET, (self, reader) => recall(self, lineNumber(reader.line())));
on(op.BINGET, (self, reader) => recall(self, reader.number(1)));
on(op.LONG_BINGET, (self, reader) => recall(self, reader.number(4)));
on(op.PUT, (self, reader) => {
  const line = reader.line();
  const value = self.top();
  const index = lineNumber(line);
  if (index < 0) throw valueError('negative PUT argument');
  self.remember(index, value);
});
on(op.BINPUT, (self, reader) => self.remember(reader.number(1), self.top()));
on(op.LONG_BINPUT, (self, reader) => self.remember(reader.number(4), self.top()));
on(op.MEMOIZE, (self) => self.remember(self.memoSize, self.top()));

function recall(self: PyUnpickler, index: number): void {
  const value = self.recall(index);
  if (value === undefined) throw unpicklingError(`Memo value not found at index ${index}`);
  self.push(value);
}

// The stream itself.
on(op.PROTO, (self, reader) => {
  const protocol = reader.number(1);
  if (protocol > op.HIGHEST_PROTOCOL) throw valueError(`unsupported pickle protocol: ${protocol}`);
  self.protocol = protocol;
});
on(op.FRAME, (_self, reader) => {
  const size = reader.number(8);
  if (size > Number.MAX_SAFE_INTEGER) {
    throw overflowError("FRAME length exceeds system's maximum of 9223372036854775807 bytes");
  }
  reader.frame(size);
});
