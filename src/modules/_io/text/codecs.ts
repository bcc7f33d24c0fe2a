// Decoders and encoders for text streams: the common ones directly, all others from the codec registry.
// CPython: Modules/_io/textio.c (_textiowrapper_set_decoder, _textiowrapper_set_encoder, encodefuncs)
import { None } from '../../../runtime/core/object.ts';
import { typeOf } from '../../../runtime/core/primitives.ts';
import { int, intFromBigInt, type Value } from '../../../runtime/core/value.ts';
import { lookupError, newError, type Raised, typeError } from '../../../runtime/exceptions/errors.ts';
import { exceptionNamed, type PyUnicodeError } from '../../../runtime/exceptions/exception.ts';
import { bytes, PyBytes } from '../../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, strOfUtf16 } from '../../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../../runtime/protocols/attribute.ts';
import { getBuffer } from '../../../runtime/protocols/buffer.ts';
import { call } from '../../../runtime/protocols/call.ts';
import { isTrue } from '../../../runtime/protocols/compare.ts';
import { toIndex } from '../../../runtime/protocols/fspath.ts';
import { builtinDecodeErrors, builtinEncodeErrors } from '../../../runtime/text/codecs/error-handlers.ts';
import type {
  DecodeErrors,
  DecodeProblem,
  EncodeErrors,
  EncodeProblem,
} from '../../../runtime/text/codecs/interface.ts';
import { decodeUtf8, encodeUtf8 } from '../../../runtime/text/codecs/utf8.ts';
import { type Text, textOfUtf16, utf16Of } from '../../../runtime/text/text.ts';
import { SingleByteDecoder, SingleByteEncoder, Utf8Decoder, Utf8Encoder } from '../core/codecs.ts';
import type { Decoder, DecoderState, Encoder } from '../core/streams.ts';
import { callMethod } from '../values.ts';

/** The codecs done here, by every name they are likely to have. */
const DIRECT: ReadonlyMap<string, 'utf-8' | 'ascii' | 'latin-1'> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['u8', 'utf-8'],
  ['ascii', 'ascii'],
  ['us-ascii', 'ascii'],
  ['latin-1', 'latin-1'],
  ['latin1', 'latin-1'],
  ['iso-8859-1', 'latin-1'],
  ['iso8859-1', 'latin-1'],
]);

/** What a text stream needs to know of its encoding. */
export interface TextCodec {
  decoder(): Decoder;
  encoder(): Encoder;
  /** Text without lone surrogates always encodes. */
  readonly total: boolean;
}

/** Finds the codec; LookupError when there is none or it is not one of text. */
export function textCodec(encoding: string, errors: string, lookup: (encoding: string) => Value): TextCodec {
  const name = DIRECT.get(encoding.toLowerCase().replaceAll('_', '-').replaceAll(' ', '-'));
  const decodeErrors = builtinDecodeErrors(errors, { decodeError });
  const encodeErrors = builtinEncodeErrors(errors, { encodeError, characterName: () => undefined });
  if (name === undefined || (!decodeErrors && !encodeErrors) || errors === 'namereplace')
    return registryCodec(encoding, errors, lookup);
  const unknown = (): Raised => lookupError(`unknown error handler name '${errors}'`);
  return {
    total: name === 'utf-8',
    decoder() {
      const handler = decodeErrors ?? onlyEncodes(errors);
      if (name === 'utf-8') return new Utf8Decoder((input, final) => slowUtf8(input, handler, final));
      const limit = name === 'ascii' ? 128 : 256;
      return new SingleByteDecoder(limit, (input) => slowSingle(input, handler));
    },
    encoder() {
      if (!encodeErrors) throw unknown();
      if (name === 'utf-8') return new Utf8Encoder((text) => encodeUtf8(textOfUtf16(text), encodeErrors));
      const limit = name === 'ascii' ? 128 : 256;
      return new SingleByteEncoder(limit, (text) => slowEncodeSingle(textOfUtf16(text), limit, name, encodeErrors));
    },
  };
}

/** A handler such as xmlcharrefreplace: that it cannot help with decoding shows when it has to. */
function onlyEncodes(name: string): DecodeErrors {
  return {
    name,
    error: decodeError,
    handle() {
      throw typeError("don't know how to handle UnicodeDecodeError in error callback");
    },
  };
}

function slowUtf8(input: Uint8Array, errors: DecodeErrors, final: boolean): { text: string; consumed: number } {
  const { text, consumed } = decodeUtf8(input, errors, final);
  return { text: utf16Of(text), consumed };
}

