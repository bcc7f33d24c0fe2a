// Compares our number cores with CPython over random operands, or records a sample for the unit tests.
//   node scripts/compare/numbers.mjs [KIND…] [--seed=N] [--count=N]     kinds: the programs in scripts/compare/numbers
//   node scripts/compare/numbers.mjs --record                           writes tests/unit/numeric/recorded
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkers, ulps } from '../../tests/unit/numeric/checkers.mjs';
import { findOracle } from '../oracle.mjs';

const options = new Map(
  process.argv
    .slice(2)
    .filter((argument) => argument.startsWith('--'))
    .map((argument) => argument.slice(2).split('=')),
);
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const kinds = named.length > 0 ? named : Object.keys(checkers);
const recording = options.has('record');
const FOLDER = 'tests/unit/numeric/recorded';
const SAMPLE = { streams: 150 };

/** Runs the program of a kind; `each` gets its lines. */
async function lines(kind, seed, count, each) {
  const program = `scripts/compare/numbers/${kind}.py`;
  const child = spawn(findOracle().python, [program, String(seed), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) each(line);
}

async function record(kind) {
  mkdirSync(FOLDER, { recursive: true });
  const file = createWriteStream(`${FOLDER}/${kind}.txt`);
  await lines(kind, 1, SAMPLE[kind] ?? 1200, (line) => file.write(`${line}\n`));
  file.end();
}

async function compare(kind) {
  const { check, close } = checkers[kind];
  const counts = new Map();
  await lines(kind, Number(options.get('seed') ?? 1), Number(options.get('count') ?? 20000), (line) => {
    const result = check(line);
    if (result === undefined) return;
    const [operation, got, want] = result;
    const count = counts.get(operation) ?? { all: 0, near: 0, wrong: 0 };
    counts.set(operation, count);
    count.all++;
    if (got === want) return;
    if (close > 0 && ulps(got, want) <= close) count.near++;
    else if (count.wrong++ < 3) console.log(`${operation}: ${line.slice(0, 300)}\n  ours    ${got}\n  CPython ${want}`);
  });
  let wrong = 0;
  for (const [operation, count] of counts) {
    wrong += count.wrong;
    if (count.near + count.wrong > 0) console.log(`${kind} ${operation}: ${JSON.stringify(count)}`);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count.all, 0);
  console.log(`${kind}: ${all} compared, ${wrong} wrong`);
  return wrong;
}

let wrong = 0;
for (const kind of kinds) wrong += recording ? await record(kind).then(() => 0) : await compare(kind);
process.exitCode = wrong > 0 ? 1 : 0;
