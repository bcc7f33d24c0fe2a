#!/usr/bin/env -S node --stack-size=7600
// The command `taipan`: hands the process to the command line's main.
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEngine } from './engine.mjs';

const { main, fingerprint } = await loadEngine();

process.exitCode = main({
  argv: process.argv.slice(2),
  executable: fileURLToPath(import.meta.url),
  environment: (name) => process.env[name],
  fingerprint,
  build: fileURLToPath(new URL('../build', import.meta.url)),
  write: (text) => writeSync(1, text),
  log: (text) => writeSync(2, text),
});
