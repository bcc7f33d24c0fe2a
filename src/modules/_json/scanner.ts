// `_json.make_scanner` and `scanstring`: JSON text to Python objects. CPython: Modules/_json.c (scanner_*, py_scanstring)

import { None, PyObject } from '../../runtime/core/object.ts';
import { float, floatType, intType, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, type Raised, stopIteration, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import type { PyBaseException } from '../../runtime/exceptions/exception.ts';
import { member, method, slot, type TypeTable } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictOfNames, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, type StrValue, strOfPoints, strOfUtf16, textOfStr } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { parseIntText } from '../../runtime/text/int-text.ts';
import { codePointAt, textLength } from '../../runtime/text/text.ts';
import { JsonScanner, type JsonSink, JsonSyntaxError, NoValue } from './scan.ts';
import { DocumentShapes, type Shape } from './shape.ts';

export class PyJsonScanner extends PyObject {
  readonly strict: boolean;
  readonly objectHook: Value;
  readonly objectPairsHook: Value;
  readonly parseFloat: Value;
  readonly parseInt: Value;
  readonly parseConstant: Value;
  readonly sink: JsonSink<Value>;
  readonly shapes: DocumentShapes = new DocumentShapes();
  constructor(context: Value) {
    super();
    this.strict = isTrue(getAttr(context, 'strict'));
    this.objectHook = getAttr(context, 'object_hook');
    this.objectPairsHook = getAttr(context, 'object_pairs_hook');
    this.parseFloat = getAttr(context, 'parse_float');
    this.parseInt = getAttr(context, 'parse_int');
    this.parseConstant = getAttr(context, 'parse_constant');
    this.sink = new ValueSink(this);
  }
}

export const scannerType: PyType = staticType('Scanner', PyJsonScanner, { module: '_json' });

/** Makes Python objects, by way of the hooks a decoder was given. */
class ValueSink implements JsonSink<Value> {
  readonly null: Value = None;
  readonly true: Value = true;
  readonly false: Value = false;
  readonly takesSmall: boolean;
  readonly takesDouble: boolean;
  private readonly hooks: PyJsonScanner;

  constructor(hooks: PyJsonScanner) {
    this.hooks = hooks;
    this.takesSmall = hooks.parseInt === intType;
    this.takesDouble = hooks.parseFloat === floatType;
  }

  plain(text: string): Value {
    return text;
  }

  string(text: string, breaks: readonly number[]): Value {
    return textValue(text, breaks);
  }

  small(value: number): Value {
    return int(value);
  }

  int(digits: string): Value {
    const { parseInt } = this.hooks;
    return parseInt === intType ? (parseIntText(digits) as Value) : call(parseInt, digits);
  }

  float(digits: string): Value {
    const { parseFloat } = this.hooks;
    return parseFloat === floatType ? float(Number(digits)) : call(parseFloat, digits);
  }

  double(value: number): Value {
    return float(value);
  }

  constant(name: string): Value {
    return call(this.hooks.parseConstant, name);
  }

  array(items: Value[]): Value {
    return new PyList(items);
  }

  object(members: (Value | undefined)[], shape: Shape, isKnown: boolean): Value {
    const { objectHook, objectPairsHook } = this.hooks;
    if (objectPairsHook !== None) return call(objectPairsHook, pairs(members));
    const dict = isKnown ? knownDict(members, shape) : dictOf(members);
    return objectHook === None ? dict : call(objectHook, dict);
  }
}

function pairs(members: readonly (Value | undefined)[]): PyList {
  const items: Value[] = [];
  for (let i = 1; i < members.length; i += 2) items.push(new PyTuple([members[i]!, members[i + 1]!]));
  return new PyList(items);
}

function dictOf(members: readonly (Value | undefined)[]): PyDict {
  const dict = new PyDict();
  for (let i = 1; i < members.length; i += 2) dictSet(dict, members[i]!, members[i + 1]!);
  return dict;
}

/** Once a dict with these keys was made and none was there twice, the next one takes its entries as they are. */
function knownDict(members: (Value | undefined)[], shape: Shape): PyDict {
  const keys = shape.memo;
  if (keys) return dictOfNames(keys, members);
  const dict = dictOf(members);
  if (keys === undefined) shape.memo = dict.size * 2 + 1 === members.length ? { names: undefined } : null;
  return dict;
}

/** The str of UTF-16 in which no pair lies over a break. */
function textValue(text: string, breaks: readonly number[]): Value {
  if (breaks.length === 0) return strOfUtf16(text);
  const points: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff && !breaks.includes(i + 1)) {
      points.push(point);
      i++;
    } else points.push(text.charCodeAt(i));
  }
  return strOfPoints(points);
}

/** CPython: PyLong_AsSsize_t */
function sizeArgument(value: Value): number {
  const size = asIndex(value);
  if (typeof size === 'bigint' && BigInt.asIntN(64, size) !== size) {
    throw overflowError('Python int too large to convert to C ssize_t');
  }
  return Number(size);
}

