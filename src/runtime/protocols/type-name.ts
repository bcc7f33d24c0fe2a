// How messages name a type with its module. CPython: PyType_GetFullyQualifiedName (%T)
import { type PyType, TypeFlags } from '../core/type.ts';

/** `module.qualname`, without the module for built-ins and the main program. */
export function fullTypeName(type: PyType): string {
  const module = type.flags & TypeFlags.HEAP ? type.attrs.get('__module__') : type.moduleName;
  return typeof module !== 'string' || module === 'builtins' || module === '__main__'
    ? type.qualname
    : `${module}.${type.qualname}`;
}
