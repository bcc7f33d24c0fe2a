// Running a `.pyc` file as `__main__`. CPython: Python/pythonrun.c (maybe_pyc_file, run_pyc_file)
import type { Interpreter } from '../runtime/core/interpreter.ts';
import type { Value } from '../runtime/core/value.ts';
import { newError, runtimeError } from '../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../runtime/exceptions/exception.ts';
import { type LoadedUnit, runUnit } from '../runtime/execution/run.ts';
import { bytes } from '../runtime/objects/bytes/bytes.ts';
import { PyCode } from '../runtime/objects/code/code.ts';
import type { PyModule } from '../runtime/objects/module/module.ts';
import { getAttr } from '../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../runtime/protocols/buffer.ts';
import { call } from '../runtime/protocols/call.ts';

const MAGIC_SIZE = 4;
/** Magic number, flags, and time and size of the source or its hash. */
const HEADER_SIZE = 16;

function magicNumber(interp: Interpreter): Uint8Array {
  return lookupBuffer(getAttr(interp.importModule('_frozen_importlib_external'), 'MAGIC_NUMBER'))!;
}

/** Whether a file is compiled code: by its name, else by how it begins. */
export function isCompiledFile(interp: Interpreter, filename: string, content: Uint8Array): boolean {
  return filename.endsWith('.pyc') || startsWith(content, magicNumber(interp));
}

function startsWith(content: Uint8Array, start: Uint8Array): boolean {
  return content.length >= start.length && start.every((byte, i) => content[i] === byte);
}

export function runCompiled(interp: Interpreter, main: PyModule, content: Uint8Array): void {
  if (content.length < MAGIC_SIZE) throw newError(exceptionNamed('EOFError'), ['EOF read where not expected']);
  if (!startsWith(content, magicNumber(interp))) throw runtimeError('Bad magic number in .pyc file');
  const code = loads(interp, content.subarray(HEADER_SIZE));
  if (!(code instanceof PyCode)) throw runtimeError('Bad code object in .pyc file');
  runUnit(code.loaded as LoadedUnit, main);
}

function loads(interp: Interpreter, content: Uint8Array): Value | undefined {
  try {
    return call(getAttr(interp.importModule('marshal'), 'loads'), bytes(content));
  } catch {
    return undefined; // whatever is wrong with it, CPython says one thing
  }
}
