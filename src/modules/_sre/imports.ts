// Modules written in Python that these natives reach back to. CPython: PyImport_ImportModule as _PyImport_GetModuleAttrString uses it

import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';

/** `sys.modules[name]` of a module without dots, imported if need be. */
export function importModule(name: string): Value {
  return call(getAttr(state.interp.builtins, '__import__'), name);
}
