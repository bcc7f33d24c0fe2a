// From Python objects to what the engine matches, and back: subjects, slices, joined pieces. CPython: Modules/_sre/sre.c (getstring, state_init,
// getslice, the joins of pattern_subx and expand_template)

import { PyStr, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { overflowError, type Raised, typeError } from '../../runtime/exceptions/errors.ts';
import { emptyBytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { latin1 } from '../../runtime/text/latin1.ts';
import { sliceText } from '../../runtime/text/text.ts';
import type { Subject } from './engine.ts';
import type { PyPattern } from './layout.ts';

/** Below this a buffer is turned into a string for each call; above only bytes objects are, once. */
const SMALL_BUFFER = 256;

/** What the engine works on: native RegExps want strings, so bytes become a string of their values where that pays. */
export function subjectOf(pattern: PyPattern, string: Value): Subject {
  if (typeof string === 'string' && pattern.kind !== 'bytes') return string;
  return subjectOfSlow(pattern, string);
}

function subjectOfSlow(pattern: PyPattern, string: Value): Subject {
  if (isStr(string)) {
    if (pattern.kind === 'bytes') throw typeError('cannot use a bytes pattern on a string-like object');
    const text = textOfStr(string);
    return typeof text === 'string' ? text : text.codePoints;
  }
  const buffer = lookupBuffer(string);
  if (buffer === undefined) throw notText(string);
  if (pattern.kind === 'str') throw typeError('cannot use a string pattern on a bytes-like object');
  if (buffer.length <= SMALL_BUFFER) return latin1(buffer);
  if (!(string instanceof PyBytes)) return buffer;
  const known = latinTexts().get(buffer);
  if (known !== undefined) return known;
  const text = latin1(buffer);
  latinTexts().set(buffer, text);
  return text;
}

function notText(string: Value): Raised {
  return typeError(`expected string or bytes-like object, got '${typeOf(string).typeName}'`);
}

const LATIN_TEXTS: unique symbol = Symbol('_sre.latin1');

/** Strings of large bytes objects, for as long as these live. */
function latinTexts(): WeakMap<Uint8Array, string> {
  const { states } = state.interp;
  let texts = states.get(LATIN_TEXTS) as WeakMap<Uint8Array, string> | undefined;
  if (texts === undefined) states.set(LATIN_TEXTS, (texts = new WeakMap()));
  return texts;
}

/** Part of the string that was matched. */
export function sliceOf(string: Value, start: number, end: number): Value {
  if (typeof string === 'string') return string.slice(start, end);
  if (string instanceof PyStr) return strOf(sliceText(textOfStr(string), start, end));
  const buffer = lookupBuffer(string);
  if (buffer === undefined) throw notText(string);
  if (string instanceof PyBytes && string.cls.typeName === 'bytes' && start === 0 && end === buffer.length)
    return string;
  // A bytearray may have become shorter since it was searched.
  const stop = Math.min(end, buffer.length);
  return start < stop ? PyBytes.copy(buffer, start, stop) : emptyBytes;
}

/** A pos or endpos argument within the string. */
export function clampIndex(value: Value | undefined, length: number, missing: number): number {
  if (value === undefined) return missing;
  const index = asIndex(value);
  if (typeof index === 'bigint' && (index > MAX_SSIZE || index < -MAX_SSIZE - 1n)) {
    throw overflowError('Python int too large to convert to C ssize_t');
  }
  return index < 0 ? 0 : index > length ? length : Number(index);
}

const MAX_SSIZE = (1n << 63n) - 1n;

/** A count argument: how many at most, where 0 and less than 0 differ. */
export function countArgument(value: Value | undefined): number {
  if (value === undefined) return 0;
  const count = asIndex(value);
  if (typeof count === 'bigint' && (count > MAX_SSIZE || count < -MAX_SSIZE - 1n)) {
    throw overflowError('Python int too large to convert to C ssize_t');
  }
  return Number(count);
}
