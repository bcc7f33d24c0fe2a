// The sys module: made first, before anything can be imported, and filled from the configuration. CPython: Python/sysmodule.c (_PySys_Create)
import type { Config, Interpreter } from '../../runtime/core/interpreter.ts';
import { attributeKey } from '../../runtime/core/names.ts';
import { None } from '../../runtime/core/object.ts';
import type { Value } from '../../runtime/core/value.ts';
import { unraisableArgs } from '../../runtime/exceptions/unraisable.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictClear, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { setNamespaceValue } from '../../runtime/objects/module/module.ts';
import { frozenSetOf } from '../../runtime/objects/set/make.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { constants, flagValues, installSequences } from './constants.ts';
import { SYS_FUNCTIONS } from './functions.ts';
import { STDLIB_NAMES } from './generated/names.ts';
import { jitModule, monitoringModule } from './monitoring.ts';

function configured(config: Config): Record<string, Value> {
  const options = new PyDict();
  for (const [name, value] of config.xoptions) dictSet(options, name, value);
  return {
    argv: new PyList([...config.argv]),
    orig_argv: new PyList([...config.origArgv]),
    executable: config.executable,
    _base_executable: config.executable,
    path: new PyList([...config.path]),
    prefix: config.prefix,
    exec_prefix: config.prefix,
    base_prefix: config.prefix,
    base_exec_prefix: config.prefix,
    _stdlib_dir: config.stdlibDir,
    _home: None,
    warnoptions: new PyList([...config.warnOptions]),
    _xoptions: options,
    dont_write_bytecode: config.flags['dont_write_bytecode'] === 1,
    pycache_prefix: config.pycachePrefix ?? None,
  };
}

export const sysModule: NativeModule = {
  name: 'sys',
  doc: 'This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.',
  functions: {
    ...SYS_FUNCTIONS,
    __displayhook__: SYS_FUNCTIONS['displayhook']!,
    __excepthook__: SYS_FUNCTIONS['excepthook']!,
    __unraisablehook__: SYS_FUNCTIONS['unraisablehook']!,
    __breakpointhook__: SYS_FUNCTIONS['breakpointhook']!,
  },
  install() {
    installSequences();
    unraisableArgs.install();
  },
  values: (interp: Interpreter) => ({
    ...constants(interp.config, interp.host.process.platform),
    ...configured(interp.config),
    modules: interp.modules,
    meta_path: new PyList([]),
    path_hooks: new PyList([]),
    path_importer_cache: new PyDict(),
    builtin_module_names: tuple([...new Set([...interp.library.nativeNames(), 'builtins', 'sys'])].sort()),
    stdlib_module_names: frozenSetOf([...STDLIB_NAMES]),
    monitoring: monitoringModule(),
    _jit: jitModule(),
  }),
  renew(module, { config }) {
    const values = { ...configured(config), flags: flagValues(config) };
    for (const [name, value] of Object.entries(values)) setNamespaceValue(module, attributeKey(name), value);
    dictClear(getAttr(module, 'path_importer_cache') as PyDict);
  },
};
