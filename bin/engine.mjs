// Loads the engine: the bundle with V8's code cache where there is one that is newer than dist/, else the modules of dist/.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** The module the command starts from; scripts/bundle.mjs bundles it. */
export const ENTRY = '../dist/tools/cli/main.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const bundle = path('../build/bundle/engine.cjs');
const folder = path('../build/cache');

/** The exports of the entry module, and the fingerprint of the compiler in it. */
export async function loadEngine() {
  const made = statSync(bundle, { throwIfNoEntry: false });
  const source = statSync(path('../dist/.tsbuildinfo'), { throwIfNoEntry: false });
  // An installed package has no .tsbuildinfo: its bundle is right by construction.
  if (made !== undefined && (source === undefined || source.mtimeMs < made.mtimeMs)) return loadBundle(made);
  const [engine, { compilerFingerprint }] = await Promise.all([import(ENTRY), import('./fingerprint.mjs')]);
  return { ...engine, fingerprint: compilerFingerprint(path('../dist')) };
}

function loadBundle({ size, mtimeMs }) {
  // V8 compares the length of the text only, so the name says which bundle it is.
  const version = `${cachedDataVersionTag().toString(36)}-${process.version}-${process.arch}`;
  const cache = `${folder}/engine-${size.toString(36)}-${mtimeMs.toString(36)}-${version}`;
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
    mkdirSync(folder, { recursive: true });
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
