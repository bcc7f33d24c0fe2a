// sub(), subn(), split() and findall(): loops over all matches. CPython: Modules/_sre/sre.c (pattern_subx, pattern_split, pattern_findall)

import { None } from '../../runtime/core/object.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { call, isCallable } from '../../runtime/protocols/call.ts';
import { length } from '../../runtime/protocols/item.ts';
import { latin1, latin1Bytes } from '../../runtime/text/latin1.ts';
import { codePointAt, textLength } from '../../runtime/text/text.ts';
import { PyMatch, type PyPattern, PyTemplate } from './layout.ts';
import { Matches } from './matches.ts';
import { Pieces } from './pieces.ts';
import type { RawMatch } from './raw-match.ts';
import { clampIndex, countArgument, sliceOf, subjectOf } from './subject.ts';
import { compileTemplate, expandTemplate } from './template.ts';

export function patternFindAll(self: PyPattern, string: Value, pos?: Value, endpos?: Value): Value {
  const subject = subjectOf(self, string);
  const { length } = subject;
  const start = clampIndex(pos, length, 0);
  const end = clampIndex(endpos, length, length);
  if (self.groups === 0 && typeof subject === 'string' && start === 0 && end === length) {
    const texts = self.regex.allTexts(subject);
    if (texts !== undefined) return new PyList(valuesOf(texts, string));
  }
  const matches = new Matches(self.regex, subject, start, end);
  const empty = sliceOf(string, 0, 0);
  const found: Value[] = [];
  for (let raw = matches.step(); raw !== null; raw = matches.step()) {
    found.push(self.groups <= 1 ? pieceOf(raw, string, self.groups, empty) : piecesOf(raw, string, self.groups, empty));
  }
  return new PyList(found);
}

/** The texts of matches as values of the kind of `string`. */
function valuesOf(texts: string[], string: Value): Value[] {
  if (typeof string === 'string') return texts;
  if (isStr(string)) return texts.map(strOf);
  // All of them at once, then cut up: a call of the codec for each would cost more than the search.
  const data = latin1Bytes(texts.join(''));
  let end = 0;
  return texts.map((text) => {
    const start = end;
    end += text.length;
    return PyBytes.copy(data, start, end);
  });
}

/** The texts of all groups. */
function piecesOf(raw: RawMatch, string: Value, groups: number, missing: Value): PyTuple {
  const items: Value[] = [];
  for (let group = 1; group <= groups; group++) items.push(pieceOf(raw, string, group, missing));
  return new PyTuple(items);
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
  const matches = new Matches(self.regex, subject, 0, subject.length);
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
  const most = countArgument(count);
  return (
    (most === 0 ? substituteNatively(self, repl, string) : undefined) ?? substitute(self, repl, string, most).result
  );
}

export function patternSubn(self: PyPattern, repl: Value, string: Value, count?: Value): Value {
  const most = countArgument(count);
  if (most === 0) {
    const result = substituteNatively(self, repl, string);
    const n = result === undefined ? undefined : countReplaced(self, repl, string, result);
    if (n !== undefined) return new PyTuple([result!, int(n)]);
  }
  const { result, n } = substitute(self, repl, string, most);
  return new PyTuple([result, int(n)]);
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
  return result === undefined ? undefined : bytes(latin1Bytes(result));
}

/** How many matches the engine's own replace found: where all are of one width, the lengths say it. */
function countReplaced(self: PyPattern, repl: Value, string: Value, result: Value): number | undefined {
  const width = self.regex.fixedWidth;
  const change = Number(length(repl)) - width;
  if (width >= 0 && change !== 0) return (Number(length(result)) - Number(length(string))) / change;
  return self.regex.countAll(subjectOf(self, string) as string);
}

interface Substituted {
  readonly result: Value;
  readonly n: number;
}

function substitute(self: PyPattern, repl: Value, string: Value, count: number): Substituted {
  const replacement = replacementOf(self, repl);
  const subject = subjectOf(self, string);
  const { length } = subject;
  const matches = new Matches(self.regex, subject, 0, length);
  const pieces = new Pieces(string, subject);
  let last = 0;
  let n = 0;
  for (; count === 0 || n < count; n++) {
    const raw = matches.step();
    if (raw === null) break;
    if (last < raw.start) pieces.pushSlice(last, raw.start);
    const piece = replacement(raw, string, length);
    if (piece !== None) pieces.push(piece);
    last = raw.end;
  }
  if (last < length) pieces.pushSlice(last, length);
  return { result: pieces.join(), n };
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
