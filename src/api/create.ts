// Wiring an interpreter: host, compiler, natives, built-ins, then CPython's start-up order. The only place that knows every room.
// CPython: Python/pylifecycle.c
import type { Host } from '../host/host.ts';
import type { TextStore } from '../host/store.ts';
import { sysModule } from '../modules/sys/module.ts';
import { bootstrap } from '../runtime/bootstrap.ts';
import { builtinFunctions, builtinValues } from '../runtime/builtins/table.ts';
import type { Config, Interpreter } from '../runtime/core/interpreter.ts';
import { attributeKey } from '../runtime/core/names.ts';
import { PyObject } from '../runtime/core/object.ts';
import { staticType } from '../runtime/core/primitives.ts';
import { checkSignals, state } from '../runtime/core/state.ts';
import type { Value } from '../runtime/core/value.ts';
import { FACTORY_PARAMETERS } from '../runtime/execution/run.ts';
import { builtinImport } from '../runtime/imports/builtin.ts';
import { importAbsolute } from '../runtime/imports/import.ts';
import { startImporting } from '../runtime/imports/start.ts';
import { installFunctions, makeFunction } from '../runtime/native/define.ts';
import { makeModule } from '../runtime/native/module.ts';
import { PyDict } from '../runtime/objects/dict/dict.ts';
import { dictSet } from '../runtime/objects/dict/table.ts';
import { newModule, setNamespaceValue } from '../runtime/objects/module/module.ts';
import { cachingCompiler } from './caching-compiler.ts';
import { compilerPort } from './compiler.ts';
import { createLibrary, type LibraryFiles } from './library.ts';
import { openStandardStreams } from './streams.ts';

export interface CreateOptions {
  host: Host;
  library: LibraryFiles;
  /** How Python is to start; what is not given is as for plain `python`. */
  config?: Partial<Config>;
  /** Where compiled files are kept between runs; the last one is written. */
  stores?: readonly TextStore[];
}

/** An interpreter made current and started: imports, streams and `site` work. */
export function createInterpreter(options: CreateOptions): Interpreter {
  bootstrap();
  const interp = newInterpreter(options);
  state.interp = interp;
  state.pending = options.host.signals.flag;
  fillBuiltins(interp.builtins);
  put(interp.builtins, '__debug__', interp.optimize === 0);
  const modules = interp.modules as PyDict;
  dictSet(modules, 'sys', makeModule(sysModule, interp));
  dictSet(modules, 'builtins', interp.builtins);
  startImporting(interp);
  openStandardStreams(interp);
  if (interp.config.flags['no_site'] !== 1) importAbsolute(interp, 'site');
  return interp;
}

function newInterpreter(options: CreateOptions): Interpreter {
  const interp: Interpreter = {
    modules: new PyDict(),
    builtins: newModule('builtins'),
    importModule: (name) => importAbsolute(interp, name),
    handlePending: checkSignals,
    typing: undefined,
    ast: undefined,
    compiler: options.stores ? cachingCompiler(compilerPort, options.stores) : compilerPort,
    library: createLibrary(options.library, () => interp),
    config: completeConfig(options),
    host: options.host,
    evaluate: (javascript, name) =>
      new Function(...FACTORY_PARAMETERS, `${javascript}\n//# sourceURL=${name}`) as never,
    states: new Map(),
    optimize: 0,
    maxIntDigits: 4300,
  };
  interp.optimize = Number(interp.config.flags['optimize'] ?? 0);
  interp.maxIntDigits = Number(interp.config.flags['int_max_str_digits'] ?? interp.maxIntDigits);
  return interp;
}

function completeConfig({ host, library, config }: CreateOptions): Config {
  return {
    argv: [''],
    origArgv: [],
    executable: host.process.execPath,
    path: [library.directory],
    stdlibDir: library.directory,
    prefix: library.directory,
    flags: {},
    warnOptions: [],
    xoptions: new Map(),
    pycachePrefix: undefined,
    stdioEncoding: undefined,
    ...config,
  };
}

function fillBuiltins(builtins: PyObject): void {
  installFunctions(builtins, 'builtins', builtinFunctions);
  for (const [name, value] of Object.entries(builtinValues())) put(builtins, name, value);
  put(builtins, '__import__', makeFunction('builtins', '__import__', builtinImport));
  // Until memoryview lands: the library registers it with its abstract classes.
  if (!('$memoryview' in builtins)) put(builtins, 'memoryview', staticType('memoryview', class extends PyObject {}));
}

function put(namespace: PyObject, name: string, value: Value): void {
  setNamespaceValue(namespace, attributeKey(name), value);
}
