// Exception classes that modules written in TypeScript bring along: `struct.error`, `zlib.error`.
// CPython: PyErr_NewException
import { None } from '../core/object.ts';
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import { newError, type Raised } from '../exceptions/errors.ts';
import { exceptionNamed, type PyBaseException } from '../exceptions/exception.ts';
import { PyGetSetDescr } from '../objects/function/function.ts';
import type { PyTuple } from '../objects/tuple/tuple.ts';
import { describeType } from './define.ts';

/** A new exception class `module.name`; `base` is a built-in exception's name or a class. */
export function exceptionClass(module: string, name: string, base: string | PyType): PyType {
  const parent = typeof base === 'string' ? exceptionNamed(base) : base;
  const Parent = parent.Instance as unknown as new (args?: PyTuple) => PyBaseException;
  const type = staticType(name, class extends Parent {}, {
    base: parent,
    module,
    bare: true,
    subclassable: true,
    hasDict: true,
    hasWeakref: true,
    mutable: true,
  });
  describeType(type);
  type.attrs.set('__weakref__', weakrefDescriptor(type));
  return type;
}

/** CPython: subtype_weakref_getset */
export function weakrefDescriptor(type: PyType): PyGetSetDescr {
  return new PyGetSetDescr('__weakref__', type, () => None, undefined, 'list of weak references to the object');
}

/** The constructor of errors of a class, for `throw`. */
export function raiser(type: PyType): (message: string) => Raised {
  return (message) => newError(type, [message]);
}
