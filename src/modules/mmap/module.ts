// The mmap module. CPython: Modules/mmapmodule.c
import { hostError } from '../../host/error.ts';
import { None, type Slots } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { PySequenceIterator } from '../../runtime/objects/list/iterator.ts';
import { sliceIndex } from '../../runtime/objects/slice/slice.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { intArgument, sizeArgument } from '../../runtime/protocols/item.ts';
import { dunderBuffer, dunderReleaseBuffer } from '../../runtime/protocols/memoryview.ts';
import { findBytes, rfindBytes } from '../../runtime/text/byte-search.ts';
import { deleteMapItem, getMapItem, itemAsBytes, setMapItem } from './items.ts';
import { Access, fileCall, mapType, type PyMap } from './map.ts';
import { newMap, PAGE } from './open.ts';

const NAMES = ['ACCESS_DEFAULT', 'ACCESS_READ', 'ACCESS_WRITE', 'ACCESS_COPY'];

function mapRepr(self: PyMap): Value {
  const name = self.cls.typeName;
  if (self.memory === undefined) return `<${name} closed=True>`;
  const { access, memory, pos, offset } = self;
  return `<${name} closed=False, access=${NAMES[access]}, length=${memory.length}, pos=${pos}, offset=${offset}>`;
}

function take(self: PyMap, count: number): Value {
  const end = Math.min(self.bytes.length, self.pos + count);
  const taken = bytes(self.bytes.slice(self.pos, end));
  self.pos = end;
  return taken;
}

function read(self: PyMap, size?: Value): Value {
  const left = self.bytes.length - self.pos;
  const count = size === undefined || size === None ? -1 : sizeArgument(size);
  return take(self, count < 0 ? left : count);
}

function readByte(self: PyMap): Value {
  if (self.pos >= self.bytes.length) throw valueError('read byte out of range');
  return int(self.bytes[self.pos++]!);
}

function readline(self: PyMap): Value {
  const end = self.bytes.indexOf(10, self.pos);
  return take(self, end < 0 ? self.bytes.length : end + 1 - self.pos);
}

function write(self: PyMap, data: Value): Value {
  const source = getBuffer(data);
  self.bytes;
  self.checkWritable();
  if (self.pos + source.length > self.bytes.length) throw valueError('data out of range');
  self.bytes.set(source, self.pos);
  self.store(self.pos, self.pos + source.length);
  self.pos += source.length;
  return int(source.length);
}

function writeByte(self: PyMap, value: Value): Value {
  const byte = sizeArgument(value);
  if (byte < 0) throw overflowError('unsigned byte integer is less than minimum');
  if (byte > 255) throw overflowError('unsigned byte integer is greater than maximum');
  self.bytes;
  self.checkWritable();
  if (self.pos >= self.bytes.length) throw valueError('write byte out of range');
  self.bytes[self.pos] = byte;
  self.store(self.pos, self.pos + 1);
  self.pos++;
  return None;
}

function seek(self: PyMap, distance: Value, whence?: Value): Value {
  const how = whence === undefined ? 0 : intArgument(whence);
  const { length } = self.bytes;
  if (how < 0 || how > 2) throw valueError('unknown seek type');
  const to = sizeArgument(distance) + [0, self.pos, length][how]!;
  if (to < 0 || to > length) throw valueError('seek out of range');
  self.pos = to;
  return int(to);
}

function finder(run: typeof findBytes) {
  return (self: PyMap, view: Value, start?: Value, end?: Value): Value => {
    const { length } = self.bytes;
    const bound = (v: Value | undefined, missing: number): number => {
      if (v === undefined || v === None) return missing;
      const index = sliceIndex(v);
      return Math.min(Math.max(index < 0 ? index + length : index, 0), length);
    };
    const needle = getBuffer(view);
    return int(run(self.bytes, needle, bound(start, self.pos), bound(end, length)));
  };
}

function flush(self: PyMap, offset?: Value, size?: Value): Value {
  const { length } = self.bytes;
  const start = offset === undefined ? 0 : sizeArgument(offset);
  const count = size === undefined || size === None ? length - start : sizeArgument(size);
  if (start < 0 || count < 0 || start + count > length) throw valueError('flush values out of range');
  self.store(start, start + count);
  return None;
}

function close(self: PyMap): Value {
  const { fd, memory, exports } = self;
  if (exports?.mustLeave('cannot close exported pointers exist') === true) self.exports = undefined;
  if (memory !== undefined) self.store(0, memory.length);
  self.memory = undefined;
  self.fd = -1;
  if (fd >= 0) fileCall(() => state.interp.host.files.close(fd));
  return None;
}

function size(self: PyMap): Value {
  self.bytes;
  if (self.fd < 0) throw osErrorFromHost(hostError('EBADF'));
  return int(Number(fileCall(() => state.interp.host.files.fstat(self.fd)).size));
}

function resize(self: PyMap, newSize: Value): Value {
  const wanted = sizeArgument(newSize);
  const old = self.bytes;
  if (self.access !== Access.DEFAULT && self.access !== Access.WRITE) {
    throw typeError("mmap can't resize a readonly or copy-on-write memory map.");
  }
  if (wanted < 0) throw valueError('new size out of range');
  if (self.exports?.mustLeave("mmap can't resize with extant buffers exported.") === true) self.exports = undefined;
  if (self.fd < 0 && !self.isPrivate && wanted > old.length) {
    throw valueError("mmap: can't expand a shared anonymous mapping");
  }
  if (self.fd >= 0) {
    self.store(0, Math.min(old.length, wanted));
    fileCall(() => state.interp.host.files.ftruncate(self.fd, self.offset + wanted));
  }
  const memory = new Uint8Array(wanted);
  memory.set(old.subarray(0, wanted));
  self.memory = memory;
  return None;
}

