// map(). CPython: Python/bltinmodule.c (map_new, map_next)
import { None, PyObject } from '../core/object.ts';
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { installType, method, slot } from '../native/define.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { call } from '../protocols/call.ts';
import { isTrue } from '../protocols/compare.ts';
import { type Iterator_, iter } from '../protocols/iterate.ts';
import { nextOrStop } from '../protocols/next.ts';
import { stepAll, strictKeyword } from './zip.ts';

export class PyMap extends PyObject {
  readonly func: Value;
  readonly sources: readonly Iterator_[];
  strict: boolean;
  constructor(func: Value, sources: readonly Iterator_[], strict: boolean) {
    super();
    this.func = func;
    this.sources = sources;
    this.strict = strict;
  }
  override iternext(): Value | undefined {
    const { func, sources } = this;
    if (sources.length === 1) {
      const item = sources[0]!.iternext();
      if (item === undefined) return undefined;
      return typeof func === 'function' ? (func as unknown as Entry)(item) : call(func, item);
    }
    const items = stepAll('map', sources, this.strict);
    return items === undefined ? undefined : call(func, ...items);
  }
}
export const mapType: PyType = staticType('map', PyMap, { subclassable: true });

function mapNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  const strict = strictKeyword('map', keywords);
  if (args.length < 2) throw typeError('map() must have at least two arguments.');
  const [func, ...iterables] = args as [Value, ...Value[]];
  const Layout = cls.Instance as unknown as new (func: Value, sources: readonly Iterator_[], strict: boolean) => PyMap;
  return new Layout(func, iterables.map(iter), strict);
}

function mapReduce(self: PyMap): Value {
  const parts: Value[] = [self.cls, tuple([self.func, ...self.sources])];
  return tuple(self.strict ? [...parts, true] : parts);
}

function mapSetState(self: PyMap, state: Value): Value {
  self.strict = isTrue(state);
  return None;
}

function mapConstruct(args: Value[]): Value | undefined {
  if (args.length === 2) return new PyMap(args[0]!, [iter(args[1]!)], false);
  return args.length < 2 ? undefined : new PyMap(args[0]!, args.slice(1).map(iter), false);
}

export function installMap(): void {
  mapType.construct = mapConstruct;
  installType(mapType, {
    signature: '(function, iterable, /, *iterables, strict=False)',
    new: method('($type, *args, **kwargs)', mapNew),
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __reduce__: method('($self, /)', mapReduce),
      __setstate__: method('($self, object, /)', mapSetState),
    },
  });
}
