// str.lower, upper, title, capitalize, swapcase, casefold. CPython: Objects/unicodeobject.c do_lower and those beside it.

import { type CaseKind, caseOf, specialCaseOf } from '../../unicode/casing.ts';
import { isCased, isCaseIgnorable, isLower, isUpper } from '../../unicode/properties.ts';
import { TextBuilder } from './builders.ts';
import { codePointAt, type Text, textLength } from './text.ts';

const ASCII = /^[\0-\x7f]*$/;
/** Latin letters, whose case the engine changes as Unicode's tables say, whatever version it knows. */
const LATIN = /^[\0-\u024f]*$/;
const CAPITAL_SIGMA = 0x3a3;
const FINAL_SIGMA = 0x3c2;
const SMALL_SIGMA = 0x3c3;

/** `text.lower()`. */
export function lowerText(text: Text): Text {
  if (typeof text === 'string' && LATIN.test(text)) return text.toLowerCase();
  return mapEach(text, () => 'lower');
}

/** `text.upper()`. */
export function upperText(text: Text): Text {
  if (typeof text === 'string' && LATIN.test(text)) return text.toUpperCase();
  return mapEach(text, () => 'upper');
}

/** `text.casefold()`. */
export function casefoldText(text: Text): Text {
  if (typeof text === 'string' && ASCII.test(text)) return text.toLowerCase();
  return mapEach(text, () => 'fold');
}

/** `text.capitalize()`. */
export function capitalizeText(text: Text): Text {
  if (typeof text === 'string' && ASCII.test(text)) return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  return mapEach(text, (_point, index) => (index === 0 ? 'title' : 'lower'));
}

/** `text.title()`. */
export function titleText(text: Text): Text {
  if (typeof text === 'string' && ASCII.test(text)) return titleAscii(text);
  let inWord = false;
  return mapEach(text, (point) => {
    const kind = inWord ? 'lower' : 'title';
    inWord = isCased(point);
    return kind;
  });
}

/** `text.swapcase()`. */
export function swapcaseText(text: Text): Text {
  if (typeof text === 'string' && ASCII.test(text)) return swapcaseAscii(text);
  return mapEach(text, (point) => (isUpper(point) ? 'lower' : isLower(point) ? 'upper' : undefined));
}

/** Words begin where letters do after something else. */
function titleAscii(text: string): string {
  return text.toLowerCase().replace(/[a-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1));
}

function swapcaseAscii(text: string): string {
  return text.replace(/[a-z]+|[A-Z]+/g, (run) => (run >= 'a' ? run.toUpperCase() : run.toLowerCase()));
}

/** Maps each code point by the kind chosen for it; undefined keeps it. */
function mapEach(text: Text, choose: (point: number, index: number) => CaseKind | undefined): Text {
  const length = textLength(text);
  const out = new TextBuilder(length);
  for (let i = 0; i < length; i++) {
    const point = codePointAt(text, i);
    const kind = choose(point, i);
    if (kind === undefined) out.push(point);
    else if (kind === 'lower' && point === CAPITAL_SIGMA) out.push(isFinalSigma(text, i) ? FINAL_SIGMA : SMALL_SIGMA);
    else pushMapped(out, point, kind);
  }
  return out.finish();
}

function pushMapped(out: TextBuilder, point: number, kind: CaseKind): void {
  const mapped = caseOf(point, kind);
  if (mapped >= 0) out.push(mapped);
  else for (const part of specialCaseOf(point, kind)) out.push(part);
}

/** A sigma that ends a word: a cased character before it and none after, looking past the case-ignorable. */
function isFinalSigma(text: Text, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(codePointAt(text, before))) before--;
  if (before < 0 || !isCased(codePointAt(text, before))) return false;
  let after = index + 1;
  const length = textLength(text);
  while (after < length && isCaseIgnorable(codePointAt(text, after))) after++;
  return after === length || !isCased(codePointAt(text, after));
}
