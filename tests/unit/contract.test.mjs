import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMAT_VERSION } from '../../dist/contract/version.js';

test('the format version is a positive integer', () => {
  assert.ok(Number.isInteger(FORMAT_VERSION) && FORMAT_VERSION > 0);
});
