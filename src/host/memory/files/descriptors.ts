// Calls on open descriptors of the in-memory file system.

import type { Clock } from '../../clock.ts';
import { hostError } from '../../error.ts';
import {
  type Descriptors,
  type HostPath,
  POLLHUP,
  POLLIN,
  POLLNVAL,
  POLLOUT,
  type PollRequest,
  S_IFCHR,
  S_IFIFO,
  S_IFSOCK,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
  type Stat,
} from '../../files.ts';
import { LocalSocket } from '../../localSocket.ts';
import { type Device, Inode } from './inode.ts';

/** O_* numbers of the memory host: Linux's. */
export const MEMORY_OPEN = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_ACCMODE: 3,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_NOCTTY: 0o400,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  O_CLOEXEC: 0o2000000,
} as const;

const MAX_DESCRIPTORS = 1024;
const PIPE_CAPACITY = 65536;

/** What dup shares. */
class Description {
  readonly inode: Inode;
  readonly flags: number;
  offset = 0;
  references = 1;
  blocking = true;
  readonly socket: LocalSocket | undefined;

  constructor(inode: Inode, flags: number, socket?: LocalSocket) {
    this.inode = inode;
    this.flags = flags;
    this.socket = socket;
  }

  get readable(): boolean {
    return (this.flags & MEMORY_OPEN.O_ACCMODE) !== MEMORY_OPEN.O_WRONLY;
  }

  get writable(): boolean {
    return (this.flags & MEMORY_OPEN.O_ACCMODE) !== MEMORY_OPEN.O_RDONLY;
  }
}

interface Slot {
  readonly description: Description;
  inheritable: boolean;
}

export abstract class MemoryDescriptors implements Descriptors {
  protected readonly clock: Clock;
  readonly #slots: (Slot | undefined)[] = [];
  #nextIno = 1;

  /** `streams` become descriptors 0, 1 and 2; a missing one is closed. */
  constructor(clock: Clock, streams: readonly (Device | undefined)[]) {
    this.clock = clock;
    for (const [fd, device] of streams.entries()) {
      if (!device) continue;
      const inode = this.newInode(S_IFCHR | 0o620, { device });
      this.#slots[fd] = { description: new Description(inode, MEMORY_OPEN.O_RDWR), inheritable: true };
    }
  }

  abstract open(path: HostPath, flags: number, mode: number): number;

