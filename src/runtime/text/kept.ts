// What has been made of a text is kept with the interpreter and used again: parsed format strings and specs.
import { state } from '../core/state.ts';

const MOST = 512;
/** Longer texts are seldom used twice. */
const LONGEST = 512;

/** `make(text)`, kept under the symbol; what it throws, and undefined, is not kept. */
export function kept<T>(symbol: symbol, text: string, make: (text: string) => T): T {
  if (text.length > LONGEST || state.interp === undefined) return make(text);
  let map = state.interp.states.get(symbol) as Map<string, T> | undefined;
  if (map === undefined) state.interp.states.set(symbol, (map = new Map()));
  let value = map.get(text);
  if (value === undefined) {
    value = make(text);
    if (map.size >= MOST) map.clear();
    map.set(text, value);
  }
  return value;
}
