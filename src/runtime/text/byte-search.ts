// Searching and comparing bytes. CPython: Objects/stringlib/fastsearch.h, find.h, count.h

/** From this length on the engine's own search for one byte is worth its call. */
const NATIVE_FROM = 32;

/** The first place of `byte` in `data[start:end]`, or -1; `start` may be beyond `end`. */
export function findByte(data: Uint8Array, byte: number, start: number, end: number): number {
  if (end - start < NATIVE_FROM) {
    for (let i = start; i < end; i++) if (data[i] === byte) return i;
    return -1;
  }
  return (end < data.length ? data.subarray(0, end) : data).indexOf(byte, start);
}

/** The last place of `byte` in `data[start:end]`, or -1. */
export function rfindByte(data: Uint8Array, byte: number, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) if (data[i] === byte) return i;
  return -1;
}

/** The first place of `needle` in `data[start:end]`, or -1. The bounds are adjusted already. */
export function findBytes(data: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const size = needle.length;
  if (size === 1) return findByte(data, needle[0]!, start, end);
  if (end - start < size) return -1;
  if (size === 0) return start;
  if (isLarge(size, end - start)) return findLinear(data, needle, start, end);
  const first = needle[0]!;
  const last = end - size;
  for (let i = start; i <= last; i++) {
    if (data[i] !== first) {
      i = findByte(data, first, i + 1, last + 1);
      if (i < 0) return -1;
    }
    if (matchesAt(data, needle, i)) return i;
  }
  return -1;
}

/** Whether the plain search, whose worst case is the product of the lengths, might take too long. */
function isLarge(needle: number, data: number): boolean {
  return needle >= 100 && data >= 20_000;
}

/** Search in time linear in both lengths (Knuth, Morris, Pratt). */
function findLinear(data: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const size = needle.length;
  const borders = new Int32Array(size);
  for (let i = 1, k = 0; i < size; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = borders[k - 1]!;
    if (needle[i] === needle[k]) k++;
    borders[i] = k;
  }
  let matched = 0;
  for (let i = start; i < end; i++) {
    const byte = data[i];
    while (matched > 0 && byte !== needle[matched]) matched = borders[matched - 1]!;
    if (byte === needle[matched]) matched++;
    if (matched === size) return i - size + 1;
  }
  return -1;
}

function matchesAt(data: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let k = 0; k < needle.length; k++) if (data[at + k] !== needle[k]) return false;
  return true;
}

/** The last place of `needle` in `data[start:end]`, or -1. */
export function rfindBytes(data: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const size = needle.length;
  if (size === 1) return rfindByte(data, needle[0]!, start, end);
  if (end - start < size) return -1;
  if (size === 0) return end;
  const first = needle[0];
  for (let i = end - size; i >= start; i--) if (data[i] === first && matchesAt(data, needle, i)) return i;
  return -1;
}

/** How often `needle` occurs in `data[start:end]` without overlap. */
export function countBytes(data: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  if (start > end) return 0;
  const size = needle.length;
  if (size === 0) return end - start + 1;
  let count = 0;
  if (size === 1) {
    const byte = needle[0];
    for (let i = start; i < end; i++) if (data[i] === byte) count++;
    return count;
  }
  for (let at = findBytes(data, needle, start, end); at >= 0; at = findBytes(data, needle, at + size, end)) count++;
  return count;
}

/** Whether `needle` stands at `at`, within `end`. */
export function hasBytesAt(data: Uint8Array, needle: Uint8Array, at: number, end: number): boolean {
  return at >= 0 && at + needle.length <= end && matchesAt(data, needle, at);
}

/** Negative, 0 or positive, as `a` comes before, with or after `b`. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && matchesAt(a, b, 0));
}
