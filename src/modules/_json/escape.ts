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

const NEEDS_ESCAPE_ALL = /["\\\u0000-\u001f]/g;
const NEEDS_ASCII_ESCAPE_ALL = /[^ !#-[\]-~]/g;

/** A literal of ASCII characters only; `text` is UTF-16, so that a character above U+FFFF becomes two escapes. */
export function encodeAscii(text: string): string {
  // Most strings are short and plain: a loop settles that sooner than a RegExp.
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x20 || c > 0x7e || c === 0x22 || c === 0x5c) {
      return `"${text.replace(NEEDS_ASCII_ESCAPE_ALL, escapeUnit)}"`;
    }
  }
  return `"${text}"`;
}

/** A literal with only the escapes JSON asks for. */
export function encode(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x20 || c === 0x22 || c === 0x5c) return `"${text.replace(NEEDS_ESCAPE_ALL, escapeUnit)}"`;
  }
  return `"${text}"`;
}

function escapeUnit(unit: string): string {
  return SHORT.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
