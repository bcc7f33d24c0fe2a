// The library's files on disk, as the build leaves them.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the library below the package's build folder. */
export function createNodeLibrary(build: string): {
  readonly directory: string;
  readSource(path: string): Uint8Array | undefined;
  readFrozen(name: string): string | undefined;
} {
  const directory = join(build, 'stdlib');
  const frozen = join(build, 'frozen');
  const fresh = isNewer(join(frozen, 'stamp'), join(build, '..', 'dist', '.tsbuildinfo'));
  return {
    directory,
    readSource: (path) => attempt(() => readFileSync(join(directory, path))),
    readFrozen: (name) => (fresh ? attempt(() => readFileSync(join(frozen, `${name}.json`), 'utf8')) : undefined),
  };
}

/** Whether a file is there and not older than another; an installed package lacks the other one. */
function isNewer(path: string, than: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false });
  const source = statSync(than, { throwIfNoEntry: false });
  return made !== undefined && (source === undefined || source.mtimeMs <= made.mtimeMs);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
