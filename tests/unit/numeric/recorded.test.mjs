// What CPython answered (scripts/compare/numbers.mjs --record), compared with our cores.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkers, ulps } from './checkers.mjs';

for (const [name, { check, close }] of Object.entries(checkers)) {
  test(`${name} as CPython recorded them`, () => {
    const lines = readFileSync(new URL(`recorded/${name}.txt`, import.meta.url), 'utf8').split('\n');
    let checked = 0;
    let inexact = 0;
    for (const line of lines) {
      const result = line === '' ? undefined : check(line);
      if (result === undefined) continue;
      const [operation, got, want] = result;
      checked++;
      if (got === want) continue;
      assert.ok(close > 0 && ulps(got, want) <= close, `${operation}: ${line}\n  ours    ${got}\n  CPython ${want}`);
      inexact++;
    }
    assert.ok(checked > 90, `${checked} lines`);
    // The C library rounds some results the other way; more than a few would be our fault. Its cbrt is further off.
    assert.ok(inexact <= checked * 0.05, `${inexact} of ${checked} differ in the last digit`);
  });
}
