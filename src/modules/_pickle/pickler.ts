// The state of a pickler, and its memo. CPython: Modules/_pickle.c (PicklerObject, memo_put, memo_get)
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isPythonFunction, type PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import * as op from './opcodes.ts';
import { PickleWriter } from './writer.ts';

const DISPATCH_TABLE: unique symbol = Symbol('pickle dispatch table');

export interface PicklerOptions {
  readonly file: Value | undefined;
  readonly protocol: number;
  readonly fixImports: boolean;
  readonly bufferCallback: Value | undefined;
}

export class PyPickler extends PyObject {
  /** Undefined until `__init__` has run. */
  writer: PickleWriter | undefined = undefined;
  protocol = 0;
  /** Protocol 1 or higher. */
  isBinary = 0;
  /** Nothing is remembered. */
  fast = 0;
  fixImports = false;
  bufferCallback: Value | undefined = undefined;
  dispatchTable: Value | undefined = undefined;
  persistentId: Value | undefined = undefined;
  reducerOverride: Value | undefined = undefined;
  /** The module copyreg, once it was needed. */
  private copyregModule: Value | undefined = undefined;
  private newObject: Value | undefined = undefined;
  isRunning = false;
  /** Methods set on the instance. */
  own: Map<string, Value> | undefined = undefined;
  /** The numbers of the objects written, in order. */
  memo: Map<Value, number> = new Map();
  /** What is being saved in fast mode, once that is deep. */
  fastNesting = 0;
  fastSeen: Set<Value> | undefined = undefined;

  prepare({ file, protocol, fixImports, bufferCallback }: PicklerOptions): void {
    this.writer = new PickleWriter(file);
    this.protocol = protocol;
    this.isBinary = protocol > 0 ? 1 : 0;
    this.fast = 0;
    this.fixImports = fixImports && protocol < 3;
    this.bufferCallback = bufferCallback;
    this.memo = new Map();
  }

  get copyreg(): Value {
    if (this.copyregModule === undefined) this.copyregModule = state.interp.importModule('copyreg');
    return this.copyregModule;
  }

  /** Whether copyreg still has the `__newobj__` that an operation stands for. */
  get hasOwnNewObject(): boolean {
    this.newObject ??= getAttr(this.copyreg, '__newobj__');
    return isPythonFunction(this.newObject) && this.newObject.meta.name === '__newobj__';
  }

  /** What copyreg was told about types when this module was first used. CPython: PickleState.dispatch_table */
  get commonDispatchTable(): Value {
    const { states } = state.interp;
    let table = states.get(DISPATCH_TABLE) as Value | undefined;
    if (table === undefined) states.set(DISPATCH_TABLE, (table = getAttr(this.copyreg, 'dispatch_table')));
    return table;
  }

  memoize(obj: Value): void {
    if (this.fast !== 0) return;
    const index = this.memo.size;
    this.memo.set(obj, index);
    const writer = this.writer!;
    if (this.protocol >= 4) writer.byte(op.MEMOIZE);
    else if (!this.isBinary) writer.text(`p${index}\n`);
    else if (index < 256) writer.number(op.BINPUT, index, 1);
    else writer.number(op.LONG_BINPUT, index, 4);
  }

  /** Writes a reference to what was written before. */
  recall(index: number): void {
    const writer = this.writer!;
    if (!this.isBinary) writer.text(`g${index}\n`);
    else if (index < 256) writer.number(op.BINGET, index, 1);
    else writer.number(op.LONG_BINGET, index, 4);
  }
}

export const picklerType: PyType = staticType('Pickler', PyPickler, {
  module: '_pickle',
  subclassable: true,
  mutable: true,
});
