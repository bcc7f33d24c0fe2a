// The methods of Decimal. CPython: Modules/_decimal/_decimal.c (dec_number_methods, dec_methods)
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { float, PyFloat, typeOf } from '../../runtime/core/primitives.ts';
import { isSubtype, type PyType } from '../../runtime/core/type.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import {
  classmethod,
  getset,
  type Implementation,
  method,
  type NativeSpec,
  slot,
  type TypeTable,
} from '../../runtime/native/define.ts';
import type { IntValue } from '../../runtime/numeric/integers.ts';
import { PyComplex } from '../../runtime/objects/complex/complex.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet } from '../../runtime/objects/dict/table.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { isStr, jsString, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isInstance } from '../../runtime/protocols/instance.ts';
import { intValue, isFloat, isInt } from '../../runtime/protocols/real.ts';
import { textOfUtf16, utf16Of } from '../../runtime/text/text.ts';
import * as arithmetic from './arithmetic.ts';
import * as compare from './compare.ts';
import {
  type DecContext,
  FLOAT_OPERATION,
  INVALID_OPERATION,
  maxContext,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
} from './context.ts';
import {
  contextArgument,
  decFromFloat,
  decFromObject,
  newDecimal,
  notConvertible,
  operand,
  requiredOperand,
  roundingOf,
} from './convert.ts';
import { Dec, FINITE, INFINITE, QUIET_NAN, SIGNALING_NAN, ZERO } from './dec.ts';
import { divide } from './division.ts';
import { formatDec, formattingContext, type NumberLocale } from './format.ts';
import { DOCS } from './generated/docs.ts';
import {
  addStatus,
  currentContext,
  decimalState,
  decimalType,
  finished,
  type PyDecContext,
  PyDecimal,
} from './objects.ts';
import * as operations from './operations.ts';
import { decFromInt, decToDouble, decToInt, decToRatio, decToString, hashDec } from './text.ts';
import * as transcendental from './transcendental.ts';

export type Unary = (ctx: DecContext, a: Dec) => Dec;
export type Binary = (ctx: DecContext, a: Dec, b: Dec) => Dec;

/** Operations by their names on both Decimal and Context. */
export const UNARY: Readonly<Record<string, Unary>> = {
  exp: transcendental.exp,
  ln: transcendental.ln,
  log10: transcendental.log10,
  next_minus: operations.nextMinus,
  next_plus: operations.nextPlus,
  normalize: arithmetic.normalize,
  sqrt: transcendental.squareRoot,
  logb: operations.logb,
  logical_invert: operations.logicalInvert,
};
export const BINARY: Readonly<Record<string, Binary>> = {
  compare: compare.compare,
  compare_signal: compare.compareSignal,
  max: (ctx, a, b) => compare.extreme(ctx, a, b, 1, false),
  max_mag: (ctx, a, b) => compare.extreme(ctx, a, b, 1, true),
  min: (ctx, a, b) => compare.extreme(ctx, a, b, -1, false),
  min_mag: (ctx, a, b) => compare.extreme(ctx, a, b, -1, true),
  next_toward: operations.nextToward,
  remainder_near: arithmetic.remainderNear,
  logical_and: (ctx, a, b) => operations.logical(ctx, a, b, 'and'),
  logical_or: (ctx, a, b) => operations.logical(ctx, a, b, 'or'),
  logical_xor: (ctx, a, b) => operations.logical(ctx, a, b, 'xor'),
  rotate: operations.rotate,
  scaleb: operations.scaleb,
  shift: operations.shift,
  compare_total: (_ctx, a, b) => compare.compareTotal(a, b),
  compare_total_mag: (_ctx, a, b) => compare.compareTotalMag(a, b),
  copy_sign: (_ctx, a, b) => a.withSign(b.sign),
};
/** Questions that need no context. */
export const PREDICATES: Readonly<Record<string, (a: Dec) => boolean>> = {
  is_canonical: () => true,
  is_finite: (a) => a.kind === FINITE,
  is_infinite: (a) => a.kind === INFINITE,
  is_nan: (a) => a.isNan,
  is_qnan: (a) => a.kind === QUIET_NAN,
  is_snan: (a) => a.kind === SIGNALING_NAN,
  is_signed: (a) => a.sign === 1,
  is_zero: (a) => a.isZero,
};

export const asInt = (value: IntValue): Value => (typeof value === 'number' ? int(value) : intFromBigInt(value));
export const RADIX = new Dec(0, 10, 0);

