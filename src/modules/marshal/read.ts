// Reading marshalled values: everything CPython's formats up to 5 can say but its own code objects. CPython: Python/marshal.c (r_object)

import type { CodeUnit } from '../../contract/unit.ts';
import { FORMAT_VERSION } from '../../contract/version.ts';
import { Ellipsis, None } from '../../runtime/core/object.ts';
import { float } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { eofError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { loadUnit } from '../../runtime/execution/run.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { complex } from '../../runtime/objects/complex/complex.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { frozenSetOf } from '../../runtime/objects/set/make.ts';
import { PySet } from '../../runtime/objects/set/set.ts';
import { setAdd } from '../../runtime/objects/set/table.ts';
import { PySlice } from '../../runtime/objects/slice/slice.ts';
import { strOfPoints } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';

const MAX_DEPTH = 2000;
/** CPython: FLAG_REF */
const REFERABLE = 0x80;
const NULL: unique symbol = Symbol('NULL');

export class Reader {
  private readonly data: Uint8Array;
  private readonly view: DataView;
  private readonly allowCode: boolean;
  private readonly references: (Value | undefined)[] = [];
  private depth = 0;
  /** The next byte to read. */
  at = 0;
  constructor(data: Uint8Array, allowCode: boolean) {
    this.data = data;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.allowCode = allowCode;
  }

  private need(n: number): void {
    if (n < 0 || this.at + n > this.data.length) throw eofError('marshal data too short');
  }
  private byte(): number {
    if (this.at >= this.data.length) throw eofError('marshal data too short');
    return this.data[this.at++]!;
  }
  private long(): number {
    this.need(4);
    this.at += 4;
    return this.view.getInt32(this.at - 4, true);
  }
  private short(): number {
    this.need(2);
    this.at += 2;
    return this.view.getInt16(this.at - 2, true);
  }
  private double(): number {
    this.need(8);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }
  private raw(n: number): Uint8Array {
    this.need(n);
    this.at += n;
    return this.data.subarray(this.at - n, this.at);
  }

  /** One value; TypeError where the data has a NULL. */
  value(): Value {
    const v = this.object();
    if (v === NULL) throw typeError('NULL object in marshal data for object');
    return v;
  }

  private object(): Value | typeof NULL {
    if (this.at >= this.data.length) throw eofError('EOF read where object expected');
    const code = this.data[this.at++]!;
    if (++this.depth > MAX_DEPTH) throw valueError('recursion limit exceeded');
    const slot = code & REFERABLE ? this.references.push(undefined) - 1 : -1;
    const v = this.typed(String.fromCharCode(code & ~REFERABLE), slot);
    if (slot >= 0 && v !== NULL) this.references[slot] = v;
    this.depth--;
    return v;
  }

  private typed(letter: string, slot: number): Value | typeof NULL {
    switch (letter) {
      case '0':
        return NULL;
      case 'N':
        return None;
      case 'F':
        return false;
      case 'T':
        return true;
      case '.':
        return Ellipsis;
      case 'i':
        return int(this.long());
      case 'l':
        return this.big();
      case 'g':
        return float(this.double());
      case 'f':
        return float(Number(latin1(this.raw(this.byte()))));
      case 'y':
        return complex(this.double(), this.double());
      case 'r':
        return this.reference();
      default:
        return this.sized(letter, slot);
    }
  }

  private sized(letter: string, slot: number): Value {
    switch (letter) {
      case 's':
        return bytes(this.raw(this.size()).slice());
      case 'z':
      case 'Z':
        return latin1(this.raw(this.byte()));
      case 'a':
      case 'A':
        return latin1(this.raw(this.size()));
      case 'u':
      case 't':
        return utf8(this.raw(this.size()));
      case ')':
        return tuple(this.items(this.byte()));
      case '(':
        return tuple(this.items(this.size()));
      case '[':
        return this.list(slot);
      case '{':
        return this.dict(slot);
      case '<':
        return this.set(slot);
      case '>':
        return frozenSetOf(this.items(this.size()));
      case ':':
        return new PySlice(this.value(), this.value(), this.value());
      case 'c':
        return this.code();
      default:
        throw invalid('unknown type code');
    }
  }

  private size(): number {
    const n = this.long();
    if (n < 0) throw invalid('size out of range');
    return n;
  }

  private items(n: number): Value[] {
    const items: Value[] = [];
    for (let i = 0; i < n; i++) items.push(this.value());
    return items;
  }

  private list(slot: number): Value {
    const list = new PyList();
    if (slot >= 0) this.references[slot] = list;
    for (let n = this.size(); n > 0; n--) list.items.push(this.value());
    return list;
  }

  private dict(slot: number): Value {
    const dict = new PyDict();
    if (slot >= 0) this.references[slot] = dict;
    for (let key = this.object(); key !== NULL; key = this.object()) dictSet(dict, key, this.value());
    return dict;
  }

  private set(slot: number): Value {
    const set = new PySet();
    if (slot >= 0) this.references[slot] = set;
    for (let n = this.size(); n > 0; n--) setAdd(set, this.value());
    return set;
  }

  private big(): Value {
    const n = this.long();
    let value = 0n;
    for (let i = 0; i < Math.abs(n); i++) {
      const digit = this.short();
      if (digit < 0 || digit > 0x7fff) throw invalid('digit out of range in long');
      value |= BigInt(digit) << BigInt(15 * i);
    }
    return intFromBigInt(n < 0 ? -value : value);
  }

  private reference(): Value {
    const v = this.references[this.long()];
    if (v === undefined) throw invalid('invalid reference');
    return v;
  }

  private code(): Value {
    if (!this.allowCode) throw valueError('unmarshalling code objects is disallowed');
    const index = this.long();
    if (this.byte() !== 117) throw invalid('code object of another implementation');
    const unit = JSON.parse(new TextDecoder().decode(this.raw(this.size()))) as CodeUnit & { fingerprint: string };
    if (unit.format !== FORMAT_VERSION || unit.fingerprint !== state.interp.compiler.fingerprint)
      throw invalid('code object of another version');
    const script = state.interp.scriptOf(unit.filename, unit.javascript);
    const code = loadUnit(script === undefined ? unit : { ...unit, script }).codes[index];
    if (code === undefined) throw invalid('no such code object');
    return code;
  }
}

function invalid(why: string): Raised {
  return valueError(`bad marshal data (${why})`);
}

function latin1(data: Uint8Array): string {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return text;
}

/** UTF-8 in which surrogates may stand alone. */
function utf8(data: Uint8Array): Value {
  try {
    return strOfPoints(
      [...new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)].map((c) => c.codePointAt(0)!),
    );
  } catch {
    return strOfPoints(surrogatePoints(data));
  }
}

function surrogatePoints(data: Uint8Array): number[] {
  const points: number[] = [];
  for (let i = 0; i < data.length; ) {
    const b = data[i]!;
    const size = b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
    let point = size === 1 ? b : b & (0xff >> (size + 1));
    for (let k = 1; k < size; k++) point = (point << 6) | (data[i + k]! & 0x3f);
    points.push(point);
    i += size;
  }
  return points;
}
