// Hash objects: one layout for every type, with update, digest, hexdigest and copy.
// CPython: Modules/md5module.c, sha1module.c, sha2module.c, sha3module.c, _hashopenssl.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, getset, method, type NativeSpec, type TypeTable } from '../../runtime/native/define.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { type Algorithm, dataArgument, type Engine, hashInput, hexOf } from './engines.ts';

export class PyHash extends PyObject {
  algorithm: Algorithm;
  engine: Engine;
  constructor(algorithm: Algorithm, engine: Engine = algorithm.create()) {
    super();
    this.algorithm = algorithm;
    this.engine = engine;
  }
}

type HashLayout = new (algorithm: Algorithm, engine?: Engine) => PyHash;

/** A new hash of a type, fed with the data argument. */
export function newHash(
  type: PyType,
  algorithm: Algorithm,
  data: Value | undefined,
  string: Value | undefined,
): PyHash {
  const hash = new (type.Instance as unknown as HashLayout)(algorithm);
  const input = dataArgument(data, string);
  if (input !== undefined) hash.engine.update(hashInput(input));
  return hash;
}

function hashCopy(self: PyHash): Value {
  return new (self.constructor as HashLayout)(self.algorithm, self.engine.copy());
}

function hashUpdate(self: PyHash, data: Value): Value {
  self.engine.update(hashInput(data));
  return None;
}

/** How many bytes an extendable output is to give. */
function outputLength(length: Value): number {
  const value = asIndex(length);
  if (value < 0) throw valueError('Cannot convert negative int');
  if (value >= 2 ** 29) {
    throw value > 18446744073709551615n
      ? overflowError('Python int too large for C unsigned long')
      : valueError('length is too large');
  }
  return Number(value);
}

/** Methods and properties every hash type has; `docs` are those of the type's module. */
export function hashTable(
  typeName: string,
  docs: Readonly<Record<string, string>>,
  parameter: string,
  extendable: boolean,
): TypeTable {
  const doc = (name: string): string | undefined => docs[`${typeName}.${name}`];
  const size = extendable ? '($self, /, length)' : '($self, /)';
  const digest = extendable
    ? (self: PyHash, length: Value) => bytes(self.engine.digest(outputLength(length)))
    : (self: PyHash) => bytes(self.engine.digest());
  const hexdigest = extendable
    ? (self: PyHash, length: Value) => hexOf(self.engine.digest(outputLength(length)))
    : (self: PyHash) => hexOf(self.engine.digest());
  return {
    doc: docs[typeName],
    methods: {
      copy: method('($self, /)', hashCopy, doc('copy')),
      digest: method(size, digest, doc('digest')),
      hexdigest: method(size, hexdigest, doc('hexdigest')),
      update: method(`($self, ${parameter}, /)`, hashUpdate, doc('update'), 'o'),
    },
    properties: {
      block_size: getset((self: PyHash) => int(self.algorithm.blockSize), undefined, doc('block_size')),
      digest_size: getset((self: PyHash) => int(self.algorithm.digestSize), undefined, doc('digest_size')),
      name: getset((self: PyHash) => self.algorithm.name, undefined, doc('name')),
    },
  };
}

/** A hash type that only its constructor function makes: `_md5.md5`, `_sha2.SHA256Type`. */
export function factoryType(module: string, name: string): PyType {
  return staticType(name, class extends PyHash {}, { module, instantiable: false });
}

/** The constructor function of such a type. */
export function factory(type: PyType, algorithm: Algorithm, doc: string | undefined): NativeSpec {
  const run = (data?: Value, _usedforsecurity?: Value, string?: Value): Value => newHash(type, algorithm, data, string);
  return fn("($module, /, data=b'', *, usedforsecurity=True, string=None)", run, doc);
}

/** Below this many bytes CPython keeps its lock while hashing. */
export const GIL_MINSIZE = int(2048);
