// Programs of ours against what CPython 3.14 made of them (recorded by `node scripts/compare/analysis.mjs --record`): scopes,
// symbols, code objects' names and flags, errors with their positions, warnings, loads that need a check.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from '../../../dist/compiler/1-syntax/parse.js';
import { differences } from '../../../scripts/compare/analysis.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const programs = read('programs.txt').split('\n# ---\n');
const expected = read('expected.jsonl').trimEnd().split('\n');

test('every program has its record', () => {
  assert.equal(programs.length, expected.length);
});

test('analysis agrees with CPython', () => {
  const failures = [];
  for (const [index, source] of programs.entries()) {
    const found = differences(JSON.parse(expected[index]), {}, parse(source, '<s>', 'exec'));
    if (found.length > 0) failures.push(`${source}\n  ${found.join('\n  ')}`);
  }
  assert.equal(failures.join('\n\n'), '');
});
