// Lists of tests as text: a line `test_int` opens a module, a line ` IntTestCases test_a test_b` holds tests of a class.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { root } from '../lib/python-files.mjs';

export const FOLDER = join(root, 'tests', 'conformance');
const CPYTHON = join(FOLDER, 'cpython.txt.gz');
const PASSING = join(FOLDER, 'passing');

/** Tests that pass on CPython: `Map(module -> Set(id))`. */
export function readCpython() {
  if (!existsSync(CPYTHON)) return new Map();
  return parse(gunzipSync(readFileSync(CPYTHON)).toString('utf8'));
}

export function writeCpython(modules) {
  const sorted = [...modules].filter(([, tests]) => tests.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(CPYTHON, gzipSync(sorted.map(([name, tests]) => render(name, tests)).join(''), { level: 9 }));
}

/** Tests that are known to pass on Taipan, one file a module. */
export function readPassing() {
  if (!existsSync(PASSING)) return new Map();
  const files = readdirSync(PASSING).filter((name) => name.endsWith('.txt'));
  return new Map(files.flatMap((name) => [...parse(readFileSync(join(PASSING, name), 'utf8'))]));
}

export function writePassing(module, tests) {
  mkdirSync(PASSING, { recursive: true });
  const path = join(PASSING, `${module}.txt`);
  if (tests.size === 0) rmSync(path, { force: true });
  else writeFileSync(path, render(module, tests));
}

/** The module names of a plain list file; lines that start with `#` are comments. */
export function readModuleList(name) {
  return readFileSync(join(FOLDER, name), 'utf8').replace(/^#.*$/gm, '').split(/\s+/).filter(Boolean);
}

function parse(text) {
  const modules = new Map();
  let tests;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (!line.startsWith(' ')) {
      modules.set(line, (tests = new Set()));
      continue;
    }
    const [owner, ...names] = line.slice(1).split('\t');
    for (const name of names) tests.add(owner === '' ? name : `${owner}.${name}`);
  }
  return modules;
}

function render(module, tests) {
  const classes = new Map();
  for (const id of [...tests].sort()) {
    const dot = /\s/.test(id) ? -1 : id.lastIndexOf('.');
    const owner = dot < 0 ? '' : id.slice(0, dot);
    if (!classes.has(owner)) classes.set(owner, []);
    classes.get(owner).push(id.slice(dot + 1));
  }
  return `${module}\n${[...classes].map(([owner, names]) => ` ${owner}\t${names.join('\t')}\n`).join('')}`;
}
