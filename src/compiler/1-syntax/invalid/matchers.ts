// How the error grammar runs: what its notation is translated to. A matcher tries to match at the cursor, moves it and
// returns a node; or it returns undefined and leaves the cursor anywhere. Alternatives that cannot start with the next
// token are passed over (first-sets.ts), which changes nothing but the time: each would ask for that token first.
import type { Action } from './actions.ts';
import { Node } from './nodes.ts';
import { NOTHING, type Recognizer } from './recognizer.ts';

export type Matcher = (r: Recognizer) => Node | undefined;

/** One part of an alternative. */
export interface Item {
  /** For a rule by name, filled in when all rules are read. */
  match: Matcher;
  /** Where the capture goes; -1 for none. */
  slot: number;
  /** What it can start with. */
  readonly starts: Starts;
}

export type Starts =
  | { readonly kind: 'types'; readonly types: readonly number[] }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative[] }
  /** Possibly absent (`x?`, `x*`) or there at least once (`x+`). */
  | { readonly kind: 'part'; readonly item: Item; readonly optional: boolean }
  /** Lookaheads and `~` take no token. */
  | { readonly kind: 'nothing' }
  /** `&&x` must be tried whatever comes. */
  | { readonly kind: 'anything' };

export interface Alternative {
  readonly items: readonly Item[];
  readonly action: Action | undefined;
  /** Without an action, the one capture is the result. */
  readonly single: boolean;
  /** Only for the second pass. */
  readonly invalid: boolean;
  /** 1 for each token kind (`kindOf`) it can start with. */
  readonly first: Uint8Array;
  /** It can match nothing. */
  nullable: boolean;
}

/** A commitment (`~`) inside an alternative. */
export const CUT: Matcher = () => NOTHING;

/** Tries alternatives in order: the body of a rule or of a group. */
export function choose(r: Recognizer, alternatives: readonly Alternative[]): Node | undefined {
  r.enter();
  const node = tryEach(r, alternatives);
  r.leave();
  return node;
}

function tryEach(r: Recognizer, alternatives: readonly Alternative[]): Node | undefined {
  const start = r.mark;
  const kind = r.peekKind();
  for (let i = 0; i < alternatives.length; i++) {
    const alternative = alternatives[i]!;
    if (alternative.first[kind] === 0 || (alternative.invalid && !r.callInvalidRules)) continue;
    const { items } = alternative;
    let captured: readonly Node[] = NO_CAPTURES;
    let committed = false;
    let at = 0;
    for (; at < items.length; at++) {
      const item = items[at]!;
      if (item.match === CUT) committed = true;
      const node = item.match(r);
      if (node === undefined) break;
      if (item.slot === 0) captured = [node];
      else if (item.slot > 0) (captured as Node[]).push(node);
    }
    if (at === items.length) {
      // An action that declines ends the rule: CPython does not try the alternatives after it.
      const result = finish(r, alternative, captured, start);
      if (result === undefined) r.mark = start;
      return result;
    }
    r.mark = start;
    if (committed) return undefined;
  }
  return undefined;
}

const NO_CAPTURES: readonly Node[] = [];

function finish(r: Recognizer, alternative: Alternative, captured: readonly Node[], start: number): Node | undefined {
  const { action } = alternative;
  if (action !== undefined) return action(r, captured, start);
  return alternative.single ? captured[0] : new Node('', start, r.mark - 1, captured);
}

export function memoised(id: number, alternatives: readonly Alternative[]): Matcher {
  return (r) => {
    const memo = r.getMemo(id);
    if (memo !== undefined) {
      r.mark = memo.mark;
      return memo.value;
    }
    const start = r.mark;
    const value = choose(r, alternatives);
    r.addMemo(start, id, value, r.mark);
    return value;
  };
}

/** Grows a left-recursive match from a failing seed, one operator at a time. */
export function leftRecursive(id: number, alternatives: readonly Alternative[]): Matcher {
  return (r) => {
    const memo = r.getMemo(id);
    if (memo !== undefined) {
      r.mark = memo.mark;
      return memo.value;
    }
    r.enter();
    const start = r.mark;
    const seed = r.addMemo(start, id, undefined, start);
    for (;;) {
      r.mark = start;
      const longer = choose(r, alternatives);
      if (longer === undefined || r.mark <= seed.mark) break;
      seed.value = longer;
      seed.mark = r.mark;
    }
    r.leave();
    r.mark = seed.mark;
    return seed.value;
  };
}

export function withoutInvalid(alternatives: readonly Alternative[]): Matcher {
  return (r) => {
    const before = r.callInvalidRules;
    r.callInvalidRules = false;
    const value = choose(r, alternatives);
    r.callInvalidRules = before;
    return value;
  };
}

export function lookahead(item: Item, positive: boolean): Matcher {
  return (r) => {
    const start = r.mark;
    const found = item.match(r) !== undefined;
    r.mark = start;
    return found === positive ? NOTHING : undefined;
  };
}

export function optional(item: Item): Matcher {
  return (r) => {
    const start = r.mark;
    const node = item.match(r);
    if (node !== undefined) return node;
    r.mark = start;
    return NOTHING;
  };
}

export function repeat(item: Item, least: number): Matcher {
  return (r) => {
    const start = r.mark;
    const items: Node[] = [];
    r.enter();
    for (;;) {
      const before = r.mark;
      const node = item.match(r);
      if (node === undefined) {
        r.mark = before;
        break;
      }
      items.push(node);
    }
    r.leave();
    return items.length < least ? undefined : new Node('seq', start, r.mark - 1, items);
  };
}

export function gather(separator: Matcher, element: Item): Matcher {
  return (r) => {
    const start = r.mark;
    r.enter();
    const first = element.match(r);
    if (first === undefined) {
      r.leave();
      return undefined;
    }
    const items = [first];
    r.enter();
    for (;;) {
      const before = r.mark;
      const node = separator(r) === undefined ? undefined : element.match(r);
      if (node === undefined) {
        r.mark = before;
        break;
      }
      items.push(node);
    }
    r.leave();
    r.leave();
    return new Node('seq', start, r.mark - 1, items);
  };
}
