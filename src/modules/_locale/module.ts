// The _locale module: the C locale, and C.UTF-8, which differs from it in nothing but its encoding. CPython: Modules/_localemodule.c

import { None } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionBase, PyBaseException } from '../../runtime/exceptions/exception.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, textOfStr } from '../../runtime/objects/str/str.ts';
import { intArgument } from '../../runtime/protocols/item.ts';

import { codePointsOf } from '../../runtime/text/text.ts';

class PyLocaleError extends PyBaseException {}

const errorType: PyType = staticType('Error', PyLocaleError, {
  base: exceptionBase,
  module: 'locale',
  subclassable: true,
  hasDict: true,
});

const STATE: unique symbol = Symbol('_locale');
const CATEGORIES = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES', 'LC_ALL'];
const LC_ALL = 6;
const CODESET = 14;

/** The locale of each category; LC_CTYPE starts as C.UTF-8, as a UTF-8 system's Python sets it. */
function current(): string[] {
  let made = state.interp.states.get(STATE) as string[] | undefined;
  if (made === undefined) state.interp.states.set(STATE, (made = ['C.UTF-8', 'C', 'C', 'C', 'C', 'C']));
  return made;
}

/** The system's name for a locale we have; undefined when there is none of that name. */
function known(name: string): string | undefined {
  if (name === 'C' || name === 'POSIX') return 'C';
  if (name === '') return systemLocale();
  return /^C\.utf-?8$/i.test(name) ? name : undefined;
}

function systemLocale(): string {
  const { env } = state.interp.host.process;
  const name = env.get('LC_ALL') || env.get('LC_CTYPE') || env.get('LANG');
  return name === 'C' || name === 'POSIX' ? 'C' : 'C.UTF-8';
}

function setlocale(category: Value, locale?: Value): Value {
  const number = intArgument(category);
  const all = current();
  const query = locale === undefined || locale === None;
  if (number < 0 || number > LC_ALL)
    throw newError(errorType, [query ? 'locale query failed' : 'unsupported locale setting']);
  if (!query) {
    if (!isStr(locale)) throw typeError(`setlocale() argument 2 must be str or None, not ${typeOf(locale).typeName}`);
    const name = known(jsString(locale));
    if (name === undefined) throw newError(errorType, ['unsupported locale setting']);
    if (number === LC_ALL) all.fill(name);
    else all[number] = name;
  }
  if (number !== LC_ALL) return all[number]!;
  if (all.every((each) => each === all[0])) return all[0]!;
  const order = [0, 1, 2, 3, 4, 5];
  const rest = ['LC_PAPER=C', 'LC_NAME=C', 'LC_ADDRESS=C', 'LC_TELEPHONE=C', 'LC_MEASUREMENT=C', 'LC_IDENTIFICATION=C'];
  return [...order.map((i) => `${CATEGORIES[i]}=${all[i]}`), ...rest].join(';');
}

function localeconv(): Value {
  const dict = new PyDict();
  const texts = 'int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep positive_sign negative_sign';
  const numbers =
    'int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space p_sign_posn n_sign_posn';
  for (const name of texts.split(' ')) dictSet(dict, name, '');
  dictSet(dict, 'mon_grouping', new PyList([]));
  for (const name of numbers.split(' ')) dictSet(dict, name, int(127));
  dictSet(dict, 'decimal_point', '.');
  dictSet(dict, 'thousands_sep', '');
  dictSet(dict, 'grouping', new PyList([]));
  return dict;
}

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** nl_langinfo items: name, number, text. */
const ITEMS: readonly (readonly [string, number, string])[] = [
  ...DAYS.map((day, i) => [`ABDAY_${i + 1}`, 131072 + i, day.slice(0, 3)] as const),
  ...DAYS.map((day, i) => [`DAY_${i + 1}`, 131079 + i, day] as const),
  ...MONTHS.map((month, i) => [`ABMON_${i + 1}`, 131086 + i, month.slice(0, 3)] as const),
  ...MONTHS.map((month, i) => [`MON_${i + 1}`, 131098 + i, month] as const),
  ['AM_STR', 131110, 'AM'],
  ['PM_STR', 131111, 'PM'],
  ['D_T_FMT', 131112, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 131113, '%m/%d/%y'],
  ['T_FMT', 131114, '%H:%M:%S'],
  ['T_FMT_AMPM', 131115, '%I:%M:%S %p'],
  ['ERA', 131116, ''],
  ['ERA_D_FMT', 131118, ''],
  ['ALT_DIGITS', 131119, ''],
  ['ERA_D_T_FMT', 131120, ''],
  ['ERA_T_FMT', 131121, ''],
  ['_DATE_FMT', 131180, '%a %b %e %H:%M:%S %Z %Y'],
  ['RADIXCHAR', 65536, '.'],
  ['THOUSEP', 65537, ''],
  ['YESEXPR', 327680, '^[yY]'],
  ['NOEXPR', 327681, '^[nN]'],
  ['CRNCYSTR', 262159, '-'],
];

function nlLanginfo(key: Value): Value {
  const number = intArgument(key);
  if (number === CODESET) return current()[0] === 'C' ? 'ANSI_X3.4-1968' : 'UTF-8';
  const item = ITEMS.find(([, each]) => each === number);
  if (item === undefined) throw valueError('unsupported langinfo constant');
  return item[2];
}

/** Order of code points, as the C locale has it. */
function strcoll(a: Value, b: Value): Value {
  if (!isStr(a) || !isStr(b)) throw typeError('strcoll() arguments must be str');
  const [left, right] = [codePointsOf(textOfStr(a)), codePointsOf(textOfStr(b))];
  for (let i = 0; i < left.length && i < right.length; i++)
    if (left[i] !== right[i]) return int(left[i]! < right[i]! ? -1 : 1);
  return int(Math.sign(left.length - right.length));
}

function same(_domain: Value, message: Value): Value {
  return message;
}

const functions: ModuleTable = {
  bind_textdomain_codeset: fn('($module, domain, codeset, /)', () => None),
  bindtextdomain: fn('($module, domain, dir, /)', (_domain: Value, dir: Value) =>
    dir === None ? '/usr/share/locale' : dir,
  ),
  dcgettext: fn('($module, domain, msg, category, /)', same),
  dgettext: fn('($module, domain, msg, /)', same),
  getencoding: fn('($module, /)', () => (current()[0] === 'C' ? 'ANSI_X3.4-1968' : 'UTF-8')),
  gettext: fn('($module, msg, /)', (message: Value) => message),
  localeconv: fn('($module, /)', localeconv),
  nl_langinfo: fn('($module, key, /)', nlLanginfo),
  setlocale: fn('($module, category, locale=None, /)', setlocale),
  strcoll: fn('($module, os1, os2, /)', strcoll),
  strxfrm: fn('($module, string, /)', (text: Value) => text),
  textdomain: fn('($module, domain, /)', (domain: Value) => (domain === None ? 'messages' : domain)),
};

export const localeModule: NativeModule = {
  name: '_locale',
  doc: 'Support for POSIX locales.',
  functions,
  install() {
    errorType.tpNew = exceptionBase.tpNew;
  },
  values: () => ({
    Error: errorType,
    CHAR_MAX: int(127),
    CODESET: int(CODESET),
    ...Object.fromEntries(CATEGORIES.map((name, i) => [name, int(i)])),
    ...Object.fromEntries(ITEMS.map(([name, number]) => [name, int(number)])),
  }),
};
