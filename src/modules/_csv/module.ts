// The module `_csv`. CPython: Modules/_csv.c

import type { Interpreter } from '../../runtime/core/interpreter.ts';
import { None } from '../../runtime/core/object.ts';
import { intType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn, installType, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictDelete, dictGet, dictKeys, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { dialectTable, dialectType, makeDialect, type PyDialect } from './dialect.ts';
import { Quoting } from './parse.ts';
import { csvError, errorType, PyReader, PyWriter, readerTable, readerType, writerTable, writerType } from './reader.ts';

const STATE: unique symbol = Symbol('_csv');

/** What the module keeps per interpreter. */
interface CsvState {
  fieldLimit: number;
  readonly dialects: PyDict;
}

function csvState({ states }: Interpreter = state.interp): CsvState {
  let made = states.get(STATE) as CsvState | undefined;
  if (made === undefined) states.set(STATE, (made = { fieldLimit: 128 * 1024, dialects: new PyDict() }));
  return made;
}

/** The dialect an argument stands for: a registered name, or an object with the settings as attributes. */
function dialectOf(dialect: Value | undefined, params: PyDict | undefined): PyDialect {
  const base = dialect !== undefined && isStr(dialect) ? getDialect(dialect) : dialect;
  return makeDialect(base, params);
}

function getDialect(name: Value): Value {
  const dialect = dictGet(csvState().dialects, name);
  if (dialect === undefined) throw csvError('unknown dialect');
  return dialect;
}

function reader(iterable: Value, dialect?: Value, params?: PyDict): Value {
  const input = iter(iterable);
  const settings = csvState();
  return new PyReader(input, dialectOf(dialect, params), () => settings.fieldLimit);
}

function writer(file: Value, dialect?: Value, params?: PyDict): Value {
  return new PyWriter(file, dialectOf(dialect, params));
}

function registerDialect(name: Value, dialect?: Value, params?: PyDict): Value {
  if (!isStr(name)) throw typeError('dialect name must be a string');
  dictSet(csvState().dialects, name, dialectOf(dialect, params));
  return None;
}

function unregisterDialect(name: Value): Value {
  if (dictDelete(csvState().dialects, name) === undefined) throw csvError('unknown dialect');
  return None;
}

function listDialects(): Value {
  return new PyList(Array.from(dictKeys(csvState().dialects)));
}

function fieldSizeLimit(limit?: Value): Value {
  const settings = csvState();
  const old = settings.fieldLimit;
  if (limit !== undefined) {
    if (typeOf(limit) !== intType) throw typeError('limit must be an integer');
    if (typeof limit === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
    settings.fieldLimit = limit as number;
  }
  return int(old);
}

const functions: ModuleTable = {
  reader: fn("($module, iterable, /, dialect='excel', **fmtparams)", reader, undefined, 'varargs'),
  writer: fn("($module, fileobj, /, dialect='excel', **fmtparams)", writer, undefined, 'varargs'),
  list_dialects: fn('($module, /)', listDialects),
  register_dialect: fn("($module, name, /, dialect='excel', **fmtparams)", registerDialect, undefined, 'varargs'),
  unregister_dialect: fn('($module, /, name)', unregisterDialect),
  get_dialect: fn('($module, /, name)', getDialect),
  field_size_limit: fn('($module, /, new_limit=<unrepresentable>)', fieldSizeLimit),
};

function install(): void {
  installType(dialectType, dialectTable);
  installType(errorType, {});
  installType(readerType, readerTable);
  installType(writerType, writerTable);
}

function values(interp: Interpreter): Record<string, Value> {
  const quoting = Object.entries(Quoting).map(([name, value]): [string, Value] => [`QUOTE_${name}`, int(value)]);
  return { ...Object.fromEntries(quoting), _dialects: csvState(interp).dialects };
}

export const csvModule: NativeModule = {
  name: '_csv',
  doc: 'CSV parsing and writing.\n',
  functions,
  types: { Dialect: dialectType, Error: errorType, Reader: readerType, Writer: writerType },
  values,
  install,
};
