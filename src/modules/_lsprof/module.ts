// The _lsprof module: counts and times the calls that functions of traced units make (runtime/execution/observed.ts). CPython: Modules/_lsprof.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType } from '../../runtime/core/primitives.ts';
import { type CallObserver, state } from '../../runtime/core/state.ts';
import type { NativeMeta, PyFunction, PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { writeUnraisable } from '../../runtime/exceptions/unraisable.ts';
import { MONITORING, type Monitoring, MonitoringTool } from '../../runtime/execution/monitoring.ts';
import { normalise } from '../../runtime/execution/raise.ts';
import { installType, method, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyCode } from '../../runtime/objects/code/code.ts';
import { PyBuiltinMethod, PyClassMethodDescr, PyMethodDescr } from '../../runtime/objects/function/function.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asDouble } from '../../runtime/protocols/real.ts';
import { repr, reprForMessage } from '../../runtime/protocols/text.ts';
import { Calls, type Entry, type Tally } from './entries.ts';

const FIELDS = ['code', 'callcount', 'reccallcount', 'totaltime', 'inlinetime'];
const profilerEntry = structSequence({
  name: 'profiler_entry',
  module: '_lsprof',
  doc: '',
  fields: [...FIELDS, 'calls'],
});
const profilerSubentry = structSequence({ name: 'profiler_subentry', module: '_lsprof', doc: '', fields: FIELDS });

/** sys.monitoring.PROFILER_ID */
const TOOL = 2;
const NANOSECOND = 1e-9;

class PyProfiler extends PyObject {
  calls: Calls = new Calls(() => now(this));
  timer: Value | undefined;
  /** Seconds a tick. */
  unit = NANOSECOND;
  keepsCallers = true;
  seesBuiltins = true;
  isEnabled = false;
  readonly observer: CallObserver = {
    entered: (key) => entered(this, key),
    left: (key) => left(this, key),
  };
}

const profilerType: PyType = staticType('Profiler', PyProfiler, {
  module: '_lsprof',
  subclassable: true,
});

/** The time in ticks. CPython: call_timer */
function now(self: PyProfiler): number {
  if (self.timer === undefined) return Number(state.interp.host.clock.monotonicNs());
  const wasTracing = state.isTracing;
  state.isTracing = true;
  try {
    return asDouble(call(self.timer));
  } catch (e) {
    writeUnraisable(
      normalise(e),
      `Exception ignored while calling _lsprof timer ${reprForMessage(self.timer)}`,
      undefined,
    );
    return 0;
  } finally {
    state.isTracing = wasTracing;
  }
}

/** A native as one object for all who call it: methods are bound anew at each call. */
function keyOf(f: Value): unknown {
  return f instanceof PyBuiltinMethod ? f.descr : f;
}

function entered(self: PyProfiler, key: Value): void {
  if (state.isTracing || !(self.seesBuiltins || key instanceof PyCode)) return;
  self.calls.enter(keyOf(key), () => (key instanceof PyCode ? key : builtinText(key)), self.keepsCallers);
}

function left(self: PyProfiler, key: Value): void {
  if (state.isTracing || !(self.seesBuiltins || key instanceof PyCode)) return;
  self.calls.leave(keyOf(key));
}

/** How a built-in is shown. CPython: normalizeUserObj */
function builtinText(f: Value): Value {
  const descr = f instanceof PyBuiltinMethod ? f.descr : f;
  if (descr instanceof PyClassMethodDescr) return `<built-in method ${descr.entry.meta.name}>`;
  if (descr instanceof PyMethodDescr) return repr(descr);
  const { module, name } = (f as unknown as PyFunction).meta as NativeMeta;
  return typeof module === 'string' ? `<built-in method ${module}.${name}>` : `<built-in method ${name}>`;
}

function profilerInit(self: PyProfiler, timer?: Value, unit?: Value, subcalls?: Value, builtins?: Value): Value {
  const scale = unit === undefined ? 0 : asDouble(unit);
  self.timer = timer === None ? undefined : timer;
  // Without a unit a timer gives seconds.
  self.unit = self.timer === undefined ? NANOSECOND : scale > 0 ? scale : 1;
  setFlags(self, subcalls, builtins);
  return None;
}

function setFlags(self: PyProfiler, subcalls: Value | undefined, builtins: Value | undefined): void {
  self.keepsCallers = subcalls === undefined || isTrue(subcalls);
  self.seesBuiltins = builtins === undefined || isTrue(builtins);
}

function enable(self: PyProfiler, subcalls?: Value, builtins?: Value): Value {
  const { tools } = state.interp.states.get(MONITORING) as Monitoring;
  if (tools.has(TOOL)) throw valueError(`tool ${TOOL} is already in use`);
  tools.set(TOOL, new MonitoringTool('cProfile'));
  setFlags(self, subcalls, builtins);
  self.isEnabled = true;
  state.calls = self.observer;
  return None;
}

function disable(self: PyProfiler): Value {
  if (!self.isEnabled) return None;
  self.isEnabled = false;
  state.calls = undefined;
  (state.interp.states.get(MONITORING) as Monitoring).tools.delete(TOOL);
  self.calls.endAll();
  return None;
}

function clear(self: PyProfiler): Value {
  self.calls.clear();
  return None;
}

function numbers(self: PyProfiler, shown: Value, tally: Tally): Value[] {
  const { calls, recursiveCalls, total, inline } = tally;
  return [shown, int(calls), int(recursiveCalls), float(total * self.unit), float(inline * self.unit)];
}

function stats(self: PyProfiler, entry: Entry): Value {
  const callees = [...entry.callees].map(([callee, tally]) =>
    profilerSubentry.make(numbers(self, callee.shown, tally)),
  );
  const calls = callees.length === 0 ? None : new PyList(callees);
  return profilerEntry.make([...numbers(self, entry.shown, entry), calls]);
}

/** Entries of which no call has ended are left out. CPython: statsForEntry */
function getstats(self: PyProfiler): Value {
  const ended = [...self.calls.entries.values()].filter((entry) => entry.calls > 0);
  return new PyList(ended.map((entry) => stats(self, entry)));
}

function event(act: (self: PyProfiler, key: Value) => void, at: 0 | 2) {
  return (self: PyProfiler, ...args: Value[]): Value => {
    const key = args[at]!;
    if (at === 0 && !(key instanceof PyCode)) throw typeError('code must be a code object');
    act(self, key);
    return None;
  };
}

function install(): void {
  profilerEntry.install();
  profilerSubentry.install();
  installType(profilerType, {
    doc:
      'Build a profiler object using the specified timer function.\n\nThe default timer is a fast built-in one based on real time.\n' +
      "For custom timer functions returning integers, 'timeunit' can\nbe a float specifying a scale (that is, how long each integer unit\nis, in seconds).",
    signature: '(timer=None, timeunit=0.0, subcalls=True, builtins=True)',
    new: method('($type, /, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as typeof PyProfiler)()),
    methods: {
      __init__: slot('($self, /, timer=None, timeunit=0.0, subcalls=True, builtins=True)', profilerInit),
      enable: method('($self, /, subcalls=True, builtins=True)', enable),
      disable: method('($self, /)', disable),
      clear: method('($self, /)', clear),
      getstats: method('($self, /)', getstats),
      _pystart_callback: method('($self, code, instruction_offset, /)', event(entered, 0)),
      _pythrow_callback: method('($self, code, instruction_offset, exception, /)', event(entered, 0)),
      _pyreturn_callback: method('($self, code, instruction_offset, retval, /)', event(left, 0)),
      _ccall_callback: method('($self, code, instruction_offset, callable, self_arg, /)', event(entered, 2)),
      _creturn_callback: method(
        '($self, code, instruction_offset, callable, self_arg,\n                  /)',
        event(left, 2),
      ),
    },
  });
}

export const lsprofModule: NativeModule = {
  name: '_lsprof',
  doc: 'Fast profiler',
  install,
  types: { Profiler: profilerType, profiler_entry: profilerEntry.type, profiler_subentry: profilerSubentry.type },
};
