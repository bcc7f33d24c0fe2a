// The tokenizer room from outside: tokens, positions, literals, source encodings. Expectations are CPython 3.14's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeSource, SourceDecodeError } from '../../dist/compiler/1-syntax/tokenizer/decode-source.js';
import { decodeBytesEscapes, decodeUnicodeEscapes } from '../../dist/compiler/1-syntax/tokenizer/escapes.js';
import { extraTokens, plainTokens } from '../../dist/compiler/1-syntax/tokenizer/extra-tokens.js';
import { identifierName } from '../../dist/compiler/1-syntax/tokenizer/identifiers.js';
import { parseNumber } from '../../dist/compiler/1-syntax/tokenizer/number-literals.js';
import { SourceText } from '../../dist/compiler/1-syntax/tokenizer/source-text.js';
import { KW, T } from '../../dist/compiler/1-syntax/tokenizer/token.js';
import { tokenize } from '../../dist/compiler/1-syntax/tokenizer/tokenize.js';

const types = (source, options) => tokenize(source, '<test>', options).tokens.map((token) => token.type);
const bytes = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));

test('the parser sees keywords, exact operators and blocks', () => {
  assert.deepEqual(types('if x:\n  y **= 1 # c\n\nz'), [
    ...[KW.IF, T.NAME, T.COLON, T.NEWLINE, T.INDENT, T.NAME, T.DOUBLESTAREQUAL, T.NUMBER, T.NEWLINE],
    ...[T.DEDENT, T.NAME, T.NEWLINE, T.ENDMARKER],
  ]);
  assert.deepEqual(types('match: int'), [T.NAME, T.COLON, T.NAME, T.NEWLINE, T.ENDMARKER]);
});

test('f-strings come apart, with doubled braces written once', () => {
  const { tokens } = tokenize("f'a{{{x!r:>{w}}}}'", '<test>');
  assert.deepEqual(
    tokens.slice(0, -2).map(({ string }) => string),
    ["f'", 'a{', '{', 'x', '!', 'r', ':', '>', '{', 'w', '}', '', '}', '}', "'"],
  );
});

test('type comments are tokens when asked for', () => {
  assert.deepEqual(types('x = 1 # type: int\n', { typeComments: true }), [
    ...[T.NAME, T.EQUAL, T.NUMBER, T.TYPE_COMMENT, T.NEWLINE, T.ENDMARKER],
  ]);
  assert.deepEqual(types('# type: ignore[x]\n', { typeComments: true }), [T.TYPE_IGNORE, T.ENDMARKER]);
  assert.deepEqual(types('# type: ignored\n', { typeComments: true }), [T.TYPE_COMMENT, T.NEWLINE, T.ENDMARKER]);
});

test('an error waits behind the tokens before it', () => {
  const { tokens, error } = tokenize('x = 1_', '<test>');
  assert.deepEqual(
    tokens.map(({ type }) => type),
    [T.NAME, T.EQUAL, T.ERRORTOKEN],
  );
  assert.equal(error.message, 'invalid decimal literal');
});

function lines(text) {
  const left = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return () => left.shift() ?? '';
}

test('tokenize sees comments, NL, physical lines and character columns', () => {
  const rows = [...extraTokens(lines("é = '''\n'''  # c\r\n\r\n"))].map((t) => [
    t.type,
    t.string,
    t.col,
    t.endCol,
    t.line,
  ]);
  assert.deepEqual(rows, [
    [T.NAME, 'é', 0, 1, "é = '''\n"],
    [T.OP, '=', 2, 3, "é = '''\n"],
    [T.STRING, "'''\n'''", 4, 3, "é = '''\n'''  # c\r\n"],
    [T.COMMENT, '# c', 5, 8, "'''  # c\r\n"],
    [T.NEWLINE, '\r\n', 8, 10, "'''  # c\r\n"],
    [T.NL, '\r\n', 0, 2, '\r\n'],
    [T.ENDMARKER, '', 0, 0, ''],
  ]);
  assert.deepEqual(
    [...plainTokens(lines('if x: y\n'))].map((t) => t.type),
    [T.NAME, T.NAME, T.COLON, T.NAME, T.NEWLINE, T.ENDMARKER],
  );
});

