// BytesIO: a file in memory. CPython: Modules/_io/bytesio.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { bytes, bytesCopy, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { memoryViewType } from '../../runtime/objects/memoryview/memoryview.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { instanceDict } from '../../runtime/protocols/attribute.ts';
import { getWritableBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { lookupIndex, MAX_SSIZE, toSize } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { placeBytes } from '../../runtime/text/byte-memory.ts';
import { closedError } from './errors.ts';
import { allocate, installIternext, nextSlot, writeBuffer } from './iobase.ts';
import { bytesIOType, type PyBytesIO, PyBytesIOBuffer } from './layout.ts';
import { optionalSize } from './values.ts';

function init(self: PyBytesIO, initial?: Value): Value {
  checkExports(self);
  self.store = new Uint8Array(0);
  self.size = 0;
  self.pos = 0;
  if (initial !== undefined && initial !== None) {
    writeBytes(self, writeBuffer(initial));
    self.pos = 0;
  }
  return None;
}

function contents(self: PyBytesIO): Uint8Array {
  if (self.store === undefined) throw closedError();
  return self.store;
}

function checkExports(self: PyBytesIO): void {
  if (self.exports === undefined) return;
  if (self.exports.mustLeave('Existing exports of data: object cannot be re-sized')) self.store = self.store?.slice();
  self.exports = undefined;
}

/** Writes at the position, filling a gap before it with zeros. */
export function writeBytes(self: PyBytesIO, data: Uint8Array): void {
  const store = makeRoom(self, data.length);
  if (data.length === 0) return;
  placeBytes(store, self.pos, data);
  moveBy(self, data.length);
}

/** The memory, with room for so much at the position. */
function makeRoom(self: PyBytesIO, length: number): Uint8Array {
  checkExports(self);
  const store = contents(self);
  if (length === 0) return store;
  const end = self.pos + length;
  if (end > store.length) {
    const larger = new Uint8Array(Math.max(end, store.length * 2, 64));
    larger.set(store.subarray(0, self.size));
    self.store = larger;
    return larger;
  }
  if (self.pos > self.size) store.fill(0, self.size, self.pos);
  return store;
}

function moveBy(self: PyBytesIO, length: number): void {
  self.pos += length;
  if (self.pos > self.size) self.size = self.pos;
}

function take(self: PyBytesIO, count: number): Value {
  const start = Math.min(self.pos, self.size);
  const end = count < 0 ? self.size : Math.min(self.size, start + count);
  if (end > start) self.pos = end;
  return bytesCopy(self.store!, start, end);
}

function read(self: PyBytesIO, size?: Value): Value {
  contents(self);
  return take(self, optionalSize(size));
}

/** Bytes of the next line, at most `limit`. */
function lineLength(self: PyBytesIO, limit: number): number {
  const store = contents(self);
  if (self.pos >= self.size) return 0;
  const at = store.indexOf(10, self.pos);
  const end = at < 0 || at >= self.size ? self.size : at + 1;
  const length = end - self.pos;
  return limit >= 0 ? Math.min(limit, length) : length;
}

function readline(self: PyBytesIO, size?: Value): Value {
  contents(self);
  return take(self, lineLength(self, optionalSize(size)));
}

function next(self: PyBytesIO): Value | undefined {
  const length = lineLength(self, -1);
  return length === 0 ? undefined : take(self, length);
}

function readlines(self: PyBytesIO, size?: Value): Value {
  contents(self);
  if (size !== undefined && size !== None && lookupIndex(size) === undefined)
    throw typeError(`integer argument expected, got '${typeOf(size).typeName}'`);
  const limit = optionalSize(size);
  const lines: Value[] = [];
  const start = self.pos;
  for (let length = lineLength(self, -1); length > 0; length = lineLength(self, -1)) {
    lines.push(take(self, length));
    if (limit > 0 && self.pos - start >= limit) break;
  }
  return new PyList(lines);
}

function readinto(self: PyBytesIO, buffer: Value): Value {
  const target = getWritableBuffer(buffer, 'readinto()');
  const store = contents(self);
  const start = Math.min(self.pos, self.size);
  const count = Math.min(target.length, self.size - start);
  target.set(store.subarray(start, start + count));
  self.pos += count;
  return int(count);
}

function write(self: PyBytesIO, b: Value): Value {
  contents(self);
  if (b instanceof PyBytes) {
    // What is short has no array of its own, and need not get one.
    const store = makeRoom(self, b.length);
    b.writeTo(store, self.pos);
    if (b.length > 0) moveBy(self, b.length);
    return int(b.length);
  }
  const data = writeBuffer(b);
  writeBytes(self, data);
  return int(data.length);
}

function writelines(self: PyBytesIO, lines: Value): Value {
  contents(self);
  const iterator = iter(lines);
  for (let line = iterator.iternext(); line !== undefined; line = iterator.iternext()) write(self, line);
  return None;
}

function seek(self: PyBytesIO, pos: Value, whence?: Value): Value {
  contents(self);
  let offset = toSize(pos);
  const from = whence === undefined ? 0 : intArgument(whence);
  if (from === 0 && offset < 0) throw valueError(`negative seek value ${offset}`);
  if (from < 0 || from > 2) throw valueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 1) offset += self.pos;
  else if (from === 2) offset += self.size;
  if (offset > Number(MAX_SSIZE)) throw overflowError('new position too large');
  self.pos = Math.max(0, offset);
  return from === 0 ? pos : intFromDouble(self.pos);
}

