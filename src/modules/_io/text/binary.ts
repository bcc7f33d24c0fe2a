// The binary stream under a text stream: a buffered file directly, any other object through its methods.
// CPython: Modules/_io/textio.c
import { typeOf } from '../../../runtime/core/primitives.ts';
import { int, type Value } from '../../../runtime/core/value.ts';
import { typeError } from '../../../runtime/exceptions/errors.ts';
import { bytes, PyBytes } from '../../../runtime/objects/bytes/bytes.ts';
import { isStr } from '../../../runtime/objects/str/str.ts';
import { lookupAttr } from '../../../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../../../runtime/protocols/buffer.ts';
import { checkOpen, directCore } from '../buffered/methods.ts';
import { type BinaryStream, NO_BYTES } from '../core/streams.ts';
import type { PyBuffered } from '../layout.ts';
import { callMethod, toOffset } from '../values.ts';

export function binaryStream(buffer: Value): BinaryStream {
  return directCore(buffer) === undefined ? objectStream(buffer) : bufferedStream(buffer as PyBuffered);
}

function bufferedStream(buffer: PyBuffered): BinaryStream {
  return {
    readChunk: (size) => checkOpen(buffer, 'read of closed file').read1(size) ?? NO_BYTES,
    read: (size) => checkOpen(buffer, 'read of closed file').read(size) ?? NO_BYTES,
    readAll: () => readAllResult(callMethod(buffer, 'read')),
    copies: true,
    write(data) {
      checkOpen(buffer, 'write to closed file').write(data);
    },
    flush() {
      const core = checkOpen(buffer, 'flush of closed file');
      if (core.writable) core.flushAndRewind();
    },
    seek: (offset, whence) => toOffset(callMethod(buffer, 'seek', int(offset), int(whence))),
    tell: () => checkOpen(buffer, 'I/O operation on closed file.').tell(),
  };
}

function objectStream(buffer: Value): BinaryStream {
  const readMethod = lookupAttr(buffer, 'read1') === undefined ? 'read' : 'read1';
  return {
    readChunk(size) {
      const data = callMethod(buffer, readMethod, int(size));
      const chunk = isStr(data) ? undefined : lookupBuffer(data);
      if (chunk !== undefined) return chunk;
      const type = typeOf(data).typeName;
      throw typeError(`underlying ${readMethod}() should have returned a bytes-like object, not '${type}'`);
    },
    read: (size) => readResult(callMethod(buffer, 'read', int(size))),
    readAll: () => readAllResult(callMethod(buffer, 'read')),
    copies: false,
    write(data) {
      callMethod(buffer, 'write', bytes(data));
    },
    flush() {
      callMethod(buffer, 'flush');
    },
    seek: (offset, whence) => toOffset(callMethod(buffer, 'seek', int(offset), int(whence))),
    tell: () => toOffset(callMethod(buffer, 'tell')),
  };
}

function readResult(data: Value): Uint8Array {
  if (data instanceof PyBytes) return data.value;
  throw typeError(`underlying read() should have returned a bytes object, not '${typeOf(data).typeName}'`);
}

function readAllResult(data: Value): Uint8Array {
  const all = isStr(data) ? undefined : lookupBuffer(data);
  if (all === undefined)
    throw typeError(`decoder getstate() or read() returned a wrong type: '${typeOf(data).typeName}'`);
  return all;
}
