// chr() and ord(). CPython: Python/bltinmodule.c (builtin_chr, builtin_ord)
import { typeOf } from '../core/primitives.ts';
import { int, type Value } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { PyByteArray } from '../objects/bytearray/bytearray.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { isStr, strOfPoint, textOfStr } from '../objects/str/str.ts';
import { asIndex } from '../protocols/item.ts';
import { codePointAt, textLength } from '../text/text.ts';

export function builtinChr(i: Value): Value {
  const point = asIndex(i);
  if (point < 0 || point > 0x10ffff) throw valueError('chr() arg not in range(0x110000)');
  return strOfPoint(Number(point));
}

export function builtinOrd(c: Value): Value {
  if (typeof c === 'string' && c.length === 1) return int(c.charCodeAt(0));
  if (isStr(c)) {
    const text = textOfStr(c);
    if (textLength(text) === 1) return int(codePointAt(text, 0));
    throw notOne(textLength(text));
  }
  if (!(c instanceof PyBytes || c instanceof PyByteArray)) {
    throw typeError(`ord() expected string of length 1, but ${typeOf(c).typeName} found`);
  }
  if (c.value.length !== 1) throw notOne(c.value.length);
  return int(c.value[0]!);
}

function notOne(length: number) {
  return typeError(`ord() expected a character, but string of length ${length} found`);
}
