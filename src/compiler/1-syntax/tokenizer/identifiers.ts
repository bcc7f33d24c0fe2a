// Which code points an identifier may have (PEP 3131) and which are printable.
// CPython: Objects/unicodeobject.c _PyUnicode_ScanIdentifier, Objects/unicodectype.c _PyUnicode_IsPrintable.

const START = /^[\p{XID_Start}_]$/u;
const CONTINUE = /^\p{XID_Continue}$/u;
const NOT_PRINTABLE = /^[\p{C}\p{Z}]$/u;

export function isIdentifierStart(codePoint: number): boolean {
  return START.test(String.fromCodePoint(codePoint));
}

export function isIdentifierContinue(codePoint: number): boolean {
  return CONTINUE.test(String.fromCodePoint(codePoint));
}

export function isPrintable(codePoint: number): boolean {
  return codePoint === 0x20 || !NOT_PRINTABLE.test(String.fromCodePoint(codePoint));
}

/** The name an identifier token stands for: NFKC-normalised when it is not ASCII. */
export function identifierName(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return text.normalize('NFKC');
  return text;
}
