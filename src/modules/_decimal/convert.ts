// From Python values to decimals and contexts. CPython: Modules/_decimal/_decimal.c (PyDecType_From*, convert_op)
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { signBit } from '../../runtime/numeric/floatbits.ts';
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, type StrValue, textOfStr } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { intValue, isFloat, isInt } from '../../runtime/protocols/real.ts';
import { asciiNumeral } from '../../runtime/text/int-text.ts';
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  FLOAT_OPERATION,
  finishDec,
  INEXACT,
  INVALID_CONDITIONS,
  INVALID_OPERATION,
  maxContext,
  ROUNDED,
  ROUNDING_NAMES,
} from './context.ts';
import { Dec, infinity, NAN, QUIET_NAN, SIGNALING_NAN, type Sign } from './dec.ts';
import { addStatus, currentContext, PyDecContext, PyDecimal } from './objects.ts';
import { decFromDouble, decFromInt, parseExact } from './text.ts';

const ROUNDING_ERROR =
  'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]';

/** A rounding mode's number. CPython: getround */
export function roundingOf(v: Value): number {
  const at = isStr(v) ? ROUNDING_NAMES.indexOf(jsString(v)) : -1;
  if (at < 0) throw typeError(ROUNDING_ERROR);
  return at;
}

/** An optional context argument. CPython: CONTEXT_CHECK_VA */
export function contextArgument(v: Value | undefined): PyDecContext {
  if (v === undefined || v === None) return currentContext();
  if (v instanceof PyDecContext) return v;
  throw typeError('optional argument must be a context');
}

export function notConvertible(v: Value): Raised {
  return typeError(`conversion from ${typeOf(v).typeName} to Decimal is not supported`);
}

/** An operand that is a Decimal or an int; undefined for anything else. CPython: convert_op */
export function operand(v: Value): Dec | undefined {
  if (v instanceof PyDecimal) return v.value;
  return isInt(v) ? decFromInt(intValue(v)) : undefined;
}

/** The same, raising TypeError. */
export function requiredOperand(v: Value): Dec {
  const value = operand(v);
  if (value === undefined) throw notConvertible(v);
  return value;
}

/** An instance of Decimal or a subclass. CPython: dec_alloc */
export function newDecimal(cls: PyType, value: Dec): Value {
  return new (cls.Instance as unknown as new (value: Dec) => PyDecimal)(value);
}

/** The ASCII form of a numeric string; what is not a digit or space stays and fails to parse. CPython: numeric_as_ascii */
function asciiText(v: StrValue, lenient: boolean): string {
  const ascii = asciiNumeral(textOfStr(v));
  return lenient ? ascii.replace(/^[ \t-\r\x1c-\x1f]+|[ \t-\r\x1c-\x1f]+$/g, '').replaceAll('_', '') : ascii;
}

/** The exact decimal of a string; conditions go to the context. CPython: PyDecType_FromUnicodeExactWS */
export function decFromString(v: StrValue, context: PyDecContext): Dec {
  const parsed = parseExact(asciiText(v, true));
  if (parsed === undefined) {
    addStatus(context, CONVERSION_SYNTAX);
    return NAN;
  }
  return exactly(parsed, context);
}

/** The text of a string for a context to round: no spaces or underscores allowed. */
export function strictText(v: StrValue): string {
  return asciiText(v, false);
}

/** A value that must fit the widest context unchanged. */
function exactly(value: Dec, context: PyDecContext): Dec {
  const wide = maxContext();
  const result = finishDec(wide, value);
  if (wide.pending & (INEXACT | ROUNDED | CLAMPED)) {
    addStatus(context, INVALID_OPERATION);
    return NAN;
  }
  addStatus(context, wide.pending & INVALID_CONDITIONS);
  return result;
}

/** `Decimal(v)`: exact. CPython: PyDecType_FromObjectExact */
export function decFromObject(v: Value, context: PyDecContext): Dec {
  if (v instanceof PyDecimal) return v.value;
  if (isStr(v)) return decFromString(v, context);
  if (isInt(v)) return decFromInt(intValue(v));
  if (v instanceof PyTuple || v instanceof PyList) return exactly(decFromSequence(v.items), context);
  if (isFloat(v)) {
    addStatus(context, FLOAT_OPERATION);
    return decFromFloat(v);
  }
  throw notConvertible(v);
}

export function decFromFloat(v: Value): Dec {
  const double = typeof v === 'number' ? v : (v as { value: number } & Value).value;
  return decFromDouble(double, signBit(double));
}

/** (sign, digits, exponent), not yet in any context. CPython: dectuple_as_str */
export function decFromSequence(items: readonly Value[]): Dec {
  if (items.length !== 3) throw valueError('argument must be a sequence of length 3');
  const [signValue, digits, exponent] = items as readonly [Value, Value, Value];
  const sign = isInt(signValue) ? intValue(signValue) : -1;
  if (sign !== 0 && sign !== 1) throw valueError('sign must be an integer with the value 0 or 1');
  const special = specialKind(exponent);
  const exp = special === undefined ? exponentOf(exponent) : 0;
  if (!(digits instanceof PyTuple || digits instanceof PyList)) {
    throw valueError('coefficient must be a tuple of digits');
  }
  const coef = digitsToInt(digits.items);
  if (special === 'F') return infinity(sign as Sign);
  if (special !== undefined) {
    return new Dec(sign as Sign, coef, 0, special === 'n' ? QUIET_NAN : SIGNALING_NAN);
  }
  return new Dec(sign as Sign, coef, exp);
}

function specialKind(exponent: Value): string | undefined {
  if (!isStr(exponent)) return undefined;
  const text = jsString(exponent);
  if (text === 'F' || text === 'n' || text === 'N') return text;
  throw valueError("string argument in the third position must be 'F', 'n' or 'N'");
}

function exponentOf(exponent: Value): number {
  if (!isInt(exponent)) throw valueError('exponent must be an integer');
  return Number(intValue(exponent));
}

function digitsToInt(items: readonly Value[]): IntValue {
  let text = '';
  for (const item of items) {
    const digit = isInt(item) ? intValue(item) : -1;
    if (digit < 0 || digit > 9) throw valueError('coefficient must be a tuple of digits');
    text += digit;
  }
  return text === '' ? 0 : normalizeInt(BigInt(text));
}
