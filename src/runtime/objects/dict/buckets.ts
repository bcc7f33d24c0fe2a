// The keys of a dict that have a __hash__ and __eq__ of their own, by hash; and, when one of them may equal a plain str or int,
// the plain keys by hash too. CPython: Objects/dictobject.c (do_lookup)
import { objectType, slotsOf } from '../../core/primitives.ts';
import { TypeFlags } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { richEquals } from '../../protocols/compare.ts';
import { hashKey } from '../../protocols/hash.ts';
import { itemsEqual } from '../../protocols/sequence.ts';
import { PyTuple } from '../tuple/tuple.ts';
import type { KeyForm } from './dict.ts';
import { HashedKey } from './hashed-key.ts';
import { MapFollower } from './tail.ts';

export class KeyBuckets {
  byHash: Map<number, HashedKey | HashedKey[]>;
  /** One of the keys may equal a key that is not among them. */
  foreign: boolean;
  plain: PlainKeys | undefined;
  count: number;
  constructor(byHash: Map<number, HashedKey | HashedKey[]> = new Map(), foreign = false) {
    this.byHash = byHash;
    this.foreign = foreign;
    this.plain = undefined;
    this.count = 0;
  }

  /** The form under which a key equal to this one is stored. */
  find(key: Value, hash: number): HashedKey | undefined {
    const found = this.byHash.get(fold(hash));
    if (found === undefined) return undefined;
    if (found instanceof HashedKey) return found.hash === hash && sameKey(found.key, key) ? found : undefined;
    for (const form of found.slice()) if (form.hash === hash && sameKey(form.key, key)) return form;
    return undefined;
  }

  add(form: HashedKey): void {
    this.count++;
    const folded = fold(form.hash);
    const found = this.byHash.get(folded);
    if (found === undefined) this.byHash.set(folded, form);
    else if (found instanceof HashedKey) this.byHash.set(folded, [found, form]);
    else found.push(form);
    if (!this.foreign && isForeign(form.key)) this.foreign = true;
  }

  delete(form: HashedKey): void {
    this.count--;
    const folded = fold(form.hash);
    const found = this.byHash.get(folded);
    if (found === form) this.byHash.delete(folded);
    else if (Array.isArray(found)) {
      const at = found.indexOf(form);
      if (at >= 0) found.splice(at, 1);
      if (found.length === 1) this.byHash.set(folded, found[0]!);
    }
  }

  clone(): KeyBuckets {
    const byHash = new Map(this.byHash);
    for (const [hash, forms] of byHash) if (Array.isArray(forms)) byHash.set(hash, forms.slice());
    const copy = new KeyBuckets(byHash, this.foreign);
    copy.count = this.count;
    return copy;
  }

  /** A key not among the hashed ones that equals `key` all the same. */
  findPlain(map: Map<KeyForm, Value>, key: Value, hash: number): KeyForm | undefined {
    if (map.size === this.count) return undefined;
    this.plain ??= new PlainKeys(map);
    return this.plain.find(key, hash);
  }
}

/** A hash as a small integer, which JS Maps find fastest. */
function fold(hash: number): number {
  return ((hash | 0) ^ (hash / 0x100000000)) & 0x3fffffff;
}

function sameKey(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === b.cls && (a.cls.flags & 1) === 0) {
    return itemsEqual(a.items, b.items);
  }
  return richEquals(a, b);
}

/** The keys of a Map that are their own normal form, by hash. */
class PlainKeys {
  readonly #map: Map<KeyForm, Value>;
  readonly #follower: MapFollower<KeyForm>;
  readonly #byHash = new Map<number, Value[]>();
  constructor(map: Map<KeyForm, Value>) {
    this.#map = map;
    this.#follower = new MapFollower(map);
  }

  find(key: Value, hash: number): Value | undefined {
    this.#follower.catchUp((form) => {
      if (form instanceof HashedKey) return;
      const h = hashKey(form);
      const forms = this.#byHash.get(h);
      if (forms === undefined) this.#byHash.set(h, [form]);
      else if (!forms.includes(form)) forms.push(form);
    });
    for (const form of this.#byHash.get(hash) ?? []) if (this.#map.has(form) && richEquals(form, key)) return form;
    return undefined;
  }
}

/** Built-in types with their own equality whose instances never equal a value of another type. */
const CLOSED = new Set([
  'tuple',
  'bytes',
  'frozenset',
  'range',
  'slice',
  'NoneType',
  'code',
  'method',
  'types.GenericAlias',
]);

/** Whether a key may equal one of another kind, such as a str. */
export function isForeign(key: Value): boolean {
  if (typeof key !== 'object') return false;
  if ((key.cls.flags & TypeFlags.HEAP) === 0) return !CLOSED.has(key.cls.typeName);
  const equal = (slotsOf(key) as unknown as { m$__eq__: Entry }).m$__eq__;
  return equal !== (objectType.proto as unknown as { m$__eq__: Entry }).m$__eq__;
}
