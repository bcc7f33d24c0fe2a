// The exact matcher: runs a Program over a subject with its own stack of choices, so neither long subjects nor deep repeats touch the
// JavaScript stack. What a choice must restore (marks, lastindex, counters) is undone from a trail instead of copied.
// Reference for order and results: Modules/_sre/sre_lib.h (SRE(match)).

import { memoryError } from '../../runtime/exceptions/errors.ts';
import { type CharSetFactory, lowerAscii } from './charset.ts';
import { At, Category } from './constants.ts';
import { Code, type Program, Test, UNLIMITED } from './program.ts';

/** Code units without surrogates, or code points, or bytes. */
export type Subject = string | ArrayLike<number>;

/** Called now and then during a long match: to answer signals and to enforce limits. It may throw. */
export type Tick = () => void;

/** More words of stack than this are a MemoryError. */
const STACK_LIMIT = 1 << 27;

/** Words of stack a matcher keeps between matches. */
const KEPT_STACK = 1 << 14;

// Kinds of frames on the stack; a frame ends with its kind, and a kind >= 0 is the address where a plain choice goes on.
// plain: position, trail, address. one-character repeats: position, trail, bound, address, kind. barrier: below.
const GREEDY_FRAME = -1;
const LAZY_FRAME = -2;
/** previous barrier, position, trail, address or -1, kind */
const BARRIER_FRAME = -3;

const NO_POINTS: ArrayLike<number> = new Uint32Array(0);

export class Matcher {
  /** lastindex, marks, registers; -1 is unset. Valid after a successful {@link run}. */
  readonly slots: Int32Array;
  private readonly program: Program;
  private readonly sets: CharSetFactory;
  private readonly tick: Tick | undefined;
  private stack = new Int32Array(256);
  private trail = new Int32Array(64);
  private trailTop = 0;
  private barrier = 0;
  private text = '';
  private points: ArrayLike<number> = NO_POINTS;
  private isText = true;
  private end = 0;

  constructor(program: Program, sets: CharSetFactory, tick?: Tick) {
    this.program = program;
    this.sets = sets;
    this.tick = tick;
    this.slots = new Int32Array(program.slots).fill(-1);
  }

  /** Sets the subject; nothing at `end` or after is seen. */
  setSubject(subject: Subject, end: number): void {
    this.isText = typeof subject === 'string';
    this.text = typeof subject === 'string' ? subject : '';
    this.points = typeof subject === 'string' ? NO_POINTS : subject;
    this.end = end;
  }

  /** Lets go of the subject, and of stacks that one match made large. */
  release(): void {
    this.text = '';
    this.points = NO_POINTS;
    if (this.stack.length > KEPT_STACK) this.stack = new Int32Array(KEPT_STACK);
    if (this.trail.length > KEPT_STACK) this.trail = new Int32Array(KEPT_STACK);
  }

  private at(position: number): number {
    return this.isText ? this.text.charCodeAt(position) : this.points[position];
  }

