// Every case of cases.mjs on Taipan, against what CPython did (expected.json). failing.txt lists the cases Taipan does
// not pass yet; one that starts to pass must be taken off the list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { EXPECTED, runCase } from '../../scripts/lib/cli-cases.mjs';
import { hiddenPaths, taipanCommand } from '../../scripts/lib/taipan-command.mjs';
import { CASES } from './cases.mjs';

const expected = JSON.parse(readFileSync(EXPECTED, 'utf8'));
const failing = new Set(readFileSync(new URL('failing.txt', import.meta.url), 'utf8').match(/^[^#\s].*/gm) ?? []);
const taipan = taipanCommand();

it('every case has its expectation, and failing.txt names cases only', () => {
  const names = CASES.map(({ name }) => name);
  assert.deepEqual(Object.keys(expected).sort(), [...names].sort());
  assert.deepEqual(
    [...failing].filter((name) => !names.includes(name)),
    [],
  );
});

describe('command line', { concurrency: 2, skip: taipan ? false : 'no command line yet' }, () => {
  for (const entry of CASES) {
    it(entry.name, async () => {
      const result = await runCase(taipan, entry, hiddenPaths());
      if (!failing.has(entry.name)) return assert.deepEqual(result, expected[entry.name]);
      assert.notDeepEqual(result, expected[entry.name], 'passes now: take it off tests/cli/failing.txt');
    });
  }
});
