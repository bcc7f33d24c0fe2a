// aiter() and anext(). CPython: Python/bltinmodule.c (builtin_aiter, builtin_anext_impl), Objects/iterobject.c (anextawaitable)
import { PyObject as Base, None, type PyObject, type Slots } from '../core/object.ts';
import { slotsOf, staticType, typeOf } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { isError, stopIteration, typeError } from '../exceptions/errors.ts';
import { awaitableIter } from '../execution/suspension.ts';
import { installType, method, slot } from '../native/define.ts';
import { PyGeneratorBase } from '../objects/generator/generator.ts';
import { loadMethod } from '../protocols/attribute.ts';

function special(v: Value, name: string): Entry | undefined {
  return (slotsOf(v) as Slots)[`m$${name}`] as Entry | undefined;
}

/** CPython: PyObject_GetAIter */
export function builtinAiter(v: Value): Value {
  const make = special(v, '__aiter__');
  if (make === undefined) throw typeError(`'${typeOf(v).typeName}' object is not an async iterable`);
  const iterator = make(v);
  if (special(iterator, '__anext__') !== undefined) return iterator;
  throw typeError(`aiter() returned not an async iterator of type '${typeOf(iterator).typeName}'`);
}

export function builtinAnext(v: Value, fallback?: Value): Value {
  const next = special(v, '__anext__');
  if (next === undefined) throw typeError(`'${typeOf(v).typeName}' object is not an async iterator`);
  const awaitable = next(v);
  return fallback === undefined ? awaitable : new AnextAwaitable(awaitable, fallback);
}

/** `anext(iterator, default)`: the default instead of StopAsyncIteration. */
class AnextAwaitable extends Base {
  readonly awaitable: Value;
  readonly fallback: Value;
  /** Where `await` finds the result. */
  returned: Value = None;
  #iterator: PyObject | undefined = undefined;
  constructor(awaitable: Value, fallback: Value) {
    super();
    this.awaitable = awaitable;
    this.fallback = fallback;
  }

  iterator(): PyObject {
    this.#iterator ??= awaitableIter(this.awaitable);
    return this.#iterator;
  }

  guarded(step: () => Value): Value {
    try {
      return step();
    } catch (e) {
      if (isError(e, 'StopAsyncIteration')) throw stopIteration(this.fallback);
      throw e;
    }
  }

  forward(name: string, args: Value[]): Value {
    const iterator = this.iterator();
    return this.guarded(() => loadMethod(iterator, name)(iterator, ...args));
  }

  override iternext(): Value | undefined {
    try {
      const iterator = this.iterator();
      const value = iterator instanceof PyGeneratorBase ? iterator.step(None) : iterator.iternext!();
      if (value === undefined) this.returned = (iterator as { returned?: Value }).returned ?? None;
      return value;
    } catch (e) {
      if (!isError(e, 'StopAsyncIteration')) throw e;
      this.returned = this.fallback;
      return undefined;
    }
  }
}
const anextAwaitableType: PyType = staticType('anext_awaitable', AnextAwaitable, { instantiable: false });

export function installAnext(): void {
  const self = (v: Value): Value => v;
  installType(anextAwaitableType, {
    methods: {
      __await__: slot('($self, /)', self),
      __iter__: slot('($self, /)', self),
      __next__: slot('($self, /)', (v: AnextAwaitable) => {
        const value = v.iternext();
        if (value === undefined) throw stopIteration(v.returned);
        return value;
      }),
      send: method('!($self, arg, /)', (v: AnextAwaitable, value: Value) => v.forward('send', [value])),
      throw: method('!($self, type, value=None, traceback=None, /)', (v: AnextAwaitable, ...args: Value[]) =>
        v.forward(
          'throw',
          args.filter((arg) => arg !== undefined),
        ),
      ),
      close: method('($self, /)', (v: AnextAwaitable) => v.forward('close', [])),
    },
  });
}
