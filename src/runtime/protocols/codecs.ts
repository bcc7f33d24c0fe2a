// Encoding and decoding by name: the encodings that need no look-up, the codec registry, and error handlers by name.
// CPython: Python/codecs.c, Objects/unicodeobject.c (PyUnicode_Decode, PyUnicode_AsEncodedString)
import { characterName } from '../../unicode/names.ts';
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import { int, type Value } from '../core/value.ts';
import { isError, lookupError, newError, type Raised, typeError } from '../exceptions/errors.ts';
import { exceptionNamed, type PyUnicodeError } from '../exceptions/exception.ts';
import { bytes, PyBytes } from '../objects/bytes/bytes.ts';
import { isStr, type StrValue, strOf, textOfStr } from '../objects/str/str.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import {
  builtinDecodeErrors,
  builtinEncodeErrors,
  type DecodeErrorMaker,
  type EncodeErrorMaker,
} from '../text/codecs/error-handlers.ts';
import type { DecodeErrors, DecodeProblem, EncodeErrors, EncodeProblem } from '../text/codecs/interface.ts';
import { directCodec } from '../text/codecs/shortcuts.ts';
import type { Text } from '../text/text.ts';
import { getAttr, lookupAttr } from './attribute.ts';
import { call } from './call.ts';
import { isTrue } from './compare.ts';
import { asIndex, getItem } from './item.ts';

/** What `_codecs` keeps per interpreter. */
export interface CodecState {
  readonly searchPath: Value[];
  readonly cache: Map<string, Value>;
  readonly handlers: Map<string, Value>;
  initialized: boolean;
}

const CODEC_STATE: unique symbol = Symbol('codec registry');

export function codecState(): CodecState {
  const { states } = state.interp;
  let codecs = states.get(CODEC_STATE) as CodecState | undefined;
  if (codecs === undefined) {
    codecs = { searchPath: [], cache: new Map(), handlers: new Map(), initialized: false };
    states.set(CODEC_STATE, codecs);
  }
  return codecs;
}

function unicodeError(type: string, args: Value[]): Raised {
  const error = newError(exceptionNamed(type), args) as PyUnicodeError;
  const [reason, end, start, object, encoding] = args.toReversed();
  error.encoding = encoding;
  error.object = object;
  error.start = start;
  error.end = end;
  error.reason = reason;
  return error;
}

/** CPython: PyUnicodeDecodeError_Create */
export function decodeError({ encoding, input, start, end, reason }: DecodeProblem): Raised {
  return unicodeError('UnicodeDecodeError', [encoding, bytes(input), int(start), int(end), reason]);
}

/** CPython: PyUnicodeEncodeError_Create */
export function encodeError({ encoding, input, start, end, reason }: EncodeProblem): Raised {
  return unicodeError('UnicodeEncodeError', [encoding, strOf(input), int(start), int(end), reason]);
}

/** CPython: PyUnicodeTranslateError */
export function translateError({ input, start, end, reason }: Omit<EncodeProblem, 'encoding'>): Raised {
  return unicodeError('UnicodeTranslateError', [strOf(input), int(start), int(end), reason]);
}

export const errorMaker: DecodeErrorMaker & EncodeErrorMaker = { decodeError, encodeError, characterName };

const STRICT_DECODE = builtinDecodeErrors('strict', errorMaker)!;
const STRICT_ENCODE = builtinEncodeErrors('strict', errorMaker)!;

/** The decoding error handler of a name; whether there is one shows only when it is needed. */
export function decodeErrors(name: string): DecodeErrors {
  if (name === 'strict') return STRICT_DECODE;
  return builtinDecodeErrors(name, errorMaker) ?? customDecodeErrors(name);
}

/** The encoding error handler of a name. */
export function encodeErrors(name: string): EncodeErrors {
  if (name === 'strict') return STRICT_ENCODE;
  return builtinEncodeErrors(name, errorMaker) ?? customEncodeErrors(name);
}

/** CPython: PyCodec_LookupError, for handlers of the guest's */
export function customHandler(name: string): Value {
  const handler = codecState().handlers.get(name);
  if (handler === undefined) throw lookupError(`unknown error handler name '${name}'`);
  return handler;
}

/** CPython: unicode_decode_call_errorhandler_writer; one exception object serves a whole call of the codec */
function customDecodeErrors(name: string): DecodeErrors {
  let error: PyUnicodeError | undefined;
  return {
    name: `custom ${name}`,
    error: decodeError,
    handle(problem) {
      const handler = customHandler(name);
      if (error === undefined) error = decodeError(problem) as PyUnicodeError;
      else Object.assign(error, { start: int(problem.start), end: int(problem.end), reason: problem.reason });
      const answer = call(handler, error);
      const [replacement, position] = answerParts(answer, 'decoding error handler must return (str, int) tuple');
      if (!isStr(replacement!)) throw typeError('decoding error handler must return (str, int) tuple');
      const object = error.object;
      if (!(object instanceof PyBytes)) throw typeError('object attribute must be bytes');
      const input = object.value === problem.input ? undefined : object.value;
      const resolution = { replacement: textOfStr(replacement), position: Number(asIndex(position!)) };
      return input === undefined ? resolution : { ...resolution, input };
    },
  };
}

