// What the objects of a document look like: those at one place, the items of a list say, mostly have the same keys in the same order. A key that
// is expected is compared where it stands instead of being cut out, and the same string each time is found at once in later look-ups.
// CPython: Modules/_json.c (the `memo` of keys)
import type { SharedKeys } from '../../runtime/objects/dict/table.ts';

/** Objects with more keys than this are seldom alike. */
const MOST_KEYS = 100;
/** After so many objects unlike the one before, no more is expected. */
const PATIENCE = 8;

export const NO_KEYS: readonly string[] = Object.freeze([]);

export class Shape {
  /** The keys of an object read before, as they stand in the document. */
  keys: readonly string[] = NO_KEYS;
  /** What the dicts of such objects share once one was made; null when a key comes twice in them. */
  memo: SharedKeys | null | undefined = undefined;
  private misses = 0;
  /** The keys have been met a second time, and are the engine's own strings since. */
  private known = false;
  private readonly members: (Shape | undefined)[] = [];

  /** The shape of the objects in the member at `at`. */
  inside(at: number): Shape {
    const place = Math.min(at, MOST_KEYS);
    let shape = this.members[place];
    if (shape === undefined) this.members[place] = shape = new Shape();
    return shape;
  }

  /** Expects the keys of these entries from now on. Each has to stand in the document as it is, without escapes. */
  learn(entries: readonly unknown[]): void {
    if (entries.length < 3 || entries.length > 2 * MOST_KEYS || this.misses > PATIENCE) return;
    this.misses++;
    const keys: string[] = [];
    for (let i = 1; i < entries.length; i += 2) keys.push(entries[i] as string);
    this.keys = keys;
    this.known = false;
    this.memo = undefined;
  }

  /** An object had exactly these keys. */
  confirm(): void {
    this.misses = 0;
    if (this.known) return;
    this.known = true;
    this.keys = this.keys.map(internalized);
  }
}

/** Longer documents have much to learn from by themselves. */
const SHORT = 4096;
/** What was learnt is forgotten after so many documents, so that it does not grow without end. */
const MOST_DOCUMENTS = 500;

/** The shape of the documents that one decoder reads: small ones, one after the other, are often alike. */
export class DocumentShapes {
  private shape = new Shape();
  private documents = 0;

  of(text: string): Shape {
    if (text.length > SHORT) return new Shape();
    if (this.documents++ > MOST_DOCUMENTS) {
      this.shape = new Shape();
      this.documents = 0;
    }
    return this.shape;
  }
}

/** The engine's own copy of a string: equal strings are then one, and no document is kept for the sake of a key. */
function internalized(text: string): string {
  return Object.keys({ [text]: 0 })[0]!;
}
