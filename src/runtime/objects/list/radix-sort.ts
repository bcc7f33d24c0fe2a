// Orders of many ints or strings digit by digit, which takes no comparisons; equal keys keep their order.
// CPython compares instead: Objects/listobject.c (unsafe_long_compare, unsafe_latin_compare)

/** Bits looked at in one pass: few enough that the counts are cheap beside the keys. */
const DIGIT = 8;
const COUNTS = 1 << DIGIT;

/** The places of the words in ascending order; all are below 2 ** `bits`. */
export function orderOfWords(words: Uint32Array, bits: number): Uint32Array {
  const n = words.length;
  let from = new Uint32Array(n);
  let to = new Uint32Array(n);
  const counts = new Uint32Array(COUNTS);
  for (let i = 0; i < n; i++) from[i] = i;
  for (let shift = 0; shift < bits; shift += DIGIT) {
    countDigits(words, shift, counts);
    for (let i = 0; i < n; i++) {
      const place = from[i]!;
      to[counts[(words[place]! >>> shift) & (COUNTS - 1)]++] = place;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Where the words with each digit begin in the next order. */
function countDigits(words: Uint32Array, shift: number, counts: Uint32Array): void {
  counts.fill(0);
  for (let i = 0; i < words.length; i++) counts[(words[i]! >>> shift) & (COUNTS - 1)]++;
  let sum = 0;
  for (let digit = 0; digit < COUNTS; digit++) {
    const count = counts[digit]!;
    counts[digit] = sum;
    sum += count;
  }
}

/** Words in ascending order; `words` is used up. */
function sortedWords(words: Uint32Array<ArrayBuffer>, bits: number): Uint32Array {
  let from = words;
  let to = new Uint32Array(words.length);
  const counts = new Uint32Array(COUNTS);
  for (let shift = 0; shift < bits; shift += DIGIT) {
    countDigits(from, shift, counts);
    for (let i = 0; i < from.length; i++) {
      const word = from[i]!;
      to[counts[(word >>> shift) & (COUNTS - 1)]++] = word;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The keys less the least of them, when these are integers of 32 bits. */
interface Offsets {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly least: number;
  readonly bits: number;
}

function offsetsOf(keys: ArrayLike<number>): Offsets | undefined {
  const n = keys.length;
  let least = keys[0]!;
  let most = least;
  for (let i = 0; i < n; i++) {
    const key = keys[i]!;
    if (key < least) least = key;
    else if (key > most) most = key;
  }
  if (!(most - least <= 0xffffffff && Number.isSafeInteger(least))) return undefined;
  const words = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const offset = keys[i]! - least;
    words[i] = offset;
    if (words[i] !== offset) return undefined;
  }
  return { words, least, bits: 32 - Math.clz32(most - least) };
}

/** The places of numbers in ascending order; undefined if they are no ints close enough to each other. */
export function orderOfInts(keys: ArrayLike<number>): Uint32Array | undefined {
  const offsets = offsetsOf(keys);
  return offsets === undefined ? undefined : orderOfWords(offsets.words, offsets.bits);
}

/** Sorts ints in place; false if they are not close enough to each other. */
export function sortInts(keys: number[]): boolean {
  const offsets = offsetsOf(keys);
  if (offsets === undefined) return false;
  const { words, least, bits } = offsets;
  const sorted = sortedWords(words, bits);
  for (let i = 0; i < sorted.length; i++) keys[i] = sorted[i]! + least;
  return true;
}

/** Strings of fewer that begin alike are inserted one by one. */
const FEW = 16;
/** Characters looked at at once; a character counts as one digit, all beyond the last as the same. */
const CHARACTERS = 4;
const LAST_DIGIT = COUNTS - 1;

/** The places of the strings in ascending order of code units. */
export function orderOfStrings(keys: readonly string[]): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  orderRange(keys, order, 0, order.length);
  return order;
}

function orderRange(keys: readonly string[], order: Uint32Array, start: number, end: number): void {
  if (end - start <= FEW) {
    insertStrings(keys, order, start, end);
    return;
  }
  const skip = sharedPrefix(keys, order, start, end);
  const words = new Uint32Array(end - start);
  for (let i = start; i < end; i++) words[i - start] = wordOf(keys[order[i]!]!, skip);
  const places = orderOfWords(words, CHARACTERS * DIGIT);
  const old = order.slice(start, end);
  for (let i = 0; i < places.length; i++) order[start + i] = old[places[i]!]!;
  for (let i = 0; i < places.length; ) {
    const word = words[places[i]!]!;
    const first = i++;
    while (i < places.length && words[places[i]!] === word) i++;
    if (i - first > 1) orderAlike(keys, order, start + first, start + i, word);
  }
}

/** Strings whose next characters have the same word: the rest decides, or what a digit could not tell. */
function orderAlike(keys: readonly string[], order: Uint32Array, start: number, end: number, word: number): void {
  // A character beyond the digits may be another one, and a string that ended has no rest.
  if (end - start > FEW && isTold(word)) orderRange(keys, order, start, end);
  else if (end - start <= FEW) insertStrings(keys, order, start, end);
  else mergeStrings(keys, order, start, end);
}

/** Whether the digits of a word say which characters it stands for. */
function isTold(word: number): boolean {
  for (let shift = 0; shift < CHARACTERS * DIGIT; shift += DIGIT) {
    const digit = (word >>> shift) & LAST_DIGIT;
    if (digit === LAST_DIGIT || digit === 0) return false;
  }
  return true;
}

/** The next characters as digits; 0 where the string has ended. From a character beyond the digits on, nothing is told. */
function wordOf(key: string, from: number): number {
  let word = 0;
  for (let i = from; i < from + CHARACTERS; i++) {
    const digit = i < key.length ? key.charCodeAt(i) + 1 : 0;
    if (digit >= LAST_DIGIT) return untold(word, from + CHARACTERS - i);
    word = (word << DIGIT) | digit;
  }
  return word;
}

function untold(word: number, digits: number): number {
  for (; digits > 0; digits--) word = (word << DIGIT) | LAST_DIGIT;
  return word;
}

/** How many characters all of them begin with. */
function sharedPrefix(keys: readonly string[], order: Uint32Array, start: number, end: number): number {
  const first = keys[order[start]!]!;
  let { length } = first;
  for (let i = start + 1; i < end && length > 0; i++) {
    const key = keys[order[i]!]!;
    let k = 0;
    while (k < length && k < key.length && key.charCodeAt(k) === first.charCodeAt(k)) k++;
    length = k;
  }
  return length;
}

function insertStrings(keys: readonly string[], order: Uint32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const place = order[i]!;
    const key = keys[place]!;
    let at = i - 1;
    for (; at >= start && key < keys[order[at]!]!; at--) order[at + 1] = order[at]!;
    order[at + 1] = place;
  }
}

/** The rare rest, by the engine's own stable sort. */
function mergeStrings(keys: readonly string[], order: Uint32Array, start: number, end: number): void {
  const places = Array.from(order.subarray(start, end));
  places.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
  order.set(places, start);
}
