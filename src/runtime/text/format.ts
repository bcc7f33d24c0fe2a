// `format(value, spec)` of the built-in types. CPython: Python/formatter_unicode.c format_string_internal, format_long_internal,
// format_float_internal, format_complex_internal.

import { overflowError, valueError } from '../exceptions/errors.ts';
import { type DoubleCode, doubleToString } from './float-repr.ts';
import { C_LOCALE, layOutNumber, type NumberParts, type NumericLocale, padding, signText } from './format-layout.ts';
import { type Align, type FormatSpec, parseFormatSpec, unknownType } from './format-spec.ts';
import { type Int, intToText } from './int-text.ts';
import { padText, sliceText, type Text, textLength, textOfPoint } from './text.ts';

/** What formatting depends on beside value and spec. */
export interface FormatOptions {
  /** `type(value).__name__`, for messages; by default the built-in type's. */
  readonly typeName?: string;
  readonly locale?: NumericLocale;
}

const NO_OPTIONS: FormatOptions = Object.freeze({});
const C_INT_MAX = 2 ** 31 - 1;
const C_LONG_MAX = 2n ** 63n;

/** `format(text, spec)` of a str. */
export function formatText(text: Text, spec: Text, { typeName = 'str' }: FormatOptions = NO_OPTIONS): Text {
  if (spec === '') return text;
  const parsed = parseFormatSpec(spec, { typeName, type: 's', align: '<' });
  if (parsed.type !== 's') throw unknownType(parsed.type, typeName);
  return formatTextSpec(text, parsed);
}

/** A str under a parsed spec. */
export function formatTextSpec(text: Text, spec: FormatSpec): Text {
  const refused = (what: string) => valueError(what + ' not allowed in string format specifier');
  if (spec.sign !== '') throw refused(spec.sign === ' ' ? 'Space' : 'Sign');
  if (spec.noNegativeZero) throw refused('Negative zero coercion (z)');
  if (spec.alternate) throw refused('Alternate form (#)');
  if (spec.align === '=') throw refused("'=' alignment");
  if (spec.precision >= 0 && spec.precision < textLength(text)) text = sliceText(text, 0, spec.precision);
  return padText(text, spec.fill, ...padding(spec.align, spec.width, textLength(text)));
}

/** `format(value, spec)` of an int. */
export function formatInt(value: Int, spec: Text, options: FormatOptions = NO_OPTIONS): Text {
  if (spec === '' || spec === 'd') return intToText(value);
  const typeName = options.typeName ?? 'int';
  const parsed = parseFormatSpec(spec, { typeName, type: 'd', align: '>' });
  if ('bcdoxXn'.includes(parsed.type)) return formatIntSpec(value, parsed, options);
  if (!'eEfFgG%'.includes(parsed.type)) throw unknownType(parsed.type, typeName);
  const double = Number(value);
  if (!Number.isFinite(double)) throw overflowError('int too large to convert to float');
  return formatFloatSpec(double, parsed, options);
}

/** An int under a parsed spec with an integer type. */
export function formatIntSpec(value: Int, spec: FormatSpec, options: FormatOptions = NO_OPTIONS): Text {
  if (spec.precision >= 0) throw valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  const parts = spec.type === 'c' ? characterParts(value, spec) : integerParts(value, spec);
  return layOutNumber(parts, spec, options.locale ?? C_LOCALE);
}

