// print(). CPython: Python/bltinmodule.c (builtin_print)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import { TypeFlags } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { isError, runtimeError, typeError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { isStr, type StrValue } from '../objects/str/str.ts';
import { loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { isTrue } from '../protocols/compare.ts';
import { joinStrings, str } from '../protocols/text.ts';

/** CPython: builtin_print */
export function builtinPrint(args: Value[], sep?: Value, end?: Value, file?: Value, flush?: Value): Value {
  const separator = option(sep, ' ', 'sep');
  const ending = option(end, '\n', 'end');
  const stream = file === undefined || file === None ? standardOutput() : file;
  if (stream === undefined) throw runtimeError('lost sys.stdout');
  if (stream === None) return None;
  if (typeOf(stream).flags & TypeFlags.HEAP) writePieces(stream, args, separator, ending);
  else writeLine(stream, args, separator, ending);
  if (flush !== undefined && isTrue(flush)) loadMethod(stream, 'flush')(stream);
  return None;
}

/** `sys.stdout` of now. */
function standardOutput(): Value | undefined {
  const { modules } = state.interp;
  const sys = modules instanceof PyDict ? dictGet(modules, 'sys') : undefined;
  return lookupAttr(sys ?? state.interp.importModule('sys'), 'stdout');
}

/** A stream of the guest's own sees each piece. */
function writePieces(stream: Value, args: readonly Value[], separator: StrValue, ending: StrValue): void {
  for (let i = 0; i < args.length; i++) {
    if (i > 0) loadMethod(stream, 'write')(stream, separator);
    loadMethod(stream, 'write')(stream, str(args[i]!));
  }
  loadMethod(stream, 'write')(stream, ending);
}

/** The library's text streams buffer what they get: the line is one write. What comes before an error is written all the same. */
function writeLine(stream: Value, args: readonly Value[], separator: StrValue, ending: StrValue): void {
  const pieces: StrValue[] = [];
  try {
    for (let i = 0; i < args.length; i++) {
      if (i > 0) pieces.push(separator);
      const arg = args[i]!;
      pieces.push(typeof arg === 'string' ? arg : str(arg));
    }
    pieces.push(ending);
  } catch (e) {
    if (pieces.length > 0) writeTogether(stream, pieces);
    throw e;
  }
  writeTogether(stream, pieces);
}

function writeTogether(stream: Value, pieces: readonly StrValue[]): void {
  const write = loadMethod(stream, 'write');
  try {
    write(stream, joined(pieces));
  } catch (e) {
    if (pieces.length === 1 || !isError(e, 'UnicodeEncodeError')) throw e;
    for (const piece of pieces) write(stream, piece);
  }
}

function joined(pieces: readonly StrValue[]): StrValue {
  let line = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') return joinStrings(pieces);
    line += piece;
  }
  return line;
}

function option(value: Value | undefined, standard: string, name: string) {
  if (value === undefined || value === None) return standard;
  if (!isStr(value)) throw typeError(`${name} must be None or a string, not ${typeOf(value).typeName}`);
  return value;
}
