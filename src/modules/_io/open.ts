// open(). CPython: Modules/_io/_iomodule.c _io_open_impl
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyBaseException } from '../../runtime/exceptions/exception.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { setAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { fspath, lookupIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { DEFAULT_BUFFER_SIZE } from './buffered/methods.ts';
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  fileIOType,
  type PyFileIO,
  textIOWrapperType,
} from './layout.ts';
import { noteUnclosed } from './unclosed.ts';
import { callMethod, strOrNone, truth } from './values.ts';

const LARGEST_BLOCK = 8 * 1024 * 1024;

/** A mode string taken apart. */
interface Mode {
  readonly base: string;
  readonly raw: string;
  readonly updating: boolean;
  readonly text: boolean;
  readonly binary: boolean;
}

function parseMode(mode: string): Mode {
  const seen = new Set(mode);
  if (seen.size !== mode.length || /[^axrwb+t]/.test(mode)) throw valueError(`invalid mode: '${mode}'`);
  const bases = ['x', 'r', 'w', 'a'].filter((char) => seen.has(char));
  const [text, binary, updating] = [seen.has('t'), seen.has('b'), seen.has('+')];
  if (text && binary) throw valueError("can't have text and binary mode at once");
  if (bases.length > 1) throw valueError('must have exactly one of create/read/write/append mode');
  const base = bases[0] ?? '';
  return { base, raw: base + (updating ? '+' : ''), updating, text, binary };
}

function checkBinary(encoding: unknown, errors: unknown, newline: unknown): void {
  const given = [
    ['an encoding', encoding],
    ['an errors', errors],
    ['a newline', newline],
  ].find(([, value]) => value !== undefined);
  if (given) throw valueError(`binary mode doesn't take ${String(given[0])} argument`);
}

/** `open(file, ...)`. */
export function openFile(
  file: Value,
  mode?: Value,
  buffering?: Value,
  encoding?: Value,
  errors?: Value,
  newline?: Value,
  closefd?: Value,
  opener?: Value,
): Value {
  if (mode !== undefined && !isStr(mode))
    throw typeError(`open() argument 'mode' must be str, not ${typeOf(mode).typeName}`);
  const modeText = mode === undefined ? 'r' : typeof mode === 'string' ? mode : mode.value;
  const size = buffering === undefined ? -1 : intArgument(buffering);
  const texts = [
    strOrNone(encoding, 'open', "'encoding'"),
    strOrNone(errors, 'open', "'errors'"),
    strOrNone(newline, 'open', "'newline'"),
  ] as const;
  const path = lookupIndex(file) === undefined ? fspath(file) : file;
  const parsed = parseMode(modeText);
  if (parsed.binary) checkBinary(...texts);
  const raw = call(fileIOType, path, parsed.raw, truth(closefd, true), opener ?? None) as PyFileIO;
  let stream: Value = raw;
  try {
    const terminal = size < 0 && isTrue(callMethod(raw, '_isatty_open_only'));
    const capacity = size === 1 || size < 0 ? defaultSize(raw) : size;
    if (capacity === 0) {
      if (!parsed.binary) throw valueError("can't have unbuffered text I/O");
      return raw;
    }
    stream = buffered(raw, parsed, capacity);
    const writes = parsed.updating || parsed.base !== 'r';
    if (parsed.binary) {
      if (writes) noteUnclosed(state.interp, stream);
      return stream;
    }
    const lines = (size === 1 || terminal) as Value;
    stream = call(textIOWrapperType, stream, encoding ?? None, errors ?? None, newline ?? None, lines);
    setAttr(stream, 'mode', modeText);
    if (writes) noteUnclosed(state.interp, stream);
    return stream;
  } catch (error) {
    closeAfter(stream, error);
    throw error;
  }
}

function defaultSize(raw: PyFileIO): number {
  return Math.max(Math.min(raw.blockSize, LARGEST_BLOCK), DEFAULT_BUFFER_SIZE);
}

function buffered(raw: Value, { base, updating }: Mode, size: number): Value {
  if (size < 0) throw valueError('invalid buffering size');
  const type = updating ? bufferedRandomType : base === 'r' ? bufferedReaderType : bufferedWriterType;
  return call(type, raw, int(size));
}

/** Closes what had been opened; if that fails too, the first error is the context of the second. */
function closeAfter(stream: Value, error: unknown): void {
  try {
    callMethod(stream, 'close');
  } catch (second) {
    if (second instanceof PyBaseException && error instanceof PyBaseException) second.context = error;
    throw second;
  }
}

/** CPython: _io_open_code_impl */
export function openCode(path: Value): Value {
  if (!isStr(path)) throw typeError(`open_code() argument 'path' must be str, not ${typeOf(path).typeName}`);
  return openFile(path, 'rb');
}

/** CPython: _io_text_encoding_impl */
export function textEncoding(encoding: Value): Value {
  return encoding === None ? 'locale' : encoding;
}
