// Exceptions nobody can catch: they go to sys.unraisablehook. CPython: Python/errors.c (PyErr_FormatUnraisable)
import { None } from '../core/object.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { structSequence } from '../objects/structseq/define.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import type { PyBaseException } from './exception.ts';

export const unraisableArgs = structSequence({
  name: 'UnraisableHookArgs',
  module: 'sys',
  doc: 'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.',
  fields: ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'],
});

export function writeUnraisable(error: PyBaseException, message: string | undefined, object: Value | undefined): void {
  const hook = lookupAttr(state.interp.importModule('sys'), 'unraisablehook');
  if (hook === undefined || hook === None) return;
  const parts = [error.cls, error, error.traceback ?? None, message ?? None, object ?? None];
  call(hook, unraisableArgs.make(parts));
}
