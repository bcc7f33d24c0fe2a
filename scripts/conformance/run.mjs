// Runs one module of CPython's test suite in fresh processes with a time limit, and collects what each test did.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../lib/python-files.mjs';

const PROGRAM = fileURLToPath(new URL('run_module.py', import.meta.url));
const RESTARTS = 8; // a module may kill the process this often before the rest of it counts as not run
const MEMORY_MB = 1536;

/** A folder that holds nothing but a link to Lib/test, so that no other file of CPython's library is importable. */
export function suiteFolder(suite) {
  const folder = join(root, 'build', 'suite');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'test'))) symlinkSync(suite, join(folder, 'test'));
  return folder;
}

/**
 * `{results: Map(id -> {status, detail}), note}`: status is pass, fail, error, skip, crash or timeout; `note` says what
 * kept the module from running to its end, or is undefined.
 */
export async function runModule(command, module, { suite, timeout }) {
  const results = new Map();
  const work = mkdtempSync(join(tmpdir(), 'taipan-conformance-'));
  let note;
  try {
    for (let attempt = 0; attempt <= RESTARTS; attempt++) {
      const done = join(work, 'done.txt');
      if (attempt > 0) writeFileSync(done, [...results.keys()].join('\n'));
      const args = [PROGRAM, module, ...(attempt > 0 ? [done] : [])];
      const end = await runProcess(command, args, { suite, timeout, cwd: join(work, `cwd${attempt}`), results });
      note = end.note;
      if (!end.running) break; // nothing was running: it ended by itself, or died outside any test
      results.set(end.running, { status: end.timedOut ? 'timeout' : 'crash', detail: end.note });
      note = `${end.note} in ${end.running}`;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { results, note };
}

function runProcess([program, ...flags], args, { suite, timeout, cwd, results }) {
  mkdirSync(cwd);
  const env = { ...process.env, TAIPAN_SUITE: suite, LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', TMPDIR: cwd };
  env.NODE_OPTIONS = `--max-old-space-size=${MEMORY_MB}`;
  for (const name of ['PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'NO_COLOR', 'FORCE_COLOR']) delete env[name];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...flags, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const state = { running: undefined, note: undefined, finished: false, timedOut: false };
    let tail = '';
    let pending = '';
    const timer = setTimeout(() => {
      state.timedOut = true;
      killGroup(child.pid);
    }, timeout);
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      const lines = (pending + text).split('\n');
      pending = lines.pop().slice(-100_000);
      for (const line of lines) if (line.startsWith('\x1e')) readReport(line, state, results);
    });
    child.stderr.on('data', (text) => (tail = (tail + text).slice(-4000)));
    child.on('error', reject);
    child.on('exit', () => killGroup(child.pid)); // whatever the tests started and left
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (state.timedOut) state.note = 'time limit';
      else if (!state.finished && !state.note) state.note = lastWords(status, signal, tail);
      if (state.finished) state.running = undefined;
      resolve(state);
    });
  });
}

function readReport(line, state, results) {
  const [status, id, detail] = line.slice(1).split('\t');
  if (status === 'start') state.running = id;
  else if (status === 'module') {
    state.finished = true;
    if (id !== 'done') state.note = `${id}: ${detail}`;
  } else {
    if (state.running === id) state.running = undefined;
    const before = results.get(id);
    if (!before || before.status === 'pass' || before.status === 'skip') results.set(id, { status, detail });
  }
}

function lastWords(status, signal, stderr) {
  const line = stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
  return `${signal ?? `exit ${status}`}${line ? `: ${line}` : ''}`;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended already
  }
}
