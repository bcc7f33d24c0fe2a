// The notation the error grammar is written in, and its translation to closures.
//
//   rule_name memo               a rule, optionally memoised or `left` recursive; alternatives below it, one a line
//     | a:expression 'if' [b]    captures, 'hard keyword or operator', "soft keyword", NAME (token type), rule
//       => action                what it yields (see actions.ts); without one, the single item or a plain node
//
// x? [x] x* x+ ','.x+ (x | y) &x !x as in CPython's grammar; &&x must match or the program is rejected; ~ commits.
// Without an action a lone item (lookaheads aside) is the result. An alternative that is nothing but an `invalid_` rule
// exists only in the second pass; one that merely contains such a rule (in dict displays) runs in both, as in CPython.
// A rule whose name ends in `_without_invalid` switches those rules off below it. CPython: Tools/peg_generator/pegen/c_generator.py.

import { OPERATOR_TEXT } from '../tokenizer/characters.ts';
import { KEYWORDS, T } from '../tokenizer/token.ts';
import { type Action, parseAction } from './actions.ts';
import { KIND_COUNT, setFirstSets } from './first-sets.ts';
import {
  type Alternative,
  CUT,
  choose,
  gather,
  type Item,
  leftRecursive,
  lookahead,
  type Matcher,
  memoised,
  optional,
  repeat,
  type Starts,
  withoutInvalid,
} from './matchers.ts';
import { Node } from './nodes.ts';
import { failAt } from './raise.ts';

type RuleKind = '' | 'memo' | 'left';

/** All rules of the error grammar by name. */
export type Grammar = ReadonlyMap<string, Matcher>;

/** Translates grammar texts, each a list of rules. */
export function readGrammar(texts: readonly string[]): Grammar {
  const matchers = new Map<string, Matcher>();
  const rules = new Map<string, readonly Alternative[]>();
  const every: Alternative[] = [];
  const references: [Item, string][] = [];
  for (const text of texts) {
    for (const block of text.split(/\n(?=\w)/)) {
      const header = /^\s*(\w+)(?: (memo|left))?\s*\n/.exec(block);
      if (header === null) continue;
      const name = header[1]!;
      const alternatives = new Reader(block.slice(header[0].length), references, every).readRule();
      matchers.set(name, makeRule(name, (header[2] ?? '') as RuleKind, alternatives, matchers.size));
      rules.set(name, alternatives);
    }
  }
  for (const [item, name] of references) {
    const matcher = matchers.get(name);
    if (matcher === undefined) throw new TypeError(`the error grammar has no rule ${name}`);
    item.match = matcher;
  }
  setFirstSets(every, rules);
  return matchers;
}

function makeRule(name: string, kind: RuleKind, alternatives: Alternative[], id: number): Matcher {
  if (kind === 'memo') return memoised(id, alternatives);
  if (kind === 'left') return leftRecursive(id, alternatives);
  return name.endsWith('_without_invalid') ? withoutInvalid(alternatives) : (r) => choose(r, alternatives);
}

/** Reads the alternatives of one rule. */
class Reader {
  readonly #words: string[];
  readonly #references: [Item, string][];
  /** Every alternative read, of rules and of groups in them. */
  readonly #every: Alternative[];
  #at = 0;

  constructor(text: string, references: [Item, string][], every: Alternative[]) {
    this.#every = every;
    this.#words = text.match(/=>[^\n]*|'[^']*'\.?|"[^"]*"|\w+:(?=[\w'"([])|\w+|&&|[()[\]|?*+&!~]/g) ?? [];
    this.#references = references;
  }

  readRule(): Alternative[] {
    const alternatives: Alternative[] = [];
    while (this.#next() === '|') {
      this.#at++;
      alternatives.push(this.#readAlternative());
    }
    if (this.#next() !== undefined) throw new TypeError(`error grammar: unexpected ${this.#next()}`);
    return alternatives;
  }

  #next(): string | undefined {
    return this.#words[this.#at];
  }

  #take(word: string): boolean {
    if (this.#next() !== word) return false;
    this.#at++;
    return true;
  }

  #readAlternative(): Alternative {
    const items: Item[] = [];
    const names: string[] = [];
    const results: Item[] = [];
    const from = this.#at;
    for (;;) {
      const word = this.#next();
      if (word === undefined || word === '|' || word === ')' || word === ']' || word.startsWith('=>')) break;
      let slot = -1;
      if (word.endsWith(':') && word.length > 1) {
        slot = names.push(word.slice(0, -1)) - 1;
        this.#at++;
      }
      const isResult = !['&', '!', '~'].includes(this.#next()!);
      const item = this.#readItem();
      item.slot = slot;
      items.push(item);
      if (isResult) results.push(item);
    }
    const invalid = items.length === 1 && this.#words[from]!.startsWith('invalid_');
    const single = names.length === 0 && results.length === 1 && !this.#next()?.startsWith('=>');
    if (single) results[0]!.slot = 0;
    const action = this.#readAction(names);
    const first = new Uint8Array(KIND_COUNT);
    const alternative = { items, action, single, invalid, first, nullable: false };
    this.#every.push(alternative);
    return alternative;
  }

  #readAction(names: readonly string[]): Action | undefined {
    const word = this.#next();
    if (!word?.startsWith('=>')) return undefined;
    this.#at++;
    return parseAction(word.slice(2).trim(), names);
  }

