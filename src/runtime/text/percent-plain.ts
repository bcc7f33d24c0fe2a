// `format % values` where the format has plain conversions only and the values are str, int and float proper: no Python code runs, nothing can
// fail, and the format is taken apart once. All else goes the long way (percent.ts).
import { PyFloat } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { toFixedExact } from './float-digits.ts';
import { kept } from './kept.ts';

interface Conversion {
  /** What stands before it. */
  readonly text: string;
  readonly code: string;
  readonly left: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
}

interface Template {
  readonly conversions: readonly Conversion[];
  readonly end: string;
}

const TEMPLATES: unique symbol = Symbol('percent formats');
/** A format that is not plain. */
const NOT_PLAIN: Template = { conversions: [], end: '' };
const CONVERSION = /%(?:%|([-0]?)([1-9]\d?)?(?:([sdix])|(?:\.(\d\d?))?(f)))/g;

function parse(format: string): Template {
  const conversions: Conversion[] = [];
  let text = '';
  let done = 0;
  for (const match of format.matchAll(CONVERSION)) {
    const between = format.slice(done, match.index);
    if (between.includes('%')) return NOT_PLAIN;
    text += between;
    done = match.index + match[0].length;
    const code = match[3] ?? match[5];
    if (code === undefined) {
      text += '%';
      continue;
    }
    const width = Number(match[2] ?? 0);
    const precision = Number(match[4] ?? 6);
    conversions.push({ text, code, left: match[1] === '-', zero: match[1] === '0' && code !== 's', width, precision });
    text = '';
  }
  const rest = format.slice(done);
  return rest.includes('%') || conversions.length === 0 ? NOT_PLAIN : { conversions, end: text + rest };
}

/** The text; undefined where that takes the long way. */
export function percentPlain(format: string, values: readonly Value[]): string | undefined {
  const { conversions, end } = kept(TEMPLATES, format, parse);
  if (conversions.length !== values.length || conversions.length === 0) return undefined;
  let out = '';
  for (let i = 0; i < conversions.length; i++) {
    const conversion = conversions[i]!;
    const text = converted(conversion, values[i]!);
    if (text === undefined) return undefined;
    out += conversion.text + (text.length < conversion.width ? padded(conversion, text) : text);
  }
  return out + end;
}

function converted({ code, precision }: Conversion, value: Value): string | undefined {
  if (code === 's' && typeof value === 'string') return value;
  if (code === 'f') return fixed(value, precision);
  if (typeof value !== 'number' || !Number.isInteger(value)) return undefined;
  return code === 'x' ? (value as number).toString(16) : String(value);
}

function fixed(value: Value, precision: number): string | undefined {
  const number = value instanceof PyFloat && !(value.cls.flags & 1) ? value.value : (value as unknown);
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const digits = toFixedExact(Math.abs(number), precision);
  return number < 0 || Object.is(number, -0) ? `-${digits}` : digits;
}

function padded({ left, zero, width }: Conversion, text: string): string {
  if (left) return text.padEnd(width);
  if (!zero) return text.padStart(width);
  return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
}
