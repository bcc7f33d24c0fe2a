// The memory host: nothing outside is reached. Files live in memory, time stands still unless a clock is given, output goes where
// the embedder says. The default for embedding, and what tests run on.

import type { Entropy } from '../entropy.ts';
import { LINUX_ERRNO } from '../errno.ts';
import { hostError } from '../error.ts';
import type { Host } from '../host.ts';
import { MemoryClock, type MemoryClockOptions } from './clock.ts';
import { MemoryFiles } from './files/tree.ts';
import { MemoryEnvironment, MemoryExit, MemoryProcess } from './process.ts';
import { MemorySignals } from './signals.ts';
import { type ByteSource, inputDevice, outputDevice } from './streams.ts';

export interface MemoryHostOptions {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Uint8Array | ByteSource;
  readonly stdout?: (bytes: Uint8Array) => void;
  readonly stderr?: (bytes: Uint8Array) => void;
  readonly clock?: MemoryClockOptions;
  /** Fills a buffer with random bytes. Absent: asking for entropy fails, rather than pretending. */
  readonly entropy?: (buffer: Uint8Array) => void;
}

export function createMemoryHost(options: MemoryHostOptions = {}): Host & { readonly files: MemoryFiles } {
  const signals = new MemorySignals((signum) => {
    throw new MemoryExit(128 + signum);
  });
  const clock = new MemoryClock(options.clock ?? {}, signals);
  const discard = () => {};
  const streams = [
    inputDevice(options.stdin ?? new Uint8Array(0)),
    outputDevice(options.stdout ?? discard),
    outputDevice(options.stderr ?? discard),
  ];
  return {
    files: new MemoryFiles(clock, streams),
    clock,
    entropy: memoryEntropy(options.entropy),
    process: new MemoryProcess(options.argv ?? [], new MemoryEnvironment(options.env ?? {}), signals),
    signals,
    errnos: LINUX_ERRNO,
  };
}

function memoryEntropy(fill: ((buffer: Uint8Array) => void) | undefined): Entropy {
  return {
    fill(buffer) {
      if (!fill) throw hostError('ENOSYS');
      fill(buffer);
    },
  };
}
