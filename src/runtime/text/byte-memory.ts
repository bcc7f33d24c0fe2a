// Memory for bytes, and copies of it. The engine takes 25 ns for an array of at most 64 bytes, which it keeps in its own heap, and 700 ns
// beyond: so those of middle size are cut from slabs.

/** The engine's limit for typed arrays in its own heap. */
const ON_HEAP = 64;
/** Larger arrays get memory of their own, so that a slab is never kept for the sake of a small part of it. */
const MOST = 2048;
const SLAB = 16384;

/** Every piece is handed out once: a slab goes when all its pieces have gone. */
class Slabs {
  private memory = new ArrayBuffer(0);
  private used = 0;

  take(length: number): Uint8Array {
    if (this.used + length > this.memory.byteLength) {
      this.memory = new ArrayBuffer(SLAB);
      this.used = 0;
    }
    const piece = new Uint8Array(this.memory, this.used, length);
    this.used += (length + 7) & ~7;
    return piece;
  }
}

const SLABS = new Slabs();

/** So many zero bytes. Their `buffer` may hold others beside them. */
export function newBytes(length: number): Uint8Array {
  return length <= ON_HEAP || length > MOST ? new Uint8Array(length) : SLABS.take(length);
}

/** `data[start:end]` as a copy; the bounds are inside. */
export function copyBytes(data: Uint8Array, start = 0, end: number = data.length): Uint8Array {
  const length = end - start;
  if (length <= ON_HEAP || length > MOST) return data.slice(start, end);
  const out = SLABS.take(length);
  out.set(length === data.length ? data : data.subarray(start, end));
  return out;
}

/** From this length on the engine's own copying is worth its call. */
const BY_HAND = 24;

/** Writes `data` into `target` at a place where it fits. */
export function placeBytes(target: Uint8Array, at: number, data: Uint8Array): void {
  if (data.length > BY_HAND) target.set(data, at);
  else for (let i = 0; i < data.length; i++) target[at + i] = data[i]!;
}

export function joinTwo(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = newBytes(a.length + b.length);
  placeBytes(out, 0, a);
  placeBytes(out, a.length, b);
  return out;
}
