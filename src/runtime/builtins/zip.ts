// zip(). CPython: Python/bltinmodule.c (zip_new, zip_next)

import { None, PyObject } from '../core/object.ts';
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { installType, method, slot } from '../native/define.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictGet, dictKeys } from '../objects/dict/table.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { isTrue } from '../protocols/compare.ts';
import { type Iterator_, iter } from '../protocols/iterate.ts';
import { nextOrStop } from '../protocols/next.ts';

export class PyZip extends PyObject {
  readonly sources: readonly Iterator_[];
  strict: boolean;
  constructor(sources: readonly Iterator_[], strict: boolean) {
    super();
    this.sources = sources;
    this.strict = strict;
  }
  override iternext(): Value | undefined {
    const { sources } = this;
    if (sources.length === 2) {
      const a = sources[0]!.iternext();
      if (a === undefined) return this.strict ? exhausted('zip', sources, 0) : undefined;
      const b = sources[1]!.iternext();
      if (b === undefined) return this.strict ? exhausted('zip', sources, 1) : undefined;
      return tuple([a, b]);
    }
    const items = stepAll('zip', sources, this.strict);
    return items === undefined ? undefined : tuple(items);
  }
}
export const zipType: PyType = staticType('zip', PyZip, { subclassable: true });

/** One item of each; undefined when one has ended. */
export function stepAll(name: string, sources: readonly Iterator_[], strict: boolean): Value[] | undefined {
  if (sources.length === 0) return undefined;
  const items = new Array<Value>(sources.length);
  for (let i = 0; i < sources.length; i++) {
    const item = sources[i]!.iternext();
    if (item === undefined) return strict ? exhausted(name, sources, i) : undefined;
    items[i] = item;
  }
  return items;
}

/** Source `at` has ended: ValueError unless all end together. */
function exhausted(name: string, sources: readonly Iterator_[], at: number): undefined {
  if (at > 0) throw uneven(name, at, 'shorter');
  for (let i = 1; i < sources.length; i++) if (sources[i]!.iternext() !== undefined) throw uneven(name, i, 'longer');
  return undefined;
}

function uneven(name: string, at: number, word: string): Error {
  const others = at === 1 ? 'argument 1' : `arguments 1-${at}`;
  throw valueError(`${name}() argument ${at + 1} is ${word} than ${others}`);
}

/** The `strict` keyword, the only one that zip and map take. */
export function strictKeyword(name: string, keywords: PyDict): boolean {
  for (const key of dictKeys(keywords)) {
    if (key !== 'strict') throw typeError(`${name}() got an unexpected keyword argument '${String(key)}'`);
  }
  const value = dictGet(keywords, 'strict');
  return value !== undefined && isTrue(value);
}

function zipNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  const strict = strictKeyword('zip', keywords);
  const Layout = cls.Instance as unknown as new (sources: readonly Iterator_[], strict: boolean) => PyZip;
  return new Layout(args.map(iter), strict);
}

function zipReduce(self: PyZip): Value {
  const parts: Value[] = [self.cls, tuple(self.sources.slice())];
  return tuple(self.strict ? [...parts, true] : parts);
}

function zipSetState(self: PyZip, state: Value): Value {
  self.strict = isTrue(state);
  return None;
}

export function installZip(): void {
  zipType.construct = (args) => new PyZip(args.map(iter), false);
  installType(zipType, {
    signature: '(*iterables, strict=False)',
    new: method('($type, *args, **kwargs)', zipNew),
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __reduce__: method('($self, /)', zipReduce),
      __setstate__: method('($self, object, /)', zipSetState),
    },
  });
}