function decimalNew(cls: PyType, value?: Value, context?: Value): Value {
  const ctx = contextArgument(context);
  if (value === undefined) return newDecimal(cls, ZERO);
  if (cls === decimalType && value instanceof PyDecimal && value.cls === decimalType) return value;
  return newDecimal(cls, decFromObject(value, ctx));
}

// Operators

function binaryOperator(run: Binary): Implementation {
  return (self: PyDecimal, other: Value) => {
    const b = other instanceof PyDecimal ? other.value : operand(other);
    if (b === undefined) return NotImplemented;
    const context = currentContext();
    const result = run(context.work, self.value, b);
    return finished(context, result);
  };
}

function reflectedOperator(run: Binary): Implementation {
  return (self: PyDecimal, other: Value) => {
    const b = operand(other);
    if (b === undefined) return NotImplemented;
    const context = currentContext();
    const result = run(context.work, b, self.value);
    return finished(context, result);
  };
}

function unaryOperator(run: Unary): Implementation {
  return (self: PyDecimal) => {
    const context = currentContext();
    return finished(context, run(context.work, self.value));
  };
}

export function divmodPair(context: PyDecContext, a: Dec, b: Dec): Value {
  const [quotient, rest] = arithmetic.divmod(context.work, a, b);
  const first = finished(context, quotient);
  return new PyTuple([first, new PyDecimal(rest)]);
}

function decimalDivmod(self: PyDecimal, other: Value): Value {
  const b = operand(other);
  return b === undefined ? NotImplemented : divmodPair(currentContext(), self.value, b);
}

function decimalRdivmod(self: PyDecimal, other: Value): Value {
  const b = operand(other);
  return b === undefined ? NotImplemented : divmodPair(currentContext(), b, self.value);
}

function powerOf(a: Dec, b: Dec, modulus: Value | undefined): Value {
  const context = currentContext();
  if (modulus === undefined || modulus === None) return finished(context, transcendental.power(context.work, a, b));
  const m = operand(modulus);
  if (m === undefined) return NotImplemented;
  return finished(context, transcendental.powerModulo(context.work, a, b, m));
}

function decimalPow(self: PyDecimal, other: Value, modulus?: Value): Value {
  const b = operand(other);
  return b === undefined ? NotImplemented : powerOf(self.value, b, modulus);
}

function decimalRpow(self: PyDecimal, other: Value, modulus?: Value): Value {
  const b = operand(other);
  return b === undefined ? NotImplemented : powerOf(b, self.value, modulus);
}

// Comparison

type Order = 'lt' | 'le' | 'eq' | 'ne' | 'gt' | 'ge';

/** The two sides of a comparison as decimals, or undefined. CPython: convert_op_cmp */
function comparands(self: PyDecimal, other: Value, order: Order, context: PyDecContext): [Dec, Dec] | undefined {
  const plain = operand(other);
  if (plain !== undefined) return [self.value, plain];
  const equality = order === 'eq' || order === 'ne';
  if (other instanceof PyComplex) {
    if (!equality || other.imag !== 0) return equality ? [self.value, NEVER_EQUAL] : undefined;
    context.status |= FLOAT_OPERATION;
    return [self.value, decFromFloat(new PyFloat(other.real))];
  }
  if (isFloat(other)) {
    if (equality) context.status |= FLOAT_OPERATION;
    else addStatus(context, FLOAT_OPERATION);
    return [self.value, decFromFloat(other)];
  }
  return isInstance(other, decimalState().rational) ? rationalComparands(self.value, other) : undefined;
}

/** Compares unequal to every number and raises no signal. */
const NEVER_EQUAL = new Dec(0, 0, 0, QUIET_NAN);

/** a ? n/d as a*d ? n. CPython: multiply_by_denominator, numerator_as_decimal */
function rationalComparands(a: Dec, fraction: Value): [Dec, Dec] {
  const denominator = decFromInt(intValue(getAttr(fraction, 'denominator')));
  const numerator = decFromInt(intValue(getAttr(fraction, 'numerator')));
  return [a.kind === FINITE ? arithmetic.multiply(maxContext(), a, denominator) : a, numerator];
}

function comparison(order: Order): Implementation {
  return (self: PyDecimal, other: Value) => {
    const context = currentContext();
    const sides = comparands(self, other, order, context);
    if (sides === undefined) return NotImplemented;
    const [a, b] = sides;
    if (a.isNan || b.isNan) {
      const signals = a.kind === SIGNALING_NAN || b.kind === SIGNALING_NAN || (order !== 'eq' && order !== 'ne');
      if (signals) addStatus(context, INVALID_OPERATION);
      return order === 'ne';
    }
    return holds(order, compare.compareNumbers(a, b));
  };
}

