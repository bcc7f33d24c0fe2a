// Records the documentation of the built-in types and functions: `node scripts/generate-builtin-docs.mjs`.
// src/runtime/native/generated/docs.ts: `T` and `T.m` are a type's and its method's, `.f` a function's, `__m__` a special method's of any type.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { findOracle } from './oracle.mjs';

const PROGRAM = `
import builtins, json, types
async def coroutine(): pass
async def agen(): yield
class Old:
    def __getitem__(self, i): return i
def generator(): yield
d, c, a = {}, coroutine(), agen()
hidden = [type(x) for x in (
    d.keys(), d.values(), d.items(), iter(d), iter(d.values()), iter(d.items()), reversed(d), reversed(d.values()), reversed(d.items()),
    iter([]), reversed([]), iter(()), iter(set()), iter(''), iter('\\u0100'), iter(b''), iter(bytearray()), iter(range(0)), iter(range(2**70)),
    iter(memoryview(b'')), iter(Old()), iter(int, 1), type.__dict__, generator(), c, c.__await__(), a, a.asend(None), a.athrow(ValueError),
    None, NotImplemented, ..., len, [].append, [].__len__, int.__add__, list.append, int.real, type.__dict__['__dict__'],
    dict.__dict__['fromkeys'], generator, Old().__getitem__ if hasattr(Old(), '__getitem__') else None, types, generator.__code__,
)]
hidden += [types.CellType, types.TracebackType, types.FrameType, types.MethodType, types.MemberDescriptorType, types.GenericAlias,
    types.UnionType, types.SimpleNamespace, types.CapsuleType]
c.close()
slots, docs = {}, {}
def add(t):
    if t.__name__ in docs: return
    if isinstance(t.__doc__, str): docs[t.__name__] = t.__doc__
    for name, value in vars(t).items():
        doc = getattr(value, '__doc__', None)
        kind = type(value).__name__
        if not isinstance(doc, str) or name == '__doc__' or kind in ('str', 'int', 'tuple', 'dict', 'type'): continue
        if kind == 'wrapper_descriptor' or name == '__new__': slots.setdefault(name, doc)
        if slots.get(name) != doc or kind not in ('wrapper_descriptor', 'builtin_function_or_method'): docs[t.__name__ + '.' + name] = doc
add(object)
types_ = [v for v in vars(builtins).values() if isinstance(v, type)]
for t in types_ + hidden: add(t)
functions = {'.': builtins.__doc__} | {'.' + n: f.__doc__ for n, f in vars(builtins).items() if type(f).__name__ == 'builtin_function_or_method'}
print(json.dumps({**{n: d for n, d in functions.items() if d}, **slots, **docs}))
`;

const run = spawnSync(findOracle().python, ['-W', 'ignore', '-c', PROGRAM], { encoding: 'utf8' });
if (run.status !== 0) throw new Error(run.stderr);
const lines = Object.entries(JSON.parse(run.stdout)).map(
  ([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},`,
);
const folder = 'src/runtime/native/generated';
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}/docs.ts`,
  `// Written by scripts/generate-builtin-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.\n` +
    `export const DOCS: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
);
