// Columns as SyntaxError counts them. CPython: Parser/pegen.c _PyPegen_byte_offset_to_character_offset.

/**
 * Code points in the first `byteOffset` UTF-8 bytes of `text`. A column past the end counts one past the end, as
 * CPython clips it.
 */
export function byteToCharOffset(text: string, byteOffset: number): number {
  let bytes = 0;
  let chars = 0;
  for (const char of text) {
    if (bytes >= byteOffset) return chars;
    const codePoint = char.codePointAt(0)!;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    chars++;
  }
  return bytes < byteOffset ? chars + 1 : chars;
}
