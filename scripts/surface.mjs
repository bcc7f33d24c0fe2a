// `npm run library -- [options]`: does every module of the standard library import, and do the built-in modules have the
// names and signatures they have in CPython? Writes docs/library.md with --update.
//
//   --only a,b    only these built-in modules     --no-imports   surfaces only
//   --differences print every name that differs   --record       record the surfaces of CPython 3.14
//   --python CMD  ask another interpreter         --update       write docs/library.md
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/python-files.mjs';
import { taipanCommand } from './lib/taipan-command.mjs';
import { installOracle } from './oracle.mjs';
import { libraryModules, NATIVE } from './surface/modules.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    'no-imports': { type: 'boolean' },
    differences: { type: 'boolean' },
    record: { type: 'boolean' },
    python: { type: 'string' },
    update: { type: 'boolean' },
  },
});
const DESCRIBE = fileURLToPath(new URL('surface/describe.py', import.meta.url));
const RECORD = join(root, 'tests', 'surface', 'cpython.txt.gz');
const ALLOWED = join(root, 'tests', 'surface', 'allowed.txt');
const PAGE = join(root, 'docs', 'library.md');
const JOBS = 2;
/** Modules imported by one process. */
const BATCH = 25;
const TRY_IMPORTS = `
import sys
for name in sys.argv[1:]:
    try:
        __import__(name)
    except BaseException:
        continue
    print('imported', name, flush=True)
`;

ensureBuilt();
const native = options.only?.split(',') ?? NATIVE;
if (options.record) await record();
else await compare();

async function record() {
  const { python } = installOracle((line) => console.error(line));
  const texts = await inTurns(native, (name) => run([python], [DESCRIBE, name]));
  writeFileSync(RECORD, gzipSync(texts.map(({ stdout }) => stdout).join(''), { level: 9 }));
  console.log(`recorded ${native.length} modules`);
}

async function compare() {
  const command = options.python ? [options.python] : taipanCommand();
  if (!command) throw new Error('there is no command line to ask yet');
  const expected = parse(gunzipSync(readFileSync(RECORD)).toString('utf8'));
  const allowed = existsSync(ALLOWED) ? (readFileSync(ALLOWED, 'utf8').match(/^[^#\s].*/gm) ?? []) : [];
  const isAllowed = (path) =>
    allowed.includes(path) ||
    allowed.some(
      (entry) =>
        (entry.startsWith('*.') && path.endsWith(entry.slice(1))) ||
        (entry.endsWith('.*') && path.startsWith(entry.slice(0, -1))),
    );
  const surfaces = await inTurns(native, async (name) => {
    const names = [...expected].filter(([path]) => path.startsWith(`${name}.`) || path === name);
    const { stdout, stderr } = await run(command, [DESCRIBE, name]);
    const found = parse(stdout);
    if (!found.size || found.has(name))
      return { name, total: names.length, missing: true, differences: [], said: lastLine(stderr) };
    const differences = [
      ...names
        .filter(([path, line]) => found.get(path) !== line)
        .map(([path, line]) => ({ path, line, here: found.get(path) })),
      ...[...found].filter(([path]) => !expected.has(path)).map(([path, here]) => ({ path, line: undefined, here })),
    ].filter(({ path }) => !isAllowed(path));
    return { name, total: names.length, differences };
  });
  for (const { name, total, missing, differences } of surfaces) {
    console.log(`${name}: ${missing ? 'missing' : `${total - differences.length} of ${total} names alike`}`);
    if (options.differences) {
      for (const { path, line, here } of differences)
        console.log(`  ${path}: ${line ?? '(nothing)'} -> ${here ?? '(nothing)'}`);
    }
  }
  const imports = options['no-imports'] ? [] : await importAll(command);
  for (const { name, fault } of imports) if (fault) console.log(`import ${name}: ${fault}`);
  console.log(`${imports.filter(({ fault }) => !fault).length} of ${imports.length} library modules import`);
  if (options.update) writePage(surfaces, imports);
}

/** Imports a batch in one process; what fails there, or ends it, is tried again alone. */
async function importAll(command) {
  const names = libraryModules();
  const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, i) =>
    names.slice(i * BATCH, (i + 1) * BATCH),
  );
  const imported = new Set();
  await inTurns(batches, async (batch) => {
    const { stdout } = await run(command, ['-c', TRY_IMPORTS, ...batch]);
    for (const match of stdout.matchAll(/^imported (\S+)$/gm)) imported.add(match[1]);
  });
  return inTurns(names, async (name) => {
    if (imported.has(name)) return { name, fault: undefined };
    const { status, stderr } = await run(command, ['-c', `import ${name}`]);
    return { name, fault: status === 0 ? undefined : lastLine(stderr).replaceAll(root, '.') || `ended with ${status}` };
  });
}

function writePage(surfaces, imports) {
  const good = imports.filter(({ fault }) => !fault);
  const lines = [
    '# The standard library',
    '',
    '`npm run library -- --update` writes this page.',
    '',
    `${good.length} of ${imports.length} modules of the library import. Those that do not:`,
    '',
    ...imports.filter(({ fault }) => fault).map(({ name, fault }) => `- ${name}: ${fault}`),
    '',
    '## Built-in modules',
    '',
    'Names (with those of their classes), of which kind and signature are as in CPython 3.14; reasoned exceptions stand in',
    '`tests/surface/allowed.txt`.',
    '',
    '| module | names in CPython | alike here |',
    '| --- | ---: | ---: |',
    ...surfaces.map(
      ({ name, total, missing, differences }) =>
        `| ${name} | ${total} | ${missing ? 'missing' : total - differences.length} |`,
    ),
    '',
  ];
  writeFileSync(PAGE, lines.join('\n'));
}

/** Path to the rest of its line. */
function parse(text) {
  return new Map([...text.matchAll(/^([^\t\n]+)\t(.*)$/gm)].map((match) => [match[1], match[2]]));
}

async function inTurns(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]);
  };
  await Promise.all(Array.from({ length: JOBS }, worker));
  return results;
}

function run([program, ...flags], args) {
  return new Promise((resolve) => {
    const child = spawn(program, [...flags, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PYTHON_COLORS: '0' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => (output[name] += text));
    }
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ status: status ?? signal, ...output });
    });
  });
}

function lastLine(text) {
  return text.trim().split('\n').at(-1)?.slice(0, 160) ?? '';
}
