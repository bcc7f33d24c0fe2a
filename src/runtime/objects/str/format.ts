// str.format, format_map, __format__ and %. CPython: Objects/stringlib/unicode_format.h, Objects/unicode_format.c
import { None, NotImplemented, type PyObject, type Slots } from '../../core/object.ts';
import { slotsOf, strType, typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { indexError, isError, keyError, typeError, valueError } from '../../exceptions/errors.ts';
import { getAttr } from '../../protocols/attribute.ts';
import { integerPart, isNumber } from '../../protocols/convert.ts';
import { asIndex, getItem } from '../../protocols/item.ts';
import { asDouble } from '../../protocols/real.ts';
import { ascii, format, repr, str } from '../../protocols/text.ts';
import { fullTypeName } from '../../protocols/type-name.ts';
import { formatText } from '../../text/format.ts';
import { type FieldHost, formatFields } from '../../text/format-fields.ts';
import { type Int, intToText } from '../../text/int-text.ts';
import { type PercentConverter, percentFormat } from '../../text/percent.ts';
import { percentPlain } from '../../text/percent-plain.ts';
import { codePointAt, type Text, textLength, utf16Of } from '../../text/text.ts';
import { PyDict } from '../dict/dict.ts';
import { dictGet } from '../dict/table.ts';
import { intValue } from '../int/int.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { exactStr } from './sequence.ts';
import { isStr, type StrValue, strOf, textOfStr } from './str.ts';

type Host = FieldHost<Value>;

/** Fields out of the arguments of a call. A class, because an object of closures a call costs more than the formatting. */
class ArgumentFields implements Host {
  private readonly args: readonly Value[];
  private readonly keywords: Value | undefined;

  constructor(args: readonly Value[], keywords: Value | undefined) {
    this.args = args;
    this.keywords = keywords;
  }

  positional(index: number): Value {
    const value = this.args[index];
    if (value !== undefined) return value;
    throw indexError(`Replacement index ${index} out of range for positional args tuple`);
  }

  keyword(name: Text): Value {
    const key = strOf(name);
    const value = this.keywords instanceof PyDict ? dictGet(this.keywords, key) : undefined;
    if (value === undefined) throw keyError(key);
    return value;
  }

  getAttr(value: Value, name: Text): Value {
    return getAttr(value, utf16Of(name));
  }

  getItem(value: Value, key: Text | number): Value {
    return getItem(value, typeof key === 'number' ? int(key) : strOf(key));
  }

  convert(value: Value, conversion: 'r' | 's' | 'a'): Value {
    return conversion === 'r' ? repr(value) : conversion === 's' ? str(value) : ascii(value);
  }

  format(value: Value, spec: Text): Text {
    return textOfStr(format(value, strOf(spec)));
  }
}

/** Fields out of one mapping. */
class MappingFields extends ArgumentFields {
  private readonly mapping: Value;

  constructor(mapping: Value) {
    super([], undefined);
    this.mapping = mapping;
  }

  override positional(): Value {
    throw valueError('Format string contains positional fields');
  }

  override keyword(name: Text): Value {
    return getItem(this.mapping, strOf(name));
  }
}

/** CPython: str.format */
export function strFormat(self: StrValue, args: Value[], keywords: Value | undefined): Value {
  return strOf(formatFields(textOfStr(self), new ArgumentFields(args, keywords)));
}

/** CPython: str.format_map */
export function strFormatMap(self: StrValue, mapping: Value): Value {
  return strOf(formatFields(textOfStr(self), new MappingFields(mapping)));
}

/** CPython: str.__format__ */
export function strFormatSpec(self: StrValue, spec: Value): StrValue {
  if (!isStr(spec))
    throw typeError(`__format__() argument must be str, not ${spec === None ? 'None' : typeOf(spec).typeName}`);
  const text = textOfStr(spec);
  if (text === '') return typeOf(self) === strType ? self : str(self);
  return strOf(formatText(textOfStr(self), text, { typeName: typeOf(self).typeName }));
}

/** Text conversions of `%`, shared by nothing else. */
const CONVERT: PercentConverter<Value> = {
  text: (value, code) => textOfStr(code === 's' ? str(value) : code === 'r' ? repr(value) : ascii(value)),
  integer: percentInteger,
  float: (value) => asDouble(value),
  character(value) {
    if (isStr(value)) {
      const text = textOfStr(value);
      return textLength(text) === 1 ? codePointAt(text, 0) : { length: textLength(text) };
    }
    return indexOrUndefined(value);
  },
  star: intValue,
  typeName: (value) => typeOf(value).typeName,
  fullTypeName: (value) => fullTypeName(typeOf(value)),
  decimal: (value) => intToText(value),
};

/** CPython: mainformatlong */
function percentInteger(value: Value, code: string): Int | undefined {
  const exact = intValue(value);
  if (exact !== undefined) return exact;
  if (!isNumber(value)) return undefined;
  if (code === 'x' || code === 'X' || code === 'o') return indexOrUndefined(value);
  try {
    return integerPart(value);
  } catch (e) {
    if (isError(e, 'TypeError')) return undefined;
    throw e;
  }
}

function indexOrUndefined(value: Value): Int | undefined {
  try {
    return asIndex(value);
  } catch (e) {
    if (isError(e, 'TypeError')) return undefined;
    throw e;
  }
}

/** CPython: PyUnicode_Format */
export function strMod(self: StrValue, value: Value): Value {
  if (typeof self === 'string') {
    const quick = percentPlain(self, value instanceof PyTuple ? value.items : [value]);
    if (quick !== undefined) return quick;
  }
  if (!isStr(self)) return NotImplemented;
  return strOf(percentFormat(textOfStr(self), percentValues(value), CONVERT));
}

export function strRmod(self: StrValue, value: Value): Value {
  return isStr(value) ? strMod(value, self) : NotImplemented;
}

function percentValues(value: Value): { items: readonly Value[]; lookup?: (key: Text) => Value } {
  if (value instanceof PyTuple) return { items: value.items };
  const isMapping = !isStr(value) && (slotsOf(value) as PyObject & Slots)['m$__getitem__'] !== undefined;
  if (!isMapping) return { items: [value] };
  return { items: [value], lookup: (key) => getItem(value, strOf(key)) };
}

/** CPython: unicode_str */
export function strStr(self: StrValue): StrValue {
  return exactStr(self);
}
