// mappingproxy: a read-only view of a mapping; `C.__dict__` is one over the class's attributes. CPython: Objects/descrobject.c (mappingproxy)
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { dictOver } from '../dict/dict.ts';

export class PyMappingProxy extends PyObject {
  readonly mapping: Value;
  constructor(mapping: Value) {
    super();
    this.mapping = mapping;
  }
}
export const mappingProxyType: PyType = staticType('mappingproxy', PyMappingProxy, { flags: TypeFlags.MAPPING });

/** The class's own attributes: the proxied dict shows the Map that the class reads. */
export function mappingProxyOfType(type: PyType): Value {
  type.dictView ??= new PyMappingProxy(dictOver(type.attrs));
  return type.dictView;
}
