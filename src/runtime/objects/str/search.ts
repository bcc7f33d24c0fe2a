// str methods that look for something. CPython: Objects/unicodeobject.c (unicode_find, unicode_count, unicode_startswith and those beside)
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { countText, findText, hasTextAt, rfindText } from '../../text/search.ts';
import { type Text, textLength } from '../../text/text.ts';
import { endBound, startBound } from '../slice/slice.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { textArgument } from './arguments.ts';
import { isStr, type StrValue, textOfStr } from './str.ts';

type Search = (text: Text, needle: Text, start: number, end: number) => number;

function search(name: string, run: Search) {
  return (self: StrValue, sub: Value, start?: Value, end?: Value): number => {
    const needle = textArgument(sub, name, '1');
    const text = textOfStr(self);
    const length = textLength(text);
    return run(text, needle, startBound(start, length), endBound(end, length));
  };
}

const find = search('find', findText);
const rfind = search('rfind', rfindText);
const index = search('index', findText);
const rindex = search('rindex', rfindText);
const count = search('count', countText);

/** CPython: str.find */
export function strFind(self: StrValue, sub: Value, start?: Value, end?: Value): Value {
  if (typeof self === 'string' && typeof sub === 'string' && start === undefined && sub.length < 100) {
    return int(self.indexOf(sub));
  }
  return int(find(self, sub, start, end));
}

/** CPython: str.rfind */
export function strRfind(self: StrValue, sub: Value, start?: Value, end?: Value): Value {
  return int(rfind(self, sub, start, end));
}

/** CPython: str.index */
export function strIndex(self: StrValue, sub: Value, start?: Value, end?: Value): Value {
  const at = index(self, sub, start, end);
  if (at < 0) throw valueError('substring not found');
  return int(at);
}

/** CPython: str.rindex */
export function strRindex(self: StrValue, sub: Value, start?: Value, end?: Value): Value {
  const at = rindex(self, sub, start, end);
  if (at < 0) throw valueError('substring not found');
  return int(at);
}

/** CPython: str.count */
export function strCount(self: StrValue, sub: Value, start?: Value, end?: Value): Value {
  return int(count(self, sub, start, end));
}

type Tail = (text: Text, affix: Text, start: number, end: number) => boolean;

function tail(name: string, run: Tail) {
  return (self: StrValue, affix: Value, start?: Value, end?: Value): Value => {
    const text = textOfStr(self);
    const length = textLength(text);
    const from = startBound(start, length);
    const to = endBound(end, length);
    if (isStr(affix)) return run(text, textOfStr(affix), from, to);
    if (!(affix instanceof PyTuple)) {
      throw typeError(`${name} first arg must be str or a tuple of str, not ${typeOf(affix).typeName}`);
    }
    for (const item of affix.items) {
      if (!isStr(item)) throw typeError(`tuple for ${name} must only contain str, not ${typeOf(item).typeName}`);
      if (run(text, textOfStr(item), from, to)) return true;
    }
    return false;
  };
}

const startsWith = tail('startswith', (text, affix, start, end) => hasTextAt(text, affix, start, end));
const endsWith = tail('endswith', (text, affix, start, end) => {
  const at = end - textLength(affix);
  return at >= start && hasTextAt(text, affix, at, end);
});

/** CPython: str.startswith */
export function strStartswith(self: StrValue, prefix: Value, start?: Value, end?: Value): Value {
  if (typeof self === 'string' && typeof prefix === 'string' && start === undefined) return self.startsWith(prefix);
  return startsWith(self, prefix, start, end);
}

/** CPython: str.endswith */
export function strEndswith(self: StrValue, suffix: Value, start?: Value, end?: Value): Value {
  if (typeof self === 'string' && typeof suffix === 'string' && start === undefined) return self.endsWith(suffix);
  return endsWith(self, suffix, start, end);
}

/** CPython: str.__contains__ */
export function strContains(self: StrValue, key: Value): Value {
  if (!isStr(key)) throw typeError(`'in <string>' requires string as left operand, not ${typeOf(key).typeName}`);
  const text = textOfStr(self);
  return findText(text, textOfStr(key), 0, textLength(text)) >= 0;
}
