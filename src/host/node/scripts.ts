/// <reference types="node" />
// Scripts with V8's code cache in a folder: one file a script, named by the script's key and by V8's own tag of version, flags and processor.
//
// V8 compares a cache with the length of the text only, so the key has to name the text. A cache is made at the end of the process, when the
// functions that a run needs are compiled; later runs of other functions compile them as without a cache.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import type { Scripts } from '../scripts.ts';

/** Scripts kept in the first of the folders that can be written, read from any; those of users' files beside their compiled files. */
export function createScripts(folders: readonly string[]): Scripts {
  const tag = `${cachedDataVersionTag().toString(36)}-${process.version}-${process.arch}`;
  const places = folders.map((folder) => join(folder, tag));
  const fresh: Fresh[] = [];
  const keepAll = (): void => {
    const place = places.find((folder) => attempt(() => mkdirSync(folder, { recursive: true }) ?? true));
    for (const { script, key, source } of fresh) {
      const data = script.createCachedData();
      if (source !== undefined) keep(besideSource(source, tag), Buffer.concat([Buffer.from(key), data]));
      else if (place !== undefined) keep(join(place, key), data);
    }
  };
  return {
    evaluate(key, text, url, source) {
      const cachedData = source === undefined ? readKept(places, key) : readBeside(besideSource(source, tag), key);
      const script = new Script(text, { filename: url, ...(cachedData === undefined ? {} : { cachedData }) });
      if (places.length > 0 && script.cachedDataRejected !== false) {
        if (fresh.length === 0) process.once('exit', keepAll);
        fresh.push({ script, key, source });
      }
      return script.runInThisContext();
    },
  };
}

/** A script that nothing was kept of. */
interface Fresh {
  readonly script: Script;
  readonly key: string;
  readonly source: string | undefined;
}

function besideSource(source: string, tag: string): string {
  const name = basename(source).replace(/\.py$/, '');
  return join(dirname(source), '__pycache__', `${name}.taipan-314-${tag}`);
}

/** The file of a source holds what was made of its latest text: the key, then V8's data. */
function readBeside(path: string, key: string): Buffer | undefined {
  const kept = attempt(() => readFileSync(path));
  return kept?.toString('latin1', 0, key.length) === key ? kept.subarray(key.length) : undefined;
}

function readKept(places: readonly string[], key: string): Buffer | undefined {
  for (const place of places) {
    const kept = attempt(() => readFileSync(join(place, key)));
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Written aside and renamed, so that no reader sees half of one; not written where that cannot be done. */
function keep(path: string, data: Buffer): void {
  attempt(() => {
    writeFileSync(`${path}.${process.pid}`, data);
    renameSync(`${path}.${process.pid}`, path);
  });
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
