// abs, divmod, pow, round. CPython: Python/bltinmodule.c, Objects/abstract.c (PyNumber_Power)
import { None, NotImplemented, type Slots } from '../core/object.ts';
import { floatType, intType, slotsOf, typeOf } from '../core/primitives.ts';
import { isSubtype } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { pow } from '../protocols/number.ts';

const special = (v: Value, name: string): Entry | undefined => (slotsOf(v) as Slots)[`m$${name}`] as Entry | undefined;

export function builtinAbs(v: Value): Value {
  const method = special(v, '__abs__');
  if (method === undefined) throw typeError(`bad operand type for abs(): '${typeOf(v).typeName}'`);
  return method(v);
}

export function builtinPow(base: Value, exp: Value, mod?: Value): Value {
  if (mod === undefined || mod === None) return pow(base, exp);
  const method = special(base, '__pow__');
  if (method !== undefined) {
    const result = method(base, exp, mod);
    if (result !== NotImplemented) return result;
  }
  const reflected = special(exp, '__rpow__');
  if (reflected !== undefined && typeOf(base) !== typeOf(exp)) {
    const result = reflected(exp, base, mod);
    if (result !== NotImplemented) return result;
  }
  if ([base, exp, mod].every((v) => isSubtype(typeOf(v), intType) || isSubtype(typeOf(v), floatType)))
    throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${typeOf(base).typeName}', '${typeOf(exp).typeName}', '${typeOf(mod).typeName}'`,
  );
}

export function builtinRound(number: Value, ndigits?: Value): Value {
  const method = special(number, '__round__');
  if (method === undefined) throw typeError(`type ${typeOf(number).typeName} doesn't define __round__ method`);
  return ndigits === undefined || ndigits === None ? method(number) : method(number, ndigits);
}
