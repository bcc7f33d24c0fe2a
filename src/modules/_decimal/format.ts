// `format(decimal, spec)`: the format mini-language as libmpdec reads it, on exact digits.
// CPython: Modules/_decimal/libmpdec/io.c (mpd_parse_fmt_str, mpd_qformat_spec), Modules/_decimal/_decimal.c (dec_format).
import { rescaleFreely } from './arithmetic.ts';
import { type DecContext, maxContext } from './context.ts';
import { Dec, FINITE, type Sign } from './dec.ts';
import { decToString } from './text.ts';

/** The grouping and decimal point of a locale, for the 'n' type. */
export interface NumberLocale {
  readonly decimalPoint: string;
  readonly separator: string;
  /** Group sizes from the right, the last repeated. */
  readonly grouping: readonly number[];
}

interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly coerceZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly separator: string;
  readonly precision: number | undefined;
  readonly fractionSeparator: string;
  readonly type: string;
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0?)([0-9]+)?([,_]?)(?:\.(?:([0-9]+)([,_]?)|([,_])))?([eEfFgGn%]?)$/su;

/** The parts of a format specification, or undefined when it is malformed. */
function parseSpec(text: string, capitals: boolean): Spec | undefined {
  const match = SPEC.exec(text);
  if (match === null) return undefined;
  const [, fill, align, sign, zero, hash, pad, width, separator, precision, fraction, onlyFraction, type] = match;
  if (pad === '0' && align !== undefined) return undefined;
  if (type === 'n' && separator !== '') return undefined;
  if ((width?.length ?? 0) > 15 || (precision?.length ?? 0) > 15) return undefined;
  return {
    fill: pad === '0' ? '0' : (fill ?? ' '),
    align: pad === '0' ? 'z' : (align ?? '>'),
    sign: sign || '-',
    coerceZero: zero === 'z',
    alternate: hash === '#',
    width: Number(width ?? '0'),
    separator: separator!,
    precision: precision === undefined ? undefined : Number(precision),
    fractionSeparator: fraction ?? onlyFraction ?? '',
    type: type || (capitals ? 'G' : 'g'),
  };
}

/** The formatted text, or undefined for a malformed specification. */
export function formatDec(ctx: DecContext, value: Dec, text: string, locale: NumberLocale): string | undefined {
  const spec = parseSpec(text, ctx.capitals === 1);
  if (spec === undefined) return undefined;
  if (value.kind !== FINITE) return formatSpecial(value, spec);
  const rounded = roundFor(ctx, value, spec);
  const sign = signText(spec.coerceZero && rounded.isZero ? 0 : rounded.sign, spec);
  const [whole, tail] = digitParts(rounded, spec, locale);
  const room = spec.align === 'z' ? spec.width - tail.length - sign.length : 0;
  const grouped = group(whole, room, spec, locale);
  return align(sign, grouped + tail, spec);
}

function signText(sign: Sign, spec: Spec): string {
  if (sign === 1) return '-';
  return spec.sign === '-' ? '' : spec.sign;
}

/** Zero padding does not apply to words. */
function formatSpecial(value: Dec, spec: Spec): string {
  const word = decToString(value.withSign(0), false, true) + (spec.type === '%' ? '%' : '');
  const plain = spec.align === 'z' ? { ...spec, align: '>', fill: ' ' } : spec;
  return align(signText(value.sign, spec), word, plain);
}

/** Rounds to the precision that the type asks for. */
function roundFor(ctx: DecContext, value: Dec, spec: Spec): Dec {
  const { precision, type } = spec;
  let result = type === '%' ? new Dec(value.sign, value.coef, value.exp + 2) : value;
  if (precision !== undefined) {
    if (type === 'e' || type === 'E') result = toDigits(ctx, result, precision + 1);
    else if (type === 'f' || type === 'F' || type === '%') result = rescaleFreely(ctx, result, -precision);
    else if (result.digits > Math.max(1, precision)) result = toDigits(ctx, result, Math.max(1, precision));
  }
  if (result.isZero && result.exp > 0 && (type === 'f' || type === 'F' || type === '%')) {
    return new Dec(result.sign, 0, 0);
  }
  return result;
}

