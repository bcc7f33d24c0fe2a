// Names: which code points they may have (PEP 3131) and what they stand for.
// CPython: Objects/unicodeobject.c _PyUnicode_ScanIdentifier, Parser/pegen.c _PyPegen_new_identifier.
export { isIdentifierContinue, isIdentifierStart, isPrintable } from '../../../unicode/properties.ts';

/** The name an identifier token stands for: NFKC-normalised when it is not ASCII. */
export function identifierName(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return text.normalize('NFKC');
  return text;
}
