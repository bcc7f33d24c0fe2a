/// <reference types="node" />
// The descriptor table. Node offers neither dup nor lseek, so guest descriptors are indexes here, and what they share with
// dup(2) lives in a Description: the real descriptor, and the offset once lseek has moved it away from the kernel's own.

import { closeSync, fstatSync } from 'node:fs';
import { S_IFMT, S_IFREG, S_IFSOCK } from '../../files.ts';
import type { LocalSocket } from '../../localSocket.ts';
import { fromNode, nodeHostError } from '../errors.ts';

/** The offset is the kernel's: read and write without a position. */
export const KERNEL_OFFSET = -1;

/** An open file description (what POSIX calls so: the thing that dup shares). */
export class Description {
  readonly real: number;
  readonly flags: number;
  /** KERNEL_OFFSET, or our own offset, used with pread and pwrite. */
  offset = KERNEL_OFFSET;
  /** Bytes moved since the kernel offset was last known; -1 when it must be asked for. */
  known: number;
  references = 1;
  blocking = true;
  /** A second real descriptor of the same pipe or terminal, opened without blocking; -1 when that failed. */
  poll: number | undefined;
  /** Bytes that poll(2) had to read to see that there are some; reads take them first. */
  ahead: Uint8Array | undefined;
  /** poll(2) has met the end. */
  atEnd = false;
  /** poll(2) has said, without knowing, that a write would not block: the next one must not. */
  mustNotBlock = false;
  /** A socket within the process, which has no real descriptor. */
  readonly socket: LocalSocket | undefined;
  #type: number | undefined;

  constructor(real: number, flags: number, known: number, socket?: LocalSocket) {
    this.real = real;
    this.flags = flags;
    this.known = known;
    this.socket = socket;
    if (socket !== undefined) this.#type = S_IFSOCK;
  }

  /** S_IFMT part of the mode. */
  get type(): number {
    return (this.#type ??= fstatSync(this.real).mode & S_IFMT);
  }

  /** Can it be sought? */
  get regular(): boolean {
    return this.type === S_IFREG;
  }
}

interface Slot {
  readonly description: Description;
  inheritable: boolean;
}

export class DescriptorTable {
  readonly #slots: (Slot | undefined)[] = [];

  constructor(standard: readonly (Description | undefined)[]) {
    for (const [fd, description] of standard.entries())
      this.#slots[fd] = description && { description, inheritable: true };
  }

  get(fd: number): Description {
    const slot = this.#slots[fd];
    if (slot === undefined) throw nodeHostError('EBADF');
    return slot.description;
  }

  has(fd: number): boolean {
    return this.#slots[fd] !== undefined;
  }

  /** Puts a description at the lowest free number. */
  add(description: Description, inheritable = false): number {
    const slots = this.#slots;
    let fd = 0;
    while (slots[fd] !== undefined) fd++;
    slots[fd] = { description, inheritable };
    return fd;
  }

  dup(fd: number): number {
    const description = this.get(fd);
    description.references++;
    return this.add(description);
  }

  dup2(fd: number, target: number, inheritable: boolean): number {
    const description = this.get(fd);
    if (target < 0) throw nodeHostError('EBADF');
    if (fd === target) return target;
    if (this.#slots[target]) this.close(target);
    description.references++;
    this.#slots[target] = { description, inheritable };
    return target;
  }

  close(fd: number): void {
    const description = this.get(fd);
    this.#slots[fd] = undefined;
    description.references--;
    if (description.references > 0) return;
    if (description.socket !== undefined) {
      description.socket.close();
      return;
    }
    try {
      if (description.poll !== undefined && description.poll >= 0) closeSync(description.poll);
      closeSync(description.real);
    } catch (error) {
      throw fromNode(error);
    }
  }

  isInheritable(fd: number): boolean {
    this.get(fd);
    return this.#slots[fd]!.inheritable;
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.get(fd);
    this.#slots[fd]!.inheritable = inheritable;
  }
}
