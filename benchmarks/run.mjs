// `npm run bench -- [options]`: the same programs under Taipan, CPython 3.14 and PyPy, in turns, several rounds.
//
//   --only a,b      only these programs        --own / --pyperformance   only ours, only theirs
//   --rounds N      processes each (3)         --budget S                seconds a process measures (2)
//   --no-pypy       leave PyPy out             --update                  write docs/benchmarks.md
//
// Every process measures repeatedly and reports each value; the best and the median over all rounds are compared.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../scripts/build.mjs';
import { taipanCommand } from '../scripts/lib/taipan-command.mjs';
import { installOracle } from '../scripts/oracle.mjs';
import { noteHistory } from './history.mjs';
import { ownPrograms, pyperformancePrograms } from './programs.mjs';
import { describeRow, summarise, writeReport } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    own: { type: 'boolean' },
    pyperformance: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
    budget: { type: 'string', default: '2' },
    'no-pypy': { type: 'boolean' },
    update: { type: 'boolean' },
  },
});
const SHIM = join(dirname(fileURLToPath(import.meta.url)), 'shim');
const TIME_LIMIT = 180_000;

ensureBuilt();
const oracle = installOracle((line) => console.error(line));
const runtimes = [
  { name: 'cpython', command: [oracle.python] },
  { name: 'taipan', command: taipanCommand() },
  { name: 'pypy', command: options['no-pypy'] || !oracle.pypy ? undefined : [oracle.pypy] },
].filter((runtime) => runtime.command);

const rows = [];
if (!options.only) rows.push(...measureStartup());
for (const program of programs()) rows.push(...measure(program));
console.log(summarise(rows));
if (options.update) {
  noteHistory(rows);
  writeReport(rows, { rounds: Number(options.rounds), budget: Number(options.budget) });
}

function programs() {
  const all = [...(options.pyperformance ? [] : ownPrograms()), ...(options.own ? [] : pyperformancePrograms())];
  const wanted = options.only?.split(',');
  return wanted ? all.filter(({ name, program }) => wanted.includes(name) || wanted.includes(program)) : all;
}

/** One row a benchmark name (a program may have several): values by runtime, or what went wrong. */
function measure({ name, program, file, args, packages }) {
  const found = new Map();
  const path = [SHIM, packages?.()].filter(Boolean).join(delimiter);
  const faults = {};
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const { name: runtime, command } of runtimes) {
      if (faults[runtime]) continue;
      const env = { ...process.env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1', BENCH_BUDGET: options.budget };
      const limits = { encoding: 'utf8', env, timeout: TIME_LIMIT, cwd: dirname(file) };
      const run = spawnSync(command[0], [...command.slice(1), file, ...args], limits);
      if (run.status !== 0) faults[runtime] = run.error?.code === 'ETIMEDOUT' ? 'time limit' : lastLine(run.stderr);
      for (const match of run.stdout.matchAll(/^\x1e([^\t]+)\t(.+)$/gm)) {
        if (!found.has(match[1])) found.set(match[1], {});
        (found.get(match[1])[runtime] ??= []).push(Number(match[2]));
      }
    }
  }
  if (found.size === 0) found.set(name, {});
  return [...found].map(([benchmark, values]) => {
    const row = { name: benchmark, program, values, faults };
    console.log(describeRow(row));
    return row;
  });
}

/** Time to run nothing: the interpreters and bare node, whose start is the floor. */
function measureStartup() {
  const commands = [
    ...runtimes.map(({ name, command }) => ({
      name,
      command: [...(name === 'taipan' ? asUsersStartIt(command) : command), '-c', 'pass'],
    })),
    { name: 'node', command: [process.execPath, '-e', '0'] },
  ];
  const values = {};
  for (let round = 0; round < 10; round++) {
    for (const { name, command } of commands) {
      const start = performance.now();
      spawnSync(command[0], command.slice(1));
      (values[name] ??= []).push((performance.now() - start) / 1000);
    }
  }
  const row = { name: 'start-up (-c pass)', values, faults: {} };
  console.log(describeRow(row));
  return [row];
}

/** By the file itself, which finds the engine's snapshot. */
function asUsersStartIt(command) {
  return process.platform === 'win32' ? command : [command.at(-1)];
}

function lastLine(text) {
  return text.trim().split('\n').at(-1)?.slice(0, 120) || 'ended without a word';
}
