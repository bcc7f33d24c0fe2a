// The machine that runs a pickle: a stack with marks, and a memo. CPython: Modules/_pickle.c (UnpicklerObject, load)
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import type { Raised } from '../../runtime/exceptions/errors.ts';
import { unpicklingError } from './errors.ts';
import type { PickleReader } from './reader.ts';

export interface UnpicklerOptions {
  readonly reader: PickleReader;
  readonly fixImports: boolean;
  readonly encoding: string;
  readonly errors: string;
  /** An iterator. */
  readonly buffers: Value | undefined;
}

export class PyUnpickler extends PyObject {
  /** Undefined until `__init__` has run. */
  reader: PickleReader | undefined = undefined;
  fixImports = true;
  encoding = 'ASCII';
  errors = 'strict';
  buffers: Value | undefined = undefined;
  protocol = 0;
  stack: Value[] = [];
  marks: number[] = [];
  /** Objects below this height are an outer mark's. */
  fence = 0;
  /** By number, mostly from 0 on without gaps. */
  memo: Value[] = [];
  /** Numbers far beyond those. */
  farMemo: Map<number, Value> | undefined = undefined;
  /** `find_class` and `persistent_load` of a subclass. */
  findClass: Value | undefined = undefined;
  persistentLoad: Value | undefined = undefined;
  isRunning = false;
  /** Methods set on the instance. */
  own: Map<string, Value> | undefined = undefined;

  prepare({ reader, fixImports, encoding, errors, buffers }: UnpicklerOptions): void {
    this.reader = reader;
    this.fixImports = fixImports;
    this.encoding = encoding;
    this.errors = errors;
    this.buffers = buffers;
    this.memo = [];
    this.farMemo = undefined;
  }

  remember(index: number, value: Value): void {
    if (index === this.memo.length && this.farMemo === undefined) this.memo.push(value);
    else if (index < this.memo.length) this.memo[index] = value;
    else (this.farMemo ??= new Map()).set(index, value);
  }

  recall(index: number): Value | undefined {
    return index < this.memo.length ? this.memo[index] : this.farMemo?.get(index);
  }

  get memoSize(): number {
    return this.memo.length + (this.farMemo?.size ?? 0);
  }

  /** Numbers and objects. */
  memoEntries(): [number, Value][] {
    return [...this.memo.entries(), ...(this.farMemo ?? [])];
  }

  setMemo(entries: Iterable<readonly [number, Value]>): void {
    this.memo = [];
    this.farMemo = undefined;
    for (const [index, value] of entries) this.remember(index, value);
  }

  push(value: Value): void {
    this.stack.push(value);
  }

  pop(): Value {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack.pop()!;
  }

  top(): Value {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack[this.stack.length - 1]!;
  }

  mark(): void {
    this.marks.push(this.stack.length);
    this.fence = this.stack.length;
  }

  /** What was pushed since the last mark, taken off with it. */
  sinceMark(): Value[] {
    const at = this.marks.pop();
    if (at === undefined) throw unpicklingError('could not find MARK');
    this.fence = this.marks.length > 0 ? this.marks[this.marks.length - 1]! : 0;
    return this.stack.splice(at);
  }

  /** CPython: Pdata_stack_underflow */
  underflow(): Raised {
    return unpicklingError(this.marks.length > 0 ? 'unexpected MARK found' : 'unpickling stack underflow');
  }
}

export const unpicklerType: PyType = staticType('Unpickler', PyUnpickler, {
  module: '_pickle',
  subclassable: true,
  mutable: true,
});
