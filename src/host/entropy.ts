// The entropy capability.

export interface Entropy {
  /** Fills the buffer with random bytes that are fit for cryptography. */
  fill(buffer: Uint8Array): void;
}
