// Binding a call's arguments to a Python function's parameters, and CPython's wording when they do not fit.
// CPython: Python/ceval.c (initialize_locals, too_many_positional, missing_arguments, positional_only_passed_as_keyword)
import { CodeFlags } from '../../contract/unit.ts';
import type { CallForm, FunctionMeta, PyFunction } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictGet, dictSet, FEW_KEYS } from '../objects/dict/table.ts';
import { emptyTuple, tuple } from '../objects/tuple/tuple.ts';
import { suggest } from '../text/suggest.ts';

/** The arguments of `meta.core`: every parameter given, in `co_varnames` order. */
export function bindFunctionCall(meta: FunctionMeta, args: readonly Value[], names: readonly string[]): Value[] {
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
  if (names.length > 0) remember(meta, args.length, names);
  return bound as Value[];
}

/** Calls `meta.core` with a call's arguments, as they were bound before if there was such a call. */
export function callBound(meta: FunctionMeta, args: readonly Value[], names: readonly string[]): Value {
  const form = meta.forms === undefined ? undefined : findForm(meta.forms, args.length, names);
  if (form === undefined) return applied(meta.core, bindFunctionCall(meta, args, names));
  const { core, code } = meta;
  if ((code.flags & VARIADIC) === 0) {
    const { slots } = form;
    switch (slots.length) {
      case 1:
        return core(at(args, slots[0]!));
      case 2:
        return core(at(args, slots[0]!), at(args, slots[1]!));
      case 3:
        return core(at(args, slots[0]!), at(args, slots[1]!), at(args, slots[2]!));
      case 4:
        return core(at(args, slots[0]!), at(args, slots[1]!), at(args, slots[2]!), at(args, slots[3]!));
    }
  }
  return applied(core, bindAgain(meta, form, args));
}

const VARIADIC = CodeFlags.VARARGS | CodeFlags.VARKEYWORDS;

/** An argument; `undefined` where there is none, which the core takes for its default. */
function at(args: readonly Value[], slot: number): Value {
  return (slot < 0 ? undefined : args[slot]) as Value;
}

/** The same names and number of arguments as a call before: they go where they went. */
function bindAgain({ code }: FunctionMeta, form: CallForm, args: readonly Value[]): Value[] {
  const { slots, names } = form;
  const bound = new Array<Value>(slots.length);
  for (let i = 0; i < slots.length; i++) bound[i] = at(args, slots[i]!);
  const { argcount, flags } = code;
  const given = args.length - names.length;
  if (flags & CodeFlags.VARARGS) bound.push(given > argcount ? tuple(args.slice(argcount, given)) : emptyTuple);
  if (flags & CodeFlags.VARKEYWORDS) bound.push(extraAgain(form, args));
  return bound;
}

/** `**kwargs` of such a call. The names differ: up to as many as are looked through, the dict needs no look-ups to be filled. */
function extraAgain({ extra, names }: CallForm, args: readonly Value[]): PyDict {
  const given = args.length - names.length;
  const dict = new PyDict();
  const { entries } = dict;
  if (extra.length <= FEW_KEYS) {
    for (let i = 0; i < extra.length; i++) entries.push(names[extra[i]!]!, args[given + extra[i]!]!);
    dict.size = extra.length;
  } else for (let i = 0; i < extra.length; i++) dictSet(dict, names[extra[i]!]!, args[given + extra[i]!]!);
  return dict;
}

/** So many forms are kept of a function: a search through more would cost what it saves. */
const MOST_FORMS = 8;

function findForm(forms: readonly CallForm[], given: number, names: readonly string[]): CallForm | undefined {
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (form.given === given && (form.names === names || sameNames(form.names, names))) return form;
  }
  return undefined;
}

/** Names that were unpacked are another array each time. */
function sameNames(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function remember(meta: FunctionMeta, given: number, names: readonly string[]): void {
  const { code } = meta;
  const { posonlyargcount, argcount, kwonlyargcount, varnames, flags } = code;
  const byPosition = given - names.length;
  const slots = Array.from({ length: argcount + kwonlyargcount }, (_, i) => {
    if (i < byPosition && i < argcount) return i;
    const place = names.indexOf(varnames[i]!);
    return place < 0 || i < posonlyargcount ? -1 : byPosition + place;
  });
  const known = varnames.slice(posonlyargcount, argcount + kwonlyargcount);
  const extra = Array.from(names, (_, i) => i).filter((i) => !known.includes(names[i]!));
  const direct = (flags & VARIADIC) === 0 && slots.every((slot, i) => (i < given ? slot === i : slot < 0));
  if (meta.forms === undefined || meta.forms.length === MOST_FORMS) meta.forms = [];
  meta.forms.push({ names, given, slots, extra, direct });
}

/** After a call in an emitted form, whose array of names no call of another form has: the next one may go straight to the core. */
export function noteDirect(meta: FunctionMeta, given: number, names: readonly string[]): void {
  if (meta.direct === names || meta.forms === undefined) return;
  if (findForm(meta.forms, given, names)?.direct === true) meta.direct = names;
}

/** Code or defaults have changed. */
export function forgetForms(meta: FunctionMeta): void {
  meta.direct = undefined;
  meta.forms = undefined;
}

/** `core(...args)`: the engine calls with an array's items much more slowly than with arguments. */
export function applied(core: Entry, args: readonly Value[]): Value {
  switch (args.length) {
    case 0:
      return core();
    case 1:
      return core(args[0]!);
    case 2:
      return core(args[0]!, args[1]!);
    case 3:
      return core(args[0]!, args[1]!, args[2]!);
    case 4:
      return core(args[0]!, args[1]!, args[2]!, args[3]!);
    case 5:
      return core(args[0]!, args[1]!, args[2]!, args[3]!, args[4]!);
    case 6:
      return core(args[0]!, args[1]!, args[2]!, args[3]!, args[4]!, args[5]!);
    default:
      return core(...args);
  }
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

export function missingArguments(meta: FunctionMeta, missing: string[], kind: string): Raised {
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
