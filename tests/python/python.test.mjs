// Runs every behaviour test (see scripts/lib/python-files.mjs) on Taipan and, where it is there, on CPython 3.14.
// failing.txt lists the tests Taipan does not pass yet; one that starts to pass must be taken off the list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { behaviourTests, FOLDER, judge, readExpectations, runPython } from '../../scripts/lib/python-files.mjs';
import { taipanCommand } from '../../scripts/lib/taipan-command.mjs';
import { findOracle } from '../../scripts/oracle.mjs';

const only = process.env.TAIPAN_TEST_ONLY;
const tests = behaviourTests().filter((path) => !only || path.includes(only));
const failing = new Set(readFileSync(join(FOLDER, 'failing.txt'), 'utf8').match(/^[^#\s].*/gm) ?? []);
const oracle = findOracle();
const taipan = taipanCommand();

describe('failing.txt', () => {
  it('names existing tests only', () => {
    const known = new Set(behaviourTests());
    assert.deepEqual(
      [...failing].filter((path) => !known.has(path)),
      [],
    );
  });
});

describe('behaviour on CPython', { concurrency: 2, skip: oracle ? false : 'no CPython 3.14 on this machine' }, () => {
  for (const path of tests) it(path, () => passes([oracle.python], path));
});

describe('behaviour on Taipan', { concurrency: 2, skip: taipan ? false : 'no command line yet' }, () => {
  for (const path of tests) {
    it(path, async () => {
      if (!failing.has(path)) return passes(taipan, path);
      await assert.rejects(passes(taipan, path), `${path} passes now: take it off tests/python/failing.txt`);
    });
  }
});

async function passes(command, path) {
  const file = join(FOLDER, path);
  const fault = judge(await runPython(command, file), readExpectations(file).blocks);
  assert.equal(fault, undefined, fault);
}
