// The programs to measure: our own, and pyperformance's, which are fetched from PyPI into build/ and never committed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { writeTree } from '../stdlib/extract.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const VERSION = '1.14.0';
const CACHE = join(dirname(here), 'build', 'pyperformance');

/** `{name, file, args}` of each program of this folder. */
export function ownPrograms() {
  const names = readdirSync(join(here, 'programs')).filter((name) => name.endsWith('.py'));
  return names.map((name) => ({ name: name.slice(0, -3), file: join(here, 'programs', name), args: [] }));
}

/** `{name, file, args}` of each program of pyperformance.txt; fetches the package when it is not there. */
export function pyperformancePrograms() {
  fetchPyperformance();
  const rows = readFileSync(join(here, 'pyperformance.txt'), 'utf8').match(/^[^#\s].*/gm);
  return rows.map((row) => {
    const [name, ...args] = row.split(/\s+/);
    return { name, file: join(CACHE, `bm_${name}`, 'run_benchmark.py'), args };
  });
}

function fetchPyperformance() {
  if (existsSync(CACHE)) return;
  const folder = join(dirname(CACHE), 'download');
  mkdirSync(folder, { recursive: true });
  const args = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--only-binary=:all:',
    '-d',
    folder,
    `pyperformance==${VERSION}`,
  ];
  const { status, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pyperformance cannot be fetched with pip:\n${stderr}`);
  const wheel = readdirSync(folder).find((name) => name.startsWith('pyperformance-'));
  const inside = 'pyperformance/data-files/benchmarks/';
  const entries = unzipSync(readFileSync(join(folder, wheel)), { filter: ({ name }) => name.startsWith(inside) });
  writeTree(
    CACHE,
    Object.entries(entries).map(([name, bytes]) => [name.slice(inside.length), bytes]),
  );
}
