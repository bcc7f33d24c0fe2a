// bytes % values. CPython: Objects/bytesobject.c (_PyBytes_FormatEx)
import { NotImplemented, type PyObject, type Slots } from '../../core/object.ts';
import { slotsOf, typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { isError, typeError } from '../../exceptions/errors.ts';
import { lookupBuffer } from '../../protocols/buffer.ts';
import { integerPart, isNumber } from '../../protocols/convert.ts';
import { dunderBytes } from '../../protocols/dunder-bytes.ts';
import { asIndex, getItem } from '../../protocols/item.ts';
import { asDouble } from '../../protocols/real.ts';
import { ascii } from '../../protocols/text.ts';
import { fullTypeName } from '../../protocols/type-name.ts';
import { type Int, intToText } from '../../text/int-text.ts';
import { latin1, latin1Bytes } from '../../text/latin1.ts';
import { type PercentConverter, percentFormatBytes } from '../../text/percent.ts';
import type { Text } from '../../text/text.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { intValue } from '../int/int.ts';
import { textOfStr } from '../str/str.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { bytes, PyBytes } from './bytes.ts';
import { type BytesLike, like } from './operand.ts';

const CONVERT: PercentConverter<Value> = {
  text: (value, code) => (code === 'r' || code === 'a' ? textOfStr(ascii(value)) : latin1(bytesForFormat(value))),
  integer: percentInteger,
  float: percentFloat,
  character(value) {
    if (value instanceof PyBytes || value instanceof PyByteArray) {
      return value.value.length === 1 ? value.value[0]! : { length: value.value.length };
    }
    return tryIndex(value);
  },
  star: intValue,
  typeName: (value) => typeOf(value).typeName,
  fullTypeName: (value) => fullTypeName(typeOf(value)),
  decimal: (value) => intToText(value),
};

/** CPython: format_obj */
function bytesForFormat(value: Value): Uint8Array {
  if (value instanceof PyBytes) return value.value;
  const special = dunderBytes(value);
  if (special !== undefined) return special.value;
  const data = lookupBuffer(value);
  if (data !== undefined) return data;
  throw typeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(value).typeName}'`,
  );
}

function percentFloat(value: Value): number {
  try {
    return asDouble(value);
  } catch (e) {
    if (isError(e, 'TypeError')) throw typeError(`float argument required, not ${typeOf(value).typeName}`);
    throw e;
  }
}

function percentInteger(value: Value, code: string): Int | undefined {
  const exact = intValue(value);
  if (exact !== undefined) return exact;
  if (!isNumber(value)) return undefined;
  if (code === 'x' || code === 'X' || code === 'o') return tryIndex(value);
  try {
    return integerPart(value);
  } catch (e) {
    if (isError(e, 'TypeError')) return undefined;
    throw e;
  }
}

function tryIndex(value: Value): Int | undefined {
  try {
    return asIndex(value);
  } catch (e) {
    if (isError(e, 'TypeError')) return undefined;
    throw e;
  }
}

/** CPython: bytes_mod */
export function bytesMod(self: BytesLike, value: Value): Value {
  if (!(self instanceof PyBytes || self instanceof PyByteArray)) return NotImplemented;
  const text = percentFormatBytes(latin1(self.value), valuesOf(value), CONVERT);
  return like(self, latin1Bytes(text));
}

export function bytesRmod(self: BytesLike, value: Value): Value {
  return value instanceof PyBytes || value instanceof PyByteArray ? bytesMod(value, self) : NotImplemented;
}

function valuesOf(value: Value): { items: readonly Value[]; lookup?: (key: Text) => Value } {
  if (value instanceof PyTuple) return { items: value.items };
  const plain = value instanceof PyBytes || value instanceof PyByteArray || typeof value === 'string';
  if (plain || (slotsOf(value) as PyObject & Slots)['m$__getitem__'] === undefined) return { items: [value] };
  return { items: [value], lookup: (key) => getItem(value, bytes(bytesOfText(key))) };
}

function bytesOfText(text: Text): Uint8Array {
  return typeof text === 'string' ? latin1Bytes(text) : Uint8Array.from(text.codePoints);
}
