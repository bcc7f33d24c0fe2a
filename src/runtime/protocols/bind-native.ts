// Binding a call's arguments to a native's parameters, with the wording of the CPython argument parser that the original uses.
// CPython: Python/getargs.c, Objects/methodobject.c, Objects/descrobject.c

import { isType, type NativeMeta, type Parameter, type PyType, type Signature, typeLookup } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import { signatureOf } from '../native/signature.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictSet } from '../objects/dict/table.ts';
import { suggest } from '../text/suggest.ts';

type Bound = (Value | undefined)[];

/** Arguments for `meta.run`: self first when the signature has one, then a place for each parameter, undefined where not given. */
export function bindNativeCall(meta: NativeMeta, args: readonly Value[], names: readonly string[]): Value[] {
  if (meta.keywordNames === names && meta.keywordGiven === args.length) return bindAgain(meta.keywordSlots!, args);
  const signature = signatureOf(meta);
  const first = signature.hasSelf ? 1 : 0;
  const given = args.length - names.length - first;
  const quick = bindQuickly(signature, args, names, first, given);
  if (quick !== undefined) return quick;
  if (names.length > 0 && !signature.keywords) {
    if (leavesKeywords(meta, args[0])) return bindNativeCall(meta, args.slice(0, first + given), []);
    throw typeError(`${fullName(meta)}() takes no keyword arguments`);
  }
  checkTotal(meta, signature, given, names.length);
  const bound: Bound = new Array(signature.parameters.length).fill(undefined);
  const direct = Math.min(given, signature.positional);
  for (let i = 0; i < direct; i++) bound[i] = args[first + i];
  if (given > signature.positional && !signature.varargs) throw arityError(meta, signature, given, names.length);
  const extra = keywordSink(signature, bound);
  for (let i = 0; i < names.length; i++) {
    bindKeyword(meta, signature, bound, names[i]!, args[first + given + i]!, extra);
  }
  checkRequired(meta, signature, bound, given, names.length);
  if (signature.varargs) {
    bound[signature.varargsAt] = args.slice(first + direct, first + given) as unknown as Value;
  }
  if (first === 1) bound.unshift(args[0]);
  if (names.length > 0 && extra === undefined && !signature.varargs) remember(meta, signature, args.length, names);
  return bound as Value[];
}

/** Emitted calls of one form share their array of names: the next one is bound as this one was. */
function remember(meta: NativeMeta, signature: Signature, given: number, names: readonly string[]): void {
  const first = signature.hasSelf ? 1 : 0;
  const byPosition = given - names.length - first;
  const slots = signature.parameters.map((p, i) => {
    if (i < byPosition) return first + i;
    const at = names.indexOf(p.name);
    return at < 0 ? -1 : first + byPosition + at;
  });
  if (first === 1) slots.unshift(0);
  meta.keywordNames = names;
  meta.keywordGiven = given;
  meta.keywordSlots = slots;
}

function bindAgain(slots: readonly number[], args: readonly Value[]): Value[] {
  const bound = new Array<Value | undefined>(slots.length);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    bound[i] = slot < 0 ? undefined : args[slot];
  }
  return bound as Value[];
}

/** A call as it should be, of a native without `*args` and `**kwargs`; undefined for all others. */
function bindQuickly(
  { parameters, positional, varargs, varkeywordsAt, keywordAt }: Signature,
  args: readonly Value[],
  names: readonly string[],
  first: number,
  given: number,
): Value[] | undefined {
  if (varargs || varkeywordsAt >= 0 || given < 0 || given > positional) return undefined;
  const bound: Bound = [];
  for (let i = 0; i < first + given; i++) bound.push(args[i]);
  while (bound.length < first + parameters.length) bound.push(undefined);
  for (let i = 0; i < names.length; i++) {
    const at = keywordAt.get(names[i]!);
    if (at === undefined || bound[first + at] !== undefined) return undefined;
    bound[first + at] = args[first + given + i];
  }
  for (let i = 0; i < parameters.length; i++) {
    if (bound[first + i] === undefined && !parameters[i]!.optional) return undefined;
  }
  return bound as Value[];
}

/** A constructor without keywords leaves those to the `__init__` of a subclass that has one. CPython: Argument Clinic's constructors */
function leavesKeywords(meta: NativeMeta, cls: Value | undefined): boolean {
  const { owner } = meta;
  if (owner === undefined || meta.name !== '__new__' || cls === owner || !isType(cls as Value)) return false;
  return typeLookup(cls as unknown as PyType, '__init__') !== typeLookup(owner, '__init__');
}

function keywordSink(signature: Signature, bound: Bound): PyDict | undefined {
  const at = signature.varkeywordsAt;
  if (at < 0) return undefined;
  const dict = new PyDict();
  bound[at] = dict;
  return dict;
}

function bindKeyword(
  meta: NativeMeta,
  signature: Signature,
  bound: Bound,
  name: string,
  value: Value,
  extra: PyDict | undefined,
): void {
  const at = signature.keywordAt.get(name);
  if (at === undefined) {
    if (extra === undefined) throw unexpectedKeyword(meta, signature, name);
    dictSet(extra, name, value);
    return;
  }
  if (bound[at] !== undefined) {
    throw typeError(`argument for ${shortName(meta)}() given by name ('${name}') and position (${at + 1})`);
  }
  bound[at] = value;
}

