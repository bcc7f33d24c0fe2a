// The path hook for zip archives. zipimport itself is loaded when a path is a file at last: at start none is, and it would cost
// every program some milliseconds. CPython: Python/import.c (init_zipimport)
import { HostError } from '../../host/error.ts';
import { S_IFMT, S_IFREG } from '../../host/files.ts';
import type { Interpreter } from '../core/interpreter.ts';
import type { Value } from '../core/value.ts';
import { newError } from '../exceptions/errors.ts';
import { exceptionNamed } from '../exceptions/exception.ts';
import { fn, makeFunction } from '../native/define.ts';
import { PyList } from '../objects/list/list.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { getAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';

/** Puts the hook before the others. */
export function installZipHook(interp: Interpreter, sys: Value): void {
  const hooks = getAttr(sys, 'path_hooks');
  if (!(hooks instanceof PyList)) return;
  const hook: Value = makeFunction(
    'zipimport',
    'zipimporter',
    fn('(path, /)', (path: Value) => {
      if (isStr(path) && !leadsToFile(interp, jsString(path))) {
        throw newError(exceptionNamed('ImportError'), [`not a Zip file: ${jsString(path)}`]);
      }
      const zipimporter = getAttr(interp.importModule('zipimport'), 'zipimporter');
      const at = hooks.items.indexOf(hook);
      if (at >= 0) hooks.items[at] = zipimporter;
      return call(zipimporter, path);
    }),
  );
  hooks.items.unshift(hook);
}

/** Whether a path, or the part of it that exists, is a regular file. */
function leadsToFile({ host }: Interpreter, path: string): boolean {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
    try {
      return (host.files.stat(part, true).mode & S_IFMT) === S_IFREG;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }
  return false;
}
