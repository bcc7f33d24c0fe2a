// _csv.Dialect: settings taken from an object and keyword arguments, and checked. CPython: Modules/_csv.c (dialect_new)

import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { attributeError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { getset, member, method, type TypeTable } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet, dictKeys, dictSet } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString, strOfPoint, strOfUtf16, textOfStr } from '../../runtime/objects/str/str.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { codePointAt, textLength } from '../../runtime/text/text.ts';
import { type DialectSettings, Quoting } from './parse.ts';

export class PyDialect extends PyObject implements DialectSettings {
  readonly delimiter: number;
  readonly quotechar: number;
  readonly escapechar: number;
  readonly doublequote: boolean;
  readonly skipinitialspace: boolean;
  readonly lineterminator: string;
  readonly quoting: number;
  readonly strict: boolean;
  constructor(given: (name: string) => Value | undefined) {
    super();
    this.delimiter = character('delimiter', given, 0x2c);
    this.doublequote = flag('doublequote', given, true);
    this.escapechar = characterOrNone('escapechar', given, -1);
    this.lineterminator = lineTerminator(given);
    this.quotechar = characterOrNone('quotechar', given, 0x22);
    const noQuotes = given('quotechar') === None && given('quoting') === undefined;
    this.quoting = noQuotes ? Quoting.NONE : quotingOf(given);
    this.skipinitialspace = flag('skipinitialspace', given, false);
    this.strict = flag('strict', given, false);
    checkQuoting(this);
    checkCharacters(this);
  }
}

export const dialectType: PyType = staticType('Dialect', PyDialect, {
  module: '_csv',
  subclassable: true,
});

function character(name: string, given: (name: string) => Value | undefined, missing: number): number {
  return characterOf(name, given(name), missing, 'a unicode character');
}

function characterOrNone(name: string, given: (name: string) => Value | undefined, missing: number): number {
  const value = given(name);
  return value === None ? -1 : characterOf(name, value, missing, 'a unicode character or None');
}

function characterOf(name: string, value: Value | undefined, missing: number, what: string): number {
  if (value === undefined) return missing;
  if (!isStr(value)) throw typeError(`"${name}" must be ${what}, not ${typeOf(value).typeName}`);
  const text = textOfStr(value);
  const length = textLength(text);
  if (length !== 1) throw typeError(`"${name}" must be ${what}, not a string of length ${length}`);
  return codePointAt(text, 0);
}

function flag(name: string, given: (name: string) => Value | undefined, missing: boolean): boolean {
  const value = given(name);
  return value === undefined ? missing : isTrue(value);
}

function lineTerminator(given: (name: string) => Value | undefined): string {
  const value = given('lineterminator');
  if (value === undefined) return '\r\n';
  if (isStr(value)) return jsString(value);
  throw typeError(`"lineterminator" must be a string, not ${typeOf(value).typeName}`);
}

function quotingOf(given: (name: string) => Value | undefined): number {
  const value = given('quoting');
  if (value === undefined) return Quoting.MINIMAL;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw typeError(`"quoting" must be an integer, not ${typeOf(value).typeName}`);
}

function checkQuoting(dialect: DialectSettings): void {
  const { quoting, quotechar } = dialect;
  if (quoting < 0 || quoting > Quoting.NOTNULL) throw typeError('bad "quoting" value');
  if (quoting !== Quoting.NONE && quotechar < 0) throw typeError('quotechar must be set if quoting enabled');
}

function checkCharacters(dialect: DialectSettings): void {
  const { delimiter, escapechar, quotechar, skipinitialspace, lineterminator } = dialect;
  checkCharacter('delimiter', delimiter, true);
  checkCharacter('escapechar', escapechar, !skipinitialspace);
  checkCharacter('quotechar', quotechar, !skipinitialspace);
  checkDistinct('delimiter', delimiter, 'escapechar', escapechar);
  checkDistinct('delimiter', delimiter, 'quotechar', quotechar);
  checkDistinct('escapechar', escapechar, 'quotechar', quotechar);
  for (const [name, point] of [
    ['delimiter', delimiter],
    ['escapechar', escapechar],
    ['quotechar', quotechar],
  ] as const) {
    if (point >= 0 && lineterminator.includes(String.fromCodePoint(point))) {
      throw valueError(`bad ${name} or lineterminator value`);
    }
  }
}

