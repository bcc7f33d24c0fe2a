// str methods that give a changed copy: replace, padding, tabs, translate. CPython: Objects/unicodeobject.c
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { isError, memoryError, overflowError, type Raised, typeError, valueError } from '../../exceptions/errors.ts';
import { getItem, intArgument, sizeArgument } from '../../protocols/item.ts';
import { TextBuilder } from '../../text/builders.ts';
import { replacePlaces } from '../../text/split.ts';
import {
  codePointAt,
  concatText,
  MAX_STRING_LENGTH,
  padText,
  sliceText,
  type Text,
  textLength,
  textOfPoint,
} from '../../text/text.ts';
import { dictType, PyDict } from '../dict/dict.ts';
import { dictEntries, dictGet, dictSet } from '../dict/table.ts';
import { intValue } from '../int/int.ts';
import { badArgument, textArgument } from './arguments.ts';
import { isStr, type StrValue, strOf, textOfStr } from './str.ts';

/** CPython: str.replace */
export function strReplace(self: StrValue, old: Value, replacement: Value, count?: Value): StrValue {
  if (typeof self === 'string' && typeof old === 'string' && typeof replacement === 'string' && count === undefined) {
    if (old !== '') return self.includes(old) ? self.split(old).join(replacement) : self;
  }
  const before = textArgument(old, 'replace', '1');
  const after = textArgument(replacement, 'replace', '2');
  return strOf(replaceText(textOfStr(self), before, after, count === undefined ? -1 : sizeArgument(count)));
}

function replaceText(text: Text, old: Text, replacement: Text, most: number): Text {
  const places = replacePlaces(text, old, most);
  if (places.length === 0) return text;
  const size = textLength(old);
  const total = textLength(text) + places.length * (textLength(replacement) - size);
  if (total > MAX_STRING_LENGTH) throw overflowError('replace string is too long');
  const parts: Text[] = [];
  let done = 0;
  for (const at of places) {
    if (at > done) parts.push(sliceText(text, done, at));
    parts.push(replacement);
    done = at + size;
  }
  parts.push(sliceText(text, done, textLength(text)));
  return concatText(parts);
}

/** How a string of `length` is padded to `width`. */
type Sides = (missing: number, width: number) => [left: number, right: number];

function justify(sides: Sides) {
  return (self: StrValue, width: Value, fillchar?: Value): StrValue => {
    const text = textOfStr(self);
    const size = sizeArgument(width);
    const fill = fillchar === undefined ? 32 : fillPoint(fillchar);
    const missing = size - textLength(text);
    if (missing <= 0) return strOf(text);
    if (size > MAX_STRING_LENGTH) throw memoryError();
    const [left, right] = sides(missing, size);
    return strOf(padText(text, fill, left, right));
  };
}

/** CPython: convert_uc */
function fillPoint(v: Value): number {
  if (!isStr(v)) throw typeError(`The fill character must be a unicode character, not ${typeOf(v).typeName}`);
  const text = textOfStr(v);
  if (textLength(text) !== 1) throw typeError('The fill character must be exactly one character long');
  return codePointAt(text, 0);
}

/** CPython: str.center; the odd one goes left when the width is odd too */
export const strCenter: (self: StrValue, width: Value, fillchar?: Value) => StrValue = justify((missing, width) => {
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return [left, missing - left];
});
/** CPython: str.ljust */
export const strLjust: (self: StrValue, width: Value, fillchar?: Value) => StrValue = justify((n) => [0, n]);
/** CPython: str.rjust */
export const strRjust: (self: StrValue, width: Value, fillchar?: Value) => StrValue = justify((n) => [n, 0]);

/** CPython: str.zfill */
export function strZfill(self: StrValue, width: Value): StrValue {
  const text = textOfStr(self);
  const size = sizeArgument(width);
  const missing = size - textLength(text);
  if (missing <= 0) return strOf(text);
  if (size > MAX_STRING_LENGTH) throw memoryError();
  const first = textLength(text) === 0 ? 0 : codePointAt(text, 0);
  if (first !== 43 && first !== 45) return strOf(padText(text, 48, missing, 0));
  const digits = padText(sliceText(text, 1, textLength(text)), 48, missing, 0);
  return strOf(concatText([sliceText(text, 0, 1), digits]));
}

/** CPython: str.expandtabs */
export function strExpandtabs(self: StrValue, tabsize?: Value): StrValue {
  const text = textOfStr(self);
  const size = tabsize === undefined ? 8 : intArgument(tabsize);
  if (typeof text === 'string' && !text.includes('\t')) return text;
  return strOf(expandTabs(text, size));
}

function expandTabs(text: Text, size: number): Text {
  const length = textLength(text);
  const out = new TextBuilder(length);
  let column = 0;
  for (let i = 0; i < length; i++) {
    const point = codePointAt(text, i);
    if (point === 9) {
      if (size <= 0) continue;
      const blanks = size - (column % size);
      if (out.length + blanks > MAX_STRING_LENGTH) throw overflowError('new string is too long');
      for (let k = 0; k < blanks; k++) out.push(32);
      column += blanks;
      continue;
    }
    column = point === 10 || point === 13 ? 0 : column + 1;
    out.push(point);
  }
  return out.finish();
}

