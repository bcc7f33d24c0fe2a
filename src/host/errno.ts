// errno names, numbers and texts. Linux is the base; a host on another system hands in its own numbers (`errnoTable`).

import { ERRNO_LINUX } from './generated/errnoLinux.ts';

/** What the `errno` module and `os.strerror` need to know. */
export interface ErrnoTable {
  /** Name to number, in ascending order of number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Number to its first name. */
  readonly names: ReadonlyMap<number, string>;
  /** Number to its text. */
  readonly texts: ReadonlyMap<number, string>;
}

export const LINUX_ERRNO: ErrnoTable = errnoTable(new Map(ERRNO_LINUX.map(([name, number]) => [name, number])));

/** Builds a table from a platform's own numbers; texts are those of the Linux entry of the same name. */
export function errnoTable(numbers: ReadonlyMap<string, number>): ErrnoTable {
  const names = new Map<number, string>();
  const texts = new Map<number, string>();
  for (const [name, , text] of ERRNO_LINUX) {
    const number = numbers.get(name);
    if (number === undefined || names.has(number)) continue;
    names.set(number, name);
    texts.set(number, text);
  }
  for (const [name, number] of numbers) if (!names.has(number)) names.set(number, name);
  return { numbers, names, texts };
}

/** The Linux number of an errno name (EIO when the name is unknown). */
export function errnoNumber(name: string): number {
  return LINUX_ERRNO.numbers.get(name) ?? 5;
}

/** `strerror(3)`. */
export function strerror(code: number, table: ErrnoTable = LINUX_ERRNO): string {
  if (code === 0) return 'Success';
  return table.texts.get(code) ?? `Unknown error ${code}`;
}
