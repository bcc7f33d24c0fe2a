/// <reference types="node" />
// The library's files on disk, as the build leaves them: sources, and units compiled ahead in one file beside an index.
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryFiles } from '../library.ts';

/** Reads the library below the package's build folder. */
export function createNodeLibrary(build: string): LibraryFiles {
  const directory = join(build, 'stdlib');
  return {
    directory,
    readSource: (path) => attempt(() => readFileSync(join(directory, path))),
    statSource: (path) => statSync(join(directory, path), { throwIfNoEntry: false }),
    readBuilt: (name) => attempt(() => readFileSync(join(build, name), 'utf8')),
    readPart: (name, at, size) => attempt(() => readPart(join(build, name), at, size)),
    latin1: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  };
}

/** The file is closed again: Python programs count descriptors, and a snapshot of the engine cannot hold any. */
function readPart(path: string, at: number, size: number): Uint8Array | undefined {
  const part = Buffer.allocUnsafeSlow(size);
  const fd = openSync(path, 'r');
  try {
    return readSync(fd, part, 0, size, at) === size ? part : undefined;
  } finally {
    closeSync(fd);
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
