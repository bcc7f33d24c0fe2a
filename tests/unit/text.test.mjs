// What CPython answered, recorded by `node scripts/differential.mjs TOPIC COUNT --record`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mismatch } from '../support/cases.mjs';
import { textFunctions } from '../support/text-functions.mjs';

for (const file of readdirSync('tests/data/text')) {
  test(`text: ${file} as CPython`, () => {
    const cases = readFileSync(`tests/data/text/${file}`, 'utf8').trim().split('\n');
    assert.ok(cases.length > 100);
    for (const line of cases) assert.equal(mismatch(textFunctions, JSON.parse(line)), null);
  });
}
