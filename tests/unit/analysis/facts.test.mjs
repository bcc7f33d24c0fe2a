// Facts for code generation that CPython has no table of: future imports, bindings per variable, certain bindings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walk } from '../../../dist/compiler/1-syntax/ast/walk.js';
import { parse } from '../../../dist/compiler/1-syntax/parse.js';
import { analyze, preprocess } from '../../../dist/compiler/2-analysis/analyze.js';

function analyse(source, options = {}) {
  const tree = parse(source, '<s>', 'exec');
  return analyze(tree, { filename: '<s>', ...options });
}

function errorOf(source, check = analyse) {
  try {
    check(source);
  } catch (error) {
    return `${error.message} ${error.lineno}:${error.offset}-${error.endLineno}:${error.endOffset}`;
  }
  return undefined;
}

test('future imports are refused with CPython texts and places', () => {
  const late = 'from __future__ imports must occur at the beginning of the file';
  const expected = {
    'from __future__ import braces': 'not a chance 1:24-1:30',
    'from __future__ import foo': 'future feature foo is not defined 1:24-1:27',
    'from __future__ import *': 'future feature * is not defined 1:24-1:25',
    'from __future__ import division as d, foo as c': 'future feature foo is not defined 1:39-1:47',
    'x=1\nfrom __future__ import annotations': `${late} 2:1-2:35`,
    '"a"\nfrom __future__ import annotations': undefined,
  };
  for (const [source, error] of Object.entries(expected)) assert.equal(errorOf(source), error, source);
});

test('ast.parse reports unknown features and jumps out of finally, but not what only the compiler refuses', () => {
  const warnings = [];
  const check = (source) =>
    preprocess(parse(source, '<s>', 'exec'), { filename: '<s>', warn: (w) => warnings.push(w.message) });
  assert.equal(errorOf('from __future__ import foo', check), 'future feature foo is not defined 1:24-1:27');
  assert.equal(errorOf('return', check), undefined);
  check('def f():\n try: pass\n finally: return');
  assert.deepEqual(warnings, ["'return' in a 'finally' block"]);
});

test('a warning sink that throws stops the analysis', () => {
  const stop = { stop: true };
  const warn = () => {
    throw stop;
  };
  assert.throws(
    () => analyse('x is 1', { warn }),
    (error) => error === stop,
  );
});

test('errors carry the source line when the caller has it', () => {
  try {
    analyse('pass\nreturn\n', { lineText: (line) => ['pass\n', 'return\n'][line - 1] });
    assert.fail();
  } catch (error) {
    assert.equal(error.text, 'return\n');
  }
});

test('symbols know how they are bound', () => {
  const source = `
def f(a, b):
    once = a
    twice = 1
    twice = 2
    for looped in a: pass
    def g():
        nonlocal shared
        shared = once
        return b
    shared = 1
    del b
`;
  const { symbols } = analyse(source).top.children.find((scope) => scope.kind === 'function');
  const facts = (name) => {
    const { assignments, isRebound, isAssignedInLoop, isAssignedByNested, isUsedByNested, isDeletedSomewhere } =
      symbols.get(name);
    const flags = { isRebound, isAssignedInLoop, isAssignedByNested, isUsedByNested, isDeletedSomewhere };
    return [assignments, ...Object.keys(flags).filter((flag) => flags[flag])];
  };
  assert.deepEqual(facts('a'), [1]);
  assert.deepEqual(facts('once'), [1, 'isUsedByNested']);
  assert.deepEqual(facts('twice'), [2, 'isRebound']);
  assert.deepEqual(facts('looped'), [1, 'isRebound', 'isAssignedInLoop']);
  assert.deepEqual(facts('shared'), [2, 'isRebound', 'isAssignedByNested', 'isUsedByNested']);
  assert.deepEqual(facts('b'), [1, 'isUsedByNested', 'isDeletedSomewhere']);
});

/** Lines `name@line` of the loads that need a check. */
function unsure(source) {
  const analysis = analyse(source);
  const found = [];
  for (const node of walk(analysis.top.node)) {
    if (node.nodeType !== 'Name' || node.ctx === 'Store' || analysis.boundNames.has(node)) continue;
    if (/^[xyz]$/.test(node.id)) found.push(`${node.id}@${node.lineno}`);
  }
  return found;
}

test('definite assignment', () => {
  const cases = [
    ['def f(x):\n return x', []],
    ['def f():\n x\n x = 1', ['x@2']],
    ['def f(a):\n if a: x = 1\n else: x = 2\n return x', []],
    ['def f(a):\n if a: x = 1\n return x', ['x@3']],
    ['def f(a):\n if a: x = 1\n else: raise a\n return x', []],
    ['def f(a):\n for x in a: x\n return x', ['x@3']],
    ['def f(a):\n while True:\n  x = 1\n  if a: break\n return x', []],
    ['def f(a):\n while a():\n  x = 1\n return x', ['x@4']],
    ['def f(x):\n for i in x:\n  x\n  del x', ['x@3']],
    ['def f(x):\n for i in x:\n  del x', ['x@3']],
    ['def f(a):\n try: x = a()\n except E: pass\n return x', ['x@4']],
    ['def f(a):\n try: x = a()\n except E: return\n return x', []],
    ['def f(a):\n try: x = a()\n finally: x\n return x', ['x@3']],
    ['def f(a):\n try: pass\n finally: x = 1\n return x', []],
    ['def f(a):\n with a as x: y = 1\n return x, y', ['y@3']],
    ['def f(a):\n with a as (x, y): pass\n return x', ['x@3']],
    ['def f(a):\n try: a()\n except E as x: x\n return x', ['x@4']],
    ['def f(a):\n match a:\n  case [x]: x\n  case _: x = 1\n return x', []],
    ['def f(a):\n match a:\n  case [x]: pass\n return x', ['x@4']],
    ['def f(a):\n return (x := a) and (y := x), x, y', ['y@2']],
    ['def f(a):\n return [x for x in a if x], [y := 1 for z in a if z], y', ['y@2']],
    ['def f(x):\n return lambda: x', []],
    ['def f():\n x = 1\n def g(): return x\n return g', []],
    ['def f():\n def g(): return x\n x = 1\n return g', ['x@2']],
    ['def f():\n def x(): return x()\n return x', []],
    ['def f():\n @d\n def x(): return x()\n return x', ['x@3']],
    ['def f(x):\n def g():\n  nonlocal x\n  del x\n g()\n return x', ['x@4', 'x@6']],
    ['def f(x):\n x += 1\n y += 1', []],
  ];
  for (const [source, expected] of cases) assert.deepEqual(unsure(source), expected, source);
});

test('long chains do not exhaust the stack', () => {
  const n = 2500;
  for (const source of [`if a: b\n${'elif a: b\n'.repeat(n)}`, `a${'.b'.repeat(n)}`, `a${'+a'.repeat(n)}`]) {
    assert.equal(errorOf(source), undefined);
  }
});
