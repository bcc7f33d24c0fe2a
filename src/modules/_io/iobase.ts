// The abstract bases. CPython: Modules/_io/iobase.c, bufferedio.c (_BufferedIOBase), textio.c (_TextIOBase)
import { None, type PyObject } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { notImplementedError, stopIteration, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osError } from '../../runtime/exceptions/oserror.ts';
import { getset, installType, method, type NativeSpec, slot } from '../../runtime/native/define.ts';
import { PyByteArray } from '../../runtime/objects/bytearray/bytearray.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { getBuffer, getWritableBuffer } from '../../runtime/protocols/buffer.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { concatBytes } from './core/streams.ts';
import { closedError, unsupported } from './errors.ts';
import { bufferedIOBaseType, ioBaseType, type PyIOBase, rawIOBaseType, textIOBaseType } from './layout.ts';
import { bytesOrNone, callMethod, isClosed, methodIsTrue, optionalSize } from './values.ts';

/** ValueError when the object says that it is closed. */
export function checkClosed(self: Value): void {
  if (isClosed(self)) throw closedError();
}

export function checkReadable(self: Value): void {
  if (!methodIsTrue(self, 'readable')) throw unsupported('File or stream is not readable.');
}

export function checkWritable(self: Value): void {
  if (!methodIsTrue(self, 'writable')) throw unsupported('File or stream is not writable.');
}

export function checkSeekable(self: Value): void {
  if (!methodIsTrue(self, 'seekable')) throw unsupported('File or stream is not seekable.');
}

/** A method that a class below has to supply. */
function missing(name: string): () => Value {
  return () => {
    throw unsupported(name);
  };
}

/** CPython: iobase.c _io__IOBase_close_impl */
export function ioBaseClose(self: PyIOBase): Value {
  if (self.baseClosed) return None;
  try {
    callMethod(self, 'flush');
  } finally {
    self.baseClosed = true;
  }
  return None;
}

function flush(self: PyIOBase): Value {
  if (self.baseClosed) throw closedError();
  return None;
}

function checked(check: (self: Value) => void): (self: Value) => Value {
  return (self) => {
    check(self);
    return true;
  };
}

/** CPython: iobase.c _io__IOBase_readline_impl */
function readline(self: Value, size?: Value): Value {
  const limit = optionalSize(size);
  const peek = lookupAttr(self, 'peek') !== undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  while (limit < 0 || length < limit) {
    let count = 1;
    if (peek) {
      const ahead = callMethod(self, 'peek', int(1));
      if (!(ahead instanceof PyBytes)) {
        throw osError(`peek() should have returned a bytes object, not '${typeOf(ahead).typeName}'`);
      }
      const end = ahead.value.indexOf(10);
      count = end >= 0 ? end + 1 : Math.max(1, ahead.value.length);
      if (limit >= 0) count = Math.min(count, limit - length);
    }
    const got = callMethod(self, 'read', int(count));
    if (!(got instanceof PyBytes)) {
      throw osError(`read() should have returned a bytes object, not '${typeOf(got).typeName}'`);
    }
    if (got.value.length === 0) break;
    parts.push(got.value);
    length += got.value.length;
    if (got.value[got.value.length - 1] === 10) break;
  }
  return bytes(concatBytes(parts));
}

/** CPython: iobase.c iobase_iternext */
export function ioBaseNext(self: Value): Value | undefined {
  const line = callMethod(self, 'readline');
  return lineLength(line) === 0 ? undefined : line;
}

function lineLength(line: Value): number {
  if (isStr(line)) return typeof line === 'string' ? line.length : line.value.length;
  if (line instanceof PyBytes) return line.value.length;
  return Number(callMethod(line, '__len__'));
}

/** CPython: iobase.c _io__IOBase_readlines_impl */
export function ioBaseReadlines(self: Value, hint?: Value): Value {
  const limit = optionalSize(hint);
  const lines: Value[] = [];
  let length = 0;
  const iterator = iter(self);
  for (let line = iterator.iternext(); line !== undefined; line = iterator.iternext()) {
    lines.push(line);
    length += lineLength(line);
    if (limit > 0 && length > limit) break;
  }
  return new PyList(lines);
}

/** CPython: iobase.c _io__IOBase_writelines */
export function ioBaseWritelines(self: Value, lines: Value): Value {
  checkClosed(self);
  const iterator = iter(lines);
  for (let line = iterator.iternext(); line !== undefined; line = iterator.iternext()) callMethod(self, 'write', line);
  return None;
}

/** CPython: iobase.c iobase_exit; the arguments are those of __exit__ and not looked at. */
function exit(self: Value): Value {
  return callMethod(self, 'close');
}

/** CPython: iobase.c _io__RawIOBase_read_impl */
function rawRead(self: Value, size?: Value): Value {
  const count = optionalSize(size);
  if (count < 0) return callMethod(self, 'readall');
  const target = new PyByteArray(new Uint8Array(count));
  const got = callMethod(self, 'readinto', target);
  if (got === None) return None;
  const n = Number(got);
  if (n < 0 || n > count) {
    throw valueError(`readinto returned ${n} outside buffer size ${count}`);
  }
  return bytes(target.value.slice(0, n));
}

const CHUNK = 131072;

