// Warnings that built-ins issue. CPython: Python/_warnings.c (PyErr_WarnEx)
import { state } from '../core/state.ts';
import { int, type Value } from '../core/value.ts';
import { exceptionNamed } from '../exceptions/exception.ts';
import { strOfUtf16 } from '../objects/str/str.ts';
import { getAttr } from './attribute.ts';
import { call } from './call.ts';

/** Warns at the Python code running now, or `stackLevel - 1` callers further up; raises where the filters say so. */
export function warn(category: string, message: string, stackLevel = 1): void {
  const issue = getAttr(state.interp.importModule('_warnings'), 'warn');
  call(issue, strOfUtf16(message) as Value, exceptionNamed(category), int(stackLevel));
}

/** A special method gave an instance of a subclass of what it should give. */
export function warnStrictSubclass(what: string, expected: 'int' | 'float' | 'complex', typeName: string): void {
  warn(
    'DeprecationWarning',
    `${what} returned non-${expected} (type ${typeName}).  The ability to return an instance of a strict subclass of ` +
      `${expected} is deprecated, and may be removed in a future version of Python.`,
  );
}
