// Signals of the memory host: they come from the guest itself (`raise_signal`) or from the embedder, who calls `raise`.

import { hostError } from '../error.ts';
import type { Disposition, Signals } from '../signals.ts';

const NAMES =
  'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM ' +
  'SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO ' +
  'SIGPWR SIGSYS';
const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(NAMES.split(' ').map((name, i) => [name, i + 1]));
const LAST_SIGNAL = 64;

export class MemorySignals implements Signals {
  readonly flag = new Int32Array(1);
  readonly numbers = NUMBERS;
  readonly #dispositions = new Map<number, Disposition>();
  readonly #pending = new Set<number>();
  readonly #onDefault: (signum: number) => void;

  /** `onDefault`: what happens to a signal that nobody catches. */
  constructor(onDefault: (signum: number) => void) {
    this.#onDefault = onDefault;
  }

  setDisposition(signum: number, disposition: Disposition): void {
    const refused = [NUMBERS['SIGKILL'], NUMBERS['SIGSTOP']].includes(signum);
    if (signum < 1 || signum > LAST_SIGNAL || refused) throw hostError('EINVAL');
    this.#dispositions.set(signum, disposition);
  }

  take(): number[] {
    const pending = [...this.#pending].sort((a, b) => a - b);
    this.#pending.clear();
    this.flag[0] = 0;
    return pending;
  }

  raise(signum: number): void {
    if (signum < 1 || signum > LAST_SIGNAL) throw hostError('EINVAL');
    const disposition = this.#dispositions.get(signum) ?? 'default';
    if (disposition === 'default') this.#onDefault(signum);
    if (disposition !== 'subscribe') return;
    this.#pending.add(signum);
    this.flag[0] = 1;
  }

  setTimer(): [number, number] {
    throw hostError('ENOSYS');
  }

  getTimer(): [number, number] {
    return [0, 0];
  }

  wait(): boolean {
    return this.flag[0] !== 0;
  }
}
