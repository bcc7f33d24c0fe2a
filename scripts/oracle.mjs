// The oracle: CPython 3.14 (the specification), PyPy and CPython's own test suite, in a folder of their own
// (`$TAIPAN_ORACLE`, else `~/.cache/taipan-oracle`). They come from Debian's packages, through the mirror this machine's
// apt already uses; nothing is installed into the system.
//
//   node scripts/oracle.mjs          install what is missing, print where it is
//
// Layout: bin/py314, bin/pypy (links into root/), root/usr/lib/python3.14 (library, with Lib/test in test/).
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SUITE = process.env.TAIPAN_ORACLE_SUITE ?? 'forky'; // the Debian release that carries Python 3.14
const PACKAGES = ['python3.14', 'libpython3.14-testsuite', 'pypy3'];
const NEEDLESS = new Set(['debconf', 'net-tools', 'libselinux1']); // dependencies of maintainer scripts only
const MACHINES = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

const home = process.env.TAIPAN_ORACLE ?? join(homedir(), '.cache', 'taipan-oracle');

/**
 * The oracle's programs and folders, or undefined when it is not there. A CPython 3.14 on the PATH serves the dual-run
 * tests too (`suite` is undefined when that Python has no test package).
 */
export function findOracle() {
  const python = join(home, 'bin', 'py314');
  const stdlib = join(home, 'root', 'usr', 'lib', 'python3.14');
  if (existsSync(python)) {
    const pypy = join(home, 'bin', 'pypy');
    return { python, pypy: existsSync(pypy) ? pypy : undefined, stdlib, suite: join(stdlib, 'test') };
  }
  const probe =
    'import sys, os; print(sys.version_info[:2] == (3, 14), sys.executable, os.path.dirname(os.__file__), sep="\\n")';
  const { status, stdout } = spawnSync('python3.14', ['-c', probe], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [fits, executable, folder] = stdout.trim().split('\n');
  if (fits !== 'True') return undefined;
  const suite = join(folder, 'test', 'support');
  return {
    python: executable,
    pypy: undefined,
    stdlib: folder,
    suite: existsSync(suite) ? join(folder, 'test') : undefined,
  };
}

/** Installs the oracle unless it is there; throws an Error that says why it cannot. */
export function installOracle(progress = () => {}) {
  const found = findOracle();
  if (found?.suite) return found;
  const machine = process.platform === 'linux' ? MACHINES[process.arch] : undefined;
  if (!machine || !has('apt-get') || !has('dpkg')) throw new Error('it needs Linux with apt-get and dpkg');
  const mirror = debianMirror();
  if (!mirror) throw new Error("no Debian mirror among this machine's apt sources");
  progress('fetching CPython 3.14, its tests and PyPy (about 35 MB)');
  const root = join(home, 'root');
  const work = join(home, 'work');
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs'])
    mkdirSync(join(work, folder), { recursive: true });
  const apt = privateApt(work, mirror);
  run('apt-get', [...apt, '-qq', 'update'], work);
  const plan = run('apt-get', [...apt, 'install', '-y', '--print-uris', '--no-install-recommends', ...PACKAGES], work);
  const wanted = [...plan.matchAll(/^'[^']+' ([^_]+)_/gm)]
    .map((match) => match[1])
    .filter((name) => !NEEDLESS.has(name));
  run('apt-get', [...apt, '-qq', 'download', ...wanted], join(work, 'debs'));
  progress(`unpacking ${wanted.length} packages`);
  for (const deb of readdirSync(join(work, 'debs'))) run('dpkg', ['-x', join(work, 'debs', deb), root], work);
  relink(root, machine, patchelf(work));
  rmSync(work, { recursive: true, force: true });
  const oracle = findOracle();
  run(oracle.python, ['-c', 'import ssl, sqlite3, asyncio, decimal'], home);
  return oracle;
}

/** apt options that keep lists, caches and the idea of what is installed inside `work`. */
function privateApt(work, mirror) {
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(join(work, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${SUITE} main\n`);
  writeFileSync(join(work, 'status'), '');
  const options = {
    'Dir::Etc::SourceList': join(work, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State::Lists': join(work, 'lists'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': 'root',
    'Debug::NoLocking': '1',
  };
  return Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

/** The first mirror of the Debian archive itself (not of its security suite) that apt is told of. */
function debianMirror() {
  const folder = '/etc/apt/sources.list.d';
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  for (const file of ['/etc/apt/sources.list', ...files]) {
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const uri = /^(?:URIs:|deb\s(?:\[[^\]]*\])?)\s*(\S+\/debian\/?)(\s|$)/.exec(line);
      if (uri) return uri[1];
    }
  }
  return undefined;
}

/** Where patchelf is: on the PATH, or unpacked from its own package for this one use. */
function patchelf(work) {
  if (has('patchelf')) return 'patchelf';
  const folder = join(work, 'patchelf');
  mkdirSync(folder, { recursive: true });
  if (spawnSync('apt-get', ['-qq', 'download', 'patchelf'], { cwd: folder }).status !== 0) {
    run('apt-get', ['-qq', 'update'], folder);
    run('apt-get', ['-qq', 'download', 'patchelf'], folder);
  }
  run('dpkg', ['-x', join(folder, readdirSync(folder)[0]), folder], folder);
  return join(folder, 'usr', 'bin', 'patchelf');
}

/** Makes the unpacked programs use the libraries they came with, also when they start themselves again. */
function relink(root, { triplet, loader }, tool) {
  const lib = join(root, 'usr', 'lib', triplet);
  mkdirSync(join(home, 'bin'), { recursive: true });
  for (const [name, program] of [
    ['py314', 'python3.14'],
    ['pypy', 'pypy3.11'],
  ]) {
    const file = join(root, 'usr', 'bin', program);
    run(tool, ['--set-interpreter', join(lib, loader), '--force-rpath', '--set-rpath', lib, file], root);
    rmSync(join(home, 'bin', name), { force: true });
    symlinkSync(file, join(home, 'bin', name));
  }
  const tests = join(home, 'bin', 'py314-tests');
  writeFileSync(tests, `#!/bin/sh\necho ${join(root, 'usr', 'lib', 'python3.14', 'test')}\n`);
  chmodSync(tests, 0o755);
}

function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

function run(command, args, cwd) {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
  } catch (error) {
    const said = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
    throw new Error(`${command} failed: ${said}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { python, pypy, suite } = installOracle((line) => console.error(`oracle: ${line}`));
  console.log([python, pypy, suite].filter(Boolean).join('\n'));
}
