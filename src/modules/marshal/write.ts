// Writing marshalled values. The format is CPython's version 2, without references; code objects are our own: the unit as JSON and an index.
// CPython: Python/marshal.c (w_object)

import { Ellipsis, None } from '../../runtime/core/object.ts';
import { PyFloat, PyStr } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { valueError } from '../../runtime/exceptions/errors.ts';
import { PyCode } from '../../runtime/objects/code/code.ts';
import { PyComplex } from '../../runtime/objects/complex/complex.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { PyFrozenSet, PySet } from '../../runtime/objects/set/set.ts';
import { setItems, setSize } from '../../runtime/objects/set/table.ts';
import { PySlice } from '../../runtime/objects/slice/slice.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';

const MAX_DEPTH = 2000;

export class Writer {
  private bytes = new Uint8Array(256);
  private size = 0;
  private depth = 0;
  private readonly allowCode: boolean;
  constructor(allowCode: boolean) {
    this.allowCode = allowCode;
  }

  result(): Uint8Array {
    return this.bytes.slice(0, this.size);
  }

  private reserve(n: number): void {
    if (this.size + n <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.size + n));
    grown.set(this.bytes.subarray(0, this.size));
    this.bytes = grown;
  }

  private byte(b: number): void {
    this.reserve(1);
    this.bytes[this.size++] = b;
  }

  private code(letter: string): void {
    this.byte(letter.charCodeAt(0));
  }

  private long(n: number): void {
    this.reserve(4);
    new DataView(this.bytes.buffer).setInt32(this.size, n, true);
    this.size += 4;
  }

  private raw(data: Uint8Array): void {
    this.reserve(data.length);
    this.bytes.set(data, this.size);
    this.size += data.length;
  }

  private block(letter: string, data: Uint8Array): void {
    this.code(letter);
    this.long(data.length);
    this.raw(data);
  }

  private double(x: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.size, x, true);
    this.size += 8;
  }

  value(v: Value): void {
    if (++this.depth > MAX_DEPTH) throw valueError('object too deeply nested to marshal');
    if (typeof v === 'number' && Number.isInteger(v)) this.int(v);
    else if (typeof v === 'number') this.float(v);
    else if (typeof v === 'bigint') this.big(v);
    else if (typeof v === 'string') this.text(v);
    else if (typeof v === 'boolean') this.code(v ? 'T' : 'F');
    else this.object(v);
    this.depth--;
  }

  private int(n: number): void {
    if (n === (n | 0)) {
      this.code('i');
      this.long(n);
    } else this.big(BigInt(n));
  }

  private big(n: bigint): void {
    const digits: number[] = [];
    for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn));
    this.code('l');
    this.long(n < 0n ? -digits.length : digits.length);
    for (const digit of digits) {
      this.byte(digit & 0xff);
      this.byte(digit >> 8);
    }
  }

  private float(x: number): void {
    this.code('g');
    this.double(x);
  }

  private text(s: string): void {
    const data = new TextEncoder().encode(s);
    if (data.length === s.length && data.length < 256) {
      this.code('z');
      this.byte(data.length);
      this.raw(data);
    } else this.block(data.length === s.length ? 'a' : 'u', data);
  }

  /** UTF-8 with surrogates passed through. */
  private wide(v: PyStr): void {
    const out: number[] = [];
    for (const point of v.codePoints ?? []) {
      if (point >= 0xd800 && point <= 0xdfff)
        out.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
      else out.push(...new TextEncoder().encode(String.fromCodePoint(point)));
    }
    this.block('u', Uint8Array.from(out));
  }

  private object(v: Value & object): void {
    if (v === None) this.code('N');
    else if (v === Ellipsis) this.code('.');
    else if (v instanceof PyFloat) this.float(v.value);
    else if (v instanceof PyStr) v.codePoints === undefined ? this.text(v.value) : this.wide(v);
    else if (v instanceof PyComplex) {
      this.code('y');
      this.double(v.real);
      this.double(v.imag);
    } else if (v instanceof PyTuple) this.tuple(v.items);
    else if (v instanceof PyList) this.sequence('[', v.items);
    else if (v instanceof PyDict) this.dict(v);
    else if (v instanceof PySet) this.set(v);
    else if (v instanceof PySlice) {
      this.code(':');
      for (const part of [v.start, v.stop, v.step]) this.value(part);
    } else if (v instanceof PyCode) this.codeObject(v);
    else {
      const data = lookupBuffer(v);
      if (data === undefined) throw valueError('unmarshallable object');
      this.block('s', data);
    }
  }

  private tuple(items: readonly Value[]): void {
    if (items.length < 256) {
      this.code(')');
      this.byte(items.length);
      for (const item of items) this.value(item);
    } else this.sequence('(', items);
  }

  private sequence(letter: string, items: readonly Value[]): void {
    this.code(letter);
    this.long(items.length);
    for (const item of items) this.value(item);
  }

  private dict(dict: PyDict): void {
    this.code('{');
    for (const [key, value] of dictEntries(dict)) {
      this.value(key);
      this.value(value);
    }
    this.code('0');
  }

  private set(set: PySet): void {
    this.code(set instanceof PyFrozenSet ? '>' : '<');
    this.long(setSize(set));
    for (const key of setItems(set)) this.value(key);
  }

  private codeObject(code: PyCode): void {
    if (!this.allowCode) throw valueError('marshalling code objects is disallowed');
    this.code('c');
    this.long(code.index);
    this.block('u', new TextEncoder().encode(marshalled(code)));
  }
}

/** The whole unit, with the name of the compiler that it is good for. */
function marshalled({ unit }: PyCode): string {
  const { format, filename, javascript, constants, codes, positions } = unit;
  const { fingerprint } = state.interp.compiler;
  return JSON.stringify({ fingerprint, format, filename, javascript, constants, codes, positions });
}
