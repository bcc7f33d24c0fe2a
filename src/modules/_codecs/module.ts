// The module `_codecs`. CPython: Modules/_codecsmodule.c

import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { fn, installType, type ModuleTable, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { strOf } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { isCallable } from '../../runtime/protocols/call.ts';
import { codecState, decodeByCodec, decodeErrors, encodeByCodec, lookupCodec } from '../../runtime/protocols/codecs.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { warn } from '../../runtime/protocols/warn.ts';
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from '../../runtime/text/codecs/single-byte.ts';
import {
  decodeBytesEscape,
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeBytesEscape,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from '../../runtime/text/codecs/unicode-escape.ts';
import { decodeUtf7, encodeUtf7 } from '../../runtime/text/codecs/utf7.ts';
import { decodeUtf8, encodeUtf8 } from '../../runtime/text/codecs/utf8.ts';
import {
  type ByteOrder,
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
} from '../../runtime/text/codecs/utf16-32.ts';
import { lookUpCharacter } from '../../unicode/names.ts';
import { bytesOrUtf8, decodedTuple, decoder, encoder, errorsName, nameArgument } from './arguments.ts';
import { charmapBuild, charmapDecode, charmapEncode, encodingMapType } from './charmap.ts';
import { lookUpHandler, registerHandler, unregisterHandler } from './handlers.ts';

function register(search: Value): Value {
  if (!isCallable(search)) throw typeError('argument must be callable');
  const codecs = codecState();
  codecs.initialized = true;
  codecs.searchPath.push(search);
  return None;
}

function unregister(search: Value): Value {
  const codecs = codecState();
  const at = codecs.searchPath.indexOf(search);
  if (at >= 0) {
    codecs.cache.clear();
    codecs.searchPath.splice(at, 1);
  }
  return None;
}

function encode(obj: Value, encoding?: Value, errors?: Value): Value {
  const name = encoding === undefined ? 'utf-8' : nameArgument(encoding, 'encode', "'encoding' ");
  return encodeByCodec(
    obj,
    name,
    errors === undefined ? undefined : nameArgument(errors, 'encode', "'errors' "),
    false,
  );
}

function decode(obj: Value, encoding?: Value, errors?: Value): Value {
  const name = encoding === undefined ? 'utf-8' : nameArgument(encoding, 'decode', "'encoding' ");
  return decodeByCodec(
    obj,
    name,
    errors === undefined ? undefined : nameArgument(errors, 'decode', "'errors' "),
    false,
  );
}

function escapeDecode(data: Value, errors?: Value): Value {
  const input = bytesOrUtf8(data);
  const result = decodeBytesEscape(input, errorsName(errors, 'escape_decode'));
  warnOfEscape(result.warning);
  return tuple([bytes(result.bytes), int(input.length)]);
}

function escapeEncode(data: Value): Value {
  if (!(data instanceof PyBytes))
    throw typeError(`escape_encode() argument 1 must be bytes, not ${typeOf(data).typeName}`);
  return tuple([bytes(encodeBytesEscape(data.value)), int(data.value.length)]);
}

function warnOfEscape(message: string | undefined): void {
  if (message !== undefined) warn('DeprecationWarning', message);
}

function isFinal(final: Value | undefined, otherwise: boolean): boolean {
  return final === undefined ? otherwise : isTrue(final);
}

function unicodeEscapeDecode(data: Value, errors?: Value, final?: Value): Value {
  const handler = decodeErrors(errorsName(errors, 'unicode_escape_decode'));
  const input = bytesOrUtf8(data);
  const last = isFinal(final, true);
  const result = decodeUnicodeEscape(input, handler, lookUpCharacter, last);
  warnOfEscape(result.warning);
  return decodedTuple(last ? { ...result, consumed: input.length } : result);
}

function rawUnicodeEscapeDecode(data: Value, errors?: Value, final?: Value): Value {
  const handler = decodeErrors(errorsName(errors, 'raw_unicode_escape_decode'));
  return decodedTuple(decodeRawUnicodeEscape(bytesOrUtf8(data), handler, isFinal(final, true)));
}

function readbufferEncode(data: Value): Value {
  const input = bytesOrUtf8(data);
  return tuple([bytes(input.slice()), int(input.length)]);
}

function orderOf(v: Value | undefined): ByteOrder {
  const order = v === undefined ? 0 : intArgument(v);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

type OrderedDecode = typeof decodeUtf16;
type OrderedEncode = typeof encodeUtf16;

function exDecode(name: string, run: OrderedDecode) {
  return (data: Value, errors?: Value, byteorder?: Value, final?: Value): Value => {
    const handler = decodeErrors(errorsName(errors, name));
    const result = run(getBuffer(data), handler, orderOf(byteorder), isFinal(final, false));
    return tuple([strOf(result.text), int(result.consumed), int(result.byteOrder)]);
  };
}

function orderedEncode(name: string, run: OrderedEncode) {
  return (str: Value, errors?: Value, byteorder?: Value): Value => {
    const order = orderOf(byteorder);
    return encoder(name, (text, handler) => run(text, handler, order))(str, errors);
  };
}

const DECODE = '($module, data, errors=None, /)';
const DECODE_FINAL = '($module, data, errors=None, final=False, /)';
const DECODE_ORDER = '($module, data, errors=None, byteorder=0, final=False, /)';
const ENCODE = '($module, str, errors=None, /)';
const ENCODE_ORDER = '($module, str, errors=None, byteorder=0, /)';

/** utf_16* and utf_32*. */
function orderedFunctions(prefix: string, decodeIn: OrderedDecode, encodeIn: OrderedEncode): ModuleTable {
  const table: ModuleTable = {
    [`${prefix}_encode`]: fn(ENCODE_ORDER, orderedEncode(`${prefix}_encode`, encodeIn)),
    [`${prefix}_decode`]: fn(
      DECODE_FINAL,
      decoder(`${prefix}_decode`, (data, errors, final) => decodeIn(data, errors, 0, final)),
    ),
    [`${prefix}_ex_decode`]: fn(DECODE_ORDER, exDecode(`${prefix}_ex_decode`, decodeIn)),
  };
  for (const [suffix, order] of [
    ['le', -1],
    ['be', 1],
  ] as const) {
    const name = `${prefix}_${suffix}`;
    table[`${name}_encode`] = fn(
      ENCODE,
      encoder(`${name}_encode`, (text, errors) => encodeIn(text, errors, order)),
    );
    table[`${name}_decode`] = fn(
      DECODE_FINAL,
      decoder(`${name}_decode`, (data, errors, final) => decodeIn(data, errors, order, final)),
    );
  }
  return table;
}

export const codecsModule: NativeModule = {
  name: '_codecs',
  functions: {
    register: fn('($module, search_function, /)', register),
    unregister: fn('($module, search_function, /)', unregister),
    lookup: fn('($module, encoding, /)', (name: Value) => lookupCodec(nameArgument(name, 'lookup'))),
    encode: fn("($module, /, obj, encoding='utf-8', errors='strict')", encode),
    decode: fn("($module, /, obj, encoding='utf-8', errors='strict')", decode),
    register_error: fn('($module, errors, handler, /)', (name: Value, handler: Value) => {
      registerHandler(name, handler);
      return None;
    }),
    _unregister_error: fn('($module, errors, /)', unregisterHandler),
    lookup_error: fn('($module, name, /)', (name: Value) => lookUpHandler(nameArgument(name, 'lookup_error'))),
    escape_encode: fn('($module, data, errors=None, /)', escapeEncode),
    escape_decode: fn(DECODE, escapeDecode),
    utf_8_encode: fn(ENCODE, encoder('utf_8_encode', encodeUtf8)),
    utf_8_decode: fn(DECODE_FINAL, decoder('utf_8_decode', decodeUtf8)),
    utf_7_encode: fn(ENCODE, encoder('utf_7_encode', encodeUtf7)),
    utf_7_decode: fn(DECODE_FINAL, decoder('utf_7_decode', decodeUtf7)),
    ...orderedFunctions('utf_16', decodeUtf16, encodeUtf16),
    ...orderedFunctions('utf_32', decodeUtf32, encodeUtf32),
    unicode_escape_encode: fn(ENCODE, encoder('unicode_escape_encode', encodeUnicodeEscape)),
    unicode_escape_decode: fn('($module, data, errors=None, final=True, /)', unicodeEscapeDecode),
    raw_unicode_escape_encode: fn(ENCODE, encoder('raw_unicode_escape_encode', encodeRawUnicodeEscape)),
    raw_unicode_escape_decode: fn('($module, data, errors=None, final=True, /)', rawUnicodeEscapeDecode),
    latin_1_encode: fn(ENCODE, encoder('latin_1_encode', encodeLatin1)),
    latin_1_decode: fn(DECODE, decoder('latin_1_decode', decodeLatin1)),
    ascii_encode: fn(ENCODE, encoder('ascii_encode', encodeAscii)),
    ascii_decode: fn(DECODE, decoder('ascii_decode', decodeAscii)),
    charmap_encode: fn('($module, str, errors=None, mapping=None, /)', charmapEncode),
    charmap_decode: fn('($module, data, errors=None, mapping=None, /)', charmapDecode),
    charmap_build: fn('($module, map, /)', charmapBuild),
    readbuffer_encode: fn(DECODE, readbufferEncode),
  },
  install: () => {
    installType(encodingMapType, { methods: { size: method('($self, /)', () => int(256)) } });
  },
};
