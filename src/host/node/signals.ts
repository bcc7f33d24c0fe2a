/// <reference types="node" />
// Signals on Node: subscribed ones arrive through the watcher.

import { constants } from 'node:os';
import type { Disposition, Signals } from '../signals.ts';
import { fromNode, nodeHostError } from './errors.ts';
import { FLAG, PENDING, type Watcher } from './watcher.ts';

const LAST_SIGNAL = 64;

export class NodeSignals implements Signals {
  readonly flag: Int32Array;
  readonly numbers: Readonly<Record<string, number>> = constants.signals;
  readonly #watcher: Watcher;
  readonly #dispositions = new Map<number, Disposition>();
  /** When the alarm is due (milliseconds of performance.now()) and its interval in seconds. */
  #alarmDue = 0;
  #alarmInterval = 0;

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
    this.flag = watcher.flags;
  }

  setDisposition(signum: number, disposition: Disposition, wait = true): void {
    const { SIGKILL, SIGSTOP } = constants.signals;
    if (signum < 1 || signum > LAST_SIGNAL || signum === SIGKILL || signum === SIGSTOP) throw nodeHostError('EINVAL');
    const before = this.#dispositions.get(signum) ?? 'default';
    this.#dispositions.set(signum, disposition);
    const wanted = disposition !== 'default';
    if (wanted === (before !== 'default') || !caught(signum)) return;
    const kind = wanted ? 'listen' : 'unlisten';
    if (wait) this.#watcher.request(kind, signum);
    else this.#watcher.post(kind, signum);
  }

  take(): number[] {
    const { flag } = this;
    Atomics.store(flag, FLAG, 0);
    const pending: number[] = [];
    for (let signum = 1; signum <= LAST_SIGNAL; signum++) {
      if (Atomics.exchange(flag, PENDING + signum, 0) === 0) continue;
      if (this.#dispositions.get(signum) === 'subscribe') pending.push(signum);
    }
    return pending;
  }

  raise(signum: number): void {
    const disposition = this.#dispositions.get(signum) ?? 'default';
    if (disposition === 'ignore') return;
    if (disposition === 'default') {
      try {
        process.kill(process.pid, signum);
      } catch (error) {
        throw fromNode(error);
      }
      return;
    }
    Atomics.store(this.flag, PENDING + signum, 1);
    Atomics.store(this.flag, FLAG, 1);
  }

  setTimer(delay: number, interval: number): [number, number] {
    const before = this.getTimer();
    this.#alarmDue = delay > 0 ? performance.now() + delay * 1000 : 0;
    this.#alarmInterval = delay > 0 ? interval : 0;
    if (delay > 0 || this.#watcher.running)
      this.#watcher.post('timer', { n: constants.signals.SIGALRM, delay, interval });
    return before;
  }

  getTimer(): [number, number] {
    if (this.#alarmDue === 0) return [0, 0];
    let left = (this.#alarmDue - performance.now()) / 1000;
    if (left <= 0 && this.#alarmInterval === 0) return [0, 0];
    while (left <= 0) {
      this.#alarmDue += this.#alarmInterval * 1000;
      left += this.#alarmInterval;
    }
    return [left, this.#alarmInterval];
  }

  wait(milliseconds: number): boolean {
    return Atomics.wait(this.flag, FLAG, 0, milliseconds) === 'not-equal' || Atomics.load(this.flag, FLAG) !== 0;
  }
}

/** Signals worth a handle: those with a default action that a handler could not be told from are left to the system. */
function caught(signum: number): boolean {
  const { SIGPIPE, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGPROF } = constants.signals;
  return ![SIGPIPE, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGPROF].includes(signum as never);
}
