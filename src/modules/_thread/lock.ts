// Locks. One thread runs, so a lock that is taken stays taken: waiting for it without a limit is a deadlock and said to be one.
// CPython: Modules/_threadmodule.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, type Raised, runtimeError, valueError } from '../../runtime/exceptions/errors.ts';
import { installType, method, slot } from '../../runtime/native/define.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { type PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asDouble } from '../../runtime/protocols/real.ts';

export const TIMEOUT_MAX = 9223372036;
export const MAIN_THREAD = 0x7f0000001740;

export class PyLock extends PyObject {
  locked = false;
}
export class PyRLock extends PyObject {
  count = 0;
}
export const lockType: PyType = staticType('lock', PyLock, { module: '_thread', hasWeakref: true });
export const rlockType: PyType = staticType('RLock', PyRLock, {
  module: '_thread',
  subclassable: true,
  hasWeakref: true,
});

/** Seconds to wait: -1 for no limit, 0 for not at all. CPython: lock_acquire_parse_args */
function timeLimit(blocking: Value | undefined, timeout: Value | undefined): number {
  const blocks = blocking === undefined || isTrue(blocking);
  const seconds = timeout === undefined ? -1 : asDouble(timeout);
  if (!blocks && seconds !== -1) throw valueError("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw valueError('timeout value must be a non-negative number');
  if (seconds > TIMEOUT_MAX) throw overflowError('timeout value is too large');
  return blocks ? seconds : 0;
}

function deadlock(): Raised {
  return runtimeError('deadlock: the lock is held and no other thread could release it');
}

function acquire(self: PyLock, blocking?: Value, timeout?: Value): Value {
  const limit = timeLimit(blocking, timeout);
  if (!self.locked) {
    self.locked = true;
    return true;
  }
  if (limit < 0) throw deadlock();
  if (limit > 0) state.interp.host.clock.sleep(BigInt(Math.round(limit * 1e9)));
  return false;
}

function release(self: PyLock): Value {
  if (!self.locked) throw runtimeError('release unlocked lock');
  self.locked = false;
  return None;
}

function lockRepr(self: PyLock): Value {
  const { typeName } = typeOf(self);
  const at = objectId(self).toString(16).padStart(12, '0');
  return `<${self.locked ? 'locked' : 'unlocked'} ${typeName} object at 0x${at}>`;
}

function rlockRepr(self: PyRLock): Value {
  const { typeName } = typeOf(self);
  const at = objectId(self).toString(16).padStart(12, '0');
  const owner = self.count > 0 ? MAIN_THREAD : 0;
  const word = self.count > 0 ? 'locked' : 'unlocked';
  return `<${word} ${typeName} object owner=${owner} count=${self.count} at 0x${at}>`;
}

function rlockRelease(self: PyRLock): Value {
  if (self.count === 0) throw runtimeError('cannot release un-acquired lock');
  self.count--;
  return None;
}

function installLock(): void {
  const take = method('($self, /, blocking=True, timeout=-1)', acquire);
  const give = method('($self, /)', release);
  const isLocked = method('($self, /)', (self: PyLock) => self.locked);
  installType(lockType, {
    doc: 'A lock object is a synchronization primitive.',
    new: method('($type)', (cls: PyType) => new (cls.Instance as new () => PyLock)()),
    methods: {
      acquire: take,
      acquire_lock: take,
      release: give,
      release_lock: give,
      locked: isLocked,
      locked_lock: isLocked,
      __enter__: method('($self, /)', (self: PyLock) => acquire(self)),
      __exit__: method('($self, /, *exc_info)', release),
      __repr__: slot('($self, /)', lockRepr),
      _at_fork_reinit: method('($self, /)', (self: PyLock) => {
        self.locked = false;
        return None;
      }),
    },
  });
}

export function installLocks(): void {
  installLock();
  const take = (self: PyRLock): Value => {
    self.count++;
    return true;
  };
  installType(rlockType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PyRLock)()),
    methods: {
      acquire: method('($self, /, blocking=True, timeout=-1)', (self: PyRLock, blocking?: Value, timeout?: Value) => {
        timeLimit(blocking, timeout);
        return take(self);
      }),
      release: method('($self, /)', rlockRelease),
      locked: method('($self, /)', (self: PyRLock) => self.count > 0),
      __enter__: method('($self, /)', take),
      __exit__: method('($self, /, *exc_info)', rlockRelease),
      __repr__: slot('($self, /)', rlockRepr),
      _is_owned: method('($self, /)', (self: PyRLock) => self.count > 0),
      _recursion_count: method('($self, /)', (self: PyRLock) => int(self.count)),
      _release_save: method('($self, /)', (self: PyRLock) => {
        if (self.count === 0) throw runtimeError('cannot release un-acquired lock');
        const saved = tuple([int(self.count), int(MAIN_THREAD)]);
        self.count = 0;
        return saved;
      }),
      _acquire_restore: method('($self, state, /)', (self: PyRLock, saved: PyTuple) => {
        self.count = Number(saved.items[0]);
        return None;
      }),
      _at_fork_reinit: method('($self, /)', (self: PyRLock) => {
        self.count = 0;
        return None;
      }),
    },
  });
}
