// print(). CPython: Python/bltinmodule.c (builtin_print)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { runtimeError, typeError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { isStr, type StrValue } from '../objects/str/str.ts';
import { loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { isTrue } from '../protocols/compare.ts';
import { joinStrings, str } from '../protocols/text.ts';

/** CPython: builtin_print; the whole line is one write, which a text stream buffers anyway */
export function builtinPrint(args: Value[], sep?: Value, end?: Value, file?: Value, flush?: Value): Value {
  const separator = option(sep, ' ', 'sep');
  const ending = option(end, '\n', 'end');
  const stream = file === undefined || file === None ? standardOutput() : file;
  if (stream === undefined) throw runtimeError('lost sys.stdout');
  if (stream === None) return None;
  const write = loadMethod(stream, 'write');
  write(stream, lineOf(args, separator, ending));
  if (flush !== undefined && isTrue(flush)) loadMethod(stream, 'flush')(stream);
  return None;
}

/** `sys.stdout` of now. */
function standardOutput(): Value | undefined {
  const { modules } = state.interp;
  const sys = modules instanceof PyDict ? dictGet(modules, 'sys') : undefined;
  return lookupAttr(sys ?? state.interp.importModule('sys'), 'stdout');
}

/** The arguments as one str. Plain strings are joined as they come; any other takes the long way. */
function lineOf(args: readonly Value[], separator: StrValue, ending: StrValue): StrValue {
  if (typeof separator !== 'string' || typeof ending !== 'string') return lineOfSlow(args, separator, ending);
  let line = '';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const part = typeof arg === 'string' ? arg : str(arg);
    // str() has run and must not run twice: the long way begins with what is there.
    if (typeof part !== 'string') return wideLine(line, i, part, args, separator, ending);
    line += i === 0 ? part : separator + part;
  }
  return line + ending;
}

function wideLine(
  line: string,
  at: number,
  part: StrValue,
  args: readonly Value[],
  separator: string,
  ending: string,
): StrValue {
  const parts: StrValue[] = at === 0 ? [part] : [line, separator, part];
  for (const arg of args.slice(at + 1)) parts.push(separator, str(arg));
  return joinStrings([...parts, ending]);
}

function lineOfSlow(args: readonly Value[], separator: StrValue, ending: StrValue): StrValue {
  const parts = args.flatMap((arg, i) => (i === 0 ? [str(arg)] : [separator, str(arg)]));
  return joinStrings([...parts, ending]);
}

function option(value: Value | undefined, standard: string, name: string) {
  if (value === undefined || value === None) return standard;
  if (!isStr(value)) throw typeError(`${name} must be None or a string, not ${typeOf(value).typeName}`);
  return value;
}
