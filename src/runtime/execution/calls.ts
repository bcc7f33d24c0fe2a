// Calls with unpacking, and calls of built-ins that look at the calling frame. CPython: Python/ceval.c (CALL_FUNCTION_EX, DICT_MERGE)
import type { PyObject, Slots } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import { type CallerFrame, state } from '../core/state.ts';
import type { PyFunction } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import { dictType, PyDict } from '../objects/dict/dict.ts';
import { dictEntries } from '../objects/dict/table.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { makeSuper, superMethod } from '../objects/super/super.ts';
import { getAttr, loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { applied } from '../protocols/bind-function.ts';
import { callee, callForm, callKeywords } from '../protocols/call.ts';
import { sameOrEqual } from '../protocols/compare.ts';
import { getItem } from '../protocols/item.ts';
import { spread } from '../protocols/iterate.ts';
import { str } from '../protocols/text.ts';

/** Whether a value is the built-in function that `run` is the implementation of. */
export function isBuiltin(v: Value, run: unknown): boolean {
  return typeof v === 'function' && (v as { meta?: { run?: unknown } }).meta?.run === run;
}

/** One keyword argument, or a mapping to unpack. */
export type KeywordPart = readonly [name: string, value: Value] | Value;

/** `f(*args, **keywords)`; `args` may be a list's or tuple's own items, which nothing here changes. */
export function callUnpacked(f: Value, args: readonly Value[], parts: readonly KeywordPart[] = []): Value {
  if (parts.length === 0) return callWith(f, args);
  const quick = parts.length === 1 ? passOn(f, args, parts[0]!) : undefined;
  if (quick !== undefined) return quick;
  const keywords = keywordPairs(parts, f);
  return callKeywords(f, [...args, ...keywords.values()], [...keywords.keys()]);
}

/** `f(*args)`. */
function callWith(f: Value, args: readonly Value[]): Value {
  return applied(typeof f === 'function' ? (f as unknown as Entry) : callee(f), args);
}

/** `f(*args, **kwargs)` with what a function was itself called with: a plain dict, usually empty. */
function passOn(f: Value, args: readonly Value[], kwargs: KeywordPart): Value | undefined {
  if (!(kwargs instanceof PyDict) || kwargs.cls !== dictType || kwargs.owner !== undefined) return undefined;
  if (kwargs.size === 0) return callWith(f, args);
  const { entries } = kwargs;
  const names: string[] = [];
  const values: Value[] = [];
  for (let i = 0; i < args.length; i++) values.push(args[i]!);
  for (let i = kwargs.first; i < entries.length; i += 2) {
    const key = entries[i];
    if (key === undefined) continue;
    if (typeof key !== 'string') return undefined;
    names.push(key);
    values.push(entries[i + 1]!);
  }
  return callKeywords(f, values, names);
}

/** `super().name(*args, **keywords)`. */
export function callSuperKeywords(
  globals: PyObject,
  cls: Value | undefined,
  self: Value | undefined,
  name: string,
  args: Value[],
  names: readonly string[],
): Value {
  const method = superMethod(globals, cls, self, name) as unknown as PyFunction;
  if (method.meta !== undefined) return callForm(method, [self!, ...args], names);
  return callKeywords(getAttr(makeSuper(globals, cls, self), name), args, names);
}

/** Keyword arguments in order, duplicates refused. `f` is only for the message. */
export function keywordPairs(parts: readonly KeywordPart[], f: Value): Map<string, Value> {
  const keywords = new Map<string, Value>();
  const others: Value[] = [];
  for (const part of parts) {
    if (Array.isArray(part)) addKeyword(keywords, part[0] as string, part[1] as Value, f);
    else
      for (const [k, v] of mappingEntries(part as Value, f)) {
        if (!isStr(k)) {
          if (others.some((other) => sameOrEqual(other, k))) throw multipleValues(f, jsString(str(k)));
          others.push(k);
        } else addKeyword(keywords, jsString(k), v, f);
      }
  }
  if (others.length > 0) throw typeError('keywords must be strings');
  return keywords;
}

function multipleValues(f: Value, name: string): Raised {
  return typeError(`${functionText(f)} got multiple values for keyword argument '${name}'`);
}

function addKeyword(keywords: Map<string, Value>, name: string, value: Value, f: Value): void {
  if (keywords.has(name)) throw multipleValues(f, name);
  keywords.set(name, value);
}

function mappingEntries(mapping: Value, f: Value): Iterable<[Value, Value]> {
  if (mapping instanceof PyDict && !(mapping.cls.flags & 1)) return dictEntries(mapping);
  if ((slotsOf(mapping) as Slots)['m$keys'] === undefined && lookupAttr(mapping, 'keys') === undefined) {
    throw typeError(`${functionText(f)} argument after ** must be a mapping, not ${typeOf(mapping).typeName}`);
  }
  return spread(loadMethod(mapping, 'keys')(mapping)).map((k) => [k, getItem(mapping, k)] as [Value, Value]);
}

/** How messages name a callable. CPython: _PyObject_FunctionStr */
export function functionText(f: Value): string {
  const qualname = typeof f === 'string' ? undefined : lookupAttr(f, '__qualname__');
  if (typeof qualname !== 'string') return jsString(str(f));
  const module = lookupAttr(f, '__module__');
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${qualname}()` : `${qualname}()`;
}

/** Whether a callable is one of the built-ins that look at their caller. */
function looksAtFrame(f: Value): boolean {
  const meta = typeof f === 'function' ? (f as PyFunction).meta : undefined;
  return meta !== undefined && 'run' in meta && meta.module === 'builtins';
}

/** Calls with the caller's frame noted, for built-ins that ask for it. */
export function callWithFrame(
  f: Value,
  args: Value[],
  names: readonly string[],
  globals: PyObject,
  locals: CallerFrame['locals'],
  futures = 0,
): Value {
  if (!looksAtFrame(f)) return callKeywords(f, args, names);
  const saved = state.caller;
  state.caller = { globals, locals, futures };
  try {
    return callKeywords(f, args, names);
  } finally {
    state.caller = saved;
  }
}
