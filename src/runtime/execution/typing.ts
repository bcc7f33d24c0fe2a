// Type parameters and aliases at run time; the objects are `_typing`'s, made by the interpreter's port. CPython: Python/intrinsics.c
import type { TypingPort } from '../core/interpreter.ts';
import type { PyObject } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { newError, notImplementedError, typeError } from '../exceptions/errors.ts';
import { exceptionNamed } from '../exceptions/exception.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { ownAttribute } from '../objects/dict/table.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { getAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { asIndex, setItem } from '../protocols/item.ts';
import { spread } from '../protocols/iterate.ts';
import { loadGlobal, loadName, lookupNamespace, storeGlobal, storeName } from './namespace.ts';

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
  return typingPort().typeParameter(kind, name, boundKind, bound, value, globals);
}

export function typeAlias(name: string, params: Value | undefined, evaluate: Value, globals: PyObject): Value {
  return typingPort().typeAlias(name, params, evaluate, globals);
}

/** Importing `_typing` fills the port. */
function typingPort(): TypingPort {
  const { interp } = state;
  if (interp.typing === undefined) interp.importModule('_typing');
  if (interp.typing === undefined) throw notImplementedError('type parameters need the _typing module');
  return interp.typing;
}

/** `Generic[T, ...]`, the implicit base of a generic class. CPython: _Py_subscript_generic */
export function genericBase(params: Value): Value {
  const generic = getAttr(state.interp.importModule('_typing'), 'Generic');
  const flat = spread(params).flatMap((p) => (typeOf(p).typeName === 'TypeVarTuple' ? spread(p) : [p]));
  return call(getAttr(state.interp.importModule('typing'), '_GenericAlias'), generic, tuple(flat));
}

/** The single item of an unpacked annotation `*args: *Ts`. */
export function unpackOne(v: Value): Value {
  return spread(v)[0]!;
}

/** `__annotations__` of a class body or module under `from __future__ import annotations`. CPython: SETUP_ANNOTATIONS */
export function setupAnnotations(namespace: Value, isMapping = false): void {
  const found = isMapping
    ? lookupNamespace(namespace, '__annotations__')
    : ownAttribute(namespace as PyObject, '__annotations__');
  if (found !== undefined) return;
  if (isMapping) storeName(namespace, '__annotations__', new PyDict());
  else storeGlobal(namespace as PyObject, '__annotations__', new PyDict());
}

export function storeAnnotation(namespace: Value, name: string, value: Value, isMapping = false): void {
  const annotations = isMapping
    ? loadName(namespace, '__annotations__', state.interp.builtins)
    : loadGlobal(namespace as PyObject, '__annotations__');
  setItem(annotations, name, value);
}
