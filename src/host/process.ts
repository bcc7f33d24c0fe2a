// The process capability: who we are, our environment, other processes.

import type { HostText } from './error.ts';

export interface Uname {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

/** Parts of struct rusage, times in seconds. */
export interface ResourceUsage {
  readonly utime: number;
  readonly stime: number;
  /** Kilobytes. */
  readonly maxrss: number;
  readonly minflt: number;
  readonly majflt: number;
  readonly inblock: number;
  readonly oublock: number;
  readonly nvcsw: number;
  readonly nivcsw: number;
}

/** The environment, which children inherit. Order is that of the system. */
export interface Environment {
  entries(): [HostText, HostText][];
  get(name: string): string | undefined;
  set(name: HostText, value: HostText): void;
  unset(name: HostText): void;
}

/** What a child is started with. */
export interface SpawnOptions {
  /** Files to try in order until one exists. */
  readonly executables: readonly HostText[];
  readonly args: readonly HostText[];
  /** The whole environment; absent: ours. */
  readonly env?: readonly (readonly [HostText, HostText])[];
  readonly cwd?: HostText;
  /** Child descriptor number to our descriptor; the rest is closed. */
  readonly descriptors: ReadonlyMap<number, number>;
  readonly newSession?: boolean;
  readonly uid?: number;
  readonly gid?: number;
}

/** The end of a child: exit code, or the signal that killed it. */
export interface ChildExit {
  readonly pid: number;
  readonly exitCode: number;
  readonly signal: number;
}

/** Result of a command that was run to its end. */
export interface CommandResult {
  readonly exitCode: number;
  readonly signal: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

export interface CommandOptions {
  readonly cwd?: HostText;
  readonly env?: readonly (readonly [HostText, HostText])[];
  readonly input?: Uint8Array;
  /** Streams the command shares with us instead of being captured. */
  readonly inherit?: boolean;
}

/** Starting and awaiting children; absent where the host cannot. */
export interface Children {
  /** Runs a command to its end. */
  runCommand(args: readonly HostText[], options: CommandOptions): CommandResult;
  /** Starts a child and returns its pid; ENOENT, EACCES ... when it cannot be executed. */
  spawn(options: SpawnOptions): number;
  /** waitpid for one child (or -1: any). `undefined`: still running. ECHILD when there is none; EINTR on a signal. */
  wait(pid: number, block: boolean): ChildExit | undefined;
}

export interface Process {
  /** 'linux', 'darwin', 'win32' ... as sys.platform has it. */
  readonly platform: string;
  readonly argv: readonly HostText[];
  /** The program that runs us, and arguments that start another of us: [path, ...arguments]. */
  readonly execPath: string;
  readonly pid: number;
  readonly ppid: number;
  readonly env: Environment;
  readonly children?: Children;
  exit(code: number): never;
  getuid(): number;
  geteuid(): number;
  getgid(): number;
  getegid(): number;
  getgroups(): number[];
  uname(): Uname;
  cpuCount(): number;
  loadAverage(): [number, number, number];
  kill(pid: number, signum: number): void;
  getPriority(pid: number): number;
  setPriority(pid: number, priority: number): void;
  resourceUsage(): ResourceUsage;
}
