// A match as the engine knows it, without Python objects. Most callers want a group's text or the ends of the match; what else there is to
// know is found out when asked. CPython: Modules/_sre/sre.c (match_getslice_by_index, pattern_new_match)

import type { Regex } from './engine.ts';
import type { Subject } from './matcher.ts';

/** Start and end by group; undefined for groups that took no part. */
export type Spans = readonly (readonly [number, number] | undefined)[];

/** A match: its ends, and on demand its groups. */
export class RawMatch {
  readonly regex: Regex;
  readonly subject: Subject;
  readonly endpos: number;
  readonly start: number;
  readonly end: number;
  /** Found by fullmatch. */
  readonly whole: boolean;
  /** The RegExp's result, when it tells the groups. */
  captured: RegExpExecArray | undefined;
  /** lastindex and marks from the exact matcher. */
  slots: Int32Array | undefined;
  private spans: Spans | undefined;

  constructor(regex: Regex, subject: Subject, endpos: number, start: number, end: number, whole: boolean) {
    this.regex = regex;
    this.subject = subject;
    this.endpos = endpos;
    this.start = start;
    this.end = end;
    this.whole = whole;
    this.captured = undefined;
    this.slots = undefined;
    this.spans = undefined;
  }

  private marks(): Int32Array {
    return (this.slots ??= this.regex.resolve(this));
  }

  /** Whether a group took part. */
  has(group: number): boolean {
    if (group === 0) return true;
    if (this.slots === undefined && this.captured !== undefined) {
      return this.captured[this.regex.captureIndex(group)] !== undefined;
    }
    return this.startOf(group) >= 0;
  }

  /** Where a group starts, or -1 if it took no part. */
  startOf(group: number): number {
    if (group === 0) return this.start;
    const spans = this.spans ?? this.capturedSpans();
    if (spans !== undefined) return spans[group]?.[0] ?? -1;
    const marks = this.marks();
    return marks[2 * group] < 0 ? -1 : marks[2 * group - 1];
  }

  endOf(group: number): number {
    if (group === 0) return this.end;
    const spans = this.spans ?? this.capturedSpans();
    if (spans !== undefined) return spans[group]?.[1] ?? -1;
    const marks = this.marks();
    return marks[2 * group - 1] < 0 ? -1 : marks[2 * group];
  }

  private capturedSpans(): Spans | undefined {
    if (this.slots !== undefined || this.captured === undefined) return undefined;
    try {
      return (this.spans = this.regex.captureSpans(this));
    } catch {
      return undefined;
    }
  }

  /** The group's text of a string subject; undefined if it took no part. */
  text(group: number): string | undefined {
    const { captured } = this;
    if (captured !== undefined) {
      return captured[group === 0 ? 0 : this.regex.captureIndex(group)];
    }
    const start = this.startOf(group);
    return start < 0 ? undefined : (this.subject as string).slice(start, this.endOf(group));
  }

  /** Number of the group closed last, or -1. */
  get lastindex(): number {
    const { regex, captured } = this;
    if (regex.groups === 0) return -1;
    if (this.slots === undefined && captured !== undefined) return regex.lastClosed(captured);
    return this.marks()[0];
  }
}
