// Generators, coroutines and async generators. The compiler gives each function that suspends a constructor of its own below these: its variables
// are the object's fields, its body the method `step`. docs/internals/resumable.md. CPython: Objects/genobject.c, Include/cpython/genobject.h
import { fieldName } from '../../../contract/names.ts';
import { None, PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, newError, runtimeError, stopIteration, typeError, valueError } from '../../exceptions/errors.ts';
import { exceptionNamed, type PyBaseException, type PyStopIteration } from '../../exceptions/exception.ts';
import type { PyCode } from '../code/code.ts';
import { PyFrame, PyTraceback } from '../traceback/traceback.ts';

/** `state` of what has not started; positive numbers are the suspensions of the body. */
export const CREATED = 0;
export const RUNNING = -1;
export const CLOSED = -2;

/** From the state of a suspended generator to what stands for it while a chain resumes what it delegates to (less than CLOSED), and back. */
export function takenState(state: number): number {
  return CLOSED - 1 - state;
}

/** Runs to the next suspension with a value sent or an exception thrown in: what is yielded, or undefined when the body has returned. */
export type Step = (value?: Value, error?: PyBaseException) => Value | undefined;

/** What generators, coroutines and async generators share. CPython: PyGenObject */
export abstract class PyGeneratorBase extends PyObject {
  /** On every prototype below: emitted code resumes such an object without asking what it is. */
  declare readonly own: true;
  /** On the prototype of each function's class. */
  declare readonly ownCode: PyCode;
  declare readonly globals: PyObject;
  declare readonly step: Step;
  /** Not on async generators, which need to see what is passed up. */
  declare readonly isChainable: boolean;
  declare shownFrame: GeneratorFrame | undefined;
  declare state: number;
  /** Value of `return`, once finished, until someone has taken it. */
  declare returned: Value;
  /** What `yield from` or `await` inside is waiting for. */
  declare delegate: PyObject | undefined;
  /** Of the function when it was called; on the prototype unless it had been changed. */
  declare code: PyCode;
  declare name: string;
  declare qualname: string;

  /** The frame as introspection sees it; none once finished. */
  frame(): PyFrame | undefined {
    return this.state === CLOSED ? undefined : this.frameAt(0, []);
  }

  /** `state` as it is whether or not a chain of delegates resumes this. */
  get ownState(): number {
    if (this.state >= CLOSED) return this.state;
    for (let { chain } = state; chain !== undefined; chain = chain.outer) {
      if (chain.members.includes(this)) return RUNNING;
    }
    return takenState(this.state);
  }

  /** The frame, when an exception passes through it. */
  frameAt(position: number, free: readonly (Value | undefined)[]): PyFrame {
    this.shownFrame ??= new GeneratorFrame(this);
    if (position > 0) this.shownFrame.last = position;
    if (free.length > 0) this.shownFrame.free = free;
    return this.shownFrame;
  }

  /** What this is called in messages. */
  abstract kindName(): string;

  /** Called in place of the body when that is running or finished. CPython: gen_send_ex */
  idle(error: PyBaseException | undefined, value?: Value): Value | undefined {
    const { ownState } = this;
    if (ownState === RUNNING) throw valueError(`${this.kindName()} already executing`);
    if (ownState !== CLOSED) {
      this.state = ownState;
      return this.step(value, error);
    }
    if (error !== undefined) throw error;
    this.taken();
    return undefined;
  }

  /** PEP 479: a StopIteration may not leave the body. */
  escaping(e: PyBaseException): PyBaseException {
    return isError(e, 'StopIteration') ? replaced(e, `${this.kindName()} raised StopIteration`) : e;
  }

  /** CPython: gen_send_ex for `send` */
  send(value: Value): Value {
    const result = this.sendIn(value);
    if (result === undefined) throw this.finished();
    return result;
  }

  sendIn(value: Value): Value | undefined {
    if (this.state === CREATED && value !== None) {
      throw typeError(`can't send non-None value to a just-started ${this.kindName()}`);
    }
    return this.step(value);
  }

  /** The StopIteration that carries the return value, once. */
  finished(): PyBaseException {
    const value = this.taken();
    return value === None ? stopIteration() : stopIteration(value);
  }

  /** The return value, which is kept no longer. */
  taken(): Value {
    const value = this.returned;
    if (value !== None) this.returned = None;
    return value;
  }

  throwIn(error: PyBaseException): Value {
    const result = this.stepThrowing(error);
    if (result === undefined) throw this.finished();
    return result;
  }

  /** `throw`: what is yielded next, or undefined when the body has returned. CPython: gen_send_ex with an exception set */
  stepThrowing(error: PyBaseException): Value | undefined {
    if (this.state !== CREATED) return this.step(None, error);
    this.state = CLOSED;
    const position = this.ownCode.info.firstPosition;
    error.traceback = PyTraceback.of(error.traceback as PyTraceback | undefined, this.frameAt(position, []), position);
    throw this.escaping(error);
  }

