// BufferedReader, BufferedWriter, BufferedRandom. CPython: Modules/_io/bufferedio.c

import { None } from '../../../runtime/core/object.ts';
import { typeOf } from '../../../runtime/core/primitives.ts';
import { bareName, isSubtype, type PyType } from '../../../runtime/core/type.ts';
import { int, type Value } from '../../../runtime/core/value.ts';
import { type Raised, runtimeError, typeError, valueError } from '../../../runtime/exceptions/errors.ts';
import { PyBaseException } from '../../../runtime/exceptions/exception.ts';
import {
  getset,
  installType,
  member,
  method,
  type NativeSpec,
  type Property,
  slot,
} from '../../../runtime/native/define.ts';
import { bytes, bytesCopy } from '../../../runtime/objects/bytes/bytes.ts';
import { strOfUtf16 } from '../../../runtime/objects/str/str.ts';
import { getAttr, lookupAttr } from '../../../runtime/protocols/attribute.ts';
import { getWritableBuffer } from '../../../runtime/protocols/buffer.ts';
import { isTrue } from '../../../runtime/protocols/compare.ts';
import { toSize } from '../../../runtime/protocols/fspath.ts';
import { intArgument } from '../../../runtime/protocols/item.ts';
import { reprForMessage } from '../../../runtime/protocols/text.ts';
import { Buffered } from '../core/buffered.ts';
import { BUFFERED_ERRORS, unsupported } from '../errors.ts';
import { checkReadable, checkSeekable, checkWritable, installIternext, nextSlot, writeBuffer } from '../iobase.ts';
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  fileIOType,
  PyBuffered,
  PyFileIO,
} from '../layout.ts';
import { bytesOrNoneValue, callMethod, countOrNone, isClosed, optionalSize, toOffset } from '../values.ts';
import { rawStream } from './raw.ts';

export const DEFAULT_BUFFER_SIZE = 131072;

interface Kind {
  readonly type: PyType;
  readonly readable: boolean;
  readonly writable: boolean;
}

function init({ type, readable, writable }: Kind): (self: PyBuffered, raw: Value, size?: Value) => Value {
  return (self, raw, size) => {
    self.core = undefined;
    self.detached = false;
    if (readable && writable) checkSeekable(raw);
    if (readable) checkReadable(raw);
    if (writable) checkWritable(raw);
    const capacity = size === undefined ? DEFAULT_BUFFER_SIZE : toSize(size);
    if (capacity <= 0) throw valueError('buffer size must be strictly positive');
    self.raw = raw;
    self.core = new Buffered(rawStream(raw), capacity, readable, writable, BUFFERED_ERRORS);
    self.core.findPosition();
    // The type is only looked at so that subclasses keep their own behaviour.
    if (!isSubtype(typeOf(self), type)) throw typeError('not a buffered stream');
    return None;
  };
}

/** The buffer of an object that has been set up. */
function core(self: PyBuffered): Buffered {
  if (self.core !== undefined) return self.core;
  throw uninitialized(self);
}

function uninitialized(self: PyBuffered): Raised {
  return valueError(self.detached ? 'raw stream has been detached' : 'I/O operation on uninitialized object');
}

function isRawClosed(self: PyBuffered): boolean {
  const { raw } = self;
  if (raw instanceof PyFileIO && raw.cls === fileIOType) return raw.fd < 0;
  return isClosed(raw!);
}

/** The buffer, if the raw stream is open; `message` is what the error says. */
function openCore(self: PyBuffered, message: string): Buffered {
  const buffer = core(self);
  if (isRawClosed(self)) throw valueError(message);
  return buffer;
}

export function bufferedRead(self: PyBuffered, size?: Value): Value {
  const buffer = core(self);
  const count = optionalSize(size);
  if (count < -1) throw valueError('read length must be non-negative or -1');
  if (isRawClosed(self)) throw valueError('read of closed file');
  if (count > 0 && buffer.takeAhead(count)) return bytesCopy(buffer.window, buffer.position - count, buffer.position);
  return bytesOrNoneValue(count === -1 ? buffer.readAll() : buffer.read(count));
}

function read1(self: PyBuffered, size?: Value): Value {
  const buffer = core(self);
  const count = optionalSize(size);
  if (isRawClosed(self)) throw valueError('read of closed file');
  if (count === 0) return bytes(new Uint8Array(0));
  return bytes(buffer.read1(count < 0 ? buffer.size : count) ?? new Uint8Array(0));
}

