// Complex numbers as text and back. Strings come in with whitespace and decimal digits already made ASCII.
// CPython: Objects/complexobject.c (complex_repr, complex_from_string_inner).
import { signBit } from './floatbits.ts';

/** The shortest text that reads back as `value`, without the '.0' that `repr(float)` adds (complex numbers leave it out). */
export function shortFloatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  if (value === 0) return signBit(value) ? '-0' : '0';
  const size = Math.abs(value);
  // Between these bounds JavaScript writes the digits as Python does.
  if (size >= 1e-4 && size < 1e16) return `${value}`;
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  const padded = exponent.length === 2 ? `${exponent[0]}0${exponent[1]}` : exponent;
  return `${digits}e${padded}`;
}

/** `repr(complex)`. */
export function complexRepr(real: number, imag: number): string {
  const imagText = shortFloatText(imag);
  if (real === 0 && !signBit(real)) return `${imagText}j`;
  const sign = imagText.startsWith('-') ? '' : '+';
  return `(${shortFloatText(real)}${sign}${imagText}j)`;
}

const DIGITS = '(?:[0-9](?:_?[0-9])*)';
const FINITE = `(?:${DIGITS}(?:\\.${DIGITS}?)?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?`;
const REAL = `(?:${FINITE}|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])`;
const SPACE = '[ \\t\\n\\r\\f\\v]*';
const COMPLEX = new RegExp(`^(?:([+-]?${REAL})(?:([+-])(${REAL}?)[jJ])?|([+-]?)(${REAL}?)[jJ])$`);
const EDGE_SPACE = new RegExp(`^${SPACE}|${SPACE}$`, 'g');

function realFromText(text: string): number {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const value = Number(plain);
  if (!Number.isNaN(value)) return value;
  const lower = plain.toLowerCase();
  if (lower.endsWith('nan')) return NaN;
  return lower.startsWith('-') ? -Infinity : Infinity;
}

/** The value of `complex(text)` as [real, imag], or undefined when the text is malformed. */
export function parseComplexText(text: string): [number, number] | undefined {
  let inner = text.replace(EDGE_SPACE, '');
  if (inner.startsWith('(')) {
    if (!inner.endsWith(')')) return undefined;
    inner = inner.slice(1, -1).replace(EDGE_SPACE, '');
  }
  const match = COMPLEX.exec(inner);
  if (match === null) return undefined;
  const [, real, sign, imag, onlySign, only] = match;
  if (real === undefined) return [0, realFromText(`${onlySign}${only || '1'}`)];
  return [realFromText(real), sign === undefined ? 0 : realFromText(`${sign}${imag || '1'}`)];
}
