// What the LZMA encoder and decoder share: the layout of the probabilities and the states. CPython: Modules/_lzmamodule.c over liblzma;
// the format as in the LZMA specification (public domain)

export const PROB_INIT = 1024;
export const PROB_BITS = 11;
export const MOVE_BITS = 5;
export const TOP = 0x1000000;

/** Places in the one array of probabilities. */
export const IS_MATCH = 0;
export const IS_REP: number = IS_MATCH + (12 << 4);
export const IS_REP0: number = IS_REP + 12;
export const IS_REP1: number = IS_REP0 + 12;
export const IS_REP2: number = IS_REP1 + 12;
export const IS_REP0_LONG: number = IS_REP2 + 12;
export const POS_SLOT: number = IS_REP0_LONG + (12 << 4);
export const POS_SPECIAL: number = POS_SLOT + (4 << 6);
export const POS_ALIGN: number = POS_SPECIAL + 128;
export const LENGTH: number = POS_ALIGN + 16;
/** Of a length coder: choice, choice2, low, middle, high. */
export const LENGTH_LOW = 2;
export const LENGTH_MIDDLE: number = LENGTH_LOW + (16 << 3);
export const LENGTH_HIGH: number = LENGTH_MIDDLE + (16 << 3);
export const LENGTH_SIZE: number = LENGTH_HIGH + 256;
export const REP_LENGTH: number = LENGTH + LENGTH_SIZE;
export const LITERAL: number = REP_LENGTH + LENGTH_SIZE;

export interface Properties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

export function probabilityCount({ lc, lp }: Properties): number {
  return LITERAL + (0x300 << (lc + lp));
}

export function propertiesByte({ lc, lp, pb }: Properties): number {
  return (pb * 5 + lp) * 9 + lc;
}

/** Undefined for a byte that says nothing. */
export function propertiesOf(byte: number): Properties | undefined {
  if (byte >= 225) return undefined;
  const lc = byte % 9;
  const rest = Math.floor(byte / 9);
  return { lc, lp: rest % 5, pb: Math.floor(rest / 5) };
}

export function afterLiteral(state: number): number {
  return state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
}
export const afterMatch = (state: number): number => (state < 7 ? 7 : 10);
export const afterRep = (state: number): number => (state < 7 ? 8 : 11);
export const afterShortRep = (state: number): number => (state < 7 ? 9 : 11);
