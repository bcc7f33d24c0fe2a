// The packed tarball, installed elsewhere, runs a program that imports from the library.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../scripts/lib/python-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'taipan-package-'));
// The first run prepares faster starts in the background: it may still be writing.
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 }));

const PROGRAM = `import json, re, sys, unittest
print(json.dumps([re.findall('.', 'xy'), unittest.TestCase.__name__, sys.argv[1:]]))
`;

test('the package runs where it is installed', () => {
  const quiet = ['--silent', '--no-audit', '--no-fund'];
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  writeFileSync(join(folder, 'program.py'), PROGRAM);
  execFileSync('npm', ['install', '--prefer-offline', ...quiet, `./${tarball}`], { cwd: folder });
  const output = execFileSync(join(folder, 'node_modules', '.bin', 'taipan'), ['program.py', 'a'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(output, '[["x", "y"], "TestCase", ["a"]]\n');
});
