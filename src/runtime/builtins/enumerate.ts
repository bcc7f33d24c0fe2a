// enumerate(). CPython: Objects/enumobject.c

import { PyObject } from '../core/object.ts';
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import { int, intFromBigInt, type Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { classmethod, installType, method, slot } from '../native/define.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictEntries } from '../objects/dict/table.ts';
import { genericAlias } from '../objects/generic-alias/generic-alias.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { asIndex } from '../protocols/item.ts';
import { type Iterator_, iter } from '../protocols/iterate.ts';
import { nextOrStop } from '../protocols/next.ts';

export class PyEnumerate extends PyObject {
  readonly source: Iterator_;
  /** The next count; a bigint from 2**53 on. */
  count: number | bigint;
  constructor(source: Iterator_, count: number | bigint) {
    super();
    this.source = source;
    this.count = count;
  }
  override iternext(): Value | undefined {
    const item = this.source.iternext();
    if (item === undefined) return undefined;
    const { count } = this;
    if (typeof count === 'number' && count < Number.MAX_SAFE_INTEGER) {
      this.count = count + 1;
      return tuple([int(count), item]);
    }
    this.count = BigInt(count) + 1n;
    return tuple([intFromBigInt(BigInt(count)), item]);
  }
}
export const enumerateType: PyType = staticType('enumerate', PyEnumerate, { subclassable: true });

/** CPython: enum_new_impl, enumerate_vectorcall */
function enumerateNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  const given = args.length + keywords.size;
  if (given > 2) throw typeError(`enumerate() takes at most 2 arguments (${given} given)`);
  let [iterable, start] = args;
  for (const [name, value] of dictEntries(keywords)) {
    if (name === 'iterable' && iterable === undefined) iterable = value;
    else if (name === 'start' && start === undefined) start = value;
    else throw typeError(`'${String(name)}' is an invalid keyword argument for enumerate()`);
  }
  if (iterable === undefined) throw typeError("enumerate() missing required argument 'iterable'");
  const count = start === undefined ? 0 : asIndex(start);
  const Layout = cls.Instance as unknown as new (source: Iterator_, count: number | bigint) => PyEnumerate;
  return new Layout(iter(iterable), count);
}

function enumerateReduce(self: PyEnumerate): Value {
  return tuple([self.cls, tuple([self.source, self.count as Value])]);
}

export function installEnumerate(): void {
  enumerateType.construct = (args) => (args.length === 1 ? new PyEnumerate(iter(args[0]!), 0) : undefined);
  installType(enumerateType, {
    signature: '(iterable, start=0)',
    new: method('($type, *args, **kwargs)', enumerateNew),
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __reduce__: method('($self, /)', enumerateReduce),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
    },
  });
}
