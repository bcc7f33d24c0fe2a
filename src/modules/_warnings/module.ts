// Warnings: filters, registries and the way to warnings.showwarning. CPython: Python/_warnings.c
import { None, type PyObject } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isSubtype, isType, type PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { runtimeError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, PyBaseException } from '../../runtime/exceptions/exception.ts';
import { currentFrame } from '../../runtime/execution/frames.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { globalsDict, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictClear, dictGet, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { type PyFrame, positionOf } from '../../runtime/objects/traceback/traceback.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { repr, str } from '../../runtime/protocols/text.ts';

interface WarningsState {
  readonly filters: PyList;
  readonly once: PyDict;
  readonly context: Value;
  version: number;
  locked: number;
}
const STATE: unique symbol = Symbol('_warnings');

function warningsState(): WarningsState {
  const { states } = state.interp;
  let own = states.get(STATE) as WarningsState | undefined;
  if (own === undefined) {
    own = {
      filters: new PyList(initialFilters()),
      once: new PyDict(),
      context: newContextVar('_warnings_context'),
      version: 0,
      locked: 0,
    };
    states.set(STATE, own);
  }
  return own;
}

/** A context variable, made without importing: warnings are there before imports work. */
function newContextVar(name: string): Value {
  const module = state.interp.library.makeNative('_contextvars');
  if (module === undefined) throw runtimeError('no _contextvars module');
  return call(getAttr(module, 'ContextVar'), name);
}

/** CPython: init_filters of a release build */
function initialFilters(): Value[] {
  const filter = (action: string, category: string, module: Value): Value =>
    tuple([action, None, exceptionNamed(category), module, int(0)]);
  return [
    filter('default', 'DeprecationWarning', '__main__'),
    filter('ignore', 'DeprecationWarning', None),
    filter('ignore', 'PendingDeprecationWarning', None),
    filter('ignore', 'ImportWarning', None),
    filter('ignore', 'ResourceWarning', None),
  ];
}

/** What the `warnings` module, if imported, has under a name that programs may have replaced. */
function fromModule(name: string, load = false): Value | undefined {
  const { interp } = state;
  const module = load ? interp.importModule('warnings') : dictGet(interp.modules as PyDict, 'warnings');
  return module === undefined || module === None ? undefined : lookupAttr(module, name);
}

/** One warning on its way. */
interface Warning {
  readonly category: PyType;
  readonly message: Value;
  readonly text: Value;
  readonly filename: Value;
  readonly lineno: Value;
  readonly module: Value;
  readonly registry: PyDict | undefined;
  readonly source: Value | undefined;
}

function warningBase(): PyType {
  return exceptionNamed('Warning');
}

/** CPython: get_category */
function categoryOf(message: Value, category: Value | undefined): PyType {
  if (isSubtype(typeOf(message), warningBase())) return typeOf(message);
  if (category === undefined || category === None) return exceptionNamed('UserWarning');
  if (isType(category) && isSubtype(category, warningBase())) return category;
  throw typeError(`category must be a Warning subclass, not '${typeOf(category).typeName}'`);
}

function matches(pattern: Value, text: Value): boolean {
  if (pattern === None) return true;
  if (isStr(pattern)) return isStr(text) && jsString(pattern) === jsString(text);
  return isTrue(call(getAttr(pattern, 'match'), text));
}

interface Verdict {
  readonly action: string;
  readonly filter: Value;
}

/** CPython: get_filter */
function verdictOn(warning: Warning): Verdict {
  const context = contextFilters();
  for (const list of context) {
    for (const filter of spread(list)) {
      if (!(filter instanceof PyTuple) || filter.items.length !== 5) {
        throw valueError('warnings.filters item must be a 5-tuple');
      }
      const [action, message, category, module, lineno] = filter.items as [Value, Value, Value, Value, Value];
      if (!isStr(action)) throw typeError(`action must be a string, not '${typeOf(action).typeName}'`);
      if (!isType(category) || !isSubtype(warning.category, category)) continue;
      const line = Number(asIndex(lineno));
      if (line !== 0 && line !== Number(warning.lineno)) continue;
      if (matches(message, warning.text) && matches(module, warning.module))
        return { action: jsString(action), filter };
    }
  }
  const fallback = fromModule('defaultaction') ?? 'default';
  return { action: isStr(fallback) ? jsString(fallback) : 'default', filter: None };
}

