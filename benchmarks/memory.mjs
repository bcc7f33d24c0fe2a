// `node benchmarks/memory.mjs [--only a,b]`: the highest resident set of each benchmark program under Taipan and CPython, above that of the
// bare runtime (`node -e 0`, `python -c pass`), as Linux counts it.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../scripts/build.mjs';
import { root } from '../scripts/lib/python-files.mjs';
import { findOracle } from '../scripts/oracle.mjs';
import { ownPrograms, pyperformancePrograms } from './programs.mjs';

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });
const SHIM = join(dirname(fileURLToPath(import.meta.url)), 'shim');
const TIME_LIMIT = 180_000;
const PRINT_PEAK = "print(*(line for line in open('/proc/self/status') if line.startswith('VmHWM')))";
const env = {
  ...process.env,
  PYTHONPATH: SHIM,
  PYTHONDONTWRITEBYTECODE: '1',
  BENCH_MEMORY: '1',
  BENCH_BUDGET: '0',
  BENCH_MINIMUM: '2',
};

ensureBuilt();
const cpython = findOracle().python;
const taipan = join(root, 'bin', 'taipan.mjs');
const node = peakOf(process.execPath, ['-p', "fs.readFileSync('/proc/self/status', 'utf8')"]);
const bare = { cpython: peakOf(cpython, ['-c', PRINT_PEAK]), taipan: peakOf(taipan, ['-c', PRINT_PEAK]) };
console.log(`bare: node ${node} MB, taipan ${bare.taipan} MB, cpython ${bare.cpython} MB\n`);

const ratios = [];
for (const { name, file, args } of programs()) {
  const ours = peakOf(taipan, [file, ...args]);
  const theirs = peakOf(cpython, [file, ...args]);
  if (ours === undefined || theirs === undefined) {
    console.log(`${name.padEnd(28)} ${ours === undefined ? 'taipan' : 'cpython'} failed`);
    continue;
  }
  const ratio = (ours - node) / Math.max(1, theirs - bare.cpython);
  ratios.push({ ratio, above: Math.max(1, ours - bare.taipan) / Math.max(1, theirs - bare.cpython) });
  console.log(`${name.padEnd(28)} taipan ${ours} MB  cpython ${theirs} MB  above bare: ${ratio.toFixed(2)} times`);
}
console.log(`\ngeometric mean above bare node: ${mean(ratios.map(({ ratio }) => ratio))} times CPython's`);
console.log(`geometric mean above \`-c pass\`: ${mean(ratios.map(({ above }) => above))} times`);

function programs() {
  const all = [...ownPrograms(), ...pyperformancePrograms()];
  const wanted = options.only?.split(',');
  return wanted ? all.filter(({ name }) => wanted.includes(name)) : all;
}

/** Megabytes; undefined when the program failed. */
function peakOf(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8', env, timeout: TIME_LIMIT, maxBuffer: 1 << 28 });
  const peak = /^VmHWM:\s*(\d+) kB/m.exec(run.stdout);
  return run.status === 0 && peak !== null ? Number((Number(peak[1]) / 1024).toFixed(1)) : undefined;
}

function mean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length).toFixed(2);
}
