// The command line in this process: the engine's main with what the process gives it.
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEngine } from './engine.mjs';

const { main, fingerprint } = await loadEngine();

const status = main({
  argv: process.argv.slice(2),
  executable: fileURLToPath(new URL('taipan.mjs', import.meta.url)),
  environment: (name) => process.env[name],
  fingerprint,
  build: fileURLToPath(new URL('../build', import.meta.url)),
  write: (text) => writeSync(1, text),
  log: (text) => writeSync(2, text),
});
// Nothing is left to wait for, and without this node takes its heap apart first.
process.exit(status);
