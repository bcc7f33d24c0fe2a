// SyntaxWarnings of the parser: words, lines, order, and where the error points that the filter "error" makes of one.
// Expectations are CPython 3.14's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../dist/compiler/1-syntax/parse.js';
import { warningToError } from '../../dist/compiler/diagnostics/syntax-error.js';

const ESCAPE = 'Such sequences will not work in the future. Did you mean "\\\\%"? A raw string is also an option.';
const escape = (what, octal = '') => `"\\${what}" is an invalid ${octal}escape sequence. ${ESCAPE.replace('%', what)}`;

/** What a program warns of, as [message, line]; a rejected program warns too. */
function warningsOf(source) {
  const found = [];
  try {
    parse(source, '<test>', 'exec', { warn: ({ message, lineno }) => void found.push([message, lineno]) });
  } catch (error) {
    if (error instanceof Error) throw error;
  }
  return found;
}

/** Where the error is that the first warning becomes: "line:offset-endOffset". */
function errorOf(source) {
  const warn = (warning) => {
    throw warningToError(warning);
  };
  try {
    parse(source, '<test>', 'exec', { warn });
  } catch (error) {
    if (error instanceof Error) throw error;
    return `${error.lineno}:${error.offset}-${error.endOffset} ${error.message}`;
  }
  return undefined;
}

test('an invalid escape is reported once a string, on its line', () => {
  assert.deepEqual(warningsOf("x = 'a\\d\\e' '\\q'\n"), [
    [escape('d'), 1],
    [escape('q'), 1],
  ]);
  assert.deepEqual(warningsOf("'''a\n\\d\n'''"), [[escape('d'), 2]]);
  assert.deepEqual(warningsOf("b'\\400'"), [[escape('400', 'octal '), 1]]);
  assert.deepEqual(warningsOf("'\\é \\\n \\x41' rb'\\d'"), []);
});

test('f-strings: braces first, then the pieces as the literal ends', () => {
  assert.deepEqual(warningsOf("f'\\d{x}\\{y}\\d'"), [
    [escape('{'), 1],
    [escape('d'), 1],
    [escape('d'), 1],
  ]);
  assert.deepEqual(warningsOf("f'{x:\\d}' rf'\\d{x:\\e}\\{x}'"), [[escape('d'), 1]]);
});

test('a number may run into a keyword, with a warning', () => {
  assert.deepEqual(warningsOf("'\\d'; 1if 0x1or 2else 1jin x"), [
    [escape('d'), 1],
    ['invalid decimal literal', 1],
    ['invalid hexadecimal literal', 1],
    ['invalid decimal literal', 1],
    ['invalid imaginary literal', 1],
  ]);
});

test('a trial that fails does not warn twice', () => {
  assert.deepEqual(warningsOf("with ('\\d'), b: pass"), [[escape('d'), 1]]);
});

test('a rejected program warns of what CPython reads', () => {
  assert.deepEqual(warningsOf("'\\d'\nx y\n'\\e'; 1if z else 2"), [
    [escape('d'), 1],
    ['invalid decimal literal', 3],
  ]);
});

test('as errors they point into the literal', () => {
  const wording = (what, octal = '') =>
    `"\\${what}" is an invalid ${octal}escape sequence. Did you mean "\\\\${what}"? A raw string is also an option.`;
  assert.equal(errorOf("x=5;'a\\d\\e'"), `1:7-9 ${wording('d')}`);
  assert.equal(errorOf("'''\n\\d'''"), `2:1-3 ${wording('d')}`);
  assert.equal(errorOf("xx = b'ab\\777'"), `1:8-10 ${wording('777', 'octal ')}`);
  assert.equal(errorOf("x=1\ny = f'\\{x}'"), `2:8-8 ${wording('{')}`);
  assert.equal(errorOf("x='€€\\d'"), `1:10-10 ${wording('d')}`);
  assert.equal(errorOf('a+1if 2 else 3'), '1:3-3 invalid decimal literal');
});

test('a worse error later in the characters comes before one in a literal', () => {
  assert.equal(errorOf("'\\d' )"), "1:6-6 unmatched ')'");
  assert.equal(errorOf("x = '\\d'\n0x1for x in y"), '2:4-4 invalid hexadecimal literal');
});