function move(self: PyMap, to: Value, from: Value, count: Value): Value {
  const [target, source, n] = [sizeArgument(to), sizeArgument(from), sizeArgument(count)];
  const { length } = self.bytes;
  self.checkWritable();
  if (target < 0 || source < 0 || n < 0 || length - target < n || length - source < n) {
    throw valueError('source, destination, or count out of range');
  }
  self.bytes.copyWithin(target, source, source + n);
  self.store(target, target + n);
  return None;
}

function tell(self: PyMap): Value {
  self.bytes;
  return int(self.pos);
}

function enter(self: PyMap): Value {
  self.bytes;
  return self;
}

/** There is nothing to advise here, only arguments to check. */
function madvise(self: PyMap, option: Value, start?: Value, length?: Value): Value {
  intArgument(option);
  const at = start === undefined ? 0 : sizeArgument(start);
  if (at < 0 || at >= self.bytes.length) throw valueError('madvise start out of bounds');
  const count = length === undefined || length === None ? 0 : sizeArgument(length);
  if (count < 0) throw valueError('madvise length invalid');
  if (at % PAGE !== 0) throw osErrorFromHost(hostError('EINVAL'));
  return None;
}

function install(): void {
  installType(mapType, {
    new: method(
      '($type, fileno, length, flags=<unrepresentable>, prot=<unrepresentable>, access=0, offset=0, trackfd=True)',
      newMap,
    ),
    methods: {
      __len__: slot('($self, /)', (self: PyMap) => int(self.bytes.length)),
      __getitem__: slot('($self, key, /)', getMapItem),
      __setitem__: slot('($self, key, value, /)', setMapItem),
      __delitem__: slot('($self, key, /)', deleteMapItem),
      __repr__: slot('($self, /)', mapRepr),
      __buffer__: slot('($self, flags, /)', dunderBuffer),
      __release_buffer__: slot('($self, buffer, /)', dunderReleaseBuffer),
      __enter__: method('($self, /)', enter, undefined, 'noargs'),
      __exit__: method('($self, exc_type, exc_value, traceback, /)', close),
      close: method('($self, /)', close, undefined, 'noargs'),
      find: method('($self, view, start=None, end=None, /)', finder(findBytes)),
      rfind: method('($self, view, start=None, end=None, /)', finder(rfindBytes)),
      flush: method('($self, offset=0, size=None, /)', flush),
      madvise: method('($self, option, start=0, length=None, /)', madvise),
      move: method('($self, dest, src, count, /)', move),
      read: method('($self, n=None, /)', read),
      read_byte: method('($self, /)', readByte, undefined, 'noargs'),
      readline: method('($self, /)', readline, undefined, 'noargs'),
      resize: method('($self, newsize, /)', resize),
      seek: method('($self, pos, whence=0, /)', seek),
      seekable: method('($self, /)', () => true, undefined, 'noargs'),
      size: method('($self, /)', size, undefined, 'noargs'),
      tell: method('($self, /)', tell, undefined, 'noargs'),
      write: method('($self, bytes, /)', write),
      write_byte: method('($self, byte, /)', writeByte),
    },
    properties: { closed: getset((self: PyMap) => self.memory === undefined) },
  });
  // Not in the type's dict: iteration goes by the sequence protocol, whose items are bytes.
  (mapType.proto as Slots)['m$__iter__'] = (self: PyMap) => new PySequenceIterator(self, itemAsBytes);
}

const CONSTANTS = {
  ACCESS_DEFAULT: 0,
  ACCESS_READ: 1,
  ACCESS_WRITE: 2,
  ACCESS_COPY: 3,
  PAGESIZE: PAGE,
  ALLOCATIONGRANULARITY: PAGE,
  PROT_READ: 1,
  PROT_WRITE: 2,
  PROT_EXEC: 4,
  MAP_SHARED: 1,
  MAP_PRIVATE: 2,
  MAP_ANON: 32,
  MAP_ANONYMOUS: 32,
  MAP_32BIT: 64,
  MAP_DENYWRITE: 2048,
  MAP_EXECUTABLE: 4096,
  MAP_NORESERVE: 16384,
  MAP_POPULATE: 32768,
  MAP_STACK: 131072,
  MADV_NORMAL: 0,
  MADV_RANDOM: 1,
  MADV_SEQUENTIAL: 2,
  MADV_WILLNEED: 3,
  MADV_DONTNEED: 4,
  MADV_FREE: 8,
  MADV_REMOVE: 9,
  MADV_DONTFORK: 10,
  MADV_DOFORK: 11,
  MADV_MERGEABLE: 12,
  MADV_UNMERGEABLE: 13,
  MADV_HUGEPAGE: 14,
  MADV_NOHUGEPAGE: 15,
  MADV_DONTDUMP: 16,
  MADV_DODUMP: 17,
  MADV_HWPOISON: 100,
};

export const mmapModule: NativeModule = {
  name: 'mmap',
  install,
  types: { mmap: mapType },
  values: () => ({
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, int(value)])),
    error: exceptionNamed('OSError'),
  }),
};
