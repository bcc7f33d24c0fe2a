// Reads JSON text, without any Python object: what to make of the pieces is the sink's business. Positions in errors are those of the C
// scanner. JSON.parse is no help here: it loses large integers, 1.0 against 1, and the order of keys that look like numbers.
// CPython: Modules/_json.c (scanstring_unicode, _parse_object_unicode, _parse_array_unicode, _match_number_unicode)

import { NO_KEYS, type Shape } from './shape.ts';

/** Becomes json.JSONDecodeError(message, document, position). */
export class JsonSyntaxError {
  readonly message: string;
  readonly position: number;
  constructor(message: string, position: number) {
    this.message = message;
    this.position = position;
  }
}

/** No value where one must start; becomes StopIteration(position). */
export class NoValue {
  readonly position: number;
  constructor(position: number) {
    this.position = position;
  }
}

/** Makes values of a type `V` from what the scanner reads. */
export interface JsonSink<V> {
  readonly null: V;
  readonly true: V;
  readonly false: V;
  /** A string that has no surrogates. */
  plain(text: string): V;
  /** Any string; a surrogate pair is one character unless one of the offsets is in its middle. */
  string(text: string, breaks: readonly number[]): V;
  /** An integer of at most 15 digits; asked for only if `takesSmall`. */
  small(value: number): V;
  readonly takesSmall: boolean;
  int(digits: string): V;
  float(digits: string): V;
  /** A float that is the nearest to what was read; asked for only if `takesDouble`. */
  double(value: number): V;
  readonly takesDouble: boolean;
  /** `NaN`, `Infinity`, `-Infinity` */
  constant(name: string): V;
  array(items: V[]): V;
  /** An object of nothing, key, value, key, value: the layout of a dict's entries. `isKnown` when the keys are those of `shape`. */
  object(members: (V | undefined)[], shape: Shape, isKnown: boolean): V;
}

/** Powers of ten that doubles have. */
const POWERS: readonly number[] = Array.from({ length: 17 }, (_, exponent) => 10 ** exponent);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Text of the escapes that are one letter, by the letter's code. */
const ESCAPES: ReadonlyMap<number, string> = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(
    ([letter, text]) => [letter.charCodeAt(0), text],
  ),
);

/** One pass over one document. After each call `end` is the index behind what was read. */
export class JsonScanner<V> {
  end = 0;
  private readonly text: string;
  private readonly strict: boolean;
  private readonly sink: JsonSink<V>;
  /** The document has no surrogates, so neither has a string in it without escapes for some. */
  private readonly narrow: boolean;
  private hasSurrogate = false;
  private decimalValue = 0;
  /** Offsets in the string read last where a surrogate written as an escape begins or ends: it joins with no neighbour. */
  private breaks: number[] = [];
  /** Offsets in the document between two surrogates that are characters each. */
  private readonly splits: readonly number[];

  constructor(text: string, narrow: boolean, strict: boolean, sink: JsonSink<V>, splits: readonly number[] = []) {
    this.text = text;
    this.narrow = narrow;
    this.splits = splits;
    this.strict = strict;
    this.sink = sink;
  }

  /** Any JSON term that starts at `index`, member `at` of an object of the shape `outer` or of a list there. */
  value(index: number, outer: Shape, at: number): V {
    const { text, sink } = this;
    switch (text.charCodeAt(index)) {
      case QUOTE:
        return this.stringValue(index + 1);
      case 0x7b:
        return this.object(index + 1, outer.inside(at));
      case 0x5b:
        return this.array(index + 1, outer, at);
      case 0x6e:
        if (text.startsWith('null', index)) return this.word(sink.null, index + 4);
        break;
      case 0x74:
        if (text.startsWith('true', index)) return this.word(sink.true, index + 4);
        break;
      case 0x66:
        if (text.startsWith('false', index)) return this.word(sink.false, index + 5);
        break;
      case 0x4e:
        if (text.startsWith('NaN', index)) return this.constant('NaN', index);
        break;
      case 0x49:
        if (text.startsWith('Infinity', index)) return this.constant('Infinity', index);
        break;
      case 0x2d:
        if (text.startsWith('-Infinity', index)) return this.constant('-Infinity', index);
        break;
    }
    return this.number(index);
  }

  private word(value: V, end: number): V {
    this.end = end;
    return value;
  }

  private constant(name: string, index: number): V {
    const value = this.sink.constant(name);
    this.end = index + name.length;
    return value;
  }

