import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAhead, textKey } from '../../dist/api/ahead.js';
import { compileSource } from '../../dist/api/compiler.js';
import { contentHash } from '../../dist/api/content-hash.js';
import { factoryScript } from '../../dist/contract/ahead.js';

const encode = (text) => new TextEncoder().encode(text);
const SOURCE = encode('x = 1\ny = [x\n for x in z]\n');
const MADE = { size: SOURCE.length, mtimeMs: 5 };

/** A library of one file, its unit made by the compiler called `made`; `now` is what the file is like today. */
function libraryOf({ bytes = SOURCE, mtimeMs = MADE.mtimeMs, gone = false } = {}) {
  const { format, constants, codes, javascript, positions } = compileSource(SOURCE, 'a.py', 'exec');
  const parts = [encode(JSON.stringify({ format, constants, codes })), encode(factoryScript(javascript))];
  parts.push(new Uint8Array(Int32Array.from(positions).buffer));
  const units = Buffer.concat(parts);
  const entry = {
    at: 0,
    sizes: parts.map((part) => part.length),
    wide: false,
    source: { hash: contentHash(SOURCE), size: MADE.size, mtime: MADE.mtimeMs },
  };
  return {
    directory: '/lib',
    readSource: () => bytes,
    statSource: () => ({ size: bytes.length, mtimeMs }),
    readBuilt: () => JSON.stringify({ fingerprint: 'made', units: 'units', entries: { 'a.py': entry } }),
    readPart: (_name, at, size) => (gone ? undefined : units.subarray(at, at + size)),
    latin1: (bytes) => Buffer.from(bytes).toString('latin1'),
  };
}

const unitFrom = (library, fingerprint = 'made') => openAhead(library, fingerprint).unit('a.py', '/lib/a.py');

test('a unit compiled ahead is the one that the compiler makes', () => {
  const { format, filename, javascript, constants, codes, positions } = unitFrom(libraryOf());
  const compiled = compileSource(SOURCE, '/lib/a.py', 'exec');
  assert.deepEqual({ format, filename, javascript, constants, codes, positions }, compiled);
});

test('it is not taken when the compiler is another one, or the file has changed', () => {
  assert.equal(unitFrom(libraryOf(), 'another'), undefined);
  assert.equal(unitFrom(libraryOf({ bytes: encode('x = 1\n') })), undefined);
  const sameSize = SOURCE.map((byte) => (byte === 49 ? 50 : byte));
  assert.equal(unitFrom(libraryOf({ bytes: sameSize, mtimeMs: 6 })), undefined);
  assert.equal(unitFrom(libraryOf({ gone: true })), undefined);
});

test('a file with another time but the same contents is the same file', () => {
  assert.notEqual(unitFrom(libraryOf({ mtimeMs: 6 })), undefined);
});

test('scripts of different sources, or of different compilers, have different keys', () => {
  const { key } = unitFrom(libraryOf()).script;
  assert.ok(key.includes(contentHash(SOURCE)) && key.includes('made'));
});

/** A library without files whose index has one text, perhaps under another text's key. */
function textsOf(form, key = textKey(form)) {
  const { format, constants, codes, javascript, positions } = compileSource(form.source, '<string>', form.mode, form);
  const units = encode(JSON.stringify({ ...form, unit: { format, constants, codes, javascript, positions } }));
  return {
    readBuilt: () =>
      JSON.stringify({ fingerprint: 'made', units: 'units', entries: {}, texts: { [key]: [0, units.length] } }),
    readPart: (_name, at, size) => units.subarray(at, at + size),
    latin1: (bytes) => Buffer.from(bytes).toString('latin1'),
  };
}

test('a text compiled ahead is found by what it says and how it is to be compiled', () => {
  const form = { source: 'def f(a=1):\n return a\n', mode: 'exec', separateLocals: true };
  const { text } = openAhead(textsOf(form), 'made');
  assert.deepEqual(text(form), compileSource(form.source, '<string>', 'exec', { separateLocals: true }));
  assert.equal(text({ ...form, separateLocals: false }), undefined);
  assert.equal(text({ ...form, source: `${form.source}\n` }), undefined);
  assert.equal(openAhead(textsOf(form), 'another').text(form), undefined);
});

test('another text of the same key is not taken for it', () => {
  const form = { source: '1', mode: 'eval', separateLocals: false };
  const { text } = openAhead(textsOf({ ...form, source: '2' }, textKey(form)), 'made');
  assert.equal(text(form), undefined);
});
