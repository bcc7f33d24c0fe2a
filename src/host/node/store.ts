// A text store in a folder: one file a key, written aside and renamed so that a reader never sees half of one.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextStore } from '../store.ts';

/** Keys must be plain file names. The folder is made when first written to. */
export function createFolderStore(folder: string): TextStore {
  let usable = true;
  return {
    read(key) {
      try {
        return readFileSync(join(folder, key), 'utf8');
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      if (!usable) return;
      try {
        mkdirSync(folder, { recursive: true });
        const aside = join(folder, `${key}.${process.pid}`);
        writeFileSync(aside, text);
        renameSync(aside, join(folder, key));
      } catch {
        usable = false; // a read-only or full disk: run without
      }
    },
  };
}

/** A short name for the state of the files in some folders: it changes when one is added, removed or written. */
export function folderFingerprint(folders: readonly string[]): string {
  let count = 0;
  let bytes = 0;
  let newest = 0;
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith('.js')) {
        const status = statSync(path);
        count++;
        bytes += status.size;
        newest = Math.max(newest, status.mtimeMs);
      }
    }
  };
  for (const folder of folders) visit(folder);
  return `${count.toString(36)}-${bytes.toString(36)}-${Math.round(newest).toString(36)}`;
}
