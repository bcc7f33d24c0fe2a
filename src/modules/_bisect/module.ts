// Bisection in sorted sequences. CPython: Modules/_bisectmodule.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type Implementation } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import { intOf } from '../../runtime/objects/int/int.ts';
import { listType, PyList } from '../../runtime/objects/list/list.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { lessThan } from '../../runtime/protocols/compare.ts';
import { asIndex, exactLength, getItem } from '../../runtime/protocols/item.ts';
import { isInt } from '../../runtime/protocols/real.ts';
import { DOCS } from './generated/docs.ts';

function size(v: Value): IntValue {
  const value = asIndex(v);
  if (value >= SSIZE_LIMIT || value < -SSIZE_LIMIT) {
    throw overflowError('Python int too large to convert to C ssize_t');
  }
  return value;
}

const SSIZE_LIMIT = 1n << 63n;

/** `hi`: None or absent means the length. CPython: ssize_t_or_none */
function upper(hi: Value | undefined, a: Value): IntValue {
  if (hi === undefined || hi === None) return exactLength(a);
  if (!isInt(hi) && typeof hi !== 'object') {
    throw typeError(`argument should be integer or None, not '${typeOf(hi).typeName}'`);
  }
  const value = size(hi);
  // -1 is CPython's mark for "not given".
  return value === -1 ? exactLength(a) : value;
}

/** Where x goes: right of its equals, or left. */
function search(a: Value, x: Value, lo: IntValue, hi: IntValue, key: Value | undefined, right: boolean): IntValue {
  if (lo < 0) throw valueError('lo must be non-negative');
  if (typeof lo !== 'number' || typeof hi !== 'number') return searchFar(a, x, BigInt(lo), BigInt(hi), key, right);
  const plain = a instanceof PyList && a.cls === listType;
  while (lo < hi) {
    const middle = Math.floor((lo + hi) / 2);
    const found = plain ? (a.items[middle] ?? getItem(a, int(middle))) : getItem(a, int(middle));
    if (goesLeft(x, key === undefined ? found : call(key, found), right)) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}

/** The same with indices beyond the safe integers. */
function searchFar(a: Value, x: Value, lo: bigint, hi: bigint, key: Value | undefined, right: boolean): IntValue {
  let [low, high] = [lo, hi];
  while (low < high) {
    const middle = (low + high) / 2n;
    const found = getItem(a, intFromBigInt(middle));
    if (goesLeft(x, key === undefined ? found : call(key, found), right)) high = middle;
    else low = middle + 1n;
  }
  return normalizeInt(low);
}

function goesLeft(x: Value, item: Value, right: boolean): boolean {
  return right ? lessThan(x, item) : !lessThan(item, x);
}

const keyOf = (key: Value | undefined): Value | undefined => (key === None ? undefined : key);

function bisect(right: boolean): Implementation {
  return (a: Value, x: Value, lo?: Value, hi?: Value, key?: Value) => {
    const low = lo === undefined ? 0 : size(lo);
    return intOf(search(a, x, low, upper(hi, a), keyOf(key), right));
  };
}

function insort(right: boolean): Implementation {
  return (a: Value, x: Value, lo?: Value, hi?: Value, key?: Value) => {
    const low = lo === undefined ? 0 : size(lo);
    const by = keyOf(key);
    const at = search(a, by === undefined ? x : call(by, x), low, upper(hi, a), by, right);
    if (a instanceof PyList && a.cls === listType) a.items.splice(Number(at), 0, x);
    else call(getAttr(a, 'insert'), intOf(at), x);
    return None;
  };
}

const SIGNATURE = '($module, /, a, x, lo=0, hi=None, *, key=None)';

export const bisectModule: NativeModule = {
  name: '_bisect',
  doc: DOCS[''],
  functions: {
    bisect_right: fn(SIGNATURE, bisect(true), DOCS['bisect_right']),
    insort_right: fn(SIGNATURE, insort(true), DOCS['insort_right']),
    bisect_left: fn(SIGNATURE, bisect(false), DOCS['bisect_left']),
    insort_left: fn(SIGNATURE, insort(false), DOCS['insort_left']),
  },
};