  /** CPython: gen_close */
  close(): Value {
    if (this.state === CREATED) this.state = CLOSED;
    if (this.state === CLOSED) return None;
    try {
      const result = this.step(None, newError(exceptionNamed('GeneratorExit'), []));
      if (result !== undefined) throw runtimeError(`${this.kindName()} ignored GeneratorExit`);
      return this.taken();
    } catch (e) {
      if (isError(e, 'GeneratorExit')) return None;
      if (isError(e, 'StopIteration')) return (e as PyStopIteration).value ?? None;
      throw e;
    }
  }
}
Object.defineProperties(PyGeneratorBase.prototype, {
  own: { value: true },
  // Functions that have no use for these give their generators no field.
  returned: { value: None, writable: true },
  delegate: { value: undefined, writable: true },
  isChainable: { value: true },
});

/** PEP 479 for a generator expression that runs as a function. */
export function escaping(e: PyBaseException): PyBaseException {
  return isError(e, 'StopIteration') ? replaced(e, 'generator raised StopIteration') : e;
}

/** The exception that takes the place of one that may not leave a body. CPython: stopiteration_error */
function replaced(e: PyBaseException, message: string): PyBaseException {
  const error = runtimeError(message);
  error.cause = e;
  error.context = e;
  error.suppressContext = true;
  return error;
}

/** The frame of a generator: where it stands and what its variables hold are read from the generator. */
export class GeneratorFrame extends PyFrame {
  readonly generator: PyGeneratorBase;
  /** Where an exception last passed, and the variables of enclosing functions then. */
  last: number;
  free: readonly (Value | undefined)[];
  constructor(generator: PyGeneratorBase) {
    super(generator.ownCode, generator.globals, 0);
    this.generator = generator;
    this.last = 0;
    this.free = [];
  }
  override get position(): number {
    const { ownCode, state: own } = this.generator;
    const at = own < CLOSED ? takenState(own) : own;
    return at > 0 ? (ownCode.info.resumePositions?.[at] ?? 0) : this.last;
  }
  override readLocals(): readonly (Value | undefined)[] {
    const { info } = this.generator.ownCode;
    const fields = this.generator as unknown as Record<string, Value | undefined>;
    const free = info.locals?.filter((name) => info.freevars.includes(name));
    return (info.locals ?? []).map((name) => {
      const i = free!.indexOf(name);
      return i < 0 ? fields[fieldName(name)] : this.free[i];
    });
  }
  override writeLocal(index: number, value: Value | undefined): void {
    const { info } = this.generator.ownCode;
    const name = info.locals![index]!;
    if (info.freevars.includes(name)) return;
    (this.generator as unknown as Record<string, Value | undefined>)[fieldName(name)] = value;
  }
  override owner(): Value {
    return this.generator;
  }
}

export class PyGenerator extends PyGeneratorBase {
  /** The same method as `step`. */
  declare readonly iternext: () => Value | undefined;
  override kindName(): string {
    return 'generator';
  }
}
export const generatorType: PyType = staticType('generator', PyGenerator, { instantiable: false, hasWeakref: true });

export class PyCoroutine extends PyGeneratorBase {
  /** Who called the function, when sys.set_coroutine_origin_tracking_depth asks for it: a tuple of (file, line, name). */
  declare origin: Value | undefined;
  override kindName(): string {
    return 'coroutine';
  }
  override idle(error: PyBaseException | undefined, value?: Value): Value | undefined {
    if (this.state === CLOSED) throw runtimeError('cannot reuse already awaited coroutine');
    return super.idle(error, value);
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
    return this.coroutine.step(None);
  }
}
export const coroutineWrapperType: PyType = staticType('coroutine_wrapper', PyCoroutineWrapper, {
  instantiable: false,
});

export class PyAsyncGenerator extends PyGeneratorBase {
  /** Set before a `yield` suspends, to tell its value from what an `await` passes up. CPython: _PyAsyncGenWrappedValue */
  declare yielded: boolean;
  /** An `asend`, `athrow` or `aclose` is under way. CPython: ag_running_async */
  declare runningAsync: boolean;
  /** CPython: ag_closed */
  declare closed: boolean;
  /** The hooks of sys.set_asyncgen_hooks have seen it. CPython: ag_hooks_inited */
  declare hooked: boolean;
  /** What `async for` awaits, one object for all its steps. */
  declare loopStep: PyObject | undefined;
  override kindName(): string {
    return 'async generator';
  }
  override escaping(e: PyBaseException): PyBaseException {
    return isError(e, 'StopAsyncIteration')
      ? replaced(e, 'async generator raised StopAsyncIteration')
      : super.escaping(e);
  }
}
Object.defineProperty(PyAsyncGenerator.prototype, 'isChainable', { value: false });
export const asyncGeneratorType: PyType = staticType('async_generator', PyAsyncGenerator, {
  instantiable: false,
  hasWeakref: true,
});
