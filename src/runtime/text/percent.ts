// `format % values` of str and bytes. The object layer says how values convert; parsing, order of evaluation, layout and errors are here.
// CPython: Objects/unicode_format.c PyUnicode_Format, Objects/bytesobject.c _PyBytes_FormatEx.

import { overflowError, typeError, valueError } from '../exceptions/errors.ts';
import { type DoubleCode, doubleToString } from './float-repr.ts';
import type { Int } from './int-text.ts';
import {
  codePointAt,
  concatText,
  padText,
  repeatPoint,
  sliceText,
  type Text,
  textLength,
  textOfPoint,
} from './text.ts';

/** The right operand. */
export interface PercentValues<V> {
  /** The tuple's items, or the one value. */
  readonly items: readonly V[];
  /** Looks a key up; present if the operand is a mapping and neither tuple nor str (bytes: neither tuple nor bytes nor bytearray). */
  readonly lookup?: (key: Text) => V;
}

/** How values convert. What returns undefined reports that the type is wrong; other errors are thrown. */
export interface PercentConverter<V> {
  /** str: `%s %r %a`; bytes: `%b %s %r %a`, as the str of the same code points. */
  text(value: V, code: string): Text;
  /** `%d %i %u` take what int() takes of numbers, `%x %X %o` what has `__index__`. */
  integer(value: V, code: string): Int | undefined;
  float(value: V): number;
  /** `%c`: the code of the character, a text whose length is wrong, or undefined. */
  character(value: V): Int | { readonly length: number } | undefined;
  /** The number for `*`, which must be an int proper. */
  star(value: V): Int | undefined;
  /** `type(value).__name__`, for messages. */
  typeName(value: V): string;
  /** The same with its module, unless that is builtins or __main__. */
  fullTypeName(value: V): string;
  /** str of an int under the digits limit (`intToText`). */
  decimal(value: Int): string;
}

interface Flags {
  left: boolean;
  sign: boolean;
  blank: boolean;
  alternate: boolean;
  zero: boolean;
}

const PERCENT = 37;
const C_INT_MAX = 2 ** 31 - 1;
const SSIZE_MAX = 2 ** 63;

/** `format % values` of a str. */
export function percentFormat<V>(format: Text, values: PercentValues<V>, convert: PercentConverter<V>): Text {
  return new PercentFormatter(format, values, convert, false).run();
}

/** `format % values` of bytes, with bytes as the str of the same code points throughout. */
export function percentFormatBytes<V>(format: string, values: PercentValues<V>, convert: PercentConverter<V>): string {
  return new PercentFormatter(format, values, convert, true).run() as string;
}

class PercentFormatter<V> {
  private readonly format: Text;
  private readonly lookup: ((key: Text) => V) | undefined;
  private readonly convert: PercentConverter<V>;
  private readonly isBytes: boolean;
  private readonly end: number;
  private items: readonly V[];
  private used = 0;
  private position = 0;
  private flags: Flags = { left: false, sign: false, blank: false, alternate: false, zero: false };
  private width = -1;
  private precision = -1;
  private afterDigits = false;

  constructor(format: Text, values: PercentValues<V>, convert: PercentConverter<V>, isBytes: boolean) {
    this.format = format;
    this.items = values.items;
    this.lookup = values.lookup;
    this.convert = convert;
    this.isBytes = isBytes;
    this.end = textLength(format);
  }

  run(): Text {
    const pieces: Text[] = [];
    while (this.position < this.end) {
      const start = this.position;
      while (this.position < this.end && codePointAt(this.format, this.position) !== PERCENT) this.position++;
      if (this.position > start) pieces.push(sliceText(this.format, start, this.position));
      if (this.position === this.end) break;
      this.position++;
      pieces.push(this.conversion());
    }
    if (this.used < this.items.length && this.lookup === undefined) {
      const what = this.isBytes ? 'bytes' : 'string';
      throw typeError(`not all arguments converted during ${what} formatting`);
    }
    return concatText(pieces);
  }

  /** The next character of the format, '' at the end. */
  private peek(): string {
    if (this.position >= this.end) return '';
    const point = codePointAt(this.format, this.position);
    return point < 0xd800 ? String.fromCharCode(point) : '\ufffd';
  }

  private conversion(): Text {
    if (this.peek() === '%') {
      this.position++;
      return '%';
    }
    if (this.peek() === '(') this.takeKey();
    this.takeFlags();
    this.width = this.takeNumber(false);
    if (this.peek() === '.') {
      this.position++;
      this.precision = Math.max(this.takeNumber(true), 0);
    } else this.precision = -1;
    const size = this.peek();
    if (size === 'h' || size === 'l' || size === 'L') {
      this.position++;
      this.afterDigits = false;
    }
    const code = this.peek();
    if (code === '') throw valueError('incomplete format');
    this.position++;
    return this.formatOne(this.nextValue(), code);
  }

  private takeKey(): void {
    if (this.lookup === undefined) throw typeError('format requires a mapping');
    const start = ++this.position;
    let depth = 1;
    for (; this.position < this.end && depth > 0; this.position++) {
      const char = this.peek();
      if (char === '(') depth++;
      else if (char === ')') depth--;
    }
    if (depth > 0) throw valueError('incomplete format key');
    this.items = [this.lookup(sliceText(this.format, start, this.position - 1))];
    this.used = 0;
  }

  private takeFlags(): void {
    this.flags = { left: false, sign: false, blank: false, alternate: false, zero: false };
    for (; ; this.position++) {
      const char = this.peek();
      if (char === '-') this.flags.left = true;
      else if (char === '+') this.flags.sign = true;
      else if (char === ' ') this.flags.blank = true;
      else if (char === '#') this.flags.alternate = true;
      else if (char === '0') this.flags.zero = true;
      else return;
    }
  }

