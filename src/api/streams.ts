// sys.stdin, stdout and stderr, as CPython opens them. CPython: Python/pylifecycle.c (init_sys_streams, create_stdio)
import { HostError } from '../host/error.ts';
import type { Interpreter } from '../runtime/core/interpreter.ts';
import { None } from '../runtime/core/object.ts';
import { int, type Value } from '../runtime/core/value.ts';
import { getAttr, setAttr } from '../runtime/protocols/attribute.ts';
import { call, callKeywords } from '../runtime/protocols/call.ts';

interface Stream {
  readonly fd: number;
  readonly name: string;
  readonly writes: boolean;
  readonly errors: string;
}

/** In these locales the names of files and the like need not be UTF-8, so what does not decode is let through. CPython: get_error_handler */
const LENIENT_LOCALES: ReadonlySet<string> = new Set(['', 'C', 'POSIX', 'C.UTF-8', 'C.utf8', 'UTF-8']);

const STREAMS: readonly (Stream & { readonly attribute: string })[] = [
  { attribute: 'stdin', fd: 0, name: '<stdin>', writes: false, errors: 'strict' },
  { attribute: 'stdout', fd: 1, name: '<stdout>', writes: true, errors: 'strict' },
  { attribute: 'stderr', fd: 2, name: '<stderr>', writes: true, errors: 'backslashreplace' },
];

export function openStandardStreams(interp: Interpreter): void {
  const io = interp.importModule('_io');
  const sys = interp.importModule('sys');
  setAttr(interp.builtins, 'open', getAttr(io, 'open'));
  for (const stream of STREAMS) {
    const object = isOpen(interp, stream.fd) ? openStream(interp, io, stream) : None;
    setAttr(sys, `__${stream.attribute}__`, object);
    setAttr(sys, stream.attribute, object);
  }
}

function isOpen(interp: Interpreter, fd: number): boolean {
  try {
    interp.host.files.fstat(fd);
    return true;
  } catch (e) {
    if (e instanceof HostError) return false;
    throw e;
  }
}

function openStream(interp: Interpreter, io: Value, { fd, name, writes, errors }: Stream): Value {
  const unbuffered = writes && interp.config.flags['unbuffered'] === 1;
  const mode = writes ? 'wb' : 'rb';
  const opened = callKeywords(
    getAttr(io, 'open'),
    [int(fd), mode, int(unbuffered ? 0 : -1), None, None, None, false],
    [],
  );
  const raw = unbuffered ? opened : getAttr(opened, 'raw');
  setAttr(raw, 'name', name);
  const terminal = call(getAttr(raw, 'isatty')) === true;
  const [encoding, given] = (interp.config.stdioEncoding ?? '').split(':');
  const usual = encoding === '' && isLenient(interp) && errors === 'strict' ? 'surrogateescape' : errors;
  const handler = name === '<stderr>' ? errors : given || usual;
  const text = callKeywords(
    getAttr(io, 'TextIOWrapper'),
    [opened, encoding || 'utf-8', handler, '\n', terminal || name === '<stderr>', unbuffered],
    ['encoding', 'errors', 'newline', 'line_buffering', 'write_through'],
  );
  setAttr(text, 'mode', writes ? 'w' : 'r');
  return text;
}

function isLenient(interp: Interpreter): boolean {
  const read = (name: string): string | undefined => interp.host.process.env.get(name) || undefined;
  return LENIENT_LOCALES.has(read('LC_ALL') ?? read('LC_CTYPE') ?? read('LANG') ?? '');
}