  /**
   * Matches at `start`; answers the end of the match, or -1.
   * @param whole the match must reach the end (fullmatch)
   * @param advance the match must not be empty
   */
  run(start: number, whole: boolean, advance: boolean): number {
    // One loop on purpose: split into methods it was several times slower, as every operator would go through `this`.
    const { program, slots, text, points, isText, end } = this;
    const { code, sets, literals } = program;
    slots.fill(-1);
    let { stack } = this;
    let top = 0;
    let pc = 0;
    let p = start;
    let ticks = 0;
    this.trailTop = 0;
    this.barrier = 0;

    for (;;) {
      let failed = false;
      switch (code[pc]) {
        case Code.MATCH:
          if (!(whole && p !== end) && !(advance && p === start)) return p;
          failed = true;
          break;
        case Code.CHAR:
          if (p < end && (isText ? text.charCodeAt(p) : points[p]) === code[pc + 1]) {
            p++;
            pc += 2;
          } else failed = true;
          break;
        case Code.SET: {
          if (p < end) {
            const c = isText ? text.charCodeAt(p) : points[p];
            const set = sets[code[pc + 1]];
            if (c < 256 ? set.latin[c] === 1 : set.has(c)) {
              p++;
              pc += 2;
              break;
            }
          }
          failed = true;
          break;
        }
        case Code.ANY:
          if (p < end && (isText ? text.charCodeAt(p) : points[p]) !== 10) {
            p++;
            pc++;
          } else failed = true;
          break;
        case Code.ALL:
          if (p < end) {
            p++;
            pc++;
          } else failed = true;
          break;
        case Code.LITERAL: {
          const literal = literals[code[pc + 1]];
          const { length } = literal;
          if (p + length > end) {
            failed = true;
            break;
          }
          let i = 0;
          while (i < length && (isText ? text.charCodeAt(p + i) : points[p + i]) === literal.charCodeAt(i)) i++;
          if (i === length) {
            p += length;
            pc += 2;
          } else failed = true;
          break;
        }
        case Code.AT:
          if (this.atPosition(code[pc + 1], p)) pc += 2;
          else failed = true;
          break;
        case Code.MARK:
          this.set(code[pc + 1], p, top);
          if (code[pc + 2] !== 0) this.set(0, code[pc + 2], top);
          pc += 3;
          break;
        case Code.SPLIT:
        case Code.SPLIT_CHAR:
        case Code.SPLIT_SET: {
          const op = code[pc];
          const other = code[pc + 1];
          if (op !== Code.SPLIT) {
            const c = p >= end ? -1 : isText ? text.charCodeAt(p) : points[p];
            if (c < 0 || (op === Code.SPLIT_CHAR ? c !== code[pc + 2] : !sets[code[pc + 2]].has(c))) {
              pc = other;
              break;
            }
          }
          if (top + 8 > stack.length) stack = this.growStack();
          stack[top++] = p;
          stack[top++] = this.trailTop;
          stack[top++] = other;
          pc += op === Code.SPLIT ? 2 : 3;
          break;
        }
        case Code.JUMP:
          pc = code[pc + 1];
          break;
        case Code.GREEDY_ONE: {
          const min = code[pc + 3];
          const last = this.runOf(code[pc + 1], code[pc + 2], p, code[pc + 4]);
          const first = p + min;
          if (last < first) {
            failed = true;
            break;
          }
          p = this.lastBefore(code[pc + 5], first, last);
          if (p < 0) {
            failed = true;
            break;
          }
          if (p > first) {
            if (top + 8 > stack.length) stack = this.growStack();
            stack[top++] = p;
            stack[top++] = this.trailTop;
            stack[top++] = first;
            stack[top++] = pc;
            stack[top++] = GREEDY_FRAME;
          }
          pc += 6;
          break;
        }
        case Code.LAZY_ONE: {
          const min = code[pc + 3];
          if (min > 0) {
            const last = this.runOf(code[pc + 1], code[pc + 2], p, min);
            if (last < p + min) {
              failed = true;
              break;
            }
            p = last;
          }
          const limit = code[pc + 4] === UNLIMITED ? end : p + code[pc + 4] - min;
          if (p < limit) {
            if (top + 8 > stack.length) stack = this.growStack();
            stack[top++] = p;
            stack[top++] = this.trailTop;
            stack[top++] = limit;
            stack[top++] = pc;
            stack[top++] = LAZY_FRAME;
          }
          pc += 6;
          break;
        }
        case Code.POSSESSIVE_ONE: {
          const last = this.runOf(code[pc + 1], code[pc + 2], p, code[pc + 4]);
          if (last < p + code[pc + 3]) {
            failed = true;
            break;
          }
          p = last;
          pc += 6;
          break;
        }
        case Code.REPEAT:
          this.set(code[pc + 1], -1, top);
          this.set(code[pc + 1] + 1, -1, top);
          pc += 2;
          break;
        case Code.MAX_UNTIL:
        case Code.MIN_UNTIL: {
          const register = code[pc + 1];
          const count = slots[register] + 1;
          if (count < code[pc + 2]) {
            this.set(register, count, top);
            pc = code[pc + 4];
            break;
          }
          // A round that began here and took nothing is not tried again.
          if ((count < code[pc + 3] || code[pc + 3] === UNLIMITED) && p !== slots[register + 1]) {
            const lazy = code[pc] === Code.MIN_UNTIL;
            if (top + 8 > stack.length) stack = this.growStack();
            stack[top++] = p;
            stack[top++] = this.trailTop;
            stack[top++] = lazy ? code[pc + 4] - 3 : pc + 5;
            if (!lazy) {
              this.set(register, count, top);
              this.set(register + 1, p, top);
              pc = code[pc + 4];
              break;
            }
          }
          pc += 5;
          break;
        }
        case Code.LAZY_BODY:
          this.set(code[pc + 1], slots[code[pc + 1]] + 1, top);
          this.set(code[pc + 1] + 1, p, top);
          pc = code[pc + 2];
          break;
        case Code.MAX_LOOP:
        case Code.MIN_LOOP: {
          const lazy = code[pc] === Code.MIN_LOOP;
          if (top + 8 > stack.length) stack = this.growStack();
          stack[top++] = p;
          stack[top++] = this.trailTop;
          stack[top++] = lazy ? code[pc + 1] : pc + 2;
          pc = lazy ? pc + 2 : code[pc + 1];
          break;
        }
        case Code.BARRIER: {
          const begin = p - code[pc + 1];
          const after = code[pc + 2];
          if (begin < 0) {
            if (after >= 0) pc = after;
            else failed = true;
            break;
          }
          if (top + 8 > stack.length) stack = this.growStack();
          top = this.pushBarrier(stack, top, p, after);
          p = begin;
          pc += 3;
          break;
        }
        case Code.ASSERT_END:
          p = stack[this.barrier - 4];
          top = this.popBarrier(stack);
          pc++;
          break;
        case Code.ASSERT_NOT_END:
          top = this.popBarrier(stack);
          failed = true;
          break;
        case Code.ATOMIC_END:
          top = this.popBarrier(stack);
          pc++;
          break;
        case Code.POSSESSIVE:
          slots[code[pc + 1]] = 0;
          slots[code[pc + 1] + 1] = -1;
          pc += 2;
          break;
        case Code.POSSESSIVE_NEXT: {
          const register = code[pc + 1];
          const count = slots[register];
          const needed = count < code[pc + 2];
          const more = count < code[pc + 3] || code[pc + 3] === UNLIMITED;
          if (!needed && !(more && p !== slots[register + 1])) {
            pc = code[pc + 4];
            break;
          }
          if (!needed) slots[register + 1] = p;
          if (top + 8 > stack.length) stack = this.growStack();
          top = this.pushBarrier(stack, top, p, needed ? -1 : code[pc + 4]);
          pc += 5;
          break;
        }
        case Code.POSSESSIVE_END:
          top = this.popBarrier(stack);
          slots[code[pc + 1]]++;
          pc = code[pc + 2];
          break;
        case Code.REFERENCE: {
          const length = this.reference(code[pc + 1], code[pc + 2], p);
          if (length < 0) {
            failed = true;
            break;
          }
          p += length;
          pc += 3;
          break;
        }
        case Code.CONDITIONAL: {
          const from = slots[1 + 2 * code[pc + 1]];
          const to = slots[2 + 2 * code[pc + 1]];
          pc = from < 0 || to < from ? code[pc + 2] : pc + 3;
          break;
        }
      }
      if (!failed) continue;

      // Back to the last choice.
      for (;;) {
        if (top === 0) return -1;
        if ((++ticks & 0xfff) === 0 && this.tick !== undefined) this.tick();
        const kind = stack[top - 1];
        if (kind >= 0) {
          top -= 3;
          p = stack[top];
          if (this.trailTop > stack[top + 1]) this.undo(stack[top + 1]);
          pc = kind;
          break;
        }
        const frame = top - 5;
        if (kind === BARRIER_FRAME) {
          top = frame;
          this.barrier = stack[frame];
          if (stack[frame + 3] < 0) continue;
          p = stack[frame + 1];
          this.undo(stack[frame + 2]);
          pc = stack[frame + 3];
          break;
        }
        const op = stack[frame + 3];
        p = stack[frame];
        if (kind === GREEDY_FRAME) {
          p = this.lastBefore(code[op + 5], stack[frame + 2], p - 1);
          if (p < 0) {
            top = frame;
            continue;
          }
          if (p === stack[frame + 2]) top = frame;
          else stack[frame] = p;
        } else {
          p = this.lazyNext(op, p, stack[frame + 2]);
          if (p < 0) {
            top = frame;
            continue;
          }
          if (p === stack[frame + 2]) top = frame;
          else stack[frame] = p;
        }
        if (this.trailTop > stack[frame + 1]) this.undo(stack[frame + 1]);
        pc = op + 6;
        break;
      }
    }
  }