  /** Digits or a star; -1 if there is neither. */
  private takeNumber(isPrecision: boolean): number {
    if (this.peek() === '*') {
      this.position++;
      this.afterDigits = false;
      return this.takeStar(isPrecision);
    }
    let value = -1;
    for (this.afterDigits = false; ; this.position++) {
      const digit = codePointAt(this.format, this.position) - 48;
      if (this.position >= this.end || digit < 0 || digit > 9) return value;
      this.afterDigits = true;
      value = Math.max(value, 0) * 10 + digit;
      if (value > (isPrecision ? C_INT_MAX : SSIZE_MAX - 1025)) {
        const name = this.isBytes && isPrecision ? 'prec' : isPrecision ? 'precision' : 'width';
        throw valueError(name + ' too big');
      }
    }
  }

  private takeStar(isPrecision: boolean): number {
    const value = this.convert.star(this.nextValue());
    if (value === undefined) throw typeError('* wants int');
    const number = Number(value);
    if (isPrecision) {
      if (Math.abs(number) > C_INT_MAX) throw overflowError('Python int too large to convert to C int');
      return number;
    }
    if (Math.abs(number) >= SSIZE_MAX) throw overflowError('Python int too large to convert to C ssize_t');
    if (number < 0) this.flags.left = true;
    return Math.abs(number);
  }

  private nextValue(): V {
    if (this.used >= this.items.length) throw typeError('not enough arguments for format string');
    return this.items[this.used++];
  }

  private formatOne(value: V, code: string): Text {
    switch (code) {
      case 's':
      case 'r':
      case 'a':
        return this.textual(this.convert.text(value, code));
      case 'b':
        if (this.isBytes) return this.textual(this.convert.text(value, code));
        break;
      case 'c':
        return this.pad(textOfPoint(this.character(value)), ' ');
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return this.signed(this.integer(value, code), code);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return this.signed(this.float(this.convert.float(value), code), code);
    }
    const point = codePointAt(this.format, this.position - 1);
    // CPython trips over its own message where it reads the byte as a signed char, which is anywhere but behind digits.
    if (this.isBytes && point > 127 && !this.afterDigits)
      throw overflowError('character argument not in range(0x110000)');
    const shown = point >= 31 && point <= 126 ? code : this.isBytes ? String.fromCharCode(point) : '?';
    const where = `(0x${point.toString(16)}) at index ${this.position - 1}`;
    throw valueError(`unsupported format character '${shown}' ${where}`);
  }

  private textual(text: Text): Text {
    if (this.precision >= 0 && textLength(text) > this.precision) text = sliceText(text, 0, this.precision);
    return this.pad(text, ' ');
  }

  private character(value: V): number {
    const code = this.convert.character(value);
    const limit = this.isBytes ? 256 : 0x110000;
    if (typeof code === 'number' || typeof code === 'bigint') {
      if (code >= 0 && code < limit) return Number(code);
      throw overflowError(`%c arg not in range(${this.isBytes ? '256' : '0x110000'})`);
    }
    const needed = this.isBytes ? 'an integer in range(256) or a single byte' : 'an int or a unicode character';
    if (code === undefined) throw typeError(`%c requires ${needed}, not ${this.convert.fullTypeName(value)}`);
    const what = this.isBytes ? `a ${this.convert.typeName(value)} object` : 'a string';
    throw typeError(`%c requires ${needed}, not ${what} of length ${code.length}`);
  }

  /** Sign, prefix and digits, at least as many as the precision asks for. */
  private integer(value: V, code: string): string {
    const int = this.convert.integer(value, code);
    if (int === undefined) {
      const needed = code === 'd' || code === 'i' || code === 'u' ? 'a real number' : 'an integer';
      throw typeError(`%${code} format: ${needed} is required, not ${this.convert.typeName(value)}`);
    }
    const text = this.digits(int, code);
    const negative = text.charCodeAt(0) === 45;
    let digits = negative ? text.slice(1) : text;
    if (digits.length < this.precision) digits = repeatPoint(48, this.precision - digits.length) + digits;
    const prefix = this.flags.alternate && 'oxX'.includes(code) ? '0' + code : '';
    return (negative ? '-' : '') + prefix + digits;
  }

  private digits(value: Int, code: string): string {
    if (code === 'o') return value.toString(8);
    if (code === 'x') return value.toString(16);
    if (code === 'X') return value.toString(16).toUpperCase();
    return this.convert.decimal(value);
  }

  private float(value: number, code: string): string {
    const precision = this.precision < 0 ? 6 : this.precision;
    return doubleToString(value, code as DoubleCode, precision, { alternate: this.flags.alternate });
  }

  /** Adds the sign asked for and pads, zeros going behind sign and prefix. */
  private signed(text: string, code: string): Text {
    let sign = '';
    if (text.charCodeAt(0) === 45 || text.charCodeAt(0) === 43) {
      sign = text[0];
      text = text.slice(1);
    } else if (this.flags.sign) sign = '+';
    else if (this.flags.blank) sign = ' ';
    if (!this.flags.zero || this.flags.left) return this.pad(sign + text, ' ');
    const prefix = this.flags.alternate && 'oxX'.includes(code) ? text.slice(0, 2) : '';
    return sign + prefix + this.pad(text.slice(prefix.length), '0', sign.length + prefix.length);
  }

  private pad(text: Text, fill: ' ' | '0', before = 0): Text {
    const missing = this.width - before - textLength(text);
    if (missing <= 0) return text;
    return this.flags.left ? padText(text, 32, 0, missing) : padText(text, fill === '0' ? 48 : 32, missing, 0);
  }
}
