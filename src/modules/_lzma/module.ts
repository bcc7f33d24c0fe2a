// The _lzma module. CPython: Modules/_lzmamodule.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { newError, overflowError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyDecompressor } from '../../runtime/native/decompressor.ts';
import { fn, installType, member, method } from '../../runtime/native/define.ts';
import { exceptionClass } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { asIndex, getItem, intArgument, sizeArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { CHECK_CRC32, CHECK_CRC64, CHECK_NONE, CHECK_SHA256, checkOf } from './checks.ts';
import { encodeProperties, type Form, XzCompressor } from './compressor.ts';
import { chain, decodeAlone, decodeAuto, decodeProperties, decodeXz, emptySpec, type Notice } from './container.ts';
import { LzmaProblem } from './decoder.ts';
import { DELTA, type FilterSpec, LZMA1, LZMA2, transformOf } from './filters.ts';

const errorType: PyType = exceptionClass('_lzma', 'LZMAError', 'Exception');

const FORMAT_AUTO = 0;
const FORMAT_XZ = 1;
const FORMAT_ALONE = 2;
const FORMAT_RAW = 3;
const CHECK_UNKNOWN = 16;
const PRESET_DEFAULT = 6;
const PRESET_EXTREME = 0x80000000;
const MAX_FILTERS = 4;
const DICTIONARIES = [18, 20, 21, 22, 22, 23, 23, 24, 25, 26];
const DEPTHS = [4, 6, 8, 12, 16, 20, 24, 32, 40, 48];

class PyCompressor extends PyObject {
  readonly stream: XzCompressor;
  flushed = false;
  constructor(stream: XzCompressor) {
    super();
    this.stream = stream;
  }
}

class PyLzmaDecompressor extends PyDecompressor {
  readonly notice: Notice;
  constructor(notice: Notice) {
    super();
    this.notice = notice;
  }
}

const compressorType: PyType = staticType('LZMACompressor', PyCompressor, {
  module: '_lzma',
});
const decompressorType: PyType = staticType('LZMADecompressor', PyLzmaDecompressor, {
  module: '_lzma',
});

function lzmaError(message: string): Raised {
  return newError(errorType, [message]);
}

const UNSUPPORTED = 'Invalid or unsupported options';

/** Runs the codec, its complaints as LZMAError. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof LzmaProblem) throw lzmaError(problem.message);
    throw problem;
  }
}

function applyPreset(spec: FilterSpec, preset: number): FilterSpec {
  if (preset < 0) throw valueError('Value must be non-negative');
  if (preset > 0xffffffff) throw overflowError('Value too large for uint32_t type');
  const level = preset % PRESET_EXTREME;
  if (level > 9) throw lzmaError(`Invalid compression preset: ${preset}`);
  spec.dictionary = 2 ** DICTIONARIES[level]!;
  spec.depth = preset >= PRESET_EXTREME ? 2 * DEPTHS[level]! : DEPTHS[level]!;
  return spec;
}

/** The names a filter's dict may have, and the fields they set. */
const LZMA_OPTIONS = ['dict_size', 'lc', 'lp', 'pb', 'mode', 'nice_len', 'mf', 'depth'];

/** CPython: lzma_filter_converter */
function filterSpec(v: Value): FilterSpec {
  if (lookupAttr(v, 'keys') === undefined || lookupAttr(v, '__getitem__') === undefined) {
    throw typeError('Filter specifier must be a dict or dict-like object');
  }
  const options = new Map(spread(call(lookupAttr(v, 'keys')!)).map((key) => [keyText(key), getItem(v, key)]));
  const given = options.get('id');
  if (given === undefined) throw valueError('Filter specifier must have an "id" entry');
  const id = BigInt(asIndex(given));
  options.delete('id');
  if (id === LZMA1 || id === LZMA2) return lzmaSpec(id, options);
  const spec = emptySpec(id);
  if (id === DELTA) return onlyOption(spec, options, 'dist', 'distance', 'delta');
  if (transformOf(spec, true) === undefined) throw valueError(`Invalid filter ID: ${id}`);
  return onlyOption(spec, options, 'start_offset', 'startOffset', 'BCJ');
}

function keyText(key: Value): string {
  return isStr(key) ? jsString(key) : '';
}

function lzmaSpec(id: bigint, options: Map<string, Value>): FilterSpec {
  const preset = options.get('preset');
  const spec = applyPreset(emptySpec(id), preset === undefined ? PRESET_DEFAULT : Number(asIndex(preset)));
  options.delete('preset');
  for (const [name, value] of options) {
    if (!LZMA_OPTIONS.includes(name)) throw valueError('Invalid filter specifier for LZMA filter');
    const n = Number(asIndex(value));
    if (name === 'dict_size') spec.dictionary = n;
    else if (name === 'lc' || name === 'lp' || name === 'pb') spec[name] = n;
    else if (name === 'depth' && n > 0) spec.depth = n;
  }
  if (spec.lc + spec.lp > 4 || spec.pb > 4 || spec.lc < 0 || spec.lp < 0 || spec.pb < 0 || spec.dictionary < 4096) {
    throw lzmaError(UNSUPPORTED);
  }
  return spec;
}

function onlyOption(
  spec: FilterSpec,
  options: Map<string, Value>,
  name: string,
  field: 'distance' | 'startOffset',
  kind: string,
): FilterSpec {
  const value = options.get(name);
  if (options.size > (value === undefined ? 0 : 1)) throw valueError(`Invalid filter specifier for ${kind} filter`);
  if (value !== undefined) spec[field] = Number(asIndex(value));
  if (field === 'distance' && (spec.distance < 1 || spec.distance > 256)) throw lzmaError(UNSUPPORTED);
  return spec;
}

/** CPython: parse_filter_chain_spec */
function filterChain(v: Value): FilterSpec[] {
  if (v instanceof PyDict) throw typeError('dict is not a sequence');
  const items = spread(v);
  if (items.length > MAX_FILTERS) {
    throw valueError(`Too many filters - liblzma supports a maximum of ${MAX_FILTERS}`);
  }
  const filters = items.map(filterSpec);
  const last = filters.at(-1)?.id;
  if (last !== LZMA1 && last !== LZMA2) throw lzmaError(UNSUPPORTED);
  if (filters.slice(0, -1).some(({ id }) => id === LZMA1 || id === LZMA2)) throw lzmaError(UNSUPPORTED);
  return filters;
}

/** CPython: Compressor_new */
function makeCompressor(_cls: PyType, format?: Value, check?: Value, preset?: Value, filters?: Value): Value {
  const wanted = format === undefined ? FORMAT_XZ : intArgument(format);
  const checkId = check === undefined ? -1 : intArgument(check);
  const hasPreset = preset !== undefined && preset !== None;
  const hasFilters = filters !== undefined && filters !== None;
  if (hasPreset && hasFilters) throw valueError('Cannot specify both preset and filter chain');
  if (wanted !== FORMAT_XZ && checkId !== -1 && checkId !== CHECK_NONE) {
    throw valueError('Integrity checks are only supported by FORMAT_XZ');
  }
  const level = hasPreset ? Number(asIndex(preset)) : PRESET_DEFAULT;
  if (wanted < FORMAT_XZ || wanted > FORMAT_RAW) throw valueError(`Invalid container format: ${wanted}`);
  if (wanted === FORMAT_RAW && !hasFilters) throw valueError('Must specify filters for FORMAT_RAW');
  const id = wanted === FORMAT_ALONE ? LZMA1 : LZMA2;
  const chosen = hasFilters ? filterChain(filters) : [applyPreset(emptySpec(id), level)];
  if (wanted === FORMAT_ALONE && (chosen.length !== 1 || chosen[0]!.id !== LZMA1)) {
    throw valueError('Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter');
  }
  if (wanted === FORMAT_XZ && chosen.at(-1)!.id === LZMA1) throw lzmaError(UNSUPPORTED);
  const sum = wanted !== FORMAT_XZ ? CHECK_NONE : checkId === -1 ? CHECK_CRC64 : checkId;
  if (checkOf(sum) === undefined) throw lzmaError('Unsupported integrity check');
  const forms: Record<number, Form> = { [FORMAT_XZ]: 'xz', [FORMAT_ALONE]: 'alone', [FORMAT_RAW]: 'raw' };
  return new PyCompressor(new XzCompressor(forms[wanted]!, sum, chosen));
}

function compress(self: PyCompressor, data: Value): Value {
  const input = getBuffer(data);
  if (self.flushed) throw valueError('Compressor has been flushed');
  return bytes(self.stream.compress(input));
}

function flush(self: PyCompressor): Value {
  if (self.flushed) throw valueError('Repeated call to flush()');
  self.flushed = true;
  return bytes(self.stream.flush());
}

/** CPython: _lzma_LZMADecompressor_impl */
function makeDecompressor(_cls: PyType, format?: Value, memlimit?: Value, filters?: Value): Value {
  const wanted = format === undefined ? FORMAT_AUTO : intArgument(format);
  const hasLimit = memlimit !== undefined && memlimit !== None;
  const hasFilters = filters !== undefined && filters !== None;
  if (hasLimit && wanted === FORMAT_RAW) throw valueError('Cannot specify memory limit with FORMAT_RAW');
  const memoryLimit = hasLimit ? Number(asIndex(memlimit)) : undefined;
  if (wanted === FORMAT_RAW && !hasFilters) throw valueError('Must specify filters for FORMAT_RAW');
  if (wanted !== FORMAT_RAW && hasFilters) throw valueError('Cannot specify filters except with FORMAT_RAW');
  if (wanted < FORMAT_AUTO || wanted > FORMAT_RAW) throw valueError(`Invalid container format: ${wanted}`);
  const plain = wanted === FORMAT_ALONE || wanted === FORMAT_RAW;
  const notice: Notice = { check: plain ? CHECK_NONE : CHECK_UNKNOWN, memoryLimit };
  const self = new PyLzmaDecompressor(notice);
  const { source, write } = self;
  if (wanted === FORMAT_RAW) self.decoding = chain(source, write, filterChain(filters!), notice);
  else {
    const decode = wanted === FORMAT_XZ ? decodeXz : wanted === FORMAT_ALONE ? decodeAlone : decodeAuto;
    self.decoding = decode(source, write, notice);
  }
  return self;
}

function decompress(self: PyLzmaDecompressor, data: Value, limit?: Value): Value {
  const input = getBuffer(data);
  return guarded(() => bytes(self.decompress(input, limit === undefined ? -1 : sizeArgument(limit))));
}

function encodeFilterProperties(v: Value): Value {
  return bytes(encodeProperties(filterSpec(v)));
}

/** CPython: build_filter_spec */
function decodeFilterProperties(id: Value, encoded: Value): Value {
  const spec = guarded(() => decodeProperties(BigInt(asIndex(id)), getBuffer(encoded)));
  const result = new PyDict();
  dictSet(result, 'id', intFromBigInt(spec.id));
  if (spec.id === LZMA1 || spec.id === LZMA2) {
    dictSet(result, 'dict_size', int(spec.dictionary));
    if (spec.id === LZMA1) for (const name of ['lc', 'lp', 'pb'] as const) dictSet(result, name, int(spec[name]));
  } else if (spec.id === DELTA) dictSet(result, 'dist', int(spec.distance));
  else if (spec.startOffset !== 0) dictSet(result, 'start_offset', int(spec.startOffset));
  return result;
}

function refusePickle(self: Value): never {
  throw typeError(`cannot pickle '${typeOf(self).typeName}' object`);
}

function install(): void {
  const reduce = method('($self, /)', refusePickle, undefined, 'noargs');
  installType(errorType, { doc: 'Call to liblzma failed.' });
  installType(compressorType, {
    doc: 'Create a compressor object for compressing data incrementally.',
    new: method('($type, format=FORMAT_XZ, check=-1, preset=None, filters=None)', makeCompressor),
    methods: {
      compress: method('($self, data, /)', compress),
      flush: method('($self, /)', flush, undefined, 'noargs'),
      __reduce__: reduce,
    },
  });
  installType(decompressorType, {
    doc: 'Create a decompressor object for decompressing data incrementally.',
    new: method('($type, format=FORMAT_AUTO, memlimit=None, filters=None)', makeDecompressor),
    methods: {
      decompress: method('($self, /, data, max_length=-1)', decompress),
      __reduce__: reduce,
    },
    properties: {
      check: member((self: PyLzmaDecompressor) => int(self.notice.check)),
      eof: member((self: PyLzmaDecompressor) => self.eof),
      needs_input: member((self: PyLzmaDecompressor) => self.needsInput),
      unused_data: member((self: PyLzmaDecompressor) => bytes(self.unusedData)),
    },
  });
}

const CONSTANTS: Readonly<Record<string, number>> = {
  FORMAT_AUTO,
  FORMAT_XZ,
  FORMAT_ALONE,
  FORMAT_RAW,
  CHECK_NONE,
  CHECK_CRC32,
  CHECK_CRC64,
  CHECK_SHA256,
  CHECK_ID_MAX: 15,
  CHECK_UNKNOWN,
  FILTER_LZMA2: 0x21,
  FILTER_DELTA: 3,
  FILTER_X86: 4,
  FILTER_POWERPC: 5,
  FILTER_IA64: 6,
  FILTER_ARM: 7,
  FILTER_ARMTHUMB: 8,
  FILTER_SPARC: 9,
  MF_HC3: 3,
  MF_HC4: 4,
  MF_BT2: 0x12,
  MF_BT3: 0x13,
  MF_BT4: 0x14,
  MODE_FAST: 1,
  MODE_NORMAL: 2,
  PRESET_DEFAULT,
  PRESET_EXTREME,
};

export const lzmaModule: NativeModule = {
  name: '_lzma',
  install,
  types: { LZMAError: errorType, LZMACompressor: compressorType, LZMADecompressor: decompressorType },
  functions: {
    is_check_supported: fn('($module, check_id, /)', (id: Value) => checkOf(intArgument(id)) !== undefined),
    _encode_filter_properties: fn('($module, filter, /)', encodeFilterProperties),
    _decode_filter_properties: fn('($module, filter_id, encoded_props, /)', decodeFilterProperties),
  },
  values: () => ({
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, int(value)])),
    FILTER_LZMA1: LZMA1,
  }),
};
