// The _queue module: a first-in, first-out queue without a bound. Waiting is a lock's, held while the queue is empty.
// CPython: Modules/_queuemodule.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { classmethod, installType, method } from '../../runtime/native/define.ts';
import { exceptionClass } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { isNumber } from '../../runtime/protocols/convert.ts';
import { asDouble } from '../../runtime/protocols/real.ts';

const emptyType: PyType = exceptionClass('_queue', 'Empty', 'Exception');

/** Two stacks: items are taken from `front`, which is `back` turned around. */
class PySimpleQueue extends PyObject {
  front: Value[] = [];
  back: Value[] = [];
  /** Held while there is nothing to take and somebody waits. */
  lock: Value | undefined;

  get size(): number {
    return this.front.length + this.back.length;
  }

  take(): Value | undefined {
    if (this.front.length === 0) {
      this.front = this.back.reverse();
      this.back = [];
    }
    return this.front.pop();
  }
}

const simpleQueueType: PyType = staticType('SimpleQueue', PySimpleQueue, {
  module: '_queue',
  subclassable: true,
  hasWeakref: true,
});

function put(self: PySimpleQueue, item: Value): Value {
  self.back.push(item);
  const { lock } = self;
  if (lock !== undefined) {
    self.lock = undefined;
    call(getAttr(lock, 'release'));
  }
  return None;
}

/** Seconds to wait, undefined without a limit. CPython: _PyTime_FromSecondsObject */
function timeLimit(timeout: Value | undefined): number | undefined {
  if (timeout === undefined || timeout === None) return undefined;
  if (!isNumber(timeout)) {
    throw typeError(`'${typeOf(timeout).typeName}' object cannot be interpreted as an integer or float`);
  }
  const seconds = asDouble(timeout);
  if (Number.isNaN(seconds)) throw valueError('Invalid value NaN (not a number)');
  if (Math.abs(seconds) > 9223372036) throw overflowError('timestamp out of range for C PyTime_t');
  if (seconds < 0) throw valueError("'timeout' must be a non-negative number");
  return seconds;
}

/** CPython: _queue_SimpleQueue_get_impl */
function get(self: PySimpleQueue, block?: Value, timeout?: Value): Value {
  const blocks = block === undefined || isTrue(block);
  const seconds = blocks ? timeLimit(timeout) : 0;
  let item = self.take();
  if (item === undefined && blocks) {
    wait(self, seconds);
    item = self.take();
  }
  if (item === undefined) throw newError(emptyType, []);
  return item;
}

function wait(self: PySimpleQueue, seconds: number | undefined): void {
  if (self.lock === undefined) {
    self.lock = call(getAttr(state.interp.importModule('_thread'), 'allocate_lock'));
    call(getAttr(self.lock, 'acquire'));
  }
  const acquire = getAttr(self.lock, 'acquire');
  if (seconds === undefined) call(acquire);
  else call(acquire, true, float(seconds));
}

function makeQueue(cls: PyType, args: readonly Value[]): Value {
  if (args.length > 0) throw typeError('SimpleQueue() takes no positional arguments');
  return new (cls.Instance as unknown as new () => PySimpleQueue)();
}

function install(): void {
  installType(emptyType, { doc: 'Exception raised by Queue.get(block=0)/get_nowait().' });
  installType(simpleQueueType, {
    doc: 'Simple, unbounded, reentrant FIFO queue.',
    new: method('($type, *args, **kwargs)', makeQueue),
    methods: {
      empty: method('($self, /)', (self: PySimpleQueue) => self.size === 0, undefined, 'noargs'),
      get: method('($self, /, block=True, timeout=None)', get),
      get_nowait: method('($self, /)', (self: PySimpleQueue) => get(self, false), undefined, 'noargs'),
      put: method('($self, /, item, block=True, timeout=None)', put),
      put_nowait: method('($self, /, item)', put),
      qsize: method('($self, /)', (self: PySimpleQueue) => int(self.size), undefined, 'noargs'),
      __class_getitem__: classmethod('($type, object, /)', genericAlias, undefined, 'o'),
    },
  });
}

export const queueModule: NativeModule = {
  name: '_queue',
  doc: 'C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.',
  install,
  types: { SimpleQueue: simpleQueueType, Empty: emptyType },
};
