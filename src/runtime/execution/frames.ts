// Who is calling? No frame objects exist while code runs: when someone asks, the engine's own call stack is captured and mapped back. A unit's
// script has a URL of its own, emitted functions are called `name$<code index>`, and the text says `$l=<position>` before whatever may raise.
// CPython: Python/sysmodule.c (sys__getframe_impl), Objects/frameobject.c

import type { PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import type { PyCode } from '../objects/code/code.ts';
import { DelegateChain } from '../objects/generator/delegates.ts';
import type { PyGeneratorBase } from '../objects/generator/generator.ts';
import { PyFrame, positionOf } from '../objects/traceback/traceback.ts';
import type { LoadedUnit } from './run.ts';

/** Key in `interp.states` of the units by script URL. */
const SCRIPTS: unique symbol = Symbol('scripts');
/** Lines that `evaluate` puts before a unit's text. */
export const HEADER_LINES = 2;

interface Script {
  readonly loaded: LoadedUnit;
  /** The namespace the unit last ran in. */
  globals: PyObject;
  /** Code objects by JS function name, and positions by offset in the text, once found. */
  readonly named: Map<string, PyCode | undefined>;
  readonly positions: Map<number, number>;
}

interface ScriptTable {
  next: number;
  readonly byUrl: Map<string, Script>;
}

/** One entry of the engine's stack. */
interface Site {
  readonly name: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** Offset in the script, where the engine tells it; cheaper than line and column. */
  readonly offset: number | undefined;
  /** One that a chain of delegates resumes: it is not on the engine's stack. */
  readonly generator?: PyGeneratorBase;
}

function scripts(): ScriptTable {
  const { states } = state.interp;
  let table = states.get(SCRIPTS) as ScriptTable | undefined;
  if (table === undefined) states.set(SCRIPTS, (table = { next: 1, byUrl: new Map() }));
  return table;
}

/** A URL no other unit has. Blanks would make the engine ignore it. */
export function newScriptUrl(filename: string): string {
  return `py${scripts().next++}:${encodeURI(filename.replace(/\p{Surrogate}/gu, '?'))}`;
}

/** Notes that a unit starts to run in a namespace. */
export function noteRun(url: string, loaded: LoadedUnit, globals: PyObject): void {
  const { byUrl } = scripts();
  const script = byUrl.get(url);
  if (script === undefined) byUrl.set(url, { loaded, globals, named: new Map(), positions: new Map() });
  else script.globals = globals;
}

/** The running Python frames, innermost first, `f_back` linked; the first `skip` are left out. */
export function currentFrame(skip: number): PyFrame | undefined {
  if (state.frame !== undefined) return stackFrames()[skip];
  // All of it, as the frame may be asked for those below when it has been left.
  let frame = nextFrame(captureStack(), 0);
  for (let i = 0; i < skip && frame !== undefined; i++) frame = frame.back;
  return frame;
}

/** The first Python frame from entry `from` on; those below are looked for when `f_back` is read. */
function nextFrame(sites: readonly Site[], from: number): PyFrame | undefined {
  for (let i = from; i < sites.length; i++) {
    const frame = frameOf(sites[i]!);
    if (frame === undefined) continue;
    frame.findBack(() => nextFrame(sites, i + 1));
    return frame;
  }
  return undefined;
}

/** A capture costs per entry, natives' included: so many are taken at first, and more for each frame to skip. */
const NEAR = 6;
const NEAR_FOR_EACH = 2;

/** The globals of a running Python frame; found without the frames below it, of which there may be many. */
export function globalsOfFrame(skip: number): PyObject | undefined {
  for (const limit of [NEAR + NEAR_FOR_EACH * skip, Number.POSITIVE_INFINITY]) {
    const sites = captureStack(limit);
    let left = skip;
    for (const site of sites) {
      if (site.generator !== undefined && left-- === 0) return site.generator.globals;
      const script = scripts().byUrl.get(site.url);
      if (script !== undefined && !isAbsent(script, site) && codeOf(script, site.name) !== undefined && left-- === 0)
        return script.globals;
    }
    if (sites.length < limit) return undefined;
  }
  return undefined;
}

/** Links the live frames on the stack to what is below them. */
export function linkFrames(): void {
  stackFrames();
}

function stackFrames(): PyFrame[] {
  const frames: PyFrame[] = [];
  let live = state.frame as PyFrame | undefined;
  for (const site of captureStack()) {
    const frame = frameOf(site);
    if (frame === undefined) continue;
    if (live?.code === frame.code) {
      frames.push(live);
      // What is below a function stays as it is while the function runs, and is to be the same objects each time.
      const below = live.linkedBack;
      for (let known = below; known !== undefined; known = known.linkedBack) frames.push(known);
      if (below !== undefined) return link(frames);
      live = live.caller;
    } else frames.push(frame);
  }
  return link(frames);
}

function link(frames: PyFrame[]): PyFrame[] {
  for (let i = 0; i + 1 < frames.length; i++) frames[i]!.back = frames[i + 1];
  return frames;
}

function frameOf(site: Site): PyFrame | undefined {
  if (site.generator !== undefined) return site.generator.frameAt(0, []);
  const script = scripts().byUrl.get(site.url);
  if (script === undefined || isAbsent(script, site)) return undefined;
  const code = codeOf(script, site.name);
  return code === undefined ? undefined : new PyFrame(code, script.globals, () => knownPosition(script, code, site));
}

/** Whether a generator expression that runs as a function stands, as `$l=-1` says, where the built-in that consumes it works on an item. */
function isAbsent({ loaded }: Script, site: Site): boolean {
  if (!/^genexpr\$\d+$/.test(site.name)) return false;
  const text = loaded.unit.javascript;
  const mark = markBefore(text, offsetOf(text, site.line - HEADER_LINES, site.column));
  return text.startsWith('-1', mark + MARK.length);
}

function codeOf(script: Script, name: string): PyCode | undefined {
  const { named } = script;
  if (named.has(name)) return named.get(name);
  const index = /\$(\d+)$/.exec(name);
  const code = index === null ? undefined : script.loaded.codes[Number(index[1])];
  named.set(name, code);
  return code;
}

function knownPosition(script: Script, code: PyCode, site: Site): number {
  const { offset } = site;
  if (offset === undefined) return positionAt(script.loaded, code, site);
  let position = script.positions.get(offset);
  if (position === undefined) script.positions.set(offset, (position = positionAt(script.loaded, code, site)));
  return position;
}

/** The position that the code had noted last before a place in the text; its first one if the function had not got that far. */
function positionAt(loaded: LoadedUnit, code: PyCode, site: Site): number {
  const text = loaded.unit.javascript;
  const at = offsetOf(text, site.line - HEADER_LINES, site.column);
  const start = Math.max(
    text.lastIndexOf(`function ${site.name}(`, at),
    text.lastIndexOf(`function* ${site.name}(`, at),
  );
  for (let mark = markBefore(text, at); mark >= Math.max(0, start); mark = markBefore(text, mark)) {
    const position = Number.parseInt(text.slice(mark + MARK.length, mark + MARK.length + 10), 10);
    if (position > 0) return position;
  }
  return code.info.firstPosition;
}

/** Whether a script is that of a unit, of which only some functions are Python's. */
export function isUnitUrl(url: string): boolean {
  return scripts().byUrl.has(url);
}

/** The code that an emitted function runs. */
export function codeOfSite(url: string, name: string): PyCode | undefined {
  const script = scripts().byUrl.get(url);
  return script === undefined ? undefined : codeOf(script, name);
}

/** The Python line of a line of an emitted function: the first position noted on it, else the last one before. */
export function lineOfTick(url: string, name: string, line: number): number | undefined {
  const loaded = scripts().byUrl.get(url)?.loaded;
  const code = codeOfSite(url, name);
  if (loaded === undefined || code === undefined) return undefined;
  const text = loaded.unit.javascript;
  const start = offsetOf(text, line - HEADER_LINES, 1);
  const end = text.indexOf('\n', start);
  const words = text.slice(start, end < 0 ? undefined : end);
  const mark = words.indexOf(MARK);
  // A function's last line goes on with what comes after the function, and its first begins with what was before.
  const isOther = mark < 0 || /return \$res;|\}finally\{|function /.test(words.slice(0, mark));
  const noted = isOther ? 0 : Number.parseInt(words.slice(mark + MARK.length), 10);
  const position = noted > 0 ? noted : positionAt(loaded, code, { name, url, line, column: 1, offset: undefined });
  // The line that a function ends on may note a position of the text around it.
  const { firstPosition, lastPosition } = code.info;
  return positionOf(code, Math.min(Math.max(position, firstPosition), lastPosition))[0];
}

/** What the text says before whatever may raise, followed by the position. */
const MARK = '$l=';

function markBefore(text: string, at: number): number {
  return at === 0 ? -1 : text.lastIndexOf(MARK, at - 1);
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return text.length;
  }
  return at + column - 1;
}

