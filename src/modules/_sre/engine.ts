// The regular expression engine behind the _sre module, without any Python object: a code list goes in, spans come out. Three ways to a
// match, all with CPython's results: a search for a literal, a native RegExp (native.ts), the exact matcher (matcher.ts).
// CPython: Modules/_sre/sre.c, sre_lib.h (SRE(search)).

import { type CharSet, CharSetFactory, type LocaleTables, type UnicodeDatabase } from './charset.ts';
import { type First, firstCharacters, fixedWidth } from './facts.ts';
import { Matcher, type Subject, type Tick } from './matcher.ts';
import { translate } from './native.ts';
import { type Mode, NativeForms } from './native-forms.ts';
import { emitProgram } from './program.ts';
import { RawMatch, type Spans } from './raw-match.ts';
import { checkPattern, type PatternTree, readPattern } from './tree.ts';

export type { Subject } from './matcher.ts';
export { InvalidCode } from './tree.ts';

/** What the world around must provide, and what it may forbid. */
export interface EngineOptions {
  readonly unicode: UnicodeDatabase;
  readonly locale: LocaleTables;
  /** Sets of these two that are already there. */
  readonly sets?: CharSetFactory;
  /** Use native RegExp where it is safe. Off when matching must obey limits, as a native match cannot be interrupted. */
  readonly native: boolean;
  readonly tick?: Tick;
}

/** Makes patterns; shares what is costly to build. */
export class Engine {
  readonly options: EngineOptions;
  readonly sets: CharSetFactory;

  constructor(options: EngineOptions) {
    this.options = options;
    this.sets = options.sets ?? new CharSetFactory(options.unicode, options.locale);
  }

  /** Reads a code list of re/_compiler.py. Throws InvalidCode. */
  compile(code: readonly number[], groups: number): Regex {
    checkPattern(code, groups);
    return new Regex(this, code, groups);
  }
}

/** A compiled pattern. Everything is built at the first match that needs it: most patterns of a program are compiled and never used. */
export class Regex {
  readonly groups: number;
  private readonly engine: Engine;
  private readonly code: readonly number[];
  private treeCache: PatternTree | undefined;
  private matcherCache: Matcher | undefined;
  /** undefined: not tried yet; null: not possible */
  private native: NativeForms | null | undefined;
  /** A RegExp gave up: too large, or its stack was full. The exact matcher has the word from then on. */
  private nativeFailed = false;
  private literalCache: string | null | undefined;
  private firstCache: First | undefined;
  private widthCache: number | undefined;

  constructor(engine: Engine, code: readonly number[], groups: number) {
    this.engine = engine;
    this.code = code;
    this.groups = groups;
  }

  /** The pattern as a tree, made at its first use. */
  get tree(): PatternTree {
    return (this.treeCache ??= readPattern(this.code, this.groups, this.engine.sets));
  }

  /** A matcher that nobody else is using: signal handlers may match with this pattern while a match is under way. */
  private takeMatcher(): Matcher {
    const matcher = this.matcherCache;
    if (matcher === undefined) {
      const { sets, options } = this.engine;
      return new Matcher(emitProgram(this.tree, this.groups), sets, options.tick);
    }
    this.matcherCache = undefined;
    return matcher;
  }

  private giveBack(matcher: Matcher): void {
    matcher.release();
    this.matcherCache = matcher;
  }

  /** Whether every match has at least one character. */
  get neverEmpty(): boolean {
    return this.tree.info.minimum > 0;
  }

  /** How many characters every match has, or -1 where that differs. */
  get fixedWidth(): number {
    return (this.widthCache ??= fixedWidth(this.tree.root));
  }

