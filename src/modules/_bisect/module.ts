// Bisection in sorted sequences. CPython: Modules/_bisectmodule.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type Implementation } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { listType, PyList } from '../../runtime/objects/list/list.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue, richCompare } from '../../runtime/protocols/compare.ts';
import { asIndex, getItem, length } from '../../runtime/protocols/item.ts';
import { isInt } from '../../runtime/protocols/real.ts';
import { DOCS } from './generated/docs.ts';

function size(v: Value): number {
  const value = asIndex(v);
  if (typeof value === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
  return value;
}

/** `hi`: None or absent means the length. CPython: ssize_t_or_none */
function upper(hi: Value | undefined, a: Value): number {
  if (hi === undefined || hi === None) return length(a);
  if (!isInt(hi) && typeof hi !== 'object') {
    throw typeError(`argument should be integer or None, not '${typeOf(hi).typeName}'`);
  }
  const value = size(hi);
  // -1 is CPython's mark for "not given".
  return value === -1 ? length(a) : value;
}

/** Where x goes: right of its equals, or left. */
function search(a: Value, x: Value, lo: number, hi: number, key: Value | undefined, right: boolean): number {
  if (lo < 0) throw valueError('lo must be non-negative');
  const plain = a instanceof PyList && a.cls === listType;
  while (lo < hi) {
    const middle = Math.floor((lo + hi) / 2);
    const found = plain ? (a.items[middle] ?? getItem(a, int(middle))) : getItem(a, int(middle));
    const item = key === undefined ? found : call(key, found);
    const goesLeft = right ? isTrue(richCompare(x, item, '__lt__')) : !isTrue(richCompare(item, x, '__lt__'));
    if (goesLeft) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}

const keyOf = (key: Value | undefined): Value | undefined => (key === None ? undefined : key);

function bisect(right: boolean): Implementation {
  return (a: Value, x: Value, lo?: Value, hi?: Value, key?: Value) => {
    const low = lo === undefined ? 0 : size(lo);
    return int(search(a, x, low, upper(hi, a), keyOf(key), right));
  };
}

function insort(right: boolean): Implementation {
  return (a: Value, x: Value, lo?: Value, hi?: Value, key?: Value) => {
    const low = lo === undefined ? 0 : size(lo);
    const by = keyOf(key);
    const at = search(a, by === undefined ? x : call(by, x), low, upper(hi, a), by, right);
    if (a instanceof PyList && a.cls === listType) a.items.splice(at, 0, x);
    else call(getAttr(a, 'insert'), int(at), x);
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