function truncate(self: PyBytesIO, size?: Value): Value {
  checkExports(self);
  contents(self);
  const length = optionalSize(size, self.pos);
  if (length < 0) throw valueError(`negative size value ${length}`);
  if (length < self.size) self.size = length;
  return int(length);
}

function close(self: PyBytesIO): Value {
  checkExports(self);
  self.store = undefined;
  return None;
}

function getvalue(self: PyBytesIO): Value {
  return bytes(contents(self).slice(0, self.size));
}

/** CPython: bytesio_getstate: (contents, position, dict) */
function getstate(self: PyBytesIO): Value {
  const copy = new PyDict();
  const own = instanceDict(self);
  let any = false;
  for (const [key, value] of dictEntries(own)) {
    dictSet(copy, key, value);
    any = true;
  }
  return tuple([getvalue(self), int(self.pos), any ? copy : None]);
}

function setstate(self: PyBytesIO, pickled: Value): Value {
  contents(self);
  const name = typeOf(self).typeName;
  if (!(pickled instanceof PyTuple) || pickled.items.length < 3)
    throw typeError(`${name}.__setstate__ argument should be 3-tuple, got ${typeOf(pickled).typeName}`);
  checkExports(self);
  const [initial, position, dict] = pickled.items;
  init(self, initial);
  const index = lookupIndex(position!);
  if (index === undefined)
    throw typeError(`second item of state must be an integer, not ${typeOf(position!).typeName}`);
  if (Number(index) < 0) throw valueError('position value cannot be negative');
  self.pos = Number(index);
  if (dict !== None) {
    if (!(dict instanceof PyDict))
      throw typeError(`third item of state should be a dict, got a ${typeOf(dict!).typeName}`);
    const own = instanceDict(self);
    for (const [key, value] of dictEntries(dict)) dictSet(own, key, value);
  }
  return None;
}

function yes(self: PyBytesIO): Value {
  contents(self);
  return true;
}

export function installBytesIO(): void {
  const noArgs = '($self, /)';
  installType(bytesIOType, {
    new: allocate,
    doc: 'Buffered I/O implementation using an in-memory bytes buffer.',
    methods: {
      __init__: slot("($self, initial_bytes=b'')", init),
      __getstate__: method(noArgs, getstate),
      __iter__: slot(noArgs, (self: PyBytesIO) => {
        contents(self);
        return self;
      }),
      __next__: nextSlot(next),
      __setstate__: method('($self, object, /)', setstate),
      __sizeof__: method(noArgs, (self: PyBytesIO) => int(80 + self.size)),
      close: method(noArgs, close),
      flush: method(noArgs, (self: PyBytesIO) => {
        contents(self);
        return None;
      }),
      getbuffer: method(noArgs, (self: PyBytesIO) => {
        contents(self);
        return call(memoryViewType, new PyBytesIOBuffer(self));
      }),
      getvalue: method(noArgs, getvalue),
      isatty: method(noArgs, (self: PyBytesIO) => {
        contents(self);
        return false;
      }),
      read: method('($self, size=-1, /)', read),
      read1: method('($self, size=-1, /)', read),
      readable: method(noArgs, yes),
      readinto: method('($self, buffer, /)', readinto),
      readline: method('($self, size=-1, /)', readline),
      readlines: method('($self, size=None, /)', readlines),
      seek: method('($self, pos, whence=0, /)', seek),
      seekable: method(noArgs, yes),
      tell: method(noArgs, (self: PyBytesIO) => {
        contents(self);
        return intFromDouble(self.pos);
      }),
      truncate: method('($self, size=None, /)', truncate),
      writable: method(noArgs, yes),
      write: method('($self, b, /)', write),
      writelines: method('($self, lines, /)', writelines),
    },
    properties: { closed: getset((self: PyBytesIO) => self.store === undefined) },
  });
  installIternext(bytesIOType, next);
}