function characterParts(value: Int, spec: FormatSpec): NumberParts {
  if (spec.sign !== '') throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint' && (value >= C_LONG_MAX || value < -C_LONG_MAX)) {
    throw overflowError('Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
  return { negative: false, prefix: '', digits: '', fraction: undefined, rest: textOfPoint(Number(value)) };
}

function integerParts(value: Int, spec: FormatSpec): NumberParts {
  const { text, prefix } = inBase(value, spec.type);
  const negative = value < 0;
  return {
    negative,
    prefix: spec.alternate ? prefix : '',
    digits: negative ? text.slice(1) : text,
    fraction: undefined,
    rest: '',
  };
}

function inBase(value: Int, type: string): { text: string; prefix: string } {
  if (type === 'x') return { text: value.toString(16), prefix: '0x' };
  if (type === 'X') return { text: value.toString(16).toUpperCase(), prefix: '0X' };
  if (type === 'o') return { text: value.toString(8), prefix: '0o' };
  if (type === 'b') return { text: value.toString(2), prefix: '0b' };
  return { text: intToText(value), prefix: '' };
}

/** `format(value, spec)` of a float, given as its bare double; `''` is up to the caller (`str(value)`). */
export function formatFloat(value: number, spec: Text, options: FormatOptions = NO_OPTIONS): Text {
  const typeName = options.typeName ?? 'float';
  const parsed = parseFormatSpec(spec, { typeName, type: '', align: '>' });
  if (!'eEfFgGn%'.includes(parsed.type)) throw unknownType(parsed.type, typeName);
  return formatFloatSpec(value, parsed, options);
}

/** A double under a parsed spec with a float type. */
export function formatFloatSpec(value: number, spec: FormatSpec, options: FormatOptions = NO_OPTIONS): Text {
  const percent = spec.type === '%';
  const text = doubleText(percent ? value * 100 : value, spec, spec.type === '');
  if (
    spec.width <= text.length &&
    spec.grouping === '' &&
    spec.fractionGrouping === '' &&
    spec.type !== 'n' &&
    !percent
  ) {
    // Nothing but the sign is left to do, and the width is not in play, whatever the sign adds.
    const sign = text.charCodeAt(0) === 45 ? '' : signText(false, spec.sign);
    return sign + text;
  }
  return layOutNumber(splitDouble(percent ? text + '%' : text), spec, options.locale ?? C_LOCALE);
}

/** The digits of a double for the float types; `addDot0` is what sets a bare float apart from a complex's parts. */
function doubleText(value: number, spec: FormatSpec, addDot0: boolean): string {
  if (spec.precision > C_INT_MAX) throw valueError('precision too big');
  const flags = { addDot0, alternate: spec.alternate, noNegativeZero: spec.noNegativeZero };
  if (spec.type === '')
    return doubleToString(value, spec.precision < 0 ? 'r' : 'g', Math.max(spec.precision, 0), flags);
  const code = spec.type === '%' ? 'f' : spec.type === 'n' ? 'g' : (spec.type as DoubleCode);
  return doubleToString(value, code, spec.precision < 0 ? 6 : spec.precision, flags);
}

const DOUBLE = /^(-?)(\d*)(?:\.(\d*))?(.*)$/;

function splitDouble(text: string): NumberParts {
  const [, sign, digits, fraction, rest] = DOUBLE.exec(text)!;
  return { negative: sign === '-', prefix: '', digits, fraction, rest };
}

/** `format(complex(real, imag), spec)`; `''` is up to the caller (`str(value)`). */
export function formatComplex(real: number, imag: number, spec: Text, options: FormatOptions = NO_OPTIONS): Text {
  const typeName = options.typeName ?? 'complex';
  const parsed = parseFormatSpec(spec, { typeName, type: '', align: '>' });
  if (!'eEfFgGn'.includes(parsed.type)) throw unknownType(parsed.type, typeName);
  if (parsed.precision > C_INT_MAX) throw valueError('precision too big');
  if (parsed.fill === 48) throw valueError('Zero padding is not allowed in complex format specifier');
  if (parsed.align === '=') throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const skipReal = parsed.type === '' && Object.is(real, 0);
  const locale = options.locale ?? C_LOCALE;
  const imagText = complexPart(imag, { ...parsed, sign: skipReal ? parsed.sign : '+' }, locale) + 'j';
  let text = imagText;
  if (!skipReal) text = complexPart(real, parsed, locale) + imagText;
  if (!skipReal && parsed.type === '') text = '(' + text + ')';
  return padText(text, parsed.fill, ...padding(parsed.align, parsed.width, text.length));
}

function complexPart(value: number, spec: FormatSpec, locale: NumericLocale): string {
  const unpadded = { ...spec, fill: 0, align: '<' as Align, width: -1 };
  return layOutNumber(splitDouble(doubleText(value, spec, false)), unpadded, locale) as string;
}
