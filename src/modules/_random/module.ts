// The _random module: the generator that random.Random is built on. CPython: Modules/_randommodule.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { type PyType, typeLookup } from '../../runtime/core/type.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { memoryError, overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { installType, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { hash } from '../../runtime/protocols/hash.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { intValue, isInt } from '../../runtime/protocols/real.ts';
import { DOCS } from './generated/docs.ts';
import { Twister } from './twister.ts';

class PyRandom extends PyObject {
  readonly twister: Twister = new Twister();
}

const randomType: PyType = staticType('Random', PyRandom, {
  module: '_random',
  subclassable: true,
  mutable: true,
});

/** CPython: random_seed */
function seedFrom(self: PyRandom, n: Value | undefined): void {
  if (n === undefined || n === None) return seedFromEntropy(self);
  if (isInt(n)) self.twister.seedFromInt(intValue(n));
  // The hash is taken as an unsigned word.
  else self.twister.seedFromInt(BigInt.asUintN(64, BigInt(hash(n))));
}

/** The state's words one by one from the host's entropy. CPython: random_seed_urandom */
function seedFromEntropy(self: PyRandom): void {
  const words = new Uint8Array(624 * 4);
  state.interp.host.entropy.fill(words);
  let key = 0n;
  for (const byte of words) key = (key << 8n) | BigInt(byte);
  self.twister.seedFromInt(key);
}

function randomNew(cls: PyType, args: readonly Value[], keywords: { size: number } | undefined): Value {
  if (args.length > 1) throw typeError(`Random expected at most 1 argument, got ${args.length}`);
  const ownInit = typeLookup(cls, '__init__') !== typeLookup(randomType, '__init__');
  if ((keywords?.size ?? 0) > 0 && !ownInit) throw typeError('Random() takes no keyword arguments');
  const self = new (cls.Instance as unknown as new () => PyRandom)();
  seedFrom(self, args[0]);
  return self;
}

function randomRandom(self: PyRandom): Value {
  return float(self.twister.random());
}

function randomSeed(self: PyRandom, n?: Value): Value {
  seedFrom(self, n);
  return None;
}

function randomGetstate(self: PyRandom): Value {
  const { state: words, index } = self.twister;
  return new PyTuple([...Array.from(words, (word) => int(word >>> 0)), int(index)]);
}

function randomSetstate(self: PyRandom, saved: Value): Value {
  if (!(saved instanceof PyTuple)) throw typeError('state vector must be a tuple');
  const { items } = saved;
  if (items.length !== 625) throw valueError('state vector is the wrong size');
  const words = items.slice(0, 624).map(stateWord);
  const index = items[624]!;
  if (!isInt(index)) throw typeError('an integer is required');
  const at = intValue(index);
  if (at < 0 || at > 624) throw valueError('invalid state');
  self.twister.restore(words, Number(at));
  return None;
}

function stateWord(item: Value): number {
  if (!isInt(item)) throw typeError('an integer is required');
  const value = intValue(item);
  if (value < 0) throw overflowError("can't convert negative value to unsigned int");
  if (value > 18446744073709551615n) throw overflowError('Python int too large to convert to C unsigned long');
  if (value > 4294967295) throw valueError('invalid state');
  return Number(value);
}

/** No engine has larger ints than this. */
const MOST_BITS = 2 ** 30 - 1;

function randomGetrandbits(self: PyRandom, k: Value): Value {
  const bits = asIndex(k);
  if (bits < 0) throw valueError('Cannot convert negative int');
  if (bits > 18446744073709551615n) throw overflowError('Python int too large for C uint64_t');
  if (bits > MOST_BITS) throw memoryError();
  const result = self.twister.getrandbits(Number(bits));
  return typeof result === 'number' ? int(result) : intFromBigInt(result);
}

function install(): void {
  installType(randomType, {
    doc: DOCS['Random'],
    new: method('($type, *args, **kwargs)', randomNew),
    methods: {
      random: method('($self, /)', randomRandom, DOCS['Random.random']),
      seed: method('($self, n=None, /)', randomSeed, DOCS['Random.seed']),
      getstate: method('($self, /)', randomGetstate, DOCS['Random.getstate']),
      setstate: method('($self, state, /)', randomSetstate, DOCS['Random.setstate'], 'o'),
      getrandbits: method('($self, k, /)', randomGetrandbits, DOCS['Random.getrandbits'], 'o'),
    },
  });
}

export const randomModule: NativeModule = {
  name: '_random',
  doc: DOCS[''],
  types: { Random: randomType },
  install,
};
