// Inodes of the in-memory file system: what exists, independent of names and open descriptors.

import { S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG, type Stat } from '../../files.ts';

const BLOCK = 4096;
const FIRST_CAPACITY = 64;

export class Inode {
  readonly ino: number;
  mode: number;
  nlink = 1;
  uid = 0;
  gid = 0;
  atimeNs: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  /** Contents of a regular file: the first `size` bytes of `data`. */
  data: Uint8Array = new Uint8Array(0);
  size = 0;
  /** Entries of a directory. */
  readonly entries: Map<string, Inode> | undefined;
  /** The directory that holds this one; itself for the root. */
  parent: Inode | undefined;
  /** Text of a symbolic link. */
  readonly target: string;
  /** What a device does instead of storing bytes. */
  readonly device: Device | undefined;
  /** Ends of a pipe that are open. */
  readers = 0;
  writers = 0;

  constructor(ino: number, mode: number, now: bigint, options: { target?: string; device?: Device } = {}) {
    this.ino = ino;
    this.mode = mode;
    this.atimeNs = now;
    this.mtimeNs = now;
    this.ctimeNs = now;
    this.target = options.target ?? '';
    this.device = options.device;
    this.entries = (mode & S_IFMT) === S_IFDIR ? new Map() : undefined;
    if (this.entries) this.nlink = 2;
  }

  get type(): number {
    return this.mode & S_IFMT;
  }

  get isDirectory(): boolean {
    return this.type === S_IFDIR;
  }

  get isSymlink(): boolean {
    return this.type === S_IFLNK;
  }

  get isPipe(): boolean {
    return this.type === S_IFIFO;
  }

  get isRegular(): boolean {
    return this.type === S_IFREG;
  }

  read(buffer: Uint8Array, position: number): number {
    const count = Math.max(0, Math.min(buffer.length, this.size - position));
    buffer.set(this.data.subarray(position, position + count));
    return count;
  }

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.length;
    if (end > this.data.length) this.#grow(end);
    this.data.set(bytes, position);
    if (end > this.size) this.size = end;
  }

  resize(size: number): void {
    if (size > this.data.length) this.#grow(size);
    if (size < this.size) this.data.fill(0, size, this.size);
    this.size = size;
  }

  /** Takes bytes from the front, as a pipe does. */
  shift(buffer: Uint8Array): number {
    const count = this.read(buffer, 0);
    this.data.copyWithin(0, count, this.size);
    this.size -= count;
    return count;
  }

  stat(): Stat {
    const size = this.isDirectory ? BLOCK : this.isSymlink ? new TextEncoder().encode(this.target).length : this.size;
    return {
      mode: this.mode,
      ino: BigInt(this.ino),
      dev: 1n,
      nlink: this.nlink,
      uid: this.uid,
      gid: this.gid,
      rdev: 0n,
      size: this.isPipe || this.device ? 0 : size,
      blksize: BLOCK,
      blocks: Math.ceil(size / BLOCK) * (BLOCK / 512),
      atimeNs: this.atimeNs,
      mtimeNs: this.mtimeNs,
      ctimeNs: this.ctimeNs,
    };
  }

  #grow(size: number): void {
    const data = new Uint8Array(Math.max(size, this.data.length * 2, FIRST_CAPACITY));
    data.set(this.data.subarray(0, this.size));
    this.data = data;
  }
}

/** A character device. */
export interface Device {
  readonly isTerminal: boolean;
  /** Fills the buffer; 0 is the end. */
  read(buffer: Uint8Array): number;
  write(bytes: Uint8Array): number;
}
