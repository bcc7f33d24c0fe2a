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
import { Node } from './nodes.ts';
import { failAt } from './raise.ts';
import { NOTHING, type Recognizer } from './recognizer.ts';

/** Tries to match at the cursor; moves it and returns a node, or returns undefined (the cursor may be anywhere). */
export type Matcher = (r: Recognizer) => Node | undefined;

/** A commitment (`~`) inside an alternative. */
const CUT: Matcher = () => NOTHING;

interface Item {
  /** For a rule by name, filled in when all rules are read. */
  match: Matcher;
  /** Where the capture goes; -1 for none. */
  slot: number;
}

interface Alternative {
  readonly items: readonly Item[];
  readonly captures: number;
  readonly action: Action | undefined;
  /** Without an action, the one capture is the result. */
  readonly single: boolean;
  /** Only for the second pass. */
  readonly invalid: boolean;
}

type RuleKind = '' | 'memo' | 'left';

/** All rules of the error grammar by name. */
export type Grammar = ReadonlyMap<string, Matcher>;

/** Translates grammar texts, each a list of rules. */
export function readGrammar(texts: readonly string[]): Grammar {
  const rules = new Map<string, Matcher>();
  const references: [Item, string][] = [];
  for (const text of texts) {
    for (const block of text.split(/\n(?=\w)/)) {
      const header = /^\s*(\w+)(?: (memo|left))?\s*\n/.exec(block);
      if (header === null) continue;
      const name = header[1]!;
      const reader = new Reader(block.slice(header[0].length), references);
      rules.set(name, makeRule(name, (header[2] ?? '') as RuleKind, reader.readRule(), rules.size));
    }
  }
  for (const [item, name] of references) {
    const rule = rules.get(name);
    if (rule === undefined) throw new TypeError(`the error grammar has no rule ${name}`);
    item.match = rule;
  }
  return rules;
}

function makeRule(name: string, kind: RuleKind, alternatives: Alternative[], id: number): Matcher {
  if (kind === 'memo') return memoised(id, alternatives);
  if (kind === 'left') return leftRecursive(id, alternatives);
  return name.endsWith('_without_invalid') ? withoutInvalid(alternatives) : (r) => choose(r, alternatives);
}

