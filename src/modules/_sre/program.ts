// From the pattern's tree to the program the matcher runs: a flat list of small integers with explicit choice points, so that
// backtracking needs no JavaScript stack. The operators are ours, not those of the code list. Reference for the rules they keep:
// Modules/_sre/sre_lib.h (SRE(match)).

import type { CharSet, Folding } from './charset.ts';
import { minimumWidth } from './facts.ts';
import type { Node, PatternTree } from './tree.ts';

/** Operators of a {@link Program}; the operands follow in the order given. */
export const Code = {
  /** End of the pattern. */
  MATCH: 0,
  /** character */
  CHAR: 1,
  /** set */
  SET: 2,
  /** Anything but a newline. */
  ANY: 3,
  ALL: 4,
  /** literal */
  LITERAL: 5,
  /** position */
  AT: 6,
  /** slot, last index or 0 */
  MARK: 7,
  /** other: go on here, and there on failure */
  SPLIT: 8,
  /** other, character */
  SPLIT_CHAR: 9,
  /** other, set */
  SPLIT_SET: 10,
  /** target */
  JUMP: 11,
  /** test, operand, min, max, tail character or -1 */
  GREEDY_ONE: 12,
  LAZY_ONE: 13,
  POSSESSIVE_ONE: 14,
  /** register */
  REPEAT: 15,
  /** register, min, max, body */
  MAX_UNTIL: 16,
  /** register, min, max, body; must be followed by LAZY_BODY where the choice goes on */
  MIN_UNTIL: 17,
  /** register, body */
  LAZY_BODY: 18,
  /** body: for bodies that are never empty and need no count */
  MAX_LOOP: 19,
  MIN_LOOP: 20,
  /** back, where to go on after failure or -1 */
  BARRIER: 21,
  /** Ends an assertion: forget its choices, go back to where it stood. */
  ASSERT_END: 22,
  /** Ends a negative assertion: it matched, so fail. */
  ASSERT_NOT_END: 23,
  /** Ends an atomic group: forget its choices. */
  ATOMIC_END: 24,
  /** register */
  POSSESSIVE: 25,
  /** register, min, max, tail */
  POSSESSIVE_NEXT: 26,
  /** register, target */
  POSSESSIVE_END: 27,
  /** group, folding */
  REFERENCE: 28,
  /** group, target if it is not set */
  CONDITIONAL: 29,
} as const;

/** How a one-character repeat tests its character. */
export const Test = { CHAR: 0, NOT_CHAR: 1, SET: 2, ALL: 3 } as const;

export const FOLDINGS: readonly Folding[] = ['exact', 'ascii', 'unicode', 'locale'];

/** "No limit" in a program. */
export const UNLIMITED = 0x7fffffff;

export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  readonly literals: readonly string[];
  readonly groups: number;
  /** Slot 0 is lastindex, then two marks a group, then the registers of the repeats. */
  readonly slots: number;
}

export function emitProgram(tree: PatternTree, groups: number): Program {
  return new Emitter(groups).program(tree.root);
}

class Emitter {
  private readonly code: number[] = [];
  private readonly sets: CharSet[] = [];
  private readonly literals: string[] = [];
  private readonly groups: number;
  private slots: number;

  constructor(groups: number) {
    this.groups = groups;
    this.slots = 1 + 2 * groups;
  }

  program(root: Node): Program {
    this.node(root, -1);
    this.code.push(Code.MATCH);
    const { sets, literals, groups, slots } = this;
    return { code: Int32Array.from(this.code), sets, literals, groups, slots };
  }

  /** Emits a node; `tail` is the character that must follow it, or -1. */
  private node(node: Node, tail: number): void {
    switch (node.kind) {
      case 'sequence':
        this.sequence(node.items, tail);
        return;
      case 'set':
        this.single(node.set);
        return;
      case 'at':
        this.code.push(Code.AT, node.at);
        return;
      case 'mark':
        this.code.push(Code.MARK, 1 + node.mark, node.mark & 1 ? (node.mark >> 1) + 1 : 0);
        return;
      case 'branch':
        this.branch(node.choices);
        return;
      case 'repeat':
        this.repeat(node, tail);
        return;
      case 'assert':
        this.assertion(node);
        return;
      case 'atomic':
        this.code.push(Code.BARRIER, 0, -1);
        this.node(node.body, -1);
        this.code.push(Code.ATOMIC_END);
        return;
      case 'reference':
        this.code.push(Code.REFERENCE, node.group, FOLDINGS.indexOf(node.folding));
        return;
      case 'conditional':
        this.conditional(node);
        return;
    }
  }

  private sequence(items: readonly Node[], tail: number): void {
    for (let i = 0; i < items.length; ) {
      const run = literalRun(items, i);
      if (run.length > 1) {
        this.code.push(Code.LITERAL, this.literals.push(run) - 1);
        i += run.length;
      } else {
        const next = items[i + 1];
        this.node(items[i], next === undefined ? tail : firstCharacter(next));
        i++;
      }
    }
  }

  private single(set: CharSet): void {
    const [test, operand] = this.test(set);
    if (test === Test.CHAR) this.code.push(Code.CHAR, operand);
    else if (test === Test.ALL) this.code.push(Code.ALL);
    else if (test === Test.NOT_CHAR && operand === 10) this.code.push(Code.ANY);
    else this.code.push(Code.SET, this.setIndex(set));
  }

