// From a parsed command line to a started interpreter: what to run, sys.argv, sys.path, where compiled files are kept.
// CPython: Modules/main.c, Python/pathconfig.c
import { HostError } from '../host/error.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node/host.ts';
import { createNodeLibrary } from '../host/node/library.ts';
import { createScripts } from '../host/node/scripts.ts';
import type { Scripts } from '../host/scripts.ts';
import type { Config, Interpreter } from '../runtime/core/interpreter.ts';
import type { Value } from '../runtime/core/value.ts';
import type { PyList } from '../runtime/objects/list/list.ts';
import { strOfUtf16 } from '../runtime/objects/str/str.ts';
import { getAttr } from '../runtime/protocols/attribute.ts';
import { Begun } from './begun.ts';
import { beginInterpreter, createInterpreter } from './create.ts';
import type { Memory } from './memory.ts';

/** What the command line asks to run. */
export type ProgramRequest =
  | { kind: 'command'; source: string }
  | { kind: 'module'; name: string }
  | { kind: 'file'; path: string }
  | { kind: 'stdin' };

export type ReadyProgram =
  | { kind: 'source'; source: string | Uint8Array; filename: string }
  | { kind: 'module'; name: string; setArgv0: boolean };

export interface StartRequest {
  line: { program: ProgramRequest; args: readonly string[]; counts: ReadonlyMap<string, number> };
  config: {
    flags: Config['flags'];
    warnOptions: readonly string[];
    xoptions: Config['xoptions'];
    pythonPath: readonly string[];
    pycachePrefix: string | undefined;
    stdioEncoding: string | undefined;
  };
  argv: readonly string[];
  executable: string;
  build: string;
  fingerprint: string;
  memory?: Memory | undefined;
  log: (text: string) => void;
}

export type SnapshotRequest = Pick<StartRequest, 'build' | 'fingerprint'> & { memory: Memory };

export interface Started {
  interp: Interpreter;
  program: ReadyProgram;
  /** Standard input is a terminal. */
  terminal: boolean;
}

/** Starts the interpreter; a number is the exit status of a program that could not be read. */
export function startForCommandLine(request: StartRequest): Started | number {
  const host = createNodeHost();
  const terminal = isTerminal(host, 0);
  const plan = planProgram(request, host, terminal);
  if (typeof plan === 'number') return plan;
  const library = createNodeLibrary(request.build);
  const safe = request.config.flags['safe_path'] === true;
  const path = [...request.config.pythonPath, library.directory];
  const strings = (texts: readonly string[]): Value[] => texts.map(strOfUtf16);
  const interp = createInterpreter({
    host,
    library,
    fingerprint: request.fingerprint,
    scripts: scriptsFor(request, host),
    memory: request.memory,
    config: {
      argv: strings([plan.argv0, ...request.line.args]),
      origArgv: strings([request.executable, ...request.argv]),
      executable: request.executable,
      path: strings(path),
      flags: request.config.flags,
      warnOptions: request.config.warnOptions,
      xoptions: request.config.xoptions,
      pycachePrefix: request.config.pycachePrefix,
      stdioEncoding: request.config.stdioEncoding,
    },
  });
  // After site, which would make an empty entry absolute.
  if (!safe && plan.path0 !== undefined) {
    (getAttr(interp.importModule('sys'), 'path') as PyList).items.unshift(strOfUtf16(plan.path0));
  }
  return { interp, program: plan.program, terminal };
}

/** Begins the interpreter that processes started from a snapshot go on with: what every start imports, but for what looks at files. */
export function beginForSnapshot({ build, fingerprint, memory }: SnapshotRequest): void {
  const options = {
    host: createNodeHost(),
    library: createNodeLibrary(build),
    fingerprint,
    scripts: memory.scripts(createScripts([])),
    memory,
  };
  memory.begun = new Begun(() => {
    const interp = beginInterpreter(options);
    for (const name of ['os', '_sitebuiltins']) interp.importModule(name);
    return interp;
  });
}

/** A recorded snapshot keeps its scripts itself, not on disk. */
function scriptsFor({ build, memory }: StartRequest, host: Host): Scripts {
  const scripts = createScripts(memory?.recording === true ? [] : scriptFolders(build, host));
  return memory === undefined ? scripts : memory.scripts(scripts);
}

