// TextIOWrapper's reading, writing and positions. CPython: Modules/_io/textio.c

import { type PyStr, typeOf } from '../../../runtime/core/primitives.ts';
import { int, intFromBigInt, type Value } from '../../../runtime/core/value.ts';
import { isError, typeError, valueError } from '../../../runtime/exceptions/errors.ts';
import { osError } from '../../../runtime/exceptions/oserror.ts';
import { getset, installType, member, method, slot } from '../../../runtime/native/define.ts';
import { isStr, jsString, strOfUtf16 } from '../../../runtime/objects/str/str.ts';
import { getAttr, lookupAttr } from '../../../runtime/protocols/attribute.ts';
import { toIndex } from '../../../runtime/protocols/fspath.ts';
import { intArgument } from '../../../runtime/protocols/item.ts';
import { reprForMessage } from '../../../runtime/protocols/text.ts';
import { cannotPickle } from '../buffered/methods.ts';
import type { TextStream } from '../core/text.ts';
import { seekText, tellText } from '../core/textSeek.ts';
import { unsupported } from '../errors.ts';
import { installIternext, nextSlot } from '../iobase.ts';
import { type PyTextIOWrapper, textIOWrapperType } from '../layout.ts';
import { callMethod, isClosed, optionalSize } from '../values.ts';
import {
  bufferAttribute,
  getChunkSize,
  openText,
  readableText,
  reconfigure,
  setChunkSize,
  textClose,
  textCore,
  textDetach,
  textFlush,
  textInit,
  textNewlines,
  textSettings,
  textTruncate,
} from './wrapper.ts';

/** A str from what the stream decoded. */
function str(core: TextStream, text: string): Value {
  return core.wide ? strOfUtf16(text) : text;
}

function read(self: PyTextIOWrapper, size?: Value): Value {
  const count = optionalSize(size);
  const core = readableText(self);
  return str(core, count < 0 ? core.readAll() : core.read(count));
}

function readline(self: PyTextIOWrapper, size?: Value): Value {
  const limit = optionalSize(size);
  const core = readableText(self);
  return str(core, core.readLine(limit));
}

/** CPython: textio.c textiowrapper_iternext */
function next(self: PyTextIOWrapper): Value | undefined {
  const core = textCore(self);
  core.telling = false;
  let line: Value;
  if (self.cls === textIOWrapperType) {
    if (core.used >= core.decoded.length) readableText(self);
    const text = core.readLine(-1);
    if (text !== '') return str(core, text);
    line = '';
  } else {
    line = callMethod(self, 'readline');
    if (!isStr(line)) throw osError(`readline() should have returned a str object, not '${typeOf(line).typeName}'`);
    if (line !== '' && !(typeof line === 'object' && line.value === '')) return line;
  }
  core.snapshot = undefined;
  core.telling = core.seekable;
  return undefined;
}

/** CPython: textio.c _io_TextIOWrapper_write_impl */
export function textWrite(self: PyTextIOWrapper, text: Value): Value {
  const core = openText(self);
  if (core.encoder === undefined) throw unsupported('not writable');
  if (typeof text === 'string') {
    core.write(text, true);
    return int(text.length);
  }
  if (!isStr(text)) throw typeError(`write() argument must be str, not ${typeOf(text).typeName}`);
  core.write(jsString(text), false);
  return int((text as PyStr).codePoints?.length ?? (text as PyStr).value.length);
}

/** CPython: textio.c _io_TextIOWrapper_tell_impl */
function tell(self: PyTextIOWrapper): Value {
  const core = openText(self);
  if (!core.seekable) throw unsupported('underlying stream is not seekable');
  if (!core.telling) throw osError('telling position disabled by next() call');
  core.flushPending();
  callMethod(self, 'flush');
  const cookie = tellText(core);
  if (cookie === undefined) throw osError("can't reconstruct logical file position");
  return intFromBigInt(cookie);
}

