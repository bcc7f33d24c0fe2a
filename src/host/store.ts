// A place where the engine may keep text between runs (compiled code), by key. Losing an entry costs time, never correctness.

export interface TextStore {
  /** The text kept under a key, or undefined. */
  read(key: string): string | undefined;
  /** Keeps a text; quietly does nothing where it cannot. */
  write(key: string, text: string): void;
}
