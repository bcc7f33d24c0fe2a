// `npm run programs -- [--only a,b]`: programs nobody here wrote, unmodified, under CPython 3.14 and Taipan: small drivers in
// tests/programs/ over packages from PyPI, and pyperformance's programs run once. Their output must be the same.
//
// A driver names its packages in its first lines: `# needs: jinja2==3.1.6 markupsafe==3.0.4+compiled`.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pyperformancePrograms } from '../benchmarks/programs.mjs';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/python-files.mjs';
import { taipanCommand } from './lib/taipan-command.mjs';
import { fetchWheel } from './lib/wheels.mjs';
import { installOracle } from './oracle.mjs';

const { values: options } = parseArgs({ options: { only: { type: 'string' }, python: { type: 'string' } } });
const FOLDER = join(root, 'tests', 'programs');
const SHIM = join(root, 'benchmarks', 'shim');
const TIME_LIMIT = 300_000;

ensureBuilt();
const { python } = installOracle((line) => console.error(line));
const subject = options.python ? [options.python] : taipanCommand();
if (!subject) throw new Error('there is no command line to run yet');

const only = options.only?.split(',');
let failed = 0;
for (const program of [...drivers(), ...measured()]) {
  if (only && !only.includes(program.name)) continue;
  const wanted = await run([python], program);
  const got = await run(subject, program);
  const fault = compare(wanted, got);
  const times = `${wanted.seconds.toFixed(1)} s on CPython, ${got.seconds.toFixed(1)} s here`;
  console.log(`${fault ? 'FAIL' : 'ok  '} ${program.name} (${times})${fault ? `\n     ${fault}` : ''}`);
  if (fault) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;

function drivers() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.py'))
    .map((name) => {
      const file = join(FOLDER, name);
      const needs = /^# needs: (.*)$/m.exec(readFileSync(file, 'utf8'))[1].split(/\s+/);
      const path = () => needs.map(fetchNeed);
      return { name: name.slice(0, -3), file, args: [], path, comparable: (text) => text };
    });
}

function fetchNeed(need) {
  return fetchWheel(need.replace('+compiled', ''), { compiled: need.endsWith('+compiled') });
}

/** pyperformance's programs print only measured times here: that they run, and under which names, is compared. */
function measured() {
  const comparable = (text) => [...new Set(text.match(/^\x1e[^\t]+/gm))].join('\n');
  return pyperformancePrograms().map((program) => {
    const path = () => [SHIM, program.packages()].filter(Boolean);
    return { ...program, path, comparable };
  });
}

function run([program, ...flags], { file, args, path, comparable }) {
  const env = { ...process.env, PYTHONPATH: path().join(delimiter), PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' };
  Object.assign(env, { BENCH_BUDGET: '0', BENCH_MINIMUM: '1', PYTHON_COLORS: '0' });
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, [...flags, file, ...args], {
      cwd: dirname(file),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => (output[name] += text));
    }
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      resolve({ status: status ?? signal, stdout: comparable(output.stdout), stderr: output.stderr, seconds });
    });
  });
}

function compare(wanted, got) {
  if (wanted.status !== 0) return `CPython itself ended with ${wanted.status}: ${lastLine(wanted.stderr)}`;
  if (got.status !== 0) return `ended with ${got.status}: ${lastLine(got.stderr)}`;
  if (wanted.stdout === got.stdout) return undefined;
  const lines = got.stdout.split('\n');
  const at = wanted.stdout.split('\n').findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1}: ${wanted.stdout.split('\n')[at]?.slice(0, 200)}\n      here: ${lines[at]?.slice(0, 200)}`;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}
