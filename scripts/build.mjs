// Brings the working tree up to date: packages, compiled TypeScript, standard library. `npm start` and `npm test` call
// it first, so a fresh clone needs no other command. A tree that is up to date costs only file status calls.
//
//   node scripts/build.mjs             do what is stale
//   node scripts/build.mjs --force     do everything
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(root, 'build', 'stamps.json');
const LOCK = join(root, 'build', 'lock');

/**
 * What there is to build, in order. Each step names the files and folders it depends on and one that it makes; it runs
 * when a dependency has changed since its last success (count, newest time and sizes of the files) or the result is gone.
 */
const STEPS = [
  {
    name: 'packages',
    inputs: () => ['package-lock.json'],
    byContent: true, // switching branches touches the lock without changing it
    result: 'node_modules/.package-lock.json',
    what: 'installing packages',
    run: () => command('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  {
    name: 'typescript',
    inputs: () => ['src', 'tsconfig.json', 'node_modules/typescript/package.json'],
    result: 'dist',
    what: 'compiling TypeScript',
    run: () => {
      command(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
      pruneDist();
    },
  },
  {
    name: 'bundle',
    inputs: () => ['dist/.tsbuildinfo', 'scripts/bundle.mjs', 'bin/engine.cjs'],
    result: 'build/bundle/engine.cjs',
    what: 'bundling',
    run: () => command(process.execPath, [join('scripts', 'bundle.mjs')]),
  },
  {
    name: 'stdlib',
    inputs: () => [
      'node_modules/pyodide/python_stdlib.zip',
      'node_modules/pyodide-314-0-0/python_stdlib.zip',
      'stdlib',
    ],
    result: 'build/stdlib/os.py',
    what: 'extracting the standard library',
    run: () => command(process.execPath, [join('stdlib', 'extract.mjs')]),
  },
  {
    name: 'ahead',
    inputs: () => [
      ...['compiler', 'contract', 'unicode', 'api/compiler.js'].map((path) => `dist/${path}`),
      'scripts/compile-ahead.mjs',
      'build/stdlib/os.py',
    ],
    result: 'build/ahead/index.json',
    what: 'compiling the standard library',
    run: () => command(process.execPath, ['--stack-size=4000', join('scripts', 'compile-ahead.mjs')]),
  },
  {
    name: 'start',
    inputs: () => ['build/bundle/engine.cjs', 'build/ahead/index.json', 'bin'],
    result: `build/cache/prepared-${process.version}-${process.arch}`,
    what: 'preparing fast starts',
    run: () => command(process.execPath, [join('bin', 'prepare.mjs')]),
  },
];

/** Runs the stale steps. Says so on a terminal only; a failing step's output always shows, and ends the process. */
export function ensureBuilt({ force = false } = {}) {
  const stamps = readStamps();
  if (!force && STEPS.every((step) => isFresh(step, stamps))) return;
  withLock(() => {
    const current = readStamps();
    for (const step of STEPS) {
      if (!force && isFresh(step, current)) continue;
      say(`${step.what} …`);
      const before = signatureOf(step); // a file written while the step runs makes it stale again
      step.run();
      current[step.name] = before;
      mkdirSync(dirname(STAMPS), { recursive: true });
      writeFileSync(STAMPS, JSON.stringify(current, null, 2) + '\n');
    }
    say('');
  });
}

function isFresh(step, stamps) {
  return stamps[step.name] !== undefined && exists(step.result) && stamps[step.name] === signatureOf(step);
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(STAMPS, 'utf8'));
  } catch {
    return {};
  }
}

function signatureOf({ inputs, byContent }) {
  return byContent ? inputs().map(hashOf).join(' ') : signature(inputs());
}

function hashOf(path) {
  return createHash('sha1')
    .update(readFileSync(join(root, path)))
    .digest('hex');
}

/** A short text that differs when a file below the given paths is added, removed or written. */
function signature(paths) {
  let count = 0;
  let bytes = 0;
  let newest = 0;
  const visit = (path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return;
    if (status.mtimeMs > newest) newest = status.mtimeMs;
    if (status.isDirectory()) {
      for (const name of readdirSync(path)) visit(`${path}/${name}`);
    } else {
      count++;
      bytes += status.size;
    }
  };
  for (const path of paths) visit(`${root}/${path}`);
  return `${count} ${bytes} ${newest}`;
}

/** Removes compiled files whose source is gone: tsc leaves them, and tests or imports could still find them. */
function pruneDist() {
  const dist = join(root, 'dist');
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const match = entry.isFile() && /^(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(entry.name);
    if (!match) continue;
    const folder = entry.parentPath;
    if (exists(join('src', folder.slice(dist.length + 1), `${match[1]}.ts`))) continue;
    rmSync(join(folder, entry.name));
  }
}

/** One build at a time in this tree; a lock whose owner is gone is taken over. */
function withLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true });
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!ownerAlive()) rmSync(LOCK, { force: true });
      else Atomics.wait(pause, 0, 0, 100);
    }
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function ownerAlive() {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function command(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  say('');
  process.stderr.write(
    `${stdout ?? ''}${stderr ?? ''}taipan: ${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n`,
  );
  rmSync(LOCK, { force: true });
  process.exit(1);
}

/** One progress line, rewritten in place; nothing when standard error is not a terminal. */
function say(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text ? `taipan: ${text}` : ''}`);
}

function exists(path) {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureBuilt({ force: process.argv.includes('--force') });
}