/** CPython: str.translate */
export function strTranslate(self: StrValue, table: Value): StrValue {
  const text = textOfStr(self);
  if (typeof text === 'string' && text.length <= SHORT && table instanceof PyDict && table.cls === dictType) {
    const quick = translateShort(text, table);
    if (quick !== undefined) return quick;
  }
  const length = textLength(text);
  const out = new TextBuilder(length);
  const known = new Map<number, Text | number | null>();
  if (typeof text === 'string') {
    const quick = translateNarrow(text, table, known);
    if (quick !== undefined) return quick;
  }
  for (let i = 0; i < length; i++) {
    const point = codePointAt(text, i);
    let target = known.get(point);
    if (target === undefined) known.set(point, (target = translated(table, point)));
    if (typeof target === 'number') out.push(target);
    else if (target !== null) out.pushText(target);
  }
  return strOf(out.finish());
}

/** Up to this length a look-up for each character costs less than remembering what was found. */
const SHORT = 64;

/** A text of which a dict changes little or nothing, as long as only characters that a JS string holds come out. */
function translateShort(text: string, table: PyDict): string | undefined {
  let out = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.charCodeAt(i);
    const target = dictGet(table, int(point));
    if (target === undefined) continue;
    const made = replacement(target);
    const piece = made === null ? '' : typeof made === 'number' ? textOfPoint(made) : made;
    if (typeof piece !== 'string') return undefined;
    out += text.slice(start, i) + piece;
    start = i + 1;
  }
  return start === 0 ? text : out + text.slice(start);
}

/** As long as only characters that a JS string holds come out. */
function translateNarrow(text: string, table: Value, known: Map<number, Text | number | null>): string | undefined {
  const ascii: (string | undefined)[] = new Array(128).fill(undefined);
  let out = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.charCodeAt(i);
    let target = point < 128 ? ascii[point] : undefined;
    if (target === undefined) {
      let made = known.get(point);
      if (made === undefined) known.set(point, (made = translated(table, point)));
      const piece = made === null ? '' : typeof made === 'number' ? textOfPoint(made) : made;
      if (typeof piece !== 'string') return undefined;
      target = piece;
      if (point < 128) ascii[point] = piece;
    }
    if (target.length === 1 && target.charCodeAt(0) === point) continue;
    out += text.slice(start, i) + target;
    start = i + 1;
  }
  return out + text.slice(start);
}

/** What a table makes of a character: another, a text, or null for nothing. CPython: charmaptranslate_lookup */
function translated(table: Value, point: number): Text | number | null {
  const target = tableItem(table, point);
  return target === undefined ? point : replacement(target);
}

function replacement(target: Value): Text | number | null {
  if (target === None) return null;
  if (isStr(target)) return textOfStr(target);
  const code = intValue(target);
  if (code === undefined) throw typeError('character mapping must return integer, None or str');
  if (code < 0 || code > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return Number(code);
}

function tableItem(table: Value, point: number): Value | undefined {
  // Most characters are in no table: a plain dict says so without an exception.
  if (table instanceof PyDict && table.cls === dictType) return dictGet(table, int(point));
  try {
    return getItem(table, int(point));
  } catch (e) {
    if (isError(e, 'LookupError')) return undefined;
    throw e;
  }
}

/** CPython: str.maketrans */
export function strMaketrans(x: Value, y?: Value, z?: Value): Value {
  const table = new PyDict();
  if (y === undefined) fromDict(table, x);
  else fromTexts(table, x, textArgument(y, 'maketrans', '2'), z);
  return table;
}

function fromTexts(table: PyDict, x: Value, to: Text, z: Value | undefined): void {
  if (!isStr(x)) throw typeError('first maketrans argument must be a string if there is a second argument');
  const from = textOfStr(x);
  if (textLength(from) !== textLength(to)) {
    throw valueError('the first two maketrans arguments must have equal length');
  }
  for (let i = 0; i < textLength(from); i++) dictSet(table, int(codePointAt(from, i)), int(codePointAt(to, i)));
  if (z === undefined) return;
  if (!isStr(z)) throw badArgument(z, 'maketrans', '3');
  const dropped = textOfStr(z);
  for (let i = 0; i < textLength(dropped); i++) dictSet(table, int(codePointAt(dropped, i)), None);
}

function fromDict(table: PyDict, x: Value): void {
  if (!(x instanceof PyDict)) {
    throw typeError('if you give only one argument to maketrans it must be a dict');
  }
  for (const [key, value] of dictEntries(x)) {
    if (isStr(key)) {
      const text = textOfStr(key);
      if (textLength(text) !== 1) throw valueError('string keys in translatetable must be of length 1');
      dictSet(table, int(codePointAt(text, 0)), value);
    } else if (intValue(key) !== undefined) dictSet(table, key, value);
    else throw keyTypeError();
  }
}

function keyTypeError(): Raised {
  return typeError('keys in translate table mustbe strings or integers');
}
