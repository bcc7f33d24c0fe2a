// Turning measured values into rows, a summary and docs/benchmarks.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const PATH = join(dirname(HERE), 'docs', 'benchmarks.md');

export function describeRow({ name, values, faults }) {
  const times = Object.entries(values).map(([runtime, list]) => `${runtime} ${seconds(best(list))}`);
  const wrong = Object.entries(faults).map(([runtime, fault]) => `${runtime}: ${fault}`);
  return [name.padEnd(26), ...times, ...wrong].join('  ');
}

/** The geometric mean of how many times faster Taipan is, over the figures both sides have, and over the goal's programs. */
export function summarise(rows) {
  const part = (other) => {
    const ratios = rows.map((row) => ratio(row, other)).filter((value) => value !== undefined);
    if (ratios.length === 0) return undefined;
    const whose = other === 'cpython' ? "CPython's" : "PyPy's";
    return `${geometricMean(ratios).toFixed(2)} times ${whose} speed over ${ratios.length} figures`;
  };
  const parts = ['cpython', 'pypy'].map(part).filter(Boolean);
  return parts.length > 0 ? `geometric mean: ${parts.join(', ')}${goalText(rows)}` : 'nothing to compare';
}

/** How far the goal is: a program with several figures counts once, as their mean. */
function goalText(rows) {
  const named = readFileSync(join(HERE, 'goal.txt'), 'utf8').match(/^[^#\s]+/gm);
  const ratios = named.flatMap((program) => {
    const own = rows.filter((row) => row.program === program).map((row) => ratio(row, 'cpython'));
    return own.length > 0 && own.every((value) => value !== undefined) ? [geometricMean(own)] : [];
  });
  if (ratios.length < named.length) return '';
  const faster = ratios.filter((value) => value >= 1).length;
  return `. The ${named.length} programs of the goal: ${geometricMean(ratios).toFixed(2)} times CPython's speed; ${faster} of them not slower, the slowest ${Math.min(...ratios).toFixed(2)}`;
}

export function writeReport(rows, { rounds, budget }) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const date = new Date().toISOString().slice(0, 10);
  const startup = rows.find((row) => row.values.node);
  const lines = [
    '# Benchmarks',
    '',
    'The same programs under Taipan, CPython 3.14 and PyPy in one run, in turns. Times are the best of all rounds (median in',
    "brackets); the ratios say how many times faster Taipan is, by best times. Names are pyperformance's, or those of",
    '`benchmarks/programs/`. `npm run bench -- --update` rewrites this page.',
    '',
    `${date}, commit ${commit}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${rounds} rounds of ${budget} s.`,
    '',
    `${summarise(rows)}.`,
    '',
    '![Speed against CPython by program](benchmarks.svg)',
    '',
    '| program | Taipan | CPython | PyPy | × CPython | × PyPy |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(tableRow),
    '',
    ...(startup ? [`Bare \`node -e 0\` starts in ${seconds(best(startup.values.node))}.`, ''] : []),
  ];
  // What is written by hand below the table stays.
  const [, ...sections] = readFileSync(PATH, 'utf8').split(/^(?=## )/m);
  writeFileSync(PATH, [lines.join('\n'), ...sections].join('\n'));
}

function tableRow(row) {
  const cell = (runtime) => {
    if (row.faults[runtime]) return row.faults[runtime].replaceAll('|', '\\|');
    const list = row.values[runtime];
    return list ? `${seconds(best(list))} (${seconds(median(list))})` : '';
  };
  const times = (other) => ratio(row, other)?.toFixed(2) ?? '';
  return `| ${row.name} | ${cell('taipan')} | ${cell('cpython')} | ${cell('pypy')} | ${times('cpython')} | ${times('pypy')} |`;
}

/** How many times faster Taipan is than `other`, by best times; undefined where one of them has none. */
export function ratio({ values, faults }, other) {
  if (!values.taipan || !values[other] || faults.taipan || faults[other] || values.node) return undefined;
  return best(values[other]) / best(values.taipan);
}

export function geometricMean(ratios) {
  return Math.exp(ratios.reduce((sum, value) => sum + Math.log(value), 0) / ratios.length);
}

function best(values) {
  return Math.min(...values);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function seconds(value) {
  if (value >= 1) return `${value.toFixed(2)} s`;
  if (value >= 1e-3) return `${(value * 1e3).toPrecision(3)} ms`;
  return `${(value * 1e6).toPrecision(3)} µs`;
}