function holds(order: Order, result: number): boolean {
  switch (order) {
    case 'lt':
      return result < 0;
    case 'le':
      return result <= 0;
    case 'eq':
      return result === 0;
    case 'ne':
      return result !== 0;
    case 'gt':
      return result > 0;
    default:
      return result >= 0;
  }
}

// Conversions

function decimalHash(self: PyDecimal): Value {
  if (self.value.kind === SIGNALING_NAN) throw typeError('Cannot hash a signaling NaN value');
  if (self.value.isNan) return int(objectId(self) / 16);
  return asInt(hashDec(self.value));
}

/** The integer by a rounding mode. CPython: dec_as_long */
function toInteger(value: Dec, rounding: number): Value {
  if (value.isNan) throw valueError('cannot convert NaN to integer');
  if (value.kind === INFINITE) throw overflowError('cannot convert Infinity to integer');
  const work = maxContext();
  work.rounding = rounding;
  return asInt(decToInt(arithmetic.toIntegral(work, value, false)));
}

function decimalFloat(self: PyDecimal): Value {
  if (self.value.kind === SIGNALING_NAN) throw valueError('cannot convert signaling NaN to float');
  return float(decToDouble(self.value));
}

function decimalRatio(self: PyDecimal): Value {
  if (self.value.isNan) throw valueError('cannot convert NaN to integer ratio');
  if (self.value.kind === INFINITE) throw overflowError('cannot convert Infinity to integer ratio');
  return new PyTuple(decToRatio(self.value).map(asInt));
}

function decimalAsTuple(self: PyDecimal): Value {
  const { value } = self;
  let exponent: Value;
  let digits: Value[];
  if (value.kind === INFINITE) {
    exponent = 'F';
    digits = [int(0)];
  } else {
    exponent = value.kind === FINITE ? asInt(value.exp) : value.kind === QUIET_NAN ? 'n' : 'N';
    const text = value.isNan && value.coef === 0 ? '' : String(value.coef);
    digits = Array.from(text, (digit) => int(Number(digit)));
  }
  return call(decimalState().decimalTuple, int(value.sign), new PyTuple(digits), exponent);
}

function decimalRound(self: PyDecimal, ndigits?: Value): Value {
  if (ndigits === undefined || ndigits === None) return toInteger(self.value, ROUND_HALF_EVEN);
  if (!isInt(ndigits)) throw typeError('optional arg must be an integer');
  const digits = BigInt(intValue(ndigits));
  if (BigInt.asIntN(64, digits) !== digits) throw overflowError('Python int too large to convert to C ssize_t');
  const context = currentContext();
  const unit = new Dec(0, 1, -Number(digits));
  return finished(context, arithmetic.quantize(context.work, self.value, unit));
}

const C_LOCALE: NumberLocale = { decimalPoint: '.', separator: '', grouping: [] };

/** CPython: dec_format */
function decimalFormat(self: PyDecimal, spec: Value, override?: Value): Value {
  if (!isStr(spec)) throw typeError('format arg must be str');
  if (override !== undefined && override !== None && !(override instanceof PyDict)) {
    throw typeError('optional argument must be a dict');
  }
  const text = utf16Of(textOfStr(spec)).replace(/N$/, 'n');
  const locale = override instanceof PyDict ? localeFrom(override) : C_LOCALE;
  const result = formatDec(formattingContext(currentContext().work), self.value, text, locale);
  if (result === undefined) throw valueError('invalid format string');
  return strOf(textOfUtf16(result));
}

/** The undocumented dict that tests give instead of a locale. */
function localeFrom(override: PyDict): NumberLocale {
  const text = (key: string, fallback: string): string => {
    const value = dictGet(override, key);
    return value !== undefined && isStr(value) ? jsString(value) : fallback;
  };
  const grouping = Array.from(text('grouping', ''), (letter) => letter.charCodeAt(0)).filter((size) => size > 0);
  return { decimalPoint: text('decimal_point', '.'), separator: text('thousands_sep', ''), grouping };
}

function decimalReduce(self: PyDecimal): Value {
  return new PyTuple([typeOf(self), new PyTuple([decToString(self.value, false, true)])]);
}

