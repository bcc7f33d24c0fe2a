// The command line in this process: the engine's main with what the process gives it.
import { existsSync, mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEngine } from './engine.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const { main, fingerprint } = await loadEngine();

const status = main({
  argv: process.argv.slice(2),
  executable: path('taipan.mjs'),
  environment: (name) => process.env[name],
  fingerprint,
  build: path('../build'),
  write: (text) => writeSync(1, text),
  log: (text) => writeSync(2, text),
});
await prepareOnce();
// Nothing is left to wait for, and without this node takes its heap apart first.
process.exit(status);

/** The first run of an installed package, or of another node, has faster starts prepared; in a source tree the build does. */
async function prepareOnce() {
  const prepared = path(`../build/cache/prepared-${process.version}-${process.arch}`);
  if (existsSync(prepared) || existsSync(path('../dist/.tsbuildinfo'))) return;
  try {
    mkdirSync(path('../build/cache'), { recursive: true });
    writeFileSync(prepared, '', { flag: 'wx' }); // by one of several first runs
    const { spawn } = await import('node:child_process');
    spawn('node', [path('prepare.mjs')], { detached: true, stdio: 'ignore' }).unref();
  } catch {
    // a folder that cannot be written
  }
}
