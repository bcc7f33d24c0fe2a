// input(). CPython: Python/bltinmodule.c (builtin_input_impl)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { eofError, runtimeError, typeError } from '../exceptions/errors.ts';
import { isStr } from '../objects/str/str.ts';
import { loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { str } from '../protocols/text.ts';

function stream(name: 'stdin' | 'stdout' | 'stderr'): Value {
  const value = lookupAttr(state.interp.importModule('sys'), name);
  if (value === undefined || value === None) throw runtimeError(`input(): lost sys.${name}`);
  return value;
}

/** Writes the prompt, reads a line; EOFError at the end. */
export function builtinInput(prompt?: Value): Value {
  const stdin = stream('stdin');
  const stdout = stream('stdout');
  const stderr = lookupAttr(state.interp.importModule('sys'), 'stderr');
  if (stderr !== undefined && stderr !== None) loadMethod(stderr, 'flush')(stderr);
  if (prompt !== undefined) loadMethod(stdout, 'write')(stdout, str(prompt));
  loadMethod(stdout, 'flush')(stdout);
  const line = loadMethod(stdin, 'readline')(stdin);
  if (!isStr(line)) throw typeError(`object.readline() returned non-string (type ${typeOf(line).typeName})`);
  if (line === '') throw eofError('EOF when reading a line');
  return typeof line === 'string' && line.endsWith('\n')
    ? line.slice(0, -1)
    : loadMethod(line, 'removesuffix')(line, '\n');
}
