// Bringing importlib up: its two frozen halves run before anything can be imported, then install the finders.
// CPython: Python/import.c (init_importlib, init_zipimport), Python/pylifecycle.c
import type { Interpreter } from '../core/interpreter.ts';
import { attributeKey } from '../core/names.ts';
import type { PyObject } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { systemError } from '../exceptions/errors.ts';
import { loadUnit, runUnit } from '../execution/run.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictGet, dictSet } from '../objects/dict/table.ts';
import { newModule, setNamespaceValue } from '../objects/module/module.ts';
import { getAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { IMPORTLIB } from './import.ts';
import { installZipHook } from './zip-hook.ts';

/** After this, `import` works. */
export function startImporting(interp: Interpreter): void {
  const modules = interp.modules as PyDict;
  const importlib = runFrozen(interp, '_frozen_importlib');
  interp.states.set(IMPORTLIB, importlib);
  const imp = native(interp, '_imp');
  dictSet(modules, '_imp', imp);
  call(getAttr(importlib, '_install'), dictGet(modules, 'sys')!, imp);
  call(getAttr(importlib, '_install_external_importers'));
  installZipHook(interp, dictGet(modules, 'sys')!);
}

function runFrozen(interp: Interpreter, name: string): Value {
  const frozen = interp.library.frozen(name);
  if (frozen === undefined) throw systemError(`no frozen module ${name}`);
  const module = newModule(name);
  // The importer takes this off the module when it completes the module's spec.
  setNamespaceValue(module, attributeKey('__origname__'), frozen.origin);
  dictSet(interp.modules as PyDict, name, module);
  runUnit(loadUnit(frozen.unit()), module);
  return module;
}

function native(interp: Interpreter, name: string): PyObject {
  const module = interp.library.makeNative(name);
  if (module === undefined) throw systemError(`no built-in module ${name}`);
  return module;
}
