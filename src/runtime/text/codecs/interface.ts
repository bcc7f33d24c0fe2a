// What codecs and error handlers say to each other. A codec meets a problem, asks the handler, and goes on from the position it
// answers with. CPython: Objects/unicodeobject.c unicode_decode_call_errorhandler_writer, unicode_encode_call_errorhandler.

import { indexError, type Raised } from '../../exceptions/errors.ts';
import { type Text, textLength } from '../text.ts';

/** The fields of a UnicodeDecodeError. */
export interface DecodeProblem {
  readonly encoding: string;
  readonly input: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** The fields of a UnicodeEncodeError. */
export interface EncodeProblem {
  readonly encoding: string;
  readonly input: Text;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** What a handler makes of bytes that do not decode. */
export interface DecodeResolution {
  readonly replacement: Text;
  /** Where to go on; negative counts from the end. */
  readonly position: number;
  /** The bytes to go on with, if the handler put others into the exception. */
  readonly input?: Uint8Array;
}

/** What a handler makes of characters that do not encode: bytes as they are, or a str to encode instead. */
export interface EncodeResolution {
  readonly replacement: Text | Uint8Array;
  readonly position: number;
}

/** A decoding error handler. The object layer wraps registered Python callables in this. */
export interface DecodeErrors {
  /** `strict`, `replace` and so on; codecs take short cuts by it, so a handler of one's own must not carry a built-in name. */
  readonly name: string;
  handle(problem: DecodeProblem): DecodeResolution;
  /** The UnicodeDecodeError to throw. */
  error(problem: DecodeProblem): Raised;
}

/** An encoding error handler. */
export interface EncodeErrors {
  readonly name: string;
  handle(problem: EncodeProblem): EncodeResolution;
  /** The UnicodeEncodeError to throw. */
  error(problem: EncodeProblem): Raised;
}

/** What a decoder made of its input; less than all is consumed only when more input may come (`final` false). */
export interface Decoded {
  readonly text: Text;
  readonly consumed: number;
}

/** Asks a decoding handler; the position that comes back is one in the input. */
export function resolveDecode(errors: DecodeErrors, problem: DecodeProblem): DecodeResolution {
  const resolution = errors.handle(problem);
  const size = (resolution.input ?? problem.input).length;
  return { ...resolution, position: checkPosition(resolution.position, size) };
}

/** Asks an encoding handler; the position that comes back is one in the input. */
export function resolveEncode(errors: EncodeErrors, problem: EncodeProblem): EncodeResolution {
  const { replacement, position } = errors.handle(problem);
  return { replacement, position: checkPosition(position, textLength(problem.input)) };
}

function checkPosition(position: number, size: number): number {
  if (position < 0) position += size;
  if (position < 0 || position > size) throw indexError(`position ${position} from error handler out of bounds`);
  return position;
}
