// compile, eval, exec. CPython: Python/bltinmodule.c
import { CodeFlags } from '../../contract/unit.ts';
import { None, type PyObject } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { type Raised, typeError, valueError } from '../exceptions/errors.ts';
import { type CompileMode, compileCode, runCode } from '../execution/compile.ts';
import { functionFromCode, instantiate } from '../execution/instantiate.ts';
import { namespaceOf } from '../execution/namespace.ts';
import { PyCell } from '../objects/cell/cell.ts';
import { PyCode } from '../objects/code/code.ts';
import { globalsDict, PyDict } from '../objects/dict/dict.ts';
import { setOwnAttribute } from '../objects/dict/table.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { loadMethod, lookupAttr, lookupSpecial } from '../protocols/attribute.ts';
import { isTrue } from '../protocols/compare.ts';
import { asIndex } from '../protocols/item.ts';
import { localsOf, takeCaller } from './frame.ts';

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
  dontInherit?: Value,
  optimize?: Value,
  featureVersion?: Value,
): Value {
  if (!isStr(mode)) throw typeError(`compile() argument 'mode' must be str, not ${typeOf(mode).typeName}`);
  const kind = jsString(mode);
  const inherited = dontInherit !== undefined && isTrue(dontInherit) ? 0 : (state.caller?.futures ?? 0);
  state.caller = undefined;
  const bits = (flags === undefined ? 0 : Number(asIndex(flags))) | inherited;
  if ((bits & ~PYCF_KNOWN) !== 0) throw valueError('compile(): unrecognised flags');
  const level = optimize === undefined ? -1 : Number(asIndex(optimize));
  if (level < -1 || level > 2) throw valueError('compile(): invalid optimize value');
  const feature = featureVersion === undefined ? -1 : Number(asIndex(featureVersion));
  const name = isStr(filename) ? jsString(filename) : fileName(filename);
  if (name.includes('\0')) throw valueError('embedded null character');
  const ast = state.interp.ast;
  if (ast !== undefined && (bits & PYCF_ONLY_AST) !== 0)
    return ast.parse(sourceOrTree(source), name, kind, bits, level, feature);
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
/** Every bit of `flags` there is: future features, ways to compile, and one that has lost its meaning. */
const PYCF_KNOWN = 0x1fe0000 | 0xf600 | 0x10;

function fileName(filename: Value): string {
  const buffer = (filename as { getBuffer?: () => Uint8Array }).getBuffer;
  if (buffer !== undefined) return new TextDecoder().decode(buffer.call(filename));
  const path = lookupAttr(filename, '__fspath__');
  if (path === undefined)
    throw typeError(`expected str, bytes or os.PathLike object, not ${typeOf(filename).typeName}`);
  return fileName(loadMethod(filename, '__fspath__')(filename));
}

interface Scope {
  futures: number;
  globals: PyObject;
  /** A locals mapping that is not the globals. */
  locals: Value | undefined;
}

/** The namespaces of eval and exec. */
function scopeFor(name: string, source: Value, globals: Value | undefined, locals: Value | undefined): Scope {
  const given = globals === undefined || globals === None ? undefined : globals;
  const own = locals === undefined || locals === None ? undefined : locals;
  if (given !== undefined && !(given instanceof PyDict)) throw wrongGlobals(name, given);
  if (own !== undefined && !isMapping(own)) {
    throw typeError(
      name === 'eval' ? 'locals must be a mapping' : `locals must be a mapping or None, not ${typeOf(own).typeName}`,
    );
  }
  // A code object with globals runs the same whoever calls, and looking for the caller takes time.
  if (given !== undefined && source instanceof PyCode) {
    state.caller = undefined;
    return scopeOver(namespaceOf(given), given, own, 0);
  }
  const caller = takeCaller();
  const base = given === undefined ? caller.globals : namespaceOf(given);
  return scopeOver(base, given, own ?? (given === undefined ? localsOf(caller) : undefined), caller.futures);
}

function scopeOver(base: PyObject, given: Value | undefined, mapping: Value | undefined, futures: number): Scope {
  setBuiltins(base);
  const same = mapping === undefined || mapping === given || (mapping instanceof PyDict && mapping.owner === base);
  return { futures, globals: base, locals: same ? undefined : mapping };
}

function isMapping(v: Value): boolean {
  return v instanceof PyDict || lookupSpecial(v, '__getitem__') !== undefined;
}

function wrongGlobals(name: string, given: Value): Raised {
  if (name === 'exec') return typeError(`exec() globals must be a dict, not ${typeOf(given).typeName}`);
  return typeError(
    isMapping(given) ? 'globals must be a real dict; try eval(expr, {}, mapping)' : 'globals must be a dict',
  );
}

function setBuiltins(globals: PyObject): void {
  if (Object.hasOwn(globals, '$__builtins__')) return;
  setOwnAttribute(globals, '__builtins__', state.interp.builtins);
}

function codeFor(source: Value, name: string, mode: CompileMode, { futures, locals }: Scope): PyCode {
  if (source instanceof PyCode) return source;
  const text = sourceOf(source, name, 'a string, bytes or code object');
  return compileCode(mode === 'eval' ? trimmed(text) : text, '<string>', mode, futures, -1, locals !== undefined);
}

/** eval() allows leading blanks. */
function trimmed(text: string | Uint8Array): string | Uint8Array {
  return typeof text === 'string' ? text.replace(/^[ \t]+/, '') : text;
}

export function builtinEval(source: Value, globals?: Value, locals?: Value): Value {
  const scope = scopeFor('eval', source, globals, locals);
  const code = codeFor(source, 'eval', 'eval', scope);
  if (code.info.freevars.length > 0) throw typeError('code object passed to eval() may not contain free variables');
  return run(code, scope, []);
}

export function builtinExec(source: Value, globals?: Value, locals?: Value, closure?: Value): Value {
  const scope = scopeFor('exec', source, globals, locals);
  const code = codeFor(source, 'exec', 'exec', scope);
  run(code, scope, closureFor(code, source, closure === None ? undefined : closure));
  return None;
}

/** CPython: builtin_exec_impl */
function closureFor(code: PyCode, source: Value, closure: Value | undefined): PyCell[] {
  if (source !== code) {
    if (closure === undefined) return [];
    throw typeError('closure can only be used when source is a code object');
  }
  const wanted = code.info.freevars.length;
  if (wanted === 0) {
    if (closure === undefined) return [];
    throw typeError('cannot use a closure with this code object');
  }
  const cells = closure instanceof PyTuple ? closure.items.filter((cell) => cell instanceof PyCell) : [];
  if (cells.length !== wanted || cells.length !== (closure as PyTuple).items.length)
    throw typeError(`code object requires a closure of exactly length ${wanted}`);
  return cells;
}

function run(code: PyCode, scope: Scope, cells: readonly PyCell[]): Value {
  if (code.index === 0) return runCode(code, scope.globals, scope.locals);
  const dict = globalsDict(scope.globals);
  if (code.flags & CodeFlags.OPTIMIZED) return functionFromCode(code, dict, cells)();
  return instantiate(code, scope.globals, cells)(scope.locals ?? dict);
}
