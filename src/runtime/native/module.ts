// Native modules: what one declares, and how it becomes a module object. CPython: PyModuleDef
import type { Interpreter } from '../core/interpreter.ts';
import { attributeKey } from '../core/names.ts';
import type { PyObject } from '../core/object.ts';
import { None } from '../core/object.ts';
import type { PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { newModule, PyModule, setNamespaceValue } from '../objects/module/module.ts';
import { type ModuleTable, makeFunction } from './define.ts';

export interface NativeModule {
  readonly name: string;
  readonly doc?: string;
  readonly functions?: ModuleTable;
  /** Types by the name they have in the module. */
  readonly types?: Record<string, PyType>;
  /** Constants and whatever else is made per interpreter. */
  readonly values?: (interp: Interpreter) => Record<string, Value>;
  /** Installs the tables of the module's types; run once, before the module is first made. */
  readonly install?: () => void;
  /** Runs after the module object is complete. */
  readonly exec?: (module: PyModule, interp: Interpreter) => void;
  /** Takes anew what depends on the process and its configuration, for a module made in another process (api/create.ts). */
  readonly renew?: (module: PyModule, interp: Interpreter) => void;
}

const installed = new WeakSet<NativeModule>();

/** Makes the module object of one interpreter. */
export function makeModule(definition: NativeModule, interp: Interpreter): PyModule {
  if (!installed.has(definition)) {
    installed.add(definition);
    definition.install?.();
  }
  const module = newModule(definition.name);
  set(module, '__doc__', definition.doc ?? None);
  set(module, '__package__', '');
  set(module, '__loader__', None);
  set(module, '__spec__', None);
  for (const [name, spec] of Object.entries(definition.functions ?? {}))
    set(module, name, makeFunction(definition.name, name, spec, module));
  for (const [name, type] of Object.entries(definition.types ?? {})) set(module, name, type);
  for (const [name, value] of Object.entries(definition.values?.(interp) ?? {})) set(module, name, value);
  definition.exec?.(module, interp);
  return module;
}

/** Lets a module made in another process go on in this one. */
export function renewModule(definition: NativeModule, interp: Interpreter): void {
  const module = dictGet(interp.modules as PyDict, definition.name);
  if (module instanceof PyModule) definition.renew?.(module, interp);
}

function set(module: PyObject, name: string, value: Value): void {
  setNamespaceValue(module, attributeKey(name), value);
}
