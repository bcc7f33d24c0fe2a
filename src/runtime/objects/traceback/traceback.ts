// Tracebacks and the frames they show. An entry is made by the catch around each function's body, from the position it had reached.
// CPython: Python/traceback.c, Objects/frameobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { PyCode } from '../code/code.ts';

/** A frame as introspection sees it: no live frame object exists while code runs. */
export class PyFrame extends PyObject {
  readonly code: PyCode;
  readonly globals: PyObject;
  #position: number | (() => number);
  back: PyFrame | undefined;
  locals: Value | undefined;
  /** A position that takes looking for may be given as what looks. */
  constructor(code: PyCode, globals: PyObject, position: number | (() => number)) {
    super();
    this.code = code;
    this.globals = globals;
    this.#position = position;
    this.back = undefined;
    this.locals = undefined;
  }

  /** Index into the unit's position table. */
  get position(): number {
    if (typeof this.#position === 'function') this.#position = this.#position();
    return this.#position;
  }
}
export const frameType: PyType = staticType('frame', PyFrame, { instantiable: false });

export class PyTraceback extends PyObject {
  next: PyTraceback | undefined;
  readonly frame: PyFrame;
  /** Index into the unit's position table. */
  readonly position: number;
  constructor(next: PyTraceback | undefined, frame: PyFrame, position: number) {
    super();
    this.next = next;
    this.frame = frame;
    this.position = position;
  }
}
export const tracebackType: PyType = staticType('traceback', PyTraceback);

/** lineno, end_lineno, col_offset, end_col_offset of a position index. */
export function positionOf(code: PyCode, position: number): readonly [number, number, number, number] {
  const { positions } = code.unit;
  const at = position * 4;
  return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0, positions[at + 3] ?? 0];
}
