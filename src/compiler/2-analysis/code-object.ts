// What a scope's code object says about itself: name, qualified name, flags, cells. CPython: Python/compile.c
// (compute_code_flags, _PyCompile_EnterScope, dictbytype, set_qualname).
import { mangle } from './mangle.ts';
import { DEF_COMP_CELL, DEF_FREE_CLASS, type Scope } from './scope.ts';

export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ASYNC_GENERATOR = 0x200;
export const CO_HAS_DOCSTRING = 0x4000000;
export const CO_METHOD = 0x8000000;

/** Fills the fields that follow from the scope and its parents alone; parents are done first. */
export function finishCode(scope: Scope): void {
  scope.codeName = codeName(scope);
  scope.qualname = qualname(scope);
  scope.codeFlags = codeFlags(scope);
  const { posonly, args } = scope.params;
  if (scope.kind === 'function' || scope.kind === 'lambda') {
    scope.positionalOnlyCount = posonly.length;
    scope.argumentCount = posonly.length + args.length;
  } else if (scope.kind === 'comprehension') scope.argumentCount = 1;
  else if (scope.kind === 'annotation' || scope.kind === 'typealias' || scope.kind === 'typevariable') {
    scope.argumentCount = 1;
    scope.positionalOnlyCount = 1;
  }
  findCells(scope);
}

function findCells(scope: Scope): void {
  const symbols = [...scope.symbols.values()];
  const cells = symbols.filter((s) => s.scope === 'cell' || (s.flags & DEF_COMP_CELL) !== 0);
  const free = symbols.filter((s) => s.scope === 'free' || (s.flags & DEF_FREE_CLASS) !== 0);
  scope.cellvars = cells.map((s) => s.name).sort(byCodePoint);
  if (scope.needsClassCell) scope.cellvars.push('__class__');
  if (scope.needsClassDict) scope.cellvars.push('__classdict__');
  if (scope.hasConditionalAnnotations) scope.cellvars.push('__conditional_annotations__');
  scope.freevars = free.map((s) => s.name).sort(byCodePoint);
}

/** Python's order of strings: by code point, where JavaScript compares code units. */
export function byCodePoint(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (const [i, character] of x.entries()) {
    const difference = character.codePointAt(0)! - (y[i]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

const COMPREHENSION_NAMES = { list: '<listcomp>', set: '<setcomp>', dict: '<dictcomp>', generator: '<genexpr>' };

function codeName(scope: Scope): string {
  if (scope.kind === 'module') return '<module>';
  if (scope.kind === 'lambda') return '<lambda>';
  if (scope.kind === 'typeparams') return `<generic parameters of ${scope.name}>`;
  return scope.comprehension === undefined ? scope.name : COMPREHENSION_NAMES[scope.comprehension];
}

function qualname(scope: Scope): string {
  let parent = scope.parent?.codeScope;
  if (parent !== undefined && isAnnotationLike(parent)) parent = parent.parent?.codeScope;
  if (parent === undefined || parent.kind === 'module' || isForcedGlobal(scope, parent)) return scope.codeName;
  const isLocal = parent.kind === 'function' || parent.kind === 'lambda';
  return `${parent.qualname}${isLocal ? '.<locals>' : ''}.${scope.codeName}`;
}

/** A function or class declared `global` where it is defined. */
function isForcedGlobal(scope: Scope, parent: Scope): boolean {
  if (scope.kind !== 'function' && scope.kind !== 'class') return false;
  return parent.symbols.get(mangle(parent.privateName, scope.name))?.scope === 'global-explicit';
}

function isAnnotationLike({ kind }: Scope): boolean {
  return kind === 'annotation' || kind === 'typeparams' || kind === 'typealias' || kind === 'typevariable';
}

function codeFlags(scope: Scope): number {
  let flags = 0;
  if (scope.isFunctionLike) {
    flags |= CO_NEWLOCALS | CO_OPTIMIZED;
    if (scope.isNested) flags |= CO_NESTED;
    if (scope.isGenerator) flags |= scope.isCoroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
    else if (scope.isCoroutine) flags |= CO_COROUTINE;
    if (scope.params.vararg !== undefined) flags |= CO_VARARGS;
    if (scope.params.kwarg !== undefined) flags |= CO_VARKEYWORDS;
  }
  if (scope.hasDocstring && scope.isFunctionBlock) flags |= CO_HAS_DOCSTRING;
  if (scope.isMethod) flags |= CO_METHOD;
  if (scope.kind === 'module' && scope.isCoroutine) flags |= CO_COROUTINE;
  return flags;
}
