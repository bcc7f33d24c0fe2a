// The termios module over the host's terminal. CPython: Modules/termios.c
import { HostError, hostError } from '../../host/error.ts';
import type { Terminal } from '../../host/terminal.ts';
import { None } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { newError, type Raised, typeError } from '../../runtime/exceptions/errors.ts';
import { exceptionBase, PyBaseException } from '../../runtime/exceptions/exception.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { lookupIndex, toIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { TERMIOS_NUMBERS } from './generated/numbers.ts';

class PyTermiosError extends PyBaseException {}

const errorType: PyType = staticType('error', PyTermiosError, {
  base: exceptionBase,
  module: 'termios',
  subclassable: true,
  hasDict: true,
});

const { ICANON, NCCS, VMIN, VTIME } = TERMIOS_NUMBERS;

function termiosError(error: HostError): Raised {
  return newError(errorType, [int(error.code), error.message]);
}

function attempt<T>(ask: (terminal: Terminal) => T): T {
  const { terminal } = state.interp.host;
  try {
    if (terminal === undefined) throw hostError('ENOTTY');
    return ask(terminal);
  } catch (error) {
    throw error instanceof HostError ? termiosError(error) : error;
  }
}

function fileDescriptor(v: Value): number {
  if (lookupIndex(v) !== undefined) return intArgument(v);
  const fileno = lookupAttr(v, 'fileno');
  if (fileno === undefined) throw typeError('argument must be an int, or have a fileno() method.');
  return intArgument(call(fileno));
}

/** CPython: termios_tcgetattr_impl */
function tcgetattr(fd: Value): Value {
  const number = fileDescriptor(fd);
  const { iflag, oflag, cflag, lflag, ispeed, ospeed, cc } = attempt((terminal) => terminal.getAttributes(number));
  const characters: Value[] = Array.from({ length: NCCS! }, (_, i) => bytes(Uint8Array.of(cc[i] ?? 0)));
  if ((lflag & ICANON!) === 0) {
    characters[VMIN!] = int(cc[VMIN!] ?? 0);
    characters[VTIME!] = int(cc[VTIME!] ?? 0);
  }
  const words = [iflag, oflag, cflag, lflag, ispeed, ospeed].map(intFromDouble);
  return new PyList([...words, new PyList(characters)]);
}

/** CPython: termios_tcsetattr_impl */
function tcsetattr(fd: Value, when: Value, attributes: Value): Value {
  const number = fileDescriptor(fd);
  if (!(attributes instanceof PyList) || attributes.items.length !== 7)
    throw typeError('tcsetattr, arg 3: must be 7 element list');
  const words = attributes.items.slice(0, 6).map((word) => Number(toIndex(word)));
  const list = attributes.items[6];
  if (!(list instanceof PyList) || list.items.length !== NCCS)
    throw typeError(`tcsetattr: attributes[6] must be ${NCCS} element list`);
  const now = attempt((terminal) => terminal.getAttributes(number));
  const cc = Uint8Array.from(list.items.slice(0, now.cc.length), character);
  const [iflag, oflag, cflag, lflag, ispeed, ospeed] = words as [number, number, number, number, number, number];
  const next = { iflag, oflag, cflag, lflag, ispeed, ospeed, cc };
  attempt((terminal) => terminal.setAttributes(number, intArgument(when), next));
  return None;
}

function character(v: Value): number {
  if (v instanceof PyBytes && v.value.length === 1) return v.value[0]!;
  const index = lookupIndex(v);
  if (index === undefined) throw typeError('tcsetattr: elements of attributes must be characters or integers');
  return Number(index);
}

/** stty does not offer these; output is written through, so there is nothing to drain. */
function nothingToDo(fd: Value): Value {
  const number = fileDescriptor(fd);
  attempt((terminal) => terminal.size(number));
  return None;
}

function tcgetwinsize(fd: Value): Value {
  const number = fileDescriptor(fd);
  const { rows, columns } = attempt((terminal) => terminal.size(number));
  return tuple([int(rows), int(columns)]);
}

function unsupported(): never {
  throw termiosError(hostError('ENOSYS'));
}

const functions: ModuleTable = {
  tcdrain: fn('($module, fd, /)', nothingToDo),
  tcflow: fn('($module, fd, action, /)', unsupported),
  tcflush: fn('($module, fd, queue, /)', unsupported),
  tcgetattr: fn('($module, fd, /)', tcgetattr),
  tcgetwinsize: fn('($module, fd, /)', tcgetwinsize),
  tcsendbreak: fn('($module, fd, duration, /)', unsupported),
  tcsetattr: fn('($module, fd, when, attributes, /)', tcsetattr),
  tcsetwinsize: fn('($module, fd, winsize, /)', unsupported),
};

function values(): Record<string, Value> {
  const numbers = Object.entries(TERMIOS_NUMBERS).map(([name, value]) => [name, intFromDouble(value)] as const);
  return { error: errorType, ...Object.fromEntries(numbers) };
}

export const termiosModule: NativeModule = {
  name: 'termios',
  doc: 'This module provides an interface to the Posix calls for tty I/O control.',
  functions,
  install() {
    errorType.tpNew = exceptionBase.tpNew;
  },
  values,
};
