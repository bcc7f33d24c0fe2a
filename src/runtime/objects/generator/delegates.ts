// A chain of generators or coroutines each of which delegates to the next: the innermost one is resumed directly by whoever resumes the outermost,
// so that a step costs the same at any depth of `yield from` or `await`. CPython resumes every level (Python/bytecodes.c, SEND).
//
// The outermost keeps the chain in its `delegate`. All members but the last have their state turned negative (`takenState`), by which their step
// method finds out that something else resumes them: then they take their state back, and the chain cuts itself off there at its next step.
import { None, PyObject } from '../../core/object.ts';
import { state } from '../../core/state.ts';
import type { Value } from '../../core/value.ts';
import type { PyBaseException } from '../../exceptions/exception.ts';
import { CLOSED, type PyGeneratorBase, takenState } from './generator.ts';

/** Thrown into a generator that delegates: what it delegated to has ended, with the value that is sent along. */
export const ENDED: PyBaseException = Object.freeze({}) as PyBaseException;

export class DelegateChain extends PyObject {
  /** As generators have it: emitted code steps a chain without asking what it is. */
  declare readonly own: true;
  declare readonly step: (value: Value) => Value | undefined;
  /** From what the owner delegates to down to the innermost. */
  readonly members: PyGeneratorBase[];
  /** What the first member returned. */
  returned: Value = None;
  /** The chain that was being stepped when this one was. */
  outer: DelegateChain | undefined;
  constructor(first: PyGeneratorBase) {
    super();
    this.members = [first];
    this.outer = undefined;
    this.extend(first);
  }

  /** Takes in what the innermost delegates to now. */
  private extend(innermost: PyGeneratorBase): void {
    let last = innermost;
    for (let next = last.delegate; isChainable(next); next = last.delegate) {
      last.state = takenState(last.state);
      this.members.push((last = next));
    }
  }

  /** Runs to the next suspension of the innermost that is left, as `step` of a generator does. */
  stepDelegates(value: Value): Value | undefined {
    const { depth } = state;
    this.outer = state.chain as DelegateChain | undefined;
    state.chain = this;
    const { members } = this;
    let last = members.length - 1;
    if (last > 0 && !this.isLinked(last - 1)) last = this.cut();
    let sent = value;
    let error: PyBaseException | undefined;
    for (;;) {
      const member = members[last]!;
      state.depth = depth + last;
      try {
        const result = member.step(sent, error);
        if (result !== undefined) {
          this.leave(depth);
          if (member.delegate !== undefined) this.extend(member);
          return result;
        }
        if (last === 0) this.returned = member.taken();
        else sent = member.taken();
        error = ENDED;
      } catch (e) {
        if (last === 0) {
          this.leave(depth);
          throw e;
        }
        members[last - 1]!.delegate = undefined;
        sent = None;
        error = e as PyBaseException;
      }
      if (last === 0) {
        this.leave(depth);
        return undefined;
      }
      members.pop();
      const parent = members[--last]!;
      if (parent.state < CLOSED) parent.state = takenState(parent.state);
    }
  }

  private leave(depth: number): void {
    state.depth = depth;
    state.chain = this.outer;
    this.outer = undefined;
  }

  /** Whether the member still waits for the next one, and nothing else has resumed it. */
  private isLinked(at: number): boolean {
    const member = this.members[at]!;
    return member.state < CLOSED && member.delegate === this.members[at + 1];
  }

  /** Forgets the members below the first that something else has resumed; the index of the last that is left. */
  private cut(): number {
    let last = 0;
    while (last + 1 < this.members.length && this.isLinked(last)) last++;
    this.members.length = last + 1;
    return last;
  }
}
Object.defineProperties(DelegateChain.prototype, {
  own: { value: true },
  step: { value: DelegateChain.prototype.stepDelegates },
});

function isChainable(v: PyObject | undefined): v is PyGeneratorBase {
  return v !== undefined && (v as Partial<PyGeneratorBase>).isChainable === true && (v as PyGeneratorBase).state > 0;
}

/** One step of what `g` delegates to, which delegates in turn: three generators and more become a chain. */
export function stepDeep(g: PyGeneratorBase, value: Value): Value | undefined {
  let inner = g.delegate as PyGeneratorBase;
  if (isChainable(inner) && isChainable(inner.delegate)) {
    g.delegate = inner = new DelegateChain(inner) as unknown as PyGeneratorBase;
  }
  return inner.step(value);
}

/** What `yield from` or `await` in `g` is waiting for, as programs see it. */
export function delegateOf(g: PyGeneratorBase): PyObject | undefined {
  const { delegate } = g;
  return delegate instanceof DelegateChain ? delegate.members[0] : delegate;
}
