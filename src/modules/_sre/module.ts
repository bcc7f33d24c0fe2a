// The module `_sre`. CPython: Modules/_sre/sre.c (sremodule)

import { None } from '../../runtime/core/object.ts';
import { intType, typeOf } from '../../runtime/core/primitives.ts';
import { checkSignals, state } from '../../runtime/core/state.ts';
import { isSubtype } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn, installType, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { C_LOCALE, CharSetFactory, lowerAscii } from './charset.ts';
import { CODESIZE, MAGIC, MAXGROUPS, MAXREPEAT } from './constants.ts';
import { Engine, InvalidCode } from './engine.ts';
import { matchType, PyPattern, patternType, scannerType, templateType } from './layout.ts';
import { matchTable } from './match.ts';
import { patternTable, scannerTable } from './pattern.ts';
import { UNICODE } from './tables.ts';
import { sreTemplate } from './template.ts';

const ENGINE: unique symbol = Symbol('_sre.engine');

/** The sets of the one Unicode database and locale that there are, the same for every interpreter. */
const SETS = new CharSetFactory(UNICODE, C_LOCALE);

/** The interpreter's engine. */
function engine(): Engine {
  const { states } = state.interp;
  let made = states.get(ENGINE) as Engine | undefined;
  if (made === undefined) {
    made = new Engine({ unicode: UNICODE, locale: C_LOCALE, sets: SETS, native: true, tick: checkSignals });
    states.set(ENGINE, made);
  }
  return made;
}

function compile(
  pattern: Value,
  flags: Value,
  code: Value,
  groups: Value,
  groupindex: Value,
  indexgroup: Value,
): Value {
  if (!(code instanceof PyList)) throw argumentError(`'code' must be list`, code);
  if (!(groupindex instanceof PyDict)) throw argumentError(`'groupindex' must be dict`, groupindex);
  if (!(indexgroup instanceof PyTuple)) throw argumentError(`'indexgroup' must be tuple`, indexgroup);
  const words = code.items.map(codeWord);
  try {
    const count = Number(asIndex(groups));
    if (count < 0 || count > MAXGROUPS) throw new InvalidCode();
    const regex = engine().compile(words, count);
    const bits = Number(asIndex(flags));
    return new PyPattern(regex, words, pattern, kindOf(pattern), bits, groupindex, indexgroup.items);
  } catch (error) {
    throw error instanceof InvalidCode ? runtimeError(error.message) : error;
  }
}

function argumentError(what: string, given: Value) {
  return typeError(`compile() argument ${what}, not ${typeOf(given).typeName}`);
}

/** CPython: PyLong_AsUnsignedLong, then the range of SRE_CODE */
function codeWord(item: Value): number {
  if (typeof item === 'number' && item >= 0 && item <= 0xffffffff && Number.isInteger(item)) return item;
  if (!isSubtype(typeOf(item), intType)) throw typeError('an integer is required');
  const word = asIndex(item);
  if (word < 0) throw overflowError("can't convert negative value to unsigned int");
  if (word > UNSIGNED_LONG_MAX) throw overflowError('Python int too large to convert to C unsigned long');
  if (word > 0xffffffff) throw overflowError('regular expression code size limit exceeded');
  return Number(word);
}

const UNSIGNED_LONG_MAX = (1n << 64n) - 1n;

function kindOf(pattern: Value): PyPattern['kind'] {
  if (pattern === None) return 'any';
  if (isStr(pattern)) return 'str';
  if (lookupBuffer(pattern) !== undefined) return 'bytes';
  throw typeError(`expected string or bytes-like object, got '${typeOf(pattern).typeName}'`);
}

/** A character argument of the case functions. */
function character(value: Value): number {
  const point = asIndex(value);
  if (typeof point === 'bigint' || point > 0x7fffffff || point < -0x80000000) {
    throw overflowError('Python int too large to convert to C int');
  }
  return point;
}

function isAsciiLetter(point: number): boolean {
  return (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a);
}

function unicodeLower(point: number): number {
  return point >= 0 && point <= 0x10ffff ? UNICODE.lower(point) : point;
}

function unicodeIsCased(point: number): boolean {
  if (point < 0 || point > 0x10ffff) return false;
  return UNICODE.lower(point) !== point || UNICODE.upper(point) !== point;
}

const CHARACTER = '($module, character, /)';

const functions: ModuleTable = {
  compile: fn('($module, /, pattern, flags, code, groups, groupindex,\n        indexgroup)', compile),
  template: fn('($module, pattern, template, /)', sreTemplate),
  getcodesize: fn('($module, /)', () => int(CODESIZE)),
  ascii_iscased: fn(CHARACTER, (value: Value) => isAsciiLetter(character(value))),
  ascii_tolower: fn(CHARACTER, (value: Value) => int(lowerAscii(character(value)))),
  unicode_iscased: fn(CHARACTER, (value: Value) => unicodeIsCased(character(value))),
  unicode_tolower: fn(CHARACTER, (value: Value) => int(unicodeLower(character(value)))),
};

function install(): void {
  installType(patternType, patternTable);
  installType(matchType, matchTable);
  matchType.proto.isMapped = true;
  installType(scannerType, scannerTable);
  installType(templateType, {});
}

export const sreModule: NativeModule = {
  name: '_sre',
  functions,
  values: () => ({
    MAGIC: int(MAGIC),
    CODESIZE: int(CODESIZE),
    MAXREPEAT: int(MAXREPEAT),
    MAXGROUPS: int(MAXGROUPS),
    copyright: ' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ',
  }),
  install,
};
