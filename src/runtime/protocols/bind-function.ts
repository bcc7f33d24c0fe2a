// Binding a call's arguments to a Python function's parameters, and CPython's wording when they do not fit.
// CPython: Python/ceval.c (initialize_locals, too_many_positional, missing_arguments, positional_only_passed_as_keyword)
import { CodeFlags } from '../../contract/unit.ts';
import type { FunctionMeta, PyFunction } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictGet, dictSet } from '../objects/dict/table.ts';
import { emptyTuple, tuple } from '../objects/tuple/tuple.ts';
import { suggest } from '../text/suggest.ts';

/** The arguments of `meta.core`: every parameter given, in `co_varnames` order. */
export function bindFunctionCall(meta: FunctionMeta, args: readonly Value[], names: readonly string[]): Value[] {
  if (meta.keywordNames === names && meta.keywordGiven === args.length) return bindAgain(meta, args, names);
  const { argcount, kwonlyargcount, flags } = meta.code;
  const total = argcount + kwonlyargcount;
  const given = args.length - names.length;
  const bound = new Array<Value | undefined>(total).fill(undefined);
  const direct = Math.min(given, argcount);
  for (let i = 0; i < direct; i++) bound[i] = args[i];
  const extra = flags & CodeFlags.VARKEYWORDS ? new PyDict() : undefined;
  for (let i = 0; i < names.length; i++) bindKeyword(meta, bound, names[i]!, args[given + i]!, extra, names);
  if (given > argcount && !(flags & CodeFlags.VARARGS)) throw tooManyPositional(meta, given, bound);
  fillDefaults(meta, bound, given);
  if (flags & CodeFlags.VARARGS) bound.push(tuple(args.slice(direct, given)));
  if (extra !== undefined) bound.push(extra);
  // Emitted calls of one form share their array of names: seen a second time, it is worth remembering what it led to.
  meta.keywordNames = names.length > 0 ? names : undefined;
  meta.keywordGiven = args.length;
  meta.keywordSlots = undefined;
  meta.keywordExtra = undefined;
  return bound as Value[];
}

/** The same names and number of arguments as the call before: they go where they went. */
function bindAgain(meta: FunctionMeta, args: readonly Value[], names: readonly string[]): Value[] {
  const slots = meta.keywordSlots ?? (meta.keywordSlots = slotsOfCall(meta, args.length - names.length, names));
  const total = slots.length;
  const bound = new Array<Value | undefined>(total);
  let missing = false;
  for (let i = 0; i < total; i++) {
    const slot = slots[i]!;
    if (slot >= 0) bound[i] = args[slot];
    else missing = true;
  }
  const given = args.length - names.length;
  if (missing) fillDefaults(meta, bound, given);
  const { argcount, flags } = meta.code;
  if (flags & CodeFlags.VARARGS) bound.push(given > argcount ? tuple(args.slice(argcount, given)) : emptyTuple);
  if (flags & CodeFlags.VARKEYWORDS) bound.push(extraAgain(meta, args, names));
  return bound as Value[];
}

/** `**kwargs` of such a call. */
function extraAgain(meta: FunctionMeta, args: readonly Value[], names: readonly string[]): PyDict {
  const extra = new PyDict();
  const given = args.length - names.length;
  for (const i of (meta.keywordExtra ??= extraOfCall(meta, names))) dictSet(extra, names[i]!, args[given + i]!);
  return extra;
}

function extraOfCall({ code }: FunctionMeta, names: readonly string[]): number[] {
  const known = code.varnames.slice(code.posonlyargcount, code.argcount + code.kwonlyargcount);
  return Array.from(names, (_, i) => i).filter((i) => !known.includes(names[i]!));
}

function slotsOfCall({ code }: FunctionMeta, given: number, names: readonly string[]): number[] {
  const total = code.argcount + code.kwonlyargcount;
  return Array.from({ length: total }, (_, i) => {
    if (i < given && i < code.argcount) return i;
    const at = names.indexOf(code.varnames[i]!);
    return at < 0 || i < code.posonlyargcount ? -1 : given + at;
  });
}

