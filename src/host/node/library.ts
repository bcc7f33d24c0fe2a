/// <reference types="node" />
// The library's files on disk, as the build leaves them: sources, and units compiled ahead in one file beside an index.
import { openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryFiles } from '../library.ts';

/** Reads the library below the package's build folder. */
export function createNodeLibrary(build: string): LibraryFiles {
  const directory = join(build, 'stdlib');
  let units: number | undefined;
  return {
    directory,
    readSource: (path) => attempt(() => readFileSync(join(directory, path))),
    statSource: (path) => statSync(join(directory, path), { throwIfNoEntry: false }),
    readBuilt: (name) => attempt(() => readFileSync(join(build, name), 'utf8')),
    readPart: (name, at, size) => {
      units ??= attempt(() => openSync(join(build, name), 'r'));
      if (units === undefined) return undefined;
      const part = Buffer.allocUnsafeSlow(size);
      return readSync(units, part, 0, size, at) === size ? part : undefined;
    },
    latin1: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
