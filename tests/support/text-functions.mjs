// The functions that recorded cases name, with the kind of number they return.

import * as casing from '../../dist/runtime/text/case.js';
import { floatFromHex, floatHex } from '../../dist/runtime/text/float-hex.js';
import { parseFloatBytes, parseFloatText } from '../../dist/runtime/text/float-parse.js';
import { floatRepr, roundFloat } from '../../dist/runtime/text/float-repr.js';
import { formatComplex, formatFloat, formatInt, formatText } from '../../dist/runtime/text/format.js';
import { intToText, parseIntBytes, parseIntText } from '../../dist/runtime/text/int-text.js';
import * as predicates from '../../dist/runtime/text/predicates.js';
import { asciiOf, reprBytes, reprText } from '../../dist/runtime/text/repr.js';
import { codePointsOf, textOf } from '../../dist/runtime/text/text.js';
import * as names from '../../dist/unicode/names.js';
import { isNormalized, normalizePoints, normalizeString } from '../../dist/unicode/normalize.js';
import { OLD_DECOMPOSING } from '../../dist/unicode/old-version.js';
import { codecFunctions } from './codec-functions.mjs';
import { templateFunctions } from './template-functions.mjs';

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

const textOrNone = (points) => (points === undefined ? undefined : textOf(points));

export const textFunctions = {
  lookUpName: { call: (name) => textOrNone(names.lookUpName(name)) },
  lookUpPlainName: { call: (name) => textOrNone(names.lookUpPlainName(name)) },
  characterName: { call: (char) => names.characterName(codePointsOf(char)[0]) },
  oldNormalize: { call: (form, text) => textOf(normalizePoints(codePointsOf(text), form, OLD_DECOMPOSING)) },
  oldIsNormalized: { call: (form, text) => isNormalized(codePointsOf(text), form, OLD_DECOMPOSING) },
  ...codecFunctions,
  ...templateFunctions,
  floatRepr: { call: floatRepr },
  parseFloatText: { call: parseFloatText, kind: 'float' },
  parseFloatBytes: { call: (bytes) => parseFloatBytes(bytes, () => reprBytes(bytes)), kind: 'float' },
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
};
