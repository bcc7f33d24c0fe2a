// Iterators that pass items on, drop some, or join several. CPython: Modules/itertoolsmodule.c
import { None } from '../../runtime/core/object.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { classmethod } from '../../runtime/native/define.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { type Iterator_, itemsOf, iter } from '../../runtime/protocols/iterate.ts';
import { add } from '../../runtime/protocols/number.ts';
import { Iter, installIter, iteratorType, make, method } from './layout.ts';

class PyChain extends Iter {
  sources: Iterator_ | undefined;
  active: Iterator_ | undefined = undefined;
  constructor(sources: Iterator_) {
    super();
    this.sources = sources;
  }
  override iternext(): Value | undefined {
    while (this.sources !== undefined) {
      if (this.active === undefined) {
        const next = this.sources.iternext();
        if (next === undefined) {
          this.sources = undefined;
          return undefined;
        }
        this.active = iter(next);
      }
      const value = this.active.iternext();
      if (value !== undefined) return value;
      this.active = undefined;
    }
    return undefined;
  }
}
export const chainType: PyType = iteratorType('chain', PyChain);

class PyAccumulate extends Iter {
  readonly source: Iterator_;
  readonly f: Value | undefined;
  total: Value | undefined = undefined;
  initial: Value | undefined;
  constructor(source: Iterator_, f: Value | undefined, initial: Value | undefined) {
    super();
    this.source = source;
    this.f = f;
    this.initial = initial;
  }
  override iternext(): Value | undefined {
    if (this.initial !== undefined) {
      this.total = this.initial;
      this.initial = undefined;
      return this.total;
    }
    const value = this.source.iternext();
    if (value === undefined) return undefined;
    if (this.total === undefined) this.total = value;
    else this.total = this.f === undefined ? add(this.total, value) : call(this.f, this.total, value);
    return this.total;
  }
}
export const accumulateType: PyType = iteratorType('accumulate', PyAccumulate);

class PyCompress extends Iter {
  readonly data: Iterator_;
  readonly selectors: Iterator_;
  constructor(data: Iterator_, selectors: Iterator_) {
    super();
    this.data = data;
    this.selectors = selectors;
  }
  override iternext(): Value | undefined {
    for (;;) {
      const value = this.data.iternext();
      if (value === undefined) return undefined;
      const selector = this.selectors.iternext();
      if (selector === undefined) return undefined;
      if (isTrue(selector)) return value;
    }
  }
}
export const compressType: PyType = iteratorType('compress', PyCompress);

abstract class PyPredicated extends Iter {
  readonly predicate: Value;
  readonly source: Iterator_;
  stopped = false;
  constructor(predicate: Value, source: Iterator_) {
    super();
    this.predicate = predicate;
    this.source = source;
  }
}

class PyDropWhile extends PyPredicated {
  override iternext(): Value | undefined {
    for (;;) {
      const value = this.source.iternext();
      if (value === undefined || this.stopped) return value;
      if (!isTrue(call(this.predicate, value))) {
        this.stopped = true;
        return value;
      }
    }
  }
}
export const dropwhileType: PyType = iteratorType('dropwhile', PyDropWhile);

class PyTakeWhile extends PyPredicated {
  override iternext(): Value | undefined {
    if (this.stopped) return undefined;
    const value = this.source.iternext();
    if (value === undefined || isTrue(call(this.predicate, value))) return value;
    this.stopped = true;
    return undefined;
  }
}
export const takewhileType: PyType = iteratorType('takewhile', PyTakeWhile);

class PyFilterFalse extends PyPredicated {
  override iternext(): Value | undefined {
    const { predicate, source } = this;
    const plain = predicate === None;
    for (;;) {
      const value = source.iternext();
      if (value === undefined) return undefined;
      if (!isTrue(plain ? value : call(predicate, value))) return value;
    }
  }
}
export const filterfalseType: PyType = iteratorType('filterfalse', PyFilterFalse);

