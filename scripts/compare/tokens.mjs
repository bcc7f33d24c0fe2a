// Compares our `tokenize` tokens with CPython's over every .py file below the oracle's library, or below a folder given.
//   node scripts/compare/tokens.mjs [--plain] [FOLDER]    --plain: the parser's tokens (extra_tokens=False)
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { extraTokens, plainTokens } from '../../dist/compiler/1-syntax/tokenizer/extra-tokens.js';
import { findOracle } from '../oracle.mjs';

const plain = process.argv.includes('--plain');
const lex = plain ? plainTokens : extraTokens;
const DUMP = `
EXTRA = ${plain ? 'False' : 'True'}
import io, json, sys, _tokenize
for path in sys.stdin:
    path = path.rstrip("\\n")
    tokens, error, text = [], None, None
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
    except UnicodeDecodeError:
        with open(path, encoding="latin-1", newline="") as file:
            text = file.read()
    text = text.replace("\\r\\n", "\\n").replace("\\r", "\\n") if "\\r" in text.replace("\\r\\n", "") else text
    try:
        for t in _tokenize.TokenizerIter(io.StringIO(text, newline="").readline, extra_tokens=EXTRA):
            tokens.append([t[0], t[1], *t[2], *t[3], t[4]])
    except SyntaxError as e:
        error = [type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset]
    print(json.dumps([text, tokens, error]), flush=True)
`;

const oracle = findOracle();
const folder = process.argv.slice(2).find((argument) => argument !== '--plain') ?? oracle.stdlib;
const files = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.py') && existsSync(join(folder, file)))
  .map((file) => join(folder, file));
const child = spawn(oracle.python, ['-c', DUMP], { stdio: ['pipe', 'pipe', 'inherit'] });
child.stdin.end(files.join('\n') + '\n');

let index = 0;
let different = 0;
let total = 0;
for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
  const [text, tokens, error] = JSON.parse(line);
  const problem = compare(text, tokens, error);
  total += tokens.length;
  if (problem !== undefined) {
    different++;
    console.log(`${files[index]}: ${problem}`);
  }
  index++;
}
console.log(`${index} files, ${total} tokens, ${different} files differ`);
process.exitCode = different === 0 && index === files.length ? 0 : 1;

function compare(text, expected, expectedError) {
  let at = 0;
  try {
    const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    let next = 0;
    for (const t of lex(() => lines[next++] ?? '')) {
      const got = JSON.stringify([t.type, t.string, t.lineno, t.col, t.endLineno, t.endCol, t.line]);
      const want = JSON.stringify(expected[at]);
      if (got !== want) return `token ${at}: expected ${want}, got ${got}`;
      at++;
    }
  } catch (e) {
    if (at < expected.length) return `stopped at token ${at} of ${expected.length}: ${e.message}`;
    const none = (value) => (value === undefined ? null : value);
    const got = [e.kind, e.message, e.lineno, e.offset, e.text, e.endLineno, e.endOffset].map(none);
    return JSON.stringify(got) === JSON.stringify(expectedError)
      ? undefined
      : `expected ${JSON.stringify(expectedError)}, got ${JSON.stringify(got)}`;
  }
  if (expectedError !== null) return `no error, expected ${JSON.stringify(expectedError)}`;
  return at === expected.length ? undefined : `${at} tokens, expected ${expected.length}`;
}