function slowSingle(input: Uint8Array, errors: DecodeErrors): { text: string; consumed: number } {
  let text = '';
  for (let i = 0; i < input.length; ) {
    if (input[i]! < 128) {
      text += String.fromCharCode(input[i]!);
      i++;
      continue;
    }
    const problem = { encoding: 'ascii', input, start: i, end: i + 1, reason: 'ordinal not in range(128)' };
    const { replacement, position } = errors.handle(problem);
    text += utf16Of(replacement);
    i = position;
  }
  return { text, consumed: input.length };
}

function slowEncodeSingle(text: Text, limit: number, encoding: string, errors: EncodeErrors): Uint8Array {
  const points = typeof text === 'string' ? Array.from(text, (char) => char.codePointAt(0)!) : text.codePoints;
  const out: number[] = [];
  for (let i = 0; i < points.length; ) {
    if (points[i]! < limit) {
      out.push(points[i]!);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < points.length && points[end]! >= limit) end++;
    const reason = `ordinal not in range(${limit})`;
    const problem: EncodeProblem = { encoding, input: text, start: i, end, reason };
    const { replacement, position } = errors.handle(problem);
    if (replacement instanceof Uint8Array) out.push(...replacement);
    else for (const char of utf16Of(replacement)) out.push(encodable(char.codePointAt(0)!, limit, problem, errors));
    i = position;
  }
  return Uint8Array.from(out);
}

function encodable(point: number, limit: number, problem: EncodeProblem, errors: EncodeErrors): number {
  if (point >= limit) throw errors.error(problem);
  return point;
}

function decodeError({ encoding, input, start, end, reason }: DecodeProblem): Raised {
  return unicodeError('UnicodeDecodeError', [encoding, bytes(input), int(start), int(end), reason]);
}

function encodeError({ encoding, input, start, end, reason }: EncodeProblem): Raised {
  const args = [encoding, strOfUtf16(utf16Of(input)), int(start), int(end), reason];
  return unicodeError('UnicodeEncodeError', args);
}

function unicodeError(type: string, args: Value[]): Raised {
  const error = newError(exceptionNamed(type), args) as PyUnicodeError;
  [error.encoding, error.object, error.start, error.end, error.reason] = args;
  return error;
}

function registryCodec(encoding: string, errors: string, lookup: (encoding: string) => Value): TextCodec {
  const info = lookup(encoding);
  const isText = lookupAttr(info, '_is_text_encoding');
  if (isText !== undefined && !isTrue(isText)) {
    const advice = 'use codecs.open() to handle arbitrary codecs';
    throw lookupError(`'${encoding}' is not a text encoding; ${advice}`);
  }
  return {
    total: false,
    decoder: () => objectDecoder(call(getAttr(info, 'incrementaldecoder'), errors)),
    encoder: () => objectEncoder(call(getAttr(info, 'incrementalencoder'), errors)),
  };
}

/** An incremental decoder written in Python. */
export function objectDecoder(decoder: Value): Decoder {
  return {
    decode(input, final) {
      const text = callMethod(decoder, 'decode', bytes(input), final);
      if (!isStr(text)) throw typeError(`decoder should return a string result, not '${typeOf(text).typeName}'`);
      return jsString(text);
    },
    getState(): DecoderState {
      const pair = callMethod(decoder, 'getstate');
      if (!(pair instanceof PyTuple) || pair.items.length !== 2) throw typeError('illegal decoder state');
      const [pending, flags] = pair.items;
      if (!(pending instanceof PyBytes)) {
        const type = typeOf(pending!).typeName;
        throw typeError(`illegal decoder state: the first item should be a bytes object, not '${type}'`);
      }
      return { pending: pending.value, flags: BigInt(toIndex(flags!)) };
    },
    setState({ pending, flags }) {
      callMethod(decoder, 'setstate', tuple([bytes(pending), intFromBigInt(flags)]));
    },
    reset() {
      callMethod(decoder, 'reset');
    },
  };
}

function objectEncoder(encoder: Value): Encoder {
  return {
    encode(text) {
      const data = callMethod(encoder, 'encode', strOfUtf16(text));
      if (data instanceof PyBytes) return data.value;
      if (data === None || isStr(data))
        throw typeError(`encoder should return a bytes object, not '${typeOf(data).typeName}'`);
      return getBuffer(data);
    },
    continueStream() {
      callMethod(encoder, 'setstate', int(0));
    },
    reset() {
      callMethod(encoder, 'reset');
    },
  };
}
