// product, permutations and the two combinations: index arrays stepped like odometers. CPython: Modules/itertoolsmodule.c
import { None } from '../../runtime/core/object.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { isInt } from '../../runtime/protocols/real.ts';
import { Iter, installIter, iteratorType, make, method } from './layout.ts';

/** Steps over index arrays; `advance` makes the next one and says from where on it is new, -1 when there is none. */
abstract class PyCombinator extends Iter {
  readonly indices: number[];
  finished = false;
  /** What the last tuple was made of: the next one begins as a copy, as most of it stays. */
  last: Value[] | undefined = undefined;
  constructor(indices: number[]) {
    super();
    this.indices = indices;
  }
  override iternext(): Value | undefined {
    if (this.finished) return undefined;
    let from = 0;
    if (this.last !== undefined && (from = this.advance()) < 0) {
      this.finished = true;
      return undefined;
    }
    const items = this.last === undefined ? [] : this.last.slice();
    this.pick(items, from);
    this.last = items;
    return tuple(items);
  }
  abstract advance(): number;
  abstract pick(items: Value[], from: number): void;
}

class PyProduct extends PyCombinator {
  readonly pools: Value[][];
  constructor(pools: Value[][]) {
    super(new Array(pools.length).fill(0));
    this.pools = pools;
    this.finished = pools.some((pool) => pool.length === 0);
  }
  override advance(): number {
    const { indices, pools } = this;
    for (let i = indices.length - 1; i >= 0; i--) {
      if (++indices[i]! < pools[i]!.length) return i;
      indices[i] = 0;
    }
    return -1;
  }
  override pick(items: Value[], from: number): void {
    const { indices, pools } = this;
    for (let i = from; i < indices.length; i++) items[i] = pools[i]![indices[i]!]!;
  }
}
export const productType: PyType = iteratorType('product', PyProduct);

abstract class PyFromPool extends PyCombinator {
  readonly pool: Value[];
  constructor(pool: Value[], indices: number[]) {
    super(indices);
    this.pool = pool;
  }
  override pick(items: Value[], from: number): void {
    const { indices, pool } = this;
    for (let i = from; i < indices.length; i++) items[i] = pool[indices[i]!]!;
  }
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

class PyCombinations extends PyFromPool {
  constructor(pool: Value[], r: number) {
    super(pool, r > pool.length ? [] : upTo(r));
    this.finished = r > pool.length;
  }
  override advance(): number {
    const { indices, pool } = this;
    const r = indices.length;
    let i = r - 1;
    while (i >= 0 && indices[i] === i + pool.length - r) i--;
    if (i < 0) return -1;
    indices[i]!++;
    for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1]! + 1;
    return i;
  }
}
export const combinationsType: PyType = iteratorType('combinations', PyCombinations);

class PyCombinationsRepeated extends PyFromPool {
  constructor(pool: Value[], r: number) {
    super(pool, pool.length === 0 ? [] : new Array(r).fill(0));
    this.finished = pool.length === 0 && r > 0;
  }
  override advance(): number {
    const { indices, pool } = this;
    let i = indices.length - 1;
    while (i >= 0 && indices[i] === pool.length - 1) i--;
    if (i >= 0) indices.fill(indices[i]! + 1, i);
    return i;
  }
}
export const combinationsRepeatedType: PyType = iteratorType('combinations_with_replacement', PyCombinationsRepeated);

class PyPermutations extends PyFromPool {
  readonly cycles: number[];
  readonly r: number;
  constructor(pool: Value[], r: number) {
    super(pool, r > pool.length ? [] : upTo(pool.length));
    this.r = r;
    this.cycles = r > pool.length ? [] : Array.from({ length: r }, (_, i) => pool.length - i);
    this.finished = r > pool.length;
  }
  override advance(): number {
    const { indices, cycles } = this;
    const n = indices.length;
    for (let i = this.r - 1; i >= 0; i--) {
      cycles[i]!--;
      if (cycles[i] === 0) {
        const moved = indices[i]!;
        for (let k = i + 1; k < n; k++) indices[k - 1] = indices[k]!;
        indices[n - 1] = moved;
        cycles[i] = n - i;
        continue;
      }
      const j = n - cycles[i]!;
      const swapped = indices[i]!;
      indices[i] = indices[j]!;
      indices[j] = swapped;
      return i;
    }
    return -1;
  }
  override pick(items: Value[], from: number): void {
    const { indices, pool, r } = this;
    for (let i = from; i < r; i++) items[i] = pool[indices[i]!]!;
  }
}
export const permutationsType: PyType = iteratorType('permutations', PyPermutations);

function length(r: Value): number {
  const n = Number(asIndex(r));
  if (n < 0) throw valueError('r must be non-negative');
  return n;
}

const sizeof = method('($self, /)', (self: PyCombinator) => int(64 + 8 * self.indices.length));

function newProduct(cls: PyType, iterables: Value[], repeat?: Value): Value {
  const times = repeat === undefined ? 1 : Number(asIndex(repeat));
  if (times < 0) throw valueError('repeat argument cannot be negative');
  if (iterables.length * times > 2 ** 28) throw overflowError('repeat argument too large');
  const pools = times === 0 ? [] : iterables.map(spread);
  const all: Value[][] = [];
  for (let i = 0; i < times; i++) all.push(...pools);
  return make(cls, all);
}

export function installCombinators(): void {
  installIter(productType, {
    doc: 'Cartesian product of input iterables.  Equivalent to nested for-loops.',
    new: method('($type, *iterables, repeat=1)', newProduct),
    methods: { __sizeof__: sizeof },
  });
  installIter(combinationsType, {
    doc: 'Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)',
    new: method('($type, iterable, r)', (cls: PyType, iterable: Value, r: Value) => {
      const pool = spread(iterable);
      return make(cls, pool, length(r));
    }),
    methods: { __sizeof__: sizeof },
  });
  installIter(combinationsRepeatedType, {
    doc: 'Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.',
    new: method('($type, iterable, r)', (cls: PyType, iterable: Value, r: Value) => {
      const pool = spread(iterable);
      return make(cls, pool, length(r));
    }),
    methods: { __sizeof__: sizeof },
  });
  installIter(permutationsType, {
    doc: 'Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)',
    new: method('($type, iterable, r=None)', (cls: PyType, iterable: Value, r?: Value) => {
      const pool = spread(iterable);
      if (r === undefined || r === None) return make(cls, pool, pool.length);
      if (!isInt(r)) throw typeError('Expected int as r');
      return make(cls, pool, length(r));
    }),
    methods: { __sizeof__: sizeof },
  });
}
