// The node classes of the `ast` module, made from the compiler's own table. CPython: Python/Python-ast.c (generated)

import { NODE_CLASSES } from '../../compiler/1-syntax/ast/generated/table.ts';
import type { NodeClass, NodeField } from '../../compiler/1-syntax/ast/node-class.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { intType, objectType, staticType, strType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { installType } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { listType } from '../../runtime/objects/list/list.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { or } from '../../runtime/protocols/number.ts';

export class PyAst extends PyObject {}

const options = { module: 'ast', subclassable: true, mutable: true, hasDict: true, hasWeakref: true } as const;
export const astType: PyType = staticType('AST', PyAst, options);

/** Node classes by name, in declaration order. */
export const nodeTypes: ReadonlyMap<string, PyType> = makeTypes();
export const nodeTable: ReadonlyMap<string, NodeClass> = new Map(NODE_CLASSES.map((c) => [c.name, c]));

const POSITION = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

function makeTypes(): Map<string, PyType> {
  const types = new Map<string, PyType>();
  for (const { name, base } of NODE_CLASSES) {
    const parent = types.get(base) ?? astType;
    const Parent = parent.Instance as unknown as typeof PyAst;
    types.set(name, staticType(name, class extends Parent {}, { ...options, bare: true, base: parent }));
  }
  return types;
}

/** Gives the classes their attributes; run once. */
export function installClasses(): void {
  for (const node of NODE_CLASSES) {
    const type = nodeTypes.get(node.name)!;
    const names = tuple(node.fields.map((f) => f.name));
    const attributes: Record<string, Value> = {
      _fields: names,
      __match_args__: names,
      __doc__: node.doc,
      __module__: 'ast',
    };
    if (node.base === 'AST') {
      attributes['_attributes'] = tuple(node.attributes ? POSITION : []);
      if (node.attributes) Object.assign(attributes, optionalPositions(node.name));
    }
    for (const field of node.fields) if (field.quantifier === '?') attributes[field.name] = None;
    if (node.kind === 'node' || node.kind === 'constant') {
      attributes['_field_types'] = fieldTypes(node.fields);
      attributes['__annotations__'] = attributes['_field_types'];
    }
    installType(type, { doc: node.doc, attributes });
  }
}

function optionalPositions(name: string): Record<string, Value> {
  return ['expr', 'stmt'].includes(name) || name === 'excepthandler' || name === 'pattern' || name === 'type_param'
    ? { ...(name === 'pattern' || name === 'type_param' ? {} : { end_lineno: None, end_col_offset: None }) }
    : {};
}

function fieldTypes(fields: readonly NodeField[]): Value {
  const dict = new PyDict();
  for (const field of fields) dictSet(dict, field.name, fieldType(field));
  return dict;
}

function fieldType({ type, quantifier }: NodeField): Value {
  const base =
    type === 'identifier' || type === 'string'
      ? strType
      : type === 'int'
        ? intType
        : type === 'constant'
          ? objectType
          : nodeTypes.get(type)!;
  if (quantifier === '') return base;
  return quantifier === '?' ? or(base, None) : genericAlias(listType, base);
}
