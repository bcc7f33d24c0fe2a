/// <reference types="node" />
// Calls on open descriptors, on Node. Reads and writes of pipes and terminals go through transfer.ts.

import {
  constants,
  fchmodSync,
  fchownSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  futimesSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { isatty } from 'node:tty';
import {
  type Descriptors,
  type HostPath,
  type PollRequest,
  S_IFMT,
  S_IFREG,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
  type Stat,
} from '../../files.ts';
import { LocalSocket, socketStat } from '../../localSocket.ts';
import { fromNode, nodeHostError } from '../errors.ts';
import { toNodePath } from '../text.ts';
import { PipeMaker } from './pipes.ts';
import { pollDescriptors } from './poll.ts';
import { nsToSeconds, toStat } from './stat.ts';
import { Description, DescriptorTable, KERNEL_OFFSET } from './table.ts';
import { type Interrupts, readStream, writeAll } from './transfer.ts';

const ACCESS_MODE = constants.O_RDONLY | constants.O_WRONLY | constants.O_RDWR;

export class NodeDescriptors implements Descriptors {
  readonly table = new DescriptorTable([0, 1, 2].map(standardStream));
  readonly #interrupts: Interrupts;
  readonly #pipes = new PipeMaker();

  constructor(interrupts: Interrupts) {
    this.#interrupts = interrupts;
  }

  open(path: HostPath, flags: number, mode: number): number {
    const own = typeof path === 'string' ? this.#ownDescriptor(path) : undefined;
    try {
      const real = openSync(own ?? toNodePath(path), flags, mode);
      return this.table.add(new Description(real, flags, 0));
    } catch (error) {
      throw fromNode(error, path);
    }
  }

  /** /dev/fd/N names one of our numbers, not the kernel's. */
  #ownDescriptor(path: string): string | undefined {
    const match = /^\/(?:dev\/fd|proc\/self\/fd)\/(\d+)$/.exec(path);
    return match ? `/dev/fd/${this.table.get(Number(match[1])).real}` : undefined;
  }

  close(fd: number): void {
    this.table.close(fd);
  }

  read(fd: number, buffer: Uint8Array): number {
    const file = this.table.get(fd);
    if (buffer.length === 0) return 0;
    try {
      if (!file.regular) return readStream(file, buffer, this.#interrupts);
      const at = file.offset === KERNEL_OFFSET ? null : file.offset;
      const count = readSync(file.real, buffer, 0, buffer.length, at);
      moved(file, count);
      return count;
    } catch (error) {
      throw fromNode(error);
    }
  }

  pread(fd: number, buffer: Uint8Array, position: number): number {
    const file = this.table.get(fd);
    try {
      if (!file.regular && file.type !== constants.S_IFBLK) throw nodeHostError('ESPIPE');
      return readSync(file.real, buffer, 0, buffer.length, position);
    } catch (error) {
      throw fromNode(error);
    }
  }

  write(fd: number, bytes: Uint8Array): number {
    const file = this.table.get(fd);
    try {
      if (file.offset === KERNEL_OFFSET) {
        const count = writeAll(file, bytes, this.#interrupts);
        if ((file.flags & constants.O_APPEND) !== 0) file.known = -1;
        else moved(file, count);
        return count;
      }
      const count = writeSync(file.real, bytes, 0, bytes.length, file.offset);
      if ((file.flags & constants.O_APPEND) !== 0) file.offset = fstatSync(file.real).size;
      else moved(file, count);
      return count;
    } catch (error) {
      throw fromNode(error);
    }
  }

  pwrite(fd: number, bytes: Uint8Array, position: number): number {
    const file = this.table.get(fd);
    try {
      if (!file.regular && file.type !== constants.S_IFBLK) throw nodeHostError('ESPIPE');
      return writeSync(file.real, bytes, 0, bytes.length, position);
    } catch (error) {
      throw fromNode(error);
    }
  }

  lseek(fd: number, offset: number, whence: number): number {
    const file = this.table.get(fd);
    if (!file.regular) return this.#seekDevice(file);
    const now = tell(file);
    let target: number;
    if (whence === SEEK_SET) target = offset;
    else if (whence === SEEK_CUR) target = now + offset;
    else if (whence === SEEK_END) target = fstatSync(file.real).size + offset;
    else throw nodeHostError('EINVAL');
    if (target < 0) throw nodeHostError('EINVAL');
    if (target !== now) file.offset = target;
    return target;
  }

  /** Pipes, sockets and terminals cannot seek; other devices and directories stay at 0. */
  #seekDevice(file: Description): number {
    const { type } = file;
    if (type === constants.S_IFIFO || type === constants.S_IFSOCK || isTerminal(file.real))
      throw nodeHostError('ESPIPE');
    return 0;
  }

  ftruncate(fd: number, length: number): void {
    const file = this.table.get(fd);
    if (length < 0 || (file.flags & ACCESS_MODE) === constants.O_RDONLY) throw nodeHostError('EINVAL');
    this.#call(fd, (real) => ftruncateSync(real, length));
  }

  fsync(fd: number): void {
    this.#call(fd, fsyncSync);
  }

  fdatasync(fd: number): void {
    this.#call(fd, fdatasyncSync);
  }

  dup(fd: number): number {
    return this.table.dup(fd);
  }

  dup2(fd: number, target: number, inheritable: boolean): number {
    return this.table.dup2(fd, target, inheritable);
  }

  pipe(): [number, number] {
    const [readEnd, writeEnd] = this.#pipes.make();
    const read = this.table.add(new Description(readEnd, constants.O_RDONLY, 0));
    return [read, this.table.add(new Description(writeEnd, constants.O_WRONLY, 0))];
  }

  socketpair(): [number, number] {
    const [a, b] = LocalSocket.pair();
    const first = this.table.add(new Description(-1, constants.O_RDWR, 0, a));
    return [first, this.table.add(new Description(-1, constants.O_RDWR, 0, b))];
  }

  socket(fd: number): LocalSocket {
    const { socket } = this.table.get(fd);
    if (socket === undefined) throw nodeHostError('ENOTSOCK');
    return socket;
  }

  isatty(fd: number): boolean {
    if (!this.table.has(fd)) return false;
    const { socket, real } = this.table.get(fd);
    return socket === undefined && isTerminal(real);
  }

  fstat(fd: number): Stat {
    if (this.table.get(fd).socket !== undefined) return socketStat(fd, BigInt(Date.now()) * 1000000n);
    return this.#call(fd, (real) => toStat(fstatSync(real, { bigint: true })));
  }

  fchmod(fd: number, mode: number): void {
    this.#call(fd, (real) => fchmodSync(real, mode));
  }

  fchown(fd: number, uid: number, gid: number): void {
    this.#call(fd, (real) => fchownSync(real, uid >>> 0, gid >>> 0));
  }

  futimens(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    this.#call(fd, (real) => futimesSync(real, nsToSeconds(atimeNs), nsToSeconds(mtimeNs)));
  }

  poll(requests: readonly PollRequest[], milliseconds: number | undefined): number[] {
    return pollDescriptors(this.table, requests, milliseconds, this.#interrupts);
  }

  getInheritable(fd: number): boolean {
    return this.table.isInheritable(fd);
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.table.setInheritable(fd, inheritable);
  }

  getBlocking(fd: number): boolean {
    return this.table.get(fd).blocking;
  }

  setBlocking(fd: number, blocking: boolean): void {
    this.table.get(fd).blocking = blocking;
  }

  #call<T>(fd: number, call: (real: number) => T): T {
    const { real } = this.table.get(fd);
    try {
      return call(real);
    } catch (error) {
      throw fromNode(error);
    }
  }
}

function moved(file: Description, count: number): void {
  if (file.offset !== KERNEL_OFFSET) file.offset += count;
  else if (file.known >= 0) file.known += count;
}

/** The offset: ours, the kernel's as counted, or asked of /proc where a parent may have moved it. */
function tell(file: Description): number {
  if (file.offset !== KERNEL_OFFSET) return file.offset;
  if (file.known >= 0) return file.known;
  try {
    const info = readFileSync(`/proc/self/fdinfo/${file.real}`, 'latin1');
    return Number(/^pos:\s*(\d+)/m.exec(info)?.[1] ?? 0);
  } catch {
    return (file.flags & constants.O_APPEND) !== 0 ? fstatSync(file.real).size : 0;
  }
}

/** Streams 0-2 as the parent left them. */
function standardStream(fd: number): Description | undefined {
  try {
    const type = fstatSync(fd).mode & S_IFMT;
    return new Description(fd, standardFlags(fd), type === S_IFREG ? -1 : 0);
  } catch {
    return undefined;
  }
}

function standardFlags(fd: number): number {
  try {
    const info = readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1');
    return Number.parseInt(/^flags:\s*(\d+)/m.exec(info)?.[1] ?? '2', 8);
  } catch {
    return constants.O_RDWR;
  }
}

/** Linux's memory devices: /dev/null and its like. */
const MEMORY_DEVICES = 1;

/** `node:tty` takes milliseconds to load: it is asked where there is doubt. */
function isTerminal(real: number): boolean {
  const { mode, rdev } = fstatSync(real);
  if ((mode & S_IFMT) !== constants.S_IFCHR) return false;
  return (process.platform !== 'linux' || ((rdev >> 8) & 0xfff) !== MEMORY_DEVICES) && isatty(real);
}
