// The _signal module. CPython: Modules/signalmodule.c

import { HostError, hostError } from '../../host/error.ts';
import type { Interpreter } from '../../runtime/core/interpreter.ts';
import { None } from '../../runtime/core/object.ts';
import { float, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { checkSignals, state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, PyOSError } from '../../runtime/exceptions/exception.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import type { PyModule } from '../../runtime/objects/module/module.ts';
import { PySet } from '../../runtime/objects/set/set.ts';
import { setAdd } from '../../runtime/objects/set/table.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { quickAttr } from '../../runtime/protocols/attribute.ts';
import { isCallable } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { keyboardInterrupt, LAST_SIGNAL, release, SIG_DFL, SIG_IGN, signalState } from './handlers.ts';

class PyItimerError extends PyOSError {}

const itimerError: PyType = staticType('itimer_error', PyItimerError, {
  base: exceptionNamed('OSError'),
  module: 'signal',
  subclassable: true,
  hasDict: true,
});

const siginfo = structSequence({
  name: 'struct_siginfo',
  module: 'signal',
  doc: 'struct_siginfo: Result from sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple.',
  fields: ['si_signo', 'si_code', 'si_errno', 'si_pid', 'si_uid', 'si_status', 'si_band'],
});

function signals() {
  return state.interp.host.signals;
}

/** Calls the host; its refusals become OSError. */
function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw error instanceof HostError ? osErrorFromHost(error) : error;
  }
}

function signalNumber(v: Value): number {
  const signum = intArgument(v);
  if (signum < 1 || signum > LAST_SIGNAL) throw valueError('signal number out of range');
  return signum;
}

/** CPython: signal_signal_impl */
function signal(signalnum: Value, handler: Value): Value {
  const signum = intArgument(signalnum);
  if (signum < 1 || signum > LAST_SIGNAL) throw valueError('signal number out of range');
  const action = lookupIndex(handler);
  if (action === undefined && !isCallable(handler)) throw badHandler();
  if (action !== undefined && Number(action) !== SIG_DFL && Number(action) !== SIG_IGN && !isCallable(handler))
    throw badHandler();
  checkSignals();
  const { handlers } = signalState();
  const before = handlers.get(signum) ?? int(SIG_DFL);
  const ignore = action !== undefined && Number(action) === SIG_IGN;
  const none = action !== undefined && Number(action) === SIG_DFL;
  attempt(() => signals().setDisposition(signum, none ? 'default' : ignore ? 'ignore' : 'subscribe'));
  handlers.set(signum, action === undefined ? handler : int(Number(action)));
  return before;
}

function badHandler() {
  return typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
}

function getsignal(signalnum: Value): Value {
  return signalState().handlers.get(signalNumber(signalnum)) ?? int(SIG_DFL);
}

function raiseSignal(signalnum: Value): Value {
  const signum = intArgument(signalnum);
  attempt(() => signals().raise(signum));
  checkSignals();
  return None;
}

/** CPython: signal_set_wakeup_fd_impl */
function setWakeupFd(v: Value, warn?: Value): Value {
  const fd = intArgument(v);
  const { files } = state.interp.host;
  if (fd !== -1) {
    attempt(() => files.fstat(fd));
    if (attempt(() => files.getBlocking(fd))) throw valueError(`the fd ${fd} must be in non-blocking mode`);
  }
  const own = signalState();
  const before = own.wakeupFd;
  own.wakeupFd = fd;
  own.warnOnFullBuffer = warn === undefined || isTrue(warn);
  return int(before);
}

