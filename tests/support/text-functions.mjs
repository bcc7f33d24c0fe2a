// The functions that recorded cases name, with the kind of number they return.

import { floatFromHex, floatHex } from '../../dist/runtime/text/float-hex.js';
import { parseFloatBytes, parseFloatText } from '../../dist/runtime/text/float-parse.js';
import { floatRepr, roundFloat } from '../../dist/runtime/text/float-repr.js';
import { formatComplex, formatFloat, formatInt, formatText } from '../../dist/runtime/text/format.js';
import { intToText, parseIntBytes, parseIntText } from '../../dist/runtime/text/int-text.js';
import { asciiOf, reprBytes, reprText } from '../../dist/runtime/text/repr.js';

export const textFunctions = {
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
  reprText: { call: reprText },
  asciiText: { call: (text) => asciiOf(reprText(text)) },
  reprBytes: { call: reprBytes },
};
