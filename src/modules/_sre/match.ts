// re.Match. CPython: Modules/_sre/sre.c (match_*)

import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { indexError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, member, method, quickly, slot, type TypeTable } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictGet, dictSet } from '../../runtime/objects/dict/table.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { isStr, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupSpecial } from '../../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { reprBytes, reprText } from '../../runtime/text/repr.ts';
import { concatText, type Text } from '../../runtime/text/text.ts';
import type { PyMatch } from './layout.ts';
import { sliceOf } from './subject.ts';
import { compileTemplate, expandTemplate } from './template.ts';

/** A group's text, or `missing` when it took no part. */
export function groupValue(self: PyMatch, group: number, missing: Value): Value {
  const { raw, string } = self;
  if (typeof string === 'string') return raw.text(group) ?? missing;
  const start = raw.startOf(group);
  return start < 0 ? missing : sliceOf(string, start, raw.endOf(group));
}

/** The number of the group an argument names. CPython: match_getindex */
function groupNumber(self: PyMatch, index: Value | undefined): number {
  if (index === undefined) return 0;
  const group = typeof index === 'number' && Number.isInteger(index) ? index : groupNumberSlow(self, index);
  if (group < 0 || group > self.pattern.groups) throw indexError('no such group');
  return group;
}

function groupNumberSlow(self: PyMatch, index: Value): number {
  if (isIndex(index)) return Number(asIndex(index));
  const found = dictGet(self.pattern.groupindex, index);
  return found === undefined || !isIndex(found) ? -1 : Number(asIndex(found));
}

function isIndex(value: Value): boolean {
  if (isStr(value)) return false;
  return typeof value === 'bigint' || typeof value === 'boolean' || lookupSpecial(value, '__index__') !== undefined;
}

function matchGroup(self: PyMatch, groups: readonly Value[]): Value {
  if (groups.length === 0) return groupValue(self, 0, None);
  if (groups.length === 1) return groupValue(self, groupNumber(self, groups[0]), None);
  return tuple(groups.map((group) => groupValue(self, groupNumber(self, group), None)));
}

/** `match.group(i)`, by far the most common call. */
function groupByPosition(self: PyMatch, group?: Value, second?: Value, ...more: Value[]): Value {
  if (second === undefined) return groupValue(self, group === undefined ? 0 : groupNumber(self, group), None);
  return matchGroup(self, [group!, second, ...more]);
}

function matchGetItem(self: PyMatch, key: Value): Value {
  return groupValue(self, groupNumber(self, key), None);
}

function matchGroups(self: PyMatch, missing: Value = None): Value {
  const items: Value[] = [];
  for (let group = 1; group <= self.pattern.groups; group++) items.push(groupValue(self, group, missing));
  return tuple(items);
}

function matchGroupDict(self: PyMatch, missing: Value = None): Value {
  const dict = new PyDict();
  for (const [name, index] of dictEntries(self.pattern.groupindex)) {
    dictSet(dict, name, groupValue(self, groupNumber(self, index), missing));
  }
  return dict;
}

function matchStart(self: PyMatch, group?: Value): Value {
  return int(self.raw.startOf(groupNumber(self, group)));
}

function matchEnd(self: PyMatch, group?: Value): Value {
  return int(self.raw.endOf(groupNumber(self, group)));
}

function matchSpan(self: PyMatch, group?: Value): Value {
  return spanOf(self, groupNumber(self, group));
}

function spanOf(self: PyMatch, group: number): PyTuple {
  return new PyTuple([int(self.raw.startOf(group)), int(self.raw.endOf(group))]);
}

function matchRegs(self: PyMatch): Value {
  const spans: Value[] = [];
  for (let group = 0; group <= self.pattern.groups; group++) spans.push(spanOf(self, group));
  return tuple(spans);
}

function matchExpand(self: PyMatch, template: Value): Value {
  return expandTemplate(compileTemplate(self.pattern, template), self);
}

function matchRepr(self: PyMatch): Value {
  const { start, end } = self.raw;
  const head = `<${typeOf(self).typeName} object; span=(${start}, ${end}), match=`;
  return strOf(concatText([head, reprPiece(groupValue(self, 0, None)), '>']));
}

/** repr() of an exact str or bytes. */
export function reprPiece(piece: Value): Text {
  return isStr(piece) ? reprText(textOfStr(piece)) : reprBytes(lookupBuffer(piece)!);
}

export const matchTable: TypeTable = {
  doc: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
  methods: {
    __class_getitem__: classmethod('($type, object, /)', genericAlias),
    group: quickly(method('($self, *args)', matchGroup), groupByPosition),
    start: method('($self, group=0, /)', matchStart),
    end: method('($self, group=0, /)', matchEnd),
    span: method('($self, group=0, /)', matchSpan),
    groups: method('($self, /, default=None)', matchGroups),
    groupdict: method('($self, /, default=None)', matchGroupDict),
    expand: method('($self, /, template)', matchExpand),
    __getitem__: slot('($self, key, /)', matchGetItem),
    __repr__: slot('($self, /)', matchRepr),
    __copy__: method('($self, /)', (self: PyMatch) => self),
    __deepcopy__: method('($self, memo, /)', (self: PyMatch) => self),
  },
  properties: {
    string: member((self: PyMatch) => self.string),
    re: member((self: PyMatch) => self.pattern),
    pos: member((self: PyMatch) => int(self.pos)),
    endpos: member((self: PyMatch) => int(self.endpos)),
    regs: getset(matchRegs),
    lastindex: getset((self: PyMatch) => (self.raw.lastindex < 0 ? None : int(self.raw.lastindex))),
    lastgroup: getset((self: PyMatch) => self.pattern.indexgroup[self.raw.lastindex] ?? None),
  },
};