  /** Sets a slot, remembering the old value when there is a choice to go back to. */
  private set(slot: number, value: number, top: number): void {
    if (top > 0) {
      if (this.trailTop + 2 > this.trail.length) this.trail = doubled(this.trail);
      this.trail[this.trailTop++] = slot;
      this.trail[this.trailTop++] = this.slots[slot];
    }
    this.slots[slot] = value;
  }

  private undo(height: number): void {
    const { trail, slots } = this;
    let top = this.trailTop;
    while (top > height) {
      top -= 2;
      slots[trail[top]] = trail[top + 1];
    }
    this.trailTop = top;
  }

  private growStack(): Int32Array<ArrayBuffer> {
    return (this.stack = doubled(this.stack));
  }

  private pushBarrier(stack: Int32Array, top: number, position: number, after: number): number {
    stack[top] = this.barrier;
    stack[top + 1] = position;
    stack[top + 2] = this.trailTop;
    stack[top + 3] = after;
    stack[top + 4] = BARRIER_FRAME;
    return (this.barrier = top + 5);
  }

  /** Drops the innermost barrier and every choice above it. */
  private popBarrier(stack: Int32Array): number {
    const frame = this.barrier - 5;
    this.barrier = stack[frame];
    return frame;
  }

  /** Where the run of characters that pass a test ends, at most `max` after `p`. */
  private runOf(test: number, operand: number, p: number, max: number): number {
    const { text, points, isText, end } = this;
    const limit = max < end - p ? p + max : end;
    switch (test) {
      case Test.ALL:
        return limit;
      case Test.CHAR:
        while (p < limit && (isText ? text.charCodeAt(p) : points[p]) === operand) p++;
        return p;
      case Test.NOT_CHAR:
        while (p < limit && (isText ? text.charCodeAt(p) : points[p]) !== operand) p++;
        return p;
      default: {
        const set = this.program.sets[operand];
        const { latin } = set;
        while (p < limit) {
          const c = isText ? text.charCodeAt(p) : points[p];
          if (c < 256 ? latin[c] === 0 : !set.has(c)) break;
          p++;
        }
        return p;
      }
    }
  }

