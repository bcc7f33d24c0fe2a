// `npm run check`: everything CI asks besides the tests. Runs all checks even when one fails, then says which did.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const published = existsSync(manifest.bin.taipan);
const CHECKS = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['house rules', ['node', 'scripts/lint/run.mjs']],
  ['dead code', ['knip', '--no-progress']],
  published && ['package', ['publint', '--strict']],
  manifest.exports && ['package types', ['attw', '--pack', '.', '--profile', 'esm-only']],
];

ensureBuilt();
const failed = [];
for (const [name, [program, ...args]] of CHECKS.filter(Boolean)) {
  const started = Date.now();
  const command = program === 'node' ? process.execPath : `node_modules/.bin/${program}`;
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`${stdout}${stderr}`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
