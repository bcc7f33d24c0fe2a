// The programs to measure: our own, and pyperformance's, which are fetched from PyPI into build/ and never committed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { writeTree } from '../stdlib/extract.mjs';
import { packagesOf } from './packages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const VERSION = '1.14.0';
const CACHE = join(dirname(here), 'build', 'pyperformance');
const PACKAGES = join(dirname(here), 'build', 'pyperformance-packages');

/** `{name, file, args}` of each program of this folder. */
export function ownPrograms() {
  const names = readdirSync(join(here, 'programs')).filter((name) => name.endsWith('.py'));
  return names.map((name) => ({
    name: name.slice(0, -3),
    program: name.slice(0, -3),
    file: join(here, 'programs', name),
    args: [],
  }));
}

/** `{name, program, file, args, packages()}` of each row of pyperformance.txt; fetches the package when it is not there. */
export function pyperformancePrograms() {
  fetchPyperformance();
  const rows = readFileSync(join(here, 'pyperformance.txt'), 'utf8').match(/^[^#\s].*/gm);
  return rows.map((row) => {
    const [name, ...args] = row.split(/\s+/);
    const folder = join(CACHE, `bm_${name}`);
    const title = args.length > 0 && !args[0].startsWith('-') ? `${name}_${args[0]}` : name;
    return {
      name: title,
      program: name,
      file: join(folder, 'run_benchmark.py'),
      args,
      packages: () => packagesOf(name, folder, PACKAGES),
    };
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
