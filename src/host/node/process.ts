/// <reference types="node" />
// The process capability on Node.

import { readFileSync } from 'node:fs';
import * as os from 'node:os';
import type { HostText } from '../error.ts';
import type { Children, Environment, Process, ResourceUsage, Uname } from '../process.ts';
import type { Signals } from '../signals.ts';
import { fromNode } from './errors.ts';
import { fromBytes, splitNul } from './text.ts';

export class NodeProcess implements Process {
  readonly platform: string = process.platform;
  readonly argv: readonly HostText[] = readArguments();
  readonly execPath = process.execPath;
  readonly pid = process.pid;
  readonly env: Environment;
  readonly children: Children;
  readonly #signals: Signals;

  constructor(env: Environment, children: Children, signals: Signals) {
    this.env = env;
    this.children = children;
    this.#signals = signals;
  }

  get ppid(): number {
    return process.ppid;
  }

  exit(code: number): never {
    // reallyExit skips the 'exit' listeners and Node's own flushing: nothing of ours is buffered in Node.
    process.exit(code);
  }

  getuid(): number {
    return process.getuid?.() ?? 0;
  }

  geteuid(): number {
    return process.geteuid?.() ?? 0;
  }

  getgid(): number {
    return process.getgid?.() ?? 0;
  }

  getegid(): number {
    return process.getegid?.() ?? 0;
  }

  getgroups(): number[] {
    return process.getgroups?.() ?? [];
  }

  uname(): Uname {
    return {
      sysname: os.type(),
      nodename: os.hostname(),
      release: os.release(),
      version: os.version(),
      machine: os.machine(),
    };
  }

  cpuCount(): number {
    return os.availableParallelism();
  }

  loadAverage(): [number, number, number] {
    return os.loadavg() as [number, number, number];
  }

  kill(pid: number, signum: number): void {
    if (pid === process.pid && signum !== 0) {
      this.#signals.raise(signum);
      return;
    }
    try {
      process.kill(pid, signum);
    } catch (error) {
      throw fromNode(error);
    }
  }

  getPriority(pid: number): number {
    try {
      return os.getPriority(pid);
    } catch (error) {
      throw fromNode((error as { info?: unknown }).info ?? error);
    }
  }

  setPriority(pid: number, priority: number): void {
    try {
      os.setPriority(pid, priority);
    } catch (error) {
      throw fromNode((error as { info?: unknown }).info ?? error);
    }
  }

  resourceUsage(): ResourceUsage {
    const usage = process.resourceUsage();
    return {
      utime: usage.userCPUTime / 1e6,
      stime: usage.systemCPUTime / 1e6,
      maxrss: usage.maxRSS,
      minflt: usage.minorPageFault,
      majflt: usage.majorPageFault,
      inblock: usage.fsRead,
      oublock: usage.fsWrite,
      nvcsw: usage.voluntaryContextSwitches,
      nivcsw: usage.involuntaryContextSwitches,
    };
  }
}

/** What follows the script's name. Node decodes arguments as UTF-8 with losses; /proc has the bytes. */
function readArguments(): HostText[] {
  const args: HostText[] = process.argv.slice(2);
  if (!args.some((argument) => (argument as string).includes('\ufffd'))) return args;
  try {
    const all = splitNul(readFileSync('/proc/self/cmdline'));
    return all.slice(all.length - args.length).map(fromBytes);
  } catch {
    return args;
  }
}
