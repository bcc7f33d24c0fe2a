// The _blake2 module: BLAKE2b and BLAKE2s with keys, salts and tree parameters. CPython: Modules/blake2module.c
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, valueError } from '../../runtime/exceptions/errors.ts';
import { installType, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { Blake2b, type Blake2Parameters, Blake2s } from './blake2-core.ts';
import { type Algorithm, dataArgument, type Engine, hashInput } from './engines.ts';
import { DOCS } from './generated/_blake2-docs.ts';
import { GIL_MINSIZE, hashTable, PyHash } from './objects.ts';

interface Variant {
  readonly name: string;
  readonly title: string;
  readonly blockSize: number;
  readonly maxSize: number;
  readonly saltSize: number;
  readonly offsetBits: bigint;
  create(parameters: Blake2Parameters): Engine;
}

const WIDE: Variant = {
  name: 'blake2b',
  title: 'Blake2b',
  blockSize: 128,
  maxSize: 64,
  saltSize: 16,
  offsetBits: 64n,
  create: (parameters) => new Blake2b(parameters) as Engine,
};
const NARROW: Variant = {
  name: 'blake2s',
  title: 'Blake2s',
  blockSize: 64,
  maxSize: 32,
  saltSize: 8,
  offsetBits: 48n,
  create: (parameters) => new Blake2s(parameters) as Engine,
};

const SIGNATURE =
  "($type, data=b'', /, *, digest_size=_blake2.NAME.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True, string=None)";

function optionalBytes(v: Value | undefined): Uint8Array {
  return v === undefined ? new Uint8Array(0) : getBuffer(v);
}

function intIn(v: Value | undefined, fallback: number, low: number, high: number, message: string): number {
  if (v === undefined) return fallback;
  const value = asIndex(v);
  if (typeof value === 'bigint' || value < low || value > high) throw valueError(message);
  return value;
}

function unsigned(v: Value | undefined, name: string, bits: bigint, ctype: string): bigint {
  if (v === undefined) return 0n;
  const value = BigInt(asIndex(v));
  if (value < 0n) throw valueError('Cannot convert negative int');
  if (value >> 64n) throw overflowError(`Python int too large for C ${ctype}`);
  if (value >> bits) throw overflowError(`${name} is too large`);
  return value;
}

type Keywords = readonly (Value | undefined)[];

/** The checked parameter block from the keyword arguments, in signature order. CPython: py_blake2_new */
function parametersFrom(variant: Variant, keywords: Keywords): Blake2Parameters {
  const [digestSize, key, salt, person, fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize, lastNode] = keywords;
  const { maxSize, saltSize, title } = variant;
  const asked = digestSize === undefined ? maxSize : asIndex(digestSize);
  const size = intIn(
    digestSize,
    maxSize,
    1,
    maxSize,
    `digest_size for ${title} must be between 1 and ${maxSize} bytes, here it is ${asked}`,
  );
  const saltBytes = optionalBytes(salt);
  if (saltBytes.length > saltSize) throw valueError(`maximum salt length is ${saltSize} bytes`);
  const personBytes = optionalBytes(person);
  if (personBytes.length > saltSize) throw valueError(`maximum person length is ${saltSize} bytes`);
  const parameters = {
    digestSize: size,
    salt: saltBytes.slice(),
    person: personBytes.slice(),
    fanout: intIn(fanout, 1, 0, 255, 'fanout must be between 0 and 255'),
    depth: intIn(depth, 1, 1, 255, 'depth must be between 1 and 255'),
    leafSize: Number(unsigned(leafSize, 'leaf_size', 32n, 'unsigned long')),
    nodeOffset: unsigned(nodeOffset, 'node_offset', variant.offsetBits, 'unsigned long long'),
    nodeDepth: intIn(nodeDepth, 0, 0, 255, 'node_depth must be between 0 and 255'),
    innerSize: intIn(innerSize, 0, 0, maxSize, `inner_size must be between 0 and is ${maxSize}`),
    lastNode: lastNode !== undefined && isTrue(lastNode),
  };
  const keyBytes = optionalBytes(key);
  if (keyBytes.length > maxSize) throw valueError(`maximum key length is ${maxSize} bytes`);
  return { ...parameters, key: keyBytes.slice() };
}

function installBlake2(type: PyType, variant: Variant): void {
  const { name, maxSize, saltSize } = variant;
  const table = hashTable(name, DOCS, 'data', false);
  table.new = method(SIGNATURE.replace('NAME', name), (cls: PyType, data?: Value, ...rest: (Value | undefined)[]) => {
    const input = dataArgument(data, rest[12]);
    const parameters = parametersFrom(variant, rest);
    const algorithm: Algorithm = {
      name,
      blockSize: variant.blockSize,
      digestSize: parameters.digestSize,
      create: () => variant.create(parameters),
    };
    const hash = new (cls.Instance as unknown as new (algorithm: Algorithm) => PyHash)(algorithm);
    if (input !== undefined) hash.engine.update(hashInput(input));
    return hash;
  });
  table.attributes = {
    SALT_SIZE: int(saltSize),
    PERSON_SIZE: int(saltSize),
    MAX_KEY_SIZE: int(maxSize),
    MAX_DIGEST_SIZE: int(maxSize),
  };
  installType(type, table);
}

function constants(variant: Variant): Record<string, Value> {
  const prefix = variant.name.toUpperCase();
  return {
    [`${prefix}_SALT_SIZE`]: int(variant.saltSize),
    [`${prefix}_PERSON_SIZE`]: int(variant.saltSize),
    [`${prefix}_MAX_KEY_SIZE`]: int(variant.maxSize),
    [`${prefix}_MAX_DIGEST_SIZE`]: int(variant.maxSize),
  };
}

function blake2Type(name: string): PyType {
  return staticType(name, class extends PyHash {}, {
    module: '_blake2',
    subclassable: true,
  });
}

const blake2bType = blake2Type('blake2b');
const blake2sType = blake2Type('blake2s');

export const blake2Module: NativeModule = {
  name: '_blake2',
  doc: DOCS[''],
  types: { blake2b: blake2bType, blake2s: blake2sType },
  values: () => ({ _GIL_MINSIZE: GIL_MINSIZE, ...constants(WIDE), ...constants(NARROW) }),
  install: () => {
    installBlake2(blake2bType, WIDE);
    installBlake2(blake2sType, NARROW);
  },
};
