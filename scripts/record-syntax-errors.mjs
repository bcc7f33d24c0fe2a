// Writes CPython's verdicts into tests/syntax-errors/*.txt: run it after adding programs there.
// node scripts/record-syntax-errors.mjs PYTHON
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { chunkFiles, readChunks, verdictOf, writeChunks } from '../tests/syntax-errors/chunks.mjs';

const python = process.argv[2];
for (const name of chunkFiles()) {
  const path = new URL(`../tests/syntax-errors/${name}`, import.meta.url);
  const comment = readFileSync(path, 'utf8').split(/^---/m)[0];
  const chunks = readChunks(name);
  const requests = chunks.map(({ mode, source }) => JSON.stringify({ mode, source, parse_only: true }));
  const oracle = new URL('../tests/syntax-errors/oracle.py', import.meta.url).pathname;
  const run = spawnSync(python, [oracle], { input: requests.join('\n') + '\n', encoding: 'utf8', maxBuffer: 2 ** 28 });
  const answers = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const judged = chunks.map((chunk, i) => {
    const { error } = answers[i];
    if (error === null) throw new Error(`CPython accepts this program of ${name}:\n${chunk.source}`);
    return { ...chunk, verdict: verdictOf(error) };
  });
  writeFileSync(path, writeChunks(comment, judged));
  console.log(`${name}: ${judged.length} programs`);
}
