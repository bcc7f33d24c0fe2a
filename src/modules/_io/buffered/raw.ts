// The raw stream under a buffer: FileIO directly, any other object through its methods.
// CPython: Modules/_io/bufferedio.c
import { None } from '../../../runtime/core/object.ts';
import { typeOf } from '../../../runtime/core/primitives.ts';
import { int, type Value } from '../../../runtime/core/value.ts';
import { isError, typeError } from '../../../runtime/exceptions/errors.ts';
import { osError } from '../../../runtime/exceptions/oserror.ts';
import { lookupAttr } from '../../../runtime/protocols/attribute.ts';
import { call } from '../../../runtime/protocols/call.ts';
import { lookupIndex } from '../../../runtime/protocols/fspath.ts';
import type { RawStream } from '../core/streams.ts';
import { fileReadAll, fileReadInto, fileSeek, fileWrite } from '../fileio.ts';
import { fileIOType, PyFileIO } from '../layout.ts';
import { bytesOrNone, callMethod, toOffset, viewOf } from '../values.ts';

export function rawStream(raw: Value): RawStream {
  return raw instanceof PyFileIO && typeOf(raw) === fileIOType ? fileStream(raw) : objectStream(raw);
}

function fileStream(file: PyFileIO): RawStream {
  return {
    readInto: (buffer) => fileReadInto(file, buffer),
    readAll: () => ({ data: fileReadAll(file) }),
    read: () => fileReadAll(file),
    write: (data) => fileWrite(file, data),
    seek: (offset, whence) => fileSeek(file, offset, whence),
    tell: () => fileSeek(file, 0, 1),
  };
}

function objectStream(raw: Value): RawStream {
  return {
    readInto: (buffer) =>
      count(
        retry(() => callMethod(raw, 'readinto', viewOf(buffer))),
        'readinto',
      ),
    readAll() {
      const readall = lookupAttr(raw, 'readall');
      return readall === undefined ? undefined : { data: bytesOrNone(call(readall), 'readall() should return bytes') };
    },
    read: () => bytesOrNone(callMethod(raw, 'read'), 'read() should return bytes'),
    write: (data) =>
      count(
        retry(() => callMethod(raw, 'write', viewOf(data, true))),
        'write',
      ),
    seek: (offset, whence) => toOffset(callMethod(raw, 'seek', int(offset), int(whence))),
    tell: () => toOffset(callMethod(raw, 'tell')),
  };
}

/** InterruptedError from a raw stream written in Python: call again. CPython: _PyIO_trap_eintr */
function retry(step: () => Value): Value {
  for (;;) {
    try {
      return step();
    } catch (error) {
      if (!isError(error, 'InterruptedError')) throw error;
    }
  }
}

function count(result: Value, name: string): number | undefined {
  if (result === None) return undefined;
  const n = lookupIndex(result);
  if (n !== undefined) return Number(n);
  const cause = typeError(`'${typeOf(result).typeName}' object cannot be interpreted as an integer`);
  const error = osError(`raw ${name}() failed`);
  error.cause = cause;
  error.context = cause;
  throw error;
}
