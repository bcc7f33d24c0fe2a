// re.Pattern and the scanner. CPython: Modules/_sre/sre.c (pattern_*, pattern_scanner, scanner_*)

import { None, NotImplemented } from '../../runtime/core/object.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { classmethod, getset, member, method, slot, type TypeTable } from '../../runtime/native/define.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { PyCallableIterator } from '../../runtime/objects/list/iterator.ts';
import { strOf } from '../../runtime/objects/str/str.ts';
import { PyMappingProxy } from '../../runtime/objects/type/dict-view.ts';
import { sameOrEqual } from '../../runtime/protocols/compare.ts';
import { hash } from '../../runtime/protocols/hash.ts';
import { concatText, sliceText, type Text, textLength } from '../../runtime/text/text.ts';
import { Flag } from './constants.ts';
import { PyMatch, PyPattern, PyScanner } from './layout.ts';
import { reprPiece } from './match.ts';
import type { Mode } from './native-forms.ts';
import { clampIndex, subjectOf } from './subject.ts';
import { patternFindAll, patternSplit, patternSub, patternSubn } from './substitute.ts';

function matcher(mode: Mode): (self: PyPattern, string: Value, pos?: Value, endpos?: Value) => Value {
  return (self, string, pos, endpos) => {
    const subject = subjectOf(self, string);
    const { length } = subject;
    const start = pos === undefined ? 0 : clampIndex(pos, length, 0);
    const end = endpos === undefined ? length : clampIndex(endpos, length, length);
    const raw = self.regex.exec(subject, start, end, mode);
    return raw === null ? None : new PyMatch(raw, self, string, start, end);
  };
}

function patternScanner(self: PyPattern, string: Value, pos?: Value, endpos?: Value): PyScanner {
  const { length } = subjectOf(self, string);
  return new PyScanner(self, string, clampIndex(pos, length, 0), clampIndex(endpos, length, length));
}

function patternFindIter(self: PyPattern, string: Value, pos?: Value, endpos?: Value): Value {
  const scanner = patternScanner(self, string, pos, endpos);
  return new PyCallableIterator(() => {
    const match = scan(scanner, 'search');
    return match === None ? undefined : match;
  });
}

function scan(self: PyScanner, mode: Mode): Value {
  const { pattern, string, next } = self;
  if (next < 0) return None;
  const subject = subjectOf(pattern, string);
  const raw = pattern.regex.exec(subject, next, self.endpos, mode, self.advance);
  if (raw === null) {
    self.next = -1;
    return None;
  }
  self.advance = raw.start === raw.end;
  self.next = raw.end;
  return new PyMatch(raw, pattern, string, self.pos, self.endpos);
}

const FLAG_NAMES: readonly (readonly [string, number])[] = [
  ['re.IGNORECASE', Flag.IGNORECASE],
  ['re.LOCALE', Flag.LOCALE],
  ['re.MULTILINE', Flag.MULTILINE],
  ['re.DOTALL', Flag.DOTALL],
  ['re.UNICODE', Flag.UNICODE],
  ['re.VERBOSE', Flag.VERBOSE],
  ['re.DEBUG', Flag.DEBUG],
  ['re.ASCII', Flag.ASCII],
];

/** Longest part of the pattern's repr that is shown. */
const REPR_LIMIT = 200;

function patternRepr(self: PyPattern): Value {
  let { flags } = self;
  // UNICODE goes without saying for a str pattern.
  if (self.kind === 'str' && (flags & (Flag.LOCALE | Flag.UNICODE | Flag.ASCII)) === Flag.UNICODE)
    flags &= ~Flag.UNICODE;
  const names: string[] = [];
  for (const [name, bit] of FLAG_NAMES) {
    if ((flags & bit) === 0) continue;
    names.push(name);
    flags &= ~bit;
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  let text: Text = reprPiece(self.pattern);
  if (textLength(text) > REPR_LIMIT) text = sliceText(text, 0, REPR_LIMIT);
  return strOf(concatText(['re.compile(', text, names.length > 0 ? `, ${names.join('|')}` : '', ')']));
}

function patternEq(self: PyPattern, other: Value): Value {
  if (!(other instanceof PyPattern)) return NotImplemented;
  if (self === other) return true;
  const same =
    self.flags === other.flags &&
    self.kind === other.kind &&
    self.groups === other.groups &&
    self.code.length === other.code.length &&
    self.code.every((word, i) => word === other.code[i]);
  return same && sameOrEqual(self.pattern, other.pattern);
}

function patternNe(self: PyPattern, other: Value): Value {
  const equal = patternEq(self, other);
  return equal === NotImplemented ? NotImplemented : equal !== true;
}

function patternHash(self: PyPattern): Value {
  let h = Number(BigInt.asIntN(32, BigInt(hash(self.pattern))));
  for (const word of self.code) h = Math.imul(h ^ word, 0x01000193);
  return int((h ^ self.flags ^ self.groups) | 0);
}

const SEARCH_SIGNATURE = '($self, /, string, pos=0, endpos=sys.maxsize)';

export const patternTable: TypeTable = {
  doc: 'Compiled regular expression object.',
  methods: {
    __class_getitem__: classmethod('($type, object, /)', genericAlias),
    match: method(SEARCH_SIGNATURE, matcher('match')),
    fullmatch: method(SEARCH_SIGNATURE, matcher('fullmatch')),
    search: method(SEARCH_SIGNATURE, matcher('search')),
    sub: method('($self, /, repl, string, count=0)', patternSub),
    subn: method('($self, /, repl, string, count=0)', patternSubn),
    findall: method(SEARCH_SIGNATURE, patternFindAll),
    split: method('($self, /, string, maxsplit=0)', patternSplit),
    finditer: method(SEARCH_SIGNATURE, patternFindIter),
    scanner: method(SEARCH_SIGNATURE, patternScanner),
    __copy__: method('($self, /)', (self: PyPattern) => self),
    __deepcopy__: method('($self, memo, /)', (self: PyPattern) => self),
    __repr__: slot('($self, /)', patternRepr),
    __hash__: slot('($self, /)', patternHash),
    __eq__: slot('($self, value, /)', patternEq),
    __ne__: slot('($self, value, /)', patternNe),
    __lt__: slot('($self, value, /)', () => NotImplemented),
    __le__: slot('($self, value, /)', () => NotImplemented),
    __gt__: slot('($self, value, /)', () => NotImplemented),
    __ge__: slot('($self, value, /)', () => NotImplemented),
  },
  properties: {
    pattern: member((self: PyPattern) => self.pattern),
    flags: member((self: PyPattern) => int(self.flags)),
    groups: member((self: PyPattern) => int(self.groups)),
    groupindex: getset((self: PyPattern) => new PyMappingProxy(self.groupindex)),
  },
};

export const scannerTable: TypeTable = {
  methods: {
    match: method('($self, /)', (self: PyScanner) => scan(self, 'match')),
    search: method('($self, /)', (self: PyScanner) => scan(self, 'search')),
  },
  properties: { pattern: member((self: PyScanner) => self.pattern) },
};
