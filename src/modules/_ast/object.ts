// ast.AST: construction, copying, repr. CPython: Python/Python-ast.c (ast_type_init, ast_type_reduce, ast_type_replace, ast_repr)
import { None } from '../../runtime/core/object.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictDelete, dictEntries, dictGet, dictHas, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyGenericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { jsString, type StrValue } from '../../runtime/objects/str/str.ts';
import { emptyTuple, PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { instanceDict, lookupAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords } from '../../runtime/protocols/call.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { warn } from '../../runtime/protocols/warn.ts';
import { astType, nodeTypes, PyAst } from './classes.ts';

function names(self: Value, attribute: string): string[] {
  const value = lookupAttr(self, attribute);
  return value === undefined ? [] : spread(value).map((n) => jsString(n as StrValue));
}

function astInit(self: PyAst, args: Value[], keywords: PyDict): Value {
  const fields = names(self, '_fields');
  const name = self.cls.typeName;
  if (args.length > fields.length) {
    throw typeError(
      `${name} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? '' : 's'}`,
    );
  }
  const given = new Set<string>();
  args.forEach((value, i) => {
    setAttr(self, fields[i]!, value);
    given.add(fields[i]!);
  });
  for (const [key, value] of [...dictEntries(keywords)]) {
    const field = jsString(key as StrValue);
    if (fields.includes(field)) {
      if (given.has(field)) throw typeError(`${name} got multiple values for argument '${field}'`);
      given.add(field);
    } else if (!names(self, '_attributes').includes(field)) {
      warn(
        'DeprecationWarning',
        `${name}.__init__ got an unexpected keyword argument '${field}'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`,
      );
    }
    setAttr(self, field, value);
  }
  fillMissing(
    self,
    fields.filter((field) => !given.has(field)),
  );
  return None;
}

/** Fields not given: an empty list, Load(), the class's own default, or a warning. */
function fillMissing(self: PyAst, missing: readonly string[]): void {
  if (missing.length === 0) return;
  const types = lookupAttr(self.cls, '_field_types');
  if (!(types instanceof PyDict)) return;
  for (const field of missing) {
    const type = dictGet(types, field);
    if (type === undefined) {
      warn(
        'DeprecationWarning',
        `Field '${field}' is missing from ${self.cls.typeName}._field_types. This will become an error in Python 3.15.`,
      );
    } else if (type instanceof PyGenericAlias) setAttr(self, field, new PyList());
    else if (type === nodeTypes.get('expr_context')) setAttr(self, field, call(nodeTypes.get('Load')!));
    else if (typeof type === 'function') {
      warn(
        'DeprecationWarning',
        `${self.cls.typeName}.__init__ missing 1 required positional argument: '${field}'. This will become an error in Python 3.15.`,
      );
    }
  }
}

function astReduce(self: PyAst): Value {
  const dict = instanceDict(self);
  const rest = new PyDict();
  for (const [k, v] of dictEntries(dict)) dictSet(rest, k, v);
  const positional: Value[] = [];
  for (const field of names(self, '_fields')) {
    const value = dictGet(rest, field);
    if (value === undefined) break;
    positional.push(value);
    dictDelete(rest, field);
  }
  return tuple([self.cls, positional.length === 0 ? emptyTuple : new PyTuple(positional), rest]);
}

/** `copy.replace(node, field=...)`. */
function astReplace(self: PyAst, keywords: PyDict): Value {
  const known = [...names(self, '_fields'), ...names(self, '_attributes')];
  for (const [key] of dictEntries(keywords)) {
    const name = jsString(key as StrValue);
    if (!known.includes(name))
      throw typeError(`${self.cls.typeName}.__replace__ got an unexpected keyword argument '${name}'.`);
  }
  const all = new PyDict();
  for (const [k, v] of dictEntries(instanceDict(self))) if (known.includes(jsString(k as StrValue))) dictSet(all, k, v);
  for (const [k, v] of dictEntries(keywords)) dictSet(all, k, v);
  const missing = names(self, '_fields').filter((f) => !dictHas(all, f) && lookupAttr(self.cls, f) === undefined);
  if (missing.length > 0) {
    const list = missing
      .map((f) => `'${f}'`)
      .sort()
      .join(', ');
    throw typeError(
      `${self.cls.typeName}.__replace__ missing ${missing.length} keyword argument${missing.length === 1 ? '' : 's'}: ${list}.`,
    );
  }
  const entries = [...dictEntries(all)];
  return callKeywords(
    self.cls,
    entries.map(([, v]) => v),
    entries.map(([k]) => jsString(k as StrValue)),
  );
}

const REPR_DEPTH = 3;

function astRepr(self: Value, depth = REPR_DEPTH): string {
  const name = (self as PyAst).cls.typeName;
  if (depth <= 0) return `${name}(...)`;
  const parts = names(self, '_fields').map((field) => {
    const value = lookupAttr(self, field);
    return value === undefined ? undefined : `${field}=${fieldRepr(value, depth)}`;
  });
  return `${name}(${parts.filter((p) => p !== undefined).join(', ')})`;
}

function fieldRepr(value: Value, depth: number): string {
  if (value instanceof PyAst) return astRepr(value, depth - 1);
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return reprForMessage(value);
  const { items } = value;
  const shown = items.length <= 2 ? items : [items[0]!, undefined, items[items.length - 1]!];
  const texts = shown.map((item) =>
    item === undefined ? '...' : item instanceof PyAst ? astRepr(item, depth - 1) : reprForMessage(item),
  );
  return value instanceof PyList ? `[${texts.join(', ')}]` : `(${texts.join(', ')})`;
}

export function installAst(): void {
  installType(astType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as new () => PyAst)()),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', astInit),
      __repr__: slot('($self, /)', (self: Value) => astRepr(self)),
      __reduce__: method('($self, /)', astReduce),
      __replace__: method('($self, /, **fields)', astReplace),
    },
    properties: { __dict__: getset((self: PyAst) => instanceDict(self)) },
    attributes: { _fields: emptyTuple, __match_args__: emptyTuple, _attributes: emptyTuple },
  });
}
