/// <reference types="node" />
// Child processes: commands run to their end directly, others through the watcher, whose event loop reaps them.

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { constants } from 'node:os';
import type { HostText } from '../error.ts';
import type { ChildExit, Children, CommandOptions, CommandResult, Environment, SpawnOptions } from '../process.ts';
import { toNodeEnvironment, toNodeText } from './environment.ts';
import { fromNode, nodeHostError } from './errors.ts';
import type { DescriptorTable } from './files/table.ts';
import { toNodePath } from './text.ts';
import { EXITED, FLAG, type Watcher, type WatcherExit } from './watcher.ts';

const WAIT_MS = 100;

export class NodeChildren implements Children {
  readonly #watcher: Watcher;
  readonly #table: DescriptorTable;
  readonly #environment: Environment;
  readonly #alive = new Set<number>();

  constructor(watcher: Watcher, table: DescriptorTable, environment: Environment) {
    this.#watcher = watcher;
    this.#table = table;
    this.#environment = environment;
  }

  runCommand(args: readonly HostText[], options: CommandOptions): CommandResult {
    const [file, ...rest] = args.map(toNodeText);
    if (file === undefined) throw nodeHostError('EINVAL');
    const result = spawnSync(file, rest, {
      cwd: options.cwd === undefined ? undefined : toNodeText(options.cwd),
      env: toNodeEnvironment(options.env ?? this.#environment.entries()) as NodeJS.ProcessEnv,
      input: options.input,
      stdio: options.inherit ? [0, 1, 2].map((fd) => this.#real(fd)) : 'pipe',
      maxBuffer: Number.MAX_SAFE_INTEGER,
    });
    if (result.error) throw fromNode(result.error, args[0]);
    return {
      exitCode: result.status ?? 0,
      signal: result.signal ? constants.signals[result.signal] : 0,
      stdout: result.stdout ?? new Uint8Array(0),
      stderr: result.stderr ?? new Uint8Array(0),
    };
  }

  spawn(options: SpawnOptions): number {
    const { cwd } = options;
    if (cwd !== undefined && !statSync(toNodePath(cwd), { throwIfNoEntry: false })) throw nodeHostError('ENOENT', cwd);
    const [argv0, ...args] = options.args.map(toNodeText);
    let errno = 'ENOENT';
    for (const executable of options.executables) {
      const name = toNodeText(executable);
      const answer = this.#watcher.request('spawn', {
        file: name.includes('/') ? name : './' + name,
        args,
        options: {
          argv0,
          cwd: cwd === undefined ? undefined : toNodeText(cwd),
          env: toNodeEnvironment(options.env ?? this.#environment.entries()),
          stdio: this.#stdio(options.descriptors),
          detached: options.newSession ?? false,
          ...(options.uid === undefined ? undefined : { uid: options.uid }),
          ...(options.gid === undefined ? undefined : { gid: options.gid }),
        },
      }) as { pid?: number; error?: string };
      if (answer.pid !== undefined) {
        this.#alive.add(answer.pid);
        return answer.pid;
      }
      // As execvp: go on past directories that do not have it, but remember a refusal.
      if (answer.error !== 'ENOENT' && answer.error !== 'ENOTDIR') errno = answer.error ?? 'EIO';
    }
    throw nodeHostError(errno);
  }

  wait(pid: number, block: boolean): ChildExit | undefined {
    const { flags } = this.#watcher;
    for (;;) {
      const seen = Atomics.load(flags, EXITED);
      this.#watcher.collect();
      const index = this.#watcher.exits.findIndex((exit) => pid === -1 || exit.pid === pid);
      if (index >= 0) return this.#reap(this.#watcher.exits.splice(index, 1)[0]!);
      if (pid === -1 ? this.#alive.size === 0 : !this.#alive.has(pid)) throw nodeHostError('ECHILD');
      if (!block) return undefined;
      if (Atomics.load(flags, FLAG) !== 0) throw nodeHostError('EINTR');
      Atomics.wait(flags, EXITED, seen, WAIT_MS);
    }
  }

  #reap(exit: WatcherExit): ChildExit {
    this.#alive.delete(exit.pid);
    const signal = exit.signal === null ? 0 : constants.signals[exit.signal as NodeJS.Signals];
    return { pid: exit.pid, exitCode: exit.code ?? 0, signal };
  }

  /** Child number N is our descriptor's real one; gaps stay closed. */
  #stdio(descriptors: ReadonlyMap<number, number>): (number | 'ignore')[] {
    const stdio: (number | 'ignore')[] = ['ignore', 'ignore', 'ignore'];
    for (const [child, ours] of descriptors) {
      while (stdio.length < child) stdio.push('ignore');
      stdio[child] = this.#table.get(ours).real;
    }
    return stdio;
  }

  #real(fd: number): number | 'ignore' {
    return this.#table.has(fd) ? this.#table.get(fd).real : 'ignore';
  }
}