function bindKeyword(
  meta: FunctionMeta,
  bound: (Value | undefined)[],
  name: string,
  value: Value,
  extra: PyDict | undefined,
  names: readonly string[],
): void {
  const { varnames, posonlyargcount, argcount, kwonlyargcount } = meta.code;
  for (let i = posonlyargcount; i < argcount + kwonlyargcount; i++) {
    if (varnames[i] !== name) continue;
    if (bound[i] !== undefined) throw typeError(`${meta.qualname}() got multiple values for argument '${name}'`);
    bound[i] = value;
    return;
  }
  if (extra === undefined) throw unexpectedKeyword(meta, name, names);
  dictSet(extra, name, value);
}

function unexpectedKeyword(meta: FunctionMeta, name: string, names: readonly string[]): Raised {
  const { varnames, posonlyargcount, argcount, kwonlyargcount } = meta.code;
  const wrong = varnames.slice(0, posonlyargcount).filter((parameter) => names.includes(parameter));
  if (wrong.length > 0) {
    return typeError(
      `${meta.qualname}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
    );
  }
  const near = suggest(name, varnames.slice(posonlyargcount, argcount + kwonlyargcount));
  const hint = near === undefined ? '' : `. Did you mean '${near}'?`;
  return typeError(`${meta.qualname}() got an unexpected keyword argument '${name}'${hint}`);
}

function fillDefaults(meta: FunctionMeta, bound: (Value | undefined)[], given: number): void {
  const { argcount, kwonlyargcount, varnames } = meta.code;
  if (given < argcount) {
    const defaults = meta.defaults ?? [];
    const firstDefault = argcount - defaults.length;
    const missing: string[] = [];
    for (let i = given; i < argcount; i++) {
      if (bound[i] !== undefined) continue;
      if (i >= firstDefault) bound[i] = defaults[i - firstDefault];
      else missing.push(varnames[i]!);
    }
    if (missing.length > 0) throw missingArguments(meta, missing, 'positional');
  }
  if (kwonlyargcount > 0) fillKeywordDefaults(meta, bound);
}

function fillKeywordDefaults(meta: FunctionMeta, bound: (Value | undefined)[]): void {
  const { argcount, kwonlyargcount, varnames } = meta.code;
  const missing: string[] = [];
  for (let i = argcount; i < argcount + kwonlyargcount; i++) {
    if (bound[i] !== undefined) continue;
    const value = meta.kwdefaults === undefined ? undefined : dictGet(meta.kwdefaults as PyDict, varnames[i]!);
    if (value === undefined) missing.push(varnames[i]!);
    else bound[i] = value;
  }
  if (missing.length > 0) throw missingArguments(meta, missing, 'keyword-only');
}

function missingArguments(meta: FunctionMeta, missing: string[], kind: string): Raised {
  const quoted = missing.map((name) => `'${name}'`);
  const last = quoted.pop()!;
  const list = quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`;
  return typeError(
    `${meta.qualname}() missing ${missing.length} required ${kind} argument${missing.length === 1 ? '' : 's'}: ${list}`,
  );
}

function tooManyPositional(meta: FunctionMeta, given: number, bound: (Value | undefined)[]): Raised {
  const { argcount, kwonlyargcount } = meta.code;
  const defaults = meta.defaults?.length ?? 0;
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : `${argcount}`;
  const plural = defaults > 0 || argcount !== 1 ? 's' : '';
  let keywordOnly = 0;
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (bound[i] !== undefined) keywordOnly++;
  const were =
    keywordOnly === 0
      ? `${given} ${given === 1 ? 'was' : 'were'} given`
      : `${given} positional argument${given === 1 ? '' : 's'} ` +
        `(and ${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'}) were given`;
  return typeError(`${meta.qualname}() takes ${takes} positional argument${plural} but ${were}`);
}

/** What an emitted entry calls when its quick arity check fails: raises, or runs the call with what the check could not see. */
export function bindPositional(f: PyFunction, args: ArrayLike<Value | undefined>): Value {
  const meta = f.meta as FunctionMeta;
  let given = args.length;
  while (given > 0 && args[given - 1] === undefined) given--;
  return meta.core(...bindFunctionCall(meta, Array.prototype.slice.call(args, 0, given) as Value[], []));
}
