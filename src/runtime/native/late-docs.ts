// Documentation nobody asks for while a program runs: looked up by name when it is read. CPython: PyMethodDef.ml_doc
import { None } from '../core/object.ts';
import type { NativeMeta, PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { DOCS } from './generated/docs.ts';
import { moduleDocs } from './generated/module-docs.ts';

/** `__doc__` of a native function or method. */
export function functionDoc(meta: NativeMeta): Value {
  if (meta.doc !== undefined) return meta.doc || None;
  if (meta.owner === undefined) return moduleDocs()[`${String(meta.module)}.${meta.name}`] ?? None;
  const special = meta.style === 'slot' || meta.name === '__new__';
  return attributeDoc(meta.owner, meta.name, special ? DOCS[meta.name] : undefined);
}

/** `__doc__` of an attribute that a native type describes. */
export function attributeDoc(owner: PyType, name: string, doc?: string): Value {
  return moduleDocs()[`${owner.moduleName}.${owner.typeName}.${name}`] ?? doc ?? None;
}
