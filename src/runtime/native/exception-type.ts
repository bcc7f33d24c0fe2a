// Exception classes that modules written in TypeScript bring along: `struct.error`, `zlib.error`.
// CPython: PyErr_NewException
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import { newError, type Raised } from '../exceptions/errors.ts';
import { exceptionNamed, type PyBaseException } from '../exceptions/exception.ts';
import type { PyTuple } from '../objects/tuple/tuple.ts';

/** A new exception class `module.name`; `base` is a built-in exception's name or a class. */
export function exceptionClass(module: string, name: string, base: string | PyType): PyType {
  const parent = typeof base === 'string' ? exceptionNamed(base) : base;
  const Parent = parent.Instance as unknown as new (args?: PyTuple) => PyBaseException;
  return staticType(name, class extends Parent {}, {
    base: parent,
    module,
    subclassable: true,
    hasDict: true,
    hasWeakref: true,
    mutable: true,
  });
}

/** The constructor of errors of a class, for `throw`. */
export function raiser(type: PyType): (message: string) => Raised {
  return (message) => newError(type, [message]);
}
