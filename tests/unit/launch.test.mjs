import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/lib/python-files.mjs';
import { nodeFlags } from '../../scripts/lib/taipan-command.mjs';

test('npm start gives node the flags of the command itself', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(scripts.start, ['node', ...nodeFlags(), 'scripts/start.mjs'].join(' '));
});
