// bytes.fromhex. CPython: Objects/bytesobject.c (_PyBytes_FromHex)
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { type Raised, typeError, valueError } from '../../exceptions/errors.ts';
import { lookupBuffer } from '../../protocols/buffer.ts';
import { copyBytes, newBytes } from '../../text/byte-memory.ts';
import { digitValue } from '../../text/int-text.ts';
import { isSpaceByte } from '../../text/split.ts';
import { codePointAt, type Text, textLength } from '../../text/text.ts';
import { isStr, textOfStr } from '../str/str.ts';
import { textOfBytes } from './operand.ts';

/** No digit: or-ed with anything it stays above the values of two digits. */
const BAD = 0x100;
/** The values of hexadecimal digits by their code units. */
const VALUES = Uint16Array.from({ length: 128 }, (_, unit) => {
  const value = digitValue(unit);
  return value < 16 ? value : BAD;
});

/** CPython: _PyBytes_FromHex */
export function bytesFromHex(v: Value): Uint8Array {
  const quick = typeof v === 'string' && (v.length & 1) === 0 ? pairsOf(v) : undefined;
  return quick ?? fromHexText(isStr(v) ? textOfStr(v) : wrapped(v), isStr(v));
}

/** Digits without blanks between them; undefined when there is anything else. */
function pairsOf(text: string): Uint8Array | undefined {
  const out = newBytes(text.length >> 1);
  for (let i = 0, at = 0; at < out.length; at++) {
    const high = VALUES[text.charCodeAt(i++)] ?? BAD;
    const low = VALUES[text.charCodeAt(i++)] ?? BAD;
    const byte = (high << 4) | low;
    if (byte > 255) return undefined;
    out[at] = byte;
  }
  return out;
}

function fromHexText(text: Text, isString: boolean): Uint8Array {
  const end = textLength(text);
  const out = newBytes(end >> 1);
  let size = 0;
  if (isString) for (let i = 0; i < end; i++) if (codePointAt(text, i) > 127) throw hexError(i);
  for (let i = 0; i < end; ) {
    if (isSpaceByte(codePointAt(text, i))) {
      i++;
      continue;
    }
    const high = digitValue(codePointAt(text, i));
    if (high > 15) throw hexError(i);
    if (++i === end) throw valueError('fromhex() arg must contain an even number of hexadecimal digits');
    const low = digitValue(codePointAt(text, i));
    if (low > 15) throw hexError(i);
    i++;
    out[size++] = high * 16 + low;
  }
  return size === out.length ? out : copyBytes(out, 0, size);
}

function wrapped(v: Value): Text {
  const data = lookupBuffer(v);
  if (data === undefined) {
    throw typeError(
      `fromhex() argument must be str or bytes-like, not ${v === None ? 'NoneType' : typeOf(v).typeName}`,
    );
  }
  return textOfBytes(data);
}

function hexError(at: number): Raised {
  return valueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
}
