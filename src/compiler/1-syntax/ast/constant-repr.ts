// `repr()` of constants without runtime objects. CPython: Objects/*object.c (repr functions)
import type { ConstantValue } from './nodes.ts';

const NOT_PRINTABLE = /^[\p{C}\p{Z}]$/u;

/** `str.isprintable` for a code point, as the engine's Unicode version has it. */
export function isPrintableByEngine(codePoint: number): boolean {
  return !NOT_PRINTABLE.test(String.fromCodePoint(codePoint));
}

/** `repr()` of a constant. */
export function constantRepr(constant: ConstantValue, isPrintable: (codePoint: number) => boolean): string {
  switch (constant.type) {
    case 'None':
      return 'None';
    case 'Ellipsis':
      return 'Ellipsis';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return String(constant.value);
    case 'float':
      return floatRepr(constant.value, true);
    case 'complex':
      return complexRepr(constant.real ?? 0, constant.imag);
    case 'str':
      return codePointsRepr(constant.codePoints ?? codePointsOf(constant.value), isPrintable);
    case 'bytes':
      return bytesRepr(constant.value);
    case 'tuple': {
      const items = constant.items.map((item) => constantRepr(item, isPrintable));
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
    case 'frozenset':
      return constant.items.length === 0
        ? 'frozenset()'
        : `frozenset({${constant.items.map((item) => constantRepr(item, isPrintable)).join(', ')}})`;
  }
}

/** `repr` of a float; without `dotted`, an integral value is written without ".0", as in a complex. */
function floatRepr(value: number, dotted: boolean): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa, exponentText] = Math.abs(value).toExponential().split('e') as [string, string];
  const digits = mantissa.replace('.', '');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const magnitude = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${magnitude}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = digits.slice(exponent + 1);
  return sign + whole + (rest !== '' ? `.${rest}` : dotted ? '.0' : '');
}

function complexRepr(real: number, imag: number): string {
  const imaginary = `${floatRepr(imag, false)}j`;
  if (Object.is(real, 0)) return imaginary;
  const sign = imaginary.startsWith('-') ? '' : '+';
  return `(${floatRepr(real, false)}${sign}${imaginary})`;
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

/** `repr()` of a str. */
export function strRepr(text: string, isPrintable: (codePoint: number) => boolean): string {
  return codePointsRepr(codePointsOf(text), isPrintable);
}

function codePointsRepr(points: readonly number[], isPrintable: (codePoint: number) => boolean): string {
  const quote = points.includes(39) && !points.includes(34) ? 34 : 39;
  const mark = String.fromCharCode(quote);
  return mark + points.map((point) => escaped(point, quote, isPrintable)).join('') + mark;
}

function escaped(point: number, quote: number, isPrintable: (codePoint: number) => boolean): string {
  if (point === quote || point === 92) return `\\${String.fromCharCode(point)}`;
  if (point >= 32 && point < 127) return String.fromCharCode(point);
  if (point === 10) return '\\n';
  if (point === 13) return '\\r';
  if (point === 9) return '\\t';
  if (point > 127 && isPrintable(point)) return String.fromCodePoint(point);
  const hex = point.toString(16);
  if (point < 256) return `\\x${hex.padStart(2, '0')}`;
  return point < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  const mark = String.fromCharCode(quote);
  let text = `b${mark}`;
  for (const byte of bytes) text += byte < 128 ? escaped(byte, quote, isPrintableByEngine) : `\\x${byte.toString(16)}`;
  return text + mark;
}