function readinto(name: string, once: boolean): (self: PyBuffered, target: Value) => Value {
  return (self, target) => {
    const into = getWritableBuffer(target, name);
    return countOrNone(openCore(self, 'readinto of closed file').readInto(into, once));
  };
}

function peek(self: PyBuffered): Value {
  return bytes(openCore(self, 'peek of closed file').peek());
}

function readline(self: PyBuffered, size?: Value): Value {
  const limit = optionalSize(size);
  const core = openCore(self, 'readline of closed file');
  return (limit < 0 ? bufferedLine(core) : undefined) ?? bytes(core.readLine(limit));
}

/** A line that the buffer holds: no array of its own is made for it. */
function bufferedLine(core: Buffered): Value | undefined {
  const length = core.takeLine();
  return length > 0 ? bytesCopy(core.window, core.position - length, core.position) : undefined;
}

function next(self: PyBuffered): Value | undefined {
  const exact = self.cls === bufferedReaderType || self.cls === bufferedRandomType;
  if (!exact) {
    const line = callMethod(self, 'readline');
    return Number(callMethod(line, '__len__')) === 0 ? undefined : line;
  }
  const core = openCore(self, 'readline of closed file');
  const buffered = bufferedLine(core);
  if (buffered !== undefined) return buffered;
  const line = core.readLine(-1);
  return line.length === 0 ? undefined : bytes(line);
}

function write(self: PyBuffered, data: Value): Value {
  const buffer = core(self);
  const source = writeBuffer(data);
  if (isRawClosed(self)) throw valueError('write to closed file');
  return int(buffer.write(source));
}

function flush(self: PyBuffered): Value {
  openCore(self, 'flush of closed file').flushAndRewind();
  return None;
}

function simpleFlush(self: PyBuffered): Value {
  core(self);
  return callMethod(self.raw!, 'flush');
}

function tell(self: PyBuffered): Value {
  return int(core(self).tell());
}

function seek(self: PyBuffered, target: Value, whence?: Value): Value {
  const buffer = core(self);
  const from = whence === undefined ? 0 : intArgument(whence);
  if (from < 0 || from > 4) throw valueError(`whence value ${from} unsupported`);
  if (isRawClosed(self)) throw valueError('seek of closed file');
  checkSeekable(self.raw!);
  return int(buffer.seek(toOffset(target), from));
}

function truncate(self: PyBuffered, pos?: Value): Value {
  const buffer = openCore(self, 'truncate of closed file');
  if (!buffer.writable) throw unsupported('truncate');
  buffer.flushAndRewind();
  const result = callMethod(self.raw!, 'truncate', pos ?? None);
  buffer.findPosition();
  return result;
}

function detach(self: PyBuffered): Value {
  core(self);
  callMethod(self, 'flush');
  const { raw } = self;
  self.raw = undefined;
  self.core = undefined;
  self.detached = true;
  return raw!;
}

/** CPython: bufferedio.c _io__Buffered_close_impl. Both the flush and the close are tried; the second failure has the first as context. */
function close(self: PyBuffered): Value {
  core(self);
  if (isRawClosed(self)) return None;
  return closeBoth(
    () => callMethod(self, 'flush'),
    () => callMethod(self.raw!, 'close'),
  );
}

/** Runs both; an exception of the first is raised after the second, or is the context of the second's. */
export function closeBoth(first: () => Value, second: () => Value): Value {
  let failure: unknown;
  try {
    first();
  } catch (error) {
    failure = error;
  }
  let result: Value;
  try {
    result = second();
  } catch (error) {
    if (failure instanceof PyBaseException && error instanceof PyBaseException && error !== failure)
      error.context = failure;
    throw error;
  }
  if (failure !== undefined) throw failure;
  return result;
}

function repr(self: PyBuffered): Value {
  const type = typeOf(self);
  const full = type.flags & 1 ? `${String(getAttr(type, '__module__'))}.${type.typeName}` : type.typeName;
  const shown = self.core === undefined ? undefined : nameOf(self);
  return shown === undefined ? `<${full}>` : strOfUtf16(`<${full} name=${shown}>`);
}

/** repr of the stream's name, undefined when it has none. */
export function nameOf(self: Value): string | undefined {
  let name: Value | undefined;
  try {
    name = lookupAttr(self, 'name');
  } catch (error) {
    if (!(error instanceof PyBaseException) || error.cls.typeName !== 'ValueError') throw error;
  }
  if (name === undefined) return undefined;
  if (name === self) throw runtimeError(`reentrant call inside ${typeOf(self).typeName}.__repr__`);
  return reprForMessage(name);
}

