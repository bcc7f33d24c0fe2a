// print(). CPython: Python/bltinmodule.c (builtin_print)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { runtimeError, typeError } from '../exceptions/errors.ts';
import { isStr } from '../objects/str/str.ts';
import { loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { isTrue } from '../protocols/compare.ts';
import { joinStrings, str } from '../protocols/text.ts';

/** CPython: builtin_print; the whole line is one write, which a text stream buffers anyway */
export function builtinPrint(args: Value[], sep?: Value, end?: Value, file?: Value, flush?: Value): Value {
  const separator = option(sep, ' ', 'sep');
  const ending = option(end, '\n', 'end');
  const stream = file === undefined || file === None ? lookupAttr(state.interp.importModule('sys'), 'stdout') : file;
  if (stream === undefined) throw runtimeError('lost sys.stdout');
  if (stream === None) return None;
  const write = loadMethod(stream, 'write');
  const parts = args.flatMap((arg, i) => (i === 0 ? [str(arg)] : [separator, str(arg)]));
  write(stream, joinStrings([...parts, ending]));
  if (flush !== undefined && isTrue(flush)) loadMethod(stream, 'flush')(stream);
  return None;
}

function option(value: Value | undefined, standard: string, name: string) {
  if (value === undefined || value === None) return standard;
  if (!isStr(value)) throw typeError(`${name} must be None or a string, not ${typeOf(value).typeName}`);
  return value;
}
