// The end of a JS Map, which Map itself cannot show: a walk that has passed every entry but is kept alive, so that each later look costs only
// what was added since. `popitem` finds the last entry with it, the index of plain keys learns of new ones.
// CPython: Objects/dictobject.c

/** A walk over a Map's keys that can be resumed after more were added. */
export class MapFollower<K> {
  readonly #map: Map<K, unknown>;
  readonly #walk: IterableIterator<K>;
  readonly #mark: K;
  constructor(map: Map<K, unknown>) {
    this.#map = map;
    this.#walk = map.keys();
    this.#mark = Symbol('end') as K;
  }

  /** Visits the keys added since the last time. A walk that reaches its end is over for good, so a mark is put there first. */
  catchUp(visit: (key: K) => void): void {
    this.#map.set(this.#mark, true);
    for (;;) {
      const step = this.#walk.next();
      if (step.done || step.value === this.#mark) break;
      visit(step.value);
    }
    this.#map.delete(this.#mark);
  }
}

/** The keys of a Map in order of insertion, as a stack. */
export class MapTail<K = unknown> {
  readonly #map: Map<K, unknown>;
  readonly #follower: MapFollower<K>;
  readonly #keys: K[] = [];
  constructor(map: Map<K, unknown>) {
    this.#map = map;
    this.#follower = new MapFollower(map);
  }

  /** Whether so many keys have come and gone that starting anew is cheaper. */
  get stale(): boolean {
    return this.#keys.length > 2 * this.#map.size + 64;
  }

  /** The last key, which the caller deletes; undefined when the Map is empty. A key's last occurrence is the one that counts. */
  pop(): K | undefined {
    this.#follower.catchUp((key) => this.#keys.push(key));
    for (;;) {
      const key = this.#keys.pop();
      if (key === undefined || this.#map.has(key)) return key;
    }
  }
}
