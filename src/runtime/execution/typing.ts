// Type parameters and aliases at run time; the objects are `_typing`'s, made by the interpreter's port. CPython: Python/intrinsics.c
import type { PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { newError, notImplementedError, typeError } from '../exceptions/errors.ts';
import { exceptionNamed } from '../exceptions/exception.ts';
import { getAttr } from '../protocols/attribute.ts';
import { asIndex, getItem } from '../protocols/item.ts';
import { spread } from '../protocols/iterate.ts';

/** `__annotate__(format)`: only VALUE and VALUE_WITH_FAKE_GLOBALS are computed here. */
export function annotationFormat(format: Value | undefined): void {
  if (format === undefined) throw typeError("__annotate__() missing 1 required positional argument: 'format'");
  if (asIndex(format) > 2) throw newError(exceptionNamed('NotImplementedError'), []);
}

export function typeParameter(
  kind: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple',
  name: string,
  boundKind: 'bound' | 'constraints',
  bound: Value | undefined,
  value: Value | undefined,
  globals: PyObject,
): Value {
  if (state.interp.typing === undefined) throw notImplementedError('type parameters need the _typing module');
  return state.interp.typing.typeParameter(kind, name, boundKind, bound, value, globals);
}

export function typeAlias(name: string, params: Value | undefined, evaluate: Value, globals: PyObject): Value {
  if (state.interp.typing === undefined) throw notImplementedError('type aliases need the _typing module');
  return state.interp.typing.typeAlias(name, params, evaluate, globals);
}

/** `Generic[T, ...]`, the implicit base of a generic class. */
export function genericBase(params: Value): Value {
  return getItem(getAttr(state.interp.importModule('_typing'), 'Generic'), params);
}

/** The single item of an unpacked annotation `*args: *Ts`. */
export function unpackOne(v: Value): Value {
  return spread(v)[0]!;
}
