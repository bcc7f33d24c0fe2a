// `_json.make_encoder`: Python objects to JSON text, in one string. CPython: Modules/_json.c (encoder_*)

import { None, PyObject } from '../../runtime/core/object.ts';
import { PyFloat, PyInt, PyStr, staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyBaseException } from '../../runtime/exceptions/exception.ts';
import { member, method, slot, type TypeTable } from '../../runtime/native/define.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, type StrValue, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue, lessThan } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { itemsOf } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { floatRepr } from '../../runtime/text/float-repr.ts';
import { intToText } from '../../runtime/text/int-text.ts';
import { encode, encodeAscii } from './escape.ts';

export class PyJsonEncoder extends PyObject {
  readonly markers: Value;
  readonly default_: Value;
  readonly encoder: Value;
  readonly indent: Value;
  readonly keySeparator: StrValue;
  readonly itemSeparator: StrValue;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
  /** The string encoder when it is one of this module's own. */
  readonly fastEncode: ((text: string) => string) | undefined;
  constructor(args: readonly Value[]) {
    super();
    [this.markers, this.default_, this.encoder, this.indent] = args;
    this.keySeparator = separator(args, 4);
    this.itemSeparator = separator(args, 5);
    this.sortKeys = isTrue(args[6]);
    this.skipKeys = isTrue(args[7]);
    this.allowNan = isTrue(args[8]);
    if (this.markers !== None && !(this.markers instanceof PyDict)) {
      throw typeError(`make_encoder() argument 1 must be dict or None, not ${typeOf(this.markers).typeName}`);
    }
    this.fastEncode = nativeEncoder(this.encoder);
  }
}

export const encoderType: PyType = staticType('_json.Encoder', PyJsonEncoder, { module: '_json', qualname: 'Encoder' });

function separator(args: readonly Value[], at: number): StrValue {
  const value = args[at];
  if (isStr(value)) return value;
  throw typeError(`make_encoder() argument ${at + 1} must be str, not ${typeOf(value).typeName}`);
}

function encoderArgument(value: Value): StrValue {
  if (isStr(value)) return value;
  throw typeError(`first argument must be a string, not ${typeOf(value).typeName}`);
}

export function encodeBaseStringAscii(value: Value): Value {
  return encodeAscii(jsString(encoderArgument(value)));
}

export function encodeBaseString(value: Value): Value {
  return strOfUtf16(encode(jsString(encoderArgument(value))));
}

function nativeEncoder(encoder: Value): ((text: string) => string) | undefined {
  const run = (encoder as { meta?: { run?: unknown } }).meta?.run;
  if (run === encodeBaseStringAscii) return encodeAscii;
  return run === encodeBaseString ? encode : undefined;
}

/** Encodes one value; holds what is open, to find circles. */
class Writer {
  private out = '';
  /** Something was written that may have surrogates. */
  private wide: boolean;
  private readonly encoder: PyJsonEncoder;
  private readonly open: Set<Value> | undefined;
  private readonly itemSeparator: string;
  private readonly keySeparator: string;
  private readonly indent: string | undefined;
  private level: number;

  constructor(encoder: PyJsonEncoder, level: number) {
    this.encoder = encoder;
    this.open = encoder.markers === None ? undefined : new Set();
    this.itemSeparator = jsString(encoder.itemSeparator);
    this.keySeparator = jsString(encoder.keySeparator);
    this.indent = indentText(encoder.indent);
    this.level = Math.max(0, level);
    this.wide = [encoder.itemSeparator, encoder.keySeparator, encoder.indent].some((v) => v instanceof PyStr);
  }

  finish(): Value {
    return this.wide ? strOfUtf16(this.out) : this.out;
  }

  value(value: Value): void {
    if (typeof value === 'string') this.out += this.string(value);
    else if (value === None) this.out += 'null';
    else if (typeof value === 'boolean') this.out += value ? 'true' : 'false';
    else if (typeof value === 'number') this.out += Number.isInteger(value) ? value : this.float(value);
    else if (value instanceof PyList || value instanceof PyTuple) this.list(value);
    else if (value instanceof PyDict) this.dict(value);
    else this.valueSlow(value);
  }

  private valueSlow(value: Value): void {
    if (isStr(value)) this.out += this.string(value);
    else if (typeof value === 'bigint') this.out += intToText(value);
    else if (value instanceof PyInt) this.out += intToText(value.value);
    else if (value instanceof PyFloat) this.out += this.float(value.value);
    else this.byDefault(value);
  }

  private byDefault(value: Value): void {
    this.enter(value);
    const replaced = call(this.encoder.default_, value);
    this.noting(
      () => this.value(replaced),
      () => `when serializing ${fullTypeName(value)} object`,
    );
    this.open?.delete(value);
  }

  private enter(container: Value): void {
    const { open } = this;
    if (open === undefined) return;
    if (open.has(container)) throw valueError('Circular reference detected');
    open.add(container);
  }

  private string(value: StrValue): string {
    const { fastEncode, encoder } = this.encoder;
    if (typeof value === 'string' && fastEncode !== undefined) return fastEncode(value);
    this.wide = true;
    if (fastEncode !== undefined) return fastEncode(jsString(value));
    const encoded = call(encoder, value);
    if (!isStr(encoded)) throw typeError(`encoder() must return a string, not ${typeOf(encoded).typeName}`);
    return jsString(encoded);
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.encoder.allowNan) {
      throw valueError(`Out of range float values are not JSON compliant: ${floatRepr(value)}`);
    }
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  /** Line end and indentation inside the container just entered. */
  private newline(): string {
    return `\n${this.indent!.repeat(this.level)}`;
  }