/** The filters of the running warnings context, then the global ones. */
function contextFilters(): Value[] {
  const own = warningsState();
  const context = call(getAttr(own.context, 'get'), None);
  const global = fromModule('filters') ?? own.filters;
  if (context === None) return [global];
  const filters = lookupAttr(context, '_filters');
  return filters === undefined ? [global] : [filters, global];
}

/** CPython: already_warned */
function alreadyWarned(registry: PyDict, key: Value, mark: boolean): boolean {
  const { version } = warningsState();
  if (dictGet(registry, 'version') !== (version as Value)) {
    dictClear(registry);
    dictSet(registry, 'version', int(version));
  } else {
    const seen = dictGet(registry, key);
    if (seen !== undefined && isTrue(seen)) return true;
  }
  if (mark) dictSet(registry, key, true);
  return false;
}

/** Whether the action lets the warning be shown now. */
function isDue(action: string, warning: Warning, filter: Value): boolean {
  const { registry, text, category } = warning;
  switch (action) {
    case 'all':
    case 'always':
      return true;
    case 'once': {
      const once = fromModule('onceregistry');
      return !alreadyWarned(once instanceof PyDict ? once : warningsState().once, tuple([text, category]), true);
    }
    case 'module':
      return registry === undefined || !alreadyWarned(registry, tuple([text, category, int(0)]), true);
    case 'default':
      return true; // a repeat does not come this far: the registry has the key
    default:
      throw runtimeError(
        `Unrecognized action (${String(repr(action))}) in warnings.filters:\n ${String(repr(filter))}`,
      );
  }
}

/** CPython: warn_explicit */
function deliver(warning: Warning): Value {
  const { registry, text, category, lineno } = warning;
  const key = tuple([text, category, lineno]);
  if (registry !== undefined && alreadyWarned(registry, key, false)) return None;
  const { action, filter } = verdictOn(warning);
  if (action === 'error') throw warning.message;
  if (action === 'ignore') return None;
  if (registry !== undefined && action !== 'always' && action !== 'all') dictSet(registry, key, true);
  if (isDue(action, warning, filter)) show(warning);
  return None;
}

/** CPython: call_show_warning */
function show(warning: Warning): void {
  const hook = fromModule('_showwarnmsg', warning.source !== undefined);
  const Message = hook === undefined ? undefined : fromModule('WarningMessage');
  if (hook === undefined || Message === undefined) {
    showPlainly(warning);
    return;
  }
  const { message, category, filename, lineno, source } = warning;
  call(hook, call(Message, message, category, filename, lineno, None, None, source ?? None));
}

/** Before `warnings` is there. CPython: show_warning */
function showPlainly(warning: Warning): void {
  const err = lookupAttr(state.interp.importModule('sys'), 'stderr');
  if (err === undefined || err === None) return;
  const { filename, lineno, category, text } = warning;
  call(getAttr(err, 'write'), `${String(filename)}:${String(lineno)}: ${category.typeName}: ${String(str(text))}\n`);
}

function normalised(message: Value, category: PyType): { message: Value; text: Value; category: PyType } {
  if (message instanceof PyBaseException && isSubtype(typeOf(message), warningBase())) {
    return { message, text: str(message), category: typeOf(message) };
  }
  return { message: call(category, message), text: message, category };
}

function isInternal(frame: PyFrame): boolean {
  const { filename } = frame.code;
  return filename.includes('importlib') && filename.includes('_bootstrap');
}

/** The frame a stack level means: importlib's own do not count, nor files under the prefixes. CPython: setup_context */
function frameAtLevel(level: number, prefixes: readonly string[]): PyFrame | undefined {
  let frame = currentFrame(0);
  const skips = (f: PyFrame): boolean => isInternal(f) || prefixes.some((p) => f.code.filename.startsWith(p));
  if (level <= 0 || (frame !== undefined && isInternal(frame))) {
    for (let left = level; left > 1 && frame !== undefined; left--) frame = frame.back;
    return frame;
  }
  for (let left = level; left > 1 && frame !== undefined; left--) {
    do frame = frame.back;
    while (frame !== undefined && skips(frame));
  }
  return frame;
}

