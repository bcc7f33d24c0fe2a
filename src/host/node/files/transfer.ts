/// <reference types="node" />
// Reading and writing what is not a regular file. A blocking read(2) cannot be left when a signal arrives, so pipes and
// terminals are read through a second descriptor that does not block, with waits that the signal flag ends. Writes are complete:
// EAGAIN (another process made our terminal or pipe non-blocking) waits and goes on.

import { constants, openSync, readSync, writeSync } from 'node:fs';
import { errnoOf, nodeHostError } from '../errors.ts';
import type { Description } from './table.ts';

/** How waiting notices signals. */
export interface Interrupts {
  /** Is anyone listening for signals? If not, a plain blocking read is faster. */
  readonly active: boolean;
  /** True when a signal is pending, after at most so many milliseconds. */
  wait(milliseconds: number): boolean;
}

const FIRST_WAIT_MS = 0.05;
const LONGEST_WAIT_MS = 5;

/** read(2) on a pipe, terminal, socket or device. */
export function readStream(file: Description, buffer: Uint8Array, interrupts: Interrupts): number {
  if (file.socket !== undefined) return file.socket.read(buffer, file.blocking);
  if (file.ahead !== undefined) return takeAhead(file, file.ahead, buffer);
  if (file.blocking && interrupts.wait(0)) throw nodeHostError('EINTR');
  const real = interrupts.active || !file.blocking ? pollable(file) : file.real;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    try {
      return readSync(real, buffer, 0, buffer.length, null);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === 'EOF') return 0;
      if (errno !== 'EAGAIN' || !file.blocking) throw error;
    }
    if (interrupts.wait(wait)) throw nodeHostError('EINTR');
  }
}

function takeAhead(file: Description, ahead: Uint8Array, buffer: Uint8Array): number {
  const count = Math.min(ahead.length, buffer.length);
  buffer.set(ahead.subarray(0, count));
  file.ahead = count < ahead.length ? ahead.subarray(count) : undefined;
  return count;
}

/** The descriptor to poll: opened anew without blocking where /proc allows it, else the real one. */
export function pollable(file: Description): number {
  if (file.poll === undefined) file.poll = reopen(file);
  return file.poll >= 0 ? file.poll : file.real;
}

function reopen(file: Description): number {
  const { type } = file;
  if (process.platform !== 'linux' || (type !== constants.S_IFIFO && type !== constants.S_IFCHR)) return -1;
  try {
    const access = file.flags & (constants.O_RDONLY | constants.O_WRONLY | constants.O_RDWR);
    return openSync(`/proc/self/fd/${file.real}`, access | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return -1;
  }
}

/** write(2) until all is written, at the kernel's offset. */
export function writeAll(file: Description, bytes: Uint8Array, interrupts: Interrupts): number {
  if (file.socket !== undefined) return file.socket.write(bytes, file.blocking);
  let done = 0;
  let wait = FIRST_WAIT_MS;
  const { mustNotBlock } = file;
  file.mustNotBlock = false;
  const real = mustNotBlock || !file.blocking ? pollable(file) : file.real;
  while (done < bytes.length || bytes.length === 0) {
    try {
      done += writeSync(real, bytes, done, bytes.length - done, null);
      wait = FIRST_WAIT_MS;
      if (bytes.length === 0) break;
    } catch (error) {
      if (errnoOf(error) !== 'EAGAIN' || !file.blocking) {
        if (done > 0) return done;
        throw error;
      }
      if (mustNotBlock) return done;
      if (interrupts.wait(wait) && done === 0) throw nodeHostError('EINTR');
      wait = Math.min(wait * 1.5, LONGEST_WAIT_MS);
    }
  }
  return done;
}
