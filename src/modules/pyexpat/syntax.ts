// The lexical rules of XML 1.0, as sticky patterns. CPython: Modules/expat/nametab.h, xmltok_impl.c

const START =
  ':A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const REST = `${START}\\-.0-9\\xb7\\u0300-\\u036f\\u203f-\\u2040`;

export const NAME_SOURCE: string = `[${START}][${REST}]*`;
export const NMTOKEN_SOURCE: string = `[${REST}]+`;

const NAME = new RegExp(NAME_SOURCE, 'y');
const SPACE = /[ \t\r\n]+/y;
const INVALID = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Where the name that starts at `at` ends; `at` itself when there is none. */
export function nameEnd(text: string, at: number): number {
  NAME.lastIndex = at;
  return NAME.test(text) ? NAME.lastIndex : at;
}

export function spaceEnd(text: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.test(text) ? SPACE.lastIndex : at;
}

/** Where a character stands that no document may hold, -1 when there is none. */
export function invalidAt(text: string): number {
  return text.search(INVALID);
}

export function isSpace(c: string | undefined): boolean {
  return c === ' ' || c === '\t' || c === '\n' || c === '\r';
}

export function normalizeLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The character of `#38` or `#x26`; undefined when there is none. */
export function characterOf(reference: string): string | undefined {
  const point =
    reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  const valid =
    point === 9 ||
    point === 10 ||
    point === 13 ||
    (point >= 32 && point < 0xd800) ||
    (point >= 0xe000 && point < 0xfffe) ||
    (point >= 0x10000 && point < 0x110000);
  return valid ? String.fromCodePoint(point) : undefined;
}

export const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
