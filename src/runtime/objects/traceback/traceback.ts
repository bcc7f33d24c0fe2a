// Tracebacks and the frames they show. An entry is made by the catch around each function's body, from the position it had reached.
// CPython: Python/traceback.c, Objects/frameobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { PyCode } from '../code/code.ts';

/** What a traced unit's function tells of itself while it runs. */
export interface LiveFrame {
  position(): number;
  read(): (Value | undefined)[];
  write(index: number, value: Value | undefined): void;
  /** Links the frames now on the stack to the ones below them. */
  link(): void;
}

/** A frame as introspection sees it: no live frame object exists while code runs. */
export class PyFrame extends PyObject {
  readonly code: PyCode;
  readonly globals: PyObject;
  #position: number | (() => number);
  #back: PyFrame | (() => PyFrame | undefined) | undefined;
  /** A class body's namespace, or that of top-level code with locals of its own. */
  namespace: Value | undefined;
  /** The variables as they were when an exception passed, in the order of the code's `locals`. */
  values: (Value | undefined)[] | undefined;
  /** A running function of a traced unit. */
  live: LiveFrame | undefined;
  /** The traced frame below. */
  caller: PyFrame | undefined;
  /** What was put into `f_locals` beside the variables, a dict. */
  extraLocals: Value | undefined;
  trace: Value | undefined;
  traceLines: boolean;
  traceOpcodes: boolean;
  lastLine: number;
  isLeft: boolean;
  /** A position that takes looking for may be given as what looks. */
  constructor(code: PyCode, globals: PyObject, position: number | (() => number)) {
    super();
    this.code = code;
    this.globals = globals;
    this.#position = position;
    this.#back = undefined;
    this.namespace = undefined;
    this.values = undefined;
    this.live = undefined;
    this.caller = undefined;
    this.extraLocals = undefined;
    this.trace = undefined;
    this.traceLines = true;
    this.traceOpcodes = false;
    this.lastLine = 0;
    this.isLeft = false;
  }

  /** The frame below, found when it is asked for where the engine's stack has it. */
  get back(): PyFrame | undefined {
    if (this.#back === undefined && this.live !== undefined && !this.isLeft) this.live.link();
    if (typeof this.#back === 'function') this.#back = this.#back();
    return this.#back ?? this.caller;
  }

  /** The frame below if somebody asked for it before. */
  get linkedBack(): PyFrame | undefined {
    return this.#back instanceof PyFrame ? this.#back : undefined;
  }

  set back(frame: PyFrame | undefined) {
    this.#back = frame;
  }

  /** Leaves finding the frame below until it is asked for. */
  findBack(find: () => PyFrame | undefined): void {
    this.#back = find;
  }

  readLocals(): readonly (Value | undefined)[] {
    return this.live?.read() ?? this.values ?? [];
  }

  writeLocal(index: number, value: Value | undefined): void {
    if (this.live !== undefined) this.live.write(index, value);
    else if (this.values !== undefined) this.values[index] = value;
  }

  /** Index into the unit's position table. */
  get position(): number {
    if (this.live !== undefined) return this.live.position();
    if (typeof this.#position === 'function') this.#position = this.#position();
    return this.#position;
  }

  /** The generator or coroutine whose frame it is. */
  owner(): Value | undefined {
    return undefined;
  }
}
export const frameType: PyType = staticType('frame', PyFrame, { instantiable: false });

/** An entry keeps what its frame shows; most exceptions are handled without anybody looking, so the frame is made for who does. */
export class PyTraceback extends PyObject {
  next: PyTraceback | undefined;
  /** Index into the unit's position table. */
  readonly position: number;
  readonly code: PyCode;
  private readonly globals: PyObject;
  /** As in the frame; for a class body or code with locals of its own only the namespace. */
  private readonly values: (Value | undefined)[] | undefined;
  private shown: PyFrame | undefined;
  constructor(
    next: PyTraceback | undefined,
    code: PyCode,
    globals: PyObject,
    position: number,
    values?: (Value | undefined)[],
  ) {
    super();
    this.next = next;
    this.position = position;
    this.code = code;
    this.globals = globals;
    this.values = values;
    this.shown = undefined;
  }

  static of(next: PyTraceback | undefined, frame: PyFrame, position: number): PyTraceback {
    const entry = new PyTraceback(next, frame.code, frame.globals, position);
    entry.shown = frame;
    return entry;
  }

  get frame(): PyFrame {
    if (this.shown !== undefined) return this.shown;
    const frame = new PyFrame(this.code, this.globals, this.position);
    if (this.code.info.locals !== undefined) frame.values = this.values;
    else frame.namespace = this.values?.[0];
    this.shown = frame;
    return frame;
  }
}
export const tracebackType: PyType = staticType('traceback', PyTraceback);

/** lineno, end_lineno, col_offset, end_col_offset of a position index. */
export function positionOf(code: PyCode, position: number): readonly [number, number, number, number] {
  const { positions } = code.unit;
  const at = position * 4;
  return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0, positions[at + 3] ?? 0];
}