function checkCharacter(name: string, point: number, allowSpace: boolean): void {
  if (point === 10 || point === 13 || (point === 0x20 && !allowSpace)) throw valueError(`bad ${name} value`);
}

function checkDistinct(name: string, point: number, other: string, otherPoint: number): void {
  if (point >= 0 && point === otherPoint) throw valueError(`bad ${name} or ${other} value`);
}

/** Names of the settings, in the order of the constructor's parameters after `dialect`. */
export const SETTINGS: readonly string[] = [
  'delimiter',
  'doublequote',
  'escapechar',
  'lineterminator',
  'quotechar',
  'quoting',
  'skipinitialspace',
  'strict',
];

/** The dialect that an object (whose attributes are the settings) and keyword arguments describe. */
export function makeDialect(base: Value | undefined, params: PyDict | undefined): PyDialect {
  if (params !== undefined) {
    for (const key of dictKeys(params)) {
      if (typeof key !== 'string' || !SETTINGS.includes(key)) {
        throw typeError(`this function got an unexpected keyword argument '${String(key)}'`);
      }
    }
  }
  const plain = params === undefined || params.size === 0;
  if (base instanceof PyDialect && plain) return base;
  return new PyDialect((name) => {
    const own = params === undefined ? undefined : dictGet(params, name);
    if (own !== undefined || base === undefined || base === None) return own;
    return base instanceof PyDialect ? settingOf(base, name) : lookupAttr(base, name);
  });
}

/** A setting as Python sees it. */
function settingOf(dialect: PyDialect, name: string): Value {
  switch (name) {
    case 'delimiter':
      return strOfPoint(dialect.delimiter);
    case 'escapechar':
      return characterValue(dialect.escapechar);
    case 'quotechar':
      return characterValue(dialect.quotechar);
    case 'lineterminator':
      return strOfUtf16(dialect.lineterminator);
    case 'quoting':
      return int(dialect.quoting);
    case 'doublequote':
      return dialect.doublequote;
    case 'skipinitialspace':
      return dialect.skipinitialspace;
    default:
      return dialect.strict;
  }
}

function characterValue(point: number): Value {
  return point < 0 ? None : strOfPoint(point);
}

function dialectNew(_type: PyType, base?: Value, ...settings: (Value | undefined)[]): Value {
  const params = new PyDict();
  settings.forEach((value, i) => {
    if (value !== undefined) dictSet(params, SETTINGS[i]!, value);
  });
  return makeDialect(base, params);
}

function readOnly(name: string): () => never {
  return () => {
    throw attributeError(`attribute '${name}' of '_csv.Dialect' objects is not writable`);
  };
}

function refusePickle(self: PyDialect): never {
  throw typeError(`cannot pickle '${typeOf(self).qualname}' instances`);
}

const setting = (name: string) => getset((self: PyDialect) => settingOf(self, name), readOnly(name));

export const dialectTable: TypeTable = {
  doc: 'CSV dialect\n\nThe Dialect type records CSV format options.',
  new: method(
    `($type, dialect=None, ${SETTINGS.map((name) => `${name}=None`).join(', ')})`,
    dialectNew,
    undefined,
    'varargs',
  ),
  methods: {
    __reduce__: method('!($self, *args)', refusePickle),
    __reduce_ex__: method('!($self, *args)', refusePickle),
  },
  properties: {
    delimiter: setting('delimiter'),
    escapechar: setting('escapechar'),
    lineterminator: setting('lineterminator'),
    quotechar: setting('quotechar'),
    quoting: setting('quoting'),
    doublequote: member((self: PyDialect) => self.doublequote),
    skipinitialspace: member((self: PyDialect) => self.skipinitialspace),
    strict: member((self: PyDialect) => self.strict),
  },
};
