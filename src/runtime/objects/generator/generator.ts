// Generators, coroutines and async generators over JS generators. Resuming keeps the thread's depth and handled exception as CPython's frames do.
// CPython: Objects/genobject.c
import { None, PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { FunctionMeta, PyFunction, PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, newError, runtimeError, stopIteration, typeError, valueError } from '../../exceptions/errors.ts';
import { exceptionNamed, type PyBaseException, type PyStopIteration } from '../../exceptions/exception.ts';
import type { PyCode } from '../code/code.ts';
import { PyFrame } from '../traceback/traceback.ts';

type Body = Generator<Value, Value, Value>;

/** What generators, coroutines and async generators share. CPython: PyGenObject */
export class PyGeneratorBase extends PyObject {
  readonly body: Body;
  readonly code: PyCode;
  readonly globals: PyObject;
  name: string;
  qualname: string;
  state: 'created' | 'suspended' | 'running' | 'closed';
  /** Value of `return`, once finished. */
  returned: Value;
  /** The exception being handled inside when it last suspended. */
  handled: Value | undefined;
  constructor(body: Body, code: PyCode, globals: PyObject, f: PyFunction | undefined) {
    super();
    this.body = body;
    // A function may have been given other flags: types.coroutine does so.
    this.code = ((f?.meta as FunctionMeta | undefined)?.code as PyCode | undefined) ?? code;
    this.globals = globals;
    this.name = f?.meta.name ?? code.name;
    this.qualname = f?.meta.qualname ?? code.qualname;
    this.state = 'created';
    this.returned = None;
    this.handled = undefined;
  }

  /** What `yield from` or `await` inside is waiting for. */
  delegate: Value | undefined = undefined;

  /** The frame as introspection sees it; none once finished. */
  frame(): PyFrame | undefined {
    return this.state === 'closed' ? undefined : new PyFrame(this.code, this.globals, this.code.info.firstPosition);
  }

  /** What this is called in messages. */
  kindName(): string {
    return 'generator';
  }

  /** Runs to the next yield: its value, or undefined when the body returned. */
  resume(value: Value): Value | undefined {
    if (this.state === 'suspended' || this.state === 'created') return this.step(value, undefined);
    if (this.state === 'running') throw valueError(`${this.kindName()} already executing`);
    return undefined;
  }

  step(value: Value, error: PyBaseException | undefined): Value | undefined {
    const { depth, handled } = state;
    if (depth >= state.limit) throw newError(exceptionNamed('RecursionError'), ['maximum recursion depth exceeded']);
    state.depth = depth + 1;
    if (this.handled !== undefined) state.handled = this.handled;
    this.state = 'running';
    try {
      const result = error === undefined ? this.body.next(value) : this.body.throw(error);
      if (result.done !== true) {
        this.state = 'suspended';
        this.handled = state.handled === handled ? undefined : state.handled;
        return result.value;
      }
      this.state = 'closed';
      this.returned = result.value;
      return undefined;
    } catch (e) {
      this.state = 'closed';
      throw this.escaping(e);
    } finally {
      state.depth = depth;
      state.handled = handled;
    }
  }

  /** PEP 479: a StopIteration may not leave the body. */
  escaping(e: unknown): unknown {
    if (!isError(e, 'StopIteration')) return e;
    return this.replaced(e, `${this.kindName()} raised StopIteration`);
  }

  replaced(e: PyBaseException, message: string): PyBaseException {
    const error = runtimeError(message);
    error.cause = e;
    error.context = e;
    error.suppressContext = true;
    return error;
  }

  /** CPython: gen_send_ex for `send` */
  send(value: Value): Value {
    if (this.state === 'created' && value !== None) {
      throw typeError(`can't send non-None value to a just-started ${this.kindName()}`);
    }
    const result = this.resume(value);
    if (result === undefined) throw this.finished();
    return result;
  }

  /** The StopIteration that carries the return value, once. */
  finished(): PyBaseException {
    const value = this.returned;
    this.returned = None;
    return value === None ? stopIteration() : stopIteration(value);
  }

  throwIn(error: PyBaseException): Value {
    if (this.state === 'running') throw valueError(`${this.kindName()} already executing`);
    if (this.state === 'closed') throw error;
    if (this.state === 'created') {
      this.state = 'closed';
      throw error;
    }
    const result = this.step(None, error);
    if (result === undefined) throw this.finished();
    return result;
  }

  /** CPython: gen_close */
  close(): Value {
    if (this.state === 'created') this.state = 'closed';
    if (this.state === 'closed') return None;
    if (this.state === 'running') throw valueError(`${this.kindName()} already executing`);
    try {
      const result = this.step(None, newError(exceptionNamed('GeneratorExit'), []));
      if (result !== undefined) throw runtimeError(`${this.kindName()} ignored GeneratorExit`);
      const value = this.returned;
      this.returned = None;
      return value;
    } catch (e) {
      if (isError(e, 'GeneratorExit')) return None;
      if (isError(e, 'StopIteration')) return (e as PyStopIteration).value ?? None;
      throw e;
    }
  }
}

export class PyGenerator extends PyGeneratorBase {
  override iternext(): Value | undefined {
    return this.resume(None);
  }
}
export const generatorType: PyType = staticType('generator', PyGenerator, { instantiable: false, hasWeakref: true });

export class PyCoroutine extends PyGeneratorBase {
  override kindName(): string {
    return 'coroutine';
  }
}
export const coroutineType: PyType = staticType('coroutine', PyCoroutine, { instantiable: false, hasWeakref: true });

/** `coroutine.__await__()`. */
export class PyCoroutineWrapper extends PyObject {
  readonly coroutine: PyCoroutine;
  constructor(coroutine: PyCoroutine) {
    super();
    this.coroutine = coroutine;
  }
  override iternext(): Value | undefined {
    return this.coroutine.resume(None);
  }
}
export const coroutineWrapperType: PyType = staticType('coroutine_wrapper', PyCoroutineWrapper, {
  instantiable: false,
});

/** A value yielded by `yield` in an async generator, to tell it from what `await` passes up. */
export class AsyncYield extends PyObject {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}
export const asyncYieldType: PyType = staticType('async_generator_wrapped_value', AsyncYield, { instantiable: false });

export class PyAsyncGenerator extends PyGeneratorBase {
  /** An `asend`, `athrow` or `aclose` is under way. */
  runningAsync = false;
  closing = false;
  hooked = false;
  finalizer: Value | undefined = undefined;
  override kindName(): string {
    return 'async generator';
  }
  override escaping(e: unknown): unknown {
    if (isError(e, 'StopAsyncIteration')) return this.replaced(e, 'async generator raised StopAsyncIteration');
    return isError(e, 'StopIteration') ? this.replaced(e, 'async generator raised StopIteration') : e;
  }
}
export const asyncGeneratorType: PyType = staticType('async_generator', PyAsyncGenerator, {
  instantiable: false,
  hasWeakref: true,
});
