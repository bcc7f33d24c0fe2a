// Running a program as `__main__` and ending the process as CPython does: exit codes, tracebacks, flushing. CPython: Modules/main.c
// (pymain_run_python), Python/pythonrun.c

import { flushUnclosed } from '../modules/_io/unclosed.ts';
import { runExitFunctions } from '../modules/atexit/module.ts';
import { type Interpreter, SIGNAL_RUNNER } from '../runtime/core/interpreter.ts';
import { attributeKey } from '../runtime/core/names.ts';
import { None } from '../runtime/core/object.ts';
import { isType } from '../runtime/core/type.ts';
import type { Value } from '../runtime/core/value.ts';
import { isError } from '../runtime/exceptions/errors.ts';
import type { PyBaseException, PySystemExit } from '../runtime/exceptions/exception.ts';
import { compileCode } from '../runtime/execution/compile.ts';
import { normalise } from '../runtime/execution/raise.ts';
import { type LoadedUnit, runUnit } from '../runtime/execution/run.ts';
import type { PyCode } from '../runtime/objects/code/code.ts';
import type { PyDict } from '../runtime/objects/dict/dict.ts';
import { dictSet } from '../runtime/objects/dict/table.ts';
import { intValue } from '../runtime/objects/int/int.ts';
import { newModule, type PyModule, setNamespaceValue } from '../runtime/objects/module/module.ts';
import { jsString, strOfUtf16 } from '../runtime/objects/str/str.ts';
import { getAttr, lookupAttr } from '../runtime/protocols/attribute.ts';
import { call } from '../runtime/protocols/call.ts';
import { str } from '../runtime/protocols/text.ts';
import { interact } from './interact.ts';

/** KeyboardInterrupt was not caught; no status that a program can ask for. */
const INTERRUPTED = -2;
/** Status of a process ended by SIGINT, as shells count it. */
const INTERRUPTED_STATUS = 130;
const SIGINT = 2;

/** `__main__`, empty but for what every module has. */
export function makeMain(interp: Interpreter): PyModule {
  const main = newModule('__main__');
  for (const name of ['__doc__', '__package__', '__spec__']) put(main, name, None);
  const bootstrap = interp.importModule('_frozen_importlib');
  put(main, '__loader__', getAttr(bootstrap, 'BuiltinImporter'));
  put(main, '__builtins__', interp.builtins);
  dictSet(interp.modules as PyDict, '__main__', main);
  return main;
}

function put(module: PyModule, name: string, value: Value): void {
  setNamespaceValue(module, attributeKey(name), value);
}

/** Says in `__main__` which file it is. CPython: set_main_loader, _PyRun_SimpleFile */
export function setMainFile(interp: Interpreter, main: PyModule, filename: string, isCompiled = false): void {
  const external = interp.importModule('_frozen_importlib_external');
  const name = strOfUtf16(filename);
  put(main, '__file__', name);
  put(main, '__cached__', None);
  put(
    main,
    '__loader__',
    call(getAttr(external, isCompiled ? 'SourcelessFileLoader' : 'SourceFileLoader'), '__main__', name),
  );
}

/** Compiles and runs source text in `__main__`. */
export function runSource(
  interp: Interpreter,
  main: PyModule,
  source: string | Uint8Array,
  filename: string,
  isFile = false,
): void {
  const code = compileCode(source, filename, 'exec', 0, -1, false, isFile);
  if (filename === '<string>') rememberSource(interp, code, source, filename);
  runUnit(code.loaded as LoadedUnit, main);
}

/** Text that is in no file, so that a traceback can show it; told to linecache when something goes wrong. */
function rememberSource(interp: Interpreter, code: PyCode, source: string | Uint8Array, filename: string): void {
  interp.states.set(PENDING_SOURCE, { code, source, filename });
}
const PENDING_SOURCE: unique symbol = Symbol('source of the program');

interface PendingSource {
  code: PyCode;
  source: string | Uint8Array;
  filename: string;
}

function registerSource(interp: Interpreter): void {
  const pending = interp.states.get(PENDING_SOURCE) as PendingSource | undefined;
  if (pending === undefined) return;
  const register = lookupAttr(interp.importModule('linecache'), '_register_code');
  const text = typeof pending.source === 'string' ? pending.source : new TextDecoder().decode(pending.source);
  if (register !== undefined) call(register, pending.code, text, pending.filename);
}

/** Runs `__main__`'s module by name, or its `__main__` part. CPython: pymain_run_module */
export function runModule(interp: Interpreter, name: string, setArgv0: boolean): void {
  call(getAttr(interp.importModule('runpy'), '_run_module_as_main'), name, setArgv0);
}

/** Runs what `body` does and everything at exit; the process's exit status. */
export function runToEnd(interp: Interpreter, body: () => void, log: (text: string) => void): number {
  expectInterrupts(interp);
  let status = guarded(interp, body, log);
  const atExit = guarded(interp, () => runExitFunctions(interp), log);
  if (status === 0) status = atExit;
  flushUnclosed(interp);
  const flushed = flushStreams(interp);
  if (status === INTERRUPTED) return endBySignal(interp);
  return flushed ? status : status || FLUSH_FAILED;
}