class PyStarMap extends PyPredicated {
  override iternext(): Value | undefined {
    const args = this.source.iternext();
    return args === undefined ? undefined : call(this.predicate, ...itemsOf(args));
  }
}
export const starmapType: PyType = iteratorType('starmap', PyStarMap);

class PyPairwise extends Iter {
  source: Iterator_ | undefined;
  old: Value | undefined = undefined;
  constructor(source: Iterator_) {
    super();
    this.source = source;
  }
  override iternext(): Value | undefined {
    if (this.source === undefined) return undefined;
    if (this.old === undefined) {
      this.old = this.source.iternext();
      if (this.old === undefined) return this.end();
    }
    // The source may have stepped this very iterator.
    if (this.source === undefined) return this.end();
    const { old } = this;
    const value = this.source.iternext();
    if (value === undefined) return this.end();
    this.old = value;
    return new PyTuple([old, value]);
  }
  private end(): undefined {
    this.source = undefined;
    this.old = undefined;
    return undefined;
  }
}
export const pairwiseType: PyType = iteratorType('pairwise', PyPairwise);

class PyBatched extends Iter {
  source: Iterator_ | undefined;
  readonly n: number;
  readonly strict: boolean;
  constructor(source: Iterator_, n: number, strict: boolean) {
    super();
    this.source = source;
    this.n = n;
    this.strict = strict;
  }
  override iternext(): Value | undefined {
    if (this.source === undefined) return undefined;
    const items: Value[] = [];
    while (items.length < this.n) {
      const value = this.source.iternext();
      if (value === undefined) break;
      items.push(value);
    }
    if (items.length === this.n) return tuple(items);
    this.source = undefined;
    if (items.length === 0) return undefined;
    if (this.strict) throw valueError('batched(): incomplete batch');
    return tuple(items);
  }
}
export const batchedType: PyType = iteratorType('batched', PyBatched);

class PyZipLongest extends Iter {
  readonly sources: (Iterator_ | undefined)[];
  readonly fill: Value;
  active: number;
  constructor(sources: Iterator_[], fill: Value) {
    super();
    this.sources = sources;
    this.fill = fill;
    this.active = sources.length;
  }
  override iternext(): Value | undefined {
    const { sources } = this;
    if (sources.length === 0 || this.active === 0) return undefined;
    const items: Value[] = [];
    for (let i = 0; i < sources.length; i++) {
      const value = this.step(i);
      if (value === undefined && this.active === 0) return undefined;
      items.push(value ?? this.fill);
    }
    return new PyTuple(items);
  }
  private step(i: number): Value | undefined {
    const value = this.sources[i]?.iternext();
    if (value === undefined && this.sources[i] !== undefined) {
      this.sources[i] = undefined;
      this.active--;
    }
    return value;
  }
}
export const zipLongestType: PyType = iteratorType('zip_longest', PyZipLongest);

class PyISlice extends Iter {
  source: Iterator_ | undefined;
  next: number;
  readonly stop: number;
  readonly step: number;
  count = 0;
  constructor(source: Iterator_, start: number, stop: number, step: number) {
    super();
    this.source = source;
    this.next = start;
    this.stop = stop;
    this.step = step;
  }
  override iternext(): Value | undefined {
    const { source } = this;
    if (source === undefined) return undefined;
    const stop = this.stop < 0 ? Number.POSITIVE_INFINITY : this.stop;
    const skipTo = Math.min(this.next, stop);
    while (this.count < skipTo) {
      if (source.iternext() === undefined) return this.end();
      this.count++;
    }
    if (this.count >= stop) return this.end();
    const value = source.iternext();
    if (value === undefined) return this.end();
    this.count++;
    this.next = Math.min(this.next + this.step, stop);
    return value;
  }
  private end(): undefined {
    this.source = undefined;
    return undefined;
  }
}
export const isliceType: PyType = iteratorType('islice', PyISlice);

const SSIZE_LIMIT = 1n << 63n;

