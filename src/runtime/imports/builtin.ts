// The built-in function behind the import statement. CPython: Python/bltinmodule.c (builtin___import__)
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { fn } from '../native/define.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { asIndex } from '../protocols/item.ts';
import { importModuleLevel } from './import.ts';

function run(name: Value, globals?: Value, _locals?: Value, fromlist?: Value, level?: Value): Value {
  if (!isStr(name)) throw typeError('module name must be a string');
  return importModuleLevel(
    state.interp,
    jsString(name),
    globals,
    fromlist,
    level === undefined ? 0 : Number(asIndex(level)),
  );
}

export const builtinImport = fn(
  '($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)',
  run,
  'Import a module.',
);