/** Exactly `digits` digits. */
function toDigits(ctx: DecContext, value: Dec, digits: number): Dec {
  if (value.coef === 0) return value;
  const rounded = rescaleFreely(ctx, value, value.adjusted + 1 - digits);
  if (rounded.adjusted === value.adjusted) return rounded;
  return rescaleFreely(ctx, rounded, rounded.adjusted + 1 - digits);
}

/** The digits before the point, and all that follows them: point, fraction, exponent, percent sign. */
function digitParts(value: Dec, spec: Spec, locale: NumberLocale): [string, string] {
  const { type, precision } = spec;
  const digits = String(value.coef);
  const left = value.exp + digits.length;
  const scientific = type === 'e' || type === 'E';
  let point: number;
  if (scientific) point = value.coef === 0 && precision !== undefined ? 1 - precision : 1;
  else if (type === 'f' || type === 'F' || type === '%') point = left;
  else point = value.exp <= 0 && left > -6 ? left : 1;
  let whole: string;
  let fraction: string;
  if (point < 0) [whole, fraction] = ['0', '0'.repeat(-point) + digits];
  else if (point > digits.length) [whole, fraction] = [digits + '0'.repeat(point - digits.length), ''];
  else [whole, fraction] = [digits.slice(0, point) || '0', digits.slice(point)];
  const exponent = left - point;
  let tail = '';
  if (fraction !== '' || spec.alternate) {
    const mark = type === 'n' ? locale.decimalPoint : '.';
    tail = mark + groupFraction(fraction, spec.fractionSeparator);
  }
  if (exponent !== 0 || scientific) {
    const letter = type === 'E' || type === 'G' ? 'E' : 'e';
    tail += `${letter}${exponent < 0 ? '' : '+'}${exponent}`;
  }
  return [whole, type === '%' ? `${tail}%` : tail];
}

function groupFraction(fraction: string, separator: string): string {
  if (separator === '') return fraction;
  return fraction.replace(/[0-9]{3}(?=[0-9])/g, (three) => three + separator);
}

/** Groups the integer part, filling with zeros to `room` characters. */
function group(whole: string, room: number, spec: Spec, locale: NumberLocale): string {
  const separator = spec.type === 'n' ? locale.separator : spec.separator;
  const sizes = spec.type === 'n' ? locale.grouping : [3];
  if (separator === '' || sizes.length === 0) return whole.padStart(room, '0');
  const groups: string[] = [];
  let rest = whole;
  let used = 0;
  for (let i = 0; ; i++) {
    const size = sizes[Math.min(i, sizes.length - 1)]!;
    const wanted = Math.min(size, Math.max(rest.length, room - used, 1));
    const part = rest.slice(-size).padStart(wanted, '0');
    groups.unshift(part);
    rest = rest.slice(0, -size);
    used += part.length;
    if (rest === '' && used >= room) return groups.join(separator);
    used += separator.length;
  }
}

function align(sign: string, body: string, spec: Spec): string {
  const length = [...body].length + sign.length;
  const missing = spec.width - length;
  if (missing <= 0) return sign + body;
  const fill = spec.fill.repeat(missing);
  switch (spec.align) {
    case '<':
      return sign + body + fill;
    case '^': {
      const left = spec.fill.repeat(missing >> 1);
      return left + sign + body + spec.fill.repeat(missing - (missing >> 1));
    }
    case '=':
    case 'z':
      return sign + fill + body;
    default:
      return fill + sign + body;
  }
}

/** A context wide enough for any formatting, with the caller's rounding. */
export function formattingContext(ctx: DecContext): DecContext {
  const wide = maxContext();
  wide.rounding = ctx.rounding;
  wide.capitals = ctx.capitals;
  return wide;
}
