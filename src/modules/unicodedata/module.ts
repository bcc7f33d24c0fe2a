// The module `unicodedata`. CPython: Modules/unicodedata.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, installType, type ModuleTable, member, method } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { isStr, jsString, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { stringOfUnits } from '../../runtime/text/builders.ts';
import { codePointAt, codePointsOf, textLength, textOf } from '../../runtime/text/text.ts';
import { characterName, lookUpName, lookUpPlainName, NAME_MAX_LENGTH } from '../../unicode/names.ts';
import { decompositionText, isNormalized, type NormalForm, normalizePoints } from '../../unicode/normalize.ts';
import * as numbers from '../../unicode/numeric.ts';
import * as old from '../../unicode/old-version.ts';
import * as current from '../../unicode/properties.ts';

/** One version of the database. */
interface Database {
  readonly version: string;
  category(point: number): string;
  bidirectional(point: number): string;
  combining(point: number): number;
  eastAsianWidth(point: number): string;
  mirrored(point: number): number;
  numericValue(point: number): number | undefined;
  decimalValue(point: number): number;
  digitOf(point: number): number;
  decomposition(point: number): string;
  name(point: number): string | undefined;
  lookUp(name: string): readonly number[] | undefined;
  normalize(points: ArrayLike<number>, form: NormalForm): ArrayLike<number>;
  isNormalized(points: ArrayLike<number>, form: NormalForm): boolean;
}

const CURRENT: Database = {
  ...current,
  ...numbers,
  version: '16.0.0',
  decomposition: decompositionText,
  name: characterName,
  lookUp: lookUpName,
  normalize: normalizePoints,
  isNormalized,
};

const OLD: Database = {
  ...old,
  version: '3.2.0',
  lookUp: lookUpOld,
  normalize: (points, form) => normalizePoints(points, form, old.OLD_DECOMPOSING),
  isNormalized: (points, form) => isNormalized(points, form, old.OLD_DECOMPOSING),
};

function lookUpOld(name: string): readonly number[] | undefined {
  const points = lookUpPlainName(name);
  return points?.every(old.wasAssigned) ? points : undefined;
}

export class PyUcd extends PyObject {
  readonly database: Database;
  constructor(database: Database) {
    super();
    this.database = database;
  }
}
const ucdType: PyType = staticType('UCD', PyUcd, { module: 'unicodedata', instantiable: false });

/** A character argument. CPython: Argument Clinic's `int(accept={str})` */
function character(v: Value, owner: string, position: string): number {
  if (!isStr(v)) throw typeError(`${owner}() argument ${position}must be a unicode character, not ${shown(v)}`);
  const text = textOfStr(v);
  const length = textLength(text);
  if (length === 1) return codePointAt(text, 0);
  throw typeError(`${owner}(): argument ${position}must be a unicode character, not a string of length ${length}`);
}

function shown(v: Value): string {
  return v === None ? 'None' : typeOf(v).typeName;
}

type Method = (database: Database, ...args: (Value | undefined)[]) => Value;

function numeric(
  owner: string,
  message: string,
  read: (database: Database, point: number) => Value | undefined,
): Method {
  return (database, chr, otherwise) => {
    const value = read(database, character(chr!, owner, '1 ')) ?? otherwise;
    if (value === undefined) throw valueError(message);
    return value;
  };
}

function property(owner: string, read: (database: Database, point: number) => Value): Method {
  return (database, chr) => read(database, character(chr!, owner, ''));
}

/** An int that is at least 0, else undefined. */
function natural(n: number): Value | undefined {
  return n < 0 ? undefined : int(n);
}

function optionalFloat(x: number | undefined): Value | undefined {
  return x === undefined ? undefined : float(x);
}

const nameOf: Method = (database, chr, otherwise) => {
  const value = database.name(character(chr!, 'name', '1 ')) ?? otherwise;
  if (value === undefined) throw valueError('no such name');
  return value;
};

const lookup: Method = (database, name) => {
  const text = isStr(name!) ? jsString(name) : stringOfUnits(getBuffer(name!));
  if (text.length > NAME_MAX_LENGTH) throw keyError('name too long');
  const points = database.lookUp(text);
  if (points === undefined) throw keyError(`undefined character name '${text}'`);
  return strOf(textOf(points));
};

