// The _sha3 module: types that are called directly, with fixed and with extendable output.
// CPython: Modules/sha3module.c
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { getset, installType, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { ALGORITHMS } from './engines.ts';
import { DOCS } from './generated/_sha3-docs.ts';
import { GIL_MINSIZE, hashTable, newHash, PyHash } from './objects.ts';

const NAMES = ['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'];

function sha3Type(name: string): PyType {
  return staticType(name, class extends PyHash {}, { module: '_sha3' });
}

const TYPES: readonly PyType[] = NAMES.map(sha3Type);

function installSha3(type: PyType, name: string): void {
  const extendable = name.startsWith('shake');
  const algorithm = ALGORITHMS.get(name)!;
  const table = hashTable(name, DOCS, 'data', extendable);
  table.new = method(
    "!($type, data=b'', /, *, usedforsecurity=True, string=None)",
    (cls: PyType, data?: Value, _usedforsecurity?: Value, string?: Value) => newHash(cls, algorithm, data, string),
  );
  const rate = algorithm.blockSize * 8;
  table.properties!['_capacity_bits'] = getset(() => int(1600 - rate));
  table.properties!['_rate_bits'] = getset(() => int(rate));
  table.properties!['_suffix'] = getset(() => bytes(Uint8Array.of(extendable ? 0x1f : 0x06)));
  installType(type, table);
}

export const sha3Module: NativeModule = {
  name: '_sha3',
  types: Object.fromEntries(NAMES.map((name, i) => [name, TYPES[i]!])),
  values: () => ({ implementation: 'HACL', _GIL_MINSIZE: GIL_MINSIZE }),
  install: () => {
    NAMES.forEach((name, i) => {
      installSha3(TYPES[i]!, name);
    });
  },
};
