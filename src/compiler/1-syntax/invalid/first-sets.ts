// Which tokens each alternative of the error grammar can start with, so that most are passed over at a glance.
import { FIRST_KEYWORD, KEYWORDS, T } from '../tokenizer/token.ts';
import type { Alternative, Item } from './matchers.ts';

const FIRST_KEYWORD_KIND = T.ENCODING + 1;

/** Token kinds: token types without the gap before the keywords. */
export const KIND_COUNT = FIRST_KEYWORD_KIND + KEYWORDS.size;

export function kindOf(type: number): number {
  return type < FIRST_KEYWORD ? type : type - FIRST_KEYWORD + FIRST_KEYWORD_KIND;
}

/** Fills in `first` and `nullable` of every alternative: once round and round until nothing is added. */
export function setFirstSets(every: readonly Alternative[], rules: ReadonlyMap<string, readonly Alternative[]>): void {
  let changed = true;
  const add = (into: Alternative, kind: number): void => {
    if (into.first[kind] === 1) return;
    into.first[kind] = 1;
    changed = true;
  };
  const addAll = (into: Alternative, alternatives: readonly Alternative[]): boolean => {
    for (const { first } of alternatives)
      for (let kind = 0; kind < KIND_COUNT; kind++) if (first[kind]) add(into, kind);
    return alternatives.some(({ nullable }) => nullable);
  };
  /** Adds what an item starts with; true when it can match nothing. */
  const addItem = (into: Alternative, { starts }: Item): boolean => {
    switch (starts.kind) {
      case 'types':
        for (const type of starts.types) add(into, kindOf(type));
        return false;
      case 'rule':
        return addAll(into, rules.get(starts.name)!);
      case 'choice':
        return addAll(into, starts.alternatives);
      case 'part':
        return addItem(into, starts.item) || starts.optional;
      case 'anything':
        for (let kind = 0; kind < KIND_COUNT; kind++) add(into, kind);
        return false;
      case 'nothing':
        return true;
    }
  };
  while (changed) {
    changed = false;
    for (const alternative of every) {
      const nullable = alternative.items.every((item) => addItem(alternative, item));
      if (nullable && !alternative.nullable) {
        alternative.nullable = true;
        changed = true;
        alternative.first.fill(1);
      }
    }
  }
}
