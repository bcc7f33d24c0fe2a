// Writes Python objects as JSON text. CPython: Modules/_json.c (encoder_listencode_obj, encoder_listencode_dict, encoder_listencode_list)

import { None } from '../../runtime/core/object.ts';
import { PyFloat, PyInt, PyStr, typeOf } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyBaseException } from '../../runtime/exceptions/exception.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictGet, dictIsEmpty, dictKeys } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, type StrValue, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { lessThan } from '../../runtime/protocols/compare.ts';
import { itemsOf } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { floatRepr } from '../../runtime/text/float-repr.ts';
import { intToText } from '../../runtime/text/int-text.ts';

/** How to write: what the encoder object was given. */
export interface JsonStyle {
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
}

const MOST_NAMES = 1000;
const FEW_NAMES = 16;

/** Encodes one value; holds what is open, to find circles. */
export class JsonWriter {
  private out = '';
  /** Something was written that may have surrogates. */
  private wide: boolean;
  private readonly encoder: JsonStyle;
  /** The containers being written, outermost first; undefined when circles are not looked for. */
  private readonly open: Value[] | undefined;
  private readonly itemSeparator: string;
  private readonly keySeparator: string;
  private readonly indent: string | undefined;
  private level: number;
  /** Line end and indentation by level. */
  private readonly newlines: string[] = [];
  /** Keys as they are written, separator and all: those of one document come again and again. */
  private names: Map<string, string> | undefined;
  /** Keys written before any were kept: a small document is done by then. */
  private fresh = 0;
  /** The last keys that began with one, and their order. */
  private orders: Map<Value, { keys: readonly Value[]; sorted: readonly Value[] }> | undefined;

  constructor(encoder: JsonStyle, level: number) {
    this.encoder = encoder;
    this.open = encoder.markers === None ? undefined : [];
    this.itemSeparator = jsString(encoder.itemSeparator);
    this.keySeparator = jsString(encoder.keySeparator);
    this.indent = indentText(encoder.indent);
    this.level = Math.max(0, level);
    const { itemSeparator, keySeparator, indent } = encoder;
    this.wide = itemSeparator instanceof PyStr || keySeparator instanceof PyStr || indent instanceof PyStr;
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
    this.open?.pop();
  }

  private enter(container: Value): void {
    const { open } = this;
    if (open === undefined) return;
    if (open.includes(container)) throw valueError('Circular reference detected');
    open.push(container);
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
    const known = this.newlines[this.level];
    if (known !== undefined) return known;
    const made = `\n${this.indent!.repeat(this.level)}`;
    if (this.level < 100) this.newlines[this.level] = made;
    return made;
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
    let i = 0;
    try {
      for (; i < items.length; i++) {
        if (i > 0) this.out += between;
        this.value(items[i]!);
      }
    } catch (error) {
      throw noted(error, () => `when serializing ${fullTypeName(list)} item ${i}`);
    }
    this.finishContainer();
    this.out += ']';
    this.open?.pop();
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
    if (dictIsEmpty(dict)) {
      this.out += '{}';
      return;
    }
    this.enter(dict);
    // A plain dict is read as it is, live; else there is a list of keys and values.
    const listed = this.entriesOf(dict);
    let entries = listed ?? dict.entries;
    let at = listed === undefined ? dict.first : 0;
    this.out += '{';
    let between = '';
    let inside: Value | undefined;
    try {
      for (; at < entries.length; at += 2) {
        const key = entries[at];
        if (key === undefined) continue;
        inside = undefined;
        const name = typeof key === 'string' ? this.name(key) : this.unusualName(key);
        if (name === undefined) continue;
        if (between === '') between = this.begin();
        else this.out += between;
        this.out += name;
        inside = key;
        this.value(entries[at + 1]!);
        if (listed === undefined) entries = dict.entries;
      }
    } catch (error) {
      if (inside === undefined) throw error;
      const key = inside;
      throw noted(error, () => `when serializing ${fullTypeName(dict)} item ${reprForMessage(key)}`);
    }
    if (between !== '') this.finishContainer();
    this.out += '}';
    this.open?.pop();
  }

  /** Key, value, key, value where a plain dict's entries will not do. */
  private entriesOf(dict: PyDict): Value[] | undefined {
    const { sortKeys } = this.encoder;
    if (dict.cls === dictType && dict.owner === undefined && !sortKeys) return undefined;
    const isPlain = dict.cls === dictType;
    const ordered = isPlain && sortKeys ? this.byName(dict) : undefined;
    if (ordered !== undefined) return ordered;
    const pairs = isPlain ? Array.from(dictEntries(dict)) : itemsOf(call(getAttr(dict, 'items'))).map(pairOf);
    return (sortKeys ? sorted(pairs) : pairs).flat();
  }

  /** The same in the order of the keys; undefined unless all are plain strings, which the engine sorts as Python does. */
  private byName(dict: PyDict): Value[] | undefined {
    const keys = dictKeys(dict);
    for (let i = 0; i < keys.length; i++) if (typeof keys[i] !== 'string') return undefined;
    const sortedKeys = this.sortedNames(keys);
    const entries: Value[] = [];
    for (let i = 0; i < keys.length; i++) entries.push(sortedKeys[i]!, dictGet(dict, sortedKeys[i]!)!);
    return entries;
  }

  /** Names in order. Many dicts have the keys of one before, which begins with the same. */
  private sortedNames(keys: readonly Value[]): readonly Value[] {
    this.orders ??= new Map();
    const known = this.orders.get(keys[0]!);
    if (known !== undefined && sameItems(known.keys, keys)) return known.sorted;
    const sorted = keys.length > 1 ? keys.slice().sort() : keys;
    if (this.orders.size < MOST_NAMES) this.orders.set(keys[0]!, { keys, sorted });
    return sorted;
  }

  /** A key, and what separates it from its value. */
  private name(key: string): string {
    if (this.names === undefined) {
      if (this.fresh++ < FEW_NAMES) return this.string(key) + this.keySeparator;
      this.names = new Map();
    }
    let name = this.names.get(key);
    if (name === undefined) {
      name = this.string(key) + this.keySeparator;
      if (this.names.size < MOST_NAMES) this.names.set(key, name);
    }
    return name;
  }

  private unusualName(key: Value): string | undefined {
    const name = this.key(key);
    return name === undefined ? undefined : name + this.keySeparator;
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

function pairOf(item: Value): [Value, Value] {
  if (!(item instanceof PyTuple) || item.items.length !== 2) throw valueError('items must return 2-tuples');
  return [item.items[0]!, item.items[1]!];
}

function sorted(entries: [Value, Value][]): [Value, Value][] {
  return entries.sort(([a], [b]) => (lessThan(a, b) ? -1 : lessThan(b, a) ? 1 : 0));
}

function sameItems(a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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
