// Records the documentation of modules that CPython writes in C: `node scripts/generate-native-docs.mjs math _struct …`.
// Each gets src/modules/NAME/generated/docs.ts: '' is the module's text, `f` a function's, `T` and `T.m` a type's and a method's.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { findOracle } from './oracle.mjs';

const PROGRAM = `
import importlib, inspect, json, sys
inherited = {'__module__', '__dict__', '__weakref__', '__doc__', '__getattribute__', '__class__'}
module = importlib.import_module(sys.argv[1])
docs = {'': module.__doc__}
def add_type(name, t):
    docs[name] = t.__doc__
    for attr, value in vars(t).items():
        if attr in inherited or attr.startswith('__') and attr not in ('__new__',) and getattr(object, attr, None) is not None \\
                and getattr(getattr(object, attr), '__doc__', None) == getattr(value, '__doc__', None):
            continue
        doc = getattr(value, '__doc__', None)
        if isinstance(doc, str) and not isinstance(value, (int, str, tuple)) and value is not None:
            docs[name + '.' + attr] = doc
for name, value in vars(module).items():
    if name.startswith('__'):
        continue
    if isinstance(value, type):
        if value.__module__ in (sys.argv[1], sys.argv[1].lstrip('_')):
            add_type(name, value)
    elif callable(value):
        docs[name] = value.__doc__
for extra in sys.argv[2:]:
    add_type(extra.split('=')[0], eval(extra.split('=')[1], {'m': module}))
print(json.dumps({k: v for k, v in docs.items() if v is not None}))
`;

/** Types no module attribute names. */
const EXTRA = {
  zlib: ['Compress=type(m.compressobj())', 'Decompress=type(m.decompressobj())'],
  _struct: ['unpack_iterator=type(m.iter_unpack("b", b"a"))'],
};

/** Modules that share a folder. */
const HASHES = new Set(['_md5', '_sha1', '_sha2', '_sha3', '_blake2']);

const oracle = findOracle().python;
for (const name of process.argv.slice(2)) {
  const run = spawnSync(oracle, ['-c', PROGRAM, name, ...(EXTRA[name] ?? [])], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const docs = JSON.parse(run.stdout);
  const lines = Object.entries(docs).map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},`);
  const folder = `src/modules/${HASHES.has(name) ? '_hashlib' : name}/generated`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/${HASHES.has(name) ? `${name}-docs` : 'docs'}.ts`,
    `// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.\n` +
      `export const DOCS: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
  );
}