function choose(r: Recognizer, alternatives: readonly Alternative[]): Node | undefined {
  const start = r.mark;
  for (let i = 0; i < alternatives.length; i++) {
    const alternative = alternatives[i]!;
    if (alternative.invalid && !r.callInvalidRules) continue;
    const { items, captures } = alternative;
    const captured: Node[] = captures === 0 ? NO_CAPTURES : new Array(captures);
    let committed = false;
    let at = 0;
    for (; at < items.length; at++) {
      const item = items[at]!;
      if (item.match === CUT) committed = true;
      const node = item.match(r);
      if (node === undefined) break;
      if (item.slot >= 0) captured[item.slot] = node;
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

const NO_CAPTURES: Node[] = [];

function finish(r: Recognizer, alternative: Alternative, captured: Node[], start: number): Node | undefined {
  const { action } = alternative;
  if (action !== undefined) return action(r, captured, start);
  return alternative.single ? captured[0] : new Node('', start, r.mark - 1, captured);
}

function memoised(id: number, alternatives: readonly Alternative[]): Matcher {
  return (r) => {
    const memo = r.getMemo(id);
    if (memo !== undefined) {
      r.mark = memo.mark;
      return memo.value;
    }
    const start = r.mark;
    const value = choose(r, alternatives);
    r.setMemo(start, id, value, r.mark);
    return value;
  };
}

/** Grows a left-recursive match from a failing seed, one operator at a time. */
function leftRecursive(id: number, alternatives: readonly Alternative[]): Matcher {
  return (r) => {
    const memo = r.getMemo(id);
    if (memo !== undefined) {
      r.mark = memo.mark;
      return memo.value;
    }
    const start = r.mark;
    let end = start;
    let value: Node | undefined;
    for (;;) {
      r.setMemo(start, id, value, end);
      r.mark = start;
      const longer = choose(r, alternatives);
      if (longer === undefined || r.mark <= end) break;
      end = r.mark;
      value = longer;
    }
    r.mark = end;
    return value;
  };
}

function withoutInvalid(alternatives: readonly Alternative[]): Matcher {
  return (r) => {
    const before = r.callInvalidRules;
    r.callInvalidRules = false;
    const value = choose(r, alternatives);
    r.callInvalidRules = before;
    return value;
  };
}

/** Reads the alternatives of one rule. */
class Reader {
  readonly #words: string[];
  readonly #references: [Item, string][];
  #at = 0;

  constructor(text: string, references: [Item, string][]) {
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
    const word = this.#next();
    if (word?.startsWith('=>')) {
      this.#at++;
      return {
        items,
        captures: names.length,
        action: parseAction(word.slice(2).trim(), names),
        single: false,
        invalid,
      };
    }
    const single = names.length === 0 && results.length === 1;
    if (single) results[0]!.slot = 0;
    return { items, captures: single ? 1 : names.length, action: undefined, single, invalid };
  }

  #readItem(): Item {
    if (this.#take('~')) return plainItem(CUT);
    if (this.#take('&&')) return plainItem(this.#readForced());
    if (this.#take('&')) return plainItem(lookahead(this.#readPostfix(), true));
    if (this.#take('!')) return plainItem(lookahead(this.#readPostfix(), false));
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
      return plainItem(gather(tokenMatcher(word.slice(1, -2)), element));
    }
    const element = this.#readAtom();
    if (this.#take('?')) return plainItem(optional(element));
    if (this.#take('*')) return plainItem(repeat(element, 0));
    if (this.#take('+')) return plainItem(repeat(element, 1));
    return element;
  }

  #readAtom(): Item {
    const word = this.#words[this.#at++]!;
    if (word === '(' || word === '[') {
      const alternatives: Alternative[] = [];
      do alternatives.push(this.#readAlternative());
      while (this.#take('|'));
      this.#at++;
      const group = plainItem((r) => choose(r, alternatives));
      return word === '[' ? plainItem(optional(group)) : group;
    }
    if (word.startsWith("'")) return plainItem(tokenMatcher(word.slice(1, -1)));
    if (word.startsWith('"')) {
      const text = word.slice(1, -1);
      return plainItem((r) => r.expectSoftKeyword(text));
    }
    if (/^[A-Z_]+$/.test(word)) return plainItem(tokenClass(word));
    const item = plainItem(CUT);
    this.#references.push([item, word]);
    return item;
  }
}

function plainItem(match: Matcher): Item {
  return { match, slot: -1 };
}

function tokenType(text: string): number {
  const type = KEYWORDS.get(text) ?? OPERATOR_TEXT.indexOf(text);
  if (type < 0) throw new TypeError(`error grammar: no token ${text}`);
  return type;
}

function tokenMatcher(text: string): Matcher {
  const type = tokenType(text);
  return (r) => r.expect(type);
}

const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['_', 'case', 'match', 'type']);

function tokenClass(name: string): Matcher {
  switch (name) {
    case 'NAME':
      return (r) => (r.peek().type === T.NAME ? new Node('Name', r.mark, r.mark++, []) : undefined);
    case 'NUMBER':
      return (r) => r.expectNumber();
    case 'STRING_VALUE':
      return (r) => r.expectString();
    case 'SOFT_KEYWORD':
      return (r) => {
        const token = r.peek();
        return token.type === T.NAME && SOFT_KEYWORDS.has(token.string) ? r.take() : undefined;
      };
    default: {
      const type = T[name as keyof typeof T];
      if (type === undefined) throw new TypeError(`error grammar: no token type ${name}`);
      return (r) => r.expect(type);
    }
  }
}

function lookahead(item: Item, positive: boolean): Matcher {
  return (r) => {
    const start = r.mark;
    const found = item.match(r) !== undefined;
    r.mark = start;
    return found === positive ? NOTHING : undefined;
  };
}

function optional(item: Item): Matcher {
  return (r) => {
    const start = r.mark;
    const node = item.match(r);
    if (node !== undefined) return node;
    r.mark = start;
    return NOTHING;
  };
}

function repeat(item: Item, least: number): Matcher {
  return (r) => {
    const start = r.mark;
    const items: Node[] = [];
    for (;;) {
      const before = r.mark;
      const node = item.match(r);
      if (node === undefined) {
        r.mark = before;
        break;
      }
      items.push(node);
    }
    return items.length < least ? undefined : new Node('seq', start, r.mark - 1, items);
  };
}

function gather(separator: Matcher, element: Item): Matcher {
  return (r) => {
    const start = r.mark;
    const first = element.match(r);
    if (first === undefined) return undefined;
    const items = [first];
    for (;;) {
      const before = r.mark;
      const node = separator(r) === undefined ? undefined : element.match(r);
      if (node === undefined) {
        r.mark = before;
        break;
      }
      items.push(node);
    }
    return new Node('seq', start, r.mark - 1, items);
  };
}
