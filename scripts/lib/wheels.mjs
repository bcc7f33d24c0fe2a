// Packages from PyPI that programs are tried with: fetched with pip into build/wheels/, unpacked, never committed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeTree } from '../../stdlib/extract.mjs';
import { root } from './python-files.mjs';

const CACHE = join(root, 'build', 'wheels');

/** Fetches `name==version` (once) and returns the unpacked wheel. Compiled files are left out: what is Python must do. */
export function fetchWheel(requirement, { compiled = false } = {}) {
  const target = join(CACHE, requirement.replace('==', '-'));
  if (existsSync(target)) return target;
  const folder = join(CACHE, 'download');
  mkdirSync(folder, { recursive: true });
  const platform = compiled
    ? ['--implementation', 'cp', '--abi', 'cp314', '--platform', 'manylinux2014_x86_64']
    : ['--implementation', 'py', '--abi', 'none', '--platform', 'any'];
  const args = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--only-binary=:all:',
    '--python-version',
    '3.14',
    ...platform,
  ];
  const { status, stderr } = spawnSync('python3', [...args, '-d', folder, requirement], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${requirement} cannot be fetched with pip:\n${stderr}`);
  const prefix = requirement.replace('==', '-').replaceAll('-', '_').toLowerCase();
  const wheel = readdirSync(folder).find((name) => name.replaceAll('-', '_').toLowerCase().startsWith(prefix));
  const files = unzipSync(readFileSync(join(folder, wheel)), { filter: ({ name }) => !name.endsWith('.so') });
  writeTree(target, Object.entries(files));
  return target;
}
