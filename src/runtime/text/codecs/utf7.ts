// UTF-7. CPython: Objects/unicodeobject.c PyUnicode_DecodeUTF7Stateful, _PyUnicode_EncodeUTF7.

import { BytesBuilder, TextBuilder } from '../builders.ts';
import { codePointAt, type Text, textLength } from '../text.ts';
import { type Decoded, type DecodeErrors, resolveDecode } from './interface.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIRECT = /[A-Za-z0-9'(),\-./:?!"#$%&*;<=>@[\]^_`{|} \t\n\r]/;
const PLUS = 43;
const MINUS = 45;

/** `codecs.utf_7_decode(input, errors, final)`; an open shift sequence is left unconsumed when more may come. */
export function decodeUtf7(input: Uint8Array, errors: DecodeErrors, final = true): Decoded {
  return new Utf7Decoder(input, errors, final).run();
}

class Utf7Decoder {
  private input: Uint8Array;
  private readonly errors: DecodeErrors;
  private readonly final: boolean;
  private readonly out: TextBuilder;
  private position = 0;
  /** Where the shift sequence or the problem starts. */
  private start = 0;
  private inShift = false;
  /** Length of the output when the shift sequence began. */
  private shiftLength = 0;
  private bits = 0;
  private buffer = 0;
  /** A high surrogate waiting for its partner, or 0. */
  private high = 0;

  constructor(input: Uint8Array, errors: DecodeErrors, final: boolean) {
    this.input = input;
    this.errors = errors;
    this.final = final;
    this.out = new TextBuilder(input.length);
  }

  run(): Decoded {
    do {
      while (this.position < this.input.length) {
        const reason = this.inShift ? this.shifted() : this.direct();
        if (reason !== undefined) this.problem(reason, this.position);
      }
    } while (this.inShift && this.final && this.unterminated());
    if (!this.inShift || this.final) return { text: this.out.finish(), consumed: this.position };
    this.out.truncate(this.shiftLength);
    return { text: this.out.finish(), consumed: this.start };
  }

  /** A byte inside base 64; gives the reason of a problem. */
  private shifted(): string | undefined {
    const byte = this.input[this.position];
    const digit = byte < 128 ? BASE64.indexOf(String.fromCharCode(byte)) : -1;
    if (digit < 0) return this.leaveShift(byte);
    this.position++;
    this.buffer = (this.buffer << 6) | digit;
    this.bits += 6;
    if (this.bits >= 16) {
      this.bits -= 16;
      const unit = this.buffer >>> this.bits;
      this.buffer &= (1 << this.bits) - 1;
      this.pushUnit(unit);
    }
    return undefined;
  }

  private pushUnit(unit: number): void {
    const { high } = this;
    this.high = 0;
    if (high !== 0) {
      if (unit >= 0xdc00 && unit <= 0xdfff) {
        this.out.push(0x10000 + ((high & 0x3ff) << 10) + (unit & 0x3ff));
        return;
      }
      this.out.push(high);
    }
    if (unit >= 0xd800 && unit <= 0xdbff) this.high = unit;
    else this.out.push(unit);
  }

  private leaveShift(byte: number): string | undefined {
    this.inShift = false;
    if (this.bits >= 6) {
      this.position++;
      return 'partial character in shift sequence';
    }
    if (this.bits > 0 && this.buffer !== 0) {
      this.position++;
      return 'non-zero padding bits in shift sequence';
    }
    if (this.high !== 0 && byte <= 127 && byte !== PLUS) this.out.push(this.high);
    this.high = 0;
    if (byte === MINUS) this.position++;
    return undefined;
  }

  /** A byte outside base 64. */
  private direct(): string | undefined {
    const byte = this.input[this.position];
    if (byte <= 127 && byte !== PLUS) {
      this.out.push(byte);
      this.position++;
      return undefined;
    }
    this.start = this.position++;
    if (byte !== PLUS) return 'unexpected special character';
    if (this.position < this.input.length) {
      const next = this.input[this.position];
      if (next === MINUS) {
        this.position++;
        this.out.push(PLUS);
        return undefined;
      }
      if (next > 127 || !BASE64.includes(String.fromCharCode(next))) {
        this.position++;
        return 'ill-formed sequence';
      }
    }
    this.inShift = true;
    this.shiftLength = this.out.length;
    this.high = this.bits = this.buffer = 0;
    return undefined;
  }

  /** The input ended inside base 64; true if a handler sends us back into it. */
  private unterminated(): boolean {
    this.inShift = false;
    if (this.high === 0 && this.bits < 6 && (this.bits === 0 || this.buffer === 0)) return false;
    this.problem('unterminated shift sequence', this.input.length);
    return this.position < this.input.length;
  }

  private problem(reason: string, end: number): void {
    const { input, start } = this;
    const resolution = resolveDecode(this.errors, { encoding: 'utf7', input, start, end, reason });
    this.out.pushText(resolution.replacement);
    this.input = resolution.input ?? input;
    this.position = resolution.position;
  }
}

/** `text.encode('utf-7')`. */
export function encodeUtf7(text: Text): Uint8Array {
  const length = textLength(text);
  const out = new BytesBuilder(length);
  let inShift = false;
  let bits = 0;
  let buffer = 0;
  const pushUnit = (unit: number) => {
    buffer = (buffer << 16) | unit;
    for (bits += 16; bits >= 6; ) {
      bits -= 6;
      out.push(BASE64.charCodeAt((buffer >>> bits) & 63));
    }
    buffer &= (1 << bits) - 1;
  };
  for (let i = 0; i < length; i++) {
    const point = codePointAt(text, i);
    const char = point < 128 ? String.fromCharCode(point) : '';
    const isDirect = char !== '' && DIRECT.test(char);
    if (inShift && isDirect) {
      if (bits > 0) out.push(BASE64.charCodeAt((buffer << (6 - bits)) & 63));
      bits = buffer = 0;
      inShift = false;
      if (BASE64.includes(char) || point === MINUS) out.push(MINUS);
      out.push(point);
    } else if (!inShift && point === PLUS) out.pushString('+-');
    else if (!inShift && isDirect) out.push(point);
    else {
      if (!inShift) out.push(PLUS);
      inShift = true;
      if (point > 0xffff) pushUnit(0xd7c0 + (point >> 10));
      pushUnit(point > 0xffff ? 0xdc00 | (point & 0x3ff) : point);
    }
  }
  if (bits > 0) out.push(BASE64.charCodeAt((buffer << (6 - bits)) & 63));
  if (inShift) out.push(MINUS);
  return out.finish();
}
