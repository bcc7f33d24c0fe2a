// The _io module. CPython: Modules/_io/_iomodule.c
import type { PyType } from '../../runtime/core/type.ts';
import { int } from '../../runtime/core/value.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { DEFAULT_BUFFER_SIZE, installBuffered } from './buffered/methods.ts';
import { installPair } from './buffered/pair.ts';
import { installBytesIO } from './bytesio.ts';
import { unsupportedOperationType } from './errors.ts';
import { installFileIO } from './fileio.ts';
import { installBases } from './iobase.ts';
import {
  bufferedIOBaseType,
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  bytesIOBufferType,
  bytesIOType,
  fileIOType,
  ioBaseType,
  newlineDecoderType,
  rawIOBaseType,
  rwPairType,
  stringIOType,
  textIOBaseType,
  textIOWrapperType,
} from './layout.ts';
import { installNewlineDecoder } from './newlineDecoder.ts';
import { openCode, openFile, textEncoding } from './open.ts';
import { installStringIO } from './stringio.ts';
import { installTextIOWrapper } from './text/methods.ts';

/** Types without a `__new__` of their own, bases first. */
const INHERIT_NEW: readonly PyType[] = [
  ioBaseType,
  rawIOBaseType,
  bufferedIOBaseType,
  textIOBaseType,
  bufferedReaderType,
  bufferedWriterType,
  bufferedRandomType,
  rwPairType,
  textIOWrapperType,
  newlineDecoderType,
  unsupportedOperationType,
];

export const ioModule: NativeModule = {
  name: '_io',
  doc: 'The io module provides the Python interfaces to stream handling.',
  functions: {
    open: fn(
      "($module, /, file, mode='r', buffering=-1, encoding=None,\n" +
        '     errors=None, newline=None, closefd=True, opener=None)',
      openFile,
      'Open file and return a stream.  Raise OSError upon failure.',
    ),
    open_code: fn('($module, /, path)', openCode),
    text_encoding: fn('($module, encoding, stacklevel=2, /)', textEncoding),
  },
  types: {
    BlockingIOError: exceptionNamed('BlockingIOError'),
    BufferedRWPair: rwPairType,
    BufferedRandom: bufferedRandomType,
    BufferedReader: bufferedReaderType,
    BufferedWriter: bufferedWriterType,
    BytesIO: bytesIOType,
    FileIO: fileIOType,
    IncrementalNewlineDecoder: newlineDecoderType,
    StringIO: stringIOType,
    TextIOWrapper: textIOWrapperType,
    UnsupportedOperation: unsupportedOperationType,
    _BufferedIOBase: bufferedIOBaseType,
    _BytesIOBuffer: bytesIOBufferType,
    _IOBase: ioBaseType,
    _RawIOBase: rawIOBaseType,
    _TextIOBase: textIOBaseType,
  },
  values: () => ({ DEFAULT_BUFFER_SIZE: int(DEFAULT_BUFFER_SIZE) }),
  install() {
    installBases();
    installFileIO();
    installBytesIO();
    installBuffered();
    installPair();
    installStringIO();
    installTextIOWrapper();
    installNewlineDecoder();
    for (const type of INHERIT_NEW) type.tpNew = type.base!.tpNew;
  },
};
