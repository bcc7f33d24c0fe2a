// The struct sequences and fixed values of sys. CPython: Python/sysmodule.c

import type { Config } from '../../runtime/core/interpreter.ts';
import { float } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { simpleNamespace } from '../../runtime/objects/namespace/namespace.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { HASH_MODULUS } from '../../runtime/protocols/hash.ts';

const MAJOR = 3;
const MINOR = 14;
const MICRO = 8;
/** 3.14.8 final. */
const HEX_VERSION = (MAJOR << 24) | (MINOR << 16) | (MICRO << 8) | 0xf0;
export const CACHE_TAG = 'taipan-314';

/** Name of each flag and its value for plain `python`, in the order of the sequence; the last three are attributes only. */
const FLAGS: readonly (readonly [name: string, value: number | boolean])[] = [
  ['debug', 0],
  ['inspect', 0],
  ['interactive', 0],
  ['optimize', 0],
  ['dont_write_bytecode', 0],
  ['no_user_site', 0],
  ['no_site', 0],
  ['ignore_environment', 0],
  ['verbose', 0],
  ['bytes_warning', 0],
  ['quiet', 0],
  ['hash_randomization', 1],
  ['isolated', 0],
  ['dev_mode', false],
  ['utf8_mode', 0],
  ['warn_default_encoding', 0],
  ['safe_path', false],
  ['int_max_str_digits', 4300],
  ['gil', 1],
  ['thread_inherit_context', 0],
  ['context_aware_warnings', 0],
];

const flags = structSequence({
  name: 'flags',
  module: 'sys',
  doc: 'sys.flags\n\nFlags provided through command line arguments or environment vars.',
  fields: FLAGS.map(([name]) => name),
  sequence: 18,
  instantiable: false,
});
const versionInfo = structSequence({
  name: 'version_info',
  module: 'sys',
  doc: 'sys.version_info\n\nVersion information as a named tuple.',
  fields: ['major', 'minor', 'micro', 'releaselevel', 'serial'],
  instantiable: false,
});
const floatInfo = structSequence({
  name: 'float_info',
  module: 'sys',
  doc:
    'sys.float_info\n\nA named tuple holding information about the float type. It contains low level\n' +
    "information about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
  fields: [
    'max',
    'max_exp',
    'max_10_exp',
    'min',
    'min_exp',
    'min_10_exp',
    'dig',
    'mant_dig',
    'epsilon',
    'radix',
    'rounds',
  ],
});
const intInfo = structSequence({
  name: 'int_info',
  module: 'sys',
  doc:
    "sys.int_info\n\nA named tuple that holds information about Python's\n" +
    'internal representation of integers.  The attributes are read only.',
  fields: ['bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'],
});
const hashInfo = structSequence({
  name: 'hash_info',
  module: 'sys',
  doc: 'hash_info\n\nA named tuple providing parameters used for computing hashes.\n' + 'The attributes are read only.',
  fields: ['width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'],
});
const threadInfo = structSequence({
  name: 'thread_info',
  module: 'sys',
  doc: 'sys.thread_info\n\nA named tuple holding information about the thread implementation.',
  fields: ['name', 'lock', 'version'],
});
export const asyncgenHooks = structSequence({
  name: 'asyncgen_hooks',
  module: 'sys',
  doc: 'asyncgen_hooks\n\nA named tuple containing information about asynchronous\ngenerators hooks. The attributes are read only.',
  fields: ['firstiter', 'finalizer'],
});

export function installSequences(): void {
  for (const each of [flags, versionInfo, floatInfo, intInfo, hashInfo, threadInfo, asyncgenHooks]) each.install();
}

const numeric = (v: number | boolean): Value => (typeof v === 'boolean' ? v : int(v));

export function flagValues(config: Config): Value {
  return flags.make(FLAGS.map(([name, value]) => numeric(config.flags[name] ?? value)));
}

const COPYRIGHT = [
  'Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.',
  'Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.',
  'Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.',
  'Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.',
].join('\n\n');

export function constants(config: Config, platform: string): Record<string, Value> {
  const version = versionInfo.make([int(MAJOR), int(MINOR), int(MICRO), 'final', int(0)]);
  const text = `${MAJOR}.${MINOR}.${MICRO}`;
  return {
    abiflags: '',
    api_version: int(1013),
    byteorder: 'little',
    copyright: COPYRIGHT,
    flags: flagValues(config),
    float_info: floatInfo.make([
      float(Number.MAX_VALUE),
      int(1024),
      int(308),
      float(2.2250738585072014e-308),
      int(-1021),
      int(-307),
      int(15),
      int(53),
      float(Number.EPSILON),
      int(2),
      int(1),
    ]),
    float_repr_style: 'short',
    hash_info: hashInfo.make([
      int(64),
      HASH_MODULUS,
      int(314159),
      int(0),
      int(1000003),
      'siphash13',
      int(64),
      int(128),
      int(0),
    ]),
    hexversion: int(HEX_VERSION),
    // Not 'cpython': its compiled files and wheels with machine code are not for us. platform.python_implementation() reads
    // sys.version, which has CPython's shape, so programs that only ask for that one take CPython's path.
    implementation: simpleNamespace({
      name: 'taipan',
      cache_tag: CACHE_TAG,
      version,
      hexversion: int(HEX_VERSION),
      supports_isolated_interpreters: false,
    }),
    int_info: intInfo.make([int(30), int(4), int(4300), int(640)]),
    maxsize: 9223372036854775807n,
    maxunicode: int(0x10ffff),
    platform,
    platlibdir: 'lib',
    thread_info: threadInfo.make(['pthread', 'semaphore', 'Taipan']),
    version: `${text} (main, Oct  1 2026, 19:55:55) [Taipan]`,
    version_info: version,
    _framework: '',
    _git: tuple(['Taipan', '', '']),
  };
}
