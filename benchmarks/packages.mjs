// What a program of pyperformance needs from PyPI, put beside it in build/: as its requirements say, and nothing that those need in turn
// unless it is named here. Compiled parts are for the Python that pip belongs to and are passed over by all who are measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Requirements of requirements that the programs do use. */
const FURTHER = { xdsl: ['typing_extensions', 'immutabledict', 'ordered_set'] };

/** The folder with the packages of a program, or undefined when it needs none; fetches them when they are not there. */
export function packagesOf(name, program, root) {
  const list = join(program, 'requirements.txt');
  const words = existsSync(list) ? readFileSync(list, 'utf8').match(/^[^#\s]+/gm) : null;
  if (words === null) return undefined;
  const folder = join(root, name);
  if (!existsSync(folder)) install(folder, [...words, ...(FURTHER[name] ?? [])]);
  return folder;
}

function install(folder, requirements) {
  const aside = `${folder}.part`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', aside, ...requirements];
  const { status, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${requirements.join(' ')} cannot be installed with pip:\n${stderr}`);
  renameSync(aside, folder);
}
