// Universal newlines. CPython: Modules/_io/textio.c _PyIncrementalNewlineDecoder

import { type Decoder, type DecoderState, NO_BYTES } from './streams.ts';

export const SEEN_CR = 1;
export const SEEN_LF = 2;
export const SEEN_CRLF = 4;

const CR = 13;

/** Turns \r and \r\n into \n (if `translate`), and remembers which kinds there were. */
export class NewlineTranslator {
  readonly translate: boolean;
  seen = 0;
  #pendingCr = false;

  constructor(translate: boolean) {
    this.translate = translate;
  }

  get pendingCr(): boolean {
    return this.#pendingCr;
  }

  set pendingCr(value: boolean) {
    this.#pendingCr = value;
  }

  /** A \r at the end is kept back until it is known whether \n follows. */
  feed(text: string, final: boolean): string {
    if (this.#pendingCr && (final || text.length > 0)) {
      text = '\r' + text;
      this.#pendingCr = false;
    }
    if (!final && text.length > 0 && text.charCodeAt(text.length - 1) === CR) {
      text = text.slice(0, -1);
      this.#pendingCr = true;
    }
    if (text.length === 0) return text;
    if (text.indexOf('\r') < 0) {
      if ((this.seen & SEEN_LF) === 0 && text.indexOf('\n') >= 0) this.seen |= SEEN_LF;
      return text;
    }
    this.#record(text);
    return this.translate ? text.replace(/\r\n?/g, '\n') : text;
  }

  #record(text: string): void {
    if (this.seen === (SEEN_CR | SEEN_LF | SEEN_CRLF)) return;
    for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
      this.seen |= text.charCodeAt(at + 1) === 10 ? SEEN_CRLF : SEEN_CR;
    for (let at = text.indexOf('\n'); at >= 0 && (this.seen & SEEN_LF) === 0; at = text.indexOf('\n', at + 1))
      if (at === 0 || text.charCodeAt(at - 1) !== CR) this.seen |= SEEN_LF;
  }
}

/** A decoder with newline translation behind it. */
export class NewlineDecoder implements Decoder {
  readonly inner: Decoder;
  readonly newlines: NewlineTranslator;

  constructor(inner: Decoder, translate: boolean) {
    this.inner = inner;
    this.newlines = new NewlineTranslator(translate);
  }

  decode(input: Uint8Array, final: boolean): string {
    return this.newlines.feed(this.inner.decode(input, final), final);
  }

  getState(): DecoderState {
    const { pending, flags } = this.inner.getState();
    return { pending, flags: (flags << 1n) | (this.newlines.pendingCr ? 1n : 0n) };
  }

  setState({ pending, flags }: DecoderState): void {
    this.newlines.pendingCr = (flags & 1n) !== 0n;
    this.inner.setState({ pending, flags: flags >> 1n });
  }

  reset(): void {
    this.newlines.seen = 0;
    this.newlines.pendingCr = false;
    this.inner.reset();
  }
}

/** The kinds seen, in the order CPython lists them. */
export function seenNewlines(seen: number): string[] {
  const kinds: string[] = [];
  if (seen & SEEN_CR) kinds.push('\r');
  if (seen & SEEN_LF) kinds.push('\n');
  if (seen & SEEN_CRLF) kinds.push('\r\n');
  return kinds;
}

/** How a text stream ends its lines: what `newline=` says. */
export interface LineEnds {
  /** Reading: \r, \n and \r\n all end a line. */
  readonly universal: boolean;
  /** Reading: and are given as \n. */
  readonly translate: boolean;
  /** Reading: the one end of line when not universal. */
  readonly terminator: string;
  /** Writing: what \n becomes; undefined when it stays. */
  readonly write: string | undefined;
}

/** newline=None, '', '\n', '\r', '\r\n'. */
export function lineEnds(newline: string | undefined, systemEnd: string): LineEnds {
  const write = newline === undefined ? systemEnd : newline;
  return {
    universal: newline === undefined || newline === '',
    translate: newline === undefined,
    terminator: newline === undefined || newline === '' ? '\n' : newline,
    write: write === '' || write === '\n' ? undefined : write,
  };
}

/** Where the first line of `text` from `start` ends (exclusive), or -1 when its end is not in it. */
export function findLineEnd(text: string, ends: LineEnds, start: number): number {
  if (ends.translate || (!ends.universal && ends.terminator === '\n')) {
    const at = text.indexOf('\n', start);
    return at < 0 ? -1 : at + 1;
  }
  if (!ends.universal) {
    const at = text.indexOf(ends.terminator, start);
    return at < 0 ? -1 : at + ends.terminator.length;
  }
  const lf = text.indexOf('\n', start);
  const cr = text.indexOf('\r', start);
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf < 0 ? -1 : lf + 1;
  return text.charCodeAt(cr + 1) === 10 ? cr + 2 : cr + 1;
}

/** The state of a decoder that has seen nothing. */
export const FRESH_STATE: DecoderState = { pending: NO_BYTES, flags: 0n };