  /**
   * Looks for a match that starts at `pos` (or after it, for 'search') and sees nothing from `endpos` on.
   * @param advance an empty match at `pos` does not count
   */
  exec(subject: Subject, pos: number, endpos: number, mode: Mode, advance = false): RawMatch | null {
    if (pos > endpos) return mode === 'search' || advance ? null : this.execExact(subject, pos, endpos, mode);
    if (advance && !this.neverEmpty) return this.execAdvancing(subject, pos, endpos, mode);
    if (typeof subject === 'string') {
      if (mode === 'search') {
        const literal = this.literal;
        if (literal !== null) return this.findLiteral(literal, subject, pos, endpos);
      }
      const native = this.nativeForms();
      if (native !== null) {
        const result = this.execNative(native, subject, pos, endpos, mode);
        if (result !== undefined) return result;
      }
    }
    return this.execExact(subject, pos, endpos, mode);
  }

  /** Only a match at `pos` has to be more than empty; RegExp cannot say that. */
  private execAdvancing(subject: Subject, pos: number, endpos: number, mode: Mode): RawMatch | null {
    if (pos < endpos) {
      const next = typeof subject === 'string' ? subject.charCodeAt(pos) : subject[pos];
      if (this.first.set.has(next)) {
        const match = this.execExact(subject, pos, endpos, mode === 'search' ? 'match' : mode, true);
        if (match !== null) return match;
      }
    }
    return mode === 'search' ? this.exec(subject, pos + 1, endpos, mode) : null;
  }

  /**
   * The RegExps by which all matches can be found one after the other, where they can: RegExp goes on after an empty match by other rules.
   */
  get walkForms(): NativeForms | undefined {
    return this.neverEmpty ? (this.nativeForms() ?? undefined) : undefined;
  }

  /** Replaces all matches by a text, where the native engine can do that alone; undefined where it cannot. */
  replaceAll(subject: string, replacement: string): string | undefined {
    return this.tryNatively((regexp) =>
      subject.replace(regexp, replacement.includes('$') ? replacement.replaceAll('$', '$$$$') : replacement),
    );
  }

  /** The texts of all matches, where the native engine can tell them alone; undefined where it cannot. */
  allTexts(subject: string): string[] | undefined {
    return this.tryNatively((regexp) => subject.match(regexp) ?? []);
  }

  /** How many matches there are; undefined where the native engine cannot tell. */
  countAll(subject: string): number | undefined {
    return this.tryNatively((regexp) => {
      let n = 0;
      while (regexp.test(subject)) n++;
      return n;
    });
  }

  private tryNatively<T>(use: (regexp: RegExp) => T): T | undefined {
    const native = this.walkForms;
    if (native === undefined) return undefined;
    try {
      const regexp = native.form('search');
      regexp.lastIndex = 0;
      return use(regexp);
    } catch {
      this.nativeFailed = true;
      return undefined;
    }
  }

  /** The text to look for when the pattern is nothing but text. */
  private get literal(): string | null {
    if (this.literalCache === undefined) {
      const { literal, prefix } = this.tree.info;
      const usable = literal && this.groups === 0 && prefix.every((point) => point <= 0xffff);
      this.literalCache = usable ? String.fromCharCode(...prefix) : null;
    }
    return this.literalCache;
  }

  private findLiteral(literal: string, subject: string, pos: number, endpos: number): RawMatch | null {
    const visible = endpos < subject.length ? subject.slice(0, endpos) : subject;
    const start = visible.indexOf(literal, pos);
    return start < 0 ? null : new RawMatch(this, subject, endpos, start, start + literal.length, false);
  }

  private nativeForms(): NativeForms | null {
    if (this.nativeFailed) return null;
    if (this.native === undefined) {
      const { options, sets } = this.engine;
      const source = options.native ? translate(this.tree.root, this.groups, sets) : undefined;
      this.native = source === undefined ? null : new NativeForms(source);
    }
    return this.native;
  }

  /** Undefined when the RegExp gave up. */
  execNative(native: NativeForms, subject: string, pos: number, endpos: number, mode: Mode) {
    const visible = endpos < subject.length ? subject.slice(0, endpos) : subject;
    try {
      const regexp = native.form(mode);
      regexp.lastIndex = pos;
      const found = regexp.exec(visible);
      if (found === null) return null;
      const { index } = found;
      const match = new RawMatch(this, subject, endpos, index, index + found[0].length, mode === 'fullmatch');
      if (native.captures !== undefined) match.captured = found;
      return match;
    } catch {
      this.nativeFailed = true;
      return undefined;
    }
  }

