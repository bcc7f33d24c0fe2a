import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cachingCompiler } from '../../dist/api/caching-compiler.js';
import { compilerPort } from '../../dist/api/compiler.js';
import { contentHash } from '../../dist/api/content-hash.js';
import { createFolderStore } from '../../dist/host/node/store.js';

const encode = (text) => new TextEncoder().encode(text);
const SOURCE = encode(`def f(x):\n    return x + 1\n${'# long enough to keep\n'.repeat(20)}`);

test('a kept unit is read back, under the name it is asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taipan-'));
  try {
    let compiled = 0;
    const counting = {
      compile(...args) {
        compiled++;
        return compilerPort.compile(...args);
      },
    };
    const compiler = cachingCompiler(counting, [createFolderStore(folder)]);
    const first = compiler.compile(SOURCE, 'a.py', 'exec', { keep: true });
    const second = compiler.compile(SOURCE, 'b.py', 'exec', { keep: true });
    assert.equal(compiled, 1);
    assert.deepEqual({ ...second, filename: 'a.py' }, JSON.parse(JSON.stringify(first)));
    assert.equal(second.filename, 'b.py');
    compiler.compile(SOURCE, 'a.py', 'exec', { keep: true, optimize: 2 });
    compiler.compile(SOURCE, 'a.py', 'exec', {});
    assert.equal(compiled, 3);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"form');
    assert.deepEqual(compiler.compile(SOURCE, 'a.py', 'exec', { keep: true }), first);
    assert.equal(compiled, 4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a store that cannot be written is no error', () => {
  const store = createFolderStore('/dev/null/folder');
  store.write('key', 'text');
  assert.equal(store.read('key'), undefined);
});

test('the content hash tells sources apart', () => {
  const seen = new Set();
  for (let length = 0; length < 70; length++) {
    for (let bit = 0; bit < length * 8; bit += 3) {
      const bytes = new Uint8Array(length);
      bytes[bit >> 3] = 1 << (bit & 7);
      seen.add(contentHash(bytes));
    }
    seen.add(contentHash(new Uint8Array(length)));
  }
  let expected = 70;
  for (let length = 0; length < 70; length++) expected += Math.ceil((length * 8) / 3);
  assert.equal(seen.size, expected);
  assert.equal(contentHash(encode('abc')), contentHash(new Uint8Array([0, 97, 98, 99]).subarray(1)));
});
