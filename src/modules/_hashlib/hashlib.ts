// The _hashlib module: named hashes, HMAC, PBKDF2 and scrypt, which CPython takes from OpenSSL.
// CPython: Modules/_hashopenssl.c

import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import type { CHash } from '@noble/hashes/utils.js';
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyFunction, PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, getset, installType, type ModuleTable, method, slot } from '../../runtime/native/define.ts';
import { exceptionClass, raiser } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { PyFrozenSet } from '../../runtime/objects/set/set.ts';
import { setAdd } from '../../runtime/objects/set/table.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { getBuffer, lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { ALGORITHMS, type Algorithm, hashInput, hexOf, NOBLE } from './engines.ts';
import { DOCS } from './generated/docs.ts';
import { GIL_MINSIZE, hashTable, newHash, PyHash } from './objects.ts';

const unsupportedType: PyType = exceptionClass('_hashlib', 'UnsupportedDigestmodError', 'ValueError');
const unsupported = raiser(unsupportedType);
const unknownDigest = (): Raised => unsupported('[digital envelope routines] unsupported');

class PyOpenHash extends PyHash {}
class PyOpenXof extends PyOpenHash {}

const hashType: PyType = staticType('HASH', PyOpenHash, {
  module: '_hashlib',
  subclassable: true,
  instantiable: false,
});
const xofType: PyType = staticType('HASHXOF', PyOpenXof, {
  module: '_hashlib',
  base: hashType,
  instantiable: false,
});

/** OpenSSL's other spellings. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['sha_1', 'sha1'],
  ['sha2_224', 'sha224'],
  ['sha2_256', 'sha256'],
  ['sha2_384', 'sha384'],
  ['sha2_512', 'sha512'],
  ['shake128', 'shake_128'],
  ['shake256', 'shake_256'],
  ['blake2b512', 'blake2b'],
  ['blake2s256', 'blake2s'],
  ['rmd160', 'ripemd160'],
]);

function algorithmName(name: string): string {
  const plain = name.toLowerCase().replaceAll('-', '_');
  return ALIASES.get(plain) ?? plain;
}

function algorithmNamed(name: string): Algorithm {
  const algorithm = ALGORITHMS.get(algorithmName(name));
  if (algorithm === undefined) throw unknownDigest();
  return algorithm;
}

const typeFor = (algorithm: Algorithm): PyType => (algorithm.digestSize === 0 ? xofType : hashType);

function hashNew(name: Value, data?: Value, _usedforsecurity?: Value, string?: Value): Value {
  if (!isStr(name)) throw typeError(`new() argument 'name' must be str, not ${typeOf(name).typeName}`);
  const algorithm = algorithmNamed(jsString(name));
  return newHash(typeFor(algorithm), algorithm, data, string);
}

/** Names with a constructor function of their own. */
const CONSTRUCTORS = [
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha3_224',
  'sha3_256',
  'sha3_384',
  'sha3_512',
  'shake_128',
  'shake_256',
];

function constructors(): ModuleTable {
  const table: ModuleTable = {};
  for (const name of CONSTRUCTORS) {
    const algorithm = ALGORITHMS.get(name)!;
    const run = (data?: Value, _usedforsecurity?: Value, string?: Value): Value =>
      newHash(typeFor(algorithm), algorithm, data, string);
    const signature = "($module, /, data=b'', *, usedforsecurity=True, string=None)";
    table[`openssl_${name}`] = fn(signature, run, DOCS[`openssl_${name}`]);
  }
  return table;
}

const address = (self: Value): string => `0x${objectId(self).toString(16)}`;

// HMAC

/** A running HMAC of @noble/hashes. */
interface HmacState {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): HmacState;
}

class PyHmac extends PyObject {
  readonly algorithm: Algorithm;
  readonly state: HmacState;
  constructor(algorithm: Algorithm, state: HmacState) {
    super();
    this.algorithm = algorithm;
    this.state = state;
  }
}

const hmacType: PyType = staticType('HMAC', PyHmac, {
  module: '_hashlib',
  subclassable: true,
  instantiable: false,
});

