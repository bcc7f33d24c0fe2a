#!/usr/bin/env -S node --stack-size=7600
// The command `taipan`.
import { readFileSync, writeSync } from 'node:fs';
import { runFile } from '../dist/api/run-file.js';

const file = process.argv[2];
if (file !== undefined) process.exitCode = runFile(file, readFileSync(file), (text) => writeSync(2, text));
