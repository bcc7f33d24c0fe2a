// The built-in error handlers, as pure functions. CPython: Python/codecs.c PyCodec_IgnoreErrors and those after it.

import type { Raised } from '../../exceptions/errors.ts';
import { BytesBuilder } from '../builders.ts';
import { backslashEscape } from '../repr.ts';
import { codePointAt, type Text, textOf } from '../text.ts';
import type {
  DecodeErrors,
  DecodeProblem,
  DecodeResolution,
  EncodeErrors,
  EncodeProblem,
  EncodeResolution,
} from './interface.ts';
import { pushUtf8 } from './utf8.ts';

/** What the handlers need from outside: the exceptions, and the name of a character for namereplace. */
export interface DecodeErrorMaker {
  decodeError(problem: DecodeProblem): Raised;
}

export interface EncodeErrorMaker {
  encodeError(problem: EncodeProblem): Raised;
  /** `unicodedata.name`, or undefined. */
  characterName(point: number): string | undefined;
}

type DecodeHandler = (problem: DecodeProblem, make: DecodeErrorMaker) => DecodeResolution;
type EncodeHandler = (problem: EncodeProblem, make: EncodeErrorMaker) => EncodeResolution;

/** A built-in decoding handler by name; undefined if there is none. */
export function builtinDecodeErrors(name: string, make: DecodeErrorMaker): DecodeErrors | undefined {
  const handler = DECODE_HANDLERS.get(name);
  if (handler === undefined) return undefined;
  return { name, handle: (problem) => handler(problem, make), error: (problem) => make.decodeError(problem) };
}

/** A built-in encoding handler by name; undefined if there is none. */
export function builtinEncodeErrors(name: string, make: EncodeErrorMaker): EncodeErrors | undefined {
  const handler = ENCODE_HANDLERS.get(name);
  if (handler === undefined) return undefined;
  return { name, handle: (problem) => handler(problem, make), error: (problem) => make.encodeError(problem) };
}

function backslashDecode({ input, start, end }: DecodeProblem): DecodeResolution {
  let replacement = '';
  for (let i = start; i < end; i++) replacement += backslashEscape(input[i]);
  return { replacement, position: end };
}

function surrogateEscapeDecode(problem: DecodeProblem, make: DecodeErrorMaker): DecodeResolution {
  const { input, start, end } = problem;
  const points: number[] = [];
  for (let i = start; i < end && i < start + 4 && input[i] >= 128; i++) points.push(0xdc00 + input[i]);
  if (points.length === 0) throw make.decodeError(problem);
  return { replacement: textOf(points), position: start + points.length };
}

function surrogatePassDecode(problem: DecodeProblem, make: DecodeErrorMaker): DecodeResolution {
  const form = unicodeForm(problem.encoding);
  const point = form === undefined || problem.start + form.size > problem.input.length ? 0 : form.read(problem);
  if (form === undefined || point < 0xd800 || point > 0xdfff) throw make.decodeError(problem);
  return { replacement: textOf([point]), position: problem.start + form.size };
}

function eachPoint({ input, start, end }: EncodeProblem, write: (point: number) => string): EncodeResolution {
  let replacement = '';
  for (let i = start; i < end; i++) replacement += write(codePointAt(input, i));
  return { replacement, position: end };
}

function nameEscape(point: number, make: EncodeErrorMaker): string {
  const name = make.characterName(point);
  return name === undefined ? backslashEscape(point) : `\\N{${name}}`;
}

function surrogateEscapeEncode(problem: EncodeProblem, make: EncodeErrorMaker): EncodeResolution {
  const { input, start, end } = problem;
  const replacement = new Uint8Array(end - start);
  for (let i = start; i < end; i++) {
    const point = codePointAt(input, i);
    if (point < 0xdc80 || point > 0xdcff) throw make.encodeError(problem);
    replacement[i - start] = point - 0xdc00;
  }
  return { replacement, position: end };
}

function surrogatePassEncode(problem: EncodeProblem, make: EncodeErrorMaker): EncodeResolution {
  const { input, start, end, encoding } = problem;
  const form = unicodeForm(encoding);
  const out = new BytesBuilder((end - start) * 4);
  for (let i = start; i < end; i++) {
    const point = codePointAt(input, i);
    if (form === undefined || point < 0xd800 || point > 0xdfff) throw make.encodeError(problem);
    form.write(out, point);
  }
  return { replacement: out.finish(), position: end };
}

/** How surrogatepass reads and writes one surrogate in a Unicode encoding. */
interface UnicodeForm {
  readonly size: number;
  read(problem: DecodeProblem): number;
  write(out: BytesBuilder, point: number): void;
}

const UTF8_FORM: UnicodeForm = {
  size: 3,
  read({ input, start }) {
    const [a, b, c] = input.subarray(start, start + 3);
    if ((a & 0xf0) !== 0xe0 || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return 0;
    return ((a & 0xf) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  },
  write: pushUtf8,
};

function unitForm(size: number, littleEndian: boolean): UnicodeForm {
  const shiftOf = (i: number) => 8 * (littleEndian ? i : size - 1 - i);
  return {
    size,
    read({ input, start }) {
      let point = 0;
      for (let i = 0; i < size; i++) point += input[start + i] * 2 ** shiftOf(i);
      return point;
    },
    write(out, point) {
      for (let i = 0; i < size; i++) out.push((point >> shiftOf(i)) & 0xff);
    },
  };
}

/** CPython's get_standard_encoding: `utf-8`, `UTF_16`, `utf-32-be`, ... ; without an ending the order is little-endian. */
function unicodeForm(encoding: string): UnicodeForm | undefined {
  const match = /^utf[-_]?(8|16|32)(?:[-_]?(le|be))?$/i.exec(encoding);
  if (match === null) return /^cp_?utf-?8$/i.test(encoding) ? UTF8_FORM : undefined;
  const [, size, order] = match;
  if (size === '8') return order === undefined ? UTF8_FORM : undefined;
  return unitForm(Number(size) / 8, order?.toLowerCase() !== 'be');
}

const REPLACEMENT = '\ufffd';

const DECODE_HANDLERS: ReadonlyMap<string, DecodeHandler> = new Map<string, DecodeHandler>([
  [
    'strict',
    (problem, make) => {
      throw make.decodeError(problem);
    },
  ],
  ['ignore', ({ end }) => ({ replacement: '', position: end })],
  ['replace', ({ end }) => ({ replacement: REPLACEMENT, position: end })],
  ['backslashreplace', backslashDecode],
  ['surrogateescape', surrogateEscapeDecode],
  ['surrogatepass', surrogatePassDecode],
]);

const ENCODE_HANDLERS: ReadonlyMap<string, EncodeHandler> = new Map<string, EncodeHandler>([
  [
    'strict',
    (problem, make) => {
      throw make.encodeError(problem);
    },
  ],
  ['ignore', ({ end }) => ({ replacement: '' as Text, position: end })],
  ['replace', (problem) => eachPoint(problem, () => '?')],
  ['backslashreplace', (problem) => eachPoint(problem, backslashEscape)],
  ['xmlcharrefreplace', (problem) => eachPoint(problem, (point) => `&#${point};`)],
  ['namereplace', (problem, make) => eachPoint(problem, (point) => nameEscape(point, make))],
  ['surrogateescape', surrogateEscapeEncode],
  ['surrogatepass', surrogatePassEncode],
]);
