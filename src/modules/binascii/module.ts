// The binascii module. CPython: Modules/binascii.c

import { typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, installType } from '../../runtime/native/define.ts';
import { exceptionClass, raiser } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { crc32 } from '../../runtime/numeric/checksums.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { getBuffer, lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex, length } from '../../runtime/protocols/item.ts';
import { isAsciiText } from '../../runtime/text/builders.ts';
import { latin1Bytes } from '../../runtime/text/latin1.ts';
import * as codecs from './codecs.ts';
import { DOCS } from './generated/docs.ts';

const errorType: PyType = exceptionClass('binascii', 'Error', 'ValueError');
const incompleteType: PyType = exceptionClass('binascii', 'Incomplete', 'Exception');
const binasciiError = raiser(errorType);

/** Runs a codec, raising its failures as `binascii.Error`. */
function guarded(run: () => Uint8Array): Value {
  try {
    return bytes(run());
  } catch (failure) {
    if (failure instanceof codecs.CodecFailure) throw binasciiError(failure.message);
    throw failure;
  }
}

/** Text to decode: an ASCII str or bytes. CPython: ascii_buffer_converter */
function asciiInput(v: Value): Uint8Array {
  if (v instanceof PyBytes) return v.value;
  if (isStr(v)) {
    const text = jsString(v);
    if (!isAsciiText(text)) throw valueError('string argument should contain only ASCII characters');
    return latin1Bytes(text);
  }
  const data = lookupBuffer(v);
  if (data !== undefined) return data;
  throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeOf(v).typeName}'`);
}

const flag = (v: Value | undefined, fallback: boolean): boolean => (v === undefined ? fallback : isTrue(v));

/** An int of any size as its lowest 32 bits. CPython: the unsigned_int(bitwise=True) converter */
function lowWord(v: Value | undefined, fallback: number): number {
  if (v === undefined) return fallback;
  return Number(BigInt.asUintN(32, BigInt(asIndex(v))));
}

function hexlify(data: Value, sep?: Value, bytesPerSep?: Value): Value {
  const every = bytesPerSep === undefined ? 1 : Number(asIndex(bytesPerSep));
  return bytes(codecs.hexEncode(getBuffer(data), sep === undefined ? undefined : separator(sep), every));
}

/** The one character between groups. CPython: _Py_strhex_impl */
function separator(sep: Value): number {
  if (length(sep) !== 1) throw valueError('sep must be length 1.');
  if (isStr(sep)) {
    const code = jsString(sep).charCodeAt(0);
    if (code > 255) throw valueError('sep must be ASCII.');
    return code;
  }
  const data = lookupBuffer(sep);
  if (data === undefined) throw typeError('sep must be str or bytes.');
  return data[0]!;
}

const unhexlify = (hexstr: Value): Value => guarded(() => codecs.hexDecode(asciiInput(hexstr)));

const qpOptions = (quotetabs?: Value, istext?: Value, header?: Value): codecs.QuotedPrintableOptions => ({
  quoteTabs: flag(quotetabs, false),
  isText: flag(istext, true),
  header: flag(header, false),
});

export const binasciiModule: NativeModule = {
  name: 'binascii',
  doc: DOCS[''],
  functions: {
    a2b_uu: fn(
      '($module, data, /)',
      (data: Value) => guarded(() => codecs.uuDecode(asciiInput(data))),
      DOCS['a2b_uu'],
      'o',
    ),
    b2a_uu: fn(
      '($module, data, /, *, backtick=False)',
      (data: Value, backtick?: Value) => guarded(() => codecs.uuEncode(getBuffer(data), flag(backtick, false))),
      DOCS['b2a_uu'],
    ),
    a2b_base64: fn(
      '($module, data, /, *, strict_mode=False)',
      (data: Value, strict?: Value) => guarded(() => codecs.base64Decode(asciiInput(data), flag(strict, false))),
      DOCS['a2b_base64'],
    ),
    b2a_base64: fn(
      '($module, data, /, *, newline=True)',
      (data: Value, newline?: Value) => bytes(codecs.base64Encode(getBuffer(data), flag(newline, true))),
      DOCS['b2a_base64'],
    ),
    a2b_hex: fn('($module, hexstr, /)', unhexlify, DOCS['a2b_hex'], 'o'),
    b2a_hex: fn('($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)', hexlify, DOCS['b2a_hex']),
    hexlify: fn('($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)', hexlify, DOCS['hexlify']),
    unhexlify: fn('($module, hexstr, /)', unhexlify, DOCS['unhexlify'], 'o'),
    crc_hqx: fn(
      '($module, data, crc, /)',
      (data: Value, crc: Value) => int(codecs.crcHqx(getBuffer(data), lowWord(crc, 0) & 0xffff)),
      DOCS['crc_hqx'],
    ),
    crc32: fn(
      '($module, data, crc=0, /)',
      (data: Value, crc?: Value) => int(crc32(getBuffer(data), lowWord(crc, 0))),
      DOCS['crc32'],
    ),
    a2b_qp: fn(
      '($module, /, data, header=False)',
      (data: Value, header?: Value) => bytes(codecs.quotedPrintableDecode(asciiInput(data), flag(header, false))),
      DOCS['a2b_qp'],
    ),
    b2a_qp: fn(
      '($module, /, data, quotetabs=False, istext=True, header=False)',
      (data: Value, quotetabs?: Value, istext?: Value, header?: Value) =>
        bytes(codecs.quotedPrintableEncode(getBuffer(data), qpOptions(quotetabs, istext, header))),
      DOCS['b2a_qp'],
    ),
  },
  types: { Error: errorType, Incomplete: incompleteType },
  install: () => {
    installType(errorType, {});
    installType(incompleteType, {});
  },
};
