// The functions of sys. CPython: Python/sysmodule.c
import { None } from '../../runtime/core/object.ts';
import { float, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { type PyType, TypeFlags } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, recursionError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, PyBaseException, type PySystemExit } from '../../runtime/exceptions/exception.ts';
import { unraisableArgs } from '../../runtime/exceptions/unraisable.ts';
import { currentFrame, globalsOfFrame } from '../../runtime/execution/frames.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import { globalsDict, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet, dictSet, dictValues, keywordNames } from '../../runtime/objects/dict/table.ts';
import { isStr, type StrValue } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr, lookupSpecial, setAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import { asIndex, intArgument } from '../../runtime/protocols/item.ts';
import { asDouble } from '../../runtime/protocols/real.ts';
import { repr } from '../../runtime/protocols/text.ts';
import { asyncgenHooks } from './constants.ts';

/** What sys's setters remember. */
export interface SysState {
  switchInterval: number;
  auditHooks: Value[];
}
export const SYS: unique symbol = Symbol('sys');

export function sysState(): SysState {
  let own = state.interp.states.get(SYS) as SysState | undefined;
  if (own === undefined) {
    own = { switchInterval: 0.005, auditHooks: [] };
    state.interp.states.set(SYS, own);
  }
  return own;
}

function excInfo(): Value {
  const error = state.handled as PyBaseException | undefined;
  return error === undefined ? tuple([None, None, None]) : tuple([error.cls, error, error.traceback ?? None]);
}

function exit(status?: Value): never {
  const error = newError(exceptionNamed('SystemExit'), status === undefined || status === None ? [] : [status]);
  (error as PySystemExit).code = status instanceof PyTuple && status.items.length === 1 ? status.items[0] : status;
  throw error;
}

function getFrame(depth?: Value): Value {
  const wanted = Math.max(0, depth === undefined ? 0 : Number(asIndex(depth)));
  const frame = currentFrame(wanted);
  if (frame === undefined) throw valueError('call stack is not deep enough');
  return frame;
}

/** The module that the calling function belongs to. CPython: sys__getframemodulename_impl */
function getFrameModuleName(depth?: Value): Value {
  const globals = globalsOfFrame(Math.max(0, depth === undefined ? 0 : Number(asIndex(depth))));
  if (globals === undefined) return None;
  return dictGet(globalsDict(globals), '__name__') ?? None;
}

function setRecursionLimit(limit: Value): Value {
  const n = intArgument(limit);
  if (n < 1) throw valueError('recursion limit must be greater or equal than 1');
  if (state.depth >= n) {
    throw recursionError(
      `cannot set the recursion limit to ${n} at the recursion depth ${state.depth}: the limit is too low`,
    );
  }
  state.limit = n;
  return None;
}

/** Bytes an object takes, by its own account. CPython: _PySys_GetSizeOf */
function getSizeof(v: Value, fallback?: Value): Value {
  const method = lookupSpecial(v, '__sizeof__');
  if (method === undefined) {
    if (fallback !== undefined) return fallback;
    throw typeError(`Type ${typeOf(v).typeName} doesn't define __sizeof__`);
  }
  const size = asIndex(method(v));
  if (size < 0) throw valueError('__sizeof__() should return >= 0');
  const type = typeOf(v);
  const atomic = (type.flags & TypeFlags.HEAP) === 0 && ATOMIC.has(type.typeName);
  return int(Number(size) + (atomic ? 0 : GC_HEAD));
}

/** What the collector's links take before an object. CPython: _PyType_PreHeaderSize */
const GC_HEAD = 16;

/** Types whose objects refer to no others, which CPython does not track. */
const ATOMIC = new Set([
  'int',
  'bool',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'NoneType',
  'NotImplementedType',
  'ellipsis',
  'range',
  'code',
  'object',
]);

/** CPython: sys_displayhook */
function displayHook(v: Value): Value {
  if (v === None) return None;
  setAttr(state.interp.builtins, '_', None);
  const out = lookupAttr(state.interp.importModule('sys'), 'stdout');
  if (out === undefined || out === None) throw newError(exceptionNamed('RuntimeError'), ['lost sys.stdout']);
  call(getAttr(out, 'write'), repr(v) as StrValue);
  call(getAttr(out, 'write'), '\n');
  setAttr(state.interp.builtins, '_', v);
  return None;
}

/** Prints a traceback through the traceback module. CPython: sys_excepthook_impl */
function exceptHook(type: Value, value: Value, traceback: Value): Value {
  const err = lookupAttr(state.interp.importModule('sys'), 'stderr');
  if (err === undefined || err === None) return None;
  if (!(value instanceof PyBaseException)) {
    const name = typeOf(value).typeName;
    call(getAttr(err, 'write'), `TypeError: print_exception(): Exception expected for value, ${name} found\n`);
    return None;
  }
  const print = getAttr(state.interp.importModule('traceback'), '_print_exception_bltin');
  if (value.traceback === undefined && traceback !== None) value.traceback = traceback;
  call(print, value);
  void type;
  return None;
}

