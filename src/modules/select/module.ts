// The select module: select and poll over the host's poll. CPython: Modules/selectmodule.c
import { HostError, hostError } from '../../host/error.ts';
import { POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT, POLLPRI, type PollRequest } from '../../host/files.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { PyFloat, staticType } from '../../runtime/core/primitives.ts';
import { checkSignals, state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { fn, installType, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';

/** CPython: PyObject_AsFileDescriptor */
function fileDescriptor(v: Value): number {
  let number = v;
  if (lookupIndex(v) === undefined) {
    const fileno = lookupAttr(v, 'fileno');
    if (fileno === undefined) throw typeError('argument must be an int, or have a fileno() method.');
    number = call(fileno);
    if (lookupIndex(number) === undefined) throw typeError('fileno() returned a non-integer');
  }
  const fd = intArgument(number);
  if (fd < 0) throw valueError(`file descriptor cannot be a negative integer (${fd})`);
  return fd;
}

/** Seconds or milliseconds as a double. */
function numberOf(v: Value, message: string): number {
  if (v instanceof PyFloat) return v.value;
  if (typeof v === 'number') return v;
  const index = lookupIndex(v);
  if (index === undefined) throw typeError(message);
  return Number(index);
}

/** Waits, running signal handlers, until something is ready or the time is up. */
function wait(requests: readonly PollRequest[], milliseconds: number | undefined): number[] {
  const { clock } = state.interp.host;
  // An event loop that has work looks at its descriptors between callbacks: no time for clocks.
  if (milliseconds === 0) return pollOnce(requests);
  const end = milliseconds === undefined ? undefined : clock.monotonicNs() + BigInt(Math.ceil(milliseconds * 1e6));
  for (;;) {
    const left = end === undefined ? undefined : Math.max(0, Number(end - clock.monotonicNs()) / 1e6);
    const ready = attempt(requests, left);
    if (ready !== undefined) return ready;
  }
}

function pollOnce(requests: readonly PollRequest[]): number[] {
  for (;;) {
    const ready = attempt(requests, 0);
    if (ready !== undefined) return ready;
  }
}

/** Undefined when a signal came in between, whose handlers have run. */
function attempt(requests: readonly PollRequest[], milliseconds: number | undefined): number[] | undefined {
  try {
    return state.interp.host.files.poll(requests, milliseconds);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.errno !== 'EINTR') throw osErrorFromHost(error);
    checkSignals();
    return undefined;
  }
}

function select(rlist: Value, wlist: Value, xlist: Value, timeout?: Value): Value {
  const seconds =
    timeout === undefined || timeout === None ? undefined : numberOf(timeout, 'timeout must be a float or None');
  if (seconds !== undefined && seconds < 0) throw valueError('timeout must be non-negative');
  const lists = [rlist, wlist, xlist].map((list) => spread(list));
  const events = [POLLIN, POLLOUT, POLLPRI];
  const requests = lists.flatMap((list, i) => list.map((v) => ({ fd: fileDescriptor(v), events: events[i]! })));
  const ready = wait(requests, seconds === undefined ? undefined : seconds * 1000);
  if (ready.some((bits) => bits === POLLNVAL)) throw osErrorFromHost(hostError('EBADF'));
  let at = 0;
  return tuple(lists.map((list) => new PyList(list.filter(() => ready[at++] !== 0))));
}

class PyPoll extends PyObject {
  readonly descriptors = new Map<number, number>();
  /** `descriptors` as the host wants them, until they change. */
  #requests: PollRequest[] | undefined;

  get requests(): readonly PollRequest[] {
    this.#requests ??= Array.from(this.descriptors, ([fd, events]) => ({ fd, events }));
    return this.#requests;
  }

  set(fd: number, events: number): void {
    this.descriptors.set(fd, events);
    this.#requests = undefined;
  }

  delete(fd: number): boolean {
    this.#requests = undefined;
    return this.descriptors.delete(fd);
  }
}

const pollType: PyType = staticType('poll', PyPoll, { module: 'select', instantiable: false });

const DEFAULT_EVENTS = POLLIN | POLLPRI | POLLOUT;

function mask(v: Value | undefined): number {
  return v === undefined ? DEFAULT_EVENTS : intArgument(v) & 0xffff;
}

function poll(self: PyPoll, timeout?: Value): Value {
  let milliseconds: number | undefined;
  if (timeout !== undefined && timeout !== None) {
    const given = Math.ceil(numberOf(timeout, 'timeout must be an integer or None'));
    if (given >= 0) milliseconds = given;
  }
  const { requests } = self;
  const ready = wait(requests, milliseconds);
  const found: Value[] = [];
  for (let i = 0; i < requests.length; i++) {
    if (ready[i] !== 0) found.push(tuple([int(requests[i]!.fd), int(ready[i]!)]));
  }
  return new PyList(found);
}

function install(): void {
  installType(pollType, {
    methods: {
      modify: method('($self, fd, eventmask, /)', (self: PyPoll, fd: Value, events: Value) => {
        const number = fileDescriptor(fd);
        if (!self.descriptors.has(number)) throw osErrorFromHost(hostError('ENOENT'));
        self.set(number, mask(events));
        return None;
      }),
      poll: method('($self, timeout=None, /)', poll),
      register: method(
        '($self, fd,\n         eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)',
        (self: PyPoll, fd: Value, events?: Value) => {
          self.set(fileDescriptor(fd), mask(events));
          return None;
        },
      ),
      unregister: method('($self, fd, /)', (self: PyPoll, fd: Value) => {
        const number = fileDescriptor(fd);
        if (!self.delete(number)) throw keyError(int(number));
        return None;
      }),
    },
  });
}

const NUMBERS = {
  PIPE_BUF: 4096,
  POLLIN,
  POLLPRI,
  POLLOUT,
  POLLERR,
  POLLHUP,
  POLLNVAL,
  POLLRDNORM: 64,
  POLLRDBAND: 128,
  POLLWRNORM: 256,
  POLLWRBAND: 512,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
};

export const selectModule: NativeModule = {
  name: 'select',
  doc: 'This module supports asynchronous I/O on multiple file descriptors.',
  functions: {
    poll: fn('($module, /)', () => new PyPoll()),
    select: fn('($module, rlist, wlist, xlist, timeout=None, /)', select),
  },
  install,
  values: () => ({
    error: exceptionNamed('OSError'),
    ...Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, int(value)])),
  }),
};