function fromFloat(cls: PyType, f: Value): Value {
  if (isInt(f)) return ofClass(cls, decFromInt(intValue(f)));
  if (isFloat(f)) return ofClass(cls, decFromFloat(f));
  throw typeError('argument must be int or float');
}

function fromNumber(cls: PyType, number: Value): Value {
  const plain = operand(number);
  if (plain !== undefined) return ofClass(cls, plain);
  if (isFloat(number)) return ofClass(cls, decFromFloat(number));
  throw notConvertible(number);
}

/** Subclasses are built by calling them, as CPython does. */
function ofClass(cls: PyType, value: Dec): Value {
  const plain = new PyDecimal(value);
  return cls === decimalType || !isSubtype(cls, decimalType) ? plain : call(cls, plain);
}

// Methods with an optional context

function unaryMethod(run: Unary): Implementation {
  return (self: PyDecimal, context?: Value) => {
    const ctx = contextArgument(context);
    return finished(ctx, run(ctx.work, self.value));
  };
}

function binaryMethod(run: Binary): Implementation {
  return (self: PyDecimal, other: Value, context?: Value) => {
    const ctx = contextArgument(context);
    const b = requiredOperand(other);
    return finished(ctx, run(ctx.work, self.value, b));
  };
}

/** Runs with another rounding mode for a moment. */
function withRounding<T>(context: PyDecContext, rounding: Value | undefined, run: () => T): T {
  if (rounding === undefined || rounding === None) return run();
  const { work } = context;
  const saved = work.rounding;
  work.rounding = roundingOf(rounding);
  try {
    return run();
  } finally {
    work.rounding = saved;
  }
}

function toIntegralMethod(exact: boolean): Implementation {
  return (self: PyDecimal, rounding?: Value, context?: Value) => {
    const ctx = contextArgument(context);
    return finished(
      ctx,
      withRounding(ctx, rounding, () => arithmetic.toIntegral(ctx.work, self.value, exact)),
    );
  };
}

function decimalQuantize(self: PyDecimal, exp: Value, rounding?: Value, context?: Value): Value {
  const ctx = contextArgument(context);
  return withRounding(ctx, rounding, () => {
    const b = requiredOperand(exp);
    return finished(ctx, arithmetic.quantize(ctx.work, self.value, b));
  });
}

function decimalFma(self: PyDecimal, other: Value, third: Value, context?: Value): Value {
  const ctx = contextArgument(context);
  const b = requiredOperand(other);
  const c = requiredOperand(third);
  return finished(ctx, arithmetic.fusedMultiplyAdd(ctx.work, self.value, b, c));
}

const itself = (self: Value): Value => self;
const exactCopy = (self: PyDecimal): Value => self;

