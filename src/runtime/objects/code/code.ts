// Code objects: what the compiler knows about one block, and the unit it came from. CPython: Objects/codeobject.c
import type { CodeInfo, CodeUnit } from '../../../contract/unit.ts';
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { CodeLike, PyFunction, PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { PyCell } from '../cell/cell.ts';
import type { PyDict } from '../dict/dict.ts';

export class PyCode extends PyObject implements CodeLike {
  readonly unit: CodeUnit;
  info: CodeInfo;
  readonly index: number;
  name: string;
  qualname: string;
  filename: string;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  flags: number;
  varnames: readonly string[];
  /** The docstring, made when the code object is. */
  doc: Value | undefined;
  /** What the code needs to run by itself (`exec(code)`); set when the unit is loaded. */
  loaded: unknown;
  /** Makes a function of this code over globals and cells; set when the unit is loaded. */
  makeFunction: ((code: PyCode, globals: PyDict, cells: readonly PyCell[]) => PyFunction) | undefined;
  /** The code objects directly inside, for `co_consts`. */
  siblings: readonly PyCode[] | undefined;

  nested(): PyCode[] {
    return this.siblings === undefined ? [] : this.info.children.map((i) => this.siblings![i]!);
  }

  constructor(unit: CodeUnit, index: number) {
    super();
    const info = unit.codes[index]!;
    this.unit = unit;
    this.info = info;
    this.index = index;
    this.name = info.name;
    this.qualname = info.qualname;
    this.filename = unit.filename;
    this.argcount = info.argcount;
    this.posonlyargcount = info.posonlyargcount;
    this.kwonlyargcount = info.kwonlyargcount;
    this.flags = info.flags;
    this.varnames = info.varnames;
    this.doc = undefined;
    this.loaded = undefined;
    this.makeFunction = undefined;
    this.siblings = undefined;
  }
}

export const codeType: PyType = staticType('code', PyCode, { hasWeakref: true });
