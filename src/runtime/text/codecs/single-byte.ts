// ASCII and Latin-1. CPython: Objects/unicodeobject.c unicode_encode_ucs1, PyUnicode_DecodeASCII, PyUnicode_DecodeLatin1.

import { asciiText, BytesBuilder, stringOfUnits, TextBuilder } from '../builders.ts';
import { newBytes } from '../byte-memory.ts';
import { latin1 } from '../latin1.ts';
import { codePointAt, type Text, textLength } from '../text.ts';
import { type Decoded, type DecodeErrors, type EncodeErrors, resolveDecode } from './interface.ts';
import { writeUnencodable } from './unencodable.ts';

/** `bytes.decode('latin-1')`, which cannot fail. */
export function decodeLatin1(bytes: Uint8Array): Decoded {
  return { text: latin1(bytes), consumed: bytes.length };
}

/** `bytes.decode('ascii', errors)`. */
export function decodeAscii(input: Uint8Array, errors: DecodeErrors): Decoded {
  let i = 0;
  while (i < input.length && input[i] < 0x80) i++;
  if (i === input.length) return { text: asciiText(input), consumed: i };
  const out = new TextBuilder(input.length);
  out.pushText(stringOfUnits(input, i));
  while (i < input.length) {
    if (input[i] < 0x80) {
      out.push(input[i++]);
      continue;
    }
    const problem = { encoding: 'ascii', input, start: i, end: i + 1, reason: 'ordinal not in range(128)' };
    const resolution = resolveDecode(errors, problem);
    out.pushText(resolution.replacement);
    input = resolution.input ?? input;
    i = resolution.position;
  }
  return { text: out.finish(), consumed: i };
}

/** `text.encode('latin-1', errors)`. */
export function encodeLatin1(text: Text, errors: EncodeErrors): Uint8Array {
  return encodeBelow(text, errors, 256, 'latin-1');
}

/** `text.encode('ascii', errors)`. */
export function encodeAscii(text: Text, errors: EncodeErrors): Uint8Array {
  return encodeBelow(text, errors, 128, 'ascii');
}

function encodeBelow(text: Text, errors: EncodeErrors, limit: number, encoding: string): Uint8Array {
  const length = textLength(text);
  const bytes = newBytes(length);
  let i = 0;
  if (typeof text === 'string') {
    for (; i < length; i++) {
      const point = text.charCodeAt(i);
      if (point >= limit) break;
      bytes[i] = point;
    }
    if (i === length) return bytes;
  }
  const out = new BytesBuilder(length);
  out.pushBytes(bytes.subarray(0, i));
  while (i < length) {
    const point = codePointAt(text, i);
    if (point < limit) {
      out.push(point);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && codePointAt(text, end) >= limit) end++;
    const problem = { encoding, input: text, start: i, end, reason: `ordinal not in range(${limit})` };
    i = writeUnencodable(out, problem, errors, limit);
  }
  return out.finish();
}