  protected newInode(mode: number, options?: { target?: string; device?: Device }): Inode {
    return new Inode(this.#nextIno++, mode, this.clock.timeNs(), options);
  }

  protected openInode(inode: Inode, flags: number, socket?: LocalSocket): number {
    const slots = this.#slots;
    let fd = 0;
    while (slots[fd] !== undefined) fd++;
    if (fd >= MAX_DESCRIPTORS) throw hostError('EMFILE');
    const description = new Description(inode, flags, socket);
    if (inode.isPipe && description.readable) inode.readers++;
    if (inode.isPipe && description.writable) inode.writers++;
    slots[fd] = { description, inheritable: false };
    return fd;
  }

  close(fd: number): void {
    const description = this.#get(fd);
    this.#slots[fd] = undefined;
    description.references--;
    if (description.references === 0) description.socket?.close();
    if (description.references > 0 || !description.inode.isPipe) return;
    if (description.readable) description.inode.readers--;
    if (description.writable) description.inode.writers--;
  }

  read(fd: number, buffer: Uint8Array): number {
    const file = this.#get(fd);
    if (!file.readable) throw hostError('EBADF');
    const { inode } = file;
    if (file.socket) return file.socket.read(buffer, file.blocking);
    if (inode.device) return inode.device.read(buffer);
    if (inode.isDirectory) throw hostError('EISDIR');
    if (inode.isPipe) return readPipe(file, buffer);
    const count = inode.read(buffer, file.offset);
    file.offset += count;
    inode.atimeNs = this.clock.timeNs();
    return count;
  }

  pread(fd: number, buffer: Uint8Array, position: number): number {
    const file = this.#seekable(fd);
    if (!file.readable) throw hostError('EBADF');
    if (file.inode.isDirectory) throw hostError('EISDIR');
    if (position < 0) throw hostError('EINVAL');
    return file.inode.read(buffer, position);
  }

  write(fd: number, bytes: Uint8Array): number {
    const file = this.#get(fd);
    if (!file.writable) throw hostError('EBADF');
    const { inode } = file;
    if (file.socket) return file.socket.write(bytes, file.blocking);
    if (inode.device) return inode.device.write(bytes);
    if (inode.isPipe) return writePipe(file, bytes);
    const position = (file.flags & MEMORY_OPEN.O_APPEND) !== 0 ? inode.size : file.offset;
    this.#store(inode, bytes, position);
    file.offset = position + bytes.length;
    return bytes.length;
  }

  pwrite(fd: number, bytes: Uint8Array, position: number): number {
    const file = this.#seekable(fd);
    if (!file.writable) throw hostError('EBADF');
    if (position < 0) throw hostError('EINVAL');
    this.#store(file.inode, bytes, (file.flags & MEMORY_OPEN.O_APPEND) !== 0 ? file.inode.size : position);
    return bytes.length;
  }

  lseek(fd: number, offset: number, whence: number): number {
    const file = this.#get(fd);
    if (file.inode.isPipe || file.socket || file.inode.device?.isTerminal) throw hostError('ESPIPE');
    if (file.inode.device) return 0;
    const bases = new Map([
      [SEEK_SET, 0],
      [SEEK_CUR, file.offset],
      [SEEK_END, file.inode.size],
    ]);
    const base = bases.get(whence);
    if (base === undefined || base + offset < 0) throw hostError('EINVAL');
    return (file.offset = base + offset);
  }

  ftruncate(fd: number, length: number): void {
    const file = this.#get(fd);
    if (length < 0 || !file.writable || !file.inode.isRegular) throw hostError('EINVAL');
    this.resize(file.inode, length);
  }

  fsync(fd: number): void {
    const { inode } = this.#get(fd);
    if (inode.isPipe || inode.device) throw hostError('EINVAL');
  }

  fdatasync(fd: number): void {
    this.fsync(fd);
  }

  dup(fd: number): number {
    const description = this.#get(fd);
    const slots = this.#slots;
    let copy = 0;
    while (slots[copy] !== undefined) copy++;
    description.references++;
    slots[copy] = { description, inheritable: false };
    return copy;
  }

  dup2(fd: number, target: number, inheritable: boolean): number {
    const description = this.#get(fd);
    if (target < 0 || target >= MAX_DESCRIPTORS) throw hostError('EBADF');
    if (fd === target) return target;
    if (this.#slots[target]) this.close(target);
    description.references++;
    this.#slots[target] = { description, inheritable };
    return target;
  }

  pipe(): [number, number] {
    const inode = this.newInode(S_IFIFO | 0o600);
    const read = this.openInode(inode, MEMORY_OPEN.O_RDONLY);
    return [read, this.openInode(inode, MEMORY_OPEN.O_WRONLY)];
  }

  socketpair(): [number, number] {
    const [a, b] = LocalSocket.pair();
    const first = this.openInode(this.newInode(S_IFSOCK | 0o777), MEMORY_OPEN.O_RDWR, a);
    return [first, this.openInode(this.newInode(S_IFSOCK | 0o777), MEMORY_OPEN.O_RDWR, b)];
  }

  socket(fd: number): LocalSocket {
    const { socket } = this.#get(fd);
    if (socket === undefined) throw hostError('ENOTSOCK');
    return socket;
  }

  isatty(fd: number): boolean {
    return this.#slots[fd]?.description.inode.device?.isTerminal ?? false;
  }

  fstat(fd: number): Stat {
    return this.#get(fd).inode.stat();
  }

  fchmod(fd: number, mode: number): void {
    this.setMode(this.#get(fd).inode, mode);
  }

  fchown(fd: number, uid: number, gid: number): void {
    this.setOwner(this.#get(fd).inode, uid, gid);
  }

  futimens(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    this.setTimes(this.#get(fd).inode, atimeNs, mtimeNs);
  }

  /** Nobody else is there to change anything, so there is nothing to wait for. */
  poll(requests: readonly PollRequest[]): number[] {
    return requests.map(({ fd, events }) => {
      const description = this.#slots[fd]?.description;
      if (description === undefined) return POLLNVAL;
      const { inode, socket } = description;
      if (socket !== undefined) return socket.readiness(events);
      if (!inode.isPipe) return events & (POLLIN | POLLOUT);
      const readable = (events & POLLIN) !== 0 && inode.size > 0 ? POLLIN : 0;
      const ended = (events & POLLIN) !== 0 && inode.size === 0 && inode.writers === 0 ? POLLHUP : 0;
      return readable | ended | (inode.size < PIPE_CAPACITY ? events & POLLOUT : 0);
    });
  }

  getInheritable(fd: number): boolean {
    this.#get(fd);
    return this.#slots[fd]!.inheritable;
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.#get(fd);
    this.#slots[fd]!.inheritable = inheritable;
  }

  getBlocking(fd: number): boolean {
    return this.#get(fd).blocking;
  }

  setBlocking(fd: number, blocking: boolean): void {
    this.#get(fd).blocking = blocking;
  }

  protected setMode(inode: Inode, mode: number): void {
    inode.mode = inode.type | (mode & 0o7777);
    inode.ctimeNs = this.clock.timeNs();
  }

  protected setOwner(inode: Inode, uid: number, gid: number): void {
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    inode.ctimeNs = this.clock.timeNs();
  }

  protected setTimes(inode: Inode, atimeNs: bigint, mtimeNs: bigint): void {
    inode.atimeNs = atimeNs;
    inode.mtimeNs = mtimeNs;
    inode.ctimeNs = this.clock.timeNs();
  }

  protected resize(inode: Inode, length: number): void {
    inode.resize(length);
    inode.mtimeNs = inode.ctimeNs = this.clock.timeNs();
  }

  #store(inode: Inode, bytes: Uint8Array, position: number): void {
    if (bytes.length === 0) return;
    inode.write(bytes, position);
    inode.mtimeNs = inode.ctimeNs = this.clock.timeNs();
  }

  #get(fd: number): Description {
    const slot = this.#slots[fd];
    if (slot === undefined) throw hostError('EBADF');
    return slot.description;
  }

  #seekable(fd: number): Description {
    const file = this.#get(fd);
    if (!file.inode.isRegular && !file.inode.isDirectory) throw hostError('ESPIPE');
    return file;
  }
}

/** An empty pipe that still has a writer could only block for ever: there is nobody else to write. */
function readPipe(file: Description, buffer: Uint8Array): number {
  const { inode } = file;
  if (inode.size === 0 && inode.writers > 0) throw hostError(file.blocking ? 'EDEADLK' : 'EAGAIN');
  return inode.shift(buffer);
}

function writePipe(file: Description, bytes: Uint8Array): number {
  const { inode } = file;
  if (inode.readers === 0) throw hostError('EPIPE');
  const room = PIPE_CAPACITY - inode.size;
  if (bytes.length > room && (room === 0 || file.blocking)) throw hostError(file.blocking ? 'EDEADLK' : 'EAGAIN');
  const part = bytes.subarray(0, room);
  inode.write(part, inode.size);
  return part.length;
}
