// `npm run fuzz -- [options]`: random snippets on CPython 3.14 and on Taipan; what differs is shrunk and saved.
//
//   --seed N      the first seed (default: the clock)       --batches N   how many batches (10)
//   --size N      snippets a batch (150)                     --python CMD  compare another interpreter with CPython
//   --keep N      stop after so many differences (10)
//
// A batch is one program: each snippet a function, whose result or error becomes a line. Reproducers: build/fuzz/*.py.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { makeGenerator } from './fuzz/generate.mjs';
import { makeRandom } from './fuzz/random.mjs';
import { renderBlock, smaller } from './fuzz/tree.mjs';
import { root } from './lib/python-files.mjs';
import { taipanCommand } from './lib/taipan-command.mjs';
import { installOracle } from './oracle.mjs';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    batches: { type: 'string', default: '10' },
    size: { type: 'string', default: '150' },
    keep: { type: 'string', default: '10' },
    python: { type: 'string' },
  },
});
const FOLDER = join(root, 'build', 'fuzz');
const SHRINK_ROUNDS = 60;
const SHRINK_WIDTH = 150;
const PROLOGUE = `import sys
sys.stdout.reconfigure(encoding='utf-8', errors='backslashreplace') if hasattr(sys.stdout, 'reconfigure') else None
FLUSH = {'flush': True} if hasattr(sys.stdout, 'flush') else {}

def show(number, snippet):
    try:
        text = repr(snippet())
    except Exception as error:
        text = type(error).__name__ + ': ' + str(error)
    if ' at 0x' in text:
        text = text[:text.index(' at 0x')]
    print(number, text[:2000].replace('\\n', '\\\\n'), **FLUSH)
`;

ensureBuilt();
const { python } = installOracle((line) => console.error(line));
const reference = [python];
const subject = options.python ? [options.python] : taipanCommand();
if (!subject) throw new Error('there is no command line to run yet');
mkdirSync(FOLDER, { recursive: true });

let kept = 0;
let compared = 0;
for (let batch = 0; batch < Number(options.batches) && kept < Number(options.keep); batch++) {
  const seed = Number(options.seed) + batch;
  const generator = makeGenerator(makeRandom(seed));
  const snippets = onlyValid(
    Array.from({ length: Number(options.size) }, (_, index) =>
      index % 3 === 2 ? generator.program() : generator.expression(),
    ),
  );
  compared += snippets.length;
  const wanted = runBatch(reference, snippets);
  const got = runBatch(subject, snippets);
  for (let index = 0; index < snippets.length && kept < Number(options.keep); index++) {
    if (wanted.get(index) === got.get(index)) continue;
    keep(`${seed}-${index}`, shrink(snippets[index]));
    kept++;
  }
}
console.log(`${compared} snippets from seed ${options.seed}: ${kept} differences kept in build/fuzz`);
process.exitCode = kept > 0 ? 1 : 0;

/** The snippets CPython compiles: one syntax error would keep a whole batch from running. */
function onlyValid(snippets) {
  const program = `import sys, warnings
warnings.simplefilter('ignore')
for number, source in enumerate(sys.stdin.buffer.read().decode().split('\\0')):
    try:
        compile(source, 'snippet', 'exec')
        print(number)
    except SyntaxError:
        pass
`;
  const input = snippets.map((snippet) => `def s():\n${renderBlock(snippet, '    ')}`).join('\0');
  const { stdout } = spawnSync(python, ['-c', program], { input, encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((number) => snippets[Number(number)]);
}

/** Index to output line. A snippet that ends or breaks the process has none; the others get theirs in further runs. */
function runBatch(command, snippets) {
  const lines = new Map();
  const pending = [[0, snippets.length]];
  for (let range = pending.pop(); range; range = pending.pop()) {
    const [from, to] = range;
    runOnce(command, snippets, from, to, lines);
    let next = from;
    while (lines.has(next)) next++;
    if (next >= to || to - from === 1) continue;
    if (next > from) pending.push([next + 1, to]);
    else pending.push([from, (from + to) >> 1], [(from + to) >> 1, to]);
  }
  return lines;
}

function runOnce(command, snippets, from, to, lines) {
  const file = join(FOLDER, `batch-${process.pid}.py`);
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const functions = numbers.map((number) => `def s${number}():\n${renderBlock(snippets[number], '    ')}`);
  const calls = numbers.map((number) => `show(${number}, s${number})\n`);
  writeFileSync(file, `${PROLOGUE}\n${functions.join('\n')}\n${calls.join('')}`);
  const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONWARNINGS: 'ignore' };
  const limits = { encoding: 'utf8', timeout: 60_000, env, maxBuffer: 1 << 28 };
  const { stdout } = spawnSync(command[0], [...command.slice(1), file], limits);
  for (const match of stdout.matchAll(/^(\d+) (.*)$/gm)) lines.set(Number(match[1]), match[2]);
}

/** The smallest snippet found that still differs: tries many cuts at once, takes the first that keeps the difference. */
function shrink(snippet) {
  let current = snippet;
  for (let round = 0; round < SHRINK_ROUNDS; round++) {
    const cuts = [];
    for (const cut of smaller(current)) {
      if (cuts.push(cut) === SHRINK_WIDTH) break;
    }
    cuts.splice(0, cuts.length, ...onlyValid(cuts));
    const wanted = runBatch(reference, cuts);
    const got = runBatch(subject, cuts);
    const next = cuts.find((_, index) => wanted.get(index) !== undefined && wanted.get(index) !== got.get(index));
    if (!next) return current;
    current = next;
  }
  return current;
}

function keep(name, snippet) {
  const wanted = runBatch(reference, [snippet]).get(0);
  const got = runBatch(subject, [snippet]).get(0) ?? '(no output)';
  const body = renderBlock(snippet, '    ');
  writeFileSync(
    join(FOLDER, `${name}.py`),
    `${PROLOGUE}\ndef s0():\n${body}\nshow(0, s0)\n# CPython: ${wanted}\n# Taipan:  ${got}\n`,
  );
  console.log(`--- build/fuzz/${name}.py\n${body}  CPython: ${wanted}\n  Taipan:  ${got}`);
}