  private list(list: PyList | PyTuple): void {
    const items = itemsOf(list);
    if (items.length === 0) {
      this.out += '[]';
      return;
    }
    this.enter(list);
    this.out += '[';
    const between = this.begin();
    for (let i = 0; i < items.length; i++) {
      if (i > 0) this.out += between;
      try {
        this.value(items[i]);
      } catch (error) {
        throw noted(error, () => `when serializing ${fullTypeName(list)} item ${i}`);
      }
    }
    this.finishContainer();
    this.out += ']';
    this.open?.delete(list);
  }

  /** Goes one level in; answers what separates items. */
  private begin(): string {
    if (this.indent === undefined) return this.itemSeparator;
    this.level++;
    const newline = this.newline();
    this.out += newline;
    return this.itemSeparator + newline;
  }

  private finishContainer(): void {
    if (this.indent === undefined) return;
    this.level--;
    this.out += this.newline();
  }

  private dict(dict: PyDict): void {
    const entries = this.entriesOf(dict);
    const mark = this.out.length;
    let between = '';
    let first = true;
    for (const [key, value] of entries) {
      if (first) {
        this.enter(dict);
        this.out += '{';
        between = this.begin();
      }
      const name = this.key(key);
      if (name === undefined) {
        if (first) this.undo(dict, mark);
        continue;
      }
      if (!first) this.out += between;
      first = false;
      this.out += name + this.keySeparator;
      try {
        this.value(value);
      } catch (error) {
        throw noted(error, () => `when serializing ${fullTypeName(dict)} item ${reprForMessage(key)}`);
      }
    }
    if (first) {
      this.out += '{}';
      return;
    }
    this.finishContainer();
    this.out += '}';
    this.open?.delete(dict);
  }

  /** Takes back the beginning of a dict: its first key was skipped. */
  private undo(dict: PyDict, mark: number): void {
    this.out = this.out.slice(0, mark);
    this.open?.delete(dict);
    if (this.indent !== undefined) this.level--;
  }

  private entriesOf(dict: PyDict): Iterable<readonly [Value, Value]> {
    if (dict.cls === dictType) {
      const entries = dictEntries(dict);
      return this.encoder.sortKeys ? sorted(Array.from(entries)) : entries;
    }
    const entries = itemsOf(call(getAttr(dict, 'items'))).map((item): [Value, Value] => {
      if (!(item instanceof PyTuple) || item.items.length !== 2) throw valueError('items must return 2-tuples');
      return [item.items[0], item.items[1]];
    });
    return this.encoder.sortKeys ? sorted(entries) : entries;
  }

  /** A key as a JSON string; undefined when it is to be skipped. */
  private key(key: Value): string | undefined {
    if (isStr(key)) return this.string(key);
    if (typeof key === 'number') return this.string(Number.isInteger(key) ? String(key) : this.float(key));
    if (key instanceof PyFloat) return this.string(this.float(key.value));
    if (typeof key === 'boolean') return this.string(key ? 'true' : 'false');
    if (key === None) return this.string('null');
    if (typeof key === 'bigint') return this.string(intToText(key));
    if (key instanceof PyInt) return this.string(intToText(key.value));
    if (this.encoder.skipKeys) return undefined;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeOf(key).typeName}`);
  }

  private noting(run: () => void, note: () => string): void {
    try {
      run();
    } catch (error) {
      throw noted(error, note);
    }
  }
}

function indentText(indent: Value): string | undefined {
  if (indent === None) return undefined;
  if (isStr(indent)) return jsString(indent);
  throw typeError(`can only concatenate str (not "${typeOf(indent).typeName}") to str`);
}

function sorted(entries: [Value, Value][]): [Value, Value][] {
  return entries.sort(([a], [b]) => (lessThan(a, b) ? -1 : lessThan(b, a) ? 1 : 0));
}

/** Adds a note to a Python exception on its way out. */
function noted(error: unknown, note: () => string): unknown {
  if (error instanceof PyBaseException) call(getAttr(error, 'add_note'), strOfUtf16(note()));
  return error;
}

function fullTypeName(value: Value): string {
  const type = typeOf(value);
  const module = type.attrs.get('__module__') ?? type.moduleName;
  if (typeof module !== 'string' || module === 'builtins' || module === '__main__') return type.qualname;
  return `${module}.${type.qualname}`;
}

function encoderCall(self: PyJsonEncoder, obj: Value, currentIndentLevel: Value): Value {
  const writer = new Writer(self, Number(asIndex(currentIndentLevel)));
  writer.value(obj);
  return new PyTuple([writer.finish()]);
}

export const encoderTable: TypeTable = {
  doc: 'Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
  new: method(
    '!($type, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
    (_type: PyType, ...args: Value[]) => new PyJsonEncoder(args),
    undefined,
    'varargs',
  ),
  methods: {
    __call__: slot('($self, obj, _current_indent_level)', encoderCall),
  },
  properties: {
    markers: member((self: PyJsonEncoder) => self.markers),
    default: member((self: PyJsonEncoder) => self.default_),
    encoder: member((self: PyJsonEncoder) => self.encoder),
    indent: member((self: PyJsonEncoder) => self.indent),
    key_separator: member((self: PyJsonEncoder) => self.keySeparator),
    item_separator: member((self: PyJsonEncoder) => self.itemSeparator),
    sort_keys: member((self: PyJsonEncoder) => self.sortKeys),
    skipkeys: member((self: PyJsonEncoder) => self.skipKeys),
  },
};
