// Our trees against CPython's, recorded in tests/data/syntax (scripts/check-ast.mjs compares whole libraries).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dump } from '../../dist/compiler/1-syntax/ast/dump.js';
import { NODE_CLASSES } from '../../dist/compiler/1-syntax/ast/generated/table.js';
import { validate } from '../../dist/compiler/1-syntax/ast/validate.js';
import { parse } from '../../dist/compiler/1-syntax/parse.js';
import { foldConstant } from '../../dist/compiler/2-analysis/fold.js';
import { optimize } from '../../dist/compiler/2-analysis/optimize.js';

const cases = readCases('trees');

function readCases(name) {
  const text = readFileSync(new URL(`../data/syntax/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

for (const expected of cases) {
  const title = `${expected.mode} ${JSON.stringify(expected.source.slice(0, 60))}`;
  test(title, () => assert.deepEqual(outcome(expected), { tree: expected.tree, error: expected.error }));
}

/** CPython's side accepts or rejects; which error it is, is for tests/syntax-errors (but "incomplete" is ours). */
function outcome(expected) {
  const options = {
    typeComments: expected.type_comments,
    featureVersion: expected.feature_version,
    allowIncompleteInput: expected.incomplete,
    dontImplyDedent: expected.keep_dedent,
    lookupName: (name) => (name === 'DIGIT ONE' ? 0x31 : undefined),
  };
  try {
    const tree = parse(expected.source, '<case>', expected.mode, options);
    if (expected.optimize !== undefined) {
      optimize(tree, {
        optimize: expected.optimize,
        futureAnnotations: expected.source.includes('import annotations'),
      });
    }
    return { tree: dump(tree, { includeAttributes: true }), error: undefined };
  } catch (error) {
    if (error instanceof Error) throw error;
    const isIncomplete = error.kind === '_IncompleteInputError' || expected.error === '_IncompleteInputError';
    return { tree: undefined, error: isIncomplete ? error.kind : expected.error };
  }
}

test('constant expressions fold to what CPython makes of them, or not at all', () => {
  let folded = 0;
  for (const [source, value] of readCases('folds')) {
    const { body } = parse(source, '<fold>', 'eval');
    const constant = foldConstant(body);
    if (constant === undefined) continue;
    folded++;
    const ours = dump({ ...body, nodeType: 'Constant', value: constant, kind: undefined });
    if (value !== null) assert.equal(ours, `Constant(value=${value})`, source);
  }
  assert.ok(folded > 150, `${folded} folded`);
});

for (const [source, path, value, error] of readCases('bad-trees')) {
  test(`${source} with ${JSON.stringify(value)} at ${path.join('.')}`, () => {
    const tree = parse(source, '<tree>', 'exec');
    const last = path.at(-1);
    const owner = path.slice(0, -1).reduce((node, step) => node[step], tree);
    owner[last] = value?.expr === undefined ? (value ?? undefined) : parse(value.expr, '<node>', 'eval').body;
    if (Array.isArray(value)) owner[last] = value.map((item) => item ?? undefined);
    const { kind, message } = error === null ? {} : { kind: error[0], message: error[1] };
    if (error === null) validate(tree);
    else assert.throws(() => validate(tree), { kind, message });
  });
}

test('the cases make every node there is', () => {
  const text = cases.map((expected) => expected.tree ?? '').join('\n');
  const missing = NODE_CLASSES.filter(({ kind }) => kind === 'node' || kind === 'constant')
    .map(({ name }) => name)
    .filter((name) => !new RegExp(`\\b${name}\\(`).test(text));
  assert.deepEqual(missing, []);
});

test('long and deep programs end in a tree or in an error, not in a crash', () => {
  const sum = parse(Array(20_000).fill('a').join(' + '), '<long>', 'eval');
  assert.equal(sum.body.nodeType, 'BinOp');
  const chain = parse(`if a: b\n${'elif a: b\n'.repeat(3000)}`, '<long>', 'exec');
  assert.equal(chain.body[0].orelse[0].nodeType, 'If');
  for (const source of ['-'.repeat(7000), 'not '.repeat(7000), 'lambda: '.repeat(4000), 'a if b else '.repeat(7000)]) {
    assert.throws(() => parse(`${source}1`, '<deep>', 'eval'), { kind: 'MemoryError' });
  }
  for (const source of [`${'-'.repeat(5000)}1 1`, `${'('.repeat(190)}1 1${')'.repeat(190)}`]) {
    assert.throws(() => parse(source, '<deep>', 'eval'), { kind: 'SyntaxError' });
  }
  assert.throws(() => parse(`${'('.repeat(201)}${')'.repeat(201)}`, '<deep>', 'eval'), {
    message: 'too many nested parentheses',
  });
});
