// The zlib module. CPython: Modules/zlibmodule.c
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { eofError, memoryError, overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, getset, installType, method } from '../../runtime/native/define.ts';
import { exceptionClass, raiser } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { adler32, crc32 } from '../../runtime/numeric/checksums.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { getBuffer, lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex, intArgument } from '../../runtime/protocols/item.ts';
import { DOCS } from './generated/docs.ts';
import {
  BufferedDecompressor,
  Compressor,
  Decompressor,
  type DeflateSettings,
  decompressAll,
  InitFailure,
  Z_FINISH,
  ZlibFailure,
} from './streams.ts';

const errorType: PyType = exceptionClass('zlib', 'error', 'Exception');
const zlibError = raiser(errorType);
const MAX_WBITS = 15;
const BUFFER_SIZE = 16384;
const MEMORY_ERROR = -4;

/** Runs zlib work, raising its failures as `zlib.error`. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (failure) {
    if (failure instanceof ZlibFailure) throw zlibError(failure.message);
    throw failure;
  }
}

/** Runs an initialisation; `wrong` words a bad parameter. */
function initialised<T>(run: () => T, wrong: (failure: InitFailure) => object): T {
  try {
    return guarded(run);
  } catch (failure) {
    if (!(failure instanceof InitFailure)) throw failure;
    if (failure.code === MEMORY_ERROR) throw memoryError("Can't allocate memory for compression object");
    throw wrong(failure);
  }
}

const invalidOption = (): object => valueError('Invalid initialization option');

function cInt(v: Value | undefined, fallback: number): number {
  return v === undefined ? fallback : intArgument(v);
}

function size(v: Value | undefined, fallback: number): number {
  if (v === undefined) return fallback;
  const value = asIndex(v);
  if (value > 9223372036854775807n || value < -9223372036854775808n) {
    throw overflowError('Python int too large to convert to C ssize_t');
  }
  return Number(value);
}

function lowWord(v: Value | undefined, fallback: number): number {
  return v === undefined ? fallback : Number(BigInt.asUintN(32, BigInt(asIndex(v))));
}

function zlibCompress(data: Value, level?: Value, wbits?: Value): Value {
  const settings = { level: cInt(level, -1), method: 8, wbits: cInt(wbits, MAX_WBITS), memLevel: 8, strategy: 0 };
  const input = getBuffer(data);
  const compressor = initialised(
    () => new Compressor(settings),
    () => zlibError('Bad compression level'),
  );
  const head = guarded(() => compressor.compress(input));
  const tail = guarded(() => compressor.flush(Z_FINISH));
  const result = new Uint8Array(head.length + tail.length);
  result.set(head);
  result.set(tail, head.length);
  return bytes(result);
}

function zlibDecompress(data: Value, wbits?: Value, bufsize?: Value): Value {
  const input = getBuffer(data);
  const first = size(bufsize, BUFFER_SIZE);
  if (first < 0) throw valueError('bufsize must be non-negative');
  return initialised(
    () => bytes(decompressAll(input, cInt(wbits, MAX_WBITS), Math.max(1, Math.min(first, 1 << 24)))),
    (failure) => zlibError(new ZlibFailure(failure.code, 'while preparing to decompress data').message),
  );
}

class PyCompress extends PyObject {
  readonly compressor: Compressor;
  constructor(compressor: Compressor) {
    super();
    this.compressor = compressor;
  }
}
class PyDecompress extends PyObject {
  readonly decompressor: Decompressor;
  constructor(decompressor: Decompressor) {
    super();
    this.decompressor = decompressor;
  }
}
class PyZlibDecompressor extends PyObject {
  readonly decompressor: BufferedDecompressor;
  constructor(decompressor: BufferedDecompressor) {
    super();
    this.decompressor = decompressor;
  }
}

const compressType: PyType = staticType('Compress', PyCompress, {
  module: 'zlib',
  instantiable: false,
  mutable: true,
});
const decompressType: PyType = staticType('Decompress', PyDecompress, {
  module: 'zlib',
  instantiable: false,
  mutable: true,
});
const bufferedType: PyType = staticType('_ZlibDecompressor', PyZlibDecompressor, {
  module: 'zlib',
});

function compressobj(
  level?: Value,
  methodArg?: Value,
  wbits?: Value,
  memLevel?: Value,
  strategy?: Value,
  zdict?: Value,
): Value {
  const settings: DeflateSettings = {
    level: cInt(level, -1),
    method: cInt(methodArg, 8),
    wbits: cInt(wbits, MAX_WBITS),
    memLevel: cInt(memLevel, 8),
    strategy: cInt(strategy, 0),
  };
  const dictionary = zdict === undefined ? undefined : getBuffer(zdict);
  return new PyCompress(initialised(() => new Compressor(settings, dictionary), invalidOption));
}

function dictionaryOf(zdict: Value | undefined): Uint8Array | undefined {
  if (zdict === undefined) return undefined;
  const data = lookupBuffer(zdict);
  if (data === undefined) throw typeError('zdict argument must support the buffer protocol');
  return data.length === 0 ? undefined : data.slice();
}

function decompressobj(wbits?: Value, zdict?: Value): Value {
  const dictionary = dictionaryOf(zdict);
  return new PyDecompress(initialised(() => Decompressor.open(cInt(wbits, MAX_WBITS), dictionary), invalidOption));
}

function bufferedNew(_cls: PyType, wbits?: Value, zdict?: Value): Value {
  const dictionary = dictionaryOf(zdict);
  return new PyZlibDecompressor(
    initialised(() => BufferedDecompressor.open(cInt(wbits, MAX_WBITS), dictionary), invalidOption),
  );
}

