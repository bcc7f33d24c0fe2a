// breakpoint(). CPython: Python/bltinmodule.c (builtin_breakpoint)

import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { runtimeError } from '../exceptions/errors.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictValues, keywordNames } from '../objects/dict/table.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { callKeywords } from '../protocols/call.ts';

export function builtinBreakpoint(args: Value[], keywords: PyDict): Value {
  const hook = lookupAttr(state.interp.importModule('sys'), 'breakpointhook');
  if (hook === undefined) throw runtimeError('lost sys.breakpointhook');
  return callKeywords(hook, [...args, ...dictValues(keywords)], keywordNames(keywords));
}
