// The rooms of the house: each folder (or kind of file) below src/, what it is for, and which rooms it may import.
// ARCHITECTURE.md shows this table (`node scripts/lint/run.mjs --write` copies it there) and imports.mjs enforces it.
//
// A file belongs to the first room whose pattern matches its path below src/. A room may always import itself; rooms with
// `alone: N` only within the same N leading folders below src/. A type's methods are such a room: they use the layouts and
// parts (iterators, constructors, arithmetic) of other types, never their methods.

/** Shorthands used in `may`. */
const LAYOUT = ['contract', 'host', 'unicode', 'runtime/core', 'runtime/primitives', 'runtime/layout', 'runtime/keys'];
const RUNTIME = [
  ...LAYOUT,
  'runtime/native',
  'runtime/protocols',
  'runtime/parts',
  'runtime/methods',
  'runtime/exceptions',
];
const UPPER = [...RUNTIME, 'runtime/builtins', 'runtime/imports', 'runtime/execution'];

/** What the page calls these sets, widest first. */
export const GROUPS = [
  ['the whole runtime', UPPER],
  ['foundations, native, protocols, parts, methods, exceptions', RUNTIME],
  ['foundations', LAYOUT],
];

export const ROOMS = [
  { name: 'contract', files: /^contract\//, may: [] },
  { name: 'unicode', files: /^unicode\//, may: [] },
  { name: 'compiler/diagnostics', files: /^compiler\/diagnostics\//, may: ['unicode', 'contract'] },
  { name: 'compiler/ast', files: /^compiler\/1-syntax\/ast\//, may: ['contract'] },
  {
    name: 'compiler/1-syntax',
    files: /^compiler\/1-syntax\//,
    may: ['compiler/ast', 'compiler/diagnostics', 'unicode', 'contract'],
  },
  {
    name: 'compiler/2-analysis',
    files: /^compiler\/2-analysis\//,
    may: ['compiler/ast', 'compiler/diagnostics', 'contract'],
  },
  {
    name: 'compiler/3-codegen',
    files: /^compiler\/3-codegen\//,
    may: ['compiler/ast', 'compiler/2-analysis', 'compiler/diagnostics', 'contract'],
  },
  {
    name: 'compiler',
    files: /^compiler\//,
    may: [
      'compiler/ast',
      'compiler/1-syntax',
      'compiler/2-analysis',
      'compiler/3-codegen',
      'compiler/diagnostics',
      'contract',
      'unicode',
    ],
  },
  { name: 'runtime/core', files: /^runtime\/core\//, may: ['contract', 'host'] },
  {
    name: 'runtime/primitives',
    files: /^runtime\/(text|numeric)\//,
    may: ['contract', 'unicode', 'runtime/core', 'runtime/layout'],
  },
  {
    name: 'runtime/layout',
    files:
      /^runtime\/(objects\/([\w-]+)\/(\2|table|hash-index|foreign|fixed-table)|exceptions\/(errors|exception))\.ts$/,
    may: [...LAYOUT, 'runtime/protocols'],
  },
  // What a hash table asks of its keys: below the layouts, because dict's table is one.
  { name: 'runtime/keys', files: /^runtime\/protocols\/(compare|hash)\.ts$/, may: LAYOUT },
  { name: 'runtime/native', files: /^runtime\/native\//, may: [...LAYOUT, 'runtime/protocols'] },
  { name: 'runtime/protocols', files: /^runtime\/protocols\//, may: [...LAYOUT, 'runtime/native', 'runtime/parts'] },
  {
    name: 'runtime/methods',
    files: /^runtime\/objects\/[\w-]+\/(methods|new)\.ts$/,
    alone: 3,
    may: [...LAYOUT, 'runtime/protocols', 'runtime/native', 'runtime/parts'],
  },
  { name: 'runtime/parts', files: /^runtime\/objects\//, may: [...LAYOUT, 'runtime/protocols', 'runtime/native'] },
  {
    name: 'runtime/exceptions',
    files: /^runtime\/exceptions\//,
    may: [...LAYOUT, 'runtime/protocols', 'runtime/native', 'runtime/parts'],
  },
  { name: 'runtime/bootstrap', files: /^runtime\/bootstrap\.ts$/, may: UPPER },
  { name: 'runtime/builtins', files: /^runtime\/builtins\//, may: UPPER },
  { name: 'runtime/imports', files: /^runtime\/imports\//, may: UPPER },
  { name: 'runtime/execution', files: /^runtime\/execution\//, may: UPPER },
  { name: 'modules/table', files: /^modules\/table\.ts$/, may: [...UPPER, 'modules', 'modules of the compiler'] },
  {
    // What Python sees of the compiler: trees, symbol tables, tokens.
    name: 'modules of the compiler',
    files: /^modules\/_(ast|symtable|tokenize)\//,
    alone: 2,
    may: [
      ...UPPER,
      'compiler',
      'compiler/ast',
      'compiler/1-syntax',
      'compiler/2-analysis',
      'compiler/3-codegen',
      'compiler/diagnostics',
    ],
  },
  { name: 'modules', files: /^modules\//, alone: 2, may: UPPER },
  {
    name: 'concurrency',
    files: /^concurrency\//,
    may: ['contract', 'host', 'runtime/core', 'runtime/layout', 'runtime/execution'],
  },
  { name: 'host/<platform>', files: /^host\/(memory|node|browser|sandbox)\//, alone: 2, may: ['host'] },
  { name: 'host', files: /^host\//, may: [] },
  { name: 'tools', files: /^tools\//, may: ['api', 'runtime/execution', 'host', 'contract'] },
  { name: 'api', files: /^api\//, may: ['*'] },
];

/** The lines of ARCHITECTURE.md's tree: folder or file, and what it is for. Those not on disk yet are left out. */
export const TREE = [
  ['bin/', 'the command `taipan`'],
  ['src/', ''],
  ['src/compiler/', 'Python text in, JavaScript text out: pure, no runtime objects, no host'],
  ['src/compiler/diagnostics/', 'SyntaxError wording, positions, carets, suggestions'],
  ['src/compiler/1-syntax/', 'tokenizer/ text to tokens, parser/ tokens to AST, ast/ node types from the ASDL'],
  ['src/compiler/2-analysis/', 'AST to scopes: local, cell, free, global, annotation scopes; who may suspend'],
  ['src/compiler/3-codegen/', 'AST and scopes to JavaScript text and line table, one shape at a time'],
  ['src/contract/', 'all that generated code and runtime agree on: helpers, CodeUnit, flags, format version'],
  ['src/unicode/', 'Unicode 16 tables and look-ups, shared by compiler and runtime'],
  ['src/runtime/', ''],
  ['src/runtime/core/', 'object header, value forms, call convention, thread state, ports'],
  ['src/runtime/text/', 'code points, float and int text: what a JS string or number needs, no Python objects'],
  ['src/runtime/numeric/', 'integer and float arithmetic on the value forms, hashing'],
  ['src/runtime/protocols/', 'attribute, call, iterate, compare, number, sequence, mapping, hash, repr, buffer'],
  ['src/runtime/objects/', 'one folder a type: layout, methods, iterators'],
  ['src/runtime/exceptions/', 'hierarchy, groups, tracebacks, the shared error constructors'],
  ['src/runtime/builtins/', 'one file per built-in function'],
  ['src/runtime/native/', 'defineType and defineModule: signature text to binder, errors, doc'],
  ['src/runtime/imports/', 'finders, loaders, specs, compiled cache'],
  ['src/runtime/execution/', 'runs a CodeUnit: contract helpers, exec, eval, __main__'],
  ['src/modules/', 'what CPython writes in C: one file or folder per module, named as Python names it'],
  ['src/concurrency/', 'threads and their scheduler, locks, workers'],
  ['src/host/', 'capability interfaces only: files, clock, entropy, process, terminal'],
  ['src/host/timezone/', 'TZif files and POSIX rules, calendar arithmetic'],
  ['src/host/node/', 'Node; with the other platform folders the only place for platform globals'],
  ['src/host/memory/', 'a host held in memory: embedding default, tests'],
  ['src/tools/', 'command line, REPL and other observers, never inside the engine'],
  ['src/api/', 'embedding; the only place that wires rooms'],
  ['stdlib/', "extract.mjs takes CPython's .py files; patches/ with reasons, own/ modules, manifest.txt"],
  ['tests/python/', 'behaviour: .py files that assert for themselves, run on CPython and on Taipan'],
  ['tests/cli/', 'ways to start Python from a terminal, compared with what CPython did'],
  ['tests/golden/', 'Python beside the JavaScript it compiles to'],
  ['tests/syntax-errors/', 'programs CPython rejects, with its message and position'],
  ['tests/conformance/', "lists recorded from CPython's own test suite"],
  ['tests/programs/', 'drivers over packages from PyPI'],
  ['tests/surface/', 'names and signatures of built-in modules, recorded from CPython'],
  ['tests/unit/', 'what Python cannot see'],
  ['benchmarks/', 'programs, runner and the shim for pyperformance'],
  ['docs/', 'results, internals/ one topic a file, differences/ from CPython'],
  ['scripts/', 'build, test, measure, generate; lint/ keeps these rules'],
];

/** Folders below src/ that must stand in TREE: everything this deep. */
export const TREE_DEPTH = 2;
