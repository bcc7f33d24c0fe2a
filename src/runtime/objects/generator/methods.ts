// The methods of generators, coroutines and async generators. CPython: Objects/genobject.c
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { baseExceptionType, PyBaseException } from '../../exceptions/exception.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { call } from '../../protocols/call.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { warn } from '../../protocols/warn.ts';
import { objectId } from '../object/identity.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTraceback } from '../traceback/traceback.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { AsyncSend, type AsyncStep, AsyncThrow, asyncSendType, asyncThrowType, initHooks } from './async-step.ts';
import { delegateOf } from './delegates.ts';
import {
  asyncGeneratorType,
  coroutineType,
  coroutineWrapperType,
  generatorType,
  type PyAsyncGenerator,
  type PyCoroutine,
  PyCoroutineWrapper,
  type PyGeneratorBase,
  RUNNING,
} from './generator.ts';

/** The exception that `throw(type, value, tb)` means. CPython: _gen_throw */
export function exceptionToThrow(type: Value, value?: Value, tb?: Value): PyBaseException {
  if (tb !== undefined && tb !== None && !(tb instanceof PyTraceback))
    throw typeError('throw() third argument must be a traceback object');
  let error: PyBaseException;
  if (isType(type) && isSubtype(type, baseExceptionType)) error = instantiateOrFail(type, value);
  else if (type instanceof PyBaseException) {
    if (value !== undefined && value !== None) throw typeError('instance exception may not have a separate value');
    error = type;
  } else {
    throw typeError(
      `exceptions must be classes or instances deriving from BaseException, not ${typeOf(type).typeName}`,
    );
  }
  if (tb instanceof PyTraceback) error.traceback = tb;
  return error;
}

/** What goes wrong while the exception is made is thrown in its place. CPython: _PyErr_NormalizeException */
function instantiateOrFail(type: PyType, value: Value | undefined): PyBaseException {
  try {
    return instantiate(type, value);
  } catch (e) {
    if (e instanceof PyBaseException) return e;
    throw e;
  }
}

function instantiate(type: PyType, value: Value | undefined): PyBaseException {
  if (value instanceof PyBaseException && isSubtype(value.cls, type)) return value;
  const args = value === undefined || value === None ? [] : value instanceof PyTuple ? value.items : [value];
  const error = call(type, ...args);
  if (error instanceof PyBaseException) return error;
  const made = reprForMessage(typeOf(error));
  throw typeError(`calling ${reprForMessage(type)} should have returned an instance of BaseException, not ${made}`);
}

const throwSignature = '($self, type, value=None, traceback=None, /)';

function generatorThrow(self: PyGeneratorBase, type: Value, value?: Value, tb?: Value): Value {
  warnOfThree('throw', value, tb);
  return self.throwIn(exceptionToThrow(type, value, tb));
}

/** CPython: gen_throw, the three-argument form */
export function warnOfThree(name: string, value: Value | undefined, tb: Value | undefined): void {
  if (value === undefined && tb === undefined) return;
  const form = `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`;
  warn('DeprecationWarning', form);
}

function named(self: PyGeneratorBase, what: string): string {
  return `<${what} object ${self.qualname} at 0x${objectId(self).toString(16).padStart(12, '0')}>`;
}

function nameSetter(key: 'name' | 'qualname') {
  return (self: PyGeneratorBase, value: Value | undefined): void => {
    if (value === undefined || !isStr(value)) throw typeError(`__${key}__ must be set to a string object`);
    self[key] = jsString(value);
  };
}

function shared(prefix: string) {
  return {
    __name__: getset((self: PyGeneratorBase) => self.name, nameSetter('name')),
    __qualname__: getset((self: PyGeneratorBase) => self.qualname, nameSetter('qualname')),
    [`${prefix}_running`]: getset((self: PyGeneratorBase) => self.ownState === RUNNING),
    [`${prefix}_suspended`]: getset((self: PyGeneratorBase) => self.ownState > 0),
    [`${prefix}_code`]: member((self: PyGeneratorBase) => self.code),
    [`${prefix}_frame`]: member((self: PyGeneratorBase) => self.frame() ?? None),
  };
}

