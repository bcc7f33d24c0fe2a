// FileIO: a file descriptor of the host as a raw stream. CPython: Modules/_io/fileio.c

import { hostError } from '../../host/error.ts';
import { S_IFDIR, S_IFMT } from '../../host/files.ts';
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { bareName } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { getset, installType, member, method, slot } from '../../runtime/native/define.ts';
import { isStr, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { lookupAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { getWritableBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { fspath, lookupIndex, toHostPath } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { warn } from '../../runtime/protocols/warn.ts';
import { hostCall, hostTransfer, unsupported } from './errors.ts';
import { allocate, ioBaseClose, writeBuffer } from './iobase.ts';
import { fileIOType, type PyFileIO } from './layout.ts';
import { bytesOrNoneValue, countOrNone, optionalSize, toOffset, truth } from './values.ts';

const DEFAULT_MODE = 0o666;
const SMALL_CHUNK = 8192;
const LARGE_CHUNK = 1 << 24;

function files() {
  return state.interp.host.files;
}

/** CPython: fileio.c _io_FileIO___init___impl */
function init(self: PyFileIO, file: Value, mode?: Value, closefd?: Value, opener?: Value): Value {
  if (self.fd >= 0 && self.closefd) internalClose(self);
  self.fd = -1;
  const fd = descriptorArgument(file);
  const modeText = mode === undefined ? 'r' : modeArgument(mode);
  const flags = parseMode(self, modeText);
  self.closefd = truth(closefd, true);
  if (fd >= 0) self.fd = fd;
  else openPath(self, file, flags, opener);
  try {
    inspect(self, file);
    setAttr(self, 'name', file);
    if (self.appending) seek(self, 0, 2);
  } catch (error) {
    if (fd >= 0) self.fd = -1;
    else if (self.closefd) internalClose(self);
    throw error;
  }
  return None;
}

function modeArgument(mode: Value): string {
  if (!isStr(mode)) throw typeError(`FileIO() argument 'mode' must be str, not ${typeOf(mode).typeName}`);
  const text = typeof mode === 'string' ? mode : mode.value;
  if (text.includes('\0')) throw valueError('embedded null character');
  return text;
}

/** A descriptor given as a number, -1 when it is a path. */
function descriptorArgument(file: Value): number {
  const index = lookupIndex(file);
  if (index === undefined || index > 0x7fffffff || index < -0x80000000) return -1;
  if (typeof file === 'boolean') warn('RuntimeWarning', 'bool is used as a file descriptor');
  const fd = intArgument(file);
  if (fd < 0) throw valueError('negative file descriptor');
  return fd;
}

/** Sets what the mode allows and gives the flags for open(2). */
function parseMode(self: PyFileIO, mode: string): number {
  const { constants } = files();
  let base = '';
  let plus = false;
  for (const char of mode) {
    if (char === 'b') continue;
    if (char === '+' && !plus) plus = true;
    else if ('rwxa'.includes(char) && base === '') base = char;
    else if ('rwxa+'.includes(char)) throw badMode();
    else throw valueError(`invalid mode: ${mode}`);
  }
  if (base === '') throw badMode();
  self.created = base === 'x';
  self.appending = base === 'a';
  self.readable = base === 'r' || plus;
  self.writable = base !== 'r' || plus;
  self.seekable = undefined;
  const access = plus ? constants['O_RDWR']! : base === 'r' ? constants['O_RDONLY']! : constants['O_WRONLY']!;
  return access | (constants['O_CLOEXEC'] ?? 0) | modeFlags(base, constants);
}

function modeFlags(base: string, constants: Readonly<Record<string, number>>): number {
  if (base === 'x') return constants['O_EXCL']! | constants['O_CREAT']!;
  if (base === 'w') return constants['O_CREAT']! | constants['O_TRUNC']!;
  return base === 'a' ? constants['O_APPEND']! | constants['O_CREAT']! : 0;
}

function badMode(): Raised {
  return valueError('Must have exactly one of create/read/write/append mode and at most one plus');
}

function openPath(self: PyFileIO, file: Value, flags: number, opener: Value | undefined): void {
  const path = fspath(file);
  if (!self.closefd) throw valueError('Cannot use closefd=False with file name');
  if (opener === undefined || opener === None) {
    const hostPath = toHostPath(path);
    self.fd = hostCall(() => files().open(hostPath, flags, DEFAULT_MODE), file);
    return;
  }
  const result = call(opener, file, int(flags));
  if (lookupIndex(result) === undefined) throw typeError('expected integer from opener');
  const fd = intArgument(result);
  if (fd < 0) throw valueError(`opener returned ${fd}`);
  self.fd = fd;
}

/** Refuses directories; learns block size and size. */
function inspect(self: PyFileIO, file: Value): void {
  const stat = hostCall(() => files().fstat(self.fd));
  if ((stat.mode & S_IFMT) === S_IFDIR) throw osErrorFromHost(hostError('EISDIR'), file);
  self.blockSize = stat.blksize > 1 ? stat.blksize : 0;
  self.size = stat.size;
}

function internalClose(self: PyFileIO): void {
  const { fd } = self;
  self.fd = -1;
  hostCall(() => files().close(fd));
}

/** CPython: fileio.c _io_FileIO_close_impl */
function close(self: PyFileIO): Value {
  if (!self.closefd) {
    self.fd = -1;
    return ioBaseClose(self);
  }
  try {
    ioBaseClose(self);
  } finally {
    if (self.fd >= 0) internalClose(self);
  }
  return None;
}

function open(self: PyFileIO): number {
  if (self.fd < 0) throw valueError('I/O operation on closed file');
  return self.fd;
}

function openReadable(self: PyFileIO): number {
  const fd = open(self);
  if (!self.readable) throw unsupported('File not open for reading');
  return fd;
}

function openWritable(self: PyFileIO): number {
  const fd = open(self);
  if (!self.writable) throw unsupported('File not open for writing');
  return fd;
}

/** Reads into the array; undefined when it would block. */
export function fileReadInto(self: PyFileIO, target: Uint8Array): number | undefined {
  const fd = openReadable(self);
  return hostTransfer(() => files().read(fd, target));
}

export function fileWrite(self: PyFileIO, data: Uint8Array): number | undefined {
  const fd = openWritable(self);
  return hostTransfer(() => files().write(fd, data));
}

/** CPython: fileio.c _io_FileIO_readall_impl; undefined when nothing came because it would block */
export function fileReadAll(self: PyFileIO): Uint8Array | undefined {
  const fd = open(self);
  const expected = expectedSize(self, fd);
  let buffer = new Uint8Array(expected > 0 ? expected + 1 : SMALL_CHUNK);
  let length = 0;
  for (;;) {
    if (length === buffer.length) buffer = grown(buffer);
    const got = fileReadInto(self, buffer.subarray(length));
    if (got === undefined && length === 0) return undefined;
    if (!got) break;
    length += got;
  }
  return length === buffer.length ? buffer : buffer.slice(0, length);
}

function expectedSize(self: PyFileIO, fd: number): number {
  if (self.size === 0) return 0;
  try {
    return Math.max(0, files().fstat(fd).size - files().lseek(fd, 0, 1));
  } catch {
    return 0;
  }
}

function grown(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(buffer.length + Math.min(Math.max(buffer.length, SMALL_CHUNK), LARGE_CHUNK));
  larger.set(buffer);
  return larger;
}

/** CPython: fileio.c _io_FileIO_read_impl */
function read(self: PyFileIO, size?: Value): Value {
  openReadable(self);
  const count = optionalSize(size);
  if (count < 0) return bytesOrNoneValue(fileReadAll(self));
  const target = new Uint8Array(count);
  const got = fileReadInto(self, target);
  return bytesOrNoneValue(got === undefined ? undefined : got < count ? target.slice(0, got) : target);
}

function readall(self: PyFileIO): Value {
  open(self);
  return bytesOrNoneValue(fileReadAll(self));
}

function readinto(self: PyFileIO, buffer: Value): Value {
  const target = getWritableBuffer(buffer, 'readinto()');
  return countOrNone(fileReadInto(self, target));
}

function write(self: PyFileIO, b: Value): Value {
  return countOrNone(fileWrite(self, writeBuffer(b)));
}

/** lseek, remembering whether it works. */
export function fileSeek(self: PyFileIO, offset: number, whence: number): number {
  const fd = open(self);
  const position = hostCall(() => files().lseek(fd, offset, whence));
  self.seekable ??= true;
  return position;
}

function seek(self: PyFileIO, offset: number, whence: number): number {
  const fd = self.fd;
  try {
    return files().lseek(fd, offset, whence);
  } catch {
    return 0;
  }
}

export function fileSeekable(self: PyFileIO): boolean {
  const fd = open(self);
  if (self.seekable === undefined) {
    try {
      files().lseek(fd, 0, 1);
      self.seekable = true;
    } catch {
      self.seekable = false;
    }
  }
  return self.seekable;
}

/** CPython: fileio.c _io_FileIO_truncate_impl */
function truncate(self: PyFileIO, size?: Value): Value {
  const fd = openWritable(self);
  const length = size === undefined || size === None ? fileSeek(self, 0, 1) : toOffset(size);
  hostCall(() => files().ftruncate(fd, length));
  return size === undefined || size === None ? int(length) : size;
}

export function fileMode(self: PyFileIO): string {
  const plus = self.readable && self.writable;
  if (self.created) return plus ? 'xb+' : 'xb';
  if (self.appending) return plus ? 'ab+' : 'ab';
  if (self.readable) return plus ? 'rb+' : 'rb';
  return 'wb';
}

/** CPython: fileio.c fileio_repr */
function repr(self: PyFileIO): Value {
  const full = typeOf(self).typeName;
  if (self.fd < 0) return `<${full} [closed]>`;
  const rest = `mode='${fileMode(self)}' closefd=${self.closefd ? 'True' : 'False'}>`;
  const name = lookupAttr(self, 'name');
  return name === undefined
    ? `<${full} fd=${self.fd} ${rest}`
    : strOfUtf16(`<${full} name=${reprForMessage(name)} ${rest}`);
}

function isatty(self: PyFileIO): boolean {
  const fd = open(self);
  return files().isatty(fd);
}

export function installFileIO(): void {
  const noArgs = '($self, /)';
  installType(fileIOType, {
    new: allocate,
    doc: DOC,
    methods: {
      __init__: slot("($self, file, mode='r', closefd=True, opener=None)", init),
      __repr__: slot(noArgs, repr),
      __getstate__: method(noArgs, (self: PyFileIO) => {
        throw typeError(`cannot pickle '${bareName(typeOf(self))}' instances`);
      }),
      _dealloc_warn: method('($self, object, /)', () => None),
      _isatty_open_only: method(noArgs, isatty),
      close: method(noArgs, close),
      fileno: method(noArgs, (self: PyFileIO) => int(open(self))),
      isatty: method(noArgs, isatty),
      read: method('($self, size=-1, /)', read),
      readable: method(noArgs, (self: PyFileIO) => open(self) >= 0 && self.readable),
      readall: method(noArgs, readall),
      readinto: method('($self, buffer, /)', readinto),
      seek: method('($self, pos, whence=0, /)', (self: PyFileIO, pos: Value, whence?: Value) =>
        int(fileSeek(self, toOffset(pos), whence === undefined ? 0 : intArgument(whence))),
      ),
      seekable: method(noArgs, fileSeekable),
      tell: method(noArgs, (self: PyFileIO) => int(fileSeek(self, 0, 1))),
      truncate: method('($self, size=None, /)', truncate),
      writable: method(noArgs, (self: PyFileIO) => open(self) >= 0 && self.writable),
      write: method('($self, b, /)', write),
    },
    properties: {
      _blksize: getset((self: PyFileIO) => int(self.blockSize)),
      closed: getset((self: PyFileIO) => self.fd < 0, undefined, 'True if the file is closed'),
      closefd: getset(
        (self: PyFileIO) => self.closefd,
        undefined,
        'True if the file descriptor will be closed by close().',
      ),
      mode: getset((self: PyFileIO) => fileMode(self), undefined, 'String giving the file mode'),
      _finalizing: member(
        (self: PyFileIO) => self.finalizing,
        (self: PyFileIO, value) => {
          if (value === undefined) throw typeError("can't delete numeric/char attribute");
          if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
          self.finalizing = value;
        },
      ),
    },
  });
}

const DOC = `Open a file.

The mode can be 'r' (default), 'w', 'x' or 'a' for reading, writing, exclusive creation or appending.`;
