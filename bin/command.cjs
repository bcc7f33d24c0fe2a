// The command line in this process: the engine's main with what the process gives it.
const { existsSync, mkdirSync, writeFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { withEngine } = require('./engine.cjs');

const root = join(__dirname, '..');

withEngine(({ main, fingerprint }) => {
  const status = main({
    argv: process.argv.slice(2),
    executable: join(__dirname, 'taipan.mjs'),
    environment: (name) => process.env[name],
    fingerprint,
    build: join(root, 'build'),
    write: (text) => writeSync(1, text),
    log: (text) => writeSync(2, text),
  });
  prepareOnce();
  // Nothing is left to wait for, and without this node takes its heap apart first.
  process.exit(status);
});

/** The first run of an installed package, or of another node, has faster starts prepared; in a source tree the build does. */
function prepareOnce() {
  const prepared = join(root, 'build', 'cache', `prepared-${process.version}-${process.arch}`);
  if (existsSync(prepared) || existsSync(join(root, 'dist', '.tsbuildinfo'))) return;
  try {
    mkdirSync(join(root, 'build', 'cache'), { recursive: true });
    writeFileSync(prepared, '', { flag: 'wx' }); // by one of several first runs
    const { spawn } = require('node:child_process');
    spawn('node', [join(__dirname, 'prepare.mjs')], { detached: true, stdio: 'ignore' }).unref();
  } catch {
    // a folder that cannot be written
  }
}
