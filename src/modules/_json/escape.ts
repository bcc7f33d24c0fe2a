// Writes str as JSON string literals. CPython: Modules/_json.c (ascii_escape_unicode, escape_unicode)

const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;
const NEEDS_ESCAPE_ALL = /["\\\u0000-\u001f]/g;
const NEEDS_ASCII_ESCAPE = /[^ !#-[\]-~]/;
const NEEDS_ASCII_ESCAPE_ALL = /[^ !#-[\]-~]/g;

/** A literal of ASCII characters only; `text` is UTF-16, so that a character above U+FFFF becomes two escapes. */
export function encodeAscii(text: string): string {
  if (!NEEDS_ASCII_ESCAPE.test(text)) return `"${text}"`;
  return `"${text.replace(NEEDS_ASCII_ESCAPE_ALL, escapeUnit)}"`;
}

/** A literal with only the escapes JSON asks for. */
export function encode(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  return `"${text.replace(NEEDS_ESCAPE_ALL, escapeUnit)}"`;
}

function escapeUnit(unit: string): string {
  return SHORT.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
