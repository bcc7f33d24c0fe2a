// Third pass over match patterns: captures, unreachable alternatives, repeated keys. CPython: Python/codegen.c
// codegen_pattern and its parts.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Checker } from './checker.ts';
import { constantKey, constantRepr, keyConstant } from './constants.ts';
import { checkExpression } from './expressions.ts';

/** State of one case: names captured so far, and whether a pattern that always matches may stand here. */
interface PatternState {
  stores: string[];
  allowsIrrefutable: boolean;
}

/** Returns the captured names in the order they are stored. */
export function checkCasePattern(c: Checker, pattern: ast.pattern, allowsIrrefutable: boolean): string[] {
  const state: PatternState = { stores: [], allowsIrrefutable };
  checkPattern(c, pattern, state);
  return state.stores;
}

export function isWildcard(p: ast.pattern): boolean {
  return p.nodeType === 'MatchAs' && p.name === undefined && p.pattern === undefined;
}

function checkPattern(c: Checker, p: ast.pattern, state: PatternState): void {
  switch (p.nodeType) {
    case 'MatchValue':
      if (p.value.nodeType !== 'Attribute' && keyConstant(p.value) === undefined) {
        throw c.error('patterns may only match literals and attribute lookups', p);
      }
      checkExpression(c, p.value);
      break;
    case 'MatchSequence':
      checkSequence(c, p, state);
      break;
    case 'MatchMapping':
      checkMapping(c, p, state);
      break;
    case 'MatchClass':
      checkClassPattern(c, p, state);
      break;
    case 'MatchStar':
      store(c, p.name, p, state);
      break;
    case 'MatchAs':
      checkAs(c, p, state);
      break;
    case 'MatchOr':
      checkOr(c, p, state);
      break;
  }
}

/** Inside another pattern anything may match always. */
function checkSubpattern(c: Checker, p: ast.pattern, state: PatternState): void {
  const outer = state.allowsIrrefutable;
  state.allowsIrrefutable = true;
  checkPattern(c, p, state);
  state.allowsIrrefutable = outer;
}

function store(c: Checker, name: string | undefined, at: ast.Position, state: PatternState): void {
  if (name === undefined) return;
  if (state.stores.includes(name)) throw c.error(`multiple assignments to name '${name}' in pattern`, at);
  state.stores.push(name);
}

function checkAs(c: Checker, p: ast.MatchAs, state: PatternState): void {
  if (p.pattern === undefined) {
    if (!state.allowsIrrefutable) {
      const what = p.name === undefined ? 'wildcard' : `name capture '${p.name}'`;
      throw c.error(`${what} makes remaining patterns unreachable`, p);
    }
  } else checkPattern(c, p.pattern, state);
  store(c, p.name, p, state);
}

function checkSequence(c: Checker, p: ast.MatchSequence, state: PatternState): void {
  const stars = p.patterns.filter((item) => item.nodeType === 'MatchStar');
  if (stars.length > 1) throw c.error('multiple starred names in sequence pattern', p);
  const star = stars[0];
  // Patterns of wildcards alone and a nameless star are not unpacked, but wildcards have nothing to check either.
  if (star !== undefined && p.patterns.indexOf(star) >= 256 && star.name !== undefined) {
    throw c.error('too many expressions in star-unpacking sequence pattern', p);
  }
  for (const item of p.patterns) checkSubpattern(c, item, state);
}

function checkMapping(c: Checker, p: ast.MatchMapping, state: PatternState): void {
  const seen = new Set<string>();
  for (const key of p.keys) {
    const constant = keyConstant(key);
    if (constant !== undefined) {
      const text = constantKey(constant);
      if (seen.has(text)) throw c.error(`mapping pattern checks duplicate key (${constantRepr(constant)})`, p);
      seen.add(text);
    } else if (key.nodeType !== 'Attribute') {
      throw c.error('mapping pattern keys may only match literals and attribute lookups', p);
    }
    checkExpression(c, key);
  }
  for (const item of p.patterns) checkSubpattern(c, item, state);
  store(c, p.rest, p, state);
}

function checkClassPattern(c: Checker, p: ast.MatchClass, state: PatternState): void {
  checkRepeatedAttributes(c, p);
  checkExpression(c, p.cls);
  for (const item of p.patterns) checkSubpattern(c, item, state);
  for (const item of p.kwd_patterns) checkSubpattern(c, item, state);
}

function checkRepeatedAttributes(c: Checker, p: ast.MatchClass): void {
  for (const [i, name] of p.kwd_attrs.entries()) {
    const again = p.kwd_attrs.indexOf(name, i + 1);
    if (again < 0) continue;
    throw c.error(`attribute name repeated in class pattern: ${name}`, p.kwd_patterns[again] ?? p);
  }
}

function checkOr(c: Checker, p: ast.MatchOr, state: PatternState): void {
  let control: string[] | undefined;
  for (const [index, alternative] of p.patterns.entries()) {
    const isLast = index === p.patterns.length - 1;
    const own: PatternState = { stores: [], allowsIrrefutable: isLast && state.allowsIrrefutable };
    checkPattern(c, alternative, own);
    control ??= own.stores;
    if (!sameNames(control, own.stores)) throw c.error('alternative patterns bind different names', p);
  }
  for (const name of control ?? []) store(c, name, p, state);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
