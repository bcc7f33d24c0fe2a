// A process that is alone in its world.

import { type HostText, hostError } from '../error.ts';
import type { Environment, Process, ResourceUsage, Uname } from '../process.ts';
import type { Signals } from '../signals.ts';

const PID = 1;

/** Thrown by `exit`: the embedder catches it around the run. */
export class MemoryExit {
  readonly code: number;

  constructor(code: number) {
    this.code = code;
  }
}

export class MemoryEnvironment implements Environment {
  readonly #variables: Map<HostText, HostText>;

  constructor(variables: Readonly<Record<string, string>>) {
    this.#variables = new Map(Object.entries(variables));
  }

  entries(): [HostText, HostText][] {
    return [...this.#variables];
  }

  get(name: string): string | undefined {
    const value = this.#variables.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  set(name: HostText, value: HostText): void {
    this.#variables.set(name, value);
  }

  unset(name: HostText): void {
    this.#variables.delete(name);
  }
}

export class MemoryProcess implements Process {
  readonly platform = 'linux';
  readonly argv: readonly HostText[];
  readonly execPath = '';
  readonly pid = PID;
  readonly ppid = 0;
  readonly env: Environment;
  readonly #signals: Signals;

  constructor(argv: readonly HostText[], env: Environment, signals: Signals) {
    this.argv = argv;
    this.env = env;
    this.#signals = signals;
  }

  exit(code: number): never {
    throw new MemoryExit(code);
  }

  getuid(): number {
    return 0;
  }

  geteuid(): number {
    return 0;
  }

  getgid(): number {
    return 0;
  }

  getegid(): number {
    return 0;
  }

  getgroups(): number[] {
    return [0];
  }

  uname(): Uname {
    return { sysname: 'Linux', nodename: 'localhost', release: '0', version: '0', machine: 'js' };
  }

  cpuCount(): number {
    return 1;
  }

  loadAverage(): [number, number, number] {
    return [0, 0, 0];
  }

  kill(pid: number, signum: number): void {
    if (pid !== PID) throw hostError('ESRCH');
    if (signum !== 0) this.#signals.raise(signum);
  }

  getPriority(): number {
    return 0;
  }

  setPriority(): void {
    throw hostError('EPERM');
  }

  resourceUsage(): ResourceUsage {
    const none = { maxrss: 0, minflt: 0, majflt: 0, inblock: 0, oublock: 0, nvcsw: 0, nivcsw: 0 };
    return { utime: 0, stime: 0, ...none };
  }
}