function compressCopy(self: PyCompress): Value {
  if (self.compressor.finished) throw valueError('Inconsistent stream state');
  return new PyCompress(self.compressor.copy());
}

function decompressDecompress(self: PyDecompress, data: Value, maxLength?: Value): Value {
  const limit = size(maxLength, 0);
  if (limit < 0) throw valueError('max_length must be non-negative');
  const input = getBuffer(data);
  return bytes(guarded(() => self.decompressor.decompress(input, limit)));
}

function decompressFlush(self: PyDecompress, lengthArg?: Value): Value {
  const length = size(lengthArg, BUFFER_SIZE);
  if (length <= 0) throw valueError('length must be greater than zero');
  return bytes(guarded(() => self.decompressor.flush(Math.min(length, 1 << 24))));
}

function decompressCopy(self: PyDecompress): Value {
  if (self.decompressor.closed) throw valueError('Inconsistent stream state');
  return new PyDecompress(self.decompressor.copy());
}

function bufferedDecompress(self: PyZlibDecompressor, data: Value, maxLength?: Value): Value {
  const input = getBuffer(data);
  const limit = size(maxLength, -1);
  if (self.decompressor.eof) throw eofError('End of stream already reached');
  return bytes(guarded(() => self.decompressor.decompress(input, limit)));
}

function install(): void {
  installType(errorType, {});
  installType(compressType, {
    methods: {
      compress: method(
        '($self, data, /)',
        (self: PyCompress, data: Value) => {
          const input = getBuffer(data);
          return bytes(guarded(() => self.compressor.compress(input)));
        },
        DOCS['Compress.compress'],
        'o',
      ),
      flush: method(
        '($self, mode=zlib.Z_FINISH, /)',
        (self: PyCompress, mode?: Value) => bytes(guarded(() => self.compressor.flush(cInt(mode, Z_FINISH)))),
        DOCS['Compress.flush'],
      ),
      copy: method('($self, /)', compressCopy, DOCS['Compress.copy']),
      __copy__: method('($self, /)', compressCopy, DOCS['Compress.__copy__']),
      __deepcopy__: method('($self, memo, /)', compressCopy, DOCS['Compress.__deepcopy__'], 'o'),
    },
  });

  installType(decompressType, {
    methods: {
      decompress: method('($self, data, /, max_length=0)', decompressDecompress, DOCS['Decompress.decompress']),
      flush: method('($self, length=zlib.DEF_BUF_SIZE, /)', decompressFlush, DOCS['Decompress.flush']),
      copy: method('($self, /)', decompressCopy, DOCS['Decompress.copy']),
      __copy__: method('($self, /)', decompressCopy, DOCS['Decompress.__copy__']),
      __deepcopy__: method('($self, memo, /)', decompressCopy, DOCS['Decompress.__deepcopy__'], 'o'),
    },
    properties: {
      unused_data: getset((self: PyDecompress) => bytes(self.decompressor.unusedData)),
      unconsumed_tail: getset((self: PyDecompress) => bytes(self.decompressor.unconsumedTail)),
      eof: getset((self: PyDecompress) => self.decompressor.eof),
    },
  });

  installType(bufferedType, {
    doc: DOCS['_ZlibDecompressor'],
    new: method("($type, /, wbits=15, zdict=b'')", bufferedNew),
    methods: {
      decompress: method('($self, /, data, max_length=-1)', bufferedDecompress, DOCS['_ZlibDecompressor.decompress']),
    },
    properties: {
      eof: getset((self: PyZlibDecompressor) => self.decompressor.eof, undefined, DOCS['_ZlibDecompressor.eof']),
      unused_data: getset(
        (self: PyZlibDecompressor) => bytes(self.decompressor.unusedData),
        undefined,
        DOCS['_ZlibDecompressor.unused_data'],
      ),
      needs_input: getset(
        (self: PyZlibDecompressor) => self.decompressor.needsInput,
        undefined,
        DOCS['_ZlibDecompressor.needs_input'],
      ),
    },
  });
}

const CONSTANTS: Record<string, number> = {
  MAX_WBITS,
  DEFLATED: 8,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: BUFFER_SIZE,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH,
  Z_BLOCK: 5,
  Z_TREES: 6,
};
/** The zlib release whose output pako reproduces. */
const ZLIB_VERSION = '1.3.1';

export const zlibModule: NativeModule = {
  name: 'zlib',
  doc: DOCS[''],
  functions: {
    adler32: fn(
      '($module, data, value=1, /)',
      (data: Value, value?: Value) => int(adler32(getBuffer(data), lowWord(value, 1))),
      DOCS['adler32'],
    ),
    compress: fn('($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)', zlibCompress, DOCS['compress']),
    compressobj: fn(
      '($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=<unrepresentable>)',
      compressobj,
      DOCS['compressobj'],
    ),
    crc32: fn(
      '($module, data, value=0, /)',
      (data: Value, value?: Value) => int(crc32(getBuffer(data), lowWord(value, 0))),
      DOCS['crc32'],
    ),
    decompress: fn('($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)', zlibDecompress, DOCS['decompress']),
    decompressobj: fn("($module, /, wbits=MAX_WBITS, zdict=b'')", decompressobj, DOCS['decompressobj']),
  },
  types: { _ZlibDecompressor: bufferedType, error: errorType },
  install,
  values: () => ({
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, int(value)])),
    ZLIB_VERSION,
    ZLIB_RUNTIME_VERSION: ZLIB_VERSION,
    __version__: '1.0',
  }),
};