function prefixList(prefixes: Value | undefined): string[] {
  if (prefixes === undefined) return [];
  if (!(prefixes instanceof PyTuple)) throw typeError('skip_file_prefixes must be a tuple of strs.');
  return prefixes.items.map((each) => {
    if (!isStr(each)) throw typeError(`Found non-str '${typeOf(each).typeName}' in skip_file_prefixes.`);
    return jsString(each);
  });
}

function warn(message: Value, category?: Value, stacklevel?: Value, source?: Value, skip?: Value): Value {
  const prefixes = prefixList(skip);
  let level = stacklevel === undefined ? 1 : Number(asIndex(stacklevel));
  if (prefixes.length > 0 && level < 2) level = 2;
  const parts = normalised(message, categoryOf(message, category));
  const frame = frameAtLevel(level, prefixes);
  const globals = globalsDict(frame?.globals ?? (state.interp.importModule('sys') as PyObject)) as PyDict;
  const lineno = frame === undefined ? 0 : positionOf(frame.code, frame.position)[0] || frame.code.info.firstlineno;
  const name = dictGet(globals, '__name__');
  return deliver({
    ...parts,
    filename: frame === undefined ? '<sys>' : frame.code.filename,
    lineno: int(lineno),
    module: name === undefined || !isStr(name) ? '<string>' : name,
    registry: registryOf(globals),
    source: source === None ? undefined : source,
  });
}

function registryOf(globals: PyDict): PyDict {
  const known = dictGet(globals, '__warningregistry__');
  if (known instanceof PyDict) return known;
  const registry = new PyDict();
  dictSet(globals, '__warningregistry__', registry);
  return registry;
}

function warnExplicit(
  message: Value,
  category: Value,
  filename: Value,
  lineno: Value,
  module?: Value,
  registry?: Value,
  globals?: Value,
  source?: Value,
): Value {
  if (!isStr(filename))
    throw typeError(`warn_explicit() argument 'filename' must be str, not ${typeOf(filename).typeName}`);
  asIndex(lineno);
  if (registry !== undefined && registry !== None && !(registry instanceof PyDict)) {
    throw typeError("'registry' must be a dict or None");
  }
  if (globals !== undefined && globals !== None && !(globals instanceof PyDict))
    throw typeError(`module_globals must be a dict, not '${typeOf(globals).typeName}'`);
  const parts = normalised(message, isType(category) ? category : categoryOf(message, category));
  return deliver({
    ...parts,
    filename,
    lineno,
    module: module === undefined || module === None ? moduleFromFile(filename) : module,
    registry: registry instanceof PyDict ? registry : undefined,
    source: source === None ? undefined : source,
  });
}

/** CPython: normalize_module */
function moduleFromFile(filename: Value): Value {
  if (!isStr(filename)) return filename;
  const text = jsString(filename);
  if (text === '') return '<unknown>';
  return text.endsWith('.py') ? text.slice(0, -3) : text;
}

function lock(change: number): Value {
  const own = warningsState();
  if (own.locked + change < 0) throw runtimeError('cannot release un-acquired lock');
  own.locked += change;
  return None;
}

export const warningsModule: NativeModule = {
  name: '_warnings',
  doc: 'Low-level interface to warnings functionality.',
  functions: {
    warn: fn(
      '($module, /, message, category=None, stacklevel=1, source=None, *,\n     skip_file_prefixes=())',
      warn,
      'Issue a warning, or maybe ignore it or raise an exception.',
    ),
    warn_explicit: fn(
      '($module, /, message, category, filename, lineno,\n              module=<unrepresentable>, registry=None,\n              module_globals=None, source=None)',
      warnExplicit,
    ),
    _filters_mutated_lock_held: fn('($module, /)', () => {
      const own = warningsState();
      if (own.locked === 0) throw runtimeError('warnings lock is not held');
      own.version++;
      return None;
    }),
    _acquire_lock: fn('($module, /)', () => lock(1)),
    _release_lock: fn('($module, /)', () => lock(-1)),
  },
  values: () => {
    const own = warningsState();
    return {
      filters: own.filters,
      _onceregistry: own.once,
      _defaultaction: 'default',
      _warnings_context: own.context,
    };
  },
};
