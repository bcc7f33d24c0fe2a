// Names: which code points they may have (PEP 3131) and what they stand for.
// CPython: Objects/unicodeobject.c _PyUnicode_ScanIdentifier, Parser/pegen.c _PyPegen_new_identifier.
import { normalizePoints } from '../../../unicode/normalize.ts';

export { isIdentifierContinue, isIdentifierStart, isPrintable } from '../../../unicode/properties.ts';

/** The name an identifier token stands for: NFKC-normalised when it is not ASCII. */
export function identifierName(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return nfkc(text);
  return text;
}

/** With our own Unicode 16 tables: engines differ in their version. */
function nfkc(text: string): string {
  const points = Array.from(text, (char) => char.codePointAt(0)!);
  const normal = normalizePoints(points, 'NFKC');
  return normal === points ? text : String.fromCodePoint(...Array.from(normal));
}
