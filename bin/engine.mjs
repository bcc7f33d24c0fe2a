// Loads the engine: the bundle with V8's code cache where there is one that is newer than dist/, else the modules of dist/.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** The module the command starts from; scripts/bundle.mjs bundles it. */
export const ENTRY = '../dist/tools/cli/main.js';

const bundle = fileURLToPath(new URL('../build/bundle/engine.cjs', import.meta.url));
const compiled = fileURLToPath(new URL('../dist/.tsbuildinfo', import.meta.url));

/** The exports of the entry module. */
export async function loadEngine() {
  return isFresh() ? loadBundle() : import(ENTRY);
}

/** An installed package has no .tsbuildinfo: its bundle is right by construction. */
function isFresh() {
  const made = statSync(bundle, { throwIfNoEntry: false });
  const source = statSync(compiled, { throwIfNoEntry: false });
  return made !== undefined && (source === undefined || source.mtimeMs < made.mtimeMs);
}

function loadBundle() {
  const cache = `${bundle}.${process.version}-${process.arch}.cache`;
  const script = new Script(`(function(exports,require,module){${readFileSync(bundle, 'latin1')}\n})`, {
    filename: bundle,
    cachedData: readIfThere(cache),
  });
  if (script.cachedDataRejected !== false) process.once('exit', () => keep(cache, script));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module);
  return module.exports;
}

/** Written after a run, so that it holds the functions a run needs; aside first, so that no other run sees half of it. */
function keep(cache, script) {
  try {
    writeFileSync(`${cache}.${process.pid}`, script.createCachedData());
    renameSync(`${cache}.${process.pid}`, cache);
  } catch {
    // a folder that cannot be written: the next start is as slow as this one
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
