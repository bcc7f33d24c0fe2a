// repr, str, ascii, format of any value. CPython: Objects/object.c (PyObject_Repr, PyObject_Str), Objects/abstract.c (PyObject_Format)
import type { Slots } from '../core/object.ts';
import { PyStr, slotsOf, strType, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import { isStr, jsString, type StrValue, strOf, textOfStr } from '../objects/str/str.ts';
import { floatRepr } from '../text/float-repr.ts';
import { isAsciiText } from '../text/predicates.ts';
import { asciiOf, reprText } from '../text/repr.ts';
import { concatText } from '../text/text.ts';

/** `repr(v)`. */
export function repr(v: Value): StrValue {
  if (typeof v === 'number') return Number.isInteger(v) ? String(v) : floatRepr(v);
  if (typeof v === 'string') return strOf(reprText(v));
  const method = (slotsOf(v) as unknown as { m$__repr__?: Entry }).m$__repr__;
  if (method === undefined) throw notCallable();
  const result = method(v);
  if (isStr(result)) return result;
  throw typeError(`__repr__ returned non-string (type ${typeOf(result).typeName})`);
}

/** A class has taken the method away: `__str__ = None`. */
function notCallable(): Raised {
  return typeError("'NoneType' object is not callable");
}

/** `str(v)`. */
export function str(v: Value): StrValue {
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return Number.isInteger(v) ? String(v) : floatRepr(v);
  if (v instanceof PyStr && v.cls === strType) return v;
  const method = (slotsOf(v) as unknown as { m$__str__?: Entry }).m$__str__;
  if (method === undefined) throw notCallable();
  const result = method(v);
  if (isStr(result)) return result;
  throw typeError(`__str__ returned non-string (type ${typeOf(result).typeName})`);
}

/** `ascii(v)`. */
export function ascii(v: Value): StrValue {
  const text = repr(v);
  return typeof text === 'object' && isAsciiText(textOfStr(text)) ? text : asciiOf(textOfStr(text));
}

/** `format(v, spec)`. */
export function format(v: Value, spec: Value): StrValue {
  if (spec === '') {
    if (typeof v === 'string') return v;
    if (typeof v === 'number') return str(v);
  }
  if (!isStr(spec)) throw typeError(`Format specifier must be a string, not ${typeOf(spec).typeName}`);
  const method = (slotsOf(v) as Slots)['m$__format__'] as Entry | undefined;
  if (method === undefined) throw notCallable();
  const result = method(v, spec);
  if (isStr(result)) return result;
  throw typeError(`__format__ must return a str, not ${typeOf(result).typeName}`);
}

/** Concatenates str values: an f-string's parts. */
export function joinStrings(parts: readonly StrValue[]): StrValue {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') return strOf(concatText(parts.map(textOfStr)));
    text += part;
  }
  return text;
}

/** `repr(v)` for a message. */
export function reprForMessage(v: Value): string {
  return jsString(repr(v));
}
