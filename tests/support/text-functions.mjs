// The functions that recorded cases name, with the kind of number they return.

import * as casing from '../../dist/runtime/text/case.js';
import { builtinDecodeErrors, builtinEncodeErrors } from '../../dist/runtime/text/codecs/error-handlers.js';
import { decodeErrorMessage, encodeErrorMessage } from '../../dist/runtime/text/codecs/messages.js';
import { decodeUtf8, encodeUtf8 } from '../../dist/runtime/text/codecs/utf8.js';
import { floatFromHex, floatHex } from '../../dist/runtime/text/float-hex.js';
import { parseFloatBytes, parseFloatText } from '../../dist/runtime/text/float-parse.js';
import { floatRepr, roundFloat } from '../../dist/runtime/text/float-repr.js';
import { formatComplex, formatFloat, formatInt, formatText } from '../../dist/runtime/text/format.js';
import { intToText, parseIntBytes, parseIntText } from '../../dist/runtime/text/int-text.js';
import * as predicates from '../../dist/runtime/text/predicates.js';
import { asciiOf, reprBytes, reprText } from '../../dist/runtime/text/repr.js';
import { codePointsOf, textOf } from '../../dist/runtime/text/text.js';
import { isNormalized, normalizePoints, normalizeString } from '../../dist/unicode/normalize.js';
import { templateFunctions } from './template-functions.mjs';

const make = {
  decodeError: (problem) => ({ kind: 'UnicodeDecodeError', message: decodeErrorMessage(problem) }),
  encodeError: (problem) => ({ kind: 'UnicodeEncodeError', message: encodeErrorMessage(problem) }),
  characterName: () => undefined,
};

/** `str.lower` and so on, by name. */
function strMethod(text, method) {
  const isTest = method.startsWith('is');
  const name = isTest ? `is${method[2].toUpperCase()}${method.slice(3)}Text` : `${method}Text`;
  return (isTest ? predicates : casing)[name](text);
}

function normalize(form, text) {
  const result = typeof text === 'string' ? normalizeString(text, form) : normalizePoints(text.codePoints, form);
  return typeof result === 'string' ? result : textOf(result);
}

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

export const textFunctions = {
  ...templateFunctions,
  floatRepr: { call: floatRepr },
  parseFloatText: { call: parseFloatText, kind: 'float' },
  parseFloatBytes: { call: parseFloatBytes, kind: 'float' },
  floatHex: { call: floatHex },
  floatFromHex: { call: floatFromHex, kind: 'float' },
  roundFloat: { call: roundFloat, kind: 'float' },
  parseIntText: { call: (text, base) => parseIntText(text, base), kind: 'int' },
  parseIntBytes: { call: (bytes, base) => parseIntBytes(bytes, base), kind: 'int' },
  intToText: { call: (value) => intToText(value) },
  tenTo: { call: (size) => intToText(10n ** BigInt(size)) },
  formatInt: { call: (value, spec) => formatInt(value, spec) },
  formatFloat: { call: (value, spec) => formatFloat(value, spec) },
  formatComplex: { call: ([real, imag], spec) => formatComplex(real, imag, spec) },
  formatText: { call: (text, spec) => formatText(text, spec) },
  strMethod: { call: strMethod },
  normalize: { call: normalize },
  isNormalized: { call: (form, text) => isNormalized(codePointsOf(text), form) },
  reprText: { call: reprText },
  asciiText: { call: (text) => asciiOf(reprText(text)) },
  reprBytes: { call: reprBytes },
  decodeUtf8: decoder(decodeUtf8),
  encodeUtf8: encoder(encodeUtf8),
};
