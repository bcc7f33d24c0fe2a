// The JavaScript that small programs become: one file of tests/data/emitted/ a decision of docs/internals/resumable.md. A change of the text is
// meant to be looked at; `UPDATE=1 node --test tests/unit/emitted.test.mjs` writes the new one.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileSource } from '../../dist/api/compiler.js';

const folder = fileURLToPath(new URL('../data/emitted/', import.meta.url));

for (const program of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
  const file = join(folder, program.replace(/py$/, 'js.txt'));
  test(`emitted: ${program}`, () => {
    const { javascript } = compileSource(readFileSync(join(folder, program), 'utf8'), program, 'exec');
    if (process.env.UPDATE) writeFileSync(file, `${javascript}\n`);
    assert.equal(`${javascript}\n`, readFileSync(file, 'utf8'));
  });
}
