// The programs to measure: our own, and pyperformance's, which are fetched from PyPI into build/ and never committed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchWheel, installPackages } from '../scripts/lib/wheels.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const PYPERFORMANCE = 'pyperformance==1.14.0';
const PACKAGES = join(dirname(here), 'build', 'pyperformance-packages');
/** Requirements of requirements that the programs do use. */
const FURTHER = { xdsl: ['typing_extensions', 'immutabledict', 'ordered_set'] };

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
  const programs = join(fetchWheel(PYPERFORMANCE), 'pyperformance', 'data-files', 'benchmarks');
  const rows = readFileSync(join(here, 'pyperformance.txt'), 'utf8').match(/^[^#\s].*/gm);
  return rows.map((row) => {
    const [name, ...args] = row.split(/\s+/);
    const folder = join(programs, `bm_${name}`);
    const title = args.length > 0 && !args[0].startsWith('-') ? `${name}_${args[0]}` : name;
    return {
      name: title,
      program: name,
      file: join(folder, 'run_benchmark.py'),
      args,
      packages: () => packagesOf(name, folder),
    };
  });
}

/** The packages that a program's requirements.txt names, in a folder of their own; undefined when it needs none. */
function packagesOf(name, program) {
  const list = join(program, 'requirements.txt');
  const words = existsSync(list) ? readFileSync(list, 'utf8').match(/^[^#\s]+/gm) : null;
  if (words === null) return undefined;
  const folder = join(PACKAGES, name);
  installPackages(folder, [...words, ...(FURTHER[name] ?? [])]);
  return folder;
}
