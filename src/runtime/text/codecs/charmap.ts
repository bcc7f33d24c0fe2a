// Byte encodings by table: the cp125x and iso8859 codecs of the standard library. CPython: Objects/unicodeobject.c
// PyUnicode_DecodeCharmap, _PyUnicode_EncodeCharmap, PyUnicode_BuildEncodingMap, PyUnicode_Translate.

import { typeError } from '../../exceptions/errors.ts';
import { BytesBuilder, stringOfUnits, TextBuilder } from '../builders.ts';
import { codePointAt, codePointsOf, type Text, textLength } from '../text.ts';
import {
  type Decoded,
  type DecodeErrors,
  type EncodeErrors,
  type EncodeProblem,
  resolveDecode,
  resolveEncode,
} from './interface.ts';

/** A decoding table: a str by byte, where U+FFFE means undefined; or a look-up (of a mapping) giving a code point, a str or undefined. */
export type DecodingMap = Text | ((byte: number) => number | Text | undefined);

/** An encoding table: a look-up giving a byte, bytes or undefined. */
export type EncodingLookup = (point: number) => number | Uint8Array | undefined;

const UNDEFINED = 0xfffe;

/** `codecs.charmap_decode(input, errors, mapping)`. */
export function decodeCharmap(input: Uint8Array, errors: DecodeErrors, mapping: DecodingMap): Decoded {
  const table = typeof mapping === 'function' ? undefined : codePointsOf(mapping);
  const out = new TextBuilder(input.length);
  for (let i = 0; i < input.length; ) {
    const byte = input[i];
    const value = table === undefined ? (mapping as (byte: number) => number | Text | undefined)(byte) : table[byte];
    if (typeof value === 'number' && value !== UNDEFINED) {
      if (value < 0 || value > 0x10ffff) throw typeError('character mapping must be in range(0x110000)');
      out.push(value);
      i++;
    } else if (value !== undefined && value !== UNDEFINED && value !== '\ufffe') {
      out.pushText(value as Text);
      i++;
    } else {
      const problem = { encoding: 'charmap', input, start: i, end: i + 1, reason: UNMAPPED };
      const resolution = resolveDecode(errors, problem);
      out.pushText(resolution.replacement);
      input = resolution.input ?? input;
      i = resolution.position;
    }
  }
  return { text: out.finish(), consumed: input.length };
}

const UNMAPPED = 'character maps to <undefined>';

/** `codecs.charmap_encode(text, errors, mapping)`. */
export function encodeCharmap(text: Text, errors: EncodeErrors, lookup: EncodingLookup): Uint8Array {
  const length = textLength(text);
  const out = new BytesBuilder(length);
  for (let i = 0; i < length; ) {
    if (pushMapped(out, lookup, codePointAt(text, i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && lookup(codePointAt(text, end)) === undefined) end++;
    const problem = { encoding: 'charmap', input: text, start: i, end, reason: UNMAPPED };
    i = writeUnmapped(out, problem, errors, lookup);
  }
  return out.finish();
}

function pushMapped(out: BytesBuilder, lookup: EncodingLookup, point: number): boolean {
  const value = lookup(point);
  if (value === undefined) return false;
  if (typeof value === 'number') {
    if (value < 0 || value > 255) throw typeError('character mapping must be in range(256)');
    out.push(value);
  } else out.pushBytes(value);
  return true;
}

/** What a handler answers with goes through the table as well. */
function writeUnmapped(
  out: BytesBuilder,
  problem: EncodeProblem,
  errors: EncodeErrors,
  lookup: EncodingLookup,
): number {
  const { replacement, position } = resolveEncode(errors, problem);
  if (replacement instanceof Uint8Array) {
    out.pushBytes(replacement);
    return position;
  }
  const count = textLength(replacement);
  for (let k = 0; k < count; k++) {
    if (!pushMapped(out, lookup, codePointAt(replacement, k))) throw errors.error(problem);
  }
  return position;
}

/** `codecs.charmap_build(table)` as a look-up. */
export function buildEncodingMap(decodingTable: Text): EncodingLookup {
  const bytes = new Map<number, number>();
  const points = codePointsOf(decodingTable);
  for (let byte = 0; byte < points.length && byte < 256; byte++) {
    if (points[byte] !== UNDEFINED) bytes.set(points[byte], byte);
  }
  return (point) => bytes.get(point);
}

/** `codecs.charmap_encode(text, errors, None)` and decode are Latin-1 under another name. */
export function decodeIdentity(input: Uint8Array): Decoded {
  return { text: stringOfUnits(input), consumed: input.length };
}
