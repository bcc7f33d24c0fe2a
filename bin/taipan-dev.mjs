#!/usr/bin/env -S node --stack-size=7600
// Runs a program while the command line is being built: `taipan-dev FILE` or `taipan-dev -c CODE`.
import { readFileSync, writeSync } from 'node:fs';
import { loadEngine } from './engine.mjs';

const { runFile } = await loadEngine();
const [first, second] = process.argv.slice(2);
if (first === '-c') process.exitCode = runFile('<string>', Buffer.from(second), (text) => writeSync(2, text));
else if (first !== undefined) process.exitCode = runFile(first, readFileSync(first), (text) => writeSync(2, text));
