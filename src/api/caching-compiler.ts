// A compiler that remembers: units of whole source files are kept in stores between runs, named by the hash of the source, the
// options and the format. Stores are asked in order (the library compiled ahead, then the user's cache); the last one is written.
import type { CodeUnit } from '../contract/unit.ts';
import { FORMAT_VERSION } from '../contract/version.ts';
import type { TextStore } from '../host/store.ts';
import type { CompileOptions, CompilerPort } from '../runtime/core/interpreter.ts';
import { contentHash } from './content-hash.ts';

/** Text shorter than this compiles faster than a file is read. */
const WORTH_KEEPING = 200;

export function cachingCompiler(inner: CompilerPort, stores: readonly TextStore[]): CompilerPort {
  return {
    compile(source, filename, mode, options) {
      if (options.keep !== true || mode !== 'exec' || typeof source === 'string' || source.length < WORTH_KEEPING) {
        return inner.compile(source, filename, mode, options);
      }
      const key = unitKey(source, options);
      const kept = readUnit(stores, key);
      if (kept !== undefined) return { ...kept, filename };
      const unit = inner.compile(source, filename, mode, options);
      stores.at(-1)?.write(key, JSON.stringify(unit));
      return unit;
    },
    tokens: (text, extraTokens) => inner.tokens(text, extraTokens),
  };
}

/** The name of a file's unit in a store. */
export function unitKey(source: Uint8Array, options: CompileOptions): string {
  return `${contentHash(source)}-${Math.max(0, options.optimize ?? 0)}-${options.flags ?? 0}-${FORMAT_VERSION}.json`;
}

function readUnit(stores: readonly TextStore[], key: string): CodeUnit | undefined {
  for (const store of stores) {
    const text = store.read(key);
    if (text === undefined) continue;
    try {
      return JSON.parse(text) as CodeUnit;
    } catch {
      // damaged: as if it were not there
    }
  }
  return undefined;
}
