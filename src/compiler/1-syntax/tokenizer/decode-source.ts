// Bytes to source text: the BOM, the coding cookie (PEP 263), and what CPython says when they do not fit the bytes.
// CPython: Parser/tokenizer/helpers.c (get_coding_spec, check_coding_spec, ensure_utf8), string_tokenizer.c.
import { CompileError, type ErrorLocation } from '../../diagnostics/syntax-error.ts';
import { decodeLatin1, decodeUtf8, decodeUtf8Replacing } from './utf8.ts';

/**
 * Decodes with a codec this room does not have (all but UTF-8, Latin-1 and ASCII). Returns undefined when there is no
 * such codec; throws whatever it likes, or a `SourceDecodeError` to have it reported as a SyntaxError.
 */
export type SourceDecoder = (bytes: Uint8Array, encoding: string) => string | undefined;

/** Why bytes are not text in their declared encoding; the message is `str()` of the Python exception. */
export class SourceDecodeError {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** The text of a source file. Throws CompileError. */
export function decodeSource(bytes: Uint8Array, filename: string, decode?: SourceDecoder, isFile = false): string {
  if (bytes.includes(0)) {
    if (isFile) failNull(bytes, filename);
    throw new CompileError('SyntaxError', 'source code string cannot contain null bytes', filename);
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const cookie = findCookie(body);
  const encoding = cookie === undefined ? 'utf-8' : normalName(cookie.name);
  if (marked && cookie !== undefined && encoding !== 'utf-8') failMarked(cookie, encoding, filename);
  if (encoding === 'utf-8') return decodeDeclaredUtf8(body, filename, isFile);
  return decodeWith(body, encoding, filename, decode);
}

interface Cookie {
  readonly name: string;
  readonly lineno: number;
  readonly line: string;
}

/** The encoding declared in a comment on one of the first two lines. */
export function findCookie(bytes: Uint8Array): Cookie | undefined {
  let start = 0;
  for (let lineno = 1; lineno <= 2; lineno++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const line = decodeLatin1(bytes.subarray(start, end));
    const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (match !== null) return { name: match[1]!, lineno, line };
    if (!/^[ \t\f]*(#|$)/.test(line)) return undefined;
    start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  }
  return undefined;
}

/** CPython: get_normal_name. */
function normalName(name: string): string {
  const normal = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (normal === 'utf-8' || normal.startsWith('utf-8-')) return 'utf-8';
  return /^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(normal) ? 'iso-8859-1' : name;
}

function failMarked(cookie: Cookie, encoding: string, filename: string): never {
  const { lineno, line } = cookie;
  const where = { lineno, offset: 0, text: line, endLineno: lineno, endOffset: line.length };
  throw new CompileError('SyntaxError', `encoding problem: ${encoding} with BOM`, filename, where);
}

/** A file is read line by line, so that its error has a place. */
function failNull(bytes: Uint8Array, filename: string): never {
  const at = bytes.indexOf(0);
  const before = decodeUtf8Replacing(bytes.subarray(0, at)).split('\n');
  const lineno = before.length;
  const where = { lineno, offset: 0, text: before.at(-1)!, endLineno: lineno, endOffset: 0 };
  throw new CompileError('SyntaxError', 'source code cannot contain null bytes', filename, where);
}

function decodeDeclaredUtf8(bytes: Uint8Array, filename: string, isFile: boolean): string {
  const decoded = decodeUtf8(bytes);
  if (typeof decoded === 'string') return decoded;
  const { start } = decoded;
  const lineStart = start === 0 ? 0 : bytes.lastIndexOf(10, start - 1) + 1;
  let lineno = 1;
  for (let i = 0; i < lineStart; i++) if (bytes[i] === 10) lineno++;
  let lineEnd = bytes.indexOf(10, start);
  if (lineEnd < 0) lineEnd = bytes.length;
  const before = decodeUtf8(bytes.subarray(lineStart, start)) as string;
  const offset = Array.from(before).length + 1;
  const hex = bytes[start]!.toString(16).padStart(2, '0');
  const place = isFile ? `in file ${filename} ` : '';
  const message =
    `Non-UTF-8 code starting with '\\x${hex}' ${place}on line ${lineno}, but no encoding declared; ` +
    'see https://peps.python.org/pep-0263/ for details';
  const text = decodeUtf8Replacing(bytes.subarray(lineStart, lineEnd)).replace(/\r$/, '');
  throw new CompileError('SyntaxError', message, filename, {
    lineno,
    offset,
    text,
    endLineno: lineno,
    endOffset: offset,
  });
}

/** Errors of codecs have no place in the source. */
const NO_PLACE: ErrorLocation = {
  lineno: 0,
  offset: -1,
  text: undefined,
  endLineno: undefined,
  endOffset: undefined,
};

function decodeWith(bytes: Uint8Array, encoding: string, filename: string, decode?: SourceDecoder): string {
  try {
    const text = decodeKnown(bytes, encoding) ?? decode?.(bytes, encoding);
    if (text !== undefined) return text;
  } catch (error) {
    if (!(error instanceof SourceDecodeError)) throw error;
    throw new CompileError('SyntaxError', error.message, filename, NO_PLACE);
  }
  throw new CompileError('SyntaxError', `unknown encoding: ${encoding}`, filename, NO_PLACE);
}

function decodeKnown(bytes: Uint8Array, encoding: string): string | undefined {
  switch (encoding.toLowerCase().replaceAll('_', '-')) {
    case 'iso-8859-1':
    case 'latin1':
    case 'l1':
      return decodeLatin1(bytes);
    case 'ascii':
    case 'us-ascii':
    case '646': {
      const at = bytes.findIndex((byte) => byte > 0x7f);
      if (at < 0) return decodeLatin1(bytes);
      throw codecError('ascii', bytes, at, at + 1, 'ordinal not in range(128)');
    }
    case 'utf8':
    case 'u8': {
      const decoded = decodeUtf8(bytes);
      if (typeof decoded === 'string') return decoded;
      throw codecError('utf-8', bytes, decoded.start, decoded.end, decoded.reason);
    }
    default:
      return undefined;
  }
}

/** The words of `str(UnicodeDecodeError)`. */
function codecError(codec: string, bytes: Uint8Array, start: number, end: number, reason: string): SourceDecodeError {
  const hex = bytes[start]!.toString(16).padStart(2, '0');
  const what = end === start + 1 ? `byte 0x${hex} in position ${start}` : `bytes in position ${start}-${end - 1}`;
  return new SourceDecodeError(`'${codec}' codec can't decode ${what}: ${reason}`);
}