  #readItem(): Item {
    if (this.#take('~')) return makeItem(CUT, NO_TOKEN);
    if (this.#take('&&')) return makeItem(this.#readForced(), { kind: 'anything' });
    if (this.#take('&')) return makeItem(lookahead(this.#readPostfix(), true), NO_TOKEN);
    if (this.#take('!')) return makeItem(lookahead(this.#readPostfix(), false), NO_TOKEN);
    return this.#readPostfix();
  }

  #readForced(): Matcher {
    const text = this.#words[this.#at++]!.slice(1, -1);
    const type = tokenType(text);
    return (r) => {
      const token = r.peek();
      if (token.type === type) return r.take();
      return failAt(r, token, token, `expected '${text}'`);
    };
  }

  #readPostfix(): Item {
    const word = this.#next()!;
    if (word.endsWith('.') && word.startsWith("'")) {
      this.#at++;
      const element = this.#readAtom();
      this.#take('+');
      const separator = tokenItem(tokenType(word.slice(1, -2)));
      return makeItem(gather(separator.match, element), { kind: 'part', item: element, optional: false });
    }
    const element = this.#readAtom();
    if (this.#take('?')) return optionalItem(element);
    if (this.#take('*')) return makeItem(repeat(element, 0), { kind: 'part', item: element, optional: true });
    if (this.#take('+')) return makeItem(repeat(element, 1), { kind: 'part', item: element, optional: false });
    return element;
  }

  #readAtom(): Item {
    const word = this.#words[this.#at++]!;
    if (word === '(' || word === '[') {
      const alternatives: Alternative[] = [];
      do alternatives.push(this.#readAlternative());
      while (this.#take('|'));
      this.#at++;
      const group = inlined(alternatives) ?? makeItem((r) => choose(r, alternatives), { kind: 'choice', alternatives });
      return word === '[' ? optionalItem(group) : group;
    }
    if (word.startsWith("'")) return tokenItem(tokenType(word.slice(1, -1)));
    if (word.startsWith('"')) {
      const text = word.slice(1, -1);
      return makeItem((r) => r.expectSoftKeyword(text), startsWith(T.NAME));
    }
    if (/^[A-Z_]+$/.test(word)) return tokenClass(word);
    const item = makeItem(CUT, { kind: 'rule', name: word });
    this.#references.push([item, word]);
    return item;
  }
}

const NO_TOKEN: Starts = { kind: 'nothing' };

function makeItem(match: Matcher, starts: Starts): Item {
  return { match, slot: -1, starts };
}

/** A group of a single item is just that item, also for the depth CPython counts. */
function inlined(alternatives: readonly Alternative[]): Item | undefined {
  const [only] = alternatives;
  if (alternatives.length > 1 || only!.items.length > 1 || only!.action !== undefined) return undefined;
  const item = only!.items[0]!;
  item.slot = -1;
  return item;
}

function optionalItem(item: Item): Item {
  return makeItem(optional(item), { kind: 'part', item, optional: true });
}

function startsWith(type: number): Starts {
  return { kind: 'types', types: [type] };
}

function tokenItem(type: number): Item {
  return makeItem((r) => r.expect(type), startsWith(type));
}

function tokenType(text: string): number {
  const type = KEYWORDS.get(text) ?? OPERATOR_TEXT.indexOf(text);
  if (type < 0) throw new TypeError(`error grammar: no token ${text}`);
  return type;
}

const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['_', 'case', 'match', 'type']);

function tokenClass(name: string): Item {
  switch (name) {
    case 'NAME':
      return makeItem(
        (r) => (r.peek().type === T.NAME ? new Node('Name', r.mark, r.mark++, []) : undefined),
        startsWith(T.NAME),
      );
    case 'NUMBER':
      return makeItem((r) => r.expectNumber(), startsWith(T.NUMBER));
    case 'STRING_VALUE':
      return makeItem((r) => r.expectString(), startsWith(T.STRING));
    case 'SOFT_KEYWORD':
      return makeItem((r) => {
        const token = r.peek();
        return token.type === T.NAME && SOFT_KEYWORDS.has(token.string) ? r.take() : undefined;
      }, startsWith(T.NAME));
    default: {
      const type = T[name as keyof typeof T];
      if (type === undefined) throw new TypeError(`error grammar: no token type ${name}`);
      return tokenItem(type);
    }
  }
}