test('columns count units, bytes and characters', () => {
  const source = new SourceText('x\nä€😀 = 1\r\n', 'f');
  assert.equal(source.text, 'x\nä€😀 = 1\n');
  assert.equal(source.byteColumn(2, 4), 9);
  assert.equal(source.charColumn(2, 4), 3);
  assert.equal(source.linenoAt(5), 2);
  assert.equal(source.line(2), 'ä€😀 = 1\n');
});

test('numbers have CPython values', () => {
  assert.deepEqual(parseNumber('0x_ff'), { type: 'int', value: 255 });
  assert.deepEqual(parseNumber('9007199254740993'), { type: 'int', value: 9007199254740993n });
  assert.deepEqual(parseNumber('0B101'), { type: 'int', value: 5 });
  assert.deepEqual(parseNumber('1_0.5e-1_0'), { type: 'float', value: 10.5e-10 });
  assert.deepEqual(parseNumber('0e0'), { type: 'float', value: 0 });
  assert.deepEqual(parseNumber('1e400'), { type: 'float', value: Infinity });
  assert.deepEqual(parseNumber('00.5J'), { type: 'complex', imag: 0.5 });
  assert.match(parseNumber('9'.repeat(4301)), /^Exceeds the limit \(4300 digits\).*has 4301 digits/);
  assert.equal(typeof parseNumber('9'.repeat(4301), 0).value, 'bigint');
});

test('escapes: a surrogate pair spelt out is two characters', () => {
  assert.deepEqual(decodeUnicodeEscapes('\\ud83d\\ude00', undefined).value, {
    type: 'str',
    value: '\ud83d\ude00',
    codePoints: [0xd83d, 0xde00],
  });
  assert.deepEqual(decodeUnicodeEscapes('\\U0001f600', undefined).value.codePoints, [0x1f600]);
  assert.deepEqual(decodeUnicodeEscapes('a\\\nb\\x41\\101\\N{x}', () => 0x2022).value, { type: 'str', value: 'abAA•' });
  assert.deepEqual(decodeUnicodeEscapes('ab\n€\\d', undefined).invalid, { escape: 'd', line: 1, col: 10 });
  assert.deepEqual([...decodeBytesEscapes('\\xff\\0\\777\\q').value.value], [255, 0, 255, 92, 113]);
});

test('identifiers are normalised', () => {
  assert.equal(identifierName('ﬁ'), 'fi');
  assert.equal(identifierName('𝐱'), 'x');
});

test('source bytes: marks, cookies and what does not fit', () => {
  const fails = (text, message) =>
    assert.throws(
      () => decodeSource(bytes(text), 'f'),
      (error) => error.message === message,
    );
  assert.equal(decodeSource(bytes('\xef\xbb\xbfx = "\xc3\xa9"'), 'f'), 'x = "é"');
  assert.equal(decodeSource(bytes('#\n# vim: set fileencoding=latin-1 :\n\xe9'), 'f').at(-1), 'é');
  assert.equal(decodeSource(bytes('\n\n# coding: foo\n'), 'f'), '\n\n# coding: foo\n');
  fails('# coding: foo\n', 'unknown encoding: foo');
  fails('\xef\xbb\xbf# coding: latin-1', 'encoding problem: iso-8859-1 with BOM');
  fails('# coding: ascii\n\xe9', "'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)");
  fails('# coding: utf8\n"\xe9"', "'utf-8' codec can't decode byte 0xe9 in position 16: invalid continuation byte");
  fails('x\0', 'source code string cannot contain null bytes');
  assert.throws(
    () => decodeSource(bytes('a\nb="\xff"'), 'f'),
    ({ lineno, offset, text, message }) =>
      lineno === 2 &&
      offset === 4 &&
      text === 'b="\ufffd"' &&
      message.startsWith("Non-UTF-8 code starting with '\\xff'"),
  );
});

test('other codecs come from outside', () => {
  const decode = (data, name) => (name === 'rot' ? String.fromCharCode(...data) : undefined);
  assert.equal(decodeSource(bytes('# coding: rot\n'), 'f', decode), '# coding: rot\n');
  const refuse = () => {
    throw new SourceDecodeError('no');
  };
  assert.throws(() => decodeSource(bytes('# coding: rot\n'), 'f', refuse), { kind: 'SyntaxError', message: 'no' });
});
