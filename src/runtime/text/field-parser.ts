// Replacement fields of `str.format`: `{0.attr[key]!r:spec}`. CPython: Objects/stringlib/unicode_format.h MarkupIterator_next,
// parse_field, FieldNameIterator_next, autonumber_state_error.

import { decimalValue } from '../../unicode/numeric.ts';
import { valueError } from '../exceptions/errors.ts';
import { codePointAt, sliceText, type Text, textLength } from './text.ts';

/** A stretch of literal text, and the field after it if one follows. */
export interface FormatPart {
  readonly literal: Text;
  readonly field: FormatField | undefined;
}

export interface FormatField {
  readonly name: Text;
  readonly spec: Text;
  /** A code point, or -1 if there is no `!`. */
  readonly conversion: number;
  /** Whether the spec has fields itself. */
  readonly isNested: boolean;
}

/** One step behind the first part of a field name. */
export interface FieldStep {
  readonly isAttribute: boolean;
  readonly key: Text | number;
}

const OPEN = 123;
const CLOSE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const DOT = 46;
const COLON = 58;
const BANG = 33;

/** Splits a format string; errors come when their part is reached. */
export function* parseFormatString(format: Text): Generator<FormatPart, void, undefined> {
  const end = textLength(format);
  let position = 0;
  while (position < end) {
    const start = position;
    let char = -1;
    while (position < end) {
      char = codePointAt(format, position++);
      if (char === OPEN || char === CLOSE) break;
      char = -1;
    }
    const next = position < end ? codePointAt(format, position) : -1;
    if (char === CLOSE && next !== CLOSE) throw valueError("Single '}' encountered in format string");
    if (char === OPEN && next === -1) throw valueError("Single '{' encountered in format string");
    if (char === -1 || next === char) {
      yield { literal: sliceText(format, start, position), field: undefined };
      if (char !== -1) position++;
      continue;
    }
    const literal = sliceText(format, start, position - 1);
    const parsed = parseField(format, position, end);
    position = parsed.end;
    yield { literal, field: parsed.field };
  }
}

/** Parses from behind `{` to behind the matching `}`. */
function parseField(format: Text, start: number, end: number): { field: FormatField; end: number } {
  let position = start;
  let char = -1;
  for (; position < end; ) {
    char = codePointAt(format, position++);
    if (char === OPEN) throw valueError("unexpected '{' in field name");
    if (char === OPEN_BRACKET) while (position < end && codePointAt(format, position) !== CLOSE_BRACKET) position++;
    else if (char === CLOSE || char === COLON || char === BANG) break;
  }
  if (char !== CLOSE && char !== COLON && char !== BANG) throw valueError("expected '}' before end of string");
  const name = sliceText(format, start, position - 1);
  let conversion = -1;
  if (char === BANG) {
    if (position >= end) throw valueError('end of string while looking for conversion specifier');
    conversion = codePointAt(format, position++);
    if (position < end) {
      char = codePointAt(format, position++);
      if (char === CLOSE) return { field: { name, spec: '', conversion, isNested: false }, end: position };
      if (char !== COLON) throw valueError("expected ':' after conversion specifier");
    }
  }
  if (char === CLOSE) return { field: { name, spec: '', conversion, isNested: false }, end: position };
  return parseSpec(format, position, end, name, conversion);
}

function parseSpec(format: Text, start: number, end: number, name: Text, conversion: number) {
  let depth = 1;
  let isNested = false;
  for (let position = start; position < end; position++) {
    const char = codePointAt(format, position);
    if (char === OPEN) {
      depth++;
      isNested = true;
    } else if (char === CLOSE && --depth === 0) {
      return { field: { name, spec: sliceText(format, start, position), conversion, isNested }, end: position + 1 };
    }
  }
  throw valueError("unmatched '{' in format spec");
}

/** The first part of a field name (an int if it is all digits), and where the steps start. */
export function splitFieldName(name: Text): { first: Text | number; steps: Generator<FieldStep, void, undefined> } {
  const end = textLength(name);
  let position = 0;
  for (; position < end; position++) {
    const char = codePointAt(name, position);
    if (char === DOT || char === OPEN_BRACKET) break;
  }
  return { first: integerOr(sliceText(name, 0, position)), steps: fieldSteps(name, position) };
}

function* fieldSteps(name: Text, position: number): Generator<FieldStep, void, undefined> {
  const end = textLength(name);
  while (position < end) {
    const char = codePointAt(name, position++);
    if (char !== DOT && char !== OPEN_BRACKET) {
      throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    const start = position;
    if (char === DOT) {
      while (position < end && !isStep(codePointAt(name, position))) position++;
      if (position === start) throw valueError('Empty attribute in format string');
      yield { isAttribute: true, key: sliceText(name, start, position) };
      continue;
    }
    while (position < end && codePointAt(name, position) !== CLOSE_BRACKET) position++;
    if (position === end) throw valueError("Missing ']' in format string");
    if (position === start) throw valueError('Empty attribute in format string');
    yield { isAttribute: false, key: integerOr(sliceText(name, start, position)) };
    position++;
  }
}

function isStep(char: number): boolean {
  return char === DOT || char === OPEN_BRACKET;
}

/** All decimal digits (of any script) make an int. */
function integerOr(text: Text): Text | number {
  const length = textLength(text);
  let value = 0n;
  for (let i = 0; i < length; i++) {
    const digit = decimalValue(codePointAt(text, i));
    if (digit < 0) return text;
    value = value * 10n + BigInt(digit);
    if (value > 0x7fffffffffffffffn) throw valueError('Too many decimal digits in format string');
  }
  return length === 0 ? text : Number(value);
}

/** Keeps `{}` and `{0}` apart within one format string. */
export class FieldNumbering {
  private isAutomatic: boolean | undefined = undefined;
  private next = 0;

  /** The positional index or keyword a field's first part means. */
  resolve(first: Text | number): Text | number {
    const isEmpty = first === '';
    if (!isEmpty && typeof first !== 'number') return first;
    if (this.isAutomatic === undefined) this.isAutomatic = isEmpty;
    else if (this.isAutomatic !== isEmpty) {
      throw valueError(
        isEmpty
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
    }
    return isEmpty ? this.next++ : first;
  }
}
