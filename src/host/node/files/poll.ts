/// <reference types="node" />
// poll(2). Node has none, so a pipe or terminal is asked by reading from it without blocking; what comes is kept for the next
// read. Whether a pipe takes bytes cannot be seen: it is called ready, and the next write promises not to block.

import { constants, readSync } from 'node:fs';
import { POLLHUP, POLLIN, POLLNVAL, POLLOUT, type PollRequest } from '../../files.ts';
import { errnoOf, nodeHostError } from '../errors.ts';
import type { Description, DescriptorTable } from './table.ts';
import { type Interrupts, pollable } from './transfer.ts';

const AHEAD = 65536;
const FIRST_WAIT_MS = 0.05;
const LONGEST_WAIT_MS = 5;

export function pollDescriptors(
  table: DescriptorTable,
  requests: readonly PollRequest[],
  milliseconds: number | undefined,
  interrupts: Interrupts,
): number[] {
  // An event loop that has work asks between all callbacks whether anything has come.
  if (milliseconds === 0) return requests.map((request) => readinessOf(table, request));
  const end = milliseconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + milliseconds;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    const ready = requests.map((request) => readinessOf(table, request));
    const certain = ready.some((bits, i) => bits !== 0 && !onlyGuessed(table, requests[i]!, bits));
    const left = end - performance.now();
    if (certain || left <= 0) return ready;
    // A guess alone is given after a short wait, so that a full pipe does not make its writer spin.
    const guessed = ready.some((bits) => bits !== 0);
    if (interrupts.wait(Math.min(guessed ? FIRST_WAIT_MS : wait, left))) throw nodeHostError('EINTR');
    if (guessed) return ready;
  }
}

function readinessOf(table: DescriptorTable, { fd, events }: PollRequest): number {
  return table.has(fd) ? readiness(table.get(fd), events) : POLLNVAL;
}

function onlyGuessed(table: DescriptorTable, { fd }: PollRequest, bits: number): boolean {
  return bits === POLLOUT && table.has(fd) && table.get(fd).mustNotBlock;
}

function readiness(file: Description, events: number): number {
  if (file.regular) return events & (POLLIN | POLLOUT);
  if (file.socket !== undefined) return file.socket.readiness(events);
  let bits = 0;
  if (events & POLLIN) bits |= readable(file);
  if (events & POLLOUT) {
    bits |= POLLOUT;
    file.mustNotBlock = file.type === constants.S_IFIFO;
  }
  return bits;
}

function readable(file: Description): number {
  if (file.ahead !== undefined) return POLLIN;
  if (file.atEnd) return POLLHUP;
  const real = pollable(file);
  // A socket cannot be asked without being read from for good.
  if (real === file.real) return POLLIN;
  const buffer = new Uint8Array(AHEAD);
  try {
    const count = readSync(real, buffer, 0, AHEAD, null);
    if (count === 0) {
      file.atEnd = file.type === constants.S_IFIFO;
      return file.atEnd ? POLLHUP : POLLIN;
    }
    file.ahead = buffer.slice(0, count);
    return POLLIN;
  } catch (error) {
    return errnoOf(error) === 'EAGAIN' ? 0 : POLLIN;
  }
}