/** CPython: textio.c _io_TextIOWrapper_seek_impl */
function seek(self: PyTextIOWrapper, cookie: Value, whence?: Value): Value {
  const core = openText(self);
  if (!core.seekable) throw unsupported('underlying stream is not seekable');
  const from = whence === undefined ? 0 : intArgument(whence);
  let target = BigInt(toIndex(cookie));
  if (from === 1) {
    if (target !== 0n) throw unsupported("can't do nonzero cur-relative seeks");
    target = BigInt(toIndex(callMethod(self, 'tell')));
  } else if (from === 2) {
    if (target !== 0n) throw unsupported("can't do nonzero end-relative seeks");
    return seekEnd(self, core);
  } else if (from !== 0) throw valueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  if (target < 0n) throw valueError(`negative seek position ${target}`);
  callMethod(self, 'flush');
  if (!seekText(core, target)) throw osError("can't restore logical file position");
  return intFromBigInt(target);
}

function seekEnd(self: PyTextIOWrapper, core: TextStream): Value {
  callMethod(self, 'flush');
  core.setDecoded('');
  core.snapshot = undefined;
  core.decoder?.reset();
  const position = core.buffer.seek(0, 2);
  if (position === 0) core.encoder?.reset();
  else core.encoder?.continueStream();
  return int(position);
}

/** CPython: textio.c textiowrapper_repr */
function repr(self: PyTextIOWrapper): Value {
  textSettings(self);
  const type = typeOf(self);
  const parts = [type.flags & 1 ? `${String(getAttr(type, '__module__'))}.${type.typeName}` : '_io.TextIOWrapper'];
  for (const name of ['name', 'mode']) {
    const value = quietAttr(self, name);
    if (value !== undefined) parts.push(`${name}=${reprForMessage(value)}`);
  }
  return strOfUtf16(`<${parts.join(' ')} encoding='${self.encoding}'>`);
}

function quietAttr(self: Value, name: string): Value | undefined {
  try {
    return lookupAttr(self, name);
  } catch (error) {
    if (isError(error, 'ValueError')) return undefined;
    throw error;
  }
}

/** A method that asks the buffer. */
function ask(name: string) {
  return method('($self, /)', (self: PyTextIOWrapper) => {
    textCore(self);
    return callMethod(self.buffer!, name);
  });
}

const INIT = `($self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)`;
const RECONFIGURE =
  '($self, /, *, encoding=None, errors=None, newline=None,\n            line_buffering=None, write_through=None)';

export function installTextIOWrapper(): void {
  const noArgs = '($self, /)';
  installType(textIOWrapperType, {
    doc: 'Character and line based layer over a BufferedIOBase object, buffer.',
    methods: {
      __init__: slot(INIT, textInit),
      __getstate__: method(noArgs, cannotPickle),
      __next__: nextSlot(next),
      __repr__: slot(noArgs, repr),
      close: method(noArgs, textClose),
      detach: method(noArgs, textDetach),
      fileno: ask('fileno'),
      flush: method(noArgs, textFlush),
      isatty: ask('isatty'),
      read: method('($self, size=-1, /)', read),
      readable: ask('readable'),
      readline: method('($self, size=-1, /)', readline),
      reconfigure: method(RECONFIGURE, reconfigure),
      seek: method('($self, cookie, whence=os.SEEK_SET, /)', seek),
      seekable: ask('seekable'),
      tell: method(noArgs, tell),
      truncate: method('($self, pos=None, /)', textTruncate),
      writable: ask('writable'),
      write: method('($self, text, /)', textWrite),
    },
    properties: {
      _CHUNK_SIZE: getset(getChunkSize, setChunkSize),
      _finalizing: member((self: PyTextIOWrapper) => self.finalizing),
      buffer: member((self: PyTextIOWrapper) => self.buffer),
      closed: getset((self: PyTextIOWrapper) => {
        textCore(self);
        return isClosed(self.buffer!);
      }),
      encoding: member((self: PyTextIOWrapper) => self.encoding),
      errors: getset((self: PyTextIOWrapper) => {
        textSettings(self);
        return self.errors;
      }),
      line_buffering: member((self: PyTextIOWrapper) => textSettings(self).lineBuffering),
      name: getset(bufferAttribute('name')),
      newlines: getset(textNewlines),
      write_through: member((self: PyTextIOWrapper) => textSettings(self).writeThrough),
    },
  });
  installIternext(textIOWrapperType, next);
}
