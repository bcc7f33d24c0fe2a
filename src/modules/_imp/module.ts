// The import machinery's natives: built-in and frozen modules, the import lock, source hashes. CPython: Python/import.c
import { FORMAT_VERSION } from '../../contract/version.ts';
import type { FrozenModule } from '../../runtime/core/interpreter.ts';
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, type Raised, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, type PyImportError } from '../../runtime/exceptions/exception.ts';
import { isProfiling, isTracing } from '../../runtime/execution/compile.ts';
import { loadUnit, runUnit } from '../../runtime/execution/run.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyCode } from '../../runtime/objects/code/code.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { newModule } from '../../runtime/objects/module/module.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { sipHash } from './siphash.ts';

/** How deep the import lock is held. One thread runs, so it never blocks. */
const LOCK: unique symbol = Symbol('_imp lock');
/**
 * The magic number of compiled files: 31 bits of the compiler's fingerprint, so that no file outlives the compiler that made it; the highest bit
 * set, which CPython's ("\\r\\n" at the end) never have.
 */
function magicNumber(fingerprint: string): number {
  let hash = FORMAT_VERSION;
  for (const character of fingerprint) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash | 0x80000000) >>> 0;
}

function nameOf(v: Value): string {
  if (!isStr(v)) throw typeError(`argument must be str, not ${typeOf(v).typeName}`);
  return jsString(v);
}

function createBuiltin(spec: Value): Value {
  const name = nameOf(getAttr(spec, 'name'));
  if (name === 'sys' || name === 'builtins') return dictGet(state.interp.modules as PyDict, name) ?? None;
  return state.interp.library.makeNative(name) ?? None;
}

function isBuiltin(name: Value): Value {
  const text = nameOf(name);
  if (text === 'sys' || text === 'builtins') return int(-1);
  return int(state.interp.library.nativeNames().includes(text) ? 1 : 0);
}

function frozenNamed(name: Value): FrozenModule {
  const found = state.interp.library.frozen(nameOf(name));
  if (found !== undefined) return found;
  const error = newError(exceptionNamed('ImportError'), [`No such frozen object named ${nameOf(name)}`]);
  (error as PyImportError).msg = `No such frozen object named ${nameOf(name)}`;
  (error as PyImportError).name = name;
  throw error;
}

function findFrozen(name: Value, withdata?: Value): Value {
  const found = state.interp.library.frozen(nameOf(name));
  if (found === undefined) return None;
  return tuple([withdata === true ? bytes(new Uint8Array()) : None, found.isPackage, found.origin]);
}

function initFrozen(name: Value): Value {
  const frozen = state.interp.library.frozen(nameOf(name));
  if (frozen === undefined) return None;
  const module = newModule(nameOf(name));
  dictSet(state.interp.modules as PyDict, name, module);
  runUnit(loadUnit(frozen.unit()), module);
  return module;
}

/**
 * The code of a library file that was compiled ahead and is still the same; None when the file's cache is to be asked; False when it has to be
 * compiled anew, because somebody observes the program and no cache is made for that. A debugger is content with the program's own files.
 */
function compiledAhead(path: Value): Value {
  const { library, optimize } = state.interp;
  if (isProfiling()) return false;
  const unit = optimize === 0 && isStr(path) ? library.compiledAhead(nameOf(path)) : undefined;
  if (unit === undefined) return isTracing() ? false : None;
  return loadUnit(unit).codes[0]!;
}

/** Code compiled elsewhere shows the path it was found under. CPython: _imp__fix_co_filename_impl */
function fixFilename(code: Value, path: Value): Value {
  if (!(code instanceof PyCode))
    throw typeError(`_fix_co_filename() argument 1 must be code, not ${typeOf(code).typeName}`);
  const text = nameOf(path);
  const old = code.filename;
  if (old === text) return None;
  for (const each of code.siblings ?? [code]) if (each.filename === old) each.filename = text;
  return None;
}

function lockDepth(change: number): Value {
  const { states } = state.interp;
  const depth = ((states.get(LOCK) as number | undefined) ?? 0) + change;
  if (depth < 0) throw runtimeError('not holding the import lock');
  states.set(LOCK, depth);
  return None;
}

function noExtensions(spec: Value): Raised {
  const message = `extension modules cannot be loaded: ${nameOf(getAttr(spec, 'name'))}`;
  const error = newError(exceptionNamed('ImportError'), [message]) as PyImportError;
  error.msg = message;
  return error;
}

export const impModule: NativeModule = {
  name: '_imp',
  doc: '(Extremely) low-level import machinery bits as used by importlib.',
  functions: {
    _fix_co_filename: fn('($module, code, path, /)', fixFilename),
    _frozen_module_names: fn('($module, /)', () => new PyList([...state.interp.library.frozenNames()])),
    _override_frozen_modules_for_tests: fn('($module, override, /)', () => None),
    _override_multi_interp_extensions_check: fn('($module, override, /)', () => int(0)),
    _compiled_ahead: fn('($module, path, /)', compiledAhead),
    acquire_lock: fn('($module, /)', () => lockDepth(1)),
    release_lock: fn('($module, /)', () => lockDepth(-1)),
    lock_held: fn('($module, /)', () => ((state.interp.states.get(LOCK) as number | undefined) ?? 0) > 0),
    create_builtin: fn('($module, spec, /)', createBuiltin),
    exec_builtin: fn('($module, mod, /)', () => int(0)),
    create_dynamic: fn('($module, spec, file=<unrepresentable>, /)', (spec: Value) => {
      throw noExtensions(spec);
    }),
    exec_dynamic: fn('($module, mod, /)', () => int(0)),
    extension_suffixes: fn('($module, /)', () => new PyList([])),
    find_frozen: fn('($module, name, /, *, withdata=False)', findFrozen),
    get_frozen_object: fn('($module, name, data=None, /)', (name: Value) => {
      return loadUnit(frozenNamed(name).unit()).codes[0]!;
    }),
    init_frozen: fn('($module, name, /)', initFrozen),
    is_builtin: fn('($module, name, /)', isBuiltin),
    is_frozen: fn('($module, name, /)', (name: Value) => state.interp.library.frozen(nameOf(name)) !== undefined),
    is_frozen_package: fn('($module, name, /)', (name: Value) => frozenNamed(name).isPackage),
    source_hash: fn('($module, /, key, source)', (key: Value, source: Value) => {
      return bytes(sipHash(BigInt(asIndex(key)), getBuffer(source)));
    }),
  },
  values: () => ({
    check_hash_based_pycs: 'default',
    pyc_magic_number_token: int(magicNumber(state.interp.compiler.fingerprint)),
  }),
};
