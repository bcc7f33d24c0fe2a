// The library's files on disk, as the build leaves them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the library below the package's build folder. */
export function createNodeLibrary(build: string): {
  readonly directory: string;
  readSource(path: string): Uint8Array | undefined;
  readFrozen(name: string): string | undefined;
} {
  const directory = join(build, 'stdlib');
  return {
    directory,
    readSource: (path) => attempt(() => readFileSync(join(directory, path))),
    readFrozen: (name) => attempt(() => readFileSync(join(build, 'frozen', `${name}.json`), 'utf8')),
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