/** CPython: _PyErr_DefaultUnraisableHook */
function unraisableHook(args: Value): Value {
  if (typeOf(args) !== unraisableArgs.type)
    throw typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  const err = lookupAttr(state.interp.importModule('sys'), 'stderr');
  if (err === undefined || err === None) return None;
  const message = getAttr(args, 'err_msg');
  const object = getAttr(args, 'object');
  const write = (text: Value): void => void call(getAttr(err, 'write'), text);
  const shown = object === None ? '' : ` ${String(repr(object))}`;
  write(`${message === None ? 'Exception ignored in:' : `${String(message)}${object === None ? '' : ':'}`}${shown}\n`);
  const value = getAttr(args, 'exc_value');
  if (value !== None) exceptHook(getAttr(args, 'exc_type'), value, getAttr(args, 'exc_traceback'));
  return None;
}

/** Calls what PYTHONBREAKPOINT names, pdb.set_trace by default. CPython: sys_breakpointhook */
function breakpointHook(args: Value[], keywords: PyDict): Value {
  const configured = state.interp.host.process.env.get('PYTHONBREAKPOINT');
  if (configured === '0') return None;
  const path = configured === undefined || configured === '' ? 'pdb.set_trace' : configured;
  const dot = path.lastIndexOf('.');
  const module = state.interp.importModule(dot < 0 ? 'builtins' : path.slice(0, dot));
  const hook = getAttr(module, path.slice(dot + 1));
  return callKeywords(hook, [...args, ...dictValues(keywords)], keywordNames(keywords));
}

const interned = new Map<string, Value>();

function intern(v: Value): Value {
  if (!isStr(v)) throw typeError(`intern() argument must be str, not ${typeOf(v).typeName}`);
  if (typeof v === 'string') return v;
  if (typeOf(v).typeName !== 'str') throw typeError(`can't intern ${typeOf(v).typeName}`);
  const known = interned.get(v.value);
  if (known === undefined) interned.set(v.value, v);
  return known ?? v;
}

/** Runs the hooks; the engine's own events are raised where the engine does what they announce. CPython: sys_audit_impl */
function audit(event: Value, args: Value[]): Value {
  if (!isStr(event)) throw typeError(`expected str for argument 'event', not ${typeOf(event).typeName}`);
  for (const hook of sysState().auditHooks) call(hook, event, tuple(args));
  return None;
}

function setAsyncgenHooks(args: Value[], keywords: PyDict): Value {
  const take = (index: number, name: string): Value | undefined => {
    const value = args[index] ?? dictGet(keywords, name);
    if (value !== undefined && value !== None && !isCallable(value)) {
      throw typeError(`callable ${name} expected, got ${typeOf(value).typeName}`);
    }
    return value;
  };
  const finalizer = take(1, 'finalizer');
  const firstIter = take(0, 'firstiter');
  if (finalizer !== undefined) state.asyncgenFinalizer = finalizer === None ? undefined : finalizer;
  if (firstIter !== undefined) state.asyncgenFirstIter = firstIter === None ? undefined : firstIter;
  return None;
}

function setIntDigits(digits: Value): Value {
  const n = intArgument(digits);
  if (n !== 0 && n < 640) throw valueError('maxdigits must be >= 640 or 0 for unlimited');
  state.interp.maxIntDigits = n;
  return None;
}

/** Refuses what needs instrumented code, unless it is being switched off. */
function setTracer(f: Value): Value {
  state.tracer = f === None ? undefined : f;
  return None;
}

function setProfiler(f: Value): Value {
  state.profiler = f === None ? undefined : f;
  return None;
}

/** Lets a debugger run code while it is called itself. CPython: _PyEval_CallTracing */
function callTracing(f: Value, args: Value): Value {
  if (!(args instanceof PyTuple)) {
    throw typeError(`call_tracing() argument 2 must be tuple, not ${typeOf(args).typeName}`);
  }
  const saved = state.isTracing;
  state.isTracing = false;
  try {
    return call(f, ...args.items);
  } finally {
    state.isTracing = saved;
  }
}

const none = (): Value => None;

const RECURSION: ModuleTable = {
  getrecursionlimit: fn('($module, /)', () => int(state.limit)),
  setrecursionlimit: fn('($module, limit, /)', setRecursionLimit),
  _getframe: fn('($module, depth=0, /)', getFrame),
  _getframemodulename: fn('($module, /, depth=0)', getFrameModuleName),
  _current_frames: fn('($module, /)', () => {
    const dict = new PyDict();
    const frame = currentFrame(0);
    if (frame !== undefined) dictSet(dict, call(getAttr(state.interp.importModule('_thread'), 'get_ident')), frame);
    return dict;
  }),
  _current_exceptions: fn('($module, /)', () => {
    const dict = new PyDict();
    dictSet(dict, call(getAttr(state.interp.importModule('_thread'), 'get_ident')), state.handled ?? None);
    return dict;
  }),
};

