// What `Future.__await__` returns: yields the future once, then ends with its result. CPython: Modules/_asynciomodule.c (FutureIter)
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { runtimeError, stopIteration } from '../../runtime/exceptions/errors.ts';
import { installType, method, slot } from '../../runtime/native/define.ts';
import { exceptionToThrow, warnOfThree } from '../../runtime/objects/generator/methods.ts';
import { resultOf } from './future.ts';
import { PENDING, type PyFuture } from './layout.ts';

export class PyFutureIter extends PyObject {
  future: PyFuture | undefined;
  /** What an `await` gets once this has ended. */
  returned: Value;
  constructor(future: PyFuture) {
    super();
    this.future = future;
    this.returned = None;
  }

  /** CPython: FutureIter_am_send */
  override iternext(): Value | undefined {
    const { future } = this;
    if (future === undefined) return undefined;
    if (future.state === PENDING) {
      if (future.blocking) throw runtimeError("await wasn't used with future");
      future.blocking = true;
      return future;
    }
    this.future = undefined;
    this.returned = resultOf(future);
    return undefined;
  }

  send(): Value {
    const result = this.iternext();
    if (result !== undefined) return result;
    const value = this.returned;
    this.returned = None;
    throw value === None ? stopIteration() : stopIteration(value);
  }
}
export const futureIterType: PyType = staticType('FutureIter', PyFutureIter, {
  module: '_asyncio',
  instantiable: false,
});

function throwIn(self: PyFutureIter, type: Value, value?: Value, traceback?: Value): Value {
  warnOfThree('throw', value, traceback);
  self.future = undefined;
  throw exceptionToThrow(type, value, traceback);
}

export function installFutureIter(): void {
  installType(futureIterType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyFutureIter) => self.send()),
      send: method('!($self, object, /)', (self: PyFutureIter) => self.send()),
      throw: method('!($self, type, value=None, traceback=None, /)', throwIn),
      close: method('!($self, /)', (self: PyFutureIter) => {
        self.future = undefined;
        return None;
      }),
    },
  });
}