/** Where the engine's compiled code may be kept: beside the package, else for this user. */
function scriptFolders(build: string, host: Host): string[] {
  const { env } = host.process;
  const home = env.get('HOME');
  const cache = env.get('XDG_CACHE_HOME') ?? (home === undefined ? undefined : `${home}/.cache`);
  return [`${build}/cache`, ...(cache === undefined ? [] : [`${cache}/taipan`])];
}

function isTerminal(host: Host, fd: number): boolean {
  try {
    return host.files.isatty(fd);
  } catch {
    return false;
  }
}

interface Plan {
  program: ReadyProgram;
  argv0: string;
  path0: string | undefined;
}

function planProgram(request: StartRequest, host: Host, terminal: boolean): Plan | number {
  const { program, counts } = request.line;
  switch (program.kind) {
    case 'command':
      return {
        program: { kind: 'source', source: dedentCommand(program.source), filename: '<string>' },
        argv0: '-c',
        path0: '',
      };
    case 'module':
      return {
        program: { kind: 'module', name: program.name, setArgv0: true },
        argv0: '-m',
        path0: host.files.getcwd() as string,
      };
    case 'file':
      return planFile(request, host, program.path);
    case 'stdin': {
      const source = terminal || counts.has('i') ? '' : readAll(host, 0);
      return { program: { kind: 'source', source, filename: '<stdin>' }, argv0: counts.has('-') ? '-' : '', path0: '' };
    }
  }
}

/** -c takes code that is indented as a whole (3.14). */
function dedentCommand(source: string): string {
  const lines = `${source}\n`.split('\n');
  const indents = lines.filter((l) => l.trim() !== '').map((l) => /^[ \t]*/.exec(l)![0]);
  let common = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(common)) common = common.slice(0, -1);
  return common === ''
    ? `${source}\n`
    : lines.map((l) => (l.startsWith(common) ? l.slice(common.length) : l.trimStart())).join('\n');
}

function planFile(request: StartRequest, host: Host, path: string): Plan | number {
  const { executable, log } = request;
  const absolute = path.startsWith('/') ? path : `${host.files.getcwd()}/${path}`;
  try {
    const info = host.files.stat(path, true);
    if (isDirectory(info.mode)) {
      if (!exists(host, `${path}/__main__.py`) && !exists(host, `${path}/__main__.pyc`)) {
        log(`${executable}: can't find '__main__' module in '${normal(absolute)}'\n`);
        return 1;
      }
      return { program: { kind: 'module', name: '__main__', setArgv0: false }, argv0: path, path0: path };
    }
    const fd = host.files.open(path, O_RDONLY, 0);
    const source = readAll(host, fd);
    host.files.close(fd);
    if (isZip(source)) {
      return { program: { kind: 'module', name: '__main__', setArgv0: false }, argv0: path, path0: path };
    }
    const skip = request.line.counts.has('x') ? source.indexOf(10) + 1 : 0;
    const directory = directoryOf(host, path);
    return {
      program: { kind: 'source', source: source.subarray(skip), filename: normal(absolute) },
      argv0: path,
      path0: directory,
    };
  } catch (e) {
    if (!(e instanceof HostError)) throw e;
    log(`${executable}: can't open file '${normal(absolute)}': [Errno ${e.code}] ${e.message}\n`);
    return 2;
  }
}

const O_RDONLY = 0;
const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;

const ZIP_END = [0x50, 0x4b, 5, 6];
const ZIP_TAIL = 22 + 65535;

/** Whether bytes end as a zip archive does, perhaps with a comment. CPython asks zipimport. */
function isZip(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - ZIP_TAIL);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (ZIP_END.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function isDirectory(mode: number): boolean {
  return (mode & S_IFMT) === S_IFDIR;
}

function exists(host: Host, path: string): boolean {
  try {
    host.files.stat(path, true);
    return true;
  } catch {
    return false;
  }
}

/** The script's folder, links followed. */
function directoryOf(host: Host, path: string): string {
  let real = path;
  try {
    real = host.files.realpath(path) as string;
  } catch {
    // A script that cannot be resolved is still read.
  }
  const slash = real.lastIndexOf('/');
  return slash < 0 ? (host.files.getcwd() as string) : slash === 0 ? '/' : real.slice(0, slash);
}

function normal(path: string): string {
  return path.replace(/\/\.(?=\/|$)/g, '') || '/';
}

function readAll(host: Host, fd: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = new Uint8Array(65536);
    const n = host.files.read(fd, chunk);
    if (n === 0) break;
    chunks.push(chunk.subarray(0, n));
    size += n;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
