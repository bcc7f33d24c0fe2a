// What `__bytes__` gives. CPython: Objects/object.c (PyObject_Bytes), Objects/bytesobject.c (bytes_new_impl, format_obj)
import { slotsOf, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';

/** The result of an object's `__bytes__`, or undefined where there is none. */
export function dunderBytes(v: Value): PyBytes | undefined {
  const method = (slotsOf(v) as unknown as { m$__bytes__?: Entry }).m$__bytes__;
  if (method === undefined) return undefined;
  const result = method(v);
  if (result instanceof PyBytes) return result;
  throw typeError(`__bytes__ returned non-bytes (type ${typeOf(result).typeName})`);
}
