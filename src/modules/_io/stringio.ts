// StringIO: text in memory. CPython: Modules/_io/stringio.c

import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osError } from '../../runtime/exceptions/oserror.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictSet } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString, type StrValue, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { instanceDict } from '../../runtime/protocols/attribute.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { findLineEnd, lineEnds, NewlineTranslator } from './core/newlines.ts';
import { advance, countChars } from './core/text.ts';
import { allocate, installIternext, nextSlot } from './iobase.ts';
import { type PyStringIO, stringIOType } from './layout.ts';
import { newlinesValue } from './text/wrapper.ts';
import { callMethod, optionalSize, toOffset } from './values.ts';

const WIDE = /[\ud800-\udfff]/;

/** CPython: stringio.c _io_StringIO___init___impl */
function init(self: PyStringIO, initial?: Value, newline?: Value): Value {
  const ending = newline === undefined ? '\n' : newline === None ? undefined : newlineArgument(newline);
  if (initial !== undefined && initial !== None && !isStr(initial))
    throw typeError(`initial_value must be str or None, not ${typeOf(initial).typeName}`);
  if (ending !== undefined && !['', '\n', '\r', '\r\n'].includes(ending))
    throw valueError(`illegal newline value: ${reprForMessage(newline!)}`);
  self.newline = ending;
  const ends = lineEnds(ending, '\n');
  self.ends = ending?.startsWith('\r') ? ends : { ...ends, write: undefined };
  self.newlines = ends.universal ? new NewlineTranslator(ends.translate) : undefined;
  self.text = '';
  self.wide = false;
  self.pos = 0;
  self.ready = true;
  self.isClosed = false;
  if (initial !== undefined && initial !== None) writeText(self, jsString(initial as StrValue));
  self.pos = 0;
  return None;
}

function newlineArgument(newline: Value): string {
  if (isStr(newline)) return jsString(newline);
  throw typeError(`newline must be str or None, not ${typeOf(newline).typeName}`);
}

/** The object, if it is set up and open. */
function open(self: PyStringIO): PyStringIO {
  if (!self.ready) throw uninitialized();
  if (self.isClosed) throw valueError('I/O operation on closed file');
  return self;
}

function uninitialized(): Raised {
  return valueError('I/O operation on uninitialized object');
}

/** Characters in the text. */
function size(self: PyStringIO): number {
  return self.wide ? countChars(self.text, 0, self.text.length) : self.text.length;
}

/** Where in the UTF-16 text a character position is. */
function unitAt(self: PyStringIO, position: number): number {
  return self.wide ? advance(self.text, 0, position) : Math.min(position, self.text.length);
}

function writeText(self: PyStringIO, given: string): void {
  let text = self.newlines ? self.newlines.feed(given, true) : given;
  if (self.ends!.write !== undefined) text = text.replaceAll('\n', self.ends!.write);
  if (text === '') return;
  if (!self.wide && WIDE.test(text)) self.wide = true;
  const length = self.wide ? countChars(text, 0, text.length) : text.length;
  const total = size(self);
  if (self.pos > total) self.text += '\0'.repeat(self.pos - total);
  if (self.pos >= total) self.text += text;
  else {
    const start = unitAt(self, self.pos);
    const end = self.wide ? advance(self.text, start, length) : Math.min(self.text.length, start + length);
    self.text = self.text.slice(0, start) + text + self.text.slice(end);
  }
  self.pos += length;
}

function write(self: PyStringIO, s: Value): Value {
  if (!isStr(s)) throw typeError(`string argument expected, got '${typeOf(s).typeName}'`);
  open(self);
  const text = jsString(s);
  writeText(self, text);
  return int(typeof s === 'string' ? s.length : countChars(text, 0, text.length));
}

function str(self: PyStringIO, text: string): Value {
  return self.wide ? strOfUtf16(text) : text;
}

function take(self: PyStringIO, start: number, end: number): Value {
  const text = self.text.slice(start, end);
  self.pos += self.wide ? countChars(text, 0, text.length) : text.length;
  return str(self, text);
}

function read(self: PyStringIO, size?: Value): Value {
  open(self);
  const count = optionalSize(size);
  const start = unitAt(self, self.pos);
  if (count < 0) return take(self, start, self.text.length);
  return take(self, start, self.wide ? advance(self.text, start, count) : start + count);
}

function readLine(self: PyStringIO, limit: number): Value {
  const start = unitAt(self, self.pos);
  if (limit === 0 || start >= self.text.length) return '';
  const found = findLineEnd(self.text, self.ends!, start);
  let end = found < 0 ? self.text.length : found;
  if (limit > 0) end = Math.min(end, self.wide ? advance(self.text, start, limit) : start + limit);
  return take(self, start, end);
}