/** What `yield from` or `await` inside is waiting for. CPython: _PyGen_yf */
function awaited(self: PyGeneratorBase): Value {
  return self.ownState > 0 ? (delegateOf(self) ?? None) : None;
}

function installGenerator(): void {
  installType(generatorType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyGeneratorBase) => self.send(None)),
      __repr__: slot('($self, /)', (self: PyGeneratorBase) => named(self, 'generator')),
      send: method('($self, value, /)', (self: PyGeneratorBase, value: Value) => self.send(value)),
      throw: method(throwSignature, generatorThrow),
      close: method('($self, /)', (self: PyGeneratorBase) => self.close()),
    },
    properties: { ...shared('gi'), gi_yieldfrom: getset(awaited) },
  });
  installType(coroutineType, {
    methods: {
      __await__: slot('($self, /)', (self: PyCoroutine) => new PyCoroutineWrapper(self)),
      __repr__: slot('($self, /)', (self: PyGeneratorBase) => named(self, 'coroutine')),
      send: method('($self, value, /)', (self: PyCoroutine, value: Value) => self.send(value)),
      throw: method(throwSignature, generatorThrow),
      close: method('($self, /)', (self: PyCoroutine) => self.close()),
    },
    properties: {
      ...shared('cr'),
      cr_await: getset(awaited),
      cr_origin: member((self: PyCoroutine) => self.origin ?? None),
    },
  });
  installType(coroutineWrapperType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyCoroutineWrapper) => self.coroutine.send(None)),
      send: method('($self, value, /)', (self: PyCoroutineWrapper, value: Value) => self.coroutine.send(value)),
      throw: method(throwSignature, (self: PyCoroutineWrapper, type: Value, value?: Value, tb?: Value) =>
        generatorThrow(self.coroutine, type, value, tb),
      ),
      close: method('($self, /)', (self: PyCoroutineWrapper) => self.coroutine.close()),
    },
  });
}

function asend(self: PyAsyncGenerator, value: Value): Value {
  if (!self.hooked) initHooks(self);
  return new AsyncSend(self, value);
}

function aclose(self: PyAsyncGenerator): Value {
  initHooks(self);
  return new AsyncThrow(self, undefined);
}

function athrow(self: PyAsyncGenerator, type: Value, value?: Value, tb?: Value): Value {
  initHooks(self);
  warnOfThree('athrow', value, tb);
  return new AsyncThrow(self, () => exceptionToThrow(type, value, tb));
}

function installAsyncGenerator(): void {
  installType(asyncGeneratorType, {
    methods: {
      __aiter__: slot('($self, /)', (self: Value) => self),
      __anext__: slot('($self, /)', (self: PyAsyncGenerator) => asend(self, None)),
      __repr__: slot('($self, /)', (self: PyGeneratorBase) => named(self, 'async_generator')),
      asend: method('($self, value, /)', asend),
      athrow: method(throwSignature, athrow),
      aclose: method('($self, /)', aclose),
    },
    properties: {
      ...shared('ag'),
      ag_running: getset((self: PyAsyncGenerator) => self.runningAsync),
      ag_await: getset(awaited),
    },
  });
  for (const type of [asyncSendType, asyncThrowType]) {
    installType(type, {
      methods: {
        __await__: slot('($self, /)', (self: Value) => self),
        __iter__: slot('($self, /)', (self: Value) => self),
        __next__: slot('($self, /)', (self: AsyncStep) => self.send(None)),
        send: method('($self, value, /)', (self: AsyncStep, value: Value) => self.send(value)),
        throw: method(throwSignature, (self: AsyncStep, type: Value, value?: Value, tb?: Value) => {
          warnOfThree('throw', value, tb);
          return self.throwIn(exceptionToThrow(type, value, tb));
        }),
        close: method('($self, /)', (self: AsyncStep) => self.close()),
      },
    });
  }
}

export function installGenerators(): void {
  installGenerator();
  installAsyncGenerator();
}
