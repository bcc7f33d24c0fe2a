// types.SimpleNamespace: attributes and nothing else. CPython: Objects/namespaceobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { setOwnAttribute } from '../dict/table.ts';

export class PySimpleNamespace extends PyObject {}
export const simpleNamespaceType: PyType = staticType('SimpleNamespace', PySimpleNamespace, {
  module: 'types',
  subclassable: true,
  hasDict: true,
});

export function simpleNamespace(attributes: Readonly<Record<string, Value>>): PySimpleNamespace {
  const namespace = new PySimpleNamespace();
  for (const [name, value] of Object.entries(attributes)) setOwnAttribute(namespace, name, value);
  return namespace;
}
