// Compiles the whole standard library, so that no start and no first import waits for the compiler: build/ahead/*.bin and its
// index (contract/ahead.ts). A file that does not compile is left out; importing it compiles it, and says why it fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilerFingerprint } from '../bin/fingerprint.mjs';
import { nodeFlags } from '../bin/flags.mjs';
import { textKey } from '../dist/api/ahead.js';
import { compileSource } from '../dist/api/compiler.js';
import { contentHash } from '../dist/api/content-hash.js';
import { AHEAD_INDEX, factoryScript, TEXT_FILENAME } from '../dist/contract/ahead.js';

/** Prints the texts that arrive at exec and eval without a name of their own. */
const RECORD_TEXTS = `
import builtins
forms = []
def note(mode, run):
    def noted(source, globals=None, locals=None, /, **given):
        if isinstance(source, str) and globals is not None:
            text = source.lstrip(' \\t') if mode == 'eval' else source
            forms.append({'source': text, 'mode': mode, 'separateLocals': locals is not None and locals is not globals})
        return run(source, globals, locals, **given)
    return noted
builtins.exec, builtins.eval = note('exec', exec), note('eval', eval)
for name in '''argparse asyncio bdb calendar collections concurrent.futures configparser contextlib copy csv dataclasses datetime decimal difflib
    dis email.message enum fractions functools glob graphlib gzip heapq hmac html.parser http.client http.server inspect ipaddress json linecache
    locale logging.config logging.handlers numbers operator optparse pathlib pdb pickle pickletools platform plistlib pprint pstats queue random re
    sched secrets selectors shelve shlex shutil smtplib socket socketserver sqlite3 ssl statistics string string.templatelib subprocess sysconfig
    tarfile tempfile textwrap threading timeit tokenize tomllib traceback types typing unittest unittest.mock urllib.request uuid venv warnings
    weakref webbrowser xml.dom.minidom xml.etree.ElementTree zipfile zoneinfo'''.split():
    try:
        __import__(name)
    except ImportError:
        pass
import json
print(json.dumps(forms))
`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const build = join(root, 'build');
const library = join(build, 'stdlib');

const parts = [];
let at = 0;
const name = `ahead/${Date.now().toString(36)}-${process.pid.toString(36)}.bin`;
const index = { fingerprint: compilerFingerprint(join(root, 'dist')), units: name, entries: {}, texts: {} };
for (const path of sourcesBelow(library)) {
  const bytes = readFileSync(join(library, path));
  const unit = compileOne(bytes, path);
  if (unit !== undefined) index.entries[path] = { ...lay(unit), source: sourceOf(path, bytes) };
}
for (const form of textsOfLibrary()) layText(form);
const folder = join(build, 'ahead');
mkdirSync(folder, { recursive: true });
writeFileSync(join(build, name), Buffer.concat(parts));
writeFileSync(join(folder, 'index'), JSON.stringify(index));
renameSync(join(folder, 'index'), join(build, AHEAD_INDEX));
for (const old of readdirSync(folder)) if (old.endsWith('.bin') && `ahead/${old}` !== name) rmSync(join(folder, old));
// What the engine made of earlier units, and what earlier compilers left beside the sources.
rmSync(join(build, 'cache'), { recursive: true, force: true });
for (const entry of readdirSync(library, { recursive: true, withFileTypes: true })) {
  if (entry.name === '__pycache__') rmSync(join(entry.parentPath, entry.name), { recursive: true });
}

function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py') && !path.includes('site-packages/'))
    .sort();
}

function compileOne(bytes, path) {
  try {
    // The profiler's own calls are among those that it counts.
    return compileSource(bytes, path, 'exec', { traced: path === 'cProfile.py' });
  } catch (error) {
    process.stderr.write(`${path} does not compile: ${error?.message ?? error}\n`);
    return undefined;
  }
}

function lay({ format, constants, codes, javascript, positions }) {
  const text = factoryScript(javascript);
  const wide = /[^\0-\xff]/.test(text);
  const sections = [
    Buffer.from(ascii(JSON.stringify({ format, constants, codes })), 'latin1'),
    Buffer.from(text, wide ? 'utf16le' : 'latin1'),
    int32s(positions),
  ];
  const entry = { at, sizes: sections.map((section) => section.length), wide };
  parts.push(...sections);
  for (const section of sections) at += section.length;
  return entry;
}

/** What popular modules hand to exec and eval when they are imported. Where that cannot be found out, imports compile it. */
function textsOfLibrary() {
  const args = [...nodeFlags(), join(root, 'bin', 'taipan.mjs'), '-c', RECORD_TEXTS];
  const run = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return run.status === 0 ? JSON.parse(run.stdout) : [];
}

function layText(form) {
  let unit;
  try {
    unit = compileSource(form.source, TEXT_FILENAME, form.mode, form.separateLocals ? { separateLocals: true } : {});
  } catch {
    return;
  }
  const { format, constants, codes, javascript, positions } = unit;
  const record = { ...form, unit: { format, constants, codes, javascript, positions } };
  const bytes = Buffer.from(ascii(JSON.stringify(record)), 'latin1');
  index.texts[textKey(form)] = [at, bytes.length];
  parts.push(bytes);
  at += bytes.length;
}

/** JSON in which every character is one byte. */
function ascii(json) {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function int32s(numbers) {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeInt32LE(number, i * 4);
  return bytes;
}

function sourceOf(path, bytes) {
  const { size, mtimeMs } = statSync(join(library, path));
  return { hash: contentHash(bytes), size, mtime: mtimeMs };
}
