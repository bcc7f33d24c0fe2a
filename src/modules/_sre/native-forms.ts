// The RegExps behind a pattern that native.ts could translate: one for each way of matching, built when first needed.
// CPython has no counterpart; the ways are those of Modules/_sre/sre.c (pattern_match, pattern_fullmatch, pattern_search).

import type { NativeSource } from './native.ts';

/** 'match' at the start position, 'fullmatch' from there to the end, 'search' from there on. */
export type Mode = 'match' | 'fullmatch' | 'search';

/** The RegExps of one pattern, built as they are needed. */
export class NativeForms {
  readonly captures: readonly number[] | undefined;
  readonly closing: readonly number[];
  private readonly source: string;
  private search: RegExp | undefined;
  private match: RegExp | undefined;
  private full: RegExp | undefined;
  private matchSpans: RegExp | undefined;
  private fullSpans: RegExp | undefined;

  constructor(source: NativeSource) {
    this.source = source.source;
    this.captures = source.captures;
    this.closing = source.closing;
  }

  form(mode: Mode): RegExp {
    if (mode === 'search') return (this.search ??= new RegExp(this.source, 'g'));
    if (mode === 'match') return (this.match ??= new RegExp(this.source, 'y'));
    return (this.full ??= new RegExp(`(?:${this.source})$`, 'y'));
  }

  /** Like 'match' or 'fullmatch', with indices. */
  spanForm(whole: boolean): RegExp {
    if (whole) return (this.fullSpans ??= new RegExp(`(?:${this.source})$`, 'dy'));
    return (this.matchSpans ??= new RegExp(this.source, 'dy'));
  }
}
