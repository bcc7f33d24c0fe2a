// What can be told of a pattern's tree without matching: how many characters a node takes, and with which ones it begins.
// CPython: Lib/re/_parser.py (SubPattern.getwidth), Lib/re/_compiler.py (_get_charset_prefix)

import { ALL_CHARACTERS, type CharSet, NO_CHARACTERS } from './charset.ts';
import type { Node } from './tree.ts';

/** Fewest characters a node can take, for the questions "can it be empty" and "is there room". */
export function minimumWidth(node: Node): number {
  switch (node.kind) {
    case 'sequence':
      return node.items.reduce((sum, item) => sum + minimumWidth(item), 0);
    case 'set':
      return 1;
    case 'branch':
      return node.choices.reduce((least, choice) => Math.min(least, minimumWidth(choice)), Number.POSITIVE_INFINITY);
    case 'repeat':
      return node.min === 0 ? 0 : node.min * minimumWidth(node.body);
    case 'atomic':
      return minimumWidth(node.body);
    case 'conditional':
      return Math.min(minimumWidth(node.yes), node.no === undefined ? 0 : minimumWidth(node.no));
    default:
      return 0;
  }
}

/** How many characters a node takes, or -1 where that differs. */
export function fixedWidth(node: Node): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'at':
    case 'mark':
    case 'assert':
      return 0;
    case 'sequence':
      return node.items.reduce((sum, item) => addWidth(sum, fixedWidth(item)), 0);
    case 'branch': {
      const [first, ...rest] = node.choices.map(fixedWidth);
      return rest.every((width) => width === first) ? first : -1;
    }
    case 'repeat': {
      const width = fixedWidth(node.body);
      return node.min === node.max && width >= 0 ? width * node.min : -1;
    }
    case 'atomic':
      return fixedWidth(node.body);
    default:
      return -1;
  }
}

function addWidth(a: number, b: number): number {
  return a < 0 || b < 0 ? -1 : a + b;
}

/** With which characters a match begins. */
export interface First {
  /** The first characters of all matches that are not empty. */
  readonly set: CharSet;
  /** The node may take no character, so what follows it counts too. */
  readonly empty: boolean;
}

const NOTHING: First = { set: NO_CHARACTERS, empty: true };
const ANYTHING: First = { set: ALL_CHARACTERS, empty: false };

/** With which characters matches of a node begin. */
export function firstCharacters(node: Node): First {
  switch (node.kind) {
    case 'set':
      return { set: node.set, empty: false };
    case 'sequence':
      return firstOfSequence(node.items);
    case 'branch': {
      const choices = node.choices.map(firstCharacters);
      return {
        set: choices.reduce((set, choice) => set.union(choice.set), NO_CHARACTERS),
        empty: choices.some((choice) => choice.empty),
      };
    }
    case 'repeat': {
      const body = firstCharacters(node.body);
      return node.min > 0 ? body : { set: body.set, empty: true };
    }
    case 'atomic':
      return firstCharacters(node.body);
    case 'reference':
    case 'conditional':
      return ANYTHING;
    default:
      return NOTHING;
  }
}

function firstOfSequence(items: readonly Node[]): First {
  let { set } = NOTHING;
  for (const item of items) {
    const first = firstCharacters(item);
    set = set.union(first.set);
    if (!first.empty) return { set, empty: false };
  }
  return { set, empty: true };
}
