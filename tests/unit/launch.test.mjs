import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFlags } from '../../bin/flags.mjs';
import { root } from '../../scripts/lib/python-files.mjs';
import { taipanCommand } from '../../scripts/lib/taipan-command.mjs';

test('npm start gives node the flags of the command itself', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(scripts.start, ['node', ...nodeFlags(), 'scripts/start.mjs'].join(' '));
});

test('the build has made a snapshot of the engine (`node bin/prepare.mjs --verbose` says why not)', () => {
  assert.ok(existsSync(join(root, 'build', 'cache', 'engine.blob.id')));
});

// What a snapshot of the engine could get wrong: state of the process that made it, threads, and what V8 lacks while it makes one.
const PROGRAM = `
import os, signal, subprocess, sys, time, weakref
print(list(sys.modules), list(vars(sys)), sys.flags, sys.path, sys.meta_path, sorted(sys.path_importer_cache))
print({**os.environ} == {k.decode(): v.decode() for k, v in os.environb.items()}, sorted(set(os.environ) - {"PWD", "OLDPWD", "SHLVL", "_"}), os.environ._data is __import__("posix").environ)
print([(m.__name__, list(vars(m))) for m in list(sys.modules.values())])
print(sys.argv, os.environ["LAUNCH_TEST"], os.getcwd(), sys.executable, sys.flags.optimize, __debug__)
print(sorted(f"{c.__module__}.{c.__qualname__}" for c in object.__subclasses__()))
print(abs(time.time() - os.stat(sys.argv[1]).st_atime) < 1e9, weakref.getweakrefs(list))
signal.signal(signal.SIGALRM, lambda *args: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.1)
end = time.monotonic() + 0.5
while time.monotonic() < end: pass
print(subprocess.run([sys.executable, "-S", "-c", "print(input())"], input="hello", capture_output=True, text=True))
def deep(): deep()
try: deep()
except RecursionError as error: print(error)
sys.exit(7)
`;

test('the command as the shell starts it and as node starts it do the same', () => {
  const { PATH, HOME } = process.env; // and nothing else that was there when the snapshot was made
  const env = { PATH, HOME, LAUNCH_TEST: 'there', PYTHONDONTWRITEBYTECODE: '1' };
  const words = taipanCommand();
  for (const options of [[], ['-O'], ['-X', 'dev'], ['-I', '-B'], ['-S']]) {
    const args = [...options, '-c', PROGRAM, words.at(-1)];
    const [byShell, byNode] = [[words.at(-1)], words].map(([program, ...before]) =>
      spawnSync(program, [...before, ...args], { env, cwd: '/', encoding: 'utf8' }),
    );
    assert.equal(byShell.stdout + byShell.stderr, byNode.stdout + byNode.stderr);
    assert.match(byNode.stdout, /alarm\n.*hello/);
    assert.deepEqual([byShell.status, byNode.status], [7, 7]);
  }
});

test('programs see how memory is to be allocated as the user said it', () => {
  const program = 'import os; print([f"{n}={v}" for n, v in os.environ.items() if "TUNABLES" in n])';
  const { GLIBC_TUNABLES, ...env } = process.env;
  const show = (given) =>
    spawnSync(taipanCommand().at(-1), ['-c', program], { env: { ...env, ...given }, encoding: 'utf8' }).stdout;
  assert.equal(show({}), '[]\n');
  const given = 'glibc.malloc.hugetlb=1';
  assert.equal(show({ GLIBC_TUNABLES: given }), `['GLIBC_TUNABLES=${given}']\n`);
});

test('certificates for node are not read at the start, and programs see the variable that names them', () => {
  const program =
    'import os, subprocess; print(os.environ["NODE_EXTRA_CA_CERTS"], [n for n in os.environ if "TAIPAN" in n], flush=True);' +
    'subprocess.run(["sh", "-c", "echo $NODE_EXTRA_CA_CERTS $TAIPAN_NODE_EXTRA_CA_CERTS"])';
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: '/no/such/file' };
  const { stdout, stderr } = spawnSync(taipanCommand().at(-1), ['-c', program], { env, encoding: 'utf8' });
  assert.equal(stdout, '/no/such/file []\n/no/such/file\n');
  assert.equal(stderr, ''); // node would warn of the missing file
});

test('the command finds its snapshot however it is named', () => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const command = 'sh -x bin/taipan.mjs 2>&1; cd bin && sh -x ./taipan.mjs 2>&1';
  const { stdout } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8', env, input: '' });
  assert.equal(stdout.match(/^\+ exec node .*--snapshot-blob/gm)?.length, 2, stdout);
});
