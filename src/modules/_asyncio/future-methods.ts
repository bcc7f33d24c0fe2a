// The methods of Future. CPython: Modules/_asynciomodule.c (FutureType_methods)
import { None } from '../../runtime/core/object.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { attributeError, valueError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { frozenSetOf } from '../../runtime/objects/set/make.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import {
  addCallbackMethod,
  callbacksOf,
  cancelFuture,
  exceptionOf,
  initFuture,
  loopOf,
  removeDoneCallback,
  resultOf,
  setException,
  setResult,
  takeCancelledError,
} from './future.ts';
import { PyFutureIter } from './future-iter.ts';
import { CANCELLED, futureType, PENDING, type PyFuture } from './layout.ts';
import { callMethod, fromLibrary } from './library.ts';

function awaitFuture(self: PyFuture): Value {
  loopOf(self);
  return new PyFutureIter(self);
}

/** `loop.call_exception_handler` with what is known of the future. */
export function report(self: PyFuture, message: string, entries: Record<string, Value>): void {
  const context = new PyDict();
  for (const [name, value] of Object.entries(entries)) dictSet(context, name, value);
  dictSet(context, 'message', message);
  if (self.sourceTraceback !== undefined) dictSet(context, 'source_traceback', self.sourceTraceback);
  callMethod(self.loop!, 'call_exception_handler', context);
}

/** CPython: FutureObj_finalize */
export function finalizeFuture(self: PyFuture): Value {
  if (!self.logTraceback) return None;
  self.logTraceback = false;
  const message = `${self.cls.qualname} exception was never retrieved`;
  report(self, message, { exception: self.exception!, future: self });
  return None;
}

function listedCallbacks(self: PyFuture): Value {
  loopOf(self);
  const all = callbacksOf(self);
  return all.length === 0 ? None : new PyList(all.map(({ run, context }) => tuple([run, context ?? None])));
}

function awaitedBy({ awaitedBy: known }: PyFuture): Value {
  if (known === undefined) return None;
  return frozenSetOf(known instanceof Set ? [...known] : [known]);
}

/** The setter of the attribute `name`, which cannot be deleted. */
export function setter<T>(owner: PyType, name: string, set: (self: T, value: Value) => void) {
  return (self: T, value: Value | undefined): void => {
    if (value === undefined)
      throw attributeError(`attribute '${name}' of '${owner.typeName}' objects cannot be deleted`);
    set(self, value);
  };
}

/** A field that only an initialised future has. */
function field(read: (self: PyFuture) => Value | undefined) {
  return getset((self: PyFuture) => {
    loopOf(self);
    return read(self) ?? None;
  });
}

const properties = {
  _asyncio_awaited_by: getset(awaitedBy),
  _asyncio_future_blocking: getset(
    (self: PyFuture) => self.loop !== undefined && self.blocking,
    setter(futureType, '_asyncio_future_blocking', (self: PyFuture, value) => {
      loopOf(self);
      self.blocking = isTrue(value);
    }),
  ),
  _callbacks: getset(listedCallbacks),
  _cancel_message: getset(
    (self: PyFuture) => self.cancelMessage ?? None,
    setter(futureType, '_cancel_message', (self: PyFuture, value) => {
      self.cancelMessage = value;
    }),
  ),
  _exception: field((self) => self.exception),
  _log_traceback: getset(
    (self: PyFuture) => self.loop !== undefined && self.logTraceback,
    setter(futureType, '_log_traceback', (self: PyFuture, value) => {
      if (isTrue(value)) throw valueError('_log_traceback can only be set to False');
      self.logTraceback = false;
    }),
  ),
  _loop: getset((self: PyFuture) => self.loop ?? None),
  _result: field((self) => self.result),
  _source_traceback: getset((self: PyFuture) => self.sourceTraceback ?? None),
  _state: field((self) => self.state),
};

/** Those that Task has as they are. */
export const sharedMethods = {
  __await__: slot('($self, /)', awaitFuture),
  __iter__: slot('($self, /)', awaitFuture),
  __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
  _make_cancelled_error: method('($self, /)', takeCancelledError),
  add_done_callback: method('($self, fn, /, *, context=<unrepresentable>)', addCallbackMethod),
  cancelled: method('($self, /)', (self: PyFuture) => self.loop !== undefined && self.state === CANCELLED),
  done: method('($self, /)', (self: PyFuture) => self.loop !== undefined && self.state !== PENDING),
  exception: method('($self, /)', exceptionOf),
  remove_done_callback: method('($self, fn, /)', (self: PyFuture, run: Value) => int(removeDoneCallback(self, run))),
  result: method('($self, /)', resultOf),
};

function make(cls: PyType): Value {
  return new (cls.Instance as new () => PyFuture)();
}

export function installFuture(): void {
  installType(futureType, {
    signature: '(*, loop=None)',
    new: { ...method('($type, *args, **kwargs)', make, undefined, 'raw'), vectorcall: ([cls]) => make(cls as PyType) },
    methods: {
      ...sharedMethods,
      __init__: slot('($self, /, *, loop=None)', (self: PyFuture, loop?: Value) => {
        initFuture(self, loop);
        return None;
      }),
      __repr__: slot('($self, /)', (self: PyFuture) => {
        loopOf(self);
        return call(fromLibrary('asyncio.base_futures', '_future_repr'), self);
      }),
      __del__: slot('($self, /)', finalizeFuture),
      cancel: method('($self, /, msg=None)', (self: PyFuture, message?: Value) => {
        loopOf(self);
        return cancelFuture(self, message);
      }),
      get_loop: method('($self, /)', loopOf),
      set_exception: method('($self, exception, /)', (self: PyFuture, error: Value) => {
        setException(self, error);
        return None;
      }),
      set_result: method('($self, result, /)', (self: PyFuture, result: Value) => {
        setResult(self, result);
        return None;
      }),
    },
    properties,
  });
}