/** CPython: iobase.c _io__RawIOBase_readall_impl */
function rawReadAll(self: Value): Value {
  const parts: Uint8Array[] = [];
  for (;;) {
    const data = bytesOrNone(callMethod(self, 'read', int(CHUNK)), 'read() should return bytes');
    if (data === undefined && parts.length === 0) return None;
    if (data === undefined || data.length === 0) return bytes(concatBytes(parts));
    parts.push(data);
  }
}

/** CPython: bufferedio.c _bufferediobase_readinto_generic */
function readInto(name: 'read' | 'read1'): (self: Value, buffer: Value) => Value {
  return (self, buffer) => {
    const target = getWritableBuffer(buffer, name === 'read' ? 'readinto()' : 'readinto1()');
    const data = callMethod(self, name, int(target.length));
    if (!(data instanceof PyBytes)) throw typeError('read() should return bytes');
    const { value } = data;
    if (value.length > target.length) {
      const limits = `${value.length} bytes returned, ${target.length} bytes requested`;
      throw valueError(`read() returned too much data: ${limits}`);
    }
    target.set(value);
    return int(value.length);
  };
}

/** Whatever a write argument has as bytes; OverflowError never, TypeError for text. */
export function writeBuffer(v: Value): Uint8Array {
  if (v instanceof PyBytes) return v.value;
  return getBuffer(v);
}

function notImplemented(): Value {
  throw notImplementedError('');
}

/** `__next__` of a type whose iteration is `next`. */
export function nextSlot(next: (self: never) => Value | undefined): NativeSpec {
  return slot('($self, /)', (self: Value) => {
    const item = next(self as never);
    if (item === undefined) throw stopIteration();
    return item;
  });
}

/** Makes `next` what `for` calls: after installType, which has put a slower form there. */
export function installIternext(type: PyType, next: (self: never) => Value | undefined): void {
  const step = next as (self: Value) => Value | undefined;
  Object.defineProperty(type.proto, 'iternext', {
    value(this: Value) {
      return step(this);
    },
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

/** `__new__` of the types that have their own: an instance that `__init__` then sets up. */
export const allocate: NativeSpec = method(
  '($type, *args, **kwargs)',
  (cls: PyType) => new (cls.Instance as unknown as new () => PyObject)(),
);

export function installBases(): void {
  const noArgs = '($self, /)';
  installType(ioBaseType, {
    doc: 'The abstract base class for all I/O classes.',
    methods: {
      __enter__: method(noArgs, (self) => {
        checkClosed(self);
        return self;
      }),
      __exit__: method('!($self, /, *args)', exit),
      __iter__: slot(noArgs, (self) => {
        checkClosed(self);
        return self;
      }),
      __next__: nextSlot(ioBaseNext),
      _checkClosed: method(noArgs, checked(checkClosed)),
      _checkReadable: method(noArgs, checked(checkReadable)),
      _checkSeekable: method(noArgs, checked(checkSeekable)),
      _checkWritable: method(noArgs, checked(checkWritable)),
      close: method(
        noArgs,
        ioBaseClose,
        'Flush and close the IO object.\n\nThis method has no effect if the file is already closed.',
      ),
      fileno: method(noArgs, missing('fileno')),
      flush: method(noArgs, flush),
      isatty: method(noArgs, (self) => {
        checkClosed(self);
        return false;
      }),
      readable: method(noArgs, () => false),
      readline: method('($self, size=-1, /)', readline),
      readlines: method('($self, hint=-1, /)', ioBaseReadlines),
      seek: method('($self, offset, whence=os.SEEK_SET, /)', missing('seek')),
      seekable: method(noArgs, () => false),
      tell: method(noArgs, (self) => callMethod(self, 'seek', int(0), int(1))),
      truncate: method('($self, size=None, /)', missing('truncate')),
      writable: method(noArgs, () => false),
      writelines: method('($self, lines, /)', ioBaseWritelines),
    },
    properties: { closed: getset((self: PyIOBase) => self.baseClosed) },
  });
  installIternext(ioBaseType, ioBaseNext);
  installType(rawIOBaseType, {
    doc: 'Base class for raw binary I/O.',
    methods: {
      read: method('($self, size=-1, /)', rawRead),
      readall: method(noArgs, rawReadAll, 'Read until EOF, using multiple read() call.'),
      readinto: method('($self, /, *args)', notImplemented),
      write: method('($self, /, *args)', notImplemented),
    },
  });
  installType(bufferedIOBaseType, {
    doc: 'Base class for buffered IO objects.',
    methods: {
      detach: method(noArgs, missing('detach')),
      read: method('($self, size=-1, /)', missing('read')),
      read1: method('($self, size=-1, /)', missing('read1')),
      readinto: method('($self, buffer, /)', readInto('read')),
      readinto1: method('($self, buffer, /)', readInto('read1')),
      write: method('($self, b, /)', missing('write')),
    },
  });
  installType(textIOBaseType, {
    doc: 'Base class for text I/O.',
    methods: {
      detach: method(noArgs, missing('detach')),
      read: method('($self, size=-1, /)', missing('read')),
      readline: method('($self, size=-1, /)', missing('readline')),
      write: method('($self, s, /)', missing('write')),
    },
    properties: { encoding: getset(() => None), errors: getset(() => None), newlines: getset(() => None) },
  });
}
