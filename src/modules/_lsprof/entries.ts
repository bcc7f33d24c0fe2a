// What a profiler knows of each function, and of each function by who called it. CPython: Modules/_lsprof.c (ProfilerEntry, ProfilerContext)
import type { Value } from '../../runtime/core/value.ts';

/** Counts and times of a function, or of its calls by one caller; times are in the timer's ticks. CPython: ProfilerSubEntry */
export class Tally {
  calls = 0;
  recursiveCalls = 0;
  total = 0;
  inline = 0;
  /** How many of its calls are running. */
  level = 0;

  left(total: number, inline: number): void {
    if (--this.level === 0) this.total += total;
    else this.recursiveCalls++;
    this.inline += inline;
    this.calls++;
  }
}

/** CPython: ProfilerEntry */
export class Entry extends Tally {
  /** A code object, or how a built-in function is shown. */
  readonly shown: Value;
  readonly callees: Map<Entry, Tally> = new Map();
  constructor(shown: Value) {
    super();
    this.shown = shown;
  }
}

/** A call that is running. */
interface Running {
  readonly entry: Entry;
  /** Its tally under the caller, where those are kept. */
  readonly sub: Tally | undefined;
  readonly start: number;
  /** Time spent in what it called. */
  inner: number;
}

/** The calls of one profiler: those that are running, and what came of the others. */
export class Calls {
  readonly entries: Map<unknown, Entry> = new Map();
  readonly #now: () => number;
  #running: Running[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** CPython: ptrace_enter_call */
  enter(key: unknown, show: () => Value, keepsCallers: boolean): void {
    let entry = this.entries.get(key);
    if (entry === undefined) {
      entry = new Entry(show());
      this.entries.set(key, entry);
    }
    const caller = this.#running.at(-1)?.entry;
    const sub = keepsCallers && caller !== undefined ? subTally(caller, entry) : undefined;
    entry.level++;
    if (sub !== undefined) sub.level++;
    this.#running.push({ entry, sub, start: this.#now(), inner: 0 });
  }

  /** The innermost call ends; one that was entered before the profiler is nobody's. CPython: ptrace_leave_call */
  leave(key: unknown): void {
    if (this.#running.length > 0 && this.entries.has(key)) this.#end();
  }

  /** Ends what is still running when the profiler is disabled. CPython: flush_unmatched */
  endAll(): void {
    while (this.#running.length > 0) this.#end();
  }

  clear(): void {
    this.entries.clear();
    this.#running = [];
  }

  #end(): void {
    const { entry, sub, start, inner } = this.#running.pop()!;
    const total = this.#now() - start;
    entry.left(total, total - inner);
    sub?.left(total, total - inner);
    const caller = this.#running.at(-1);
    if (caller !== undefined) caller.inner += total;
  }
}

function subTally(caller: Entry, entry: Entry): Tally {
  let tally = caller.callees.get(entry);
  if (tally === undefined) {
    tally = new Tally();
    caller.callees.set(entry, tally);
  }
  return tally;
}
