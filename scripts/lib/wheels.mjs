// Packages from PyPI that programs are tried and measured with: fetched with pip into build/, unpacked, never committed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeTree } from '../../stdlib/extract.mjs';
import { root } from './python-files.mjs';

const CACHE = join(root, 'build', 'wheels');
const PURE = ['--implementation', 'py', '--abi', 'none', '--platform', 'any'];
const COMPILED = ['--implementation', 'cp', '--abi', 'cp314', '--platform', 'manylinux2014_x86_64'];

/** Fetches `name==version` (once) and returns the unpacked wheel. Compiled files are left out: what is Python must do. */
export function fetchWheel(requirement, { compiled = false } = {}) {
  const target = join(CACHE, requirement.replace('==', '-'));
  if (existsSync(target)) return target;
  const folder = join(CACHE, 'download');
  mkdirSync(folder, { recursive: true });
  const platform = ['--only-binary=:all:', '--python-version', '3.14', ...(compiled ? COMPILED : PURE)];
  pip('download', [...platform, '-d', folder], [requirement]);
  const prefix = requirement.replace('==', '-').replaceAll('-', '_').toLowerCase();
  const wheel = readdirSync(folder).find((name) => name.replaceAll('-', '_').toLowerCase().startsWith(prefix));
  const files = unzipSync(readFileSync(join(folder, wheel)), { filter: ({ name }) => !name.endsWith('.so') });
  writeTree(target, Object.entries(files));
  return target;
}

/**
 * Installs requirements together in a folder of their own (once), those without a wheel too. Compiled parts are for the Python that pip
 * belongs to, and passed over by all others.
 */
export function installPackages(folder, requirements) {
  if (existsSync(folder)) return;
  const aside = `${folder}.part`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  pip('install', ['--target', aside], requirements);
  renameSync(aside, folder);
}

function pip(command, options, requirements) {
  const args = ['-m', 'pip', command, '--quiet', '--no-deps', ...options, ...requirements];
  const { status, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pip cannot ${command} ${requirements.join(' ')}:\n${stderr}`);
}
