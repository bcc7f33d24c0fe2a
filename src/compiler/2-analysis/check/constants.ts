// Values of literal pattern keys: equality as Python sees it, and `repr`, for "mapping pattern checks duplicate key (...)".
import type * as ast from '../../1-syntax/ast/nodes.ts';

/** The constant a pattern key stands for: a literal, a signed number or a complex sum; `undefined` for `a.b`. */
export function keyConstant(key: ast.expr): ast.ConstantValue | undefined {
  if (key.nodeType === 'Constant') return key.value;
  if (key.nodeType === 'UnaryOp' && key.op === 'USub') {
    const operand = keyConstant(key.operand);
    return operand && negate(operand);
  }
  if (key.nodeType !== 'BinOp') return undefined;
  const real = keyConstant(key.left);
  const imag = keyConstant(key.right);
  if (real === undefined || imag?.type !== 'complex') return undefined;
  if (real.type !== 'int' && real.type !== 'float') return undefined;
  const sign = key.op === 'Sub' ? -1 : 1;
  return { type: 'complex', real: Number(real.value), imag: sign * imag.imag };
}

function negate(value: ast.ConstantValue): ast.ConstantValue | undefined {
  if (value.type === 'int') return { type: 'int', value: value.value === 0 ? 0 : -value.value };
  if (value.type === 'float') return { type: 'float', value: -value.value };
  if (value.type === 'complex') return { type: 'complex', real: -(value.real ?? 0), imag: -value.imag };
  return undefined;
}

/** Equal for constants that are equal in Python: `1`, `1.0` and `True` share one. */
export function constantKey(value: ast.ConstantValue): string {
  switch (value.type) {
    case 'bool':
      return `n${Number(value.value)}`;
    case 'int':
      return `n${value.value}`;
    case 'float':
      return `n${floatKey(value.value)}`;
    case 'complex':
      return value.imag === 0 ? `n${floatKey(value.real ?? 0)}` : `c${(value.real ?? 0) + 0},${value.imag}`;
    case 'str':
      return `s${value.codePoints ?? value.value}`;
    case 'bytes':
      return `b${value.value}`;
    default:
      return value.type;
  }
}

function floatKey(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

export function constantRepr(value: ast.ConstantValue): string {
  switch (value.type) {
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real ?? 0, value.imag);
    case 'str':
      return quote(value.codePoints ?? codePointsOf(value.value), '');
    case 'bytes':
      return quote([...value.value], 'b');
    default:
      return value.type;
  }
}

/** Shortest digits as JavaScript finds them, in Python's notation. */
function floatRepr(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (!Number.isFinite(value)) return String(value).replace('Infinity', 'inf').replace('NaN', 'nan');
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  if (Number.isInteger(value)) return `${BigInt(value)}.0`;
  return power < 0 ? value.toFixed(digits.replace(/\D/g, '').length - 1 - power) : String(value);
}

function complexRepr(real: number, imag: number): string {
  const text = (part: number) => floatRepr(part).replace(/\.0$/, '');
  if (Object.is(real, 0)) return `${text(imag)}j`;
  const sign = imag < 0 || Object.is(imag, -0) ? '' : '+';
  return `(${text(real)}${sign}${text(imag)}j)`;
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [13, '\\r'],
  [92, '\\\\'],
]);

function quote(codes: readonly number[], prefix: string): string {
  const mark = codes.includes(39) && !codes.includes(34) ? 34 : 39;
  const body = codes.map((code) =>
    code === mark ? `\\${String.fromCharCode(code)}` : escapeCode(code, prefix === 'b'),
  );
  const delimiter = String.fromCharCode(mark);
  return `${prefix}${delimiter}${body.join('')}${delimiter}`;
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

function escapeCode(code: number, isBytes: boolean): string {
  const known = ESCAPES.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const isPlain = isBytes ? code >= 32 && code < 127 : code === 32 || !UNPRINTABLE.test(character);
  if (isPlain) return character;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
