// What cmath functions answer when a part is infinite or NaN: one row per class of the real part, one column per class of the
// imaginary part (-inf, negative, -0, +0, positive, +inf, nan). A cell holds the two parts of the result, '..' never happens.
// CPython: Modules/cmathmodule.c (the special-value tables, after C99 Annex G).
import { signBit } from '../../runtime/numeric/floatbits.ts';

/** The letters of a cell; upper case (and 'o', 'm') is negative. */
const VALUES: Record<string, number> = {
  0: 0,
  o: -0,
  1: 1,
  m: -1,
  i: Infinity,
  I: -Infinity,
  n: NaN,
  p: Math.PI,
  P: -Math.PI,
  h: Math.PI / 2,
  H: -Math.PI / 2,
  q: Math.PI / 4,
  Q: -Math.PI / 4,
  t: 0.75 * Math.PI,
  T: -0.75 * Math.PI,
};

export const SPECIAL_ACOS: readonly string[] = [
  'ti pi pi pI pI tI ni',
  'hi .. .. .. .. hI nn',
  'hi .. .. .. .. hI hn',
  'hi .. .. .. .. hI hn',
  'hi .. .. .. .. hI nn',
  'qi 0i 0i 0I 0I qI ni',
  'ni nn nn nn nn nI nn',
];

export const SPECIAL_ACOSH: readonly string[] = [
  'iT iP iP ip ip it in',
  'iH .. .. .. .. ih nn',
  'iH .. .. .. .. ih nh',
  'iH .. .. .. .. ih nh',
  'iH .. .. .. .. ih nn',
  'iQ io io i0 i0 iq in',
  'in nn nn nn nn in nn',
];

export const SPECIAL_ASINH: readonly string[] = [
  'IQ Io Io I0 I0 Iq In',
  'IH .. .. .. .. Ih nn',
  'IH .. .. .. .. Ih nn',
  'iH .. .. .. .. ih nn',
  'iH .. .. .. .. ih nn',
  'iQ io io i0 i0 iq in',
  'in nn no n0 nn in nn',
];

export const SPECIAL_ATANH: readonly string[] = [
  'oH oH oH oh oh oh on',
  'oH .. .. .. .. oh nn',
  'oH .. .. .. .. oh on',
  '0H .. .. .. .. 0h 0n',
  '0H .. .. .. .. 0h nn',
  '0H 0H 0H 0h 0h 0h 0n',
  '0H nn nn nn nn 0h nn',
];

export const SPECIAL_COSH: readonly string[] = [
  'nn ii i0 io iI nn in',
  'nn .. .. .. .. nn nn',
  'nn .. .. .. .. nn n0',
  'nn .. .. .. .. nn n0',
  'nn .. .. .. .. nn nn',
  'nn iI io i0 ii nn in',
  'nn nn n0 n0 nn nn nn',
];

export const SPECIAL_EXP: readonly string[] = [
  '00 0o 0o 00 00 00 00',
  'nn .. .. .. .. nn nn',
  'nn .. .. .. .. nn nn',
  'nn .. .. .. .. nn nn',
  'nn .. .. .. .. nn nn',
  'nn iI io i0 ii nn in',
  'nn nn no n0 nn nn nn',
];

export const SPECIAL_LOG: readonly string[] = [
  'iT iP iP ip ip it in',
  'iH .. .. .. .. ih nn',
  'iH .. .. .. .. ih nn',
  'iH .. .. .. .. ih nn',
  'iH .. .. .. .. ih nn',
  'iQ io io i0 i0 iq in',
  'in nn nn nn nn in nn',
];

export const SPECIAL_SINH: readonly string[] = [
  'nn II Io I0 Ii nn in',
  'nn .. .. .. .. nn nn',
  'nn .. .. .. .. nn 0n',
  'nn .. .. .. .. nn 0n',
  'nn .. .. .. .. nn nn',
  'nn iI io i0 ii nn in',
  'nn nn no n0 nn nn nn',
];

export const SPECIAL_SQRT: readonly string[] = [
  'iI 0I 0I 0i 0i ii ni',
  'iI .. .. .. .. ii nn',
  'iI .. .. .. .. ii nn',
  'iI .. .. .. .. ii nn',
  'iI .. .. .. .. ii nn',
  'iI io io i0 i0 ii in',
  'iI nn nn nn nn ii nn',
];

export const SPECIAL_TANH: readonly string[] = [
  'm0 mo mo m0 m0 m0 m0',
  'nn .. .. .. .. nn nn',
  'nn .. .. .. .. nn on',
  'nn .. .. .. .. nn 0n',
  'nn .. .. .. .. nn nn',
  '10 1o 1o 10 10 10 10',
  'nn nn no n0 nn nn nn',
];

export const SPECIAL_RECT: readonly string[] = [
  'nn Ii I0 Io II nn in',
  'nn .. .. .. .. nn nn',
  '00 .. .. .. .. 00 00',
  '00 .. .. .. .. 00 00',
  'nn .. .. .. .. nn nn',
  'nn iI io i0 ii nn in',
  'nn nn n0 n0 nn nn nn',
];

/** The cell of `table` for the classes of `x` and `y`. */
export function specialValue(table: readonly string[], x: number, y: number): [number, number] {
  const row = table[classOf(x)]!;
  const at = 3 * classOf(y);
  return [VALUES[row[at]!]!, VALUES[row[at + 1]!]!];
}

function classOf(value: number): number {
  if (Number.isNaN(value)) return 6;
  if (value === Infinity) return 5;
  if (value === -Infinity) return 0;
  if (value === 0) return signBit(value) ? 2 : 3;
  return value < 0 ? 1 : 4;
}
