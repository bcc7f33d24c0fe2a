// The methods of str iterators. CPython: Objects/unicodeobject.c (unicodeiter_methods)

import { None, type PyObject } from '../../core/object.ts';
import { int, type Value } from '../../core/value.ts';
import { stopIteration, typeError } from '../../exceptions/errors.ts';
import { installType, method, slot } from '../../native/define.ts';
import { asIndex } from '../../protocols/item.ts';
import { textLength } from '../../text/text.ts';
import { builtin } from '../list/iterator-methods.ts';
import { tuple } from '../tuple/tuple.ts';
import { type PyStrIterator, strIteratorType } from './iterator.ts';
import { exactStr } from './sequence.ts';
import { textOfStr } from './str.ts';

function next(self: PyObject): Value {
  const value = self.iternext!();
  if (value === undefined) throw stopIteration();
  return value;
}

function lengthHint(self: PyStrIterator): Value {
  return int(self.text === undefined ? 0 : textLength(textOfStr(self.text)) - self.index);
}

/** CPython: unicodeiter_reduce */
function reduce(self: PyStrIterator): Value {
  const iter = builtin('iter');
  if (self.text === undefined) return tuple([iter, tuple([''])]);
  return tuple([iter, tuple([exactStr(self.text)]), int(self.index)]);
}

/** CPython: unicodeiter_setstate */
function setState(self: PyStrIterator, state_: Value): Value {
  const index = asIndex(state_);
  if (typeof index !== 'number') throw typeError('an integer is required');
  if (self.text !== undefined) self.index = Math.min(Math.max(index, 0), textLength(textOfStr(self.text)));
  return None;
}

export function installStrIterator(): void {
  installType(strIteratorType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', next),
      __length_hint__: method('($self, /)', lengthHint),
      __reduce__: method('($self, /)', reduce),
      __setstate__: method('($self, object, /)', setState),
    },
  });
}
