// `str.format` and `str.format_map`: the object layer looks values up and formats them. CPython: Objects/stringlib/unicode_format.h
// do_markup, output_markup, get_field_object, do_conversion.

import { isError, valueError } from '../exceptions/errors.ts';
import { FieldNumbering, type FieldStep, type FormatField, parseFormatString, splitFieldName } from './field-parser.ts';
import { kept } from './kept.ts';
import { concatText, type Text } from './text.ts';

/** What filling in the fields needs of the object layer. */
export interface FieldHost<V> {
  /** `args[index]`; throws "Replacement index 1 out of range for positional args tuple", or what format_map says. */
  positional(index: number): V;
  /** `kwargs[name]`. */
  keyword(name: Text): V;
  getAttr(value: V, name: Text): V;
  getItem(value: V, key: Text | number): V;
  /** `!r`, `!s`, `!a`. */
  convert(value: V, conversion: 'r' | 's' | 'a'): V;
  /** `format(value, spec)`. */
  format(value: V, spec: Text): Text;
}

/** `format.format(...)`. */
export function formatFields<V>(format: Text, host: FieldHost<V>): Text {
  return fill(format, host, new FieldNumbering(), 2);
}

function fill<V>(format: Text, host: FieldHost<V>, numbering: FieldNumbering, depth: number): Text {
  if (depth <= 0) throw valueError('Max string recursion exceeded');
  const pieces: Text[] = [];
  const plan = typeof format === 'string' ? planOf(format) : undefined;
  if (plan !== undefined) return fillPlan(plan, host, numbering, depth);
  for (const { literal, field } of parseFormatString(format)) {
    if (literal !== '') pieces.push(literal);
    if (field === undefined) continue;
    let value = lookUp(field.name, host, numbering);
    if (field.conversion >= 0) value = host.convert(value, conversionOf(field));
    const spec = field.isNested ? fill(field.spec, host, numbering, depth - 1) : field.spec;
    pieces.push(host.format(value, spec));
  }
  return concatText(pieces);
}

/** A format string without faults, taken apart once. */
interface Plan {
  readonly parts: readonly PlanPart[];
}

interface PlanPart {
  readonly literal: Text;
  readonly field: FormatField | undefined;
  readonly first: Text | number;
  readonly steps: readonly FieldStep[];
}

const PLANS: unique symbol = Symbol('format strings');

/** Undefined where the string has a fault, which shows when its part is reached. */
function planOf(format: string): Plan | undefined {
  return kept(PLANS, format, makePlan);
}

function makePlan(format: string): Plan | undefined {
  try {
    const parts: PlanPart[] = [];
    for (const { literal, field } of parseFormatString(format)) {
      const { first, steps } = splitFieldName(field?.name ?? '');
      parts.push({ literal, field, first, steps: [...steps] });
    }
    return { parts };
  } catch (e) {
    if (isError(e, 'ValueError')) return undefined;
    throw e;
  }
}

function fillPlan<V>({ parts }: Plan, host: FieldHost<V>, numbering: FieldNumbering, depth: number): Text {
  const pieces: Text[] = [];
  for (const { literal, field, first, steps } of parts) {
    if (literal !== '') pieces.push(literal);
    if (field === undefined) continue;
    let value = follow(first, steps, host, numbering);
    if (field.conversion >= 0) value = host.convert(value, conversionOf(field));
    const spec = field.isNested ? fill(field.spec, host, numbering, depth - 1) : field.spec;
    pieces.push(host.format(value, spec));
  }
  return concatText(pieces);
}

function lookUp<V>(name: Text, host: FieldHost<V>, numbering: FieldNumbering): V {
  const { first, steps } = splitFieldName(name);
  return follow(first, steps, host, numbering);
}

function follow<V>(first: Text | number, steps: Iterable<FieldStep>, host: FieldHost<V>, numbering: FieldNumbering): V {
  const key = numbering.resolve(first);
  let value = typeof key === 'number' ? host.positional(key) : host.keyword(key);
  for (const step of steps) {
    value = step.isAttribute ? host.getAttr(value, step.key as Text) : host.getItem(value, step.key);
  }
  return value;
}

function conversionOf({ conversion }: FormatField): 'r' | 's' | 'a' {
  const char = String.fromCodePoint(conversion);
  if (char === 'r' || char === 's' || char === 'a') return char;
  const shown = conversion > 32 && conversion < 127 ? char : '\\x' + conversion.toString(16);
  throw valueError('Unknown conversion specifier ' + shown);
}
