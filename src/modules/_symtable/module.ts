// The `_symtable` module: the compiler's own scopes, read-only. CPython: Modules/symtablemodule.c, Python/symtable.c

import { parse } from '../../compiler/1-syntax/parse.ts';
import { buildSymbolTable } from '../../compiler/2-analysis/analyze.ts';
import * as scopes from '../../compiler/2-analysis/scope.ts';
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { valueError } from '../../runtime/exceptions/errors.ts';
import { syntaxErrorFrom } from '../../runtime/execution/compile.ts';
import { fn, installType, member, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { jsString, type StrValue } from '../../runtime/objects/str/str.ts';

class PySymtableEntry extends PyObject {
  readonly scope: scopes.Scope;
  children: PyList | undefined;
  constructor(scope: scopes.Scope) {
    super();
    this.scope = scope;
    this.children = undefined;
  }
}
const entryType: PyType = staticType('symtable entry', PySymtableEntry, { instantiable: false });

/** TYPE_* numbers in CPython's order. */
const TYPES: readonly (readonly [name: string, kind: scopes.ScopeKind])[] = [
  ['FUNCTION', 'function'],
  ['CLASS', 'class'],
  ['MODULE', 'module'],
  ['ANNOTATION', 'annotation'],
  ['TYPE_ALIAS', 'typealias'],
  ['TYPE_PARAMETERS', 'typeparams'],
  ['TYPE_VARIABLE', 'typevariable'],
];

function typeNumber(kind: scopes.ScopeKind): number {
  const at = TYPES.findIndex(([, k]) => k === kind);
  return Math.max(0, at);
}

function symbols(scope: scopes.Scope): Value {
  const dict = new PyDict();
  for (const [name, symbol] of scope.symbols) {
    dictSet(dict, name, int(symbol.flags | (scopes.SCOPE_NUMBERS[symbol.scope] << scopes.SCOPE_OFFSET)));
  }
  return dict;
}

function children(self: PySymtableEntry): Value {
  self.children ??= new PyList(self.scope.children.map((child) => new PySymtableEntry(child)));
  return self.children;
}

/** `symtable(source, filename, startstr)`. */
function symtable(source: Value, filename: Value, start: Value): Value {
  const mode = jsString(start as StrValue);
  if (mode !== 'exec' && mode !== 'eval' && mode !== 'single') {
    throw valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  }
  const name = jsString(filename as StrValue);
  const buffer = (source as { getBuffer?: () => Uint8Array }).getBuffer;
  const text = buffer === undefined ? jsString(source as StrValue) : new TextDecoder().decode(buffer.call(source));
  try {
    return new PySymtableEntry(buildSymbolTable(parse(text, name, mode), { filename: name }).top);
  } catch (e) {
    throw syntaxErrorFrom(e);
  }
}

function install(): void {
  installType(entryType, {
    methods: {
      __repr__: slot(
        '($self, /)',
        (self: PySymtableEntry) => `<symtable entry ${self.scope.name}(${objectId(self)}), line ${self.scope.lineno}>`,
      ),
    },
    properties: {
      id: member((self: PySymtableEntry) => int(objectId(self))),
      name: member((self: PySymtableEntry) => self.scope.name),
      symbols: member((self: PySymtableEntry) => symbols(self.scope)),
      varnames: member((self: PySymtableEntry) => new PyList([...self.scope.varnames])),
      children: member(children),
      nested: member((self: PySymtableEntry) => int(self.scope.isNested ? 1 : 0)),
      type: member((self: PySymtableEntry) => int(typeNumber(self.scope.kind))),
      lineno: member((self: PySymtableEntry) => int(self.scope.lineno)),
    },
  });
}

const CONSTANTS: Readonly<Record<string, number>> = {
  USE: scopes.USE,
  DEF_GLOBAL: scopes.DEF_GLOBAL,
  DEF_NONLOCAL: scopes.DEF_NONLOCAL,
  DEF_LOCAL: scopes.DEF_LOCAL,
  DEF_PARAM: scopes.DEF_PARAM,
  DEF_TYPE_PARAM: scopes.DEF_TYPE_PARAM,
  DEF_FREE_CLASS: scopes.DEF_FREE_CLASS,
  DEF_IMPORT: scopes.DEF_IMPORT,
  DEF_BOUND: scopes.DEF_BOUND,
  DEF_ANNOT: scopes.DEF_ANNOT,
  DEF_COMP_ITER: scopes.DEF_COMP_ITER,
  DEF_COMP_CELL: scopes.DEF_COMP_CELL,
  SCOPE_OFF: scopes.SCOPE_OFFSET,
  SCOPE_MASK: 15,
  LOCAL: 1,
  GLOBAL_EXPLICIT: 2,
  GLOBAL_IMPLICIT: 3,
  FREE: 4,
  CELL: 5,
};

export const symtableModule: NativeModule = {
  name: '_symtable',
  install,
  functions: { symtable: fn('($module, source, filename, startstr, /)', symtable) },
  values: () => ({
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, int(value)])),
    ...Object.fromEntries(TYPES.map(([name], i) => [`TYPE_${name}`, int(i)])),
  }),
};
