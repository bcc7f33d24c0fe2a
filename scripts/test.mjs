// `npm test`: builds what is stale, makes sure that CPython 3.14 is there to compare with, runs every *.test.mjs below
// tests/ with node's own runner. `npm test -- WORD` runs only the test files, or behaviour tests, whose path has WORD.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { installOracle } from './oracle.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
ensureBuilt();
try {
  installOracle((line) => process.stderr.write(`taipan: ${line}\n`));
} catch (error) {
  process.stderr.write(`taipan: no CPython 3.14 to compare with (${error.message});\n`);
  process.stderr.write('taipan: behaviour tests run on Taipan alone, against what is recorded in them\n');
}

const only = process.argv[2];
const files = readdirSync('tests', { recursive: true })
  .map((file) => `tests/${file}`)
  .filter((file) => file.endsWith('.test.mjs'));
const named = only ? files.filter((file) => file.includes(only)) : files;
const env = { ...process.env };
if (only && named.length === 0) env.TAIPAN_TEST_ONLY = only;
const chosen = named.length > 0 ? named : ['tests/python/python.test.mjs'];
const { status } = spawnSync(process.execPath, ['--test', '--test-concurrency=2', ...chosen], {
  stdio: 'inherit',
  env,
});
process.exitCode = status ?? 1;
