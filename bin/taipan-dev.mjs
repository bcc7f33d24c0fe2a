#!/usr/bin/env -S node --stack-size=7600
// Runs a program while the command line is being built: `taipan-dev FILE` or `taipan-dev -c CODE`.
import { readFileSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEngine } from './engine.mjs';

const { runFile } = await loadEngine();

const build = fileURLToPath(new URL('../build', import.meta.url));
const log = (text) => writeSync(2, text);
const [first, second, ...rest] = process.argv.slice(2);
if (first === '-c') {
  const source = Buffer.from(second);
  process.exitCode = runFile({ build, file: '<string>', source, argv: ['-c', ...rest], path0: '', log });
} else if (first !== undefined) {
  const argv = process.argv.slice(2);
  const path0 = dirname(resolve(first));
  process.exitCode = runFile({ build, file: first, source: readFileSync(first), argv, path0, log });
}
