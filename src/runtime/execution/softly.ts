// What may fail inside a `try` whose handler names the error: `undefined` is returned and the exception left in `state.raised`, so that emitted
// code goes to its handler by a jump. The engine's throw costs ten times what the operation does.

import { builtinNext, exhausted } from '../builtins/iter.ts';
import { intType } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { indexError, keyError, type Raised } from '../exceptions/errors.ts';
import { dictType, PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { intOf } from '../objects/int/int.ts';
import { listType, PyList } from '../objects/list/list.ts';
import { PyTuple, tupleType } from '../objects/tuple/tuple.ts';
import { noAttribute, wantedAttr } from '../protocols/attribute.ts';
import { callee } from '../protocols/call.ts';
import { getItem } from '../protocols/item.ts';
import { invalidIntText, tryIntText } from '../text/int-text.ts';

function failed(error: Raised): undefined {
  state.raised = error;
  return undefined;
}

/** `o[k]`; dicts, lists and tuples say softly what is not there. */
export function tryItem(o: Value, k: Value): Value | undefined {
  if (o instanceof PyDict) {
    if (o.cls === dictType) return dictGet(o, k) ?? failed(keyError(k));
  } else if (typeof k === 'number' && Number.isInteger(k)) {
    if (o instanceof PyList && o.cls === listType) {
      return o.items[k < 0 ? k + o.items.length : k] ?? failed(indexError('list index out of range'));
    }
    if (o instanceof PyTuple && o.cls === tupleType) {
      return o.items[k < 0 ? k + o.items.length : k] ?? failed(indexError('tuple index out of range'));
    }
  }
  return getItem(o, k);
}

/** `o.name`. */
export function tryAttr(o: Value, name: string): Value | undefined {
  return wantedAttr(o, name) ?? failed(noAttribute(o, name));
}

/** `f(x)`; `next` and `int` say softly that there is no value. */
export function tryCall(f: Value, x: Value): Value | undefined {
  if (f === intType) {
    if (typeof x === 'string') {
      const value = tryIntText(x);
      return value === undefined ? failed(invalidIntText(x)) : intOf(value);
    }
  } else if (typeof f === 'function' && (f.meta as { run?: unknown } | undefined)?.run === builtinNext) {
    if (typeof x === 'object' && x.iternext !== undefined) return x.iternext() ?? failed(exhausted(x));
  }
  return (typeof f === 'function' ? (f as (x: Value) => Value) : callee(f))(x);
}
