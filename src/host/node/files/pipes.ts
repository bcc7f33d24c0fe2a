/// <reference types="node" />
// pipe(2). Node cannot make one, but a FIFO that is opened at both ends and then unlinked is one. mkfifo(1) costs some
// milliseconds, so each run of it makes a few.

import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmdirSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeHostError } from '../errors.ts';

const BATCH = 8;

export class PipeMaker {
  readonly #ready: [number, number][] = [];

  /** Real descriptors: [read end, write end]. */
  make(): [number, number] {
    if (this.#ready.length === 0) this.#makeBatch();
    return this.#ready.pop()!;
  }

  #makeBatch(): void {
    const directory = mkdtempSync(join(tmpdir(), 'taipan-'));
    const names = Array.from({ length: BATCH }, (_, index) => join(directory, String(index)));
    const { status } = spawnSync('mkfifo', ['-m', '600', ...names], { stdio: 'ignore' });
    try {
      if (status !== 0) throw nodeHostError('ENOSYS');
      for (const name of names) this.#ready.push(openPipe(name));
    } finally {
      for (const name of names) ignoreErrors(() => unlinkSync(name));
      ignoreErrors(() => rmdirSync(directory));
    }
  }
}

/** Opening one end alone would wait for the other; opening both ways never waits. */
function openPipe(name: string): [number, number] {
  const both = openSync(name, constants.O_RDWR);
  const read = openSync(name, constants.O_RDONLY);
  const write = openSync(name, constants.O_WRONLY);
  closeSync(both);
  return [read, write];
}

function ignoreErrors(action: () => void): void {
  try {
    action();
  } catch {
    // Left for the temporary directory's own cleaning.
  }
}
