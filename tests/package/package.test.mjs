// The packed tarball, installed elsewhere, runs a program that imports from the library.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { root } from '../../scripts/lib/python-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'taipan-package-'));
// The first run prepares faster starts in the background and may still be writing: what it adds meanwhile is found by removing all again,
// which the retries of `rmSync` itself do not.
after(async () => {
  for (let attempts = 1; ; attempts++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (attempts === 60) throw error;
      await setTimeout(500);
    }
  }
});

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
