// What `asend`, `athrow`, `aclose` and `__anext__` return: awaitables that drive an async generator to its next value.
// CPython: Objects/genobject.c (PyAsyncGenASend, PyAsyncGenAThrow)
import { None, PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, newError, runtimeError, stopIteration } from '../../exceptions/errors.ts';
import { exceptionNamed, type PyBaseException } from '../../exceptions/exception.ts';
import { call } from '../../protocols/call.ts';
import { CLOSED, type PyAsyncGenerator } from './generator.ts';

const stopAsync = (): PyBaseException => newError(exceptionNamed('StopAsyncIteration'), []);

export abstract class AsyncStep extends PyObject {
  readonly generator: PyAsyncGenerator;
  state: 'init' | 'iter' | 'closed' = 'init';
  /** What the `StopIteration` that ends this step carries. */
  returned: Value = None;
  constructor(generator: PyAsyncGenerator) {
    super();
    this.generator = generator;
  }

  /** How messages call the methods that make such an object, and this one. */
  abstract reuseMessage(): string;
  abstract label(): string;
  /** Sends or throws: what an `await` inside passes up, or undefined once finished. */
  abstract advance(value: Value, error?: PyBaseException): Value | undefined;

  override iternext(): Value | undefined {
    return this.advance(None);
  }

  send(value: Value): Value {
    return this.orStop(this.advance(value));
  }

  throwIn(error: PyBaseException): Value {
    return this.orStop(this.advance(None, error));
  }

  orStop(result: Value | undefined): Value {
    if (result !== undefined) return result;
    const value = this.returned;
    this.returned = None;
    throw value === None ? stopIteration() : stopIteration(value);
  }

  close(): Value {
    if (this.state === 'closed') return None;
    try {
      const result = this.advance(None, newError(exceptionNamed('GeneratorExit'), []));
      if (result !== undefined) throw runtimeError('coroutine ignored GeneratorExit');
    } catch (e) {
      if (!isError(e, 'StopIteration') && !isError(e, 'StopAsyncIteration') && !isError(e, 'GeneratorExit')) throw e;
    }
    return None;
  }

  /** The first call; another step of the same generator must not be under way. */
  protected begin(): void {
    if (this.generator.runningAsync) {
      this.state = 'closed';
      throw runtimeError(`${this.label()}: asynchronous generator is already running`);
    }
    this.state = 'iter';
    this.generator.runningAsync = true;
  }

  protected checkReuse(): void {
    if (this.state === 'closed') throw runtimeError(`cannot reuse already awaited ${this.reuseMessage()}`);
  }

  /** Runs the generator; a yielded value, the end, or an exception finishes this step. CPython: async_gen_unwrap_value */
  protected drive(value: Value, error: PyBaseException | undefined): Value | undefined {
    const { generator } = this;
    try {
      const result = error === undefined ? generator.sendIn(value) : generator.stepThrowing(error);
      if (result === undefined) throw stopAsync();
      if (!generator.yielded) return result;
      generator.yielded = false;
      this.returned = result;
    } catch (e) {
      this.failed(e);
      throw e;
    }
    this.finish();
    return undefined;
  }

  protected failed(e: unknown): void {
    if (isError(e, 'StopAsyncIteration') || isError(e, 'GeneratorExit')) this.generator.closed = true;
    this.finish();
  }

  protected finish(): void {
    this.state = 'closed';
    this.generator.runningAsync = false;
  }
}

export class AsyncSend extends AsyncStep {
  readonly value: Value;
  constructor(generator: PyAsyncGenerator, value: Value) {
    super(generator);
    this.value = value;
  }
  override reuseMessage(): string {
    return '__anext__()/asend()';
  }
  override label(): string {
    return 'anext()';
  }
  override advance(value: Value, error?: PyBaseException): Value | undefined {
    this.checkReuse();
    if (this.state !== 'init') return this.drive(value, error);
    this.begin();
    return this.drive(value === None ? this.value : value, error);
  }
}
/**
 * What an `async for` awaits, which no program sees unless it asks for `ag_await`: used again for every step, and at the end of the
 * generator it just ends, where `__anext__()` would raise StopAsyncIteration.
 */
