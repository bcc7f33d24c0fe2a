// compile, eval, exec. CPython: Python/bltinmodule.c
import { None, type PyObject } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { systemError, typeError, valueError } from '../exceptions/errors.ts';
import { type CompileMode, compileCode, runCode } from '../execution/compile.ts';
import { namespaceOf } from '../execution/namespace.ts';
import { PyCode } from '../objects/code/code.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictEntries, dictGet, dictSet, setOwnAttribute } from '../objects/dict/table.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { asIndex, getItem, setItem } from '../protocols/item.ts';
import { spread } from '../protocols/iterate.ts';
import { callerGlobals, callerLocals } from './frame.ts';

function sourceOf(source: Value, what: string, accepts: string): string | Uint8Array {
  if (isStr(source)) return jsString(source);
  const buffer = (source as { getBuffer?: () => Uint8Array }).getBuffer;
  if (buffer === undefined) throw typeError(`${what}() arg 1 must be ${accepts}`);
  return buffer.call(source);
}

/** CPython: builtin_compile */
export function builtinCompile(
  source: Value,
  filename: Value,
  mode: Value,
  flags?: Value,
  _dontInherit?: Value,
  optimize?: Value,
): Value {
  if (!isStr(mode)) throw typeError(`compile() argument 'mode' must be str, not ${typeOf(mode).typeName}`);
  const kind = jsString(mode);
  const bits = flags === undefined ? 0 : Number(asIndex(flags));
  const level = optimize === undefined ? -1 : Number(asIndex(optimize));
  if (level < -1 || level > 2) throw valueError('compile(): invalid optimize value');
  const name = isStr(filename) ? jsString(filename) : fileName(filename);
  const ast = state.interp.ast;
  if (ast !== undefined && (bits & PYCF_ONLY_AST) !== 0)
    return ast.parse(sourceOrTree(source), name, kind, bits, level);
  if (kind !== 'exec' && kind !== 'eval' && kind !== 'single') {
    throw valueError(
      `compile() mode must be 'exec', 'eval'${bits & PYCF_ONLY_AST ? ", 'single' or 'func_type'" : " or 'single'"}`,
    );
  }
  if (ast !== undefined && ast.isTree(source)) return ast.compile(source, name, kind, bits, level);
  return compileCode(sourceOf(source, 'compile', 'a string, bytes or AST object'), name, kind, bits, level);
  function sourceOrTree(v: Value): Value | string | Uint8Array {
    return ast!.isTree(v) ? v : sourceOf(v, 'compile', 'a string, bytes or AST object');
  }
}

const PYCF_ONLY_AST = 0x0400;

function fileName(filename: Value): string {
  const buffer = (filename as { getBuffer?: () => Uint8Array }).getBuffer;
  if (buffer !== undefined) return new TextDecoder().decode(buffer.call(filename));
  const path = lookupAttr(filename, '__fspath__');
  if (path === undefined)
    throw typeError(`expected str, bytes or os.PathLike object, not ${typeOf(filename).typeName}`);
  return fileName(loadMethod(filename, '__fspath__')(filename));
}

interface Scope {
  globals: PyObject;
  /** A separate locals mapping, when there is one. */
  locals: Value | undefined;
  /** Where locals of the code end up when `locals` is a mapping of its own. */
  finish: () => void;
}

/** The namespaces of eval and exec. Module-level code here has one namespace: a separate locals mapping is laid over the globals. */
function scopeFor(name: string, globals: Value | undefined, locals: Value | undefined): Scope {
  const given = globals === undefined || globals === None ? undefined : globals;
  const own = locals === undefined || locals === None ? undefined : locals;
  if (given !== undefined && !(given instanceof PyDict)) {
    throw typeError(
      name === 'eval' && own === undefined
        ? 'globals must be a real dict; try eval(code, {}, mapping)'
        : `${name}() globals must be a dict, not ${typeOf(given).typeName}`,
    );
  }
  const base = given === undefined ? callerGlobals() : namespaceOf(given as PyDict);
  setBuiltins(base);
  const mapping = own ?? (given === undefined ? callerLocals() : undefined);
  if (mapping === undefined || mapping === given || isFaceOf(mapping, base))
    return { globals: base, locals: undefined, finish: () => {} };
  return layered(base, mapping);
}

function isFaceOf(mapping: Value, globals: PyObject): boolean {
  return mapping instanceof PyDict && mapping.owner === globals;
}

function setBuiltins(globals: PyObject): void {
  if (Object.hasOwn(globals, '$__builtins__')) return;
  setOwnAttribute(globals, '__builtins__', state.interp.builtins);
}

/**
 * Code whose locals differ from its globals runs in a namespace that inherits from the globals: reads fall through, stores stay, and are
 * written back to the mapping at the end.
 */
function layered(globals: PyObject, mapping: Value): Scope {
  const layer = Object.create(globals) as PyObject;
  const names = new Set<string>();
  const isDict = mapping instanceof PyDict;
  const keys = isDict ? [...dictEntries(mapping)].map(([k]) => k) : spread(loadMethod(mapping, 'keys')(mapping));
  for (const key of keys) {
    if (!isStr(key)) continue;
    const name = jsString(key);
    names.add(name);
    setOwnAttribute(layer, name, isDict ? dictGet(mapping, key)! : getItem(mapping, key));
  }
  const finish = (): void => {
    for (const key of Object.keys(layer)) {
      if (!key.startsWith('$')) continue;
      const value = (layer as unknown as Record<string, Value>)[key]!;
      if (isDict) dictSet(mapping, key.slice(1), value);
      else setItem(mapping, key.slice(1), value);
    }
  };
  return { globals: layer, locals: mapping, finish };
}

function codeFor(source: Value, name: string, mode: CompileMode): PyCode {
  if (source instanceof PyCode) {
    if (source.info.freevars.length > 0)
      throw typeError(`code object passed to ${name}() may not contain free variables`);
    return source;
  }
  const text = sourceOf(source, name, 'a string, bytes or code object');
  return compileCode(mode === 'eval' ? trimmed(text) : text, '<string>', mode);
}

/** eval() allows leading blanks. */
function trimmed(text: string | Uint8Array): string | Uint8Array {
  return typeof text === 'string' ? text.replace(/^[ \t]+/, '') : text;
}

export function builtinEval(source: Value, globals?: Value, locals?: Value): Value {
  const scope = scopeFor('eval', globals, locals);
  const code = codeFor(source, 'eval', 'eval');
  try {
    return runCode(code, scope.globals);
  } finally {
    scope.finish();
  }
}

export function builtinExec(source: Value, globals?: Value, locals?: Value, closure?: Value): Value {
  if (closure !== undefined && closure !== None) throw systemError('exec() with a closure is not supported');
  const scope = scopeFor('exec', globals, locals);
  const code = codeFor(source, 'exec', 'exec');
  try {
    runCode(code, scope.globals);
  } finally {
    scope.finish();
  }
  return None;
}
