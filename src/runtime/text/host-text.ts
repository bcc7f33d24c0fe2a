// Text between the host and Python: UTF-8 with surrogateescape (PEP 383). CPython: PyUnicode_DecodeFSDefault, PyUnicode_FSConverter
import { jsString, type StrValue, strOfUtf16 } from '../objects/str/str.ts';

/** As the host has it: raw bytes when they are no UTF-8. */
type HostText = string | Uint8Array;

/** What the host calls something, as a str; bytes that are no UTF-8 become lone surrogates. */
export function textFromHost(text: HostText): StrValue {
  return strOfUtf16(typeof text === 'string' ? text : decodeEscaped(text));
}

/** A str as the host wants it; undefined when it has surrogates that escape no byte. */
export function textToHost(v: StrValue): HostText | undefined {
  const text = jsString(v);
  if (!LONE_SURROGATE.test(text)) return text;
  return encodeEscaped(text);
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** UTF-8 with bytes that do not decode as U+DC80 to U+DCFF. */
export function decodeEscaped(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceSize(bytes, at);
    const piece = size > 0 ? tryDecode(decoder, bytes.subarray(at, at + size)) : undefined;
    text += piece ?? String.fromCharCode(0xdc00 + bytes[at]!);
    at += piece === undefined ? 1 : size;
  }
  return text;
}

function sequenceSize(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  const size = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
  return at + size <= bytes.length ? size : 0;
}

function tryDecode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function encodeEscaped(text: string): Uint8Array | undefined {
  const encoder = new TextEncoder();
  const out: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (point >= 0xdc80 && point <= 0xdcff) out.push(point - 0xdc00);
    else if (point >= 0xd800 && point <= 0xdfff) return undefined;
    else out.push(...encoder.encode(char));
  }
  return Uint8Array.from(out);
}