/**
 * Ctrl-C raises KeyboardInterrupt from the first loop or wait on: catching signals takes a thread of the host, which a program
 * without either need not pay for. CPython: init_signals
 */
function expectInterrupts(interp: Interpreter): void {
  const { signals } = interp.host;
  if (interp.states.has(SIGNAL_RUNNER)) return;
  interp.states.set(SIGNAL_RUNNER, () => {
    interp.states.delete(SIGNAL_RUNNER);
    interp.importModule('_signal');
    signals.flag[0] = 0;
  });
  signals.flag[0] = 1;
}

/** Ends as a program without a handler would, so that a shell's loop stops too. CPython: exit_sigint */
function endBySignal({ host }: Interpreter): number {
  host.signals.setDisposition(SIGINT, 'default');
  host.process.kill(host.process.pid, SIGINT);
  return INTERRUPTED_STATUS;
}

/** stdout could not be flushed at exit. */
const FLUSH_FAILED = 120;

/** `-i`: the program, what it died of if it did, then the prompt. CPython: pymain_repl */
export function inspectAfter(interp: Interpreter, main: PyModule, body: () => void, log: (text: string) => void): void {
  try {
    body();
  } catch (e) {
    showException(interp, normalise(e), log);
  }
  interact(interp, main, true);
}

function guarded(interp: Interpreter, body: () => void, log: (text: string) => void): number {
  try {
    body();
    return 0;
  } catch (e) {
    return exitStatus(interp, normalise(e), log);
  }
}

/** Shows an exception that nobody caught; SystemExit only ends. */
export function exitStatus(interp: Interpreter, error: PyBaseException, log: (text: string) => void): number {
  if (isError(error, 'SystemExit')) return systemExitStatus(interp, error as PySystemExit, log);
  showException(interp, error, log);
  return isError(error, 'KeyboardInterrupt') ? INTERRUPTED : 1;
}

/** CPython: _Py_HandleSystemExitAndKeyboardInterrupt */
function systemExitStatus(interp: Interpreter, error: PySystemExit, log: (text: string) => void): number {
  const code = lookupAttr(error, 'code') ?? None;
  if (code === None) return 0;
  const number = intValue(code);
  if (number !== undefined) return Number(BigInt.asUintN(8, BigInt(number)));
  flushStreams(interp);
  writeError(interp, `${jsString(str(code))}\n`, log);
  return 1;
}

/** Calls sys.excepthook; should that fail, says so and shows both. CPython: _PyErr_PrintEx */
export function showException(interp: Interpreter, error: PyBaseException, log: (text: string) => void): void {
  const sys = interp.importModule('sys');
  flushOne(interp, 'stdout');
  try {
    registerSource(interp);
    const hook = lookupAttr(sys, 'excepthook');
    if (hook === undefined) writeError(interp, 'sys.excepthook is missing\n', log);
    else {
      call(hook, error.cls, error, error.traceback ?? None);
      return;
    }
  } catch (e) {
    const second = normalise(e);
    if (isError(second, 'SystemExit')) throw second;
    writeError(interp, 'Error in sys.excepthook:\n', log);
    writeError(interp, plainText(second), log);
    writeError(interp, '\nOriginal exception was:\n', log);
  }
  writeError(interp, plainText(error), log);
}

/** An exception in one line, when nothing better can be had. */
function plainText(error: PyBaseException): string {
  let text: string;
  try {
    text = jsString(str(error));
  } catch {
    text = '<exception str() failed>';
  }
  const name = isType(error.cls) ? error.cls.qualname : '?';
  return text === '' ? `${name}\n` : `${name}: ${text}\n`;
}

function writeError(interp: Interpreter, text: string, log: (text: string) => void): void {
  try {
    const stderr = lookupAttr(interp.importModule('sys'), 'stderr');
    if (stderr === undefined || stderr === None) log(text);
    else {
      call(getAttr(stderr, 'write'), text);
      call(getAttr(stderr, 'flush'));
    }
  } catch {
    log(text);
  }
}

/** Whether both streams took what was left in them. CPython: flush_std_files */
export function flushStreams(interp: Interpreter): boolean {
  const out = flushOne(interp, 'stdout');
  flushOne(interp, 'stderr');
  return out;
}

function flushOne(interp: Interpreter, name: 'stdout' | 'stderr'): boolean {
  const stream = lookupAttr(interp.importModule('sys'), name);
  if (stream === undefined || stream === None) return true;
  try {
    if (lookupAttr(stream, 'closed') === true) return true;
    call(getAttr(stream, 'flush'));
    return true;
  } catch (e) {
    if (name === 'stdout') reportFlush(interp, normalise(e));
    return false;
  }
}

/** CPython: _PyErr_WriteUnraisableMsg for a stream that cannot be flushed */
function reportFlush(interp: Interpreter, error: PyBaseException): void {
  try {
    const stderr = getAttr(interp.importModule('sys'), 'stderr');
    call(getAttr(stderr, 'write'), `Exception ignored while flushing sys.stdout:\n${plainText(error)}`);
  } catch {
    // Nothing is left to tell it to.
  }
}
