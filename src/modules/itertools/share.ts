// groupby and tee: iterators that share one source. CPython: Modules/itertoolsmodule.c
import { None } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { runtimeError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { call } from '../../runtime/protocols/call.ts';
import { sameOrEqual } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { type Iterator_, iter } from '../../runtime/protocols/iterate.ts';
import { Iter, installIter, iteratorType, make, method } from './layout.ts';

class PyGroupBy extends Iter {
  readonly source: Iterator_;
  readonly key: Value | undefined;
  targetKey: Value | undefined = undefined;
  currentKey: Value | undefined = undefined;
  currentValue: Value | undefined = undefined;
  group: PyGrouper | undefined = undefined;
  constructor(source: Iterator_, key: Value | undefined) {
    super();
    this.source = source;
    this.key = key;
  }
  /** Takes the next item and its key; false at the end. */
  step(): boolean {
    const value = this.source.iternext();
    if (value === undefined) return false;
    this.currentKey = this.key === undefined ? value : call(this.key, value);
    this.currentValue = value;
    return true;
  }
  override iternext(): Value | undefined {
    this.group = undefined;
    for (;;) {
      if (this.currentKey !== undefined) {
        if (this.targetKey === undefined) break;
        if (!sameOrEqual(this.targetKey, this.currentKey)) break;
      }
      if (!this.step()) return undefined;
    }
    this.targetKey = this.currentKey;
    this.group = new PyGrouper(this, this.targetKey);
    return tuple([this.currentKey, this.group]);
  }
}
export const groupbyType: PyType = iteratorType('groupby', PyGroupBy);

class PyGrouper extends Iter {
  readonly parent: PyGroupBy;
  readonly key: Value;
  constructor(parent: PyGroupBy, key: Value) {
    super();
    this.parent = parent;
    this.key = key;
  }
  override iternext(): Value | undefined {
    const { parent } = this;
    if (parent.group !== this) return undefined;
    if (parent.currentValue === undefined && !parent.step()) return undefined;
    if (!sameOrEqual(this.key, parent.currentKey!)) return undefined;
    const value = parent.currentValue;
    parent.currentValue = undefined;
    return value;
  }
}
export const grouperType: PyType = staticType('_grouper', PyGrouper, { module: 'itertools' });

/** One item that some of the tee'd iterators have yet to take. */
interface Link {
  value: Value | undefined;
  next: Link | undefined;
}

class PyTee extends Iter {
  readonly source: { iterator: Iterator_; running: boolean };
  link: Link;
  constructor(source: { iterator: Iterator_; running: boolean }, link: Link) {
    super();
    this.source = source;
    this.link = link;
  }
  override iternext(): Value | undefined {
    const { link } = this;
    if (link.next === undefined) {
      if (this.source.running) throw reentered();
      this.source.running = true;
      try {
        const value = this.source.iterator.iternext();
        if (value === undefined) return undefined;
        link.value = value;
        link.next = { value: undefined, next: undefined };
      } finally {
        this.source.running = false;
      }
    }
    this.link = link.next!;
    return link.value;
  }
  copy(): PyTee {
    return make(this.cls, this.source, this.link) as PyTee;
  }
}
export const teeType: PyType = staticType('_tee', PyTee, { module: 'itertools', hasWeakref: true });

function reentered() {
  return runtimeError('tee() iterator is being used recursively');
}

function teeOf(iterable: Value): PyTee {
  const iterator = iter(iterable);
  if (iterator instanceof PyTee) return iterator.copy();
  return new PyTee({ iterator, running: false }, { value: undefined, next: undefined });
}

/** `tee(iterable, n=2)`. */
export function tee(iterable: Value, n?: Value): Value {
  const count = n === undefined ? 2 : Number(asIndex(n));
  if (count < 0) throw valueError('n must be >= 0');
  if (count === 0) return tuple([]);
  const first = teeOf(iterable);
  const all: Value[] = [first];
  while (all.length < count) all.push(first.copy());
  return tuple(all);
}

export function installShare(): void {
  installIter(groupbyType, {
    doc: 'make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.',
    new: method('($type, iterable, key=None)', (cls: PyType, iterable: Value, key?: Value) =>
      make(cls, iter(iterable), key === None ? undefined : key),
    ),
  });
  installIter(grouperType, {
    doc: '',
    new: method('!($type, parent, tgtkey, /)', (_cls: PyType, parent: Value, key: Value) => {
      if (!(parent instanceof PyGroupBy)) throw typeError('incorrect usage of internal _grouper');
      return new PyGrouper(parent, key);
    }),
  });
  installIter(teeType, {
    doc: 'Iterator wrapped to make it copyable.',
    new: method('($type, iterable, /)', (_cls: PyType, iterable: Value) => teeOf(iterable)),
    methods: { __copy__: method('($self, /)', (self: PyTee) => self.copy()) },
  });
}
