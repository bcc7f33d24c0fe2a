// with statements: the manager's methods, found before the body runs. CPython: Python/ceval.c (LOAD_SPECIAL, WITH_EXCEPT_START)
import { None, type Slots } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
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

export function context(manager: Value): Context {
  return open(manager, '__enter__', '__exit__', 'the context manager protocol', '__aenter__', 'async with');
}

export function asyncContext(manager: Value): Context {
  return open(manager, '__aenter__', '__aexit__', 'the asynchronous context manager protocol', '__enter__', 'with');
}

function open(manager: Value, enter: string, exit: string, protocol: string, other: string, hint: string): Context {
  const slots = slotsOf(manager) as Slots;
  const enterMethod = slots[`m$${enter}`] as Entry | undefined;
  const exitMethod = slots[`m$${exit}`] as Entry | undefined;
  if (enterMethod !== undefined && exitMethod !== undefined) return new Context(manager, enterMethod, exitMethod);
  const missing = exitMethod === undefined ? exit : enter;
  const suggestion =
    slots[`m$${other}`] === undefined
      ? ''
      : ` but it supports the ${hint === 'with' ? '' : 'asynchronous '}context manager protocol. Did you mean to use '${hint}'?`;
  const name = typeOf(manager).typeName;
  throw typeError(`'${name}' object does not support ${protocol} (missed ${missing} method)${suggestion}`);
}
