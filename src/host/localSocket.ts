// A connected pair of stream sockets that lives inside the process: what socketpair(2) gives, as far as one thread can tell.
// No child inherits one.
import { hostError } from './error.ts';
import { POLLHUP, POLLIN, POLLOUT, S_IFSOCK, type Stat } from './files.ts';

/** Bytes one end holds before its writer has to wait: Linux's default. */
const CAPACITY = 212992;

export class LocalSocket {
  /** What has come and was not read yet. */
  readonly #inbox: Uint8Array[] = [];
  #size = 0;
  #peer: LocalSocket | undefined;
  #reads = true;
  #writes = true;

  /** Two ends of one connection. */
  static pair(): [LocalSocket, LocalSocket] {
    const a = new LocalSocket();
    const b = new LocalSocket();
    a.#peer = b;
    b.#peer = a;
    return [a, b];
  }

  /** read(2); nobody else could ever send, so waiting for bytes is a deadlock. */
  read(buffer: Uint8Array, blocking: boolean, peek = false): number {
    if (this.#size === 0) {
      if (this.#ended) return 0;
      throw hostError(blocking ? 'EDEADLK' : 'EAGAIN');
    }
    let done = 0;
    for (let i = 0; i < this.#inbox.length && done < buffer.length; i++) {
      const part = this.#inbox[i]!.subarray(0, buffer.length - done);
      buffer.set(part, done);
      done += part.length;
    }
    if (!peek) this.#drop(done);
    return done;
  }

  #drop(count: number): void {
    this.#size -= count;
    let left = count;
    while (left > 0) {
      const first = this.#inbox[0]!;
      if (first.length <= left) this.#inbox.shift();
      else this.#inbox[0] = first.subarray(left);
      left -= Math.min(left, first.length);
    }
  }

  /** write(2) */
  write(bytes: Uint8Array, blocking: boolean): number {
    const peer = this.#peer;
    if (!this.#writes || peer === undefined || !peer.#reads) throw hostError('EPIPE');
    const part = bytes.slice(0, CAPACITY - peer.#size);
    if (part.length < bytes.length && (blocking || part.length === 0)) throw hostError(blocking ? 'EDEADLK' : 'EAGAIN');
    if (part.length > 0) peer.#inbox.push(part);
    peer.#size += part.length;
    return part.length;
  }

  /** shutdown(2) */
  shutdown(reads: boolean, writes: boolean): void {
    if (this.#peer === undefined) throw hostError('ENOTCONN');
    if (reads) this.#reads = false;
    if (writes) this.#writes = false;
  }

  close(): void {
    if (this.#peer !== undefined) this.#peer.#peer = undefined;
    this.#peer = undefined;
  }

  get #ended(): boolean {
    return !this.#reads || this.#peer === undefined || !this.#peer.#writes;
  }

  /** poll(2): POLL* bits out of `events`. */
  readiness(events: number): number {
    let bits = 0;
    if (this.#size > 0 || this.#ended) bits |= events & POLLIN;
    if (this.#peer === undefined || this.#peer.#size < CAPACITY) bits |= events & POLLOUT;
    return this.#peer === undefined ? bits | POLLHUP : bits;
  }
}

/** What fstat(2) says of a socket. */
export function socketStat(fd: number, now: bigint): Stat {
  return {
    mode: S_IFSOCK | 0o777,
    ino: BigInt(fd + 1),
    dev: 8n,
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: 0n,
    size: 0,
    blksize: 4096,
    blocks: 0,
    atimeNs: now,
    mtimeNs: now,
    ctimeNs: now,
  };
}