export class AsyncNext extends AsyncSend {
  declare readonly own: true;
  hasEnded = false;
  constructor(generator: PyAsyncGenerator) {
    super(generator, None);
  }

  step(value: Value, error?: PyBaseException): Value | undefined {
    const { generator } = this;
    if (this.state === 'init') this.begin();
    let result: Value | undefined;
    try {
      result = error === undefined ? generator.step(value) : generator.stepThrowing(error);
    } catch (e) {
      this.failed(e);
      throw e;
    }
    if (result === undefined) {
      generator.closed = this.hasEnded = true;
    } else if (generator.yielded) {
      generator.yielded = false;
      this.returned = result;
    } else return result;
    this.finish();
    return undefined;
  }

  /** The value that the generator has yielded; undefined at its end. */
  takeNext(): Value | undefined {
    if (this.hasEnded) return undefined;
    const value = this.returned;
    this.returned = None;
    return value;
  }

  override advance(value: Value, error?: PyBaseException): Value | undefined {
    this.checkReuse();
    return this.step(value, error);
  }

  override orStop(result: Value | undefined): Value {
    if (result === undefined && this.hasEnded) throw stopAsync();
    return super.orStop(result);
  }
}
Object.defineProperty(AsyncNext.prototype, 'own', { value: true });

/** `async for` asks an async generator for the next value. */
export function nextOfGenerator(generator: PyAsyncGenerator): PyObject {
  if (!generator.hooked) initHooks(generator);
  let step = generator.loopStep as AsyncNext | undefined;
  if (step?.state === 'closed') step.state = 'init';
  else generator.loopStep = step = new AsyncNext(generator);
  return step;
}

/** The first use of an async generator tells the event loop of it. CPython: async_gen_init_hooks */
export function initHooks(generator: PyAsyncGenerator): void {
  if (generator.hooked) return;
  generator.hooked = true;
  if (state.asyncgenFirstIter !== undefined) call(state.asyncgenFirstIter, generator);
}

export const asyncSendType: PyType = staticType('async_generator_asend', AsyncSend, { instantiable: false });

/** `exception` makes what is thrown in; without it this is `aclose()`. */
export class AsyncThrow extends AsyncStep {
  readonly exception: (() => PyBaseException) | undefined;
  constructor(generator: PyAsyncGenerator, exception: (() => PyBaseException) | undefined) {
    super(generator);
    this.exception = exception;
  }
  override reuseMessage(): string {
    return 'aclose()/athrow()';
  }
  override label(): string {
    return this.exception === undefined ? 'aclose()' : 'athrow()';
  }

  override advance(value: Value, error?: PyBaseException): Value | undefined {
    this.checkReuse();
    if (error === undefined && this.generator.state === CLOSED) {
      this.state = 'closed';
      return undefined;
    }
    if (this.state !== 'init') return this.driveClosing(value, error);
    this.begin();
    if (error !== undefined) return this.driveClosing(None, error);
    return this.first(value);
  }

  private first(value: Value): Value | undefined {
    if (this.generator.closed) {
      this.finish();
      throw stopAsync();
    }
    if (value !== None) {
      this.state = 'init';
      this.generator.runningAsync = false;
      throw runtimeError("can't send non-None value to a just-started coroutine");
    }
    if (this.exception === undefined) this.generator.closed = true;
    const error = this.exception?.() ?? newError(exceptionNamed('GeneratorExit'), []);
    return this.driveClosing(None, error);
  }

  /** While closing, a yielded value is an error, and the end of the generator just the end of this step. */
  private driveClosing(value: Value, error: PyBaseException | undefined): Value | undefined {
    if (this.exception !== undefined) return this.drive(value, error);
    try {
      const result = this.drive(value, error);
      if (result !== undefined) return result;
    } catch (e) {
      if (isError(e, 'StopAsyncIteration') || isError(e, 'GeneratorExit')) return undefined;
      throw e;
    }
    this.returned = None;
    throw runtimeError('async generator ignored GeneratorExit');
  }
}
export const asyncThrowType: PyType = staticType('async_generator_athrow', AsyncThrow, { instantiable: false });
