// Running a case of tests/cli/cases.mjs and making its output comparable: paths of this clone and of the interpreter,
// and the name the program calls itself, are replaced.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './python-files.mjs';

const FOLDER = join(root, 'tests', 'cli', 'files');
const TIME_LIMIT = 180_000;
export const EXPECTED = join(root, 'tests', 'cli', 'expected.json');

/** `{status, stdout, stderr}` of a case; `hidden` are paths whose names mean nothing, longest first. */
export async function runCase(command, entry, hidden) {
  if (entry.shell === undefined) return runProgram([...command, ...entry.args], entry, FOLDER, hidden);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cli-')));
  try {
    cpSync(FOLDER, folder, { recursive: true });
    const env = { PYTHON: command.join(' '), PYTHONDONTWRITEBYTECODE: '', ...entry.env };
    return await runProgram(['sh', '-c', entry.shell], { ...entry, env }, folder, hidden);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runProgram([program, ...args], { stdin = '', env = {} }, folder, hidden) {
  const clean = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8', TZ: 'UTC', PYTHON_COLORS: '0' };
  const environment = { ...clean, PYTHONDONTWRITEBYTECODE: '1', COLUMNS: '80', ...env };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: environment });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => (output[name] += text));
    }
    child.on('error', reject);
    child.stdin.on('error', () => {}); // a program need not read what it is given
    child.stdin.end(stdin);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({
        status: status ?? signal,
        stdout: comparable(output.stdout, folder, hidden),
        stderr: comparable(output.stderr, folder, hidden),
      });
    });
  });
}

function comparable(text, folder, hidden) {
  const paths = [...hidden, [folder, '<here>']];
  return paths
    .reduce((result, [path, name]) => result.replaceAll(path, name), text)
    .replace(/ in \d+\.\d{3}s$/gm, ' in <time>')
    .replace(/( at) 0x[0-9a-f]+/g, '$1 <address>')
    .replace(/(File "<(?:stdlib|frozen [\w.]+)[^\n]*, line) \d+/g, '$1 <n>'); // other patch releases have other lines
}
