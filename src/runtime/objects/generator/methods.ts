// The methods of generators, coroutines and async generators. CPython: Objects/genobject.c
import { None, PyObject } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, newError, runtimeError, stopIteration, typeError } from '../../exceptions/errors.ts';
import { baseExceptionType, exceptionNamed, PyBaseException } from '../../exceptions/exception.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { call } from '../../protocols/call.ts';
import { objectId } from '../object/identity.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTraceback } from '../traceback/traceback.ts';
import { PyTuple } from '../tuple/tuple.ts';
import {
  AsyncYield,
  asyncGeneratorType,
  coroutineType,
  coroutineWrapperType,
  generatorType,
  type PyAsyncGenerator,
  type PyCoroutine,
  PyCoroutineWrapper,
  type PyGeneratorBase,
} from './generator.ts';

/** The exception that `throw(type, value, tb)` means. CPython: _gen_throw */
export function exceptionToThrow(type: Value, value?: Value, tb?: Value): PyBaseException {
  if (tb !== undefined && tb !== None && !(tb instanceof PyTraceback))
    throw typeError('throw() third argument must be a traceback object');
  let error: PyBaseException;
  if (isType(type) && isSubtype(type, baseExceptionType)) error = instantiate(type, value);
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

function instantiate(type: PyType, value: Value | undefined): PyBaseException {
  if (value instanceof PyBaseException && isSubtype(value.cls, type)) return value;
  const args = value === undefined || value === None ? [] : value instanceof PyTuple ? value.items : [value];
  return call(type, ...args) as PyBaseException;
}

const throwSignature = '($self, type, value=None, traceback=None, /)';

function generatorThrow(self: PyGeneratorBase, type: Value, value?: Value, tb?: Value): Value {
  return self.throwIn(exceptionToThrow(type, value, tb));
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
    [`${prefix}_running`]: getset((self: PyGeneratorBase) => self.state === 'running'),
    [`${prefix}_suspended`]: getset((self: PyGeneratorBase) => self.state === 'suspended'),
    [`${prefix}_code`]: member((self: PyGeneratorBase) => self.code),
    [`${prefix}_frame`]: member((self: PyGeneratorBase) => self.frame() ?? None),
  };
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
    properties: { ...shared('gi'), gi_yieldfrom: getset((self: PyGeneratorBase) => self.delegate ?? None) },
  });
  installType(coroutineType, {
    methods: {
      __await__: slot('($self, /)', (self: PyCoroutine) => new PyCoroutineWrapper(self)),
      __repr__: slot('($self, /)', (self: PyGeneratorBase) => named(self, 'coroutine')),
      send: method('($self, value, /)', (self: PyCoroutine, value: Value) =>
        resumeCoroutine(self, () => self.send(value)),
      ),
      throw: method(throwSignature, (self: PyCoroutine, type: Value, value?: Value, tb?: Value) =>
        resumeCoroutine(self, () => generatorThrow(self, type, value, tb)),
      ),
      close: method('($self, /)', (self: PyCoroutine) => self.close()),
    },
    properties: {
      ...shared('cr'),
      cr_await: getset((self: PyGeneratorBase) => self.delegate ?? None),
      cr_origin: member(() => None),
    },
  });
  installType(coroutineWrapperType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyCoroutineWrapper) =>
        resumeCoroutine(self.coroutine, () => self.coroutine.send(None)),
      ),
      send: method('($self, value, /)', (self: PyCoroutineWrapper, value: Value) =>
        resumeCoroutine(self.coroutine, () => self.coroutine.send(value)),
      ),
      throw: method(throwSignature, (self: PyCoroutineWrapper, type: Value, value?: Value, tb?: Value) =>
        resumeCoroutine(self.coroutine, () => generatorThrow(self.coroutine, type, value, tb)),
      ),
      close: method('($self, /)', (self: PyCoroutineWrapper) => self.coroutine.close()),
    },
  });
}

function resumeCoroutine(self: PyCoroutine, run: () => Value): Value {
  if (self.state === 'closed') throw runtimeError('cannot reuse already awaited coroutine');
  return run();
}