const HOOKS: ModuleTable = {
  displayhook: fn('($module, object, /)', displayHook),
  excepthook: fn('($module, exctype, value, traceback, /)', exceptHook),
  unraisablehook: fn('($module, unraisable, /)', unraisableHook),
  breakpointhook: fn('($module, /, *args, **kwargs)', breakpointHook),
  audit: fn('($module, event, /, *args)', audit),
  addaudithook: fn('($module, /, hook)', (hook: Value) => {
    sysState().auditHooks.push(hook);
    return None;
  }),
  settrace: fn('($module, function, /)', setTracer),
  setprofile: fn('($module, function, /)', setProfiler),
  _settraceallthreads: fn('($module, function, /)', setTracer),
  _setprofileallthreads: fn('($module, function, /)', setProfiler),
  gettrace: fn('($module, /)', () => state.tracer ?? None),
  getprofile: fn('($module, /)', () => state.profiler ?? None),
  call_tracing: fn('($module, func, args, /)', callTracing),
  get_asyncgen_hooks: fn('($module, /)', () =>
    asyncgenHooks.make([state.asyncgenFirstIter ?? None, state.asyncgenFinalizer ?? None]),
  ),
  set_asyncgen_hooks: fn('!(*args, **kwargs)', setAsyncgenHooks),
  get_coroutine_origin_tracking_depth: fn('($module, /)', () => int(state.originDepth)),
  set_coroutine_origin_tracking_depth: fn('($module, /, depth)', (depth: Value) => {
    const n = Number(asIndex(depth));
    if (n < 0) throw valueError('depth must be >= 0');
    state.originDepth = n;
    return None;
  }),
};

export const SYS_FUNCTIONS: ModuleTable = {
  ...RECURSION,
  ...HOOKS,
  exc_info: fn('($module, /)', excInfo),
  exception: fn('($module, /)', () => state.handled ?? None),
  exit: fn('($module, status=None, /)', exit),
  getsizeof: fn('(object, default=<unrepresentable>)', getSizeof),
  // The engine counts no references; a number every object has keeps programs that only print or compare it going.
  getrefcount: fn('($module, object, /)', () => int(2)),
  getallocatedblocks: fn('($module, /)', () => int(0)),
  getunicodeinternedsize: fn('($module, /, *, _only_immortal=False)', () => int(interned.size)),
  intern: fn('($module, string, /)', intern),
  is_finalizing: fn('($module, /)', () => false),
  is_remote_debug_enabled: fn('($module, /)', () => false),
  is_stack_trampoline_active: fn('($module, /)', () => false),
  activate_stack_trampoline: fn('($module, backend, /)', () => {
    throw valueError('perf trampoline not available');
  }),
  deactivate_stack_trampoline: fn('($module, /)', none),
  getdefaultencoding: fn('($module, /)', () => 'utf-8'),
  getfilesystemencoding: fn('($module, /)', () => 'utf-8'),
  getfilesystemencodeerrors: fn('($module, /)', () => 'surrogateescape'),
  getdlopenflags: fn('($module, /)', () => int(2)),
  setdlopenflags: fn('($module, flags, /)', none),
  getswitchinterval: fn('($module, /)', () => float(sysState().switchInterval)),
  setswitchinterval: fn('($module, interval, /)', (interval: Value) => {
    const seconds = asDouble(interval);
    if (seconds <= 0) throw valueError('switch interval must be strictly positive');
    sysState().switchInterval = seconds;
    return None;
  }),
  get_int_max_str_digits: fn('($module, /)', () => int(state.interp.maxIntDigits)),
  set_int_max_str_digits: fn('($module, /, maxdigits)', setIntDigits),
  remote_exec: fn('($module, /, pid, script)', () => {
    throw newError(exceptionNamed('RuntimeError'), ['Remote debugging is not supported']);
  }),
  _clear_internal_caches: fn('($module, /)', none),
  _clear_type_cache: fn('($module, /)', none),
  _clear_type_descriptors: fn('($module, type, /)', (_type: PyType) => None),
  _debugmallocstats: fn('($module, /)', none),
  _get_cpu_count_config: fn('($module, /)', () => int(-1)),
  _is_gil_enabled: fn('($module, /)', () => true),
  _is_immortal: fn('($module, op, /)', (v: Value) => v === None || typeof v === 'boolean'),
  _is_interned: fn('($module, string, /)', (v: Value) => {
    if (isStr(v)) return typeof v === 'string';
    throw typeError(`_is_interned() argument must be str, not ${typeOf(v).typeName}`);
  }),
};
