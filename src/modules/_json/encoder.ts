// `_json.make_encoder`: Python objects to JSON text, in one string. CPython: Modules/_json.c (encoder_*)

import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { member, method, slot, type TypeTable } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { isStr, jsString, type StrValue, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { encode, encodeAscii } from './escape.ts';
import { type JsonStyle, JsonWriter } from './writer.ts';

export class PyJsonEncoder extends PyObject implements JsonStyle {
  readonly markers: Value;
  readonly default_: Value;
  readonly encoder: Value;
  readonly indent: Value;
  readonly keySeparator: StrValue;
  readonly itemSeparator: StrValue;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
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

export const encoderType: PyType = staticType('Encoder', PyJsonEncoder, { module: '_json' });

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

function encoderCall(self: PyJsonEncoder, obj: Value, currentIndentLevel: Value): Value {
  const writer = new JsonWriter(self, Number(asIndex(currentIndentLevel)));
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
