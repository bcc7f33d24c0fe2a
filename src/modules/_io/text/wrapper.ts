// TextIOWrapper's construction, state and small methods. CPython: Modules/_io/textio.c

import { None } from '../../../runtime/core/object.ts';
import { typeOf } from '../../../runtime/core/primitives.ts';
import { state } from '../../../runtime/core/state.ts';
import { int, type Value } from '../../../runtime/core/value.ts';
import { attributeError, type Raised, typeError, valueError } from '../../../runtime/exceptions/errors.ts';
import { isStr, jsString, type StrValue } from '../../../runtime/objects/str/str.ts';
import { tuple } from '../../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../../runtime/protocols/attribute.ts';
import { isTrue } from '../../../runtime/protocols/compare.ts';
import { asSize } from '../../../runtime/protocols/item.ts';
import { closeBoth, isStreamClosed } from '../buffered/methods.ts';
import { lineEnds, NewlineDecoder, seenNewlines } from '../core/newlines.ts';
import type { Decoder } from '../core/streams.ts';
import { TextStream } from '../core/text.ts';
import { unsupported } from '../errors.ts';
import { type PyTextIOWrapper, textIOWrapperType } from '../layout.ts';
import { callMethod, isClosed, methodIsTrue, strOrNone, truth } from '../values.ts';
import { binaryStream } from './binary.ts';
import { type TextCodec, textCodec } from './codecs.ts';
import { lookupCodec } from './registry.ts';

/** What open() without an encoding uses. */
export const LOCALE_ENCODING = 'UTF-8';

export function textInit(
  self: PyTextIOWrapper,
  buffer: Value,
  encoding?: Value,
  errors?: Value,
  newline?: Value,
  lineBuffering?: Value,
  writeThrough?: Value,
): Value {
  self.core = undefined;
  self.detached = false;
  const encodingName = strOrNone(encoding, 'TextIOWrapper', "'encoding'");
  if (errors !== undefined && errors !== None && !isStr(errors))
    throw typeError(`TextIOWrapper() argument 'errors' must be str or None, not ${typeOf(errors).typeName}`);
  const errorsName = errors === undefined || errors === None ? 'strict' : jsString(errors as StrValue);
  if (errorsName.includes('\0')) throw valueError('embedded null character');
  self.newline = checkNewline(strOrNone(newline, 'TextIOWrapper', "'newline'"));
  const name = encodingName === undefined || encodingName === 'locale' ? LOCALE_ENCODING : encodingName;
  const codec = textCodec(name, errorsName, lookupCodec);
  self.encoding = name;
  self.errors = errorsName;
  self.buffer = buffer;
  const core = new TextStream(binaryStream(buffer), lineEnds(self.newline, systemLineEnd()));
  core.lineBuffering = truth(lineBuffering, false);
  core.writeThrough = truth(writeThrough, false);
  attachCodec(core, codec, methodIsTrue(buffer, 'readable'), methodIsTrue(buffer, 'writable'));
  core.seekable = methodIsTrue(buffer, 'seekable');
  core.telling = core.seekable;
  self.core = core;
  if (core.seekable && core.encoder && core.buffer.tell() !== 0) core.encoder.continueStream();
  return None;
}

function systemLineEnd(): string {
  return state.interp.host.process.platform === 'win32' ? '\r\n' : '\n';
}

export function checkNewline(newline: string | undefined): string | undefined {
  if (newline === undefined || ['', '\n', '\r', '\r\n'].includes(newline)) return newline;
  throw valueError(`illegal newline value: ${newline}`);
}

function attachCodec(core: TextStream, codec: TextCodec, readable: boolean, writable: boolean): void {
  core.decoder = readable ? withNewlines(core, codec.decoder()) : undefined;
  core.encoder = writable ? codec.encoder() : undefined;
  core.lazyEncode = codec.total;
}

function withNewlines(core: TextStream, decoder: Decoder): Decoder {
  return core.ends.universal ? new NewlineDecoder(decoder, core.ends.translate) : decoder;
}

/** The stream's state; ValueError when there is none. */
export function textCore(self: PyTextIOWrapper): TextStream {
  if (self.core !== undefined && !self.detached) return self.core;
  throw noCore(self);
}

/** What a stream was set up with, which outlasts its buffer. */
export function textSettings(self: PyTextIOWrapper): TextStream {
  if (self.core === undefined) throw noCore(self);
  return self.core;
}

function noCore(self: PyTextIOWrapper): Raised {
  return valueError(self.detached ? 'underlying buffer has been detached' : 'I/O operation on uninitialized object');
}

