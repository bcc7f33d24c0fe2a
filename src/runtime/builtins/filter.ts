// filter(). CPython: Python/bltinmodule.c (filter_new, filter_next)
import { None, PyObject } from '../core/object.ts';
import { boolType, staticType } from '../core/primitives.ts';
import { type PyType, typeLookup } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { installType, method, slot } from '../native/define.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { call } from '../protocols/call.ts';
import { isTrue } from '../protocols/compare.ts';
import { type Iterator_, iter } from '../protocols/iterate.ts';
import { nextOrStop } from '../protocols/next.ts';

export class PyFilter extends PyObject {
  readonly func: Value;
  readonly source: Iterator_;
  constructor(func: Value, source: Iterator_) {
    super();
    this.func = func;
    this.source = source;
  }
  override iternext(): Value | undefined {
    const { func, source } = this;
    const plain = func === None || func === boolType;
    for (let item = source.iternext(); item !== undefined; item = source.iternext()) {
      if (isTrue(plain ? item : call(func, item))) return item;
    }
    return undefined;
  }
}
export const filterType: PyType = staticType('filter', PyFilter, { subclassable: true });

function filterNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  const plain = typeLookup(cls, '__init__') === typeLookup(filterType, '__init__');
  if (keywords.size > 0 && plain) throw typeError('filter() takes no keyword arguments');
  if (args.length !== 2) throw typeError(`filter expected 2 arguments, got ${args.length}`);
  const Layout = cls.Instance as unknown as new (func: Value, source: Iterator_) => PyFilter;
  return new Layout(args[0]!, iter(args[1]!));
}

export function installFilter(): void {
  filterType.construct = (args) => (args.length === 2 ? new PyFilter(args[0]!, iter(args[1]!)) : undefined);
  installType(filterType, {
    signature: '(function, iterable, /)',
    new: method('($type, *args, **kwargs)', filterNew),
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __reduce__: method('($self, /)', (self: PyFilter) => tuple([self.cls, tuple([self.func, self.source])])),
    },
  });
}
