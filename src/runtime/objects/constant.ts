// Constants of the compiler as Python values and back: code units, `ast.Constant`. CPython: Parser/action_helpers.c, Python/ast.c

import { Ellipsis, None } from '../core/object.ts';
import { float, PyFloat, PyStr, strType } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { intFromBigInt } from '../core/value.ts';
import { bytes, PyBytes } from './bytes/bytes.ts';
import { complex, PyComplex } from './complex/complex.ts';
import { intOf } from './int/int.ts';
import { frozenSetOf } from './set/make.ts';
import { PyFrozenSet } from './set/set.ts';
import { setItems } from './set/table.ts';
import { strOfPoints, strOfUtf16 } from './str/str.ts';
import { PyTuple, tuple } from './tuple/tuple.ts';

/** The compiler's description of a constant; see compiler/1-syntax/ast/constant.ts. */
export type ConstantDescription =
  | { type: 'None' }
  | { type: 'Ellipsis' }
  | { type: 'bool'; value: boolean }
  | { type: 'int'; value: number | bigint }
  | { type: 'float'; value: number }
  | { type: 'complex'; imag: number; real?: number }
  | { type: 'str'; value: string; codePoints?: number[] }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'tuple' | 'frozenset'; items: ConstantDescription[] };

export function valueOfConstant(constant: ConstantDescription): Value {
  switch (constant.type) {
    case 'None':
      return None;
    case 'Ellipsis':
      return Ellipsis;
    case 'bool':
      return constant.value;
    case 'int':
      return typeof constant.value === 'bigint' ? intFromBigInt(constant.value) : intOf(constant.value);
    case 'float':
      return float(constant.value);
    case 'complex':
      return complex(constant.real ?? 0, constant.imag);
    case 'str':
      return constant.codePoints === undefined ? strOfUtf16(constant.value) : strOfPoints(constant.codePoints);
    case 'bytes':
      return bytes(constant.value);
    case 'tuple':
      return tuple(constant.items.map(valueOfConstant));
    case 'frozenset':
      return frozenSetOf(constant.items.map(valueOfConstant));
  }
}

/** The description of a value that may stand as a constant; undefined for any other. */
export function constantOfValue(v: Value): ConstantDescription | undefined {
  if (v === None) return { type: 'None' };
  if (v === Ellipsis) return { type: 'Ellipsis' };
  if (typeof v === 'boolean') return { type: 'bool', value: v };
  if (typeof v === 'bigint') return { type: 'int', value: v };
  if (typeof v === 'number') return Number.isInteger(v) ? { type: 'int', value: v } : { type: 'float', value: v };
  if (typeof v === 'string') return { type: 'str', value: v };
  if (v instanceof PyFloat && !(v.cls.flags & 1)) return { type: 'float', value: v.value };
  if (v instanceof PyStr && v.cls === strType) return wideConstant(v);
  if (v instanceof PyBytes) return { type: 'bytes', value: v.value };
  if (v instanceof PyComplex) return { type: 'complex', real: v.real, imag: v.imag };
  if (v instanceof PyTuple) return items('tuple', v.items);
  if (v instanceof PyFrozenSet) return items('frozenset', setItems(v));
  return undefined;
}

function wideConstant(v: PyStr): ConstantDescription {
  return v.codePoints === undefined
    ? { type: 'str', value: v.value }
    : { type: 'str', value: v.value, codePoints: [...v.codePoints] };
}

function items(type: 'tuple' | 'frozenset', values: readonly Value[]): ConstantDescription | undefined {
  const described = values.map(constantOfValue);
  return described.some((d) => d === undefined) ? undefined : { type, items: described as ConstantDescription[] };
}