function secondsOf(v: Value): number {
  const seconds = Number(typeof v === 'object' && 'value' in v ? (v as { value: number }).value : v);
  if (Number.isNaN(seconds))
    throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer or float`);
  return seconds;
}

function alarm(seconds: Value): Value {
  const [left] = attempt(() => signals().setTimer(intArgument(seconds), 0));
  return int(Math.ceil(left));
}

const ITIMER_REAL = 0;

function timer(which: Value): void {
  // Only the real timer: the CPU timers need the kernel.
  if (intArgument(which) === ITIMER_REAL) return;
  const error = new PyItimerError(tuple([int(22), 'Invalid argument']));
  error.errno = int(22);
  error.strerror = 'Invalid argument';
  throw error;
}

function setitimer(which: Value, seconds: Value, interval?: Value): Value {
  timer(which);
  const [delay, every] = [secondsOf(seconds), interval === undefined ? 0 : secondsOf(interval)];
  if (delay < 0 || every < 0) timer(int(-1));
  return tuple(attempt(() => signals().setTimer(delay, every)).map(float));
}

function getitimer(which: Value): Value {
  timer(which);
  return tuple(signals().getTimer().map(float));
}

function pause(): Value {
  while (!signals().wait(60_000));
  checkSignals();
  return None;
}

function signalSet(numbers: Iterable<number>): Value {
  const set = new PySet();
  for (const number of [...numbers].sort((a, b) => a - b)) setAdd(set, int(number));
  return set;
}

function numbersOf(mask: Value): number[] {
  return spread(mask).map((item) => {
    const number = intArgument(item);
    if (number < 1 || number > LAST_SIGNAL)
      throw valueError(`signal number ${number} out of range [1; ${LAST_SIGNAL}]`);
    return number;
  });
}

const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;

/** The mask is ours: handlers of blocked signals wait. CPython: signal_pthread_sigmask_impl */
function sigmask(how: Value, mask: Value): Value {
  const own = signalState();
  const before = signalSet(own.blocked);
  const numbers = numbersOf(mask);
  const kind = intArgument(how);
  if (kind !== SIG_BLOCK && kind !== SIG_UNBLOCK && kind !== SIG_SETMASK) attempt(() => fail('EINVAL'));
  if (kind === SIG_SETMASK) own.blocked.clear();
  for (const number of numbers) {
    if (kind === SIG_UNBLOCK) own.blocked.delete(number);
    else own.blocked.add(number);
  }
  checkSignals();
  release(own);
  return before;
}

function fail(errno: string): never {
  throw hostError(errno);
}

/** Waits for one of the signals, which must be blocked. CPython: signal_sigwait_impl */
function sigwait(mask: Value): Value {
  const wanted = numbersOf(mask);
  const own = signalState();
  for (;;) {
    const found = wanted.find((number) => own.held.delete(number));
    if (found !== undefined) return int(found);
    signals().wait(60_000);
    checkSignals();
  }
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  SIGHUP: 'Hangup',
  SIGINT: 'Interrupt',
  SIGQUIT: 'Quit',
  SIGILL: 'Illegal instruction',
  SIGTRAP: 'Trace/breakpoint trap',
  SIGABRT: 'Aborted',
  SIGBUS: 'Bus error',
  SIGFPE: 'Floating point exception',
  SIGKILL: 'Killed',
  SIGUSR1: 'User defined signal 1',
  SIGSEGV: 'Segmentation fault',
  SIGUSR2: 'User defined signal 2',
  SIGPIPE: 'Broken pipe',
  SIGALRM: 'Alarm clock',
  SIGTERM: 'Terminated',
  SIGSTKFLT: 'Stack fault',
  SIGCHLD: 'Child exited',
  SIGCONT: 'Continued',
  SIGSTOP: 'Stopped (signal)',
  SIGTSTP: 'Stopped',
  SIGTTIN: 'Stopped (tty input)',
  SIGTTOU: 'Stopped (tty output)',
  SIGURG: 'Urgent I/O condition',
  SIGXCPU: 'CPU time limit exceeded',
  SIGXFSZ: 'File size limit exceeded',
  SIGVTALRM: 'Virtual timer expired',
  SIGPROF: 'Profiling timer expired',
  SIGWINCH: 'Window changed',
  SIGIO: 'I/O possible',
  SIGPWR: 'Power failure',
  SIGSYS: 'Bad system call',
};

function strsignal(signalnum: Value): Value {
  const signum = signalNumber(signalnum);
  const { numbers } = signals();
  const name = Object.keys(DESCRIPTIONS).find((each) => numbers[each] === signum);
  if (name !== undefined) return DESCRIPTIONS[name]!;
  return signum >= 34 ? `Real-time signal ${signum - 34}` : None;
}

const functions: ModuleTable = {
  alarm: fn('($module, seconds, /)', alarm),
  default_int_handler: fn('($module, signalnum, frame, /)', () => {
    throw keyboardInterrupt();
  }),
  getitimer: fn('($module, which, /)', getitimer),
  getsignal: fn('($module, signalnum, /)', getsignal),
  pause: fn('($module, /)', pause),
  pthread_kill: fn('($module, thread_id, signalnum, /)', (_thread: Value, signalnum: Value) => raiseSignal(signalnum)),
  pthread_sigmask: fn('($module, how, mask, /)', sigmask),
  raise_signal: fn('($module, signalnum, /)', raiseSignal),
  set_wakeup_fd: fn('($module, fd, /, *, warn_on_full_buffer=True)', setWakeupFd),
  setitimer: fn('($module, which, seconds, interval=0.0, /)', setitimer),
  siginterrupt: fn('($module, signalnum, flag, /)', (signalnum: Value) => {
    signalNumber(signalnum);
    return None;
  }),
  signal: fn('($module, signalnum, handler, /)', signal),
  sigpending: fn('($module, /)', () => signalSet(signalState().held)),
  sigwait: fn('($module, sigset, /)', sigwait),
  strsignal: fn('($module, signalnum, /)', strsignal),
  valid_signals: fn('($module, /)', () => signalSet(VALID)),
};

/** Without 32 and 33, which the C library keeps. */
const VALID: readonly number[] = Array.from({ length: LAST_SIGNAL }, (_, i) => i + 1).filter((n) => n < 32 || n > 33);

function values({ host }: Interpreter): Record<string, Value> {
  const numbers: Record<string, number> = {
    ...host.signals.numbers,
    SIGCLD: host.signals.numbers['SIGCHLD'] ?? 17,
    SIGRTMIN: 34,
    SIGRTMAX: 64,
    SIG_DFL,
    SIG_IGN,
    SIG_BLOCK,
    SIG_UNBLOCK,
    SIG_SETMASK,
    ITIMER_REAL,
    ITIMER_VIRTUAL: 1,
    ITIMER_PROF: 2,
    NSIG: LAST_SIGNAL + 1,
  };
  const shown = Object.entries(numbers).filter(([name]) => name !== 'SIGUNUSED');
  return { ItimerError: itimerError, ...Object.fromEntries(shown.map(([name, value]) => [name, int(value)])) };
}

/** Ctrl-C raises KeyboardInterrupt from here on. CPython: signal_install_handlers */
function exec(module: PyModule, interp: Interpreter): void {
  const handler = quickAttr(module, 'default_int_handler')!;
  const { SIGINT } = interp.host.signals.numbers;
  if (SIGINT === undefined) return;
  signalState(interp).handlers.set(SIGINT, handler);
  interp.host.signals.setDisposition(SIGINT, 'subscribe', false);
}

export const signalModule: NativeModule = {
  name: '_signal',
  doc: 'This module provides mechanisms to use signal handlers in Python.',
  functions,
  types: { struct_siginfo: siginfo.type },
  install() {
    itimerError.tpNew = itimerError.base!.tpNew;
    siginfo.install();
  },
  values,
  exec,
};
