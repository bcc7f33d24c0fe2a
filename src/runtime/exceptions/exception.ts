// BaseException's layout and the hierarchy. Exceptions are plain JS objects, thrown as themselves; they never extend Error, whose
// constructor captures a stack. CPython: Objects/exceptions.c
import { PyObject } from '../core/object.ts';
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { emptyTuple, type PyTuple } from '../objects/tuple/tuple.ts';

export class PyBaseException extends PyObject {
  args: PyTuple;
  traceback: Value | undefined;
  context: PyBaseException | undefined;
  cause: PyBaseException | undefined;
  suppressContext: boolean;
  constructor(args: PyTuple = emptyTuple) {
    super();
    this.args = args;
    this.traceback = undefined;
    this.context = undefined;
    this.cause = undefined;
    this.suppressContext = false;
  }
}

/** Exceptions whose extra fields CPython keeps in the C struct; all undefined until set. */
export class PyStopIteration extends PyBaseException {
  value: Value | undefined = undefined;
}
export class PySystemExit extends PyBaseException {
  code: Value | undefined = undefined;
}
export class PyImportError extends PyBaseException {
  msg: Value | undefined = undefined;
  name: Value | undefined = undefined;
  path: Value | undefined = undefined;
  nameFrom: Value | undefined = undefined;
}
export class PyNameError extends PyBaseException {
  name: Value | undefined = undefined;
}
export class PyAttributeError extends PyBaseException {
  name: Value | undefined = undefined;
  obj: Value | undefined = undefined;
}
export class PySyntaxError extends PyBaseException {
  msg: Value | undefined = undefined;
  filename: Value | undefined = undefined;
  lineno: Value | undefined = undefined;
  offset: Value | undefined = undefined;
  text: Value | undefined = undefined;
  endLineno: Value | undefined = undefined;
  endOffset: Value | undefined = undefined;
  printFileAndLine: Value | undefined = undefined;
  metadata: Value | undefined = undefined;
}
export class PyOSError extends PyBaseException {
  errno: Value | undefined = undefined;
  strerror: Value | undefined = undefined;
  filename: Value | undefined = undefined;
  filename2: Value | undefined = undefined;
  charactersWritten: Value | undefined = undefined;
}
export class PyUnicodeError extends PyBaseException {
  encoding: Value | undefined = undefined;
  object: Value | undefined = undefined;
  start: Value | undefined = undefined;
  end: Value | undefined = undefined;
  reason: Value | undefined = undefined;
}
export class PyBaseExceptionGroup extends PyBaseException {
  message: Value = '';
  exceptions: PyTuple = emptyTuple;
  /** `repr()` of what the exceptions were given in, unless that was a list or tuple. */
  givenAs: string | undefined = undefined;
}

type ExceptionLayout = new (args?: PyTuple) => PyBaseException;

function exceptionType(name: string, base: PyType, Layout?: ExceptionLayout): PyType {
  const Parent = base.Instance as unknown as ExceptionLayout;
  const type = staticType(name, Layout ?? class extends Parent {}, { base, subclassable: true, hasDict: true });
  // Adding no fields lets a class derive from several exceptions.
  if (Layout === undefined) type.slotNames = [];
  return type;
}

export const baseExceptionType: PyType = staticType('BaseException', PyBaseException, {
  subclassable: true,
  hasDict: true,
});
export const exceptionBase: PyType = exceptionType('Exception', baseExceptionType);

/** name: base, in definition order; types with a layout of their own are listed beside. */
const HIERARCHY: readonly (readonly [name: string, base: string, Layout?: ExceptionLayout])[] = [
  ['BaseExceptionGroup', 'BaseException', PyBaseExceptionGroup],
  ['GeneratorExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException', PySystemExit],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception', PyAttributeError],
  ['BufferError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception', PyImportError],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception', PyNameError],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception', PyOSError],
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['FileExistsError', 'OSError'],
  ['FileNotFoundError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['ReferenceError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['PythonFinalizationError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopAsyncIteration', 'Exception'],
  ['StopIteration', 'Exception', PyStopIteration],
  ['SyntaxError', 'Exception', PySyntaxError],
  ['_IncompleteInputError', 'SyntaxError'],
  ['IndentationError', 'SyntaxError'],
  ['TabError', 'IndentationError'],
  ['SystemError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError', PyUnicodeError],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeTranslateError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['BytesWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
];

/** Every exception type by name, except ExceptionGroup, which has two bases and is made in exceptions/groups.ts. */
export const exceptionTypes: ReadonlyMap<string, PyType> = makeHierarchy();

function makeHierarchy(): Map<string, PyType> {
  const types = new Map([
    ['BaseException', baseExceptionType],
    ['Exception', exceptionBase],
  ]);
  for (const [name, base, Layout] of HIERARCHY) types.set(name, exceptionType(name, types.get(base)!, Layout));
  return types;
}

/** The exception type `name`; a programming error if there is none. */
export function exceptionNamed(name: string): PyType {
  const type = exceptionTypes.get(name);
  if (type === undefined) throw new Error(`no exception type ${name}`);
  return type;
}
