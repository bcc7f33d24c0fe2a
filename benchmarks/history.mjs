// benchmarks/history.json: what each recorded run measured, as ratios to CPython in that run, and docs/benchmarks.svg drawn from it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawChart } from './chart.mjs';
import { geometricMean, ratio } from './report.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const PATH = join(HERE, 'history.json');
const CHART = join(dirname(HERE), 'docs', 'benchmarks.svg');

/** Adds this run to the history (once a commit) and draws the page's picture anew. */
export function noteHistory(rows) {
  const ratios = {};
  for (const row of rows) {
    const value = ratio(row, 'cpython');
    if (value !== undefined) ratios[row.name] = Number(value.toPrecision(3));
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const run = { commit, date: new Date().toISOString().slice(0, 10), node: process.versions.node, ratios };
  const history = readHistory().filter((earlier) => earlier.commit !== commit);
  history.push(run);
  writeFileSync(PATH, `[\n${history.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`);
  writeFileSync(CHART, drawChart(ratios, means(history)));
}

function readHistory() {
  return existsSync(PATH) ? JSON.parse(readFileSync(PATH, 'utf8')) : [];
}

/** The geometric mean of each run over the figures that all runs have, so that added programs do not bend the line. */
function means(history) {
  const shared = Object.keys(history[0].ratios).filter((name) => history.every(({ ratios }) => name in ratios));
  return history.map(({ commit, date, ratios }) => ({
    commit,
    date,
    mean: geometricMean(shared.map((name) => ratios[name])),
  }));
}
