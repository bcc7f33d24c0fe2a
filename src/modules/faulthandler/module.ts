// The faulthandler module: tracebacks on demand. There are no faults to handle: JavaScript has no segmentation violations, so
// enabling only remembers that it was asked for. CPython: Modules/faulthandler.c
import type { Interpreter } from '../../runtime/core/interpreter.ts';
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { runtimeError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { callKeywords } from '../../runtime/protocols/call.ts';

const STATE: unique symbol = Symbol('faulthandler');

function enabledState(interp: Interpreter = state.interp): { enabled: boolean } {
  let made = interp.states.get(STATE) as { enabled: boolean } | undefined;
  if (made === undefined) interp.states.set(STATE, (made = { enabled: false }));
  return made;
}

/** The file to write to: what was given, or sys.stderr. */
function output(file: Value | undefined): Value {
  if (file !== undefined && file !== None) return file;
  const stderr = getAttr(state.interp.importModule('sys'), 'stderr');
  if (stderr === None) throw runtimeError('unable to get sys.stderr');
  return stderr;
}

function dumpTraceback(file?: Value): Value {
  const traceback = state.interp.importModule('traceback');
  callKeywords(getAttr(traceback, 'print_stack'), [output(file)], ['file']);
  return None;
}

function unsupported(): never {
  throw runtimeError('not supported: no thread can watch over this one');
}

const functions: ModuleTable = {
  cancel_dump_traceback_later: fn('($module, /)', () => None),
  disable: fn('($module, /)', () => {
    const own = enabledState();
    const before = own.enabled;
    own.enabled = false;
    return before;
  }),
  dump_traceback: fn('($module, /, file=sys.stderr, all_threads=True)', dumpTraceback),
  dump_traceback_later: fn('($module, /, timeout, repeat=False, file=sys.stderr, exit=False)', unsupported),
  enable: fn('($module, /, file=sys.stderr, all_threads=True)', (file?: Value) => {
    output(file);
    enabledState().enabled = true;
    return None;
  }),
  is_enabled: fn('($module, /)', () => enabledState().enabled),
  register: fn('($module, /, signum, file=sys.stderr, all_threads=True, chain=False)', unsupported),
  unregister: fn('($module, signum, /)', () => false),
};

export const faulthandlerModule: NativeModule = {
  name: 'faulthandler',
  doc: 'faulthandler module.',
  functions,
};
