// The error handlers every interpreter has, as functions that take an exception. CPython: Python/codecs.c (PyCodec_StrictErrors and after)
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { lookupError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyBaseException, PyUnicodeError } from '../../runtime/exceptions/exception.ts';
import { makeFunction, method } from '../../runtime/native/define.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, type StrValue, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { isCallable } from '../../runtime/protocols/call.ts';
import { codecState, errorMaker } from '../../runtime/protocols/codecs.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { builtinDecodeErrors, builtinEncodeErrors } from '../../runtime/text/codecs/error-handlers.ts';
import { backslashEscape } from '../../runtime/text/repr.ts';
import { codePointAt, type Text, textLength } from '../../runtime/text/text.ts';
import { nameArgument } from './arguments.ts';

/** Handler names with the names of their functions. */
const BUILTIN: ReadonlyMap<string, string> = new Map([
  ['strict', 'strict_errors'],
  ['ignore', 'ignore_errors'],
  ['replace', 'replace_errors'],
  ['xmlcharrefreplace', 'xmlcharrefreplace_errors'],
  ['backslashreplace', 'backslashreplace_errors'],
  ['namereplace', 'namereplace_errors'],
  ['surrogatepass', 'surrogatepass'],
  ['surrogateescape', 'surrogateescape'],
]);

/** The handler registered under a name, or the built-in one. CPython: PyCodec_LookupError */
export function lookUpHandler(name: string): Value {
  const { handlers } = codecState();
  let handler = handlers.get(name);
  const functionName = BUILTIN.get(name);
  if (handler === undefined && functionName !== undefined) {
    handlers.set(name, (handler = builtinFunction(name, functionName)));
  }
  if (handler === undefined) throw lookupError(`unknown error handler name '${name}'`);
  return handler;
}

function builtinFunction(name: string, functionName: string): Value {
  return makeFunction('builtins', functionName, { ...method('(object, /)', (e: Value) => handle(name, e)) });
}

function handle(name: string, error: Value): Value {
  if (name === 'strict') {
    if (error instanceof PyBaseException) throw error;
    throw typeError('codec must pass exception instance');
  }
  if (error instanceof PyUnicodeError) {
    const kind = error.cls.mro.find((t) => t.typeName.startsWith('Unicode'))?.typeName;
    if (kind === 'UnicodeEncodeError') return handleEncode(name, error);
    if (kind === 'UnicodeDecodeError') return handleDecode(name, error);
    if (kind === 'UnicodeTranslateError') return handleTranslate(name, error);
  }
  throw wrongType(error);
}

function wrongType(error: Value): Raised {
  return typeError(`don't know how to handle ${typeOf(error).typeName} in error callback`);
}

/** `start` and `end` within the object. CPython: unicode_error_adjust_start, _end */
function spanOf(error: PyUnicodeError, size: number): { start: number; end: number } {
  const start = Math.max(0, Math.min(Number(asIndex(error.start!)), Math.max(0, size - 1)));
  const end = Math.min(Math.max(Number(asIndex(error.end!)), Math.min(1, size)), size);
  return { start, end };
}

function objectText(error: PyUnicodeError): Text {
  const object = error.object;
  if (object === undefined || !isStr(object)) throw typeError('object attribute must be unicode');
  return textOfStr(object);
}

function fieldText(v: Value | undefined): string {
  return v !== undefined && isStr(v) ? jsString(v as StrValue) : '';
}

function handleEncode(name: string, error: PyUnicodeError): Value {
  const handler = builtinEncodeErrors(name, { ...errorMaker, encodeError: () => error });
  const input = objectText(error);
  const problem = { encoding: fieldText(error.encoding), input, reason: fieldText(error.reason) };
  const span = spanOf(error, textLength(input));
  const { replacement, position } = handler!.handle({ ...problem, ...span });
  const value = replacement instanceof Uint8Array ? bytes(replacement) : strOf(replacement);
  return tuple([value, int(position)]);
}

function handleDecode(name: string, error: PyUnicodeError): Value {
  const handler = builtinDecodeErrors(name, { decodeError: () => error });
  if (handler === undefined) throw wrongType(error);
  const object = error.object;
  if (!(object instanceof PyBytes)) throw typeError('object attribute must be bytes');
  const input = getBuffer(object);
  const problem = { encoding: fieldText(error.encoding), input, reason: fieldText(error.reason) };
  const { replacement, position } = handler.handle({ ...problem, ...spanOf(error, input.length) });
  return tuple([strOf(replacement), int(position)]);
}

function handleTranslate(name: string, error: PyUnicodeError): Value {
  const input = objectText(error);
  const { start, end } = spanOf(error, textLength(input));
  const size = Math.max(0, end - start);
  let replacement = '';
  if (name === 'replace') replacement = '\ufffd'.repeat(size);
  else if (name === 'backslashreplace') {
    for (let i = start; i < end; i++) replacement += backslashEscape(codePointAt(input, i));
  } else if (name !== 'ignore') throw wrongType(error);
  return tuple([replacement, int(end)]);
}

/** CPython: PyCodec_RegisterError */
export function registerHandler(name: Value, handler: Value): void {
  const key = nameArgument(name, 'register_error', '1 ');
  if (!isCallable(handler)) throw typeError('handler must be callable');
  codecState().handlers.set(key, handler);
}

/** CPython: _PyCodec_UnregisterError */
export function unregisterHandler(name: Value): boolean {
  const key = nameArgument(name, '_unregister_error');
  if (BUILTIN.has(key)) throw valueError(`cannot un-register built-in error handler '${key}'`);
  return codecState().handlers.delete(key);
}