  private number(start: number): V {
    const { text } = this;
    let i = start;
    let c = text.charCodeAt(i);
    const negative = c === 0x2d;
    if (negative) c = text.charCodeAt(++i);
    if (!(c >= 0x30 && c <= 0x39)) throw new NoValue(start);
    const first = i;
    let value = c - 0x30;
    c = text.charCodeAt(++i);
    if (value !== 0) {
      while (c >= 0x30 && c <= 0x39) {
        value = value * 10 + c - 0x30;
        c = text.charCodeAt(++i);
      }
    }
    if (c === 0x2e || c === 0x65 || c === 0x45) {
      if (this.decimal(first, i, value)) return this.sink.double(negative ? -this.decimalValue : this.decimalValue);
      const end = fractionEnd(text, i);
      if (end > i) {
        this.end = end;
        return this.sink.float(text.slice(start, end));
      }
    }
    this.end = i;
    if (i - first > 15 || !this.sink.takesSmall) return this.sink.int(text.slice(start, i));
    return this.sink.small(negative && value !== 0 ? -value : value);
  }

  /** Reads a fraction without exponent; false unless its digits make an exact double, whose quotient is then the nearest to the number. */
  private decimal(first: number, point: number, whole: number): boolean {
    const { text } = this;
    if (!this.sink.takesDouble || text.charCodeAt(point) !== 0x2e) return false;
    let value = whole;
    let i = point + 1;
    let c = text.charCodeAt(i);
    while (c >= 0x30 && c <= 0x39) {
      value = value * 10 + c - 0x30;
      c = text.charCodeAt(++i);
    }
    if (i === point + 1 || i - first > 16 || c === 0x65 || c === 0x45) return false;
    this.decimalValue = value / POWERS[i - point - 1]!;
    this.end = i;
    return true;
  }

  /** Like {@link string}, as a value. */
  stringValue(start: number): V {
    const text = this.string(start);
    return this.narrow && !this.hasSurrogate ? this.sink.plain(text) : this.sink.string(text, this.breaks);
  }