function readline(self: PyStringIO, size?: Value): Value {
  open(self);
  return readLine(self, optionalSize(size));
}

function next(self: PyStringIO): Value | undefined {
  open(self);
  if (self.cls === stringIOType) {
    const line = readLine(self, -1);
    return line === '' ? undefined : line;
  }
  const line = callMethod(self, 'readline');
  if (!isStr(line)) throw osError(`readline() should have returned a str object, not '${typeOf(line).typeName}'`);
  return jsString(line) === '' ? undefined : line;
}

function truncate(self: PyStringIO, pos?: Value): Value {
  open(self);
  const length = optionalSize(pos, self.pos);
  if (length < 0) throw valueError(`Negative size value ${length}`);
  if (length < size(self)) self.text = self.text.slice(0, unitAt(self, length));
  return int(length);
}

/** CPython: stringio.c _io_StringIO_seek_impl */
function seek(self: PyStringIO, pos: Value, whence?: Value): Value {
  open(self);
  const offset = toOffset(pos);
  const from = whence === undefined ? 0 : intArgument(whence);
  if (from < 0 || from > 2) throw valueError(`Invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 0 && offset < 0) throw valueError(`Negative seek position ${offset}`);
  if (from !== 0 && offset !== 0) throw osError("Can't do nonzero cur-relative seeks");
  if (from === 2) self.pos = size(self);
  if (from !== 0) return intFromDouble(self.pos);
  self.pos = offset;
  return pos;
}

function getvalue(self: PyStringIO): Value {
  open(self);
  return str(self, self.text);
}

/** CPython: stringio_getstate: (text, newline, position, dict) */
function getstate(self: PyStringIO): Value {
  const copy = new PyDict();
  let any = false;
  for (const [key, value] of dictEntries(instanceDict(self))) {
    dictSet(copy, key, value);
    any = true;
  }
  return tuple([getvalue(self), self.newline ?? None, int(self.pos), any ? copy : None]);
}

function setstate(self: PyStringIO, pickled: Value): Value {
  if (self.isClosed) throw valueError('I/O operation on closed file');
  const name = typeOf(self).typeName;
  if (!(pickled instanceof PyTuple) || pickled.items.length < 4)
    throw typeError(`${name}.__setstate__ argument should be 4-tuple, got ${typeOf(pickled).typeName}`);
  const [initial, newline, position, dict] = pickled.items;
  init(self, initial, newline);
  // The value has been translated when it was written: take it as it is.
  if (isStr(initial!)) {
    self.text = jsString(initial);
    self.wide = WIDE.test(self.text);
  }
  const index = lookupIndex(position!);
  if (index === undefined) throw typeError(`third item of state must be an integer, got ${typeOf(position!).typeName}`);
  if (Number(index) < 0) throw valueError('position value cannot be negative');
  self.pos = Number(index);
  if (dict === None) return None;
  if (!(dict instanceof PyDict))
    throw typeError(`fourth item of state should be a dict, got a ${typeOf(dict!).typeName}`);
  const own = instanceDict(self);
  for (const [key, value] of dictEntries(dict)) dictSet(own, key, value);
  return None;
}

function yes(self: PyStringIO): Value {
  open(self);
  return true;
}

export function installStringIO(): void {
  const noArgs = '($self, /)';
  installType(stringIOType, {
    new: allocate,
    doc: 'Text I/O implementation using an in-memory buffer.',
    methods: {
      __init__: slot("($self, initial_value='', newline='\\n')", init),
      __getstate__: method(noArgs, getstate),
      __next__: nextSlot(next),
      __setstate__: method('($self, state, /)', setstate),
      close: method(noArgs, (self: PyStringIO) => {
        self.isClosed = true;
        self.text = '';
        return None;
      }),
      getvalue: method(noArgs, getvalue),
      read: method('($self, size=-1, /)', read),
      readable: method(noArgs, yes),
      readline: method('($self, size=-1, /)', readline),
      seek: method('($self, pos, whence=0, /)', seek),
      seekable: method(noArgs, yes),
      tell: method(noArgs, (self: PyStringIO) => int(open(self).pos)),
      truncate: method('($self, pos=None, /)', truncate),
      writable: method(noArgs, yes),
      write: method('($self, s, /)', write),
    },
    properties: {
      closed: getset((self: PyStringIO) => {
        if (!self.ready) throw uninitialized();
        return self.isClosed;
      }),
      line_buffering: getset((self: PyStringIO) => {
        open(self);
        return false;
      }),
      newlines: getset((self: PyStringIO) => {
        open(self);
        return self.newlines ? newlinesValue(self.newlines.seen) : None;
      }),
    },
  });
  installIternext(stringIOType, next);
}
