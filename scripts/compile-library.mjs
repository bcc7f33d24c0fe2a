// `node scripts/compile-library.mjs [--suite]`: compiles every file of the standard library (and of CPython's test suite) and
// asks the engine whether the emitted JavaScript is well formed. Prints what fails, sizes and times.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/python-files.mjs';
import { findOracle } from './oracle.mjs';

ensureBuilt();
const { compileSource } = await import('../dist/api/compiler.js');
const folders = [join(root, 'build', 'stdlib')];
if (process.argv.includes('--suite')) folders.push(findOracle().suite);

const totals = { files: 0, rejected: 0, failed: 0, python: 0, javascript: 0, compile: 0, parse: 0 };
for (const folder of folders) {
  for (const path of readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.py'))
    .sort()) {
    compileOne(path, readFileSync(join(folder, path)));
  }
}
const { files, rejected, failed } = totals;
console.log(`${files} files: ${files - rejected - failed} compile, ${rejected} are rejected as Python, ${failed} fail`);
console.log(`${kilobytes(totals.python)} of Python, ${kilobytes(totals.javascript)} of JavaScript`);
console.log(
  `compiled in ${(totals.compile / 1000).toFixed(1)} s, read by the engine in ${(totals.parse / 1000).toFixed(1)} s`,
);
process.exitCode = failed > 0 ? 1 : 0;

function compileOne(path, source) {
  totals.files++;
  let unit;
  const started = performance.now();
  try {
    unit = compileSource(source, path, 'exec', { traced: false });
  } catch (error) {
    if (error?.kind && !(error instanceof Error)) {
      totals.rejected++;
      console.log(`rejected ${path}: ${error.message}`);
    } else {
      totals.failed++;
      console.log(`FAIL ${path}: ${error?.stack?.split('\n').slice(0, 3).join(' | ') ?? error}`);
    }
    return;
  }
  const compiled = performance.now();
  try {
    new Function('$R', '$G', '$K', '$C', unit.javascript);
  } catch (error) {
    totals.failed++;
    console.log(`FAIL ${path}: emitted JavaScript: ${error.message}`);
  }
  totals.compile += compiled - started;
  totals.parse += performance.now() - compiled;
  totals.python += source.length;
  totals.javascript += unit.javascript.length;
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1024)} KB`;
}
