/// <reference types="node" />
// Between HostText and what Node's calls take and give.

import { Buffer } from 'node:buffer';
import type { HostText } from '../error.ts';

/** A path for node:fs, which wants a Buffer where we have bytes. */
export function toNodePath(path: HostText): string | Buffer {
  return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.byteLength);
}

/** Bytes into HostText: a string when they are valid UTF-8. */
export function fromBytes(bytes: Buffer): HostText {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(bytes) ? new Uint8Array(bytes) : text;
}

/** Splits NUL-separated text (the form of /proc/self/cmdline and environ). */
export function splitNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return parts;
}
