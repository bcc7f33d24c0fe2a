// sub(), subn(), split() and findall(): loops over all matches. CPython: Modules/_sre/sre.c (pattern_subx, pattern_split, pattern_findall)

import { None } from '../../runtime/core/object.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, textOfStr } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { call, isCallable } from '../../runtime/protocols/call.ts';
import { latin1 } from '../../runtime/text/int-text.ts';
import { codePointAt, textLength } from '../../runtime/text/text.ts';
import { PyMatch, type PyPattern, PyTemplate } from './layout.ts';
import type { Subject } from './matcher.ts';
import type { RawMatch } from './raw-match.ts';
import { bytesOfLatin1, clampIndex, countArgument, joinPieces, sliceOf, subjectOf } from './subject.ts';
import { compileTemplate, expandTemplate } from './template.ts';

/** Goes through all matches; an empty match is not followed by another one at its place. */
class Matches {
  private readonly pattern: PyPattern;
  private readonly subject: Subject;
  private readonly end: number;
  private next: number;
  private advance = false;

  constructor(pattern: PyPattern, subject: Subject, start: number, end: number) {
    this.pattern = pattern;
    this.subject = subject;
    this.next = start;
    this.end = end;
  }

  step(): RawMatch | null {
    const match = this.pattern.regex.exec(this.subject, this.next, this.end, 'search', this.advance);
    if (match !== null) {
      this.next = match.end;
      this.advance = match.start === match.end;
    }
    return match;
  }
}

export function patternFindAll(self: PyPattern, string: Value, pos?: Value, endpos?: Value): Value {
  const subject = subjectOf(self, string);
  const { length } = subject;
  const start = clampIndex(pos, length, 0);
  const end = clampIndex(endpos, length, length);
  const matches = new Matches(self, subject, start, end);
  const found: Value[] = [];
  const empty = sliceOf(string, 0, 0);
  for (let raw = matches.step(); raw !== null; raw = matches.step()) {
    if (self.groups <= 1) {
      if (typeof string === 'string') found.push(raw.text(self.groups) ?? '');
      else found.push(pieceOf(raw, string, self.groups, empty));
    } else {
      const items: Value[] = [];
      for (let group = 1; group <= self.groups; group++) items.push(pieceOf(raw, string, group, empty));
      found.push(new PyTuple(items));
    }
  }
  return new PyList(found);
}

/** The text of a group, or `missing` when it took no part. */
function pieceOf(raw: RawMatch, string: Value, group: number, missing: Value): Value {
  if (typeof string === 'string') return raw.text(group) ?? missing;
  const start = raw.startOf(group);
  return start < 0 ? missing : sliceOf(string, start, raw.endOf(group));
}

export function patternSplit(self: PyPattern, string: Value, maxsplit?: Value): Value {
  const most = countArgument(maxsplit);
  const subject = subjectOf(self, string);
  const matches = new Matches(self, subject, 0, subject.length);
  const parts: Value[] = [];
  let last = 0;
  for (let n = 0; most === 0 || n < most; n++) {
    const raw = matches.step();
    if (raw === null) break;
    parts.push(sliceOf(string, last, raw.start));
    for (let group = 1; group <= self.groups; group++) parts.push(pieceOf(raw, string, group, None));
    last = raw.end;
  }
  parts.push(sliceOf(string, last, subject.length));
  return new PyList(parts);
}

export function patternSub(self: PyPattern, repl: Value, string: Value, count?: Value): Value {
  if (count === undefined) {
    const result = substituteNatively(self, repl, string);
    if (result !== undefined) return result;
  }
  return substitute(self, repl, string, countArgument(count)).result;
}

/** A plain text for every match, done by the engine's own replace; undefined where that cannot be. */
function substituteNatively(self: PyPattern, repl: Value, string: Value): Value | undefined {
  if (typeof repl === 'string' && typeof string === 'string') {
    return self.kind === 'bytes' || repl.includes('\\') ? undefined : self.regex.replaceAll(string, repl);
  }
  if (!(repl instanceof PyBytes && string instanceof PyBytes) || repl.value.includes(0x5c)) return undefined;
  const subject = subjectOf(self, string);
  if (typeof subject !== 'string') return undefined;
  const result = self.regex.replaceAll(subject, latin1(repl.value));
  return result === undefined ? undefined : bytes(bytesOfLatin1(result));
}

export function patternSubn(self: PyPattern, repl: Value, string: Value, count?: Value): Value {
  const { result, n } = substitute(self, repl, string, countArgument(count));
  return new PyTuple([result, int(n)]);
}

interface Substituted {
  readonly result: Value;
  readonly n: number;
}

function substitute(self: PyPattern, repl: Value, string: Value, count: number): Substituted {
  const replacement = replacementOf(self, repl);
  const subject = subjectOf(self, string);
  const { length } = subject;
  const matches = new Matches(self, subject, 0, length);
  const pieces: Value[] = [];
  let last = 0;
  let n = 0;
  for (; count === 0 || n < count; n++) {
    const raw = matches.step();
    if (raw === null) break;
    if (last < raw.start) pieces.push(sliceOf(string, last, raw.start));
    const piece = replacement(raw, string, length);
    if (piece !== None) pieces.push(piece);
    last = raw.end;
  }
  if (last < length) pieces.push(sliceOf(string, last, length));
  return { result: joinPieces(pieces, string), n };
}

/** What takes the place of a match; None for nothing. */
type Replacement = (raw: RawMatch, string: Value, length: number) => Value;

function replacementOf(self: PyPattern, repl: Value): Replacement {
  if (isCallable(repl)) return (raw, string, length) => call(repl, new PyMatch(raw, self, string, 0, length));
  if (isLiteral(repl)) return () => repl;
  const template = compileTemplate(self, repl);
  if (template instanceof PyTemplate && template.chunks.length === 0) return () => template.literal;
  return (raw, string, length) => expandTemplate(template, new PyMatch(raw, self, string, 0, length));
}

/** Whether a replacement has no backslash. */
function isLiteral(repl: Value): boolean {
  if (typeof repl === 'string') return !repl.includes('\\');
  if (isStr(repl)) {
    const text = textOfStr(repl);
    for (let i = 0; i < textLength(text); i++) if (codePointAt(text, i) === 0x5c) return false;
    return true;
  }
  const buffer = lookupBuffer(repl);
  return buffer !== undefined && !buffer.includes(0x5c);
}
