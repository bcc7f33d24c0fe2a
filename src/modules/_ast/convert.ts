// Trees of the compiler as `ast` objects, and back. CPython: Python/Python-ast.c (ast2obj_*, obj2ast_*)
import type { NodeField } from '../../compiler/1-syntax/ast/node-class.ts';
import type { mod } from '../../compiler/1-syntax/ast/nodes.ts';
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { isSubtype, type PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { type ConstantDescription, constantOfValue, valueOfConstant } from '../../runtime/objects/constant.ts';
import { intValue } from '../../runtime/objects/int/int.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { nodeTable, nodeTypes, PyAst } from './classes.ts';

type Node = { nodeType: string } & Record<string, unknown>;

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;

/** Makes the objects of one tree; operators and contexts are one object each, as in CPython. */
export class TreeBuilder {
  readonly singletons: Map<string, PyAst>;
  constructor(singletons: Map<string, PyAst>) {
    this.singletons = singletons;
  }

  build(node: Node): PyAst {
    const description = nodeTable.get(node.nodeType)!;
    const object = this.allocate(node.nodeType) as PyAst & Record<string, Value>;
    for (const field of description.fields) object[`$${field.name}`] = this.fieldValue(field, node[field.name]);
    if (description.attributes) for (const name of POSITIONS) object[`$${name}`] = int(node[name] as number);
    return object;
  }

  allocate(name: string): PyAst {
    const Layout = nodeTypes.get(name)!.Instance as unknown as new () => PyAst;
    return new Layout();
  }

  fieldValue(field: NodeField, value: unknown): Value {
    if (field.quantifier.startsWith('*') || field.quantifier === '?*') {
      return new PyList((value as unknown[]).map((item) => this.single(field.type, item)));
    }
    return this.single(field.type, value);
  }

  single(type: string, value: unknown): Value {
    if (value === undefined || value === null) return None;
    if (type === 'constant') return valueOfConstant(value as ConstantDescription);
    if (type === 'int') return int(value as number);
    if (type === 'identifier' || type === 'string') return strOfUtf16(value as string);
    return typeof value === 'string' ? this.singleton(value) : this.build(value as Node);
  }

  singleton(name: string): PyAst {
    let object = this.singletons.get(name);
    if (object === undefined) this.singletons.set(name, (object = this.allocate(name)));
    return object;
  }
}

/** A compiler tree from objects; the errors are those of CPython's conversion. */
export function treeFromObject(object: Value): mod {
  return convert(object, 'mod', new Set()) as unknown as mod;
}

function convert(object: Value, expected: string, path: Set<Value>): Node | string {
  const type = nodeTypes.get(expected)!;
  if (object instanceof PyAst && isSubtype(object.cls, type)) {
    const name = concreteName(object.cls);
    const description = name === undefined ? undefined : nodeTable.get(name);
    if (description !== undefined && (description.kind === 'node' || description.kind === 'constant')) {
      if (description.kind === 'constant') return description.name;
      if (path.has(object))
        throw newError(exceptionNamed('RecursionError'), ['maximum recursion depth exceeded during compilation']);
      path.add(object);
      const node = fields(object, description.name, path);
      path.delete(object);
      return node;
    }
  }
  throw typeError(`expected some sort of ${expected}, but got ${reprForMessage(object)}`);
}

/** The declared class an object's class is or derives from. */
function concreteName(cls: PyType): string | undefined {
  const found = cls.mro.find((t) => nodeTypes.get(t.typeName) === t);
  return found?.typeName;
}

function fields(object: PyAst, name: string, path: Set<Value>): Node {
  const description = nodeTable.get(name)!;
  const node: Node = { nodeType: name };
  for (const field of description.fields) node[field.name] = fieldOf(object, name, field, path);
  if (description.attributes)
    for (const position of POSITIONS) node[position] = positionOf(object, description.base, position, node);
  return node;
}

function positionOf(object: PyAst, base: string, name: (typeof POSITIONS)[number], node: Node): number {
  const value = lookupAttr(object, name);
  if (value === undefined || value === None) {
    if (name === 'end_lineno') return node['lineno'] as number;
    if (name === 'end_col_offset') return node['col_offset'] as number;
    throw missing(name, base);
  }
  return integer(value);
}

function missing(field: string, name: string): Raised {
  return typeError(`required field "${field}" missing from ${name}`);
}

function integer(value: Value): number {
  const n = intValue(value);
  if (n === undefined) throw valueError(`invalid integer value: ${reprForMessage(value)}`);
  return Number(n);
}

function fieldOf(object: PyAst, name: string, field: NodeField, path: Set<Value>): unknown {
  const value = lookupAttr(object, field.name);
  if (field.quantifier === '*' || field.quantifier === '?*') {
    if (value === undefined) return [];
    if (!(value instanceof PyList))
      throw typeError(`${name} field "${field.name}" must be a list, not a ${typeOf(value).typeName}`);
    return value.items.map((item) =>
      item === None && (field.quantifier === '?*' || field.type === 'expr' || field.type === 'stmt')
        ? undefined
        : single(item, field.type, path),
    );
  }
  if (value === undefined || value === None) {
    if (field.type === 'constant' && value !== undefined) return constant(value);
    if (field.quantifier === '?') return undefined;
    if (value === undefined && field.type === 'expr_context') return 'Load';
    if (value === undefined) throw missing(field.name, name);
    if (field.type === 'int') return integer(value);
    throw valueError(`field '${field.name}' is required for ${name}`);
  }
  return single(value, field.type, path);
}

function single(value: Value, type: string, path: Set<Value>): unknown {
  if (type === 'constant') return constant(value);
  if (type === 'int') return integer(value);
  if (type === 'identifier') {
    if (!isStr(value)) throw typeError('AST identifier must be of type str');
    return jsString(value);
  }
  if (type === 'string') {
    if (isStr(value)) return jsString(value);
    throw typeError('AST string must be of type str');
  }
  return convert(value, type, path);
}

/** What is no constant: the value, or something in it. */
function unfit(value: Value): Value {
  if (!(value instanceof PyTuple)) return value;
  const item = value.items.find((v) => constantOfValue(v) === undefined);
  return item === undefined ? value : unfit(item);
}

function constant(value: Value): ConstantDescription {
  const described = constantOfValue(value);
  if (described === undefined) throw typeError(`got an invalid type in Constant: ${typeOf(unfit(value)).typeName}`);
  return described;
}
