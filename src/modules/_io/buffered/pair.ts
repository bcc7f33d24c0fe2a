// BufferedRWPair: a reader and a writer under one name. CPython: Modules/_io/bufferedio.c
import { None } from '../../../runtime/core/object.ts';
import type { Value } from '../../../runtime/core/value.ts';
import { type Raised, valueError } from '../../../runtime/exceptions/errors.ts';
import { getset, installType, method, type NativeSpec, slot } from '../../../runtime/native/define.ts';
import { getAttr } from '../../../runtime/protocols/attribute.ts';
import { callKeywords } from '../../../runtime/protocols/call.ts';
import { checkReadable, checkWritable } from '../iobase.ts';
import { bufferedReaderType, bufferedWriterType, type PyRWPair, rwPairType } from '../layout.ts';
import { callMethod, methodIsTrue } from '../values.ts';
import { closeBoth } from './methods.ts';

function init(self: PyRWPair, reader: Value, writer: Value, size?: Value): Value {
  checkReadable(reader);
  checkWritable(writer);
  const rest = size === undefined ? [] : [size];
  self.reader = callKeywords(bufferedReaderType, [reader, ...rest], []);
  self.writer = callKeywords(bufferedWriterType, [writer, ...rest], []);
  return None;
}

function uninitialized(): Raised {
  return valueError('I/O operation on uninitialized object');
}

function half(self: PyRWPair, side: 'reader' | 'writer'): Value {
  const stream = self[side];
  if (stream === undefined) throw uninitialized();
  return stream;
}

/** A method that one half answers. */
function forward(side: 'reader' | 'writer', name: string, signature: string): NativeSpec {
  return method(signature, (self: PyRWPair, args?: Value[]) => callMethod(half(self, side), name, ...(args ?? [])));
}

function close(self: PyRWPair): Value {
  return closeBoth(
    () => callMethod(half(self, 'writer'), 'close'),
    () => callMethod(half(self, 'reader'), 'close'),
  );
}

export function installPair(): void {
  const any = '!($self, /, *args)';
  installType(rwPairType, {
    doc: 'A buffered reader and writer object together.',
    methods: {
      __init__: slot('($self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)', init),
      close: method('($self, /)', close),
      flush: forward('writer', 'flush', '($self, /)'),
      isatty: method('($self, /)', (self: PyRWPair) =>
        methodIsTrue(half(self, 'writer'), 'isatty') ? true : callMethod(half(self, 'reader'), 'isatty'),
      ),
      peek: forward('reader', 'peek', any),
      read: forward('reader', 'read', any),
      read1: forward('reader', 'read1', any),
      readable: forward('reader', 'readable', '($self, /)'),
      readinto: forward('reader', 'readinto', any),
      readinto1: forward('reader', 'readinto1', any),
      writable: forward('writer', 'writable', '($self, /)'),
      write: forward('writer', 'write', any),
    },
    properties: { closed: getset((self: PyRWPair) => getAttr(half(self, 'writer'), 'closed')) },
  });
}