function sliceBound(v: Value | undefined, missing: number, message: string): number {
  if (v === undefined || v === None) return missing;
  let n: number | bigint;
  try {
    n = asIndex(v);
  } catch (e) {
    if (!isError(e, 'TypeError')) throw e;
    throw valueError(message);
  }
  if (n < 0 || n >= SSIZE_LIMIT) throw valueError(message);
  return Number(n);
}

/** CPython: islice_new */
function newISlice(cls: PyType, args: Value[]): Value {
  if (args.length < 2) throw typeError(`islice expected at least 2 arguments, got ${args.length}`);
  if (args.length > 4) throw typeError(`islice expected at most 4 arguments, got ${args.length}`);
  const [iterable, a, b, c] = args as [Value, Value, Value | undefined, Value | undefined];
  const bounds = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  if (args.length === 2) {
    const stop = sliceBound(a, -1, 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
    return make(cls, iter(iterable), 0, stop, 1);
  }
  const stop = sliceBound(b, -1, bounds);
  const start = sliceBound(a, 0, bounds);
  const step = sliceBound(c, 1, 'Step for islice() must be a positive integer or None.');
  if (step < 1) throw valueError('Step for islice() must be a positive integer or None.');
  return make(cls, iter(iterable), start, stop, step);
}

function installPredicated(): void {
  const twoArguments = (what: string) =>
    method(`($type, ${what}, iterable, /)`, (cls: PyType, f: Value, iterable: Value) => make(cls, f, iter(iterable)));
  const table = [
    [
      dropwhileType,
      'predicate',
      'Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.',
    ],
    [
      takewhileType,
      'predicate',
      'Return successive entries from an iterable as long as the predicate evaluates to true for each entry.',
    ],
    [
      filterfalseType,
      'function',
      'Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.',
    ],
    [
      starmapType,
      'function',
      'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.',
    ],
  ] as const;
  for (const [type, name, doc] of table) {
    installIter(type, { doc, new: twoArguments(name) });
  }
}

function installGrouping(): void {
  installIter(pairwiseType, {
    doc: 'Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...',
    new: method('($type, iterable, /)', (cls: PyType, iterable: Value) => make(cls, iter(iterable))),
  });
  installIter(batchedType, {
    doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples up to size\nn.  The input is consumed lazily, just enough to fill a batch.  The result\nis yielded as soon as a batch is full or when the input iterable is\nexhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)\n\nIf \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n.",
    new: method('($type, iterable, n, *, strict=False)', (cls: PyType, iterable: Value, n: Value, strict?: Value) => {
      const size = Number(asIndex(n));
      if (size < 1) throw valueError('n must be at least one');
      return make(cls, iter(iterable), size, strict !== undefined && isTrue(strict));
    }),
  });
  installIter(zipLongestType, {
    doc: 'Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.',
    new: method('($type, *iterables, fillvalue=None)', (cls: PyType, iterables: Value[], fill?: Value) =>
      make(cls, iterables.map(iter), fill ?? None),
    ),
  });
}

export function installSelect(): void {
  installIter(chainType, {
    doc: 'Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.',
    new: method('($type, *iterables)', (cls: PyType, iterables: Value[]) => make(cls, iter(tuple(iterables)))),
    methods: {
      from_iterable: classmethod('($type, iterable, /)', (cls: PyType, iterable: Value) => make(cls, iter(iterable))),
      __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
    },
  });
  installIter(accumulateType, {
    doc: 'Return series of accumulated sums (or other binary function results).',
    new: method(
      '($type, iterable, func=None, *, initial=None)',
      (cls: PyType, iterable: Value, f?: Value, initial?: Value) =>
        make(cls, iter(iterable), f === None ? undefined : f, initial === None ? undefined : initial),
    ),
  });
  installIter(compressType, {
    doc: 'Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.',
    new: method('($type, data, selectors)', (cls: PyType, data: Value, selectors: Value) =>
      make(cls, iter(data), iter(selectors)),
    ),
  });
  installIter(isliceType, {
    doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.',
    new: method('!($type, /, *args)', newISlice),
  });
  installPredicated();
  installGrouping();
}
