// `node scripts/differential.mjs numbers [count] [seed]`: runs scripts/differential/numbers.py with CPython 3.14 and holds our functions against every case. With --record: writes a small set to tests/data/text.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { mismatch } from '../tests/support/cases.mjs';
import { textFunctions } from '../tests/support/text-functions.mjs';
import { findOracle } from './oracle.mjs';

const python = findOracle()?.python ?? 'python3.14';
const options = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const [topic, count = '2000', seed = '1'] = options;

if (process.argv.includes('--record')) record();
else await compare();

function record() {
  const { stdout } = spawnSync(python, [`scripts/differential/${topic}.py`, count, seed], { maxBuffer: 2 ** 28 });
  writeFileSync(`tests/data/text/${topic}.jsonl`, stdout);
}

async function compare() {
  const child = spawn(python, [`scripts/differential/${topic}.py`, count, seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let total = 0;
  const wrong = new Map();
  for await (const line of createInterface({ input: child.stdout })) {
    const parsed = JSON.parse(line);
    total++;
    const difference = mismatch(textFunctions, parsed);
    if (difference === null) continue;
    const seen = wrong.get(parsed[0]) ?? 0;
    wrong.set(parsed[0], seen + 1);
    if (seen < 6) console.log(difference.replace(/.{500,}/g, (line) => line.slice(0, 500) + '...'));
  }
  console.log(`${topic}: ${total} cases, wrong: ${JSON.stringify(Object.fromEntries(wrong))}`);
  process.exitCode = wrong.size === 0 && total > 0 ? 0 : 1;
}
