// with statements: the manager's methods, found before the body runs. CPython: Python/ceval.c (LOAD_SPECIAL, WITH_EXCEPT_START)
import { None } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import { fullyQualifiedName } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import type { PyBaseException } from '../exceptions/exception.ts';

/** A manager whose `__enter__` and `__exit__` are known to exist. */
class Context {
  readonly manager: Value;
  readonly enterMethod: Entry;
  readonly exitMethod: Entry;
  constructor(manager: Value, enterMethod: Entry, exitMethod: Entry) {
    this.manager = manager;
    this.enterMethod = enterMethod;
    this.exitMethod = exitMethod;
  }
  enter(): Value {
    return this.enterMethod(this.manager);
  }
  exit(): Value {
    return this.exitMethod(this.manager, None, None, None);
  }
  fail(error: PyBaseException): Value {
    return this.exitMethod(this.manager, error.cls, error, error.traceback ?? None);
  }
}

/** The methods as prototypes have them. */
interface Manager {
  m$__enter__?: Entry;
  m$__exit__?: Entry;
  m$__aenter__?: Entry;
  m$__aexit__?: Entry;
}

export function context(manager: Value): Context {
  const slots = slotsOf(manager) as unknown as Manager;
  const { m$__enter__: enter, m$__exit__: exit } = slots;
  if (enter !== undefined && exit !== undefined) return new Context(manager, enter, exit);
  const missing = exit === undefined ? '__exit__' : '__enter__';
  const hint =
    slots.m$__aenter__ === undefined
      ? ''
      : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
  throw noManager(manager, 'the context manager protocol', missing, hint);
}

export function asyncContext(manager: Value): Context {
  const slots = slotsOf(manager) as unknown as Manager;
  const { m$__aenter__: enter, m$__aexit__: exit } = slots;
  if (enter !== undefined && exit !== undefined) return new Context(manager, enter, exit);
  const missing = exit === undefined ? '__aexit__' : '__aenter__';
  const hint =
    slots.m$__enter__ === undefined ? '' : " but it supports the context manager protocol. Did you mean to use 'with'?";
  throw noManager(manager, 'the asynchronous context manager protocol', missing, hint);
}

function noManager(manager: Value, protocol: string, missing: string, hint: string): Raised {
  return typeError(
    `'${fullyQualifiedName(typeOf(manager))}' object does not support ${protocol} (missed ${missing} method)${hint}`,
  );
}
