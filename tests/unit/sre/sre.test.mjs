// The regular expression engine against what CPython did with the same patterns: corpus.jsonl, made by scripts/generate-sre-corpus.py.
// Every pattern runs on the exact matcher alone and then with native RegExps allowed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { C_LOCALE } from '../../../dist/modules/_sre/charset.js';
import { Engine } from '../../../dist/modules/_sre/engine.js';
import { UNICODE } from '../../../dist/modules/_sre/tables.js';

const corpus = readFileSync(new URL('corpus.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(JSON.parse);

function spans(match, groups) {
  if (match === null) return null;
  const result = [];
  const { lastindex } = match; // first, while only the RegExp has run
  for (let group = 0; group <= groups; group++) {
    const [start, end] = [match.startOf(group), match.endOf(group)];
    result.push(start, end);
    assert.equal(match.has(group), start >= 0);
    if (typeof match.subject === 'string') {
      assert.equal(match.text(group), start < 0 ? undefined : match.subject.slice(start, end));
    }
  }
  assert.equal(match.lastindex, lastindex);
  return [...result, lastindex];
}

function iterate(regex, subject) {
  const found = [];
  for (let position = 0, advance = false; ; ) {
    const match = regex.exec(subject, position, subject.length, 'search', advance);
    if (match === null) return found;
    found.push(spans(match, regex.groups));
    advance = match.start === match.end;
    position = match.end;
  }
}

/** What the corpus records of one pattern and subject. */
function results(regex, subject) {
  const { groups } = regex;
  const { length } = subject;
  return [
    spans(regex.exec(subject, 0, length, 'match'), groups),
    spans(regex.exec(subject, 0, length, 'fullmatch'), groups),
    spans(regex.exec(subject, 0, length, 'search'), groups),
    iterate(regex, subject),
    spans(regex.exec(subject, Math.min(1, length), Math.min(length, Math.max(1, length - 1)), 'search'), groups),
  ];
}

/** The forms a subject can have: wide text is code points, bytes are bytes or a string of them. */
function subjectOf(text, isBytes, native) {
  if (/[\ud800-\udfff]/.test(text)) return Uint32Array.from(text, (character) => character.codePointAt(0));
  return isBytes && !native ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : text;
}

for (const native of [false, true]) {
  test(`spans and lastindex are CPython's, ${native ? 'with native RegExp' : 'exact matcher alone'}`, () => {
    const engine = new Engine({ unicode: UNICODE, locale: C_LOCALE, native });
    for (const [pattern, flags, isBytes, code, groups, rows] of corpus) {
      const regex = engine.compile(code, groups);
      for (const [text, expected] of rows) {
        const actual = results(regex, subjectOf(text, isBytes, native));
        assert.deepEqual(actual, expected, `${JSON.stringify(pattern)} flags ${flags} on ${JSON.stringify(text)}`);
      }
    }
  });
}

test('a long subject needs no JavaScript stack', () => {
  const engine = new Engine({ unicode: UNICODE, locale: C_LOCALE, native: false });
  // (?:ab|c)*d, as re/_compiler.py writes it
  const code = [14, 4, 0, 1, 4294967295, 23, 17, 0, 4294967295, 7, 7, 16, 97, 16, 98, 15, 7, 5, 16, 99, 15, 2, 0, 18];
  const regex = engine.compile([...code, 16, 100, 1], 0);
  const subject = 'ab'.repeat(500_000);
  assert.equal(regex.exec(subject, 0, subject.length, 'match'), null);
  assert.equal(regex.exec(`${subject}d`, 0, subject.length + 1, 'match').end, subject.length + 1);
});

test('a malformed code list is refused', () => {
  const engine = new Engine({ unicode: UNICODE, locale: C_LOCALE, native: true });
  for (const code of [[], [16, 97], [7, 0, 0], [17, 0, 1], [23, 100, 0, 1, 1], [44, 1], [13, 2, 99, 1]]) {
    assert.throws(() => engine.compile(code, 0), { message: 'invalid SRE code' });
  }
});