  /** The contents of a string whose opening quote is before `start`. */
  string(start: number): string {
    const { text, strict } = this;
    this.hasSurrogate = false;
    if (this.breaks.length > 0) this.breaks = [];
    let i = start;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === QUOTE) {
        this.end = i + 1;
        if (this.splits.length > 0) this.noteSplits(start, i, 0);
        return text.slice(start, i);
      }
      if (c === BACKSLASH) return this.stringWithEscapes(start, i);
      if (!(c > 0x1f)) {
        if (i >= text.length) throw new JsonSyntaxError('Unterminated string starting at', start - 1);
        if (strict) throw new JsonSyntaxError('Invalid control character at', i);
      }
      i++;
    }
  }

  private stringWithEscapes(start: number, backslash: number): string {
    const { text, strict } = this;
    let out = text.slice(start, backslash);
    let i = backslash;
    if (this.splits.length > 0) this.noteSplits(start, i, 0);
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === QUOTE) {
        this.end = i + 1;
        return out;
      }
      if (c === BACKSLASH) {
        const piece = this.escape(start, i + 1);
        if (piece.length === 1 && piece >= '\ud800' && piece <= '\udfff') this.breaks.push(out.length, out.length + 1);
        out += piece;
        i = this.end;
      } else {
        if (i >= text.length) throw new JsonSyntaxError('Unterminated string starting at', start - 1);
        if (c <= 0x1f && strict) throw new JsonSyntaxError('Invalid control character at', i);
        const run = i++;
        for (;;) {
          const next = text.charCodeAt(i);
          if (next === QUOTE || next === BACKSLASH || !(next > 0x1f)) break;
          i++;
        }
        if (this.splits.length > 0) this.noteSplits(run, i, out.length);
        out += text.slice(run, i);
      }
    }
  }

  /** Breaks in the piece `from`..`to` of the document, which stands at `at` in the string. */
  private noteSplits(from: number, to: number, at: number): void {
    for (const split of this.splits) if (split > from && split < to) this.breaks.push(at + split - from);
  }

  /** What an escape stands for; `i` is the place after the backslash. */
  private escape(start: number, i: number): string {
    const { text } = this;
    if (i >= text.length) throw new JsonSyntaxError('Unterminated string starting at', start - 1);
    const c = text.charCodeAt(i);
    if (c !== 0x75) {
      const plain = ESCAPES.get(c);
      if (plain === undefined) throw new JsonSyntaxError('Invalid \\escape', i - 1);
      this.end = i + 1;
      return plain;
    }
    const unit = this.hex(i);
    this.end = i + 5;
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    this.hasSurrogate = true;
    if (unit <= 0xdbff && this.end + 6 < text.length && text.startsWith('\\u', this.end)) {
      const low = this.hex(this.end + 1);
      if (low >= 0xdc00 && low <= 0xdfff) {
        this.end += 6;
        return String.fromCharCode(unit, low);
      }
    }
    return String.fromCharCode(unit);
  }

  /** Four hex digits after the `u` at `i`. */
  private hex(i: number): number {
    const { text } = this;
    if (i + 5 > text.length) throw new JsonSyntaxError('Invalid \\uXXXX escape', i);
    let value = 0;
    for (let k = i + 1; k < i + 5; k++) {
      const digit = hexDigit(text.charCodeAt(k));
      if (digit < 0) throw new JsonSyntaxError('Invalid \\uXXXX escape', i);
      value = value * 16 + digit;
    }
    return value;
  }

  private skipSpace(i: number): number {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return i;
      i++;
    }
  }

  private array(start: number, outer: Shape, at: number): V {
    const { text } = this;
    const items: V[] = [];
    let i = this.skipSpace(start);
    if (text.charCodeAt(i) !== 0x5d) {
      for (;;) {
        items.push(this.value(i, outer, at));
        i = this.skipSpace(this.end);
        const c = text.charCodeAt(i);
        if (c === 0x5d) break;
        if (c !== 0x2c) throw new JsonSyntaxError("Expecting ',' delimiter", i);
        const comma = i;
        i = this.skipSpace(i + 1);
        if (text.charCodeAt(i) === 0x5d) throw new JsonSyntaxError('Illegal trailing comma before end of array', comma);
      }
    }
    this.end = i + 1;
    return this.sink.array(items);
  }

  private object(start: number, shape: Shape): V {
    const { text } = this;
    const members: (V | undefined)[] = [undefined];
    let expected = shape.keys;
    let isPlain = true;
    let i = this.skipSpace(start);
    if (text.charCodeAt(i) !== 0x7d) {
      for (let count = 0; ; count++) {
        if (text.charCodeAt(i) !== QUOTE) {
          throw new JsonSyntaxError('Expecting property name enclosed in double quotes', i);
        }
        const guess = expected[count];
        if (guess !== undefined && text.startsWith(guess, i + 1) && text.charCodeAt(i + 1 + guess.length) === QUOTE) {
          members.push(this.sink.plain(guess));
          i = this.skipSpace(i + guess.length + 2);
        } else {
          const key = this.stringValue(i + 1);
          if (typeof key !== 'string' || key.length !== this.end - i - 2) isPlain = false;
          expected = NO_KEYS;
          members.push(key);
          i = this.skipSpace(this.end);
        }
        if (text.charCodeAt(i) !== 0x3a) throw new JsonSyntaxError("Expecting ':' delimiter", i);
        members.push(this.value(this.skipSpace(i + 1), shape, count));
        i = this.skipSpace(this.end);
        const c = text.charCodeAt(i);
        if (c === 0x7d) break;
        if (c !== 0x2c) throw new JsonSyntaxError("Expecting ',' delimiter", i);
        const comma = i;
        i = this.skipSpace(i + 1);
        if (text.charCodeAt(i) === 0x7d) {
          throw new JsonSyntaxError('Illegal trailing comma before end of object', comma);
        }
      }
    }
    this.end = i + 1;
    if (expected.length > 0 && expected.length * 2 + 1 === members.length) {
      shape.confirm();
      return this.sink.object(members, shape, true);
    }
    const object = this.sink.object(members, shape, false);
    if (isPlain && this.splits.length === 0) shape.learn(members);
    return object;
  }
}

/** The end of a fraction or exponent at `i`, or `i` when what stands there is none. */
function fractionEnd(text: string, i: number): number {
  let end = i;
  if (text.charCodeAt(end) === 0x2e) {
    if (!isDigit(text.charCodeAt(end + 1))) return i;
    end += 2;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  const c = text.charCodeAt(end);
  if (c !== 0x65 && c !== 0x45) return end;
  let digits = end + 1;
  const sign = text.charCodeAt(digits);
  if (sign === 0x2b || sign === 0x2d) digits++;
  if (!isDigit(text.charCodeAt(digits))) return end;
  while (isDigit(text.charCodeAt(digits))) digits++;
  return digits;
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

function hexDigit(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  if (c >= 0x61 && c <= 0x66) return c - 0x57;
  return c >= 0x41 && c <= 0x46 ? c - 0x37 : -1;
}
