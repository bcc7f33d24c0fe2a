// What the iterators of itertools share. CPython: Modules/itertoolsmodule.c
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { installType, method, type NativeSpec, slot } from '../../runtime/native/define.ts';
import { nextOrStop } from '../../runtime/protocols/next.ts';

/** An iterator class of the module; Python classes may derive from all of them. */
export abstract class Iter extends PyObject {
  abstract override iternext(): Value | undefined;
}

type Layout = new (...layout: never[]) => PyObject;

export function iteratorType(name: string, Layout: Layout): PyType {
  return staticType(name, Layout, { module: 'itertools', subclassable: true });
}

/** A new instance of a class in its layout. */
export function make<A extends unknown[]>(cls: PyType, ...args: A): Value {
  return new (cls.Instance as unknown as new (...args: A) => PyObject)(...args);
}

const self = slot('($self, /)', (it: Value) => it);
const next = slot('($self, /)', nextOrStop);

export interface IterTable {
  doc: string;
  /** The constructor: its signature starts with the class. */
  new: NativeSpec;
  methods?: Record<string, NativeSpec>;
}

export function installIter(type: PyType, table: IterTable): void {
  installType(type, { ...table, methods: { __iter__: self, __next__: next, ...table.methods } });
}

export { method, slot };
