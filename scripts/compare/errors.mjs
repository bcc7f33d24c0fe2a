// Compares what we say of programs CPython's parser rejects: kind, message, position, text and the metadata behind
// traceback.py's suggestions. Prints the differences and the share that agrees.
//   node scripts/compare/errors.mjs suite [FILE ...]         programs in CPython's test suite (eval and single too, for
//                                                            files named)
//   node scripts/compare/errors.mjs tokens|chars COUNT SEED  statements of its library, mutated
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parse } from '../../dist/compiler/1-syntax/parse.js';
import { findOracle } from '../oracle.mjs';

const script = fileURLToPath(new URL('rejected_programs.py', import.meta.url));
const child = spawn(findOracle().python, [script, ...process.argv.slice(2)], { stdio: ['ignore', 'pipe', 'inherit'] });

let total = 0;
let same = 0;
for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
  const { source, mode, error } = JSON.parse(line);
  // Names in \N{...} are the runtime's business; the compiler is run without a look-up here.
  if (/\\N\{/.test(source)) continue;
  total++;
  const want = JSON.stringify(Object.values(error));
  const got = judge(source, mode);
  if (got === want) same++;
  else console.log(`${JSON.stringify(source)} ${mode}\n  CPython ${want}\n  ours    ${got}`);
}
console.log(`${same} of ${total} agree (${((100 * same) / total).toFixed(2)} %)`);
process.exitCode = same === total ? 0 : 1;

function judge(source, mode) {
  try {
    parse(source, '<test>', mode);
    return 'accepted';
  } catch (error) {
    if (error instanceof Error) return error.stack;
    const { kind, message, lineno, offset, endLineno, endOffset, text, metadata } = error;
    const hint = metadata && [metadata.lineno, metadata.colOffset, metadata.source];
    return JSON.stringify([kind, message, lineno, offset, endLineno, endOffset, text, hint].map((v) => v ?? null));
  }
}