const isHigh = (point: number): boolean => point >= 0xd800 && point <= 0xdbff;
const isLow = (point: number): boolean => point >= 0xdc00 && point <= 0xdfff;

/** A document as UTF-16, with its positions as code points. */
class JsonDocument {
  readonly source: StrValue;
  readonly text: string;
  readonly narrow: boolean;
  readonly length: number;

  constructor(source: StrValue) {
    const text = textOfStr(source);
    this.source = source;
    this.text = jsString(source);
    this.narrow = typeof text === 'string';
    this.length = textLength(text);
  }

  /** The code unit at which a code point begins. */
  unitOf(point: number): number {
    if (this.narrow || point > this.length) return point;
    const text = textOfStr(this.source);
    let unit = point;
    for (let i = 0; i < point; i++) if (codePointAt(text, i) > 0xffff) unit++;
    return unit;
  }

  pointOf(unit: number): number {
    if (this.narrow) return unit;
    const text = textOfStr(this.source);
    let point = 0;
    for (let at = 0; at < unit; point++) at += codePointAt(text, point) > 0xffff ? 2 : 1;
    return point;
  }

  /** The offsets of code units between two surrogates that are code points of their own. */
  splits(): readonly number[] {
    const text = textOfStr(this.source);
    if (typeof text === 'string') return [];
    const found: number[] = [];
    let unit = 0;
    for (let i = 0; i < this.length; i++) {
      const point = codePointAt(text, i);
      unit += point > 0xffff ? 2 : 1;
      if (isHigh(point) && i + 1 < this.length && isLow(codePointAt(text, i + 1))) found.push(unit);
    }
    return found;
  }

  /** The exception for what the scanner threw; anything else is itself. */
  raised(error: unknown): unknown {
    if (error instanceof NoValue) return stopIteration(int(this.pointOf(error.position)));
    if (error instanceof JsonSyntaxError) return decodeError(error.message, this.source, this.pointOf(error.position));
    return error;
  }
}

/** json.JSONDecodeError, which is written in Python. */
function decodeError(message: string, document: Value, position: number): Raised {
  const type = getAttr(state.interp.importModule('json.decoder'), 'JSONDecodeError');
  const error = call(type, message, document, int(position)) as PyBaseException;
  if (state.handled !== undefined) error.context = state.handled as PyBaseException;
  return error;
}

function documentOf(value: Value): JsonDocument {
  if (!isStr(value)) throw typeError(`first argument must be a string, not ${typeOf(value).typeName}`);
  return new JsonDocument(value);
}

function scannerCall(self: PyJsonScanner, string: Value, idx: Value): Value {
  const document = documentOf(string);
  const index = sizeArgument(idx);
  if (index < 0) throw valueError('idx cannot be negative');
  if (index >= document.length) throw stopIteration(int(index));
  const scanner = new JsonScanner<Value>(document.text, document.narrow, self.strict, self.sink, document.splits());
  try {
    const value = scanner.value(document.unitOf(index), self.shapes.of(document.text), 0);
    return new PyTuple([value, int(document.pointOf(scanner.end))]);
  } catch (error) {
    throw document.raised(error);
  }
}

const NO_SINK: JsonSink<Value> = {
  null: None,
  true: true,
  false: false,
  takesSmall: true,
  takesDouble: true,
  plain: (text) => text,
  string: textValue,
  small: () => None,
  int: () => None,
  float: () => None,
  constant: () => None,
  array: () => None,
  double: () => None,
  object: () => None,
};

/** `scanstring(string, end, strict=True) -> (string, end)` */
export function scanString(string: Value, end: Value, strict?: Value): Value {
  const index = sizeArgument(end);
  const document = documentOf(string);
  if (index < 0 || index > document.length) throw valueError('end is out of bounds');
  const isStrict = strict === undefined || isTrue(strict);
  const scanner = new JsonScanner<Value>(document.text, document.narrow, isStrict, NO_SINK, document.splits());
  try {
    const text = scanner.stringValue(document.unitOf(index));
    return new PyTuple([text, int(document.pointOf(scanner.end))]);
  } catch (error) {
    throw document.raised(error);
  }
}

export const scannerTable: TypeTable = {
  doc: 'JSON scanner object',
  new: method('!($type, context)', (_type: PyType, context: Value) => new PyJsonScanner(context), undefined, 'varargs'),
  methods: {
    __call__: slot('($self, string, idx)', scannerCall),
  },
  properties: {
    strict: member((self: PyJsonScanner) => self.strict),
    object_hook: member((self: PyJsonScanner) => self.objectHook),
    object_pairs_hook: member((self: PyJsonScanner) => self.objectPairsHook),
    parse_float: member((self: PyJsonScanner) => self.parseFloat),
    parse_int: member((self: PyJsonScanner) => self.parseInt),
    parse_constant: member((self: PyJsonScanner) => self.parseConstant),
  },
};
