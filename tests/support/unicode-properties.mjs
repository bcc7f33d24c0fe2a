// Every property of a code point as scripts/check-unicode.py asks CPython for it, and digests of blocks of them.
import { createHash } from 'node:crypto';
import * as casing from '../../dist/runtime/text/case.js';
import * as predicates from '../../dist/runtime/text/predicates.js';
import { reprText } from '../../dist/runtime/text/repr.js';
import { codePointsOf, concatText, textOf } from '../../dist/runtime/text/text.js';
import { simpleLower } from '../../dist/unicode/casing.js';
import { characterName } from '../../dist/unicode/names.js';
import * as normal from '../../dist/unicode/normalize.js';
import * as numeric from '../../dist/unicode/numeric.js';
import * as old from '../../dist/unicode/old-version.js';
import * as properties from '../../dist/unicode/properties.js';

const hexes = (text) => Array.from(codePointsOf(text), (point) => point.toString(16)).join(',');
const normalized = (point, form) => hexes(textOf(Array.from(normal.normalizePoints([point], form))));
const oldNormalized = (point, form) =>
  hexes(textOf(Array.from(normal.normalizePoints([point], form, old.OLD_DECOMPOSING))));
const isForm = (point, form) => normalized(point, form) === point.toString(16);
const one = (point) => textOf([point]);

/** By the names that scripts/check-unicode.py gives the properties. */
const ours = {
  category: properties.category,
  bidirectional: properties.bidirectional,
  combining: properties.combining,
  eastAsianWidth: properties.eastAsianWidth,
  mirrored: properties.mirrored,
  decomposition: normal.decompositionText,
  decimal: numeric.decimalValue,
  digit: numeric.digitOf,
  numeric: (point) => longForm(numeric.numericValue(point)),
  isAlpha: properties.isAlpha,
  isDecimal: properties.isDecimal,
  isDigit: properties.isDigit,
  isNumeric: properties.isNumeric,
  isAlnum: properties.isAlnum,
  isSpace: properties.isSpace,
  isPrintable: properties.isPrintable,
  isLower: properties.isLower,
  isUpper: properties.isUpper,
  isTitle: (point) => predicates.isTitleText(one(point)),
  isIdentifier: (point) => predicates.isIdentifierText(one(point)),
  isContinue: (point) => predicates.isIdentifierText(concatText(['a', one(point)])),
  isLineBreak: properties.isLineBreak,
  lower: (point) => hexes(casing.lowerText(one(point))),
  upper: (point) => hexes(casing.upperText(one(point))),
  title: (point) => hexes(casing.titleText(one(point))),
  fold: (point) => hexes(casing.casefoldText(one(point))),
  swap: (point) => hexes(casing.swapcaseText(one(point))),
  inTitle: (point) => hexes(casing.titleText(concatText([one(point), 'a']))),
  sigma: (point) =>
    hexes(casing.lowerText(concatText(['A\u03a3', one(point), 'A']))) +
    hexes(casing.lowerText(concatText([one(point), '\u03a3', one(point)]))),
  simpleLower,
  NFC: (point) => normalized(point, 'NFC'),
  NFD: (point) => normalized(point, 'NFD'),
  NFKC: (point) => normalized(point, 'NFKC'),
  NFKD: (point) => normalized(point, 'NFKD'),
  isNFC: (point) => isForm(point, 'NFC'),
  isNFKD: (point) => isForm(point, 'NFKD'),
  name: (point) => characterName(point) ?? '-',
  oldCategory: old.category,
  oldBidirectional: old.bidirectional,
  oldCombining: old.combining,
  oldEastAsianWidth: old.eastAsianWidth,
  oldMirrored: old.mirrored,
  oldDecomposition: old.decomposition,
  oldNumeric: (point) => longForm(old.numericValue(point)),
  oldDecimal: old.decimalValue,
  oldDigit: old.digitOf,
  oldName: (point) => old.name(point) ?? '-',
  oldNFC: (point) => oldNormalized(point, 'NFC'),
  oldNFKD: (point) => oldNormalized(point, 'NFKD'),
  repr: (point) => hexes(reprText(one(point))),
};

/** `'%.17g'`, for the few numbers there are. */
function longForm(value = -1000) {
  return value
    .toPrecision(17)
    .replace(/\.0+$|(\.\d*[1-9])0+$/, '$1')
    .replace(/\.0+e/, 'e');
}

/** Whether there is a property of this name. */
export function isKnown(name) {
  return Object.hasOwn(ours, name);
}

/** Digest of a property over `size` code points. */
export function digest(name, start, size) {
  const lines = [];
  for (let point = start; point < start + size; point++) {
    const value = ours[name](point);
    lines.push(typeof value === 'boolean' ? Number(value) : value);
  }
  return createHash('md5').update(lines.join('\n')).digest('hex');
}
