// Holds every property of every code point against CPython 3.14: prints the blocks
// whose digests differ. The properties CPython is asked for are those of check-unicode.py. With --record: keeps digests for `npm test`.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { digest, isKnown } from '../tests/support/unicode-properties.mjs';
import { findOracle } from './oracle.mjs';

const isRecording = process.argv.includes('--record');
const size = isRecording ? 0x20000 : 0x1000;
const { stdout } = spawnSync(
  findOracle()?.python ?? 'python3.14',
  ['scripts/check-unicode.py', String(size), isRecording ? String(size) : String(0x110000)],
  { encoding: 'utf8', maxBuffer: 2 ** 28 },
);
if (isRecording) writeFileSync('tests/data/unicode-digests.txt', stdout);
const wrong = [];
let checked = 0;
for (const line of stdout.trim().split('\n')) {
  const [name, start, expected] = line.split(' ');
  if (!isKnown(name) || digest(name, Number.parseInt(start, 16), size) !== expected) wrong.push(`${name} ${start}`);
  checked++;
}
console.log(`${checked} blocks, wrong: ${wrong.join(', ') || 'none'}`);
process.exitCode = wrong.length === 0 && checked > 1 ? 0 : 1;