function methods(): Record<string, NativeSpec> {
  const doc = (name: string): string | undefined => DOCS[`Decimal.${name}`];
  const table: Record<string, NativeSpec> = {};
  const add = (name: string, signature: string, run: Implementation): void => {
    table[name] = method(signature, run, doc(name));
  };
  for (const [name, run] of Object.entries(UNARY)) add(name, '($self, /, context=None)', unaryMethod(run));
  for (const [name, run] of Object.entries(BINARY)) add(name, '($self, /, other, context=None)', binaryMethod(run));
  for (const [name, run] of Object.entries(PREDICATES)) add(name, '($self, /)', (self: PyDecimal) => run(self.value));
  add('to_integral', '($self, /, rounding=None, context=None)', toIntegralMethod(false));
  add('to_integral_value', '($self, /, rounding=None, context=None)', toIntegralMethod(false));
  add('to_integral_exact', '($self, /, rounding=None, context=None)', toIntegralMethod(true));
  add('quantize', '($self, /, exp, rounding=None, context=None)', decimalQuantize);
  add('fma', '($self, /, other, third, context=None)', decimalFma);
  add('is_normal', '($self, /, context=None)', (self: PyDecimal, context?: Value) =>
    operations.isNormal(contextArgument(context).work, self.value),
  );
  add('is_subnormal', '($self, /, context=None)', (self: PyDecimal, context?: Value) =>
    operations.isSubnormal(contextArgument(context).work, self.value),
  );
  add('number_class', '($self, /, context=None)', (self: PyDecimal, context?: Value) =>
    operations.numberClass(contextArgument(context).work, self.value),
  );
  add('same_quantum', '($self, /, other, context=None)', (self: PyDecimal, other: Value, context?: Value) => {
    contextArgument(context);
    return operations.sameQuantum(self.value, requiredOperand(other));
  });
  add('to_eng_string', '($self, /, context=None)', (self: PyDecimal, context?: Value) =>
    decToString(self.value, true, contextArgument(context).work.capitals === 1),
  );
  add('adjusted', '($self, /)', (self: PyDecimal) => asInt(self.value.kind === FINITE ? self.value.adjusted : 0));
  add('canonical', '($self, /)', itself);
  add('conjugate', '($self, /)', itself);
  add('radix', '($self, /)', () => new PyDecimal(RADIX));
  add('copy_abs', '($self, /)', (self: PyDecimal) => new PyDecimal(self.value.withSign(0)));
  add(
    'copy_negate',
    '($self, /)',
    (self: PyDecimal) => new PyDecimal(self.value.withSign(self.value.sign === 0 ? 1 : 0)),
  );
  add('as_tuple', '($self, /)', decimalAsTuple);
  add('as_integer_ratio', '($self, /)', decimalRatio);
  add('__copy__', '($self, /)', exactCopy);
  table['__deepcopy__'] = method('($self, object, /)', exactCopy, doc('__deepcopy__'), 'o');
  add('__format__', '!($self, format_spec, override=None, /)', decimalFormat);
  add('__reduce__', '($self, /)', decimalReduce);
  add('__round__', '!($self, ndigits=None, /)', decimalRound);
  add('__ceil__', '($self, /)', (self: PyDecimal) => toInteger(self.value, ROUND_CEILING));
  add('__floor__', '($self, /)', (self: PyDecimal) => toInteger(self.value, ROUND_FLOOR));
  add('__trunc__', '($self, /)', (self: PyDecimal) => toInteger(self.value, ROUND_DOWN));
  add('__complex__', '($self, /)', (self: PyDecimal) => new PyComplex(doubleOf(self), 0));
  add('__sizeof__', '($self, /)', () => int(104));
  table['from_float'] = classmethod('($type, f, /)', fromFloat, doc('from_float'), 'o');
  table['from_number'] = classmethod('($type, number, /)', fromNumber, doc('from_number'), 'o');
  return { ...slots(), ...table };
}

function doubleOf(self: PyDecimal): number {
  const value = decimalFloat(self);
  return typeof value === 'number' ? value : (value as PyFloat).value;
}

function slots(): Record<string, NativeSpec> {
  const one = '($self, /)';
  const two = '($self, value, /)';
  const table: Record<string, NativeSpec> = {
    __repr__: slot(one, (self: PyDecimal) => `Decimal('${decToString(self.value, false, isCapital())}')`),
    __str__: slot(one, (self: PyDecimal) => decToString(self.value, false, isCapital())),
    __hash__: slot(one, decimalHash),
    __neg__: slot(one, unaryOperator(arithmetic.minus)),
    __pos__: slot(one, unaryOperator(arithmetic.plus)),
    __abs__: slot(one, unaryOperator(arithmetic.absolute)),
    __bool__: slot(one, (self: PyDecimal) => !self.value.isZero),
    __int__: slot(one, (self: PyDecimal) => toInteger(self.value, ROUND_DOWN)),
    __float__: slot(one, decimalFloat),
    __divmod__: slot(two, decimalDivmod),
    __rdivmod__: slot(two, decimalRdivmod),
    __pow__: slot('($self, value, mod=None, /)', decimalPow),
    __rpow__: slot('($self, value, mod=None, /)', decimalRpow),
  };
  const operators: Record<string, Binary> = {
    add: arithmetic.add,
    sub: arithmetic.subtract,
    mul: arithmetic.multiply,
    mod: arithmetic.remainder,
    floordiv: arithmetic.divideToInteger,
    truediv: divide,
  };
  for (const [name, run] of Object.entries(operators)) {
    table[`__${name}__`] = slot(two, binaryOperator(run));
    table[`__r${name}__`] = slot(two, reflectedOperator(run));
  }
  for (const order of ['lt', 'le', 'eq', 'ne', 'gt', 'ge'] as const) {
    table[`__${order}__`] = slot(two, comparison(order));
  }
  return table;
}

const isCapital = (): boolean => currentContext().work.capitals === 1;

export const decimalTable: () => TypeTable = () => ({
  doc: DOCS['Decimal'],
  new: method('($type, value="0", context=None)', decimalNew),
  methods: methods(),
  properties: {
    real: getset(itself as (self: never) => Value),
    imag: getset(() => new PyDecimal(ZERO)),
  },
});
