// Paths and small integers as native functions take them. CPython: PyOS_FSPath, PyNumber_AsSsize_t, Argument Clinic's converters
import type { HostPath } from '../../host/files.ts';
import { PyInt, typeOf } from '../core/primitives.ts';
import { bareName } from '../core/type.ts';
import { int, type Value } from '../core/value.ts';
import { newError, overflowError, type Raised, typeError, valueError } from '../exceptions/errors.ts';
import { exceptionNamed, type PyUnicodeError } from '../exceptions/exception.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { isStr, jsString, type StrValue } from '../objects/str/str.ts';
import { textToHost } from '../text/host-text.ts';
import { lookupSpecial } from './attribute.ts';
import { intResult } from './item.ts';

/** `os.fspath(v)`: a str or bytes. */
export function fspath(v: Value): StrValue | PyBytes {
  const path = lookupFspath(v);
  if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${bareName(typeOf(v))}`);
  return path;
}

/** As fspath, undefined when the object is no path. */
export function lookupFspath(v: Value): StrValue | PyBytes | undefined {
  if (isStr(v) || v instanceof PyBytes) return v;
  const method = lookupSpecial(v, '__fspath__');
  if (method === undefined) return undefined;
  const path = method(v);
  if (isStr(path) || path instanceof PyBytes) return path;
  const types = `${typeOf(v).typeName}.__fspath__() to return str or bytes, not ${typeOf(path).typeName}`;
  throw typeError(`expected ${types}`);
}

/** A str or bytes path for the host. `prefix` opens the error text, such as `stat: `. */
export function toHostPath(path: StrValue | PyBytes, prefix = ''): HostPath {
  if (path instanceof PyBytes) {
    if (path.value.includes(0))
      throw valueError(`${prefix}embedded null ${prefix === '' ? 'byte' : 'character in path'}`);
    return path.value;
  }
  const text = textToHost(path);
  if (text === undefined) throw unencodable(path);
  if (typeof text === 'string' ? text.includes('\0') : text.includes(0))
    throw valueError(`${prefix}embedded null ${prefix === '' ? 'byte' : 'character in path'}`);
  return text;
}

function unencodable(path: StrValue): Raised {
  const text = jsString(path);
  let start = 0;
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (point >= 0xd800 && point <= 0xdfff && !(point >= 0xdc80 && point <= 0xdcff)) break;
    start++;
  }
  const reason = 'surrogates not allowed';
  const args = ['utf-8', path, int(start), int(start + 1), reason];
  const error = newError(exceptionNamed('UnicodeEncodeError'), args) as PyUnicodeError;
  [error.encoding, error.object, error.start, error.end, error.reason] = args;
  return error;
}

/** `operator.index(v)` as a JS number or bigint; undefined when the object has no `__index__`. */
export function lookupIndex(v: Value): number | bigint | undefined {
  if (typeof v === 'number') return Number.isInteger(v) ? v : undefined;
  if (typeof v === 'bigint') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (v instanceof PyInt) return v.value;
  const method = lookupSpecial(v, '__index__');
  if (method === undefined) return undefined;
  return intResult(method(v), '__index__');
}

/** `operator.index(v)`; TypeError when it is no integer. */
export function toIndex(v: Value): number | bigint {
  const index = lookupIndex(v);
  if (index === undefined) throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer`);
  return index;
}

/** The largest Py_ssize_t and off_t. */
export const MAX_SSIZE: bigint = 2n ** 63n - 1n;

/** A Py_ssize_t or off_t argument that fits a JS number. */
export function toSize(v: Value): number {
  const index = toIndex(v);
  if (index > MAX_SSIZE || index < -MAX_SSIZE - 1n) throw overflowError('Python int too large to convert to C ssize_t');
  return Number(index);
}