  /** The last position in first..last where `tail` stands, or -1; `last` itself when the tail is not known. */
  private lastBefore(tail: number, first: number, last: number): number {
    if (tail < 0) return last;
    if (last >= this.end) last = this.end - 1;
    while (last >= first && this.at(last) !== tail) last--;
    return last >= first ? last : -1;
  }

  /** The next position a lazy one-character repeat may stop at, or -1. */
  private lazyNext(op: number, p: number, limit: number): number {
    const { code } = this.program;
    const tail = code[op + 5];
    do {
      if (p >= limit || this.runOf(code[op + 1], code[op + 2], p, 1) === p) return -1;
      p++;
    } while (tail >= 0 && (p >= this.end || this.at(p) !== tail));
    return p;
  }

  private atPosition(at: number, p: number): boolean {
    const { end } = this;
    switch (at) {
      case At.BEGINNING:
      case At.BEGINNING_STRING:
        return p === 0;
      case At.BEGINNING_LINE:
        return p === 0 || this.at(p - 1) === 10;
      case At.END:
        return p === end || (p === end - 1 && this.at(p) === 10);
      case At.END_LINE:
        return p === end || this.at(p) === 10;
      case At.END_STRING:
        return p === end;
      case At.BOUNDARY:
        return this.boundary(Category.WORD, p);
      case At.NON_BOUNDARY:
        return !this.boundary(Category.WORD, p);
      case At.LOC_BOUNDARY:
        return this.boundary(Category.LOC_WORD, p);
      case At.LOC_NON_BOUNDARY:
        return !this.boundary(Category.LOC_WORD, p);
      case At.UNI_BOUNDARY:
        return this.boundary(Category.UNI_WORD, p);
      default:
        return !this.boundary(Category.UNI_WORD, p);
    }
  }

  private boundary(category: number, p: number): boolean {
    const word = this.sets.category(category)!;
    const before = p > 0 && word.has(this.at(p - 1));
    const after = p < this.end && word.has(this.at(p));
    return before !== after;
  }

  /** Length of what a group reference takes at `p`, or -1. */
  private reference(group: number, folding: number, p: number): number {
    const from = this.slots[1 + 2 * group];
    const to = this.slots[2 + 2 * group];
    if (from < 0 || to < from || p + to - from > this.end) return -1;
    for (let i = from; i < to; i++) {
      const a = this.at(i);
      const b = this.at(p + i - from);
      if (a !== b && (folding === 0 || this.fold(a, folding) !== this.fold(b, folding))) return -1;
    }
    return to - from;
  }

  private fold(point: number, folding: number): number {
    if (folding === 1) return lowerAscii(point);
    return folding === 2 ? this.sets.unicode.lower(point) : this.sets.locale.lower(point);
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  if (array.length * 2 > STACK_LIMIT) throw memoryError();
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
