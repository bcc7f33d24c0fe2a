// Wiring an interpreter: host, compiler, natives, built-ins, then CPython's start-up order. The only place that knows every room.
// CPython: Python/pylifecycle.c
import { factoryScript } from '../contract/ahead.ts';
import { type CodeUnit, FACTORY_PARAMETERS, type KeptScript } from '../contract/unit.ts';
import type { Host } from '../host/host.ts';
import type { LibraryFiles } from '../host/library.ts';
import type { Scripts } from '../host/scripts.ts';
import { sysModule } from '../modules/sys/module.ts';
import { nativeModules } from '../modules/table.ts';
import { bootstrap } from '../runtime/bootstrap.ts';
import { builtinFunctions, builtinValues } from '../runtime/builtins/table.ts';
import type { Config, Evaluate, Interpreter } from '../runtime/core/interpreter.ts';
import { attributeKey } from '../runtime/core/names.ts';
import { PyObject } from '../runtime/core/object.ts';
import { staticType } from '../runtime/core/primitives.ts';
import { checkSignals, state } from '../runtime/core/state.ts';
import type { Value } from '../runtime/core/value.ts';
import { currentFrame } from '../runtime/execution/frames.ts';
import { builtinImport } from '../runtime/imports/builtin.ts';
import { importAbsolute } from '../runtime/imports/import.ts';
import { startImporting } from '../runtime/imports/start.ts';
import { installFunctions, makeFunction } from '../runtime/native/define.ts';
import { DOCS } from '../runtime/native/generated/docs.ts';
import { makeModule, renewModule } from '../runtime/native/module.ts';
import { PyDict } from '../runtime/objects/dict/dict.ts';
import { dictSet } from '../runtime/objects/dict/table.ts';
import { newModule, setNamespaceValue } from '../runtime/objects/module/module.ts';
import { compilerPort } from './compiler.ts';
import { contentHash } from './content-hash.ts';
import { createLibrary } from './library.ts';
import type { Memory } from './memory.ts';
import { stderrPrinter } from './stderr-printer.ts';
import { openStandardStreams } from './streams.ts';

export interface CreateOptions {
  host: Host;
  library: LibraryFiles;
  /** How Python is to start; what is not given is as for plain `python`. */
  config?: Partial<Config>;
  /** Names the state of the compiler's code; compiled files that carry another name are not used. */
  fingerprint: string;
  /** Evaluates the scripts of units compiled ahead. */
  scripts?: Scripts;
  /** What a snapshot of the engine holds of the library. */
  memory?: Memory | undefined;
}

/** An interpreter made current and started: imports, streams and `site` work. */
export function createInterpreter(options: CreateOptions): Interpreter {
  const interp = goOnWithBegun(options) ?? beginInterpreter(options);
  openStandardStreams(interp);
  if (interp.config.flags['no_site'] !== 1) importAbsolute(interp, 'site');
  return interp;
}

/** An interpreter made current, in which natives and frozen modules can be imported. */
export function beginInterpreter(options: CreateOptions): Interpreter {
  bootstrap();
  const interp = newInterpreter(options);
  state.enter(interp, options.host.signals.flag);
  fillBuiltins(interp.builtins);
  put(interp.builtins, '__debug__', interp.optimize === 0);
  const modules = interp.modules as PyDict;
  const sys = makeModule(sysModule, interp);
  dictSet(modules, 'sys', sys);
  dictSet(modules, 'builtins', interp.builtins);
  if (Number(interp.config.flags['verbose'] ?? 0) > 0) put(sys, 'stderr', stderrPrinter());
  startImporting(interp);
  return interp;
}

/** What the modules that begin an interpreter look at while they run. */
const LOOKED_AT = ['optimize', 'verbose', 'no_site', 'debug', 'bytes_warning', 'dev_mode'];

/** The interpreter that a snapshot of the engine holds, given this process's host and configuration where it began as this one has to. */
function goOnWithBegun(options: CreateOptions): Interpreter | undefined {
  const { begun } = options.memory ?? {};
  if (begun === undefined) return undefined;
  const config = completeConfig(options);
  if (config.xoptions.size > 0 || LOOKED_AT.some((name) => config.flags[name])) {
    begun.forget();
    return undefined;
  }
  const { interp } = begun;
  interp.host = options.host;
  interp.config = config;
  interp.evaluate = evaluator(options.scripts);
  interp.maxIntDigits = intDigits(config);
  state.enter(interp, options.host.signals.flag);
  for (const definition of [sysModule, ...Object.values(nativeModules)]) renewModule(definition, interp);
  return interp;
}

function intDigits({ flags }: Config): number {
  return Number(flags['int_max_str_digits'] ?? 4300);
}

function evaluator(scripts: Scripts | undefined): Evaluate {
  return (unit, url) => evaluateUnit(unit, url, scripts) as ReturnType<Evaluate>;
}

function newInterpreter(options: CreateOptions): Interpreter {
  const config = completeConfig(options);
  const compiler = compilerPort(options.fingerprint);
  const interp: Interpreter = {
    modules: new PyDict(),
    builtins: newModule('builtins'),
    importModule: (name) => importAbsolute(interp, name),
    handlePending: checkSignals,
    callerGlobals: () => currentFrame(0)?.globals,
    typing: undefined,
    ast: undefined,
    compiler,
    library: createLibrary(options.library, compiler, options.memory, () => interp),
    config,
    host: options.host,
    evaluate: evaluator(options.scripts),
    scriptOf: (filename, javascript) => (keepsScripts(interp, filename) ? userScript(filename, javascript) : undefined),
    states: new Map(),
    optimize: Number(config.flags['optimize'] ?? 0),
    maxIntDigits: intDigits(config),
  };
  return interp;
}

function evaluateUnit({ javascript, script }: CodeUnit, url: string, scripts: Scripts | undefined): unknown {
  if (script !== undefined && scripts !== undefined)
    return scripts.evaluate(script.key, script.text, url, script.source);
  return new Function(...FACTORY_PARAMETERS, `${javascript}\n//# sourceURL=${url}`);
}

/** What the engine makes of a user's file is kept where the compiled file is kept, or not at all. */
function keepsScripts({ config }: Interpreter, filename: string): boolean {
  if (!/^\/.*\.py$/.test(filename)) return false;
  return config.flags['dont_write_bytecode'] !== 1 && config.pycachePrefix === undefined;
}

function userScript(source: string, javascript: string): KeptScript {
  const text = factoryScript(javascript);
  return { key: `py-${contentHash(new TextEncoder().encode(`${source}\n${text}`))}`, text, source };
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
  put(builtins, '__doc__', DOCS['.']!);
  installFunctions(builtins, 'builtins', builtinFunctions);
  for (const [name, value] of Object.entries(builtinValues())) put(builtins, name, value);
  put(builtins, '__import__', makeFunction('builtins', '__import__', builtinImport, builtins));
  // Until memoryview lands: the library registers it with its abstract classes.
  if (!('$memoryview' in builtins)) put(builtins, 'memoryview', staticType('memoryview', class extends PyObject {}));
}

function put(namespace: PyObject, name: string, value: Value): void {
  setNamespaceValue(namespace, attributeKey(name), value);
}
