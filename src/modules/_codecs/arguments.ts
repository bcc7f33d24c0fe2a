// Taking the arguments that the functions of `_codecs` share.
// CPython: Modules/_codecsmodule.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { decodeErrors, encodeErrors } from '../../runtime/protocols/codecs.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import type { Decoded, DecodeErrors, EncodeErrors } from '../../runtime/text/codecs/interface.ts';
import { encodeUtf8 } from '../../runtime/text/codecs/utf8.ts';
import { type Text, textLength } from '../../runtime/text/text.ts';

/** The name of an error handler: `errors=None` means strict. */
export function errorsName(v: Value | undefined, owner: string): string {
  if (v === undefined || v === None) return 'strict';
  if (!isStr(v)) throw typeError(`${owner}() argument 2 must be str or None, not ${typeOf(v).typeName}`);
  return jsString(v);
}

/** A str argument as a JS string without null characters. */
export function nameArgument(v: Value, owner: string, position = ''): string {
  if (!isStr(v)) {
    throw typeError(`${owner}() argument ${position}must be str, not ${v === None ? 'None' : typeOf(v).typeName}`);
  }
  const name = jsString(v);
  if (name.includes('\0')) throw valueError('embedded null character');
  return name;
}

export function textArgument(v: Value, owner: string, position = '1 '): Text {
  if (isStr(v)) return textOfStr(v);
  throw typeError(`${owner}() argument ${position}must be str, not ${v === None ? 'None' : typeOf(v).typeName}`);
}

/** A buffer, or a str as UTF-8. */
export function bytesOrUtf8(v: Value): Uint8Array {
  return isStr(v) ? encodeUtf8(textOfStr(v), encodeErrors('strict')) : getBuffer(v);
}

export function decodedTuple({ text, consumed }: Decoded): Value {
  return tuple([strOf(text), int(consumed)]);
}

/** A decoder for whole inputs and, where `final` says so, for parts of one. */
export function decoder(name: string, run: (data: Uint8Array, errors: DecodeErrors, final: boolean) => Decoded) {
  return (data: Value, errors?: Value, final?: Value): Value => {
    const input = getBuffer(data);
    const handler = decodeErrors(errorsName(errors, name));
    return decodedTuple(run(input, handler, final !== undefined && isTrue(final)));
  };
}

export function encoder(name: string, run: (text: Text, errors: EncodeErrors) => Uint8Array) {
  return (str: Value, errors?: Value): Value => {
    const text = textArgument(str, name);
    const result = run(text, encodeErrors(errorsName(errors, name)));
    return tuple([bytes(result), int(textLength(text))]);
  };
}
