// Between Python values and what the cores take: arguments, results, calls of methods that Python code may have replaced.
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { ManagedBuffer, PyMemoryView } from '../../runtime/objects/memoryview/memoryview.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { getAttr, loadMethod, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { lookupIndex, MAX_SSIZE, toSize } from '../../runtime/protocols/fspath.ts';

/** `obj.name(*args)`. */
export function callMethod(obj: Value, name: string, ...args: Value[]): Value {
  return loadMethod(obj, name)(obj, ...args);
}

/** An optional size: None and absent are `absent`. CPython: _Py_convert_optional_to_ssize_t */
export function optionalSize(v: Value | undefined, absent = -1): number {
  if (v === undefined || v === None) return absent;
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (lookupIndex(v) === undefined) throw typeError(`argument should be integer or None, not '${typeOf(v).typeName}'`);
  return toSize(v);
}

/** A position that Python code returned. CPython: PyNumber_AsOff_t(n, PyExc_ValueError) */
export function toOffset(v: Value): number {
  const index = lookupIndex(v);
  if (index === undefined) throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer`);
  if (index > MAX_SSIZE || index < -MAX_SSIZE - 1n)
    throw overflowError("cannot fit 'int' into an offset-sized integer");
  return Number(index);
}

/** None, or the bytes of a bytes object that a `read` returned. */
export function bytesOrNone(v: Value, message: string): Uint8Array | undefined {
  if (v === None) return undefined;
  if (v instanceof PyBytes) return v.value;
  throw typeError(message);
}

export function bytesOrNoneValue(data: Uint8Array | undefined): Value {
  return data === undefined ? None : bytes(data);
}

export function countOrNone(count: number | undefined): Value {
  return count === undefined ? None : int(count);
}

/** A memoryview of the array, for Python code to fill or to read. */
export function viewOf(memory: Uint8Array, readonly = false): Value {
  const layout = { format: 'B', itemsize: 1, shape: [memory.length], strides: [1], offset: 0 };
  return new PyMemoryView(new ManagedBuffer(undefined), None, memory, readonly, layout);
}

/** The attribute's truth; false when there is none. */
export function attributeIsTrue(obj: Value, name: string): boolean {
  const value = lookupAttr(obj, name);
  return value !== undefined && isTrue(value);
}

/** `obj.closed` */
export function isClosed(obj: Value): boolean {
  return isTrue(getAttr(obj, 'closed'));
}

/** `obj.name(...)` as a truth value. */
export function methodIsTrue(obj: Value, name: string): boolean {
  return isTrue(callMethod(obj, name));
}

/** A str argument or None; `name` is the function's. */
export function strOrNone(v: Value | undefined, owner: string, argument: string): string | undefined {
  if (v === undefined || v === None) return undefined;
  if (!isStr(v)) throw typeError(`${owner}() argument ${argument} must be str or None, not ${typeOf(v).typeName}`);
  const text = typeof v === 'string' ? v : v.value;
  if (text.includes('\0')) throw valueError('embedded null character');
  return text;
}

export function truth(v: Value | undefined, absent: boolean): boolean {
  return v === undefined ? absent : isTrue(v);
}
