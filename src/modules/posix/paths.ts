// The parts of posixpath that are native. CPython: Modules/posixmodule.c os__path_normpath_impl, Python/fileutils.c
import { typeOf } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupFspath } from '../../runtime/protocols/fspath.ts';

/** A str or bytes as text of one unit a byte or UTF-16 unit, and the way back. */
function textOf(v: Value, name: string): { text: string; back: (text: string) => Value } {
  const path = lookupFspath(v);
  if (path !== undefined && isStr(path)) return { text: jsString(path), back: strOfUtf16 };
  if (path instanceof PyBytes) {
    const text = Array.from(path.value, (byte) => String.fromCharCode(byte)).join('');
    return { text, back: (part) => bytes(Uint8Array.from(part, (char) => char.charCodeAt(0))) };
  }
  throw typeError(`${name}: path should be string, bytes or os.PathLike, not ${typeOf(v).typeName}`);
}

/** Two slashes in front stay two; three or more are one. */
function rootOf(text: string): string {
  if (!text.startsWith('/')) return '';
  return text.startsWith('//') && !text.startsWith('///') ? '//' : '/';
}

function normpath(path: Value): Value {
  const { text, back } = textOf(path, '_path_normpath');
  const root = rootOf(text);
  const parts: string[] = [];
  for (const part of text.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (root === '') parts.push(part);
  }
  const joined = root + parts.join('/');
  return back(joined === '' ? '.' : joined);
}

function splitroot(path: Value): Value {
  const { text, back } = textOf(path, '_path_splitroot_ex');
  const root = rootOf(text);
  return tuple([back(''), back(root), back(text.slice(root.length))]);
}

export const PATH_FUNCTIONS: ModuleTable = {
  _path_normpath: fn('($module, /, path)', normpath),
  _path_splitroot_ex: fn('($module, /, p)', splitroot),
};