/** The algorithm of a digestmod: a name, or one of the constructor functions. CPython: get_openssl_evp_md */
function digestmodName(digestmod: Value): string {
  if (isStr(digestmod)) return algorithmName(jsString(digestmod));
  const meta = typeof digestmod === 'function' ? (digestmod as PyFunction).meta : undefined;
  const name = meta?.name.startsWith('openssl_') ? meta.name.slice(8) : undefined;
  if (name === undefined) throw unsupported(`Unsupported digestmod ${reprForMessage(digestmod)}`);
  return name;
}

function nobleHash(name: string): CHash {
  const hash = NOBLE.get(name);
  if (hash === undefined) throw unknownDigest();
  return hash as unknown as CHash;
}

function startHmac(key: Value, digestmod: Value): PyHmac {
  const name = digestmodName(digestmod);
  if (name.startsWith('shake')) throw valueError('no reason supplied');
  const state = hmac.create(nobleHash(name), getBuffer(key)) as unknown as HmacState;
  return new PyHmac(ALGORITHMS.get(name)!, state);
}

function hmacNew(key: Value, msg?: Value, digestmod?: Value): Value {
  if (digestmod === undefined || digestmod === None) throw typeError("Missing required parameter 'digestmod'.");
  const self = startHmac(key, digestmod);
  if (msg !== undefined && msg !== None) self.state.update(hashInput(msg));
  return self;
}

function hmacDigest(key: Value, msg: Value, digest: Value): Value {
  const self = startHmac(key, digest);
  self.state.update(getBuffer(msg));
  return bytes(self.state.digest());
}

const hmacSum = (self: PyHmac): Uint8Array => self.state.clone().digest();

// Key derivation

function positiveInt(v: Value, message: string): number {
  const value = asIndex(v);
  if (value > 2147483647) throw overflowError(message);
  return Number(value);
}

function pbkdf2Hmac(hashName: Value, password: Value, salt: Value, iterations: Value, dklen?: Value): Value {
  if (!isStr(hashName)) {
    throw typeError(`pbkdf2_hmac() argument 'hash_name' must be str, not ${typeOf(hashName).typeName}`);
  }
  const secret = getBuffer(password);
  const grain = getBuffer(salt);
  const rounds = positiveInt(iterations, 'iteration value is too great.');
  const hash = nobleHash(algorithmName(jsString(hashName)));
  if (rounds < 1) throw valueError('iteration value must be greater than 0.');
  const length =
    dklen === undefined || dklen === None ? hash.outputLen : positiveInt(dklen, 'key length is too great.');
  if (length < 1) throw valueError('key length must be greater than 0.');
  return bytes(pbkdf2(hash, secret, grain, { c: rounds, dkLen: length }));
}

const OPENSSL_MEMORY = 32 * 1024 * 1024;

function unsigned(v: Value): number {
  const value = asIndex(v);
  if (value < 0) throw valueError('Cannot convert negative int');
  if (typeof value === 'bigint') throw overflowError('Python int too large for C unsigned long');
  return value;
}

function scryptKey(password: Value, ...settings: (Value | undefined)[]): Value {
  const [saltValue, nValue, rValue, pValue, maxmem, dklen] = settings;
  const secret = getBuffer(password);
  const salt = getBuffer(saltValue!);
  const [n, r, p] = [unsigned(nValue!), unsigned(rValue!), unsigned(pValue!)];
  if (n < 2 || Math.log2(n) % 1 !== 0) throw valueError('n must be a power of 2.');
  const memory = maxmem === undefined ? 0 : Number(asIndex(maxmem));
  if (memory < 0 || memory > 2147483647) throw valueError('maxmem must be positive and smaller than 2147483647');
  const length = dklen === undefined ? 64 : Number(asIndex(dklen));
  if (length < 1 || length > 2147483647) {
    throw valueError('dklen must be greater than 0 and smaller than 2147483647');
  }
  if (r < 1 || p < 1 || r * p >= 2 ** 30) throw valueError('Invalid parameter combination for n, r, p, maxmem.');
  const needed = 128 * r * (n + p + 2);
  if (needed > (memory === 0 ? OPENSSL_MEMORY : memory)) {
    throw valueError('[digital envelope routines] memory limit exceeded');
  }
  return bytes(scrypt(secret, salt, { N: n, r, p, dkLen: length, maxmem: needed + 1024 }));
}

