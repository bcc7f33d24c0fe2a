// Private name mangling (CPython: Python/symtable.c _Py_Mangle, _Py_MaybeMangle).
import type { Scope } from './scope.ts';

/** `__name` inside `class C` becomes `_C__name`; dunder names and dotted names stay. */
export function mangle(className: string | undefined, name: string): string {
  if (className === undefined || !name.startsWith('__')) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** As `mangle`, but the type-parameter scope of a generic class mangles its type parameters only. */
export function mangleIn(scope: Scope, className: string | undefined, name: string): string {
  if (scope.mangledNames !== undefined && !scope.mangledNames.has(name)) return name;
  return mangle(className, name);
}
