// Builds the standard library folder `build/stdlib/`: CPython's own .py files, taken from the npm package `pyodide` (a
// pinned development dependency), without the files that are Pyodide's work, with `patches/` undone or applied, plus
// the modules this project writes itself (`own/`).
//
//   node stdlib/extract.mjs            extract (fails when upstream differs from manifest.txt)
//   node stdlib/extract.mjs --record   accept the upstream files as they are: rewrites manifest.txt
//   node stdlib/extract.mjs --compare  list what CPython's installed library has and ours lacks (needs the oracle)
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
export const OUTPUT = join(root, 'build', 'stdlib');
const MANIFEST = join(here, 'manifest.txt');
const CARRIER = join(root, 'node_modules', 'pyodide', 'python_stdlib.zip');
// The pinned release lost zoneinfo/_zoneinfo.py; the first one of the same Python version still has it.
const CARRIER_OF_ZONEINFO = join(root, 'node_modules', 'pyodide-314-0-0', 'python_stdlib.zip');

/** Files and folders of the archive that are Pyodide's own (MPL-2.0) or of no use here. */
const LEFT_OUT = [
  /^_pyodide\//,
  /^pyodide\//,
  /^_ssl\.py$/,
  /^ssl\.py$/,
  /^webbrowser\.py$/,
  /^_sysconfigdata_/,
  /^site-packages\//,
];

/** Everything the result depends on: a change to any of them makes it stale. */
export function inputs() {
  return [
    CARRIER,
    CARRIER_OF_ZONEINFO,
    fileURLToPath(import.meta.url),
    MANIFEST,
    join(here, 'own'),
    join(here, 'patches'),
  ];
}

/** Writes `build/stdlib/` anew and returns how many files it holds. */
export function extract({ record = false } = {}) {
  const upstream = readUpstream();
  checkManifest(upstream, record);
  const files = applyPatches(upstream);
  for (const path of walk(join(here, 'own'))) files.set(path, readFileSync(join(here, 'own', path)));
  writeTree(OUTPUT, files);
  return files.size;
}

/** Makes `folder` hold just these files, `[path, bytes]` each; it appears whole or not at all. */
export function writeTree(folder, files) {
  const staging = `${folder}.${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    writeFileSync(join(staging, path), bytes);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

function readUpstream() {
  const files = new Map();
  const take = (path) => path.endsWith('.py') && !LEFT_OUT.some((rule) => rule.test(path));
  const archive = unzipSync(readFileSync(CARRIER), { filter: (entry) => take(entry.name) });
  for (const path of Object.keys(archive).sort()) files.set(path, archive[path]);
  const only = 'zoneinfo/_zoneinfo.py';
  const older = unzipSync(readFileSync(CARRIER_OF_ZONEINFO), { filter: (entry) => entry.name === only });
  files.set(only, older[only]);
  return files;
}

function checkManifest(upstream, record) {
  const now = new Map([...upstream].map(([path, bytes]) => [path, digest(bytes)]));
  if (record) {
    writeFileSync(
      MANIFEST,
      [...now]
        .map(([path, hash]) => `${hash} ${path}\n`)
        .sort(byPath)
        .join(''),
    );
    return;
  }
  const rows = readFileSync(MANIFEST, 'utf8').trimEnd().split('\n');
  const recorded = new Map(rows.map((row) => [row.slice(row.indexOf(' ') + 1), row.slice(0, row.indexOf(' '))]));
  const changes = [];
  for (const [path, hash] of now) {
    if (!recorded.has(path)) changes.push(`new      ${path}`);
    else if (recorded.get(path) !== hash) changes.push(`changed  ${path}`);
  }
  for (const path of recorded.keys()) if (!now.has(path)) changes.push(`gone     ${path}`);
  if (changes.length === 0) return;
  throw new Error(
    `the standard library upstream is not the one stdlib/manifest.txt records:\n  ${changes.slice(0, 40).join('\n  ')}\n` +
      'Read the changes, then record them: node stdlib/extract.mjs --record',
  );
}

/** A patch names a file, the reason, and line ranges (1-based, inclusive) to replace; the manifest pins the lines. */
function applyPatches(upstream) {
  const files = new Map(upstream);
  for (const name of walk(join(here, 'patches'))) {
    if (!name.endsWith('.json')) continue;
    const { file, replace } = JSON.parse(readFileSync(join(here, 'patches', name), 'utf8'));
    if (!upstream.has(file)) throw new Error(`stdlib/patches/${name}: upstream has no ${file}`);
    const lines = new TextDecoder().decode(files.get(file)).split('\n');
    for (const {
      lines: [first, last],
      with: added,
    } of [...replace].sort((a, b) => b.lines[0] - a.lines[0])) {
      lines.splice(first - 1, last - first + 1, ...added);
    }
    files.set(file, new TextEncoder().encode(lines.join('\n')));
  }
  return files;
}

/** Modules of CPython's installed library that `build/stdlib/` has no file for. */
export function compare(reference) {
  const ours = new Set(walk(OUTPUT));
  const skip = /(^|\/)(__pycache__|test|tests|idlelib|lib-dynload|site-packages|lib2to3|config-3)(\/|$)/;
  return walk(reference).filter((path) => path.endsWith('.py') && !skip.test(path) && !ours.has(path));
}

/** Relative paths of all files below `folder`, sorted; hidden files and compiled caches are not sources. */
function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.pyc'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function byPath(a, b) {
  return a.slice(33) < b.slice(33) ? -1 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--compare')) {
    const { findOracle } = await import('../scripts/oracle.mjs');
    const missing = compare(findOracle().stdlib);
    console.log(missing.join('\n'));
    console.log(`${missing.length} files of CPython's library have no counterpart in build/stdlib`);
  } else {
    console.log(`build/stdlib: ${extract({ record: process.argv.includes('--record') })} files`);
  }
}
