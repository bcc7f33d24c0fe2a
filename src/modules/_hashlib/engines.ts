// The hash algorithms behind all hash objects: a uniform face on @noble/hashes and on our BLAKE2.
// CPython: Modules/_hacl (the algorithms), Modules/hashlib.h (how data is taken).
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import type { Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { Blake2b, type Blake2Parameters, Blake2s } from './blake2-core.ts';

/** One running hash. */
export interface Engine {
  update(data: Uint8Array): void;
  /** The digest so far, leaving the state as it is; `length` for extendable outputs only. */
  digest(length?: number): Uint8Array;
  copy(): Engine;
}

/** An algorithm by its Python name. */
export interface Algorithm {
  readonly name: string;
  readonly blockSize: number;
  /** 0 for extendable outputs. */
  readonly digestSize: number;
  create(): Engine;
}

/** What this file needs of a @noble/hashes state. */
interface NobleState {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): NobleState;
  xof?(length: number): Uint8Array;
}

class NobleEngine implements Engine {
  private readonly state: NobleState;
  constructor(state: NobleState) {
    this.state = state;
  }

  update(data: Uint8Array): void {
    this.state.update(data);
  }

  digest(length?: number): Uint8Array {
    const last = this.state.clone();
    if (length === undefined) return last.digest();
    return length === 0 ? new Uint8Array(0) : last.xof!(length);
  }

  copy(): Engine {
    return new NobleEngine(this.state.clone());
  }
}

/** A @noble/hashes algorithm, as far as our engines and key derivation take it. */
export interface NobleHash {
  readonly blockLen: number;
  readonly outputLen: number;
  create(): unknown;
}

function noble(name: string, hash: NobleHash, digestSize = hash.outputLen): Algorithm {
  return { name, blockSize: hash.blockLen, digestSize, create: () => new NobleEngine(hash.create() as NobleState) };
}

const NO_BYTES = new Uint8Array(0);

/** Plain BLAKE2: no key, one node. */
function plainParameters(digestSize: number): Blake2Parameters {
  return {
    digestSize,
    key: NO_BYTES,
    salt: NO_BYTES,
    person: NO_BYTES,
    fanout: 1,
    depth: 1,
    leafSize: 0,
    nodeOffset: 0n,
    nodeDepth: 0,
    innerSize: 0,
    lastNode: false,
  };
}

/** The algorithms that HMAC and key derivation can be built on. */
export const NOBLE: ReadonlyMap<string, NobleHash> = new Map<string, NobleHash>([
  ['md5', md5],
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha512_224', sha512_224],
  ['sha512_256', sha512_256],
  ['sha3_224', sha3_224],
  ['sha3_256', sha3_256],
  ['sha3_384', sha3_384],
  ['sha3_512', sha3_512],
  ['ripemd160', ripemd160],
  ['blake2b', blake2b],
  ['blake2s', blake2s],
]);

export const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map(
  [
    ...[...NOBLE].filter(([name]) => !name.startsWith('blake')).map(([name, hash]) => noble(name, hash)),
    noble('shake_128', shake128, 0),
    noble('shake_256', shake256, 0),
    { name: 'blake2b', blockSize: 128, digestSize: 64, create: () => new Blake2b(plainParameters(64)) as Engine },
    { name: 'blake2s', blockSize: 64, digestSize: 32, create: () => new Blake2s(plainParameters(32)) as Engine },
  ].map((algorithm) => [algorithm.name, algorithm]),
);

/** The bytes to hash. CPython: GET_BUFFER_VIEW_OR_ERROR */
export function hashInput(v: Value): Uint8Array {
  if (isStr(v)) throw typeError('Strings must be encoded before hashing');
  const data = lookupBuffer(v);
  if (data === undefined) throw typeError('object supporting the buffer API required');
  return data;
}

/** The one of `data` and its deprecated name `string` that was given. CPython: _Py_hashlib_data_argument */
export function dataArgument(data: Value | undefined, string: Value | undefined): Value | undefined {
  if (data !== undefined && string !== undefined) {
    throw typeError(
      "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.",
    );
  }
  return data ?? string;
}

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
  return text;
}
