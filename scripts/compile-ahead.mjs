// Compiles the whole standard library, so that no start and no first import waits for the compiler: build/ahead/*.bin and its
// index (contract/ahead.ts). A file that does not compile is left out; importing it compiles it, and says why it fails.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilerFingerprint } from '../bin/fingerprint.mjs';
import { compileSource } from '../dist/api/compiler.js';
import { contentHash } from '../dist/api/content-hash.js';
import { AHEAD_INDEX, factoryScript } from '../dist/contract/ahead.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const build = join(root, 'build');
const library = join(build, 'stdlib');

const parts = [];
let at = 0;
const name = `ahead/${Date.now().toString(36)}-${process.pid.toString(36)}.bin`;
const index = { fingerprint: compilerFingerprint(join(root, 'dist')), units: name, entries: {} };
for (const path of sourcesBelow(library)) {
  const bytes = readFileSync(join(library, path));
  const unit = compileOne(bytes, path);
  if (unit !== undefined) index.entries[path] = { ...lay(unit), source: sourceOf(path, bytes) };
}
const folder = join(build, 'ahead');
mkdirSync(folder, { recursive: true });
writeFileSync(join(build, name), Buffer.concat(parts));
writeFileSync(join(folder, 'index'), JSON.stringify(index));
renameSync(join(folder, 'index'), join(build, AHEAD_INDEX));
for (const old of readdirSync(folder)) if (old.endsWith('.bin') && `ahead/${old}` !== name) rmSync(join(folder, old));
// What the engine made of earlier units, and what earlier compilers left beside the sources.
rmSync(join(build, 'cache'), { recursive: true, force: true });
for (const entry of readdirSync(library, { recursive: true, withFileTypes: true })) {
  if (entry.name === '__pycache__') rmSync(join(entry.parentPath, entry.name), { recursive: true });
}

function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py') && !path.includes('site-packages/'))
    .sort();
}

function compileOne(bytes, path) {
  try {
    return compileSource(bytes, path, 'exec', { traced: false });
  } catch (error) {
    process.stderr.write(`${path} does not compile: ${error?.message ?? error}\n`);
    return undefined;
  }
}

function lay({ format, constants, codes, javascript, positions }) {
  const text = factoryScript(javascript);
  const wide = /[^\0-\xff]/.test(text);
  const sections = [
    Buffer.from(ascii(JSON.stringify({ format, constants, codes })), 'latin1'),
    Buffer.from(text, wide ? 'utf16le' : 'latin1'),
    int32s(positions),
  ];
  const entry = { at, sizes: sections.map((section) => section.length), wide };
  parts.push(...sections);
  for (const section of sections) at += section.length;
  return entry;
}

/** JSON in which every character is one byte. */
function ascii(json) {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function int32s(numbers) {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeInt32LE(number, i * 4);
  return bytes;
}

function sourceOf(path, bytes) {
  const { size, mtimeMs } = statSync(join(library, path));
  return { hash: contentHash(bytes), size, mtime: mtimeMs };
}
