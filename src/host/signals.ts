// The signal capability. Python runs without returning to the host's event loop, so a signal can only raise a flag in shared
// memory: `flag[0]` is non-zero while any subscribed signal is pending. Loops poll it (a plain load of a typed-array element,
// about 0.1 ns in optimised code); the runtime then calls `take` and runs the handlers.

/** What happens to a signal: the system's default, nothing, or `flag` and `take`. */
export type Disposition = 'default' | 'ignore' | 'subscribe';

export interface Signals {
  /** Poll element 0. Fixed for the life of the host; backed by shared memory where there is a watcher. */
  readonly flag: Int32Array;
  /** Names to numbers on this system. */
  readonly numbers: Readonly<Record<string, number>>;
  /**
   * EINVAL for SIGKILL, SIGSTOP and numbers out of range. The first subscription starts the watcher; `wait` false does not wait
   * until it is listening (start-up uses that for SIGINT: for some 20 ms the default action still holds).
   */
  setDisposition(signum: number, disposition: Disposition, wait?: boolean): void;
  /** The pending signals, lowest number first; clears them and the flag. */
  take(): number[];
  /** Marks a subscribed signal pending at once; else what the system does with it. */
  raise(signum: number): void;
  /** setitimer(ITIMER_REAL): SIGALRM after `delay` seconds, then every `interval`. Returns what was left before. */
  setTimer(delay: number, interval: number): [delay: number, interval: number];
  /** Seconds left until the next SIGALRM, and the interval. */
  getTimer(): [delay: number, interval: number];
  /** Waits until the flag is raised (true) or so many milliseconds have passed (false). */
  wait(milliseconds: number): boolean;
}
