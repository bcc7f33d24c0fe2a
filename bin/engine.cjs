// Loads the engine: the bundle with V8's code cache where there is one that is newer than dist/, else the modules of dist/.
// CommonJS, as `import` from node:fs makes node load its streams first.
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');
const { Script } = require('node:vm');

/** The module the command starts from; scripts/bundle.mjs bundles it. */
exports.ENTRY = '../dist/tools/cli/main.js';

const root = join(__dirname, '..');
const bundle = join(root, 'build', 'bundle', 'engine.cjs');
const folder = join(root, 'build', 'cache');

/**
 * Hands on the exports of the entry module, and the fingerprint of the compiler in it. From a microtask: there V8 makes no message for an
 * exception and does not look for the place of a `throw`, which takes it longer than the throw does.
 */
exports.withEngine = (use) => {
  const made = statSync(bundle, { throwIfNoEntry: false });
  const source = statSync(join(root, 'dist', '.tsbuildinfo'), { throwIfNoEntry: false });
  // An installed package has no .tsbuildinfo: its bundle is right by construction.
  if (made !== undefined && (source === undefined || source.mtimeMs < made.mtimeMs))
    return Promise.resolve(loadBundle(made)).then(use);
  return loadModules().then(use);
};

async function loadModules() {
  const [engine, { compilerFingerprint }] = await Promise.all([import(exports.ENTRY), import('./fingerprint.mjs')]);
  return { ...engine, fingerprint: compilerFingerprint(join(root, 'dist')) };
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
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(bundle), loaded);
  return loaded.exports;
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