interface V8Error {
  captureStackTrace?: (target: object, above?: unknown) => void;
  stackTraceLimit?: number;
  prepareStackTrace?: unknown;
}

interface CallSite {
  getFunctionName(): string | null;
  getScriptNameOrSourceURL(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  getPosition?(): number;
}

/** More than any stack holds; from infinity Node 26 stops while it makes a snapshot. */
const ALL_FRAMES = 1_000_000;

/** The engine's stack, with the generators that a chain of delegates stands for. */
function captureStack(limit = ALL_FRAMES): readonly Site[] {
  const sites = captureSites(limit);
  let chain = state.chain as DelegateChain | undefined;
  if (chain === undefined) return sites;
  const all: Site[] = [];
  for (const site of sites) {
    all.push(site);
    if (chain === undefined || site.name !== DelegateChain.prototype.stepDelegates.name) continue;
    for (let i = chain.members.length - 2; i >= 0; i--) all.push({ ...NOWHERE, generator: chain.members[i]! });
    chain = chain.outer;
  }
  return all;
}

const NOWHERE: Site = { name: '', url: '', line: 0, column: 0, offset: undefined };

function captureSites(limit: number): Site[] {
  const engine = Error as unknown as V8Error;
  if (engine.captureStackTrace === undefined) return parseStack(new Error().stack ?? '');
  const { stackTraceLimit, prepareStackTrace } = engine;
  const holder: { stack?: unknown } = {};
  try {
    engine.stackTraceLimit = limit;
    engine.prepareStackTrace = sitesOf;
    engine.captureStackTrace(holder, captureSites);
    return holder.stack as Site[];
  } finally {
    engine.stackTraceLimit = stackTraceLimit as number;
    engine.prepareStackTrace = prepareStackTrace;
  }
}

function sitesOf(_error: unknown, sites: readonly CallSite[]): Site[] {
  return sites.map((site) => new V8Site(site));
}

/** An entry whose line and column, which take the engine time to find, are asked for only when a position is. */
class V8Site implements Site {
  readonly #site: CallSite;
  constructor(site: CallSite) {
    this.#site = site;
  }
  get name(): string {
    return this.#site.getFunctionName() ?? '';
  }
  get url(): string {
    return this.#site.getScriptNameOrSourceURL() ?? '';
  }
  get line(): number {
    return this.#site.getLineNumber() ?? 0;
  }
  get column(): number {
    return this.#site.getColumnNumber() ?? 0;
  }
  get offset(): number | undefined {
    return this.#site.getPosition?.();
  }
}

/** `name@url:line:column`, as engines other than V8 write it. */
function parseStack(stack: string): Site[] {
  const sites: Site[] = [];
  for (const line of stack.split('\n')) {
    const match = /^(.*)@(.*):(\d+):(\d+)$/.exec(line);
    if (match !== null)
      sites.push({
        name: match[1]!,
        url: match[2]!,
        line: Number(match[3]),
        column: Number(match[4]),
        offset: undefined,
      });
  }
  return sites;
}
