// Short ASCII texts read from bytes again and again: keys, names, tags. A text seen before is found by its bytes and given again, which costs
// less than making it and leaves the engine nothing to hash. CPython interns what it unpickles as keys: Modules/_pickle.c (load_build)

/** Longer texts are seldom seen twice. */
export const SHORT_TEXT = 32;
const PLACES = 2048;

/** One text a place; the last one stays. */
const texts: string[] = new Array<string>(PLACES).fill('');

/** The text of `size` bytes, at most SHORT_TEXT; undefined when one is not ASCII. */
export function shortText(data: Uint8Array, start: number, size: number): string | undefined {
  let hash = size;
  const end = start + size;
  for (let i = start; i < end; i++) {
    const byte = data[i]!;
    if (byte > 127) return undefined;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const place = (hash ^ (hash >>> 11)) & (PLACES - 1);
  const known = texts[place]!;
  if (known.length === size && isTextOf(known, data, start)) return known;
  const made = textOf(data, start, end);
  texts[place] = made;
  return made;
}

function isTextOf(text: string, data: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== data[start + i]) return false;
  return true;
}

/** Four characters a call: one by one, each would copy those before it. */
function textOf(data: Uint8Array, start: number, end: number): string {
  let text = '';
  let i = start;
  for (; i + 4 <= end; i += 4) text += String.fromCharCode(data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!);
  for (; i < end; i++) text += String.fromCharCode(data[i]!);
  return text;
}