  /** Index of a group in {@link RawMatch.captured}. */
  captureIndex(group: number): number {
    return this.native!.captures![group];
  }

  /** Where the groups of such a match lie: the RegExp once more, as telling that always would cost much. */
  captureSpans(match: RawMatch): Spans {
    const subject = match.subject as string;
    const visible = match.endpos < subject.length ? subject.slice(0, match.endpos) : subject;
    const regexp = this.native!.spanForm(match.whole);
    regexp.lastIndex = match.start;
    const { indices } = regexp.exec(visible)!;
    return this.native!.captures!.map((capture) => indices![capture]);
  }

  /** `lastindex` of a match whose groups {@link RawMatch.captured} tells. */
  lastClosed(captured: RegExpExecArray): number {
    const { captures, closing } = this.native!;
    for (let i = closing.length - 1; i >= 0; i--) {
      if (captured[captures![closing[i]]] !== undefined) return closing[i];
    }
    return -1;
  }

  private execExact(subject: Subject, pos: number, endpos: number, mode: Mode, advance = false): RawMatch | null {
    if (endpos - pos < this.tree.info.minimum && pos <= endpos) return null;
    const matcher = this.takeMatcher();
    matcher.setSubject(subject, endpos);
    try {
      let start = pos;
      let end = -1;
      if (mode !== 'search') end = matcher.run(pos, mode === 'fullmatch', advance);
      else {
        start = this.searchFrom(matcher, subject, pos, endpos);
        end = this.foundEnd;
      }
      if (start < 0 || end < 0) return null;
      const match = new RawMatch(this, subject, endpos, start, end, mode === 'fullmatch');
      match.slots = matcher.slots.slice(0, 1 + 2 * this.groups);
      return match;
    } finally {
      this.giveBack(matcher);
    }
  }

  private foundEnd = -1;

  /** The first start from `start` on where the matcher succeeds, or -1; leaves the end in `foundEnd`. */
  private searchFrom(matcher: Matcher, subject: Subject, start: number, endpos: number): number {
    const { tree } = this;
    const { minimum } = tree.info;
    const { set, empty } = this.first;
    const first = empty || set.isAll() ? null : set;
    const last = endpos - minimum;
    const anchored = isAnchored(tree.root);
    for (; start <= last; start++) {
      if (anchored && start > 0) return -1;
      if (first !== null) {
        start = nextMember(subject, start, last, first);
        if (start < 0) return -1;
      }
      this.foundEnd = matcher.run(start, false, false);
      if (this.foundEnd >= 0) return start;
    }
    return -1;
  }

  private get first(): First {
    return (this.firstCache ??= firstCharacters(this.tree.root));
  }

  /** Runs the exact matcher again over a match that only knows its ends. */
  resolve(match: RawMatch): Int32Array {
    const matcher = this.takeMatcher();
    matcher.setSubject(match.subject, match.endpos);
    try {
      const end = matcher.run(match.start, match.whole, false);
      if (end !== match.end) throw new Error('native and exact match differ');
      return matcher.slots.slice(0, 1 + 2 * this.groups);
    } finally {
      this.giveBack(matcher);
    }
  }
}

/** A pattern that starts with `^` (without MULTILINE) or `\A` can only match at 0. */
function isAnchored(root: PatternTree['root']): boolean {
  const first = root.kind === 'sequence' ? root.items[0] : root;
  return first !== undefined && first.kind === 'at' && (first.at === 0 || first.at === 2);
}

function nextMember(subject: Subject, start: number, last: number, set: CharSet): number {
  if (typeof subject === 'string') {
    const single = set.single();
    if (single >= 0) {
      const found = single > 0xffff ? -1 : subject.indexOf(String.fromCharCode(single), start);
      return found > last ? -1 : found;
    }
    while (start <= last && !set.has(subject.charCodeAt(start))) start++;
  } else {
    while (start <= last && !set.has(subject[start])) start++;
  }
  return start <= last ? start : -1;
}
