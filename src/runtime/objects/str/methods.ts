// The str type's table; the methods are in the files beside. CPython: Objects/unicodeobject.c (unicode_methods)
import { strType, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { installType, method, slot, staticmethod } from '../../native/define.ts';
import { lookupBuffer } from '../../protocols/buffer.ts';
import { decodeBytes, encodeStr } from '../../protocols/codecs.ts';
import { str } from '../../protocols/text.ts';
import { capitalizeText, casefoldText, lowerText, swapcaseText, titleText, upperText } from '../../text/case.ts';
import * as is from '../../text/predicates.ts';
import { reprText } from '../../text/repr.ts';
import { codePointAt, type Text, textLength } from '../../text/text.ts';
import { tuple } from '../tuple/tuple.ts';
import { badArgument } from './arguments.ts';
import * as change from './change.ts';
import * as formatting from './format.ts';
import { installStrIterator } from './iterator-methods.ts';
import * as search from './search.ts';
import * as sequence from './sequence.ts';
import * as splitting from './split.ts';
import { isStr, jsString, type StrValue, strInstance, strOf, textOfStr } from './str.ts';

/** CPython: unicode_new_impl */
function strNew(cls: PyType, object?: Value, encoding?: Value, errors?: Value): Value {
  const coding = nameArgument(encoding, 'str', 'encoding');
  const handling = nameArgument(errors, 'str', 'errors');
  const value = object === undefined ? '' : decodes(coding, handling) ? decoded(object, coding, handling) : str(object);
  return cls === strType ? value : strInstance(cls, textOfStr(value));
}

function decodes(encoding: string | undefined, errors: string | undefined): boolean {
  return encoding !== undefined || errors !== undefined;
}

/** CPython: PyUnicode_FromEncodedObject */
function decoded(object: Value, encoding: string | undefined, errors: string | undefined): StrValue {
  if (isStr(object)) throw typeError('decoding str is not supported');
  const input = lookupBuffer(object);
  if (input === undefined) {
    throw typeError(`decoding to str: need a bytes-like object, ${typeOf(object).typeName} found`);
  }
  return decodeBytes(input, encoding, errors);
}

/** The name of an encoding or error handler. */
function nameArgument(v: Value | undefined, owner: string, name: string): string | undefined {
  if (v === undefined) return undefined;
  if (!isStr(v)) throw badArgument(v, owner, `'${name}'`);
  return jsString(v);
}

/** CPython: str.encode */
export function strEncode(self: StrValue, encoding?: Value, errors?: Value): Value {
  return encodeStr(self, nameArgument(encoding, 'encode', 'encoding'), nameArgument(errors, 'encode', 'errors'));
}

function changed(run: (text: Text) => Text): (self: StrValue) => Value {
  return (self) => strOf(run(textOfStr(self)));
}

function tested(run: (text: Text) => boolean): (self: StrValue) => Value {
  return (self) => run(textOfStr(self));
}

/** CPython: unicode_sizeof, for the layouts of a 64-bit build */
function strSizeof(self: StrValue): Value {
  const text = textOfStr(self);
  const length = textLength(text);
  let widest = 0;
  for (let i = 0; i < length; i++) widest = Math.max(widest, codePointAt(text, i));
  if (widest < 0x80) return int(41 + length);
  if (widest < 0x100) return int(57 + length);
  return int(widest < 0x10000 ? 58 + 2 * length : 60 + 4 * length);
}

const FIND = '($self, sub[, start[, end]], /)';

export function installStr(): void {
  strType.construct = (args) => (args.length === 1 ? str(args[0]!) : undefined);
  installType(strType, {
    new: method("!($type, object='', encoding='utf-8', errors='strict')", strNew, undefined, 'vectorcall'),
    methods: {
      __repr__: slot('($self, /)', (self: StrValue) => strOf(reprText(textOfStr(self)))),
      __hash__: slot('($self, /)', sequence.strHash),
      __str__: slot('($self, /)', formatting.strStr),
      __lt__: slot('($self, value, /)', sequence.strLt),
      __le__: slot('($self, value, /)', sequence.strLe),
      __eq__: slot('($self, value, /)', sequence.strEq),
      __ne__: slot('($self, value, /)', sequence.strNe),
      __gt__: slot('($self, value, /)', sequence.strGt),
      __ge__: slot('($self, value, /)', sequence.strGe),
      __iter__: slot('($self, /)', sequence.strIter),
      __mod__: slot('($self, value, /)', formatting.strMod),
      __rmod__: slot('($self, value, /)', formatting.strRmod),
      __len__: slot('($self, /)', sequence.strLen),
      __getitem__: slot('($self, key, /)', sequence.strGetitem),
      __add__: slot('($self, value, /)', sequence.strAdd),
      __mul__: slot('($self, value, /)', sequence.strMul),
      __rmul__: slot('($self, value, /)', sequence.strMul),
      __contains__: slot('($self, key, /)', search.strContains),
      encode: method("($self, /, encoding='utf-8', errors='strict')", strEncode),
      replace: method('($self, old, new, /, count=-1)', change.strReplace),
      split: method('($self, /, sep=None, maxsplit=-1)', splitting.strSplit),
      rsplit: method('($self, /, sep=None, maxsplit=-1)', splitting.strRsplit),
      join: method('($self, iterable, /)', sequence.strJoin),
      capitalize: method('($self, /)', changed(capitalizeText)),
      casefold: method('($self, /)', changed(casefoldText)),
      title: method('($self, /)', changed(titleText)),
      center: method("($self, width, fillchar=' ', /)", change.strCenter),
      count: method(FIND, search.strCount),
      expandtabs: method('($self, /, tabsize=8)', change.strExpandtabs),
      find: method(FIND, search.strFind),
      partition: method('($self, sep, /)', splitting.strPartition),
      index: method(FIND, search.strIndex),
      ljust: method("($self, width, fillchar=' ', /)", change.strLjust),
      lower: method('($self, /)', changed(lowerText)),
      lstrip: method('($self, chars=None, /)', splitting.strLstrip),
      rfind: method(FIND, search.strRfind),
      rindex: method(FIND, search.strRindex),
      rjust: method("($self, width, fillchar=' ', /)", change.strRjust),
      rstrip: method('($self, chars=None, /)', splitting.strRstrip),
      rpartition: method('($self, sep, /)', splitting.strRpartition),
      splitlines: method('($self, /, keepends=False)', splitting.strSplitlines),
      strip: method('($self, chars=None, /)', splitting.strStrip),
      swapcase: method('($self, /)', changed(swapcaseText)),
      translate: method('($self, table, /)', change.strTranslate),
      upper: method('($self, /)', changed(upperText)),
      startswith: method('($self, prefix[, start[, end]], /)', search.strStartswith),
      endswith: method('($self, suffix[, start[, end]], /)', search.strEndswith),
      removeprefix: method('($self, prefix, /)', splitting.strRemoveprefix),
      removesuffix: method('($self, suffix, /)', splitting.strRemovesuffix),
      isascii: method('($self, /)', tested(is.isAsciiText)),
      islower: method('($self, /)', tested(is.isLowerText)),
      isupper: method('($self, /)', tested(is.isUpperText)),
      istitle: method('($self, /)', tested(is.isTitleText)),
      isspace: method('($self, /)', tested(is.isSpaceText)),
      isdecimal: method('($self, /)', tested(is.isDecimalText)),
      isdigit: method('($self, /)', tested(is.isDigitText)),
      isnumeric: method('($self, /)', tested(is.isNumericText)),
      isalpha: method('($self, /)', tested(is.isAlphaText)),
      isalnum: method('($self, /)', tested(is.isAlnumText)),
      isidentifier: method('($self, /)', tested(is.isIdentifierText)),
      isprintable: method('($self, /)', tested(is.isPrintableText)),
      zfill: method('($self, width, /)', change.strZfill),
      format: method('($self, /, *args, **kwargs)', formatting.strFormat),
      format_map: method('($self, mapping, /)', formatting.strFormatMap),
      __format__: method('($self, format_spec, /)', formatting.strFormatSpec),
      maketrans: staticmethod('(x, y=<unrepresentable>, z=<unrepresentable>, /)', change.strMaketrans),
      __sizeof__: method('($self, /)', strSizeof),
      __getnewargs__: method('($self, /)', (self: StrValue) => tuple([sequence.exactStr(self)])),
    },
  });
  strType.proto.keyKind = 2;
  (strType.proto as { sqConcat?: boolean }).sqConcat = true;
  installStrIterator();
}
