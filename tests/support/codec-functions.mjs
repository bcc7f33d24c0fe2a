// The codecs, with the built-in error handlers and the test's own.

import { buildEncodingMap, decodeCharmap, encodeCharmap } from '../../dist/runtime/text/codecs/charmap.js';
import { builtinDecodeErrors, builtinEncodeErrors } from '../../dist/runtime/text/codecs/error-handlers.js';
import { decodeErrorMessage, encodeErrorMessage } from '../../dist/runtime/text/codecs/messages.js';
import { directCodec } from '../../dist/runtime/text/codecs/shortcuts.js';
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from '../../dist/runtime/text/codecs/single-byte.js';
import * as escapes from '../../dist/runtime/text/codecs/unicode-escape.js';
import { decodeUtf7, encodeUtf7 } from '../../dist/runtime/text/codecs/utf7.js';
import { decodeUtf8, encodeUtf8 } from '../../dist/runtime/text/codecs/utf8.js';
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from '../../dist/runtime/text/codecs/utf16-32.js';
import { textOfUtf16 } from '../../dist/runtime/text/text.js';
import { escapedName, lookUpCharacter } from '../../dist/unicode/names.js';

const make = {
  decodeError: (problem) => ({ kind: 'UnicodeDecodeError', message: decodeErrorMessage(problem) }),
  encodeError: (problem) => ({ kind: 'UnicodeEncodeError', message: encodeErrorMessage(problem) }),
  characterName: escapedName,
};

/** A handler by built-in name, or one that `['own', replacement, offset]` describes. */
function handler(errors, builtin, error) {
  if (typeof errors === 'string') return builtin(errors, make) ?? { name: errors, handle: fail, error };
  const [, replacement, offset] = errors;
  const handle = ({ start, end }) => ({
    replacement,
    position: offset < 99 ? Math.max(start, end + offset) : offset,
  });
  return { name: 'own', handle, error };
}

function fail() {
  throw { kind: 'LookupError', message: 'unknown error handler name' };
}

const decoding = (errors) => handler(errors, builtinDecodeErrors, make.decodeError);
const encoding = (errors) => handler(errors, builtinEncodeErrors, make.encodeError);

/** `decode(bytes, errors, final)` as the `codecs` functions answer: text and what was consumed. */
function decoder(decode) {
  return {
    call(bytes, errors, ...more) {
      const { text, consumed } = decode(bytes, decoding(errors), ...more);
      return [text, consumed];
    },
  };
}

function encoder(encode) {
  return { call: (text, errors, ...more) => encode(text, encoding(errors), ...more) };
}

// The same tables as in scripts/differential/codings.py.
const LOW = Array.from({ length: 118 }, (_, i) => String.fromCharCode(i + 2)).join('');
const TABLE = textOfUtf16(`ab${LOW}\ufffe\ufffe\xe9\u1234\u{1f600}?`);
const ENCODING_MAP = buildEncodingMap(`ab${LOW}\ufffe\ufffe\xe9\u1234!?`);

/** Decoders that tell the byte order, or a warning, as well. */
function decoderWith(decode, field) {
  return {
    call(bytes, errors, ...more) {
      const decoded = decode(bytes, decoding(errors), ...more);
      return [decoded.text, decoded.consumed, decoded[field] ?? null];
    },
  };
}

/** `U8` is an alias the registry knows. */
function directOrUtf8(name) {
  return directCodec(name === 'U8' ? 'utf-8' : name);
}

export const codecFunctions = {
  decodeUtf8: decoder(decodeUtf8),
  encodeUtf8: encoder(encodeUtf8),
  decodeUtf7: decoder(decodeUtf7),
  encodeUtf7: encoder(encodeUtf7),
  decodeUtf16: decoderWith(decodeUtf16, 'byteOrder'),
  decodeUtf32: decoderWith(decodeUtf32, 'byteOrder'),
  encodeUtf16: encoder(encodeUtf16),
  encodeUtf32: encoder(encodeUtf32),
  decodeAscii: decoder(decodeAscii),
  encodeAscii: encoder(encodeAscii),
  encodeLatin1: encoder(encodeLatin1),
  decodeLatin1: { call: (bytes) => Object.values(decodeLatin1(bytes)) },
  decodeCharmap: decoder((bytes, errors) => decodeCharmap(bytes, errors, TABLE)),
  encodeCharmap: encoder((text, errors) => encodeCharmap(text, errors, ENCODING_MAP)),
  decodeUnicodeEscape: decoderWith(
    (bytes, errors, final) => escapes.decodeUnicodeEscape(bytes, errors, lookUpCharacter, final),
    'warning',
  ),
  decodeRawUnicodeEscape: decoder(escapes.decodeRawUnicodeEscape),
  encodeUnicodeEscape: { call: escapes.encodeUnicodeEscape },
  encodeRawUnicodeEscape: { call: escapes.encodeRawUnicodeEscape },
  decodeBytesEscape: {
    call(bytes, errors) {
      const decoded = escapes.decodeBytesEscape(bytes, errors);
      return [decoded.bytes, bytes.length, decoded.warning ?? null];
    },
  },
  directDecode: { call: (bytes, name) => directOrUtf8(name).decode(bytes, decoding('strict')) },
  directEncode: { call: (text, name) => directOrUtf8(name).encode(text, encoding('strict')) },
  encodeBytesEscape: { call: escapes.encodeBytesEscape },
};