/** A method that asks the raw stream. */
function ask(name: string): NativeSpec {
  return method('($self, /)', (self: PyBuffered) => {
    core(self);
    return callMethod(self.raw!, name);
  });
}

export function cannotPickle(self: Value): Value {
  throw typeError(`cannot pickle '${bareName(typeOf(self))}' instances`);
}

const COMMON: Record<string, NativeSpec> = {
  __getstate__: method('($self, /)', cannotPickle),
  __repr__: slot('($self, /)', repr),
  __sizeof__: method('($self, /)', (self: PyBuffered) => int(152 + (self.core?.size ?? 0))),
  _dealloc_warn: method('($self, source, /)', () => None),
  close: method('($self, /)', close),
  detach: method('($self, /)', detach),
  fileno: ask('fileno'),
  isatty: ask('isatty'),
  seek: method('($self, target, whence=0, /)', seek),
  seekable: ask('seekable'),
  tell: method('($self, /)', tell),
  truncate: method('($self, pos=None, /)', truncate),
};

const READING: Record<string, NativeSpec> = {
  __next__: nextSlot(next),
  peek: method('($self, size=0, /)', peek),
  read: method('($self, size=-1, /)', bufferedRead),
  read1: method('($self, size=-1, /)', read1),
  readable: ask('readable'),
  readinto: method('($self, buffer, /)', readinto('readinto()', false)),
  readinto1: method('($self, buffer, /)', readinto('readinto1()', true)),
  readline: method('($self, size=-1, /)', readline),
};

const WRITING: Record<string, NativeSpec> = {
  flush: method('($self, /)', flush),
  writable: ask('writable'),
  write: method('($self, buffer, /)', write),
};

const PROPERTIES: Record<string, Property> = {
  raw: member((self: PyBuffered) => self.raw),
  _finalizing: member((self: PyBuffered) => self.finalizing),
  closed: getset((self: PyBuffered) => {
    core(self);
    return isTrue(getAttr(self.raw!, 'closed'));
  }),
  name: getset((self: PyBuffered) => {
    core(self);
    return getAttr(self.raw!, 'name');
  }),
  mode: getset((self: PyBuffered) => {
    core(self);
    return getAttr(self.raw!, 'mode');
  }),
};

const SIGNATURE = '($self, raw, buffer_size=DEFAULT_BUFFER_SIZE)';

export function installBuffered(): void {
  const reader: Kind = { type: bufferedReaderType, readable: true, writable: false };
  const writer: Kind = { type: bufferedWriterType, readable: false, writable: true };
  const random: Kind = { type: bufferedRandomType, readable: true, writable: true };
  installType(bufferedReaderType, {
    doc: 'Create a new buffered reader using the given readable raw IO object.',
    methods: {
      __init__: slot(SIGNATURE, init(reader)),
      ...COMMON,
      ...READING,
      flush: method('($self, /)', simpleFlush),
    },
    properties: PROPERTIES,
  });
  installType(bufferedWriterType, {
    doc: 'A buffer for a writeable sequential RawIO object.',
    methods: { __init__: slot(SIGNATURE, init(writer)), ...COMMON, ...WRITING },
    properties: PROPERTIES,
  });
  installType(bufferedRandomType, {
    doc: 'A buffered interface to random access streams.',
    methods: { __init__: slot(SIGNATURE, init(random)), ...COMMON, ...READING, ...WRITING },
    properties: PROPERTIES,
  });
  installIternext(bufferedReaderType, next);
  installIternext(bufferedRandomType, next);
}

/** `stream.closed`, at once for buffered files. */
export function isStreamClosed(stream: Value): boolean {
  if (directCore(stream) !== undefined) return isRawClosed(stream as PyBuffered);
  return isClosed(stream);
}

/** A buffered stream's core when nothing Python-made stands between, for text streams on top. */
export function directCore(buffer: Value): Buffered | undefined {
  if (!(buffer instanceof PyBuffered)) return undefined;
  const { cls } = buffer;
  if (cls !== bufferedReaderType && cls !== bufferedWriterType && cls !== bufferedRandomType) return undefined;
  return buffer.core;
}

/** ValueError for a text stream whose buffer was closed under it. */
export function checkOpen(buffer: PyBuffered, message: string): Buffered {
  return openCore(buffer, message);
}
