/// <reference types="node" />
// The Node host: the real machine, with nothing held back. Wrap it in a sandbox policy to hold something back.

import type { Host } from '../host.ts';
import { NodeChildren } from './children.ts';
import { NodeClock } from './clock.ts';
import { NodeEntropy } from './entropy.ts';
import { NodeEnvironment } from './environment.ts';
import { NODE_ERRNO } from './errors.ts';
import type { Interrupts } from './files/transfer.ts';
import { NodeFiles } from './files/tree.ts';
import { NodeProcess } from './process.ts';
import { NodeProfiler } from './profiler.ts';
import { NodeSignals } from './signals.ts';
import { NodeTerminal } from './terminal.ts';
import { Watcher } from './watcher.ts';

export function createNodeHost(): Host {
  const watcher = new Watcher();
  const signals = new NodeSignals(watcher);
  const interrupts: Interrupts = {
    get active() {
      return watcher.running;
    },
    wait: (milliseconds) => signals.wait(milliseconds),
  };
  const files = new NodeFiles(interrupts);
  const env = new NodeEnvironment();
  const children = new NodeChildren(watcher, files.table, env);
  return {
    files,
    clock: new NodeClock(signals),
    entropy: new NodeEntropy(),
    process: new NodeProcess(env, children, signals),
    signals,
    terminal: new NodeTerminal(files.table),
    profiler: new NodeProfiler(),
    errnos: NODE_ERRNO,
  };
}
