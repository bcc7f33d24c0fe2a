// Digests of what CPython says of the first 131072 code points, recorded by `node scripts/check-unicode.mjs --record`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { digest } from '../support/unicode-properties.mjs';

for (const line of readFileSync('tests/data/unicode-digests.txt', 'utf8').trim().split('\n')) {
  const [name, start, expected] = line.split(' ');
  test(`unicode: ${name} as CPython`, () => {
    assert.equal(digest(name, Number.parseInt(start, 16), 0x20000), expected);
  });
}