function unexpectedKeyword(meta: NativeMeta, signature: Signature, name: string): Raised {
  const known = signature.parameters.filter((p) => p.kind === 'either' || p.kind === 'keyword').map((p) => p.name);
  const near = suggest(name, known);
  const hint = near === undefined ? '' : `. Did you mean '${near}'?`;
  return typeError(`${shortName(meta)}() got an unexpected keyword argument '${name}'${hint}`);
}

function checkRequired(meta: NativeMeta, signature: Signature, bound: Bound, given: number, keywords: number): void {
  for (let i = 0; i < signature.parameters.length; i++) {
    const p = signature.parameters[i]!;
    if (p.optional || bound[i] !== undefined) continue;
    throw missing(meta, signature, p, i, given, keywords);
  }
}

function missing(
  meta: NativeMeta,
  signature: Signature,
  p: Parameter,
  at: number,
  given: number,
  keywords: number,
): Raised {
  if (p.kind === 'positional' || !signature.keywords) {
    if (signature.keywords && meta.style !== 'varargs') {
      return typeError(
        `${shortName(meta)}() takes ${signature.required === signature.positional ? 'exactly' : 'at least'} ` +
          `${count(signature.required, 'positional argument')} (${given} given)`,
      );
    }
    return arityError(meta, signature, given, keywords);
  }
  if (p.kind === 'keyword') return typeError(`${shortName(meta)}() missing required keyword-only argument '${p.name}'`);
  return typeError(`${shortName(meta)}() missing required argument '${p.name}' (pos ${at + 1})`);
}

/** The error of a wrong number of positional arguments. */
export function arityError(meta: NativeMeta, signature: Signature, given: number, keywords: number): Raised {
  const { positional, required } = signature;
  if (meta.style === 'slot' && meta.name.endsWith('pow__') && positional === 2) {
    return typeError(`expected 1 or 2 arguments, got ${given}`);
  }
  if (meta.style === 'slot' && meta.name !== '__init__' && meta.name !== '__get__')
    return typeError(
      `${twoArguments(meta) ? `${meta.name} ` : ''}expected ${count(nearest(given, required, positional), 'argument')}, got ${given}`,
    );
  if (meta.style === 'varargs')
    return typeError(`${shortName(meta)} expected ${count(positional, 'argument')}, got ${given}`);
  if (!signature.keywords && !signature.varargs) {
    if (positional === 0) return typeError(`${fullName(meta)}() takes no arguments (${given} given)`);
    if (positional === 1 && required === 1)
      return typeError(`${fullName(meta)}() takes exactly one argument (${given} given)`);
  }
  if (signature.keywords && meta.style !== 'vectorcall') {
    if (positional === 0) return typeError(`${shortName(meta)}() takes no positional arguments`);
    const most = signature.parameters.filter((p) => p.kind !== 'varkeywords' && p.kind !== 'varargs').length;
    const limit = most === positional ? '' : 'positional ';
    const word = required === positional && limit !== '' ? 'exactly' : 'at most';
    return typeError(
      `${shortName(meta)}() takes ${word} ${count(positional, `${limit}argument`)} (${given + (limit === '' ? keywords : 0)} given)`,
    );
  }
  const bound = required === positional && !signature.varargs ? '' : given < required ? 'at least ' : 'at most ';
  return typeError(
    `${shortName(meta)} expected ${bound}${count(given < required ? required : positional, 'argument')}, got ${given}`,
  );
}

/** More arguments than parameters, keywords included. CPython: vgetargskeywordsfast_impl */
function checkTotal(meta: NativeMeta, signature: Signature, given: number, keywords: number): void {
  const { parameters } = signature;
  if (keywords === 0 || given + keywords <= parameters.length || signature.varargs) return;
  if (parameters.some((p) => p.kind === 'varkeywords')) return;
  const what = count(parameters.length, given === 0 ? 'keyword argument' : 'argument');
  throw typeError(`${shortName(meta)}() takes at most ${what} (${given + keywords} given)`);
}

/** Slots whose two arguments CPython unpacks under their name. */
function twoArguments(meta: NativeMeta): boolean {
  return meta.name === '__setitem__' || meta.name === '__setattr__' || meta.name === '__set__';
}

function nearest(given: number, required: number, positional: number): number {
  return given < required ? required : positional;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

/** `list.append` where CPython names the owner, else the bare name. */
function fullName(meta: NativeMeta): string {
  if (isConstructor(meta)) return meta.owner!.qualname;
  if (meta.owner !== undefined) return `${meta.owner.qualname}.${meta.name}`;
  return typeof meta.module === 'string' && meta.module !== 'builtins' ? `${meta.module}.${meta.name}` : meta.name;
}

/** Constructors go by the name of their type. */
function shortName(meta: NativeMeta): string {
  return isConstructor(meta) ? meta.owner!.qualname : meta.name;
}

function isConstructor(meta: NativeMeta): boolean {
  return meta.owner !== undefined && (meta.name === '__new__' || meta.name === '__init__');
}
