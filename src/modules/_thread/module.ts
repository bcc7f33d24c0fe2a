// Threads. Locks, thread-local data and identities work; starting another thread is refused until code can be suspended.
// CPython: Modules/_threadmodule.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { fn, getset, installType, method, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call, isCallable } from '../../runtime/protocols/call.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { installLocks, lockType, MAIN_THREAD, PyLock, rlockType, TIMEOUT_MAX } from './lock.ts';

/** Attributes per thread; with one thread, the object's own. */
class PyLocal extends PyObject {}
const localType: PyType = staticType('_local', PyLocal, {
  module: '_thread',
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

class PyThreadHandle extends PyObject {
  ident = 0;
  done = false;
}
const handleType: PyType = staticType('_ThreadHandle', PyThreadHandle, { module: '_thread' });

const exceptHookArgs = structSequence({
  name: '_ExceptHookArgs',
  module: '_thread',
  doc: 'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.',
  fields: ['exc_type', 'exc_value', 'exc_traceback', 'thread'],
});

function cannotStart(f: Value): never {
  if (!isCallable(f)) throw typeError('first arg must be callable');
  throw runtimeError("can't start new thread");
}

function installTypes(): void {
  installLocks();
  exceptHookArgs.install();
  installType(localType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PyLocal)()),
  });
  installType(handleType, {
    new: method('($type, *args, **kwargs)', () => new PyThreadHandle()),
    methods: {
      join: method('!($self, timeout=None, /)', (self: PyThreadHandle) => {
        if (self.ident === MAIN_THREAD) throw runtimeError('Cannot join current thread');
        if (self.ident === 0) throw runtimeError('thread not started');
        return None;
      }),
      _set_done: method('($self, /)', (self: PyThreadHandle) => {
        self.done = true;
        return None;
      }),
      is_done: method('($self, /)', (self: PyThreadHandle) => self.done),
      __repr__: slot('($self, /)', (self: PyThreadHandle) => `<_ThreadHandle object: ident=${self.ident}>`),
    },
    properties: { ident: getset((self: PyThreadHandle) => int(self.ident)) },
  });
}

/** CPython: thread_excepthook */
function threadExceptHook(args: Value): Value {
  const type = getAttr(args, 'exc_type');
  if (type === exceptionNamed('SystemExit')) return None;
  const hook = lookupAttr(state.interp.importModule('sys'), 'excepthook');
  if (hook !== undefined) call(hook, type, getAttr(args, 'exc_value'), getAttr(args, 'exc_traceback'));
  return None;
}

function makeHandle(ident: Value): Value {
  const handle = new PyThreadHandle();
  handle.ident = Number(asIndex(ident));
  return handle;
}

/** As if the signal had come. CPython: thread_PyThread_interrupt_main */
function interruptMain(signum?: Value): Value {
  const number = signum === undefined ? 2 : Number(asIndex(signum));
  state.interp.host.signals.raise(number);
  return None;
}

const allocate = fn('($module, /)', () => new PyLock());
const start = fn('($module, function, args, kwargs={}, /)', (f: Value) => cannotStart(f));
const exit = fn('($module, /)', () => {
  throw newError(exceptionNamed('SystemExit'), []);
});

export const threadModule: NativeModule = {
  name: '_thread',
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  functions: {
    allocate,
    allocate_lock: allocate,
    start_new: start,
    start_new_thread: start,
    start_joinable_thread: fn('($module, /, function, handle=None, daemon=True)', (f: Value) => cannotStart(f)),
    exit,
    exit_thread: exit,
    get_ident: fn('($module, /)', () => int(MAIN_THREAD)),
    get_native_id: fn('($module, /)', () => int(state.interp.host.process.pid)),
    interrupt_main: fn('($module, signum=signal.SIGINT, /)', interruptMain),
    stack_size: fn('($module, size=0, /)', () => int(0)),
    set_name: fn('($module, /, name)', () => None),
    _get_name: fn('($module, /)', () => 'taipan'),
    daemon_threads_allowed: fn('($module, /)', () => true),
    _count: fn('($module, /)', () => int(0)),
    _excepthook: fn('($module, args, /)', threadExceptHook),
    _get_main_thread_ident: fn('($module, /)', () => int(MAIN_THREAD)),
    _is_main_interpreter: fn('($module, /)', () => true),
    _make_thread_handle: fn('($module, ident, /)', makeHandle),
    _shutdown: fn('($module, /)', () => None),
  },
  types: {
    LockType: lockType,
    RLock: rlockType,
    lock: lockType,
    _ExceptHookArgs: exceptHookArgs.type,
    _ThreadHandle: handleType,
    _local: localType,
  },
  install: installTypes,
  values: () => ({
    error: exceptionNamed('RuntimeError'),
    TIMEOUT_MAX: float(TIMEOUT_MAX),
    _NAME_MAXLEN: int(15),
  }),
};