/** Compares in time that depends on the length only. CPython: _tscmp */
function compareDigest(a: Value, b: Value): Value {
  if (isStr(a) && isStr(b)) {
    const [left, right] = [jsString(a), jsString(b)];
    if (!isAscii(left) || !isAscii(right)) {
      throw typeError('comparing strings with non-ASCII characters is not supported');
    }
    return sameBytes(asciiBytes(left), asciiBytes(right));
  }
  const left = lookupBuffer(a);
  const right = lookupBuffer(b);
  if (left === undefined && right === undefined) {
    throw typeError(
      `unsupported operand types(s) or combination of types: '${typeOf(a).typeName}' and '${typeOf(b).typeName}'`,
    );
  }
  return sameBytes(getBuffer(a), getBuffer(b));
}

const isAscii = (text: string): boolean => !/[^\u0000-\u007f]/.test(text);
const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= (a[i] ?? 0) ^ b[i]!;
  return difference === 0;
}

function install(): void {
  installType(unsupportedType, {});
  const plain = hashTable('HASH', DOCS, 'obj', false);
  plain.methods!['__repr__'] = slot(
    '($self, /)',
    (self: PyHash) => `<${self.algorithm.name} ${typeOf(self).typeName} object @ ${address(self)}>`,
  );
  installType(hashType, plain);
  const extendable = hashTable('HASHXOF', DOCS, 'obj', true);
  const { digest, hexdigest } = extendable.methods!;
  installType(xofType, { doc: extendable.doc, methods: { digest: digest!, hexdigest: hexdigest! } });
  installType(hmacType, {
    doc: DOCS['HMAC'],
    methods: {
      __repr__: slot('($self, /)', (self: PyHmac) => `<${self.algorithm.name} HMAC object @ ${address(self)}>`),
      update: method(
        '($self, /, msg)',
        (self: PyHmac, msg: Value) => {
          self.state.update(hashInput(msg));
          return None;
        },
        DOCS['HMAC.update'],
      ),
      digest: method('($self, /)', (self: PyHmac) => bytes(hmacSum(self)), DOCS['HMAC.digest']),
      hexdigest: method('($self, /)', (self: PyHmac) => hexOf(hmacSum(self)), DOCS['HMAC.hexdigest']),
      copy: method('($self, /)', (self: PyHmac) => new PyHmac(self.algorithm, self.state.clone()), DOCS['HMAC.copy']),
    },
    properties: {
      digest_size: getset((self: PyHmac) => int(self.algorithm.digestSize)),
      block_size: getset((self: PyHmac) => int(self.algorithm.blockSize)),
      name: getset((self: PyHmac) => `hmac-${self.algorithm.name}`),
    },
  });
}

/** The names `hashlib.algorithms_available` adds. */
function methodNames(): Value {
  const names = new PyFrozenSet();
  for (const name of ALGORITHMS.keys()) setAdd(names, name);
  return names;
}

export const hashlibModule: NativeModule = {
  name: '_hashlib',
  doc: DOCS[''],
  functions: {
    new: fn("($module, /, name, data=b'', *, usedforsecurity=True, string=None)", hashNew, DOCS['new']),
    ...constructors(),
    pbkdf2_hmac: fn(
      '($module, /, hash_name, password, salt, iterations,\n            dklen=None)',
      pbkdf2Hmac,
      DOCS['pbkdf2_hmac'],
    ),
    scrypt: fn('($module, /, password, *, salt, n, r, p, maxmem=0, dklen=64)', scryptKey, DOCS['scrypt']),
    get_fips_mode: fn('($module, /)', () => int(0), DOCS['get_fips_mode']),
    compare_digest: fn('($module, a, b, /)', compareDigest, DOCS['compare_digest']),
    hmac_digest: fn('($module, /, key, msg, digest)', hmacDigest, DOCS['hmac_digest']),
    hmac_new: fn("($module, /, key, msg=b'', digestmod=None)", hmacNew, DOCS['hmac_new']),
  },
  types: { HASH: hashType, HASHXOF: xofType, HMAC: hmacType, UnsupportedDigestmodError: unsupportedType },
  values: () => ({ openssl_md_meth_names: methodNames(), _GIL_MINSIZE: GIL_MINSIZE }),
  exec: (module) => {
    const table = new PyDict();
    const namespace = module as unknown as Record<string, Value>;
    for (const name of CONSTRUCTORS) dictSet(table, namespace[`$openssl_${name}`]!, name);
    namespace['$_constructors'] = table;
  },
  install,
};
