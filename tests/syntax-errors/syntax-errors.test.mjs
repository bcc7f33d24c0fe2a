// Every program in this folder is rejected with CPython's words and position.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../dist/compiler/1-syntax/parse.js';
import { chunkFiles, readChunks, verdictOf } from './chunks.mjs';

for (const name of chunkFiles()) {
  test(`syntax errors: ${name}`, () => {
    const chunks = readChunks(name);
    assert.ok(chunks.length > 0);
    for (const { mode, source, verdict } of chunks) {
      let got = 'accepted';
      try {
        parse(source, '<test>', mode);
      } catch (error) {
        if (error instanceof Error) throw error;
        got = verdictOf(error);
      }
      assert.equal(got, verdict, source);
    }
  });
}
