// The _bz2 module. CPython: Modules/_bz2module.c
import { PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { newError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { PyDecompressor } from '../../runtime/native/decompressor.ts';
import { installType, member, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { intArgument, sizeArgument } from '../../runtime/protocols/item.ts';
import { Bz2Compressor } from './compress.ts';
import { Bz2Problem, decompressStream } from './decompress.ts';

class PyBz2Compressor extends PyObject {
  readonly stream: Bz2Compressor;
  flushed = false;
  constructor(level = 9) {
    super();
    this.stream = new Bz2Compressor(level);
  }
}

class PyBz2Decompressor extends PyDecompressor {
  constructor() {
    super();
    this.decoding = decompressStream(this.source, this.write);
  }
}

const compressorType: PyType = staticType('BZ2Compressor', PyBz2Compressor, {
  module: '_bz2',
});
const decompressorType: PyType = staticType('BZ2Decompressor', PyBz2Decompressor, {
  module: '_bz2',
});

function makeCompressor(_cls: PyType, level?: Value): Value {
  const wanted = level === undefined ? 9 : intArgument(level);
  if (wanted < 1 || wanted > 9) throw valueError('compresslevel must be between 1 and 9');
  return new PyBz2Compressor(wanted);
}

function compress(self: PyBz2Compressor, data: Value): Value {
  const input = getBuffer(data);
  if (self.flushed) throw valueError('Compressor has been flushed');
  return bytes(self.stream.compress(input));
}

function flush(self: PyBz2Compressor): Value {
  if (self.flushed) throw valueError('Repeated call to flush()');
  self.flushed = true;
  return bytes(self.stream.flush());
}

function decompress(self: PyBz2Decompressor, data: Value, limit?: Value): Value {
  const input = getBuffer(data);
  if (self.failed) throw valueError('Decompressor is unusable after a previous error');
  try {
    return bytes(self.decompress(input, limit === undefined ? -1 : sizeArgument(limit)));
  } catch (problem) {
    if (problem instanceof Bz2Problem) throw newError(exceptionNamed('OSError'), ['Invalid data stream']);
    throw problem;
  }
}

function refusePickle(self: Value): never {
  throw typeError(`cannot pickle '${typeOf(self).typeName}' object`);
}

function install(): void {
  const reduce = method('($self, /)', refusePickle, undefined, 'noargs');
  installType(compressorType, {
    doc: 'Create a compressor object for compressing data incrementally.\n\n  compresslevel\n    Compression level, as a number between 1 and 9.\n\nFor one-shot compression, use the compress() function instead.',
    signature: '(compresslevel=9, /)',
    new: method('($type, compresslevel=9, /)', makeCompressor),
    methods: {
      compress: method('($self, data, /)', compress),
      flush: method('($self, /)', flush, undefined, 'noargs'),
      __reduce__: reduce,
    },
  });
  installType(decompressorType, {
    doc: 'Create a decompressor object for decompressing data incrementally.\n\nFor one-shot decompression, use the decompress() function instead.',
    signature: '()',
    new: method('($type, *args)', (_cls: PyType, args: readonly Value[]) => {
      if (args.length > 0) throw typeError('BZ2Decompressor() takes no positional arguments');
      return new PyBz2Decompressor();
    }),
    methods: {
      decompress: method('($self, /, data, max_length=-1)', decompress),
      __reduce__: reduce,
    },
    properties: {
      eof: member((self: PyBz2Decompressor) => self.eof),
      unused_data: member((self: PyBz2Decompressor) => bytes(self.unusedData)),
      needs_input: member((self: PyBz2Decompressor) => self.needsInput),
    },
  });
}

export const bz2Module: NativeModule = {
  name: '_bz2',
  install,
  types: { BZ2Compressor: compressorType, BZ2Decompressor: decompressorType },
};
