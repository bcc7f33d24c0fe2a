// `ast.dump(node, include_attributes=...)` as CPython writes it, on one line. It serves the checks that compare our
// trees with CPython's; Python programs use Lib/ast.py's own. CPython: Lib/ast.py dump.
import { NODE_CLASSES } from './generated/table.ts';
import type { NodeField } from './node-class.ts';
import type { AST, ConstantValue, Position } from './nodes.ts';

const FIELDS: ReadonlyMap<string, readonly NodeField[]> = new Map(NODE_CLASSES.map((c) => [c.name, c.fields]));
const WITH_ATTRIBUTES: ReadonlySet<string> = new Set(
  NODE_CLASSES.filter((c) => c.kind === 'node' && c.attributes).map((c) => c.name),
);

export interface DumpOptions {
  readonly includeAttributes?: boolean;
  /** `str.isprintable` for a code point; by default what the engine's Unicode version says. */
  readonly isPrintable?: (codePoint: number) => boolean;
}

const NOT_PRINTABLE = /^[\p{C}\p{Z}]$/u;

function isPrintableByEngine(codePoint: number): boolean {
  return !NOT_PRINTABLE.test(String.fromCodePoint(codePoint));
}

/** The dump of a node and all below it. */
export function dump(node: AST, options: DumpOptions = {}): string {
  return new Dumper(options).dump(node);
}

class Dumper {
  readonly #attributes: boolean;
  readonly #isPrintable: (codePoint: number) => boolean;
  readonly #out: string[] = [];

  constructor(options: DumpOptions) {
    this.#attributes = options.includeAttributes === true;
    this.#isPrintable = options.isPrintable ?? isPrintableByEngine;
  }

  dump(node: AST): string {
    this.#node(node);
    return this.#out.join('');
  }

  #node(node: AST): void {
    const out = this.#out;
    const values = node as unknown as Record<string, unknown>;
    out.push(node.nodeType, '(');
    let separator = '';
    for (const field of FIELDS.get(node.nodeType)!) {
      const value = values[field.name];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      out.push(separator, field.name, '=');
      this.#field(value, field.type);
      separator = ', ';
    }
    if (this.#attributes && WITH_ATTRIBUTES.has(node.nodeType)) out.push(separator, positionText(node as Positioned));
    out.push(')');
  }

  #field(value: unknown, type: string): void {
    const out = this.#out;
    if (Array.isArray(value)) {
      let separator = '[';
      for (const item of value) {
        out.push(separator);
        this.#field(item, type);
        separator = ', ';
      }
      out.push(']');
    } else if (value === undefined) out.push('None');
    else if (typeof value === 'number') out.push(String(value));
    else if (type === 'constant') out.push(constantRepr(value as ConstantValue, this.#isPrintable));
    else if (type === 'identifier' || type === 'string') out.push(strRepr(value as string, this.#isPrintable));
    else if (typeof value === 'string') out.push(value, '()');
    else this.#node(value as AST);
  }
}

type Positioned = AST & Position;

function positionText({ lineno, col_offset, end_lineno, end_col_offset }: Position): string {
  return `lineno=${lineno}, col_offset=${col_offset}, end_lineno=${end_lineno}, end_col_offset=${end_col_offset}`;
}

/** `repr()` of a constant. */
function constantRepr(constant: ConstantValue, isPrintable: (codePoint: number) => boolean): string {
  switch (constant.type) {
    case 'None':
      return 'None';
    case 'Ellipsis':
      return 'Ellipsis';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return String(constant.value);
    case 'float':
      return floatRepr(constant.value, true);
    case 'complex':
      return complexRepr(constant.real ?? 0, constant.imag);
    case 'str':
      return codePointsRepr(constant.codePoints ?? codePointsOf(constant.value), isPrintable);
    case 'bytes':
      return bytesRepr(constant.value);
    case 'tuple': {
      const items = constant.items.map((item) => constantRepr(item, isPrintable));
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
    case 'frozenset':
      return constant.items.length === 0
        ? 'frozenset()'
        : `frozenset({${constant.items.map((item) => constantRepr(item, isPrintable)).join(', ')}})`;
  }
}

/** `repr` of a float; without `dotted`, an integral value is written without ".0", as in a complex. */
function floatRepr(value: number, dotted: boolean): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa, exponentText] = Math.abs(value).toExponential().split('e') as [string, string];
  const digits = mantissa.replace('.', '');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const magnitude = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${magnitude}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = digits.slice(exponent + 1);
  return sign + whole + (rest !== '' ? `.${rest}` : dotted ? '.0' : '');
}

function complexRepr(real: number, imag: number): string {
  const imaginary = `${floatRepr(imag, false)}j`;
  if (Object.is(real, 0)) return imaginary;
  const sign = imaginary.startsWith('-') ? '' : '+';
  return `(${floatRepr(real, false)}${sign}${imaginary})`;
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

function strRepr(text: string, isPrintable: (codePoint: number) => boolean): string {
  return codePointsRepr(codePointsOf(text), isPrintable);
}

function codePointsRepr(points: readonly number[], isPrintable: (codePoint: number) => boolean): string {
  const quote = points.includes(39) && !points.includes(34) ? 34 : 39;
  const mark = String.fromCharCode(quote);
  return mark + points.map((point) => escaped(point, quote, isPrintable)).join('') + mark;
}

function escaped(point: number, quote: number, isPrintable: (codePoint: number) => boolean): string {
  if (point === quote || point === 92) return `\\${String.fromCharCode(point)}`;
  if (point >= 32 && point < 127) return String.fromCharCode(point);
  if (point === 10) return '\\n';
  if (point === 13) return '\\r';
  if (point === 9) return '\\t';
  if (point > 127 && isPrintable(point)) return String.fromCodePoint(point);
  const hex = point.toString(16);
  if (point < 256) return `\\x${hex.padStart(2, '0')}`;
  return point < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  const mark = String.fromCharCode(quote);
  let text = `b${mark}`;
  for (const byte of bytes) text += byte < 128 ? escaped(byte, quote, isPrintableByEngine) : `\\x${byte.toString(16)}`;
  return text + mark;
}