/** The state of a stream that is open. */
export function openText(self: PyTextIOWrapper): TextStream {
  const core = textCore(self);
  const closed = self.cls === textIOWrapperType ? isStreamClosed(self.buffer!) : isClosed(self);
  if (closed) throw valueError('I/O operation on closed file.');
  return core;
}

export function readableText(self: PyTextIOWrapper): TextStream {
  const core = openText(self);
  if (core.decoder === undefined) throw unsupported('not readable');
  return core;
}

/** CPython: textio.c _io_TextIOWrapper_reconfigure_impl */
export function reconfigure(
  self: PyTextIOWrapper,
  encoding?: Value,
  errors?: Value,
  newline?: Value,
  lineBuffering?: Value,
  writeThrough?: Value,
): Value {
  const core = textCore(self);
  const changes = [encoding, errors].some((v) => v !== undefined && v !== None) || newline !== undefined;
  if (changes && core.decoded !== '') {
    const what = 'It is not possible to set the encoding or newline of stream after the first read';
    throw unsupported(what);
  }
  const nextNewline =
    newline === undefined ? self.newline : checkNewline(strOrNone(newline, 'reconfigure', "'newline'"));
  const lines = lineBuffering === undefined || lineBuffering === None ? core.lineBuffering : isTrue(lineBuffering);
  const through = writeThrough === undefined || writeThrough === None ? core.writeThrough : isTrue(writeThrough);
  callMethod(self, 'flush');
  if (changes) changeCodec(self, core, encoding, errors, nextNewline);
  core.lineBuffering = lines;
  core.writeThrough = through;
  return None;
}

function changeCodec(
  self: PyTextIOWrapper,
  core: TextStream,
  encoding: Value | undefined,
  errors: Value | undefined,
  newline: string | undefined,
): void {
  const name = strOrNone(encoding, 'reconfigure', "'encoding'");
  const given = strOrNone(errors, 'reconfigure', "'errors'");
  const nextErrors = given ?? (name === undefined ? self.errors : 'strict');
  const nextName = name === undefined ? self.encoding : name === 'locale' ? LOCALE_ENCODING : name;
  const codec = textCodec(nextName, nextErrors, lookupCodec);
  core.ends = lineEnds(newline, systemLineEnd());
  attachCodec(core, codec, core.decoder !== undefined, core.encoder !== undefined);
  self.newline = newline;
  self.encoding = nextName;
  self.errors = nextErrors;
  if (core.seekable && core.encoder && core.buffer.tell() !== 0) core.encoder.continueStream();
}

export function textFlush(self: PyTextIOWrapper): Value {
  const core = openText(self);
  core.telling = core.seekable;
  core.flushPending();
  return callMethod(self.buffer!, 'flush');
}

export function textClose(self: PyTextIOWrapper): Value {
  textCore(self);
  if (isClosed(self)) return None;
  textCore(self);
  return closeBoth(
    () => callMethod(self, 'flush'),
    () => callMethod(self.buffer!, 'close'),
  );
}

export function textDetach(self: PyTextIOWrapper): Value {
  textCore(self);
  callMethod(self, 'flush');
  const { buffer } = self;
  self.buffer = undefined;
  self.detached = true;
  return buffer!;
}

export function textNewlines(self: PyTextIOWrapper): Value {
  const { decoder } = textCore(self);
  return decoder instanceof NewlineDecoder ? newlinesValue(decoder.newlines.seen) : None;
}

/** The `newlines` attribute: None, one str, or a tuple. */
export function newlinesValue(seen: number): Value {
  const kinds = seenNewlines(seen);
  return kinds.length === 0 ? None : kinds.length === 1 ? kinds[0]! : tuple(kinds);
}

export function textTruncate(self: PyTextIOWrapper, pos?: Value): Value {
  textCore(self);
  callMethod(self, 'flush');
  return callMethod(self.buffer!, 'truncate', pos ?? None);
}

export function getChunkSize(self: PyTextIOWrapper): Value {
  return int(textCore(self).chunkSize);
}

export function setChunkSize(self: PyTextIOWrapper, value: Value | undefined): void {
  const core = textCore(self);
  if (value === undefined) {
    throw attributeError(`attribute '_CHUNK_SIZE' of '_io.TextIOWrapper' objects cannot be deleted`);
  }
  const size = asSize(value, valueError);
  if (size <= 0) throw valueError('a strictly positive integer is required');
  core.chunkSize = size;
}

export function bufferAttribute(name: string): (self: PyTextIOWrapper) => Value {
  return (self) => {
    textCore(self);
    return getAttr(self.buffer!, name);
  };
}