/** CPython: unicode_encode_call_errorhandler */
function customEncodeErrors(name: string): EncodeErrors {
  let error: PyUnicodeError | undefined;
  return {
    name: `custom ${name}`,
    error: encodeError,
    handle(problem) {
      const handler = customHandler(name);
      if (error === undefined) error = encodeError(problem) as PyUnicodeError;
      else Object.assign(error, { start: int(problem.start), end: int(problem.end), reason: problem.reason });
      const message = 'encoding error handler must return (str/bytes, int) tuple';
      const [replacement, position] = answerParts(call(handler, error), message);
      const at = Number(asIndex(position!));
      if (replacement instanceof PyBytes) return { replacement: replacement.value, position: at };
      if (!isStr(replacement!)) throw typeError(message);
      return { replacement: textOfStr(replacement), position: at };
    },
  };
}

function answerParts(answer: Value, message: string): readonly Value[] {
  if (!(answer instanceof PyTuple) || answer.items.length !== 2) throw typeError(message);
  return answer.items;
}

/** `bytes(...).decode(encoding, errors)`. CPython: PyUnicode_Decode */
export function decodeBytes(input: Uint8Array, encoding = 'utf-8', errors = 'strict'): StrValue {
  const codec = directCodec(encoding);
  if (codec !== undefined) return strOf(codec.decode(input, decodeErrors(errors)));
  const decoded = decodeByCodec(bytes(input.slice()), encoding, errors, true);
  if (isStr(decoded)) return decoded;
  throw typeError(
    `'${encoding}' decoder returned '${typeOf(decoded).typeName}' instead of 'str'; ` +
      'use codecs.decode() to decode to arbitrary types',
  );
}

/** `str(...).encode(encoding, errors)`. CPython: PyUnicode_AsEncodedString */
export function encodeStr(self: StrValue, encoding = 'utf-8', errors = 'strict'): Value {
  const codec = directCodec(encoding);
  if (codec !== undefined) return bytes(encodeDirect(codec, textOfStr(self), errors));
  const encoded = encodeByCodec(self, encoding, errors, true);
  if (encoded instanceof PyBytes) return encoded;
  throw typeError(
    `'${encoding}' encoder returned '${typeOf(encoded).typeName}' instead of 'bytes'; ` +
      'use codecs.encode() to encode to arbitrary types',
  );
}

function encodeDirect(codec: { encode(text: Text, errors: EncodeErrors): Uint8Array }, text: Text, errors: string) {
  return codec.encode(text, encodeErrors(errors));
}

/** The codec's tuple (or CodecInfo) of an encoding. CPython: _PyCodec_Lookup */
export function lookupCodec(encoding: string): Value {
  const codecs = codecState();
  initCodecs(codecs);
  const name = normalizeName(encoding);
  const known = codecs.cache.get(name);
  if (known !== undefined) return known;
  for (const search of codecs.searchPath) {
    const result = call(search, name);
    if (result === None) continue;
    if (!(result instanceof PyTuple) || result.items.length !== 4) {
      throw typeError('codec search functions must return 4-tuples');
    }
    codecs.cache.set(name, result);
    return result;
  }
  throw lookupError(`unknown encoding: ${encoding}`);
}

/** Importing `encodings` registers its search function. */
function initCodecs(codecs: CodecState): void {
  if (codecs.initialized) return;
  codecs.initialized = true;
  try {
    state.interp.importModule('encodings');
  } catch (e) {
    if (!isError(e, 'ImportError')) throw e;
  }
}

/** CPython: normalizestring */
function normalizeName(encoding: string): string {
  return encoding
    .replace(/[^A-Za-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

/** A codec that is a text encoding, for str.encode and bytes.decode. CPython: _PyCodec_LookupTextEncoding */
function textCodec(encoding: string, alternative: string): Value {
  const codec = lookupCodec(encoding);
  const flag = codec instanceof PyTuple && codec.cls.flags & 1 ? lookupAttr(codec, '_is_text_encoding') : undefined;
  if (flag === undefined || isTrue(flag)) return codec;
  throw lookupError(`'${encoding}' is not a text encoding; use ${alternative} to handle arbitrary codecs`);
}

/** CPython: PyCodec_Encode, _PyCodec_EncodeText */
export function encodeByCodec(object: Value, encoding: string, errors: string | undefined, text: boolean): Value {
  const codec = text ? textCodec(encoding, 'codecs.encode()') : lookupCodec(encoding);
  return codecResult(getItem(codec, int(0)), object, errors, 'encoder', `encoding with '${encoding}' codec failed`);
}

/** CPython: PyCodec_Decode, _PyCodec_DecodeText */
export function decodeByCodec(object: Value, encoding: string, errors: string | undefined, text: boolean): Value {
  const codec = text ? textCodec(encoding, 'codecs.decode()') : lookupCodec(encoding);
  return codecResult(getItem(codec, int(1)), object, errors, 'decoder', `decoding with '${encoding}' codec failed`);
}

function codecResult(coder: Value, object: Value, errors: string | undefined, kind: string, note: string): Value {
  let result: Value;
  try {
    result = errors === undefined ? call(coder, object) : call(coder, object, errors);
  } catch (e) {
    if (isError(e, 'Exception')) call(getAttr(e, 'add_note'), note);
    throw e;
  }
  if (result instanceof PyTuple && result.items.length === 2) return result.items[0]!;
  throw typeError(`${kind} must return a tuple (object, integer)`);
}
