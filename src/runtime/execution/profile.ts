// A profile of the engine's functions told as one of Python's: emitted functions go by their qualified name, file and Python line, natives by
// the name that Python has for them, and what else the engine ran on their behalf is theirs or `(native)`.
import type { CallFrame, CpuProfile, ProfileNode } from '../../host/profiler.ts';
import { objectType } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { NativeMeta, PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import type { PyCode } from '../objects/code/code.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictValues } from '../objects/dict/table.ts';
import { PyMethodDescr } from '../objects/function/function.ts';
import { codeOfSite, isUnitUrl, lineOfTick } from './frames.ts';

/** The profile of the Python program; `folder` is where it was started, for relative file names. */
export function pythonProfile(profile: CpuProfile, folder: string): CpuProfile {
  return new Translation(profile, folder).run();
}

class Translation {
  readonly #profile: CpuProfile;
  readonly #folder: string;
  readonly #byId: Map<number, ProfileNode>;
  readonly #nodes: ProfileNode[] = [];
  /** New nodes by the new parent's id and what tells its children apart. */
  readonly #children = new Map<string, ProfileNode>();
  readonly #newIds = new Map<number, number>();
  readonly #natives = nativeNames();
  readonly #scriptIds = new Map<string, string>();

  constructor(profile: CpuProfile, folder: string) {
    this.#folder = folder;
    this.#profile = profile;
    this.#byId = new Map(profile.nodes.map((node) => [node.id, node]));
  }

  run(): CpuProfile {
    const [root] = this.#profile.nodes;
    if (root !== undefined) this.#visit(root, undefined);
    const samples = (this.#profile.samples ?? []).map((id) => this.#newIds.get(id) ?? 1);
    return { ...this.#profile, nodes: this.#nodes, samples };
  }

  /** Deep profiles (recursion) must not overflow the stack. */
  #visit(root: ProfileNode, parent: ProfileNode | undefined): void {
    const waiting: [ProfileNode, ProfileNode | undefined][] = [[root, parent]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [old, above] = next;
      const node = this.#place(old, above);
      this.#newIds.set(old.id, node.id);
      const { children = [] } = old;
      for (let i = children.length - 1; i >= 0; i--) waiting.push([this.#byId.get(children[i]!)!, node]);
    }
  }

  #place(old: ProfileNode, parent: ProfileNode | undefined): ProfileNode {
    const { callFrame, hitCount = 0 } = old;
    const code = codeOfSite(callFrame.url, callFrame.functionName);
    const frame = code === undefined ? this.#nativeFrame(callFrame, parent) : this.#pythonFrame(code);
    const node = frame === undefined ? parent! : this.#child(parent, frame);
    node.hitCount = (node.hitCount ?? 0) + hitCount;
    if (code !== undefined) addTicks(node, old, code);
    return node;
  }

  /** A function of the engine; none when its time is that of what called it. */
  #nativeFrame(frame: CallFrame, parent: ProfileNode | undefined): CallFrame | undefined {
    const isSpecial = frame.url === '' && frame.functionName.startsWith('(');
    if (parent === undefined || isSpecial) return { ...frame, scriptId: '0' };
    if (isUnitUrl(frame.url)) return undefined;
    // The platform has functions of the same names.
    const known = frame.url.startsWith('node:') ? undefined : this.#natives.get(frame.functionName);
    if (isNative(parent) && (known === undefined || parent.callFrame.functionName !== NATIVE)) return undefined;
    return nativeFrame(known);
  }

  #pythonFrame(code: PyCode): CallFrame {
    const url = urlOf(code.unit.filename, this.#folder);
    let scriptId = this.#scriptIds.get(url);
    if (scriptId === undefined) this.#scriptIds.set(url, (scriptId = String(this.#scriptIds.size + 1)));
    return {
      functionName: code.qualname,
      scriptId,
      url,
      lineNumber: Math.max(0, code.info.firstlineno - 1),
      columnNumber: 0,
    };
  }

  #child(parent: ProfileNode | undefined, callFrame: CallFrame): ProfileNode {
    const { functionName, url, lineNumber } = callFrame;
    const key = `${parent?.id ?? 0} ${lineNumber} ${functionName} ${url}`;
    let node = this.#children.get(key);
    if (node === undefined) {
      node = { id: this.#nodes.length + 1, callFrame, hitCount: 0 };
      this.#nodes.push(node);
      this.#children.set(key, node);
      if (parent !== undefined) (parent.children ??= []).push(node.id);
    }
    return node;
  }
}

const NATIVE = '(native)';

function nativeFrame(functionName = NATIVE): CallFrame {
  return { functionName, scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 };
}

function isNative({ callFrame }: ProfileNode): boolean {
  return callFrame.url === '' && callFrame.lineNumber === -1 && callFrame.functionName !== '(root)';
}

function urlOf(filename: string, folder: string): string {
  if (filename.startsWith('<')) return filename;
  return `file://${encodeURI(filename.startsWith('/') ? filename : `${folder}/${filename}`)}`;
}

/** The samples of a function's lines, at the lines of its Python text. */
function addTicks(node: ProfileNode, old: ProfileNode, code: PyCode): void {
  for (const { line, ticks } of old.positionTicks ?? []) {
    const pythonLine = lineOfTick(old.callFrame.url, old.callFrame.functionName, line) ?? code.info.firstlineno;
    node.positionTicks ??= [];
    const known = node.positionTicks.find((each) => each.line === pythonLine);
    if (known === undefined) node.positionTicks.push({ line: pythonLine, ticks });
    else known.ticks += ticks;
  }
}

/** What Python calls the natives, by the name of the function that does their work, where that is the work of one only. */
function nativeNames(): Map<string, string> {
  const names = new Map<string, string | undefined>();
  const note = ({ run, qualname }: NativeMeta): void => {
    if (run.name === '') return;
    const known = names.get(run.name);
    names.set(run.name, names.has(run.name) && known !== qualname ? undefined : qualname);
  };
  for (const type of allTypes()) {
    for (const value of type.attrs.values()) if (value instanceof PyMethodDescr) note(value.entry.meta);
  }
  for (const module of dictValues(state.interp.modules as PyDict)) {
    for (const value of Object.values(module as unknown as Record<string, Value>)) noteFunction(value, note);
  }
  return new Map([...names].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function noteFunction(value: Value, note: (meta: NativeMeta) => void): void {
  const meta = typeof value === 'function' ? (value as { meta?: Partial<NativeMeta> }).meta : undefined;
  if (meta?.run !== undefined) note(meta as NativeMeta);
}

/** Every type there is, each once. */
function allTypes(): Set<PyType> {
  const found = new Set<PyType>([objectType]);
  for (const type of found) {
    for (const reference of type.subclasses) {
      const subclass = reference.deref();
      if (subclass !== undefined) found.add(subclass);
    }
  }
  return found;
}
