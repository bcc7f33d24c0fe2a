// Going through all matches of a pattern in a subject. CPython: the loops of Modules/_sre/sre.c (pattern_findall, pattern_subx, pattern_split)

import type { Regex } from './engine.ts';
import type { Subject } from './matcher.ts';
import type { NativeForms } from './native-forms.ts';
import type { RawMatch } from './raw-match.ts';

/** Goes through all matches; an empty match is not followed by another one at its place. */
export class Matches {
  private readonly regex: Regex;
  private readonly subject: Subject;
  private readonly end: number;
  /** What needs to be found out once only, where RegExps do the work. */
  private native: NativeForms | undefined;
  private next: number;
  private advance: boolean;

  constructor(regex: Regex, subject: Subject, start: number, end: number) {
    this.regex = regex;
    this.subject = subject;
    this.end = end;
    this.native = typeof subject === 'string' && start <= end ? regex.walkForms : undefined;
    this.next = start;
    this.advance = false;
  }

  step(): RawMatch | null {
    const { native, regex, subject, next, end } = this;
    if (native !== undefined) {
      const match = regex.execNative(native, subject as string, next, end, 'search');
      if (match !== undefined) {
        if (match !== null) this.next = match.end;
        return match;
      }
      this.native = undefined;
    }
    const match = regex.exec(subject, next, end, 'search', this.advance);
    if (match !== null) {
      this.next = match.end;
      this.advance = match.start === match.end;
    }
    return match;
  }
}
