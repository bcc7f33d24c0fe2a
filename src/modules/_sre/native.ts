// Translates a pattern's tree to the source of a native RegExp, where the two agree. JavaScript's rules differ in what a repeated group
// remembers, in references to unset groups, in empty rounds of a loop, and in every character class; so
//  - classes and positions are written out from our own sets, no flag and no escape of RegExp's is relied on;
//  - loops whose body can be empty, conditionals and references that may be unset are refused;
//  - if a group inside a loop might keep an earlier round's text, groups are left out: the native match then only tells where a match
//    lies, and the exact matcher is asked for the groups if somebody wants them.
// The subject must be a string without surrogates (or one byte a unit), so a code unit is a character.
// Checked against the exact matcher and against CPython by tests/unit/sre.

import type { CharSet, CharSetFactory } from './charset.ts';
import { At, Category } from './constants.ts';
import { minimumWidth } from './facts.ts';
import type { Node } from './tree.ts';

export interface NativeSource {
  readonly source: string;
  /** Index of each Python group in the RegExp's result, or undefined when the RegExp does not tell the groups. */
  readonly captures: readonly number[] | undefined;
  /** The groups in the order in which they close, when `captures` is known: the last one that is set is `lastindex`. */
  readonly closing: readonly number[];
}

/** The RegExp source for a pattern, or undefined where RegExp would answer differently. */
export function translate(root: Node, groups: number, sets: CharSetFactory): NativeSource | undefined {
  try {
    const facts = new GroupFacts();
    facts.visit(root, false);
    return new Translator(groups, sets, facts).pattern(root);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Unsupported {}

/** From here on a look-behind is left to the exact matcher. */
const LONGEST_LOOK_BEHIND = 64;

/** What has to be known of groups before writing the first character. */
class GroupFacts {
  /** Groups some reference needs. */
  readonly referenced = new Set<number>();
  /** RegExp's captures equal Python's groups. */
  exact = true;

  /** Answers the groups that are surely set after the node. */
  visit(node: Node, behind: boolean, set: ReadonlySet<number> = new Set()): Set<number> {
    const result = new Set<number>();
    switch (node.kind) {
      case 'sequence':
        for (const item of node.items) {
          for (const group of this.visit(item, behind, new Set([...set, ...result]))) result.add(group);
        }
        break;
      case 'mark':
        if (behind) this.exact = false;
        if (node.mark & 1) result.add(node.mark >> 1);
        break;
      case 'branch':
        return this.branch(node.choices, behind, set);
      case 'repeat':
        return this.repeat(node, behind, set);
      case 'assert': {
        // RegExp walks back before it finds that there is no room.
        if (node.back > LONGEST_LOOK_BEHIND) throw new Unsupported();
        const inner = this.visit(node.body, behind || node.back > 0, set);
        return node.negative ? result : inner;
      }
      case 'atomic':
        return this.visit(node.body, behind, set);
      case 'reference':
        if (behind || node.folding !== 'exact' || !set.has(node.group)) throw new Unsupported();
        this.referenced.add(node.group);
        break;
      case 'conditional':
        throw new Unsupported();
    }
    return result;
  }

  private branch(choices: readonly Node[], behind: boolean, set: ReadonlySet<number>): Set<number> {
    const [first, ...rest] = choices.map((choice) => this.visit(choice, behind, set));
    return new Set([...first].filter((group) => rest.every((other) => other.has(group))));
  }

  private repeat(node: Node & { kind: 'repeat' }, behind: boolean, set: ReadonlySet<number>): Set<number> {
    const { body } = node;
    if (minimumWidth(body) === 0 && !(node.min === 1 && node.max === 1)) throw new Unsupported();
    const inside = groupsIn(body);
    const entering = node.max > 1 ? new Set([...set].filter((group) => !inside.has(group))) : set;
    const inner = this.visit(body, behind, entering);
    if (node.max > 1) for (const group of inside) if (!inner.has(group)) this.exact = false;
    return node.min > 0 ? inner : new Set();
  }
}

function groupsIn(node: Node, found = new Set<number>()): Set<number> {
  switch (node.kind) {
    case 'mark':
      found.add(node.mark >> 1);
      break;
    case 'sequence':
      for (const item of node.items) groupsIn(item, found);
      break;
    case 'branch':
      for (const choice of node.choices) groupsIn(choice, found);
      break;
    case 'repeat':
    case 'assert':
    case 'atomic':
      groupsIn(node.body, found);
      break;
  }
  return found;
}

class Translator {
  private readonly groups: number;
  private readonly sets: CharSetFactory;
  private readonly facts: GroupFacts;
  private readonly captures: number[] = [0];
  private readonly closing: number[] = [];
  private captureCount = 0;

  constructor(groups: number, sets: CharSetFactory, facts: GroupFacts) {
    this.groups = groups;
    this.sets = sets;
    this.facts = facts;
  }

  pattern(root: Node): NativeSource {
    const source = this.node(root);
    const { captures, closing, groups, facts } = this;
    for (let group = 1; group <= groups; group++) captures[group] ??= -1;
    return { source, captures: facts.exact ? captures : undefined, closing };
  }

  private node(node: Node): string {
    switch (node.kind) {
      case 'sequence':
        return this.sequence(node.items);
      case 'set':
        return classSource(node.set);
      case 'at':
        return this.position(node.at, undefined, undefined);
      case 'mark':
        return this.mark(node.mark);
      case 'branch':
        return `(?:${node.choices.map((choice) => this.node(choice)).join('|')})`;
      case 'repeat':
        return this.repeat(node);
      case 'assert':
        return `(?${node.back > 0 ? '<' : ''}${node.negative ? '!' : '='}${this.node(node.body)})`;
      case 'atomic':
        return this.atomic(() => this.node(node.body));
      case 'reference':
        return `(?:\\${this.captures[node.group + 1]})`;
      case 'conditional':
        throw new Unsupported();
    }
  }

  private sequence(items: readonly Node[]): string {
    return items
      .map((item, i) => (item.kind === 'at' ? this.position(item.at, items[i - 1], items[i + 1]) : this.node(item)))
      .join('');
  }

  private mark(mark: number): string {
    const group = mark >> 1;
    if (!this.facts.exact && !this.facts.referenced.has(group)) return mark & 1 ? ')' : '(?:';
    if (mark & 1) {
      this.closing.push(group + 1);
      return ')';
    }
    this.captures[group + 1] = ++this.captureCount;
    return '(';
  }

  private repeat(node: Node & { kind: 'repeat' }): string {
    const { body, min, max, mode } = node;
    const single = body.kind === 'set';
    const item = () => (single ? this.node(body) : `(?:${this.node(body)})`);
    if (mode !== 'possessive') return item() + quantifier(min, max) + (mode === 'lazy' ? '?' : '');
    // Each round is atomic by itself: a later round that fails never reopens an earlier one.
    if (single) return this.atomic(() => item() + quantifier(min, max));
    return this.atomic(() => `(?:${this.atomic(() => this.node(body))})${quantifier(min, max)}`);
  }

  /** RegExp has no atomic group, but a look-ahead is one. */
  private atomic(body: () => string): string {
    const capture = ++this.captureCount;
    return `(?=(${body()}))(?:\\${capture})`;
  }

  private position(at: number, before: Node | undefined, after: Node | undefined): string {
    switch (at) {
      case At.BEGINNING:
      case At.BEGINNING_STRING:
        return '^';
      case At.BEGINNING_LINE:
        return '(?<![^\\n])';
      case At.END:
        return '(?=\\n?$)';
      case At.END_LINE:
        return '(?![^\\n])';
      case At.END_STRING:
        return '$';
      case At.BOUNDARY:
        return '\\b';
      case At.NON_BOUNDARY:
        return '\\B';
      case At.LOC_BOUNDARY:
      case At.LOC_NON_BOUNDARY:
        return boundary(this.sets.category(Category.LOC_WORD)!, at === At.LOC_BOUNDARY, before, after);
      default:
        return boundary(this.sets.category(Category.UNI_WORD)!, at === At.UNI_BOUNDARY, before, after);
    }
  }
}

/** `\b` or `\B` over a set of word characters; a neighbour that is surely one saves half of the work. */
function boundary(word: CharSet, positive: boolean, before: Node | undefined, after: Node | undefined): string {
  const set = classSource(word);
  if (surely(word, after)) return positive ? `(?<!${set})` : `(?<=${set})`;
  if (surely(word, before)) return positive ? `(?!${set})` : `(?=${set})`;
  return positive
    ? `(?:(?<=${set})(?!${set})|(?<!${set})(?=${set}))`
    : `(?:(?<=${set})(?=${set})|(?<!${set})(?!${set}))`;
}

function surely(word: CharSet, node: Node | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind === 'repeat') return node.min > 0 && surely(word, node.body);
  if (node.kind !== 'set') return false;
  const { ranges } = node.set;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i] === word.ranges[i] && ranges[i + 1] === word.ranges[i + 1]) continue;
    if (ranges[i + 1] - ranges[i] > 256) return false;
    for (let point = ranges[i]; point <= ranges[i + 1]; point++) if (!word.has(point)) return false;
  }
  return ranges.length > 0;
}

function quantifier(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** A class that matches the members of a set below 0x10000. */
function classSource(set: CharSet): string {
  const single = set.single();
  if (single >= 0 && single <= 0xffff) return unitSource(single);
  const own = rangesSource(set);
  if (own === '\\x00-\\uffff') return '[^]';
  const complement = rangesSource(set.negate());
  return complement.length < own.length ? `[^${complement}]` : `[${own}]`;
}

function rangesSource(set: CharSet): string {
  let source = '';
  for (const [low, high] of set.pairs()) {
    if (low > 0xffff) break;
    source += unitSource(low);
    if (high > low) source += `-${unitSource(Math.min(high, 0xffff))}`;
  }
  return source;
}

function unitSource(unit: number): string {
  const isPlain = (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  if (isPlain) return String.fromCharCode(unit);
  return unit < 256 ? `\\x${unit.toString(16).padStart(2, '0')}` : `\\u${unit.toString(16).padStart(4, '0')}`;
}
