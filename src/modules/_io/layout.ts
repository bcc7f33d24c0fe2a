// Layouts of io's classes and their types. CPython: Modules/_io/_iomodule.h, fileio.c, bytesio.c, bufferedio.c, stringio.c, textio.c
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { Exports } from '../../runtime/objects/memoryview/memoryview.ts';
import type { BufferInfo } from '../../runtime/protocols/buffer.ts';
import type { Buffered } from './core/buffered.ts';
import type { LineEnds, NewlineTranslator } from './core/newlines.ts';
import type { TextStream } from './core/text.ts';

export class PyIOBase extends PyObject {
  /** IOBase.close has run: what IOBase.closed tells when no class below says otherwise. */
  baseClosed = false;
}
export class PyRawIOBase extends PyIOBase {}
export class PyBufferedIOBase extends PyIOBase {}
export class PyTextIOBase extends PyIOBase {}

export class PyFileIO extends PyRawIOBase {
  /** -1 when closed or not opened. */
  fd = -1;
  created = false;
  readable = false;
  writable = false;
  appending = false;
  /** Unknown until asked. */
  seekable: boolean | undefined = undefined;
  closefd = true;
  blockSize = 0;
  /** Size when opened, a hint for reading everything. */
  size = 0;
  finalizing = false;
}

export class PyBytesIO extends PyBufferedIOBase {
  /** The contents are the first `size` bytes; undefined once closed. */
  store: Uint8Array | undefined = new Uint8Array(0);
  size = 0;
  pos = 0;
  /** The views from getbuffer(). */
  exports: Exports | undefined = undefined;
}

/** BufferedReader, BufferedWriter, BufferedRandom. */
export class PyBuffered extends PyBufferedIOBase {
  raw: Value | undefined = undefined;
  core: Buffered | undefined = undefined;
  detached = false;
  finalizing = false;
}
export class PyBufferedReader extends PyBuffered {}
export class PyBufferedWriter extends PyBuffered {}
export class PyBufferedRandom extends PyBuffered {}

export class PyRWPair extends PyBufferedIOBase {
  reader: Value | undefined = undefined;
  writer: Value | undefined = undefined;
}

export class PyStringIO extends PyTextIOBase {
  /** UTF-16. */
  text = '';
  /** Has there been a character of two units, or a surrogate? */
  wide = false;
  /** In characters. */
  pos = 0;
  ready = false;
  isClosed = false;
  ends: LineEnds | undefined = undefined;
  newlines: NewlineTranslator | undefined = undefined;
  newline: string | undefined = undefined;
}

export class PyTextIOWrapper extends PyTextIOBase {
  buffer: Value | undefined = undefined;
  core: TextStream | undefined = undefined;
  detached = false;
  encoding = '';
  errors = 'strict';
  newline: string | undefined = undefined;
  finalizing = false;
}

export class PyNewlineDecoder extends PyObject {
  decoder: Value | undefined = undefined;
  newlines: NewlineTranslator | undefined = undefined;
}

/** The bytes of a BytesIO as getbuffer() lends them. */
export class PyBytesIOBuffer extends PyObject {
  readonly source: PyBytesIO;
  constructor(source: PyBytesIO) {
    super();
    this.source = source;
  }

  getBuffer(): Uint8Array {
    return this.source.store!.subarray(0, this.source.size);
  }

  exportBuffer(): BufferInfo {
    const { source } = this;
    const memory = this.getBuffer();
    source.exports ??= new Exports();
    return {
      memory,
      readonly: false,
      format: 'B',
      itemsize: 1,
      shape: [memory.length],
      strides: [1],
      offset: 0,
      exports: source.exports,
    };
  }
}

type Layout = new (...layout: never[]) => PyObject;

function ioType(name: string, Layout: Layout, base?: PyType): PyType {
  return staticType(name, Layout, {
    ...(base ? { base } : undefined),
    module: '_io',
    subclassable: true,
    hasDict: true,
    hasWeakref: true,
  });
}

export const ioBaseType: PyType = ioType('_IOBase', PyIOBase);
export const rawIOBaseType: PyType = ioType('_RawIOBase', PyRawIOBase, ioBaseType);
export const bufferedIOBaseType: PyType = ioType('_BufferedIOBase', PyBufferedIOBase, ioBaseType);
export const textIOBaseType: PyType = ioType('_TextIOBase', PyTextIOBase, ioBaseType);
export const fileIOType: PyType = ioType('FileIO', PyFileIO, rawIOBaseType);
export const bytesIOType: PyType = ioType('BytesIO', PyBytesIO, bufferedIOBaseType);
export const bufferedReaderType: PyType = ioType('BufferedReader', PyBufferedReader, bufferedIOBaseType);
export const bufferedWriterType: PyType = ioType('BufferedWriter', PyBufferedWriter, bufferedIOBaseType);
export const bufferedRandomType: PyType = ioType('BufferedRandom', PyBufferedRandom, bufferedIOBaseType);
export const rwPairType: PyType = ioType('BufferedRWPair', PyRWPair, bufferedIOBaseType);
export const stringIOType: PyType = ioType('StringIO', PyStringIO, textIOBaseType);
export const textIOWrapperType: PyType = ioType('TextIOWrapper', PyTextIOWrapper, textIOBaseType);
export const newlineDecoderType: PyType = staticType('IncrementalNewlineDecoder', PyNewlineDecoder, {
  module: '_io',
  subclassable: true,
});
export const bytesIOBufferType: PyType = staticType('_BytesIOBuffer', PyBytesIOBuffer, {
  module: '_io',
  subclassable: true,
  instantiable: false,
});
