// Records the documentation of the functions, methods and fields of modules that are C in CPython and have no table of
// their own (generate-native-docs.mjs): `node scripts/generate-module-docs.mjs` writes src/runtime/native/generated/module-docs.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { findOracle } from './oracle.mjs';
import { NATIVE } from './surface/modules.mjs';

const PROGRAM = `
import importlib, json, sys
docs = {}
plain = {}
for t in (object, type, int, list, dict, str, float):
    for name, value in vars(t).items():
        if type(value).__name__ == 'wrapper_descriptor' or name == '__new__': plain.setdefault(name, value.__doc__)
def add(path, doc):
    if isinstance(doc, str) and doc: docs[path] = doc
for name in sys.argv[1:]:
    try: module = importlib.import_module(name)
    except ImportError: continue
    for attr, value in vars(module).items():
        if attr.startswith('__'): continue
        if isinstance(value, type):
            if value.__module__ == 'builtins': continue
            for k, v in vars(value).items():
                doc = getattr(v, '__doc__', None)
                if k in ('__doc__', '__module__') or isinstance(v, (str, int, tuple, type)) or plain.get(k) == doc: continue
                add(value.__module__ + '.' + value.__name__ + '.' + k, doc)
        elif callable(value): add(name + '.' + attr, value.__doc__)
print(json.dumps(docs))
`;

/** The syntax tree's nodes are documented by their grammar; the rest is not there, or rarely asked about. */
const LEFT_OUT =
  'builtins _ast _ssl _sqlite3 _socket _elementtree _tracemalloc _lsprof pyexpat readline _uuid _sha2 _sha3'.split(' ');
const without = NATIVE.filter(
  (name) => !LEFT_OUT.includes(name) && !existsSync(`src/modules/${name}/generated/docs.ts`),
);
const run = spawnSync(findOracle().python, ['-c', PROGRAM, ...without], { encoding: 'utf8', maxBuffer: 1 << 26 });
if (run.status !== 0) throw new Error(run.stderr);
const lines = Object.entries(JSON.parse(run.stdout)).map(
  ([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},`,
);
writeFileSync(
  'src/runtime/native/generated/module-docs.ts',
  `// Written by scripts/generate-module-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
// A function, so that engines only read over it until someone asks for documentation.
export const moduleDocs = (): Readonly<Record<string, string>> => ({
${lines.join('\n')}
});
`,
);