  private test(set: CharSet): [number, number] {
    const single = set.single();
    if (single >= 0) return [Test.CHAR, single];
    if (set.isAll()) return [Test.ALL, 0];
    const { ranges } = set;
    if (ranges.length === 4 && ranges[0] === 0 && ranges[3] === 0x10ffff && ranges[1] + 2 === ranges[2]) {
      return [Test.NOT_CHAR, ranges[1] + 1];
    }
    return [Test.SET, this.setIndex(set)];
  }

  private setIndex(set: CharSet): number {
    const known = this.sets.indexOf(set);
    return known >= 0 ? known : this.sets.push(set) - 1;
  }

  /** Places a word to be filled in by {@link land}. */
  private hole(): number {
    return this.code.push(0) - 1;
  }

  private land(hole: number): void {
    this.code[hole] = this.code.length;
  }

  private branch(choices: readonly Node[]): void {
    const ends: number[] = [];
    choices.forEach((choice, index) => {
      const last = index === choices.length - 1;
      const other = last ? -1 : this.split(choice);
      this.node(choice, -1);
      if (last) return;
      this.code.push(Code.JUMP);
      ends.push(this.hole());
      this.land(other);
    });
    for (const end of ends) this.land(end);
  }

  /** A choice point before `choice` that looks at the next character where that decides; answers the hole for the other way. */
  private split(choice: Node): number {
    const first = choice.kind === 'sequence' ? choice.items[0] : choice;
    if (first === undefined || first.kind !== 'set') {
      this.code.push(Code.SPLIT);
      return this.hole();
    }
    const single = first.set.single();
    this.code.push(single >= 0 ? Code.SPLIT_CHAR : Code.SPLIT_SET);
    const hole = this.hole();
    this.code.push(single >= 0 ? single : this.setIndex(first.set));
    return hole;
  }

  private repeat(node: Node & { kind: 'repeat' }, tail: number): void {
    const { body, mode } = node;
    const min = Math.min(node.min, UNLIMITED);
    const max = Math.min(node.max, UNLIMITED);
    if (body.kind === 'set') {
      const op = mode === 'greedy' ? Code.GREEDY_ONE : mode === 'lazy' ? Code.LAZY_ONE : Code.POSSESSIVE_ONE;
      this.code.push(op, ...this.test(body.set), min, max, tail);
    } else if (mode === 'possessive') {
      this.possessive(body, min, max);
    } else if (max === UNLIMITED && min <= 1 && minimumWidth(body) > 0) {
      this.loop(body, min, mode);
    } else {
      this.counted(body, min, max, mode);
    }
  }

  /** `(?:body)*` or `+` whose body always moves on: no count, no check for an empty round. */
  private loop(body: Node, min: number, mode: 'greedy' | 'lazy'): void {
    let entry = -1;
    if (min === 0) {
      this.code.push(Code.JUMP);
      entry = this.hole();
    }
    const start = this.code.length;
    this.node(body, -1);
    if (entry >= 0) this.land(entry);
    this.code.push(mode === 'greedy' ? Code.MAX_LOOP : Code.MIN_LOOP, start);
  }

  private counted(body: Node, min: number, max: number, mode: 'greedy' | 'lazy'): void {
    const register = this.register();
    this.code.push(Code.REPEAT, register, Code.JUMP);
    const entry = this.hole();
    let lazyBody = -1;
    if (mode === 'lazy') {
      lazyBody = this.code.length;
      this.code.push(Code.LAZY_BODY, register, lazyBody + 3);
    }
    const start = this.code.length;
    this.node(body, -1);
    this.land(entry);
    if (mode === 'greedy') this.code.push(Code.MAX_UNTIL, register, min, max, start);
    else this.code.push(Code.MIN_UNTIL, register, min, max, start);
  }

  private possessive(body: Node, min: number, max: number): void {
    const register = this.register();
    this.code.push(Code.POSSESSIVE, register);
    const next = this.code.length;
    this.code.push(Code.POSSESSIVE_NEXT, register, min, max);
    const tail = this.hole();
    this.node(body, -1);
    this.code.push(Code.POSSESSIVE_END, register, next);
    this.land(tail);
  }

  /** Two slots: rounds done, and where the last round began. */
  private register(): number {
    this.slots += 2;
    return this.slots - 2;
  }

  private assertion(node: Node & { kind: 'assert' }): void {
    this.code.push(Code.BARRIER, node.back);
    if (!node.negative) {
      this.code.push(-1);
      this.node(node.body, -1);
      this.code.push(Code.ASSERT_END);
      return;
    }
    const after = this.hole();
    this.node(node.body, -1);
    this.code.push(Code.ASSERT_NOT_END);
    this.land(after);
  }

  private conditional(node: Node & { kind: 'conditional' }): void {
    this.code.push(Code.CONDITIONAL, node.group);
    const otherwise = this.hole();
    this.node(node.yes, -1);
    if (node.no === undefined) {
      this.land(otherwise);
      return;
    }
    this.code.push(Code.JUMP);
    const end = this.hole();
    this.land(otherwise);
    this.node(node.no, -1);
    this.land(end);
  }
}

/** The literal characters from `start` on, as long as they fit one code unit. */
function literalRun(items: readonly Node[], start: number): string {
  let run = '';
  for (let i = start; i < items.length; i++) {
    const item = items[i];
    const point = item.kind === 'set' ? item.set.single() : -1;
    if (point < 0 || point > 0xffff) break;
    run += String.fromCharCode(point);
  }
  return run;
}

/** The one character a node must start with, or -1. */
function firstCharacter(node: Node): number {
  if (node.kind === 'set') return node.set.single();
  if (node.kind === 'sequence' && node.items.length > 0) return firstCharacter(node.items[0]);
  return -1;
}
