// Making a memory map. CPython: Modules/mmapmodule.c (new_mmap_object)
import { HostError, hostError } from '../../host/error.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { overflowError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { intArgument, sizeArgument } from '../../runtime/protocols/item.ts';
import { Access, fileCall, type PyMap } from './map.ts';

export const PAGE = 4096;
const MAP_PRIVATE = 2;
const PROT_WRITE = 2;

const isRegular = (mode: number): boolean => (mode & 0o170000) === 0o100000;

export function newMap(
  cls: PyType,
  fileno: Value,
  length: Value,
  flags?: Value,
  prot?: Value,
  access?: Value,
  offset?: Value,
): Value {
  const fd = intArgument(fileno);
  const wanted = sizeArgument(length);
  if (wanted < 0) throw overflowError('memory mapped length must be positive');
  const start = offset === undefined ? 0 : sizeArgument(offset);
  if (start < 0) throw overflowError('memory mapped offset must be positive');
  const made = new (cls.Instance as unknown as new () => PyMap)();
  made.access = access === undefined ? Access.DEFAULT : intArgument(access);
  if (made.access !== Access.DEFAULT && (flags !== undefined || prot !== undefined)) {
    throw valueError("mmap can't specify both access and flags, prot.");
  }
  if (made.access < 0 || made.access > Access.COPY) throw valueError('mmap invalid access parameter.');
  made.isPrivate = made.access === Access.COPY || (flags !== undefined && (intArgument(flags) & MAP_PRIVATE) !== 0);
  if (prot !== undefined && (intArgument(prot) & PROT_WRITE) === 0) made.access = Access.READ;
  made.offset = start;
  if (fd === -1) mapMemory(made, wanted, start);
  else mapFile(made, fd, wanted, start);
  return made;
}

function mapMemory(made: PyMap, length: number, start: number): void {
  if (length === 0 || start % PAGE !== 0) throw osErrorFromHost(hostError('EINVAL'));
  made.memory = new Uint8Array(length);
}

function mapFile(made: PyMap, fd: number, wanted: number, start: number): void {
  const { files } = state.interp.host;
  const { mode, size } = fileCall(() => files.fstat(fd));
  let length = wanted;
  if (isRegular(mode)) {
    const fileSize = Number(size);
    if (length === 0) {
      if (fileSize === 0) throw valueError('cannot mmap an empty file');
      if (start >= fileSize) throw valueError('mmap offset is greater than file size');
      length = fileSize - start;
    } else if (start > fileSize || fileSize - start < length) {
      throw valueError('mmap length is greater than file size');
    }
  }
  if (start % PAGE !== 0) throw osErrorFromHost(hostError('EINVAL'));
  if (made.isWritable && !made.isPrivate) checkMayWrite(fd);
  const memory = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const count = fileCall(() => files.pread(fd, memory.subarray(done), start + done));
    if (count === 0) break;
    done += count;
  }
  made.fd = fileCall(() => files.dup(fd));
  made.memory = memory;
}

/** A descriptor that was opened for reading refuses to write even nothing. */
function checkMayWrite(fd: number): void {
  try {
    state.interp.host.files.pwrite(fd, new Uint8Array(0), 0);
  } catch (error) {
    if (error instanceof HostError) throw osErrorFromHost(hostError('EACCES'));
    throw error;
  }
}