function formOf(v: Value, owner: string): string {
  if (!isStr(v)) throw typeError(`${owner}() argument 1 must be str, not ${shown(v)}`);
  return jsString(v);
}

function checkedForm(form: string): NormalForm {
  if (form === 'NFC' || form === 'NFD' || form === 'NFKC' || form === 'NFKD') return form;
  throw badForm();
}

function badForm(): Raised {
  return valueError('invalid normalization form');
}

const normalize: Method = (database, form, unistr) => {
  const name = formOf(form!, 'normalize');
  if (!isStr(unistr!)) throw typeError(`normalize() argument 2 must be str, not ${shown(unistr!)}`);
  const text = textOfStr(unistr);
  if (textLength(text) === 0) return unistr;
  const points = codePointsOf(text);
  const result = database.normalize(points, checkedForm(name));
  return result === points ? strOf(text) : strOf(textOf(result));
};

const isNormal: Method = (database, form, unistr) => {
  const name = formOf(form!, 'is_normalized');
  if (!isStr(unistr!)) throw typeError(`is_normalized() argument 2 must be str, not ${shown(unistr!)}`);
  const text = textOfStr(unistr);
  return textLength(text) === 0 || database.isNormalized(codePointsOf(text), checkedForm(name));
};

/** Name, parameters, implementation: functions of the module and methods of UCD alike. */
const METHODS: readonly (readonly [name: string, parameters: string, run: Method])[] = [
  [
    'decimal',
    'chr, default=<unrepresentable>',
    numeric('decimal', 'not a decimal', (d, p) => natural(d.decimalValue(p))),
  ],
  ['digit', 'chr, default=<unrepresentable>', numeric('digit', 'not a digit', (d, p) => natural(d.digitOf(p)))],
  [
    'numeric',
    'chr, default=<unrepresentable>',
    numeric('numeric', 'not a numeric character', (d, p) => optionalFloat(d.numericValue(p))),
  ],
  ['category', 'chr', property('category', (d, p) => d.category(p))],
  ['bidirectional', 'chr', property('bidirectional', (d, p) => d.bidirectional(p))],
  ['combining', 'chr', property('combining', (d, p) => int(d.combining(p)))],
  ['mirrored', 'chr', property('mirrored', (d, p) => int(d.mirrored(p)))],
  ['east_asian_width', 'chr', property('east_asian_width', (d, p) => d.eastAsianWidth(p))],
  ['decomposition', 'chr', property('decomposition', (d, p) => d.decomposition(p))],
  ['name', 'chr, default=<unrepresentable>', nameOf],
  ['lookup', 'name', lookup],
  ['is_normalized', 'form, unistr', isNormal],
  ['normalize', 'form, unistr', normalize],
];

function functions(): ModuleTable {
  const table: ModuleTable = {};
  for (const [name, parameters, run] of METHODS) {
    table[name] = fn(`($module, ${parameters}, /)`, (...args: Value[]) => run(CURRENT, ...args));
  }
  return table;
}

export const unicodedataModule: NativeModule = {
  name: 'unicodedata',
  doc:
    'This module provides access to the Unicode Character Database which\n' +
    'defines character properties for all Unicode characters. The data in\n' +
    'this database is based on the UnicodeData.txt file version\n' +
    '16.0.0 which is publicly available from ftp://ftp.unicode.org/.\n\n' +
    'The module uses the same names and symbols as defined by the\n' +
    'UnicodeData File Format 16.0.0.',
  functions: functions(),
  types: { UCD: ucdType },
  values: () => ({ unidata_version: CURRENT.version, ucd_3_2_0: new PyUcd(OLD) }),
  install: () => {
    const methods: ModuleTable = {};
    for (const [name, parameters, run] of METHODS) {
      methods[name] = method(`($self, ${parameters}, /)`, (self: PyUcd, ...args: Value[]) =>
        run(self.database, ...args),
      );
    }
    installType(ucdType, {
      methods,
      properties: { unidata_version: member((self: PyUcd) => self.database.version) },
    });
  },
};
