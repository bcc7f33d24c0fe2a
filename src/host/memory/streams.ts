// Standard streams of the memory host: input from given bytes, output to a function or kept.

import type { Device } from './files/inode.ts';

/** Gives bytes when asked; an empty array is the end. */
export type ByteSource = () => Uint8Array;

/** A stream that reads from a source. */
export function inputDevice(source: Uint8Array | ByteSource, isTerminal = false): Device {
  let rest = typeof source === 'function' ? new Uint8Array(0) : source;
  return {
    isTerminal,
    read(buffer) {
      if (rest.length === 0 && typeof source === 'function') rest = source();
      const count = Math.min(buffer.length, rest.length);
      buffer.set(rest.subarray(0, count));
      rest = rest.subarray(count);
      return count;
    },
    write: (bytes) => bytes.length,
  };
}

/** A stream that hands what is written to a function. The bytes are the function's to keep. */
export function outputDevice(sink: (bytes: Uint8Array) => void, isTerminal = false): Device {
  return {
    isTerminal,
    read: () => 0,
    write(bytes) {
      sink(bytes.slice());
      return bytes.length;
    },
  };
}
