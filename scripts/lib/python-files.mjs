// Behaviour tests in Python: finding the files, reading and writing their expectation blocks, running one file.
//
// A test is a .py file below tests/python/ that asserts for itself and ends with status 0. Blocks at its end may ask for
// exact output; the first column of each expected line is the '#', then one space (nothing after it for an empty line):
//
//   # expect-stdout:
//   # 42
//   # expect-traceback:
//   # Traceback (most recent call last):
//   # ...
//
// `expect-traceback` compares all of standard error and wants status 1. scripts/record.mjs fills the blocks from CPython.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const FOLDER = join(root, 'tests', 'python');
const BLOCK = /^# expect-(stdout|traceback):$/;

/** Relative paths of all behaviour tests, sorted; names starting with `_` are helpers that tests import. */
export function behaviourTests() {
  return readdirSync(FOLDER, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py') && !/(^|\/)[_.]/.test(path) && path.includes('/'))
    .sort();
}

/** The program part of a test and its expectation blocks, `{stdout?, traceback?}`. */
export function readExpectations(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const start = lines.findIndex((line) => BLOCK.test(line));
  if (start < 0) return { program: lines.join('\n'), blocks: {} };
  const blocks = {};
  let name;
  for (const line of lines.slice(start)) {
    const head = BLOCK.exec(line);
    if (head) blocks[(name = head[1])] = '';
    else if (line.startsWith('#')) blocks[name] += `${line.slice(2)}\n`;
    else if (line !== '') throw new Error(`${path}: code after the expectation block: ${line}`);
  }
  return { program: lines.slice(0, start).join('\n'), blocks };
}

/** The text of a test file with the given blocks at its end. */
export function writeExpectations(program, blocks) {
  const parts = [program.endsWith('\n') || program === '' ? program : `${program}\n`];
  for (const [name, text] of Object.entries(blocks)) {
    const lines = text.split('\n').slice(0, -1);
    parts.push([`# expect-${name}:`, ...lines.map((line) => (line === '' ? '#' : `# ${line}`)), ''].join('\n'));
  }
  return parts.join('');
}

/**
 * Runs a Python program as `command[0] ...command[1..] file` in the file's folder: `{status, signal, stdout, stderr}`.
 * The folder's path is taken out of the output, so that tracebacks are the same wherever the clone is.
 */
export function runPython(command, path, { timeout = 60_000, args = [] } = {}) {
  const env = { ...process.env, PYTHON_COLORS: '0', NO_COLOR: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' };
  for (const name of ['PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'NODE_TEST_CONTEXT']) delete env[name];
  return new Promise((resolve, reject) => {
    const [program, ...flags] = command;
    const child = spawn(program, [...flags, basename(path), ...args], {
      cwd: dirname(path),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => (output[name] += text));
    }
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      const clean = (text) => text.replaceAll(`${dirname(path)}/`, '');
      resolve({ status, signal, stdout: clean(output.stdout), stderr: clean(output.stderr) });
    });
  });
}

/** What is wrong with a run, as text, or undefined when it is as expected. */
export function judge({ status, signal, stdout, stderr }, blocks) {
  if (signal) return `killed by ${signal} (time limit?)\n${stderr}`;
  const expected = blocks.traceback === undefined ? 0 : 1;
  if (status !== expected) return `exit status ${status}, expected ${expected}\n${stderr}`;
  if (blocks.stdout !== undefined && stdout !== blocks.stdout) return difference('stdout', blocks.stdout, stdout);
  if (blocks.traceback !== undefined && stderr !== blocks.traceback)
    return difference('stderr', blocks.traceback, stderr);
  return undefined;
}

function difference(name, expected, actual) {
  const wanted = expected.split('\n');
  const got = actual.split('\n');
  const at = wanted.findIndex((line, index) => line !== got[index]);
  const line = at < 0 ? wanted.length : at;
  return `${name} differs at line ${line + 1}\n  expected: ${wanted[line]}\n  actual:   ${got[line]}\nwhole ${name}:\n${actual}`;
}
