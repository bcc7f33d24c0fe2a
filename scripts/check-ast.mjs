// Compares our syntax trees with CPython's, byte for byte, over every .py file of the oracle's library and test suite:
// the text of `ast.dump(tree, include_attributes=True)`, or the fact that the file is rejected.
//
//   node scripts/check-ast.mjs [--time] [WORD]     only paths that contain WORD; --time only parses, and says how long
//
// CPython's side is computed once and kept in `$TAIPAN_CACHE/ast`, else `~/.cache/taipan-ast`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dump } from '../dist/compiler/1-syntax/ast/dump.js';
import { parse } from '../dist/compiler/1-syntax/parse.js';
import { Flag, flags } from '../dist/unicode/properties.js';
import { findOracle } from './oracle.mjs';

const HELPER = new URL('ast-dumps.py', import.meta.url).pathname;
const args = process.argv.slice(2);
const timeOnly = args.includes('--time');
const word = args.find((arg) => !arg.startsWith('--')) ?? '';

const oracle = findOracle();
if (!oracle) {
  process.stderr.write('check-ast: no oracle here; run node scripts/oracle.mjs\n');
  process.exit(2);
}
const cache = process.env.TAIPAN_CACHE
  ? join(process.env.TAIPAN_CACHE, 'ast')
  : join(homedir(), '.cache', 'taipan-ast');
const names = new Map();
const expected = readExpectations().filter(([path]) => path.includes(word));
if (timeOnly) time();
else compare();

function isPrintable(codePoint) {
  return (flags(codePoint) & Flag.printable) !== 0;
}

/** `\N{name}`, by CPython's own table. */
function lookupName(name) {
  if (!names.has(name)) {
    const program = 'import sys, unicodedata; print(ord(unicodedata.lookup(sys.argv[1])))';
    const { status, stdout } = spawnSync(oracle.python, ['-c', program, name], { encoding: 'utf8' });
    names.set(name, status === 0 ? Number(stdout) : undefined);
  }
  return names.get(name);
}

/** Codecs the compiler leaves to its caller. */
function decode(bytes, encoding) {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

/** [path, digest or "error ..."] of every file. */
function readExpectations() {
  const file = join(cache, 'stdlib.txt');
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    process.stdout.write('asking CPython for its trees (a few minutes, once)\n');
    const { status } = spawnSync(oracle.python, [HELPER, oracle.stdlib, file], { stdio: 'inherit' });
    if (status !== 0) process.exit(2);
  }
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => line.split('\t'));
}

function compare() {
  let differences = 0;
  let rejected = 0;
  for (const [path, digest] of expected) {
    const ours = describe(join(oracle.stdlib, path));
    if (digest.startsWith('error')) {
      rejected++;
      if (ours.error !== undefined) continue;
      process.stdout.write(`${path}: accepted, but CPython says ${digest}\n`);
    } else {
      if (ours.digest === digest) continue;
      process.stdout.write(`${path}: ${ours.error ?? difference(join(oracle.stdlib, path), ours.text)}\n`);
    }
    differences++;
  }
  process.stdout.write(`${expected.length} files (${rejected} not Python), ${differences} differ\n`);
  process.exitCode = differences === 0 ? 0 : 1;
}

function describe(path) {
  try {
    const tree = parse(readFileSync(path), path, 'exec', { lookupName, decode });
    const text = dump(tree, { includeAttributes: true, isPrintable });
    return { text, digest: createHash('sha256').update(text).digest('hex') };
  } catch (error) {
    if (error instanceof Error) return { error: error.stack };
    return { error: `rejected: ${error.message} (line ${error.lineno}, offset ${error.offset})` };
  }
}

/** Where our dump first leaves CPython's. */
function difference(path, ours) {
  const { stdout } = spawnSync(oracle.python, [HELPER, '--one', path], { encoding: 'utf8', maxBuffer: 1 << 30 });
  let at = 0;
  while (at < stdout.length && stdout[at] === ours[at]) at++;
  writeFileSync(join(cache, 'ours.txt'), ours);
  writeFileSync(join(cache, 'theirs.txt'), stdout);
  const from = Math.max(0, at - 200);
  return `differs\n  ours:    ${ours.slice(from, at + 100)}\n  CPython: ${stdout.slice(from, at + 100)}`;
}

function time() {
  const sources = expected.map(([path]) => readFileSync(join(oracle.stdlib, path)));
  const lines = sources.reduce((count, source) => count + source.toString('latin1').split('\n').length - 1, 0);
  const start = performance.now();
  for (const source of sources) {
    try {
      parse(source, '<timing>', 'exec', { lookupName });
    } catch (error) {
      if (error instanceof Error) throw error;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${lines} lines in ${seconds.toFixed(2)} s, ${Math.round(lines / seconds)} lines a second\n`);
}