/** What `asend`, `athrow`, `aclose` and `__anext__` return: awaitables that drive the async generator. CPython: async_gen_asend */
class AsyncGeneratorStep extends PyObject {
  readonly generator: PyAsyncGenerator;
  readonly kind: 'asend' | 'athrow' | 'aclose';
  readonly first: () => Value | undefined;
  started = false;
  finished = false;
  constructor(generator: PyAsyncGenerator, kind: 'asend' | 'athrow' | 'aclose', first: () => Value | undefined) {
    super();
    this.generator = generator;
    this.kind = kind;
    this.first = first;
  }

  override iternext(): Value | undefined {
    try {
      return this.drive(() => this.generator.resume(None));
    } catch (e) {
      if (!isError(e, 'StopIteration')) throw e;
      (this as unknown as { returned: Value }).returned = (e as unknown as { value?: Value }).value ?? None;
      return undefined;
    }
  }

  drive(next: () => Value | undefined): Value {
    const { generator } = this;
    if (this.finished)
      throw runtimeError(
        `cannot reuse already awaited ${this.kind === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()'}`,
      );
    let step = next;
    if (!this.started) {
      if (generator.runningAsync) throw runtimeError(`${this.label()}: asynchronous generator is already running`);
      this.started = true;
      generator.runningAsync = true;
      step = this.first;
    }
    try {
      return this.passOn(step());
    } catch (e) {
      this.finish();
      if (this.kind === 'aclose' && (isError(e, 'StopAsyncIteration') || isError(e, 'GeneratorExit')))
        throw stopIteration();
      throw e;
    }
  }

  /** An awaited value goes up; a yielded one, or the end, finishes this step. */
  passOn(value: Value | undefined): Value {
    if (value === undefined) {
      this.generator.closing = true;
      throw this.kind === 'aclose' ? stopIteration() : newError(exceptionNamed('StopAsyncIteration'), []);
    }
    if (!(value instanceof AsyncYield)) return value;
    if (this.kind === 'aclose') throw runtimeError('async generator ignored GeneratorExit');
    this.finish();
    throw stopIteration(value.value);
  }

  finish(): void {
    this.finished = true;
    this.generator.runningAsync = false;
  }

  label(): string {
    return this.kind === 'asend' ? 'anext()' : this.kind === 'athrow' ? 'athrow()' : 'aclose()';
  }

  throwIn(error: PyBaseException): Value {
    if (!this.started) {
      this.started = true;
      this.generator.runningAsync = true;
    }
    return this.drive(() => this.generator.step(None, error));
  }
}

const asyncStepType: PyType = staticType('async_generator_asend', AsyncGeneratorStep, { instantiable: false });

function asend(self: PyAsyncGenerator, value: Value): Value {
  return new AsyncGeneratorStep(self, 'asend', () => {
    if (self.state === 'created' && value !== None)
      throw typeError("can't send non-None value to a just-started async generator");
    return self.resume(value);
  });
}

function athrow(self: PyAsyncGenerator, type: Value, value?: Value, tb?: Value): Value {
  return new AsyncGeneratorStep(self, 'athrow', () => {
    const error = exceptionToThrow(type, value, tb);
    if (self.state === 'closed') throw newError(exceptionNamed('StopAsyncIteration'), []);
    if (self.state !== 'created') return self.step(None, error);
    self.state = 'closed';
    throw error;
  });
}

function aclose(self: PyAsyncGenerator): Value {
  return new AsyncGeneratorStep(self, 'aclose', () => {
    if (self.state === 'closed') return undefined;
    if (self.state === 'created') {
      self.state = 'closed';
      return undefined;
    }
    return self.step(None, newError(exceptionNamed('GeneratorExit'), []));
  });
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
      ag_await: getset((self: PyAsyncGenerator) => self.delegate ?? None),
    },
  });
  installType(asyncStepType, {
    methods: {
      __await__: slot('($self, /)', (self: Value) => self),
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: AsyncGeneratorStep) => self.drive(() => self.generator.resume(None))),
      send: method('($self, value, /)', (self: AsyncGeneratorStep, value: Value) =>
        self.drive(() => self.generator.resume(value)),
      ),
      throw: method(throwSignature, (self: AsyncGeneratorStep, type: Value, value?: Value, tb?: Value) =>
        self.throwIn(exceptionToThrow(type, value, tb)),
      ),
      close: method('($self, /)', (self: AsyncGeneratorStep) => {
        if (!self.finished) self.finish();
        return None;
      }),
    },
  });
}

export function installGenerators(): void {
  installGenerator();
  installAsyncGenerator();
}
