// `types.FunctionType(code, globals, ...)`. CPython: Objects/funcobject.c (func_new_impl)
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { FunctionMeta, PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { PyCell } from '../cell/cell.ts';
import { PyCode } from '../code/code.ts';
import { PyDict } from '../dict/dict.ts';
import { isStr, jsString, type StrValue } from '../str/str.ts';
import { PyTuple } from '../tuple/tuple.ts';

/** CPython: func_new_impl */
export function functionNew(
  _cls: PyType,
  code: Value,
  globals: Value,
  name: Value = None,
  defaults: Value = None,
  closure: Value = None,
  kwdefaults: Value = None,
): Value {
  if (!(code instanceof PyCode)) throw typeError(argumentMessage('code', 'code', code));
  if (!(globals instanceof PyDict)) throw typeError(argumentMessage('globals', 'dict', globals));
  if (name !== None && !isStr(name)) throw typeError('arg 3 (name) must be None or string');
  if (defaults !== None && !(defaults instanceof PyTuple)) throw typeError('arg 4 (defaults) must be None or tuple');
  const f = code.makeFunction!(code, globals, closureCells(code, closure));
  const meta = f.meta as FunctionMeta;
  meta.isChanged = true;
  if (name !== None) meta.name = jsString(name as StrValue);
  if (defaults !== None) meta.defaults = [...(defaults as PyTuple).items];
  if (kwdefaults !== None && !(kwdefaults instanceof PyDict))
    throw typeError('arg 6 (kwdefaults) must be None or dict');
  if (kwdefaults !== None) meta.kwdefaults = kwdefaults;
  return f;
}

function argumentMessage(name: string, type: string, value: Value): string {
  return `function() argument '${name}' must be ${type}, not ${typeOf(value).typeName}`;
}

function closureCells(code: PyCode, closure: Value): PyCell[] {
  const wanted = code.info.freevars.length;
  if (closure !== None && !(closure instanceof PyTuple)) throw typeError('arg 5 (closure) must be None or tuple');
  if (closure === None && wanted > 0) throw typeError('arg 5 (closure) must be tuple');
  const cells = closure === None ? [] : (closure as PyTuple).items;
  if (cells.length !== wanted)
    throw valueError(`${code.name} requires closure of length ${wanted}, not ${cells.length}`);
  for (const cell of cells) {
    if (!(cell instanceof PyCell)) throw typeError(`arg 5 (closure) expected cell, found ${typeOf(cell).typeName}`);
  }
  return cells as PyCell[];
}
