// Parsing of the format mini-language, `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`.
// CPython: Python/formatter_unicode.c parse_internal_render_format_spec.

import { decimalValue } from '../../unicode/numeric.ts';
import { valueError } from '../exceptions/errors.ts';
import { kept } from './kept.ts';
import { codePointAt, sliceText, type Text, textLength, utf16Of } from './text.ts';

export type Align = '<' | '>' | '=' | '^';
export type Grouping = '' | ',' | '_';

/** A parsed format spec. */
export interface FormatSpec {
  /** Code point. */
  readonly fill: number;
  readonly align: Align;
  readonly sign: '' | '+' | '-' | ' ';
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1 if absent. */
  readonly width: number;
  readonly grouping: Grouping;
  /** -1 if absent. */
  readonly precision: number;
  readonly fractionGrouping: Grouping;
  /** '' if absent (and the default type of the object has none). */
  readonly type: string;
}

/** What a type brings to the parser: its name for messages, and its defaults. */
export interface SpecDefaults {
  readonly typeName: string;
  readonly type: string;
  readonly align: Align;
}

/** The largest width and precision CPython reads (`sys.maxsize`); longer digit strings are refused. */
const MAX_INTEGER = 2 ** 63;

/** Parses a spec; it is valid as far as can be told without the value. */
export function parseFormatSpec(spec: Text, defaults: SpecDefaults): FormatSpec {
  if (typeof spec !== 'string') return new SpecParser(spec, defaults).parse();
  return kept(SPECS, defaults.align + defaults.type + '|' + spec, () => new SpecParser(spec, defaults).parse());
}

const SPECS: unique symbol = Symbol('format specs');

function isAlign(char: string): char is Align {
  return char === '<' || char === '>' || char === '=' || char === '^';
}

class SpecParser {
  private readonly spec: Text;
  private readonly defaults: SpecDefaults;
  private readonly end: number;
  private position = 0;

  constructor(spec: Text, defaults: SpecDefaults) {
    this.spec = spec;
    this.defaults = defaults;
    this.end = textLength(spec);
  }

  parse(): FormatSpec {
    const { fill, align, filled, aligned } = this.fillAndAlign();
    const sign = this.optional('+') || this.optional('-') || this.optional(' ');
    const noNegativeZero = this.optional('z') !== '';
    const alternate = this.optional('#') !== '';
    const zero = !filled && this.optional('0') !== '';
    const width = this.integer();
    const grouping = this.grouping();
    let precision = -1;
    let fractionGrouping: Grouping = '';
    if (this.optional('.')) {
      precision = this.integer();
      fractionGrouping = this.grouping();
      if (precision < 0 && fractionGrouping === '') throw valueError('Format specifier missing precision');
    }
    const type = this.type();
    checkGrouping(grouping, type);
    if (type === 'n' && fractionGrouping !== '') throw invalidGrouping(fractionGrouping, type);
    return {
      fill: zero ? 48 : fill,
      align: zero && !aligned && this.defaults.align === '>' ? '=' : align,
      sign: sign as FormatSpec['sign'],
      noNegativeZero,
      alternate,
      width,
      grouping,
      precision,
      fractionGrouping,
      type,
    };
  }

  private charAt(index: number): string {
    if (index >= this.end) return '';
    const point = codePointAt(this.spec, index);
    return point > 0xffff ? '\u{10000}' : String.fromCharCode(point);
  }

  private fillAndAlign() {
    const second = this.charAt(1);
    if (isAlign(second)) {
      this.position = 2;
      return { fill: codePointAt(this.spec, 0), align: second, filled: true, aligned: true };
    }
    const first = this.charAt(0);
    if (isAlign(first)) {
      this.position = 1;
      return { fill: 32, align: first, filled: false, aligned: true };
    }
    return { fill: 32, align: this.defaults.align, filled: false, aligned: false };
  }

  /** The character if it comes next, else ''. */
  private optional<Char extends string>(char: Char): Char | '' {
    if (this.charAt(this.position) !== char) return '';
    this.position++;
    return char;
  }

  private integer(): number {
    let value = -1;
    for (; this.position < this.end; this.position++) {
      const digit = decimalValue(codePointAt(this.spec, this.position));
      if (digit < 0) break;
      value = Math.max(value, 0) * 10 + digit;
      if (value >= MAX_INTEGER) throw valueError('Too many decimal digits in format string');
    }
    return value;
  }

  private grouping(): Grouping {
    const comma = this.optional(',');
    const underscore = this.optional('_');
    if ((comma && underscore) || (underscore && this.charAt(this.position) === ',')) {
      throw valueError("Cannot specify both ',' and '_'.");
    }
    return comma || underscore;
  }

  private type(): string {
    const rest = this.end - this.position;
    if (rest > 1) {
      const spec = utf16Of(sliceText(this.spec, 0, this.end));
      throw valueError(`Invalid format specifier '${spec}' for object of type '${this.defaults.typeName}'`);
    }
    if (rest === 0) return this.defaults.type;
    return String.fromCodePoint(codePointAt(this.spec, this.position));
  }
}

function checkGrouping(grouping: Grouping, type: string): void {
  if (grouping === '' || type === '' || 'defgEG%F'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  throw invalidGrouping(grouping, type);
}

function invalidGrouping(grouping: Grouping, type: string) {
  return valueError(`Cannot specify '${grouping}' with '${typeText(type)}'.`);
}

/** A type character as error messages write it. */
export function typeText(type: string): string {
  const point = type.codePointAt(0)!;
  return point > 32 && point < 128 ? type : '\\x' + point.toString(16);
}

/** The error for a type character the object has no use for. */
export function unknownType(type: string, typeName: string) {
  return valueError(`Unknown format code '${typeText(type)}' for object of type '${typeName}'`);
}
