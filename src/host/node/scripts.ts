/// <reference types="node" />
// Scripts with V8's code cache in a folder: one file a script, named by the script's key and by V8's own tag of version, flags and processor.
//
// V8 compares a cache with the length of the text only, so the key has to name the text. A cache is made at the end of the process, when the
// functions that a run needs are compiled; later runs of other functions compile them as without a cache.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import type { Scripts } from '../scripts.ts';

/** Scripts kept in the first of the folders that can be written; read from any. */
export function createScripts(folders: readonly string[]): Scripts {
  const tag = `${cachedDataVersionTag().toString(36)}-${process.version}-${process.arch}`;
  const places = folders.map((folder) => join(folder, tag));
  const fresh = new Map<string, Script>();
  const keepAll = (): void => {
    for (const place of places) if (keepIn(place, fresh)) return;
  };
  return {
    evaluate(key, text, url) {
      const script = new Script(text, { filename: url, cachedData: readKept(places, key) });
      if (places.length > 0 && script.cachedDataRejected !== false) {
        if (fresh.size === 0) process.once('exit', keepAll);
        fresh.set(key, script);
      }
      return script.runInThisContext();
    },
  };
}

function readKept(places: readonly string[], key: string): Buffer | undefined {
  for (const place of places) {
    try {
      return readFileSync(join(place, key));
    } catch {
      // not kept there
    }
  }
  return undefined;
}

/** Written aside and renamed, so that no reader sees half of one. */
function keepIn(place: string, scripts: ReadonlyMap<string, Script>): boolean {
  try {
    mkdirSync(place, { recursive: true });
    for (const [key, script] of scripts) {
      const aside = join(place, `${key}.${process.pid}`);
      writeFileSync(aside, script.createCachedData());
      renameSync(aside, join(place, key));
    }
    return true;
  } catch {
    return false;
  }
}
