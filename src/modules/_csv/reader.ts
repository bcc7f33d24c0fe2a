// The reader and writer objects. CPython: Modules/_csv.c (Reader_iternext, csv_writerow, csv_writerows)

import { None, PyObject } from '../../runtime/core/object.ts';
import { float, PyFloat, PyInt, staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, newError, typeError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, PyBaseException } from '../../runtime/exceptions/exception.ts';
import { member, method, slot, type TypeTable } from '../../runtime/native/define.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, strOfUtf16, textOfStr } from '../../runtime/objects/str/str.ts';
import { lookupAttr, lookupSpecial } from '../../runtime/protocols/attribute.ts';
import { call, isCallable } from '../../runtime/protocols/call.ts';
import { type Iterator_, iter } from '../../runtime/protocols/iterate.ts';
import { str } from '../../runtime/protocols/text.ts';
import { parseFloatText } from '../../runtime/text/float-parse.ts';
import type { PyDialect } from './dialect.ts';
import { joinRecord, type OutputField } from './join.ts';
import { CsvError, Quoting, RecordParser } from './parse.ts';

class PyCsvError extends PyBaseException {}

export const errorType: PyType = staticType('Error', PyCsvError, {
  base: exceptionNamed('Exception'),
  module: '_csv',
  subclassable: true,
  hasDict: true,
  mutable: true,
});

/** A new `_csv.Error`. */
export function csvError(message: string): PyBaseException {
  return newError(errorType, [strOfUtf16(message)]);
}

/** The Python exception for what the cores throw; anything else is itself. */
function raised(error: unknown): unknown {
  return error instanceof CsvError ? csvError(error.message) : error;
}

export class PyReader extends PyObject {
  readonly dialect: PyDialect;
  lineNumber: number;
  private readonly input: Iterator_;
  /** Counts the records asked for, to notice an input that asks this reader for one itself. */
  private turn = 0;
  private readonly parser: RecordParser<Value>;
  constructor(input: Iterator_, dialect: PyDialect, limit: () => number) {
    super();
    this.input = input;
    this.dialect = dialect;
    this.lineNumber = 0;
    this.parser = new RecordParser<Value>(dialect, limit, (text, unquoted) =>
      fieldValue(dialect.quoting, text, unquoted),
    );
  }

  override iternext(): Value | undefined {
    const { parser } = this;
    const turn = ++this.turn;
    parser.reset();
    try {
      for (;;) {
        const line = this.input.iternext();
        if (this.turn !== turn) throw csvError('iterator has already advanced the reader');
        const record = line === undefined ? parser.end() : parser.line(this.lineText(line));
        if (record !== undefined) return new PyList(record);
        if (line === undefined) return undefined;
      }
    } catch (error) {
      throw raised(error);
    }
  }

  private lineText(line: Value): string {
    if (!isStr(line)) {
      const name = typeOf(line).typeName;
      throw csvError(`iterator should return strings, not ${name} (the file should be opened in text mode)`);
    }
    this.lineNumber++;
    return jsString(line);
  }
}

/** What a field stands for: some dialects read unquoted ones as numbers, or empty ones as None. */
function fieldValue(quoting: number, text: string, unquoted: boolean): Value {
  if (unquoted && quoting !== Quoting.MINIMAL) {
    const takesNull = quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL;
    if (text === '') return takesNull ? None : '';
    if (quoting === Quoting.NONNUMERIC || quoting === Quoting.STRINGS) {
      return float(parseFloatText(textOfStr(strOfUtf16(text))));
    }
  }
  return strOfUtf16(text);
}

export const readerType: PyType = staticType('reader', PyReader, {
  module: '_csv',
  instantiable: false,
});

export const readerTable: TypeTable = {
  methods: {
    __iter__: slot('($self, /)', (self: PyReader) => self),
    __next__: slot('($self, /)', (self: PyReader) => {
      const record = self.iternext();
      if (record === undefined) throw newError(exceptionNamed('StopIteration'), []);
      return record;
    }),
  },
  properties: {
    dialect: member((self: PyReader) => self.dialect),
    line_num: member((self: PyReader) => int(self.lineNumber)),
  },
};

export class PyWriter extends PyObject {
  readonly dialect: PyDialect;
  readonly write: Value;
  constructor(file: Value, dialect: PyDialect) {
    super();
    const write = lookupAttr(file, 'write');
    if (write === undefined || !isCallable(write)) throw typeError('argument 1 must have a "write" method');
    this.write = write;
    this.dialect = dialect;
  }
}

export const writerType: PyType = staticType('writer', PyWriter, {
  module: '_csv',
  instantiable: false,
});

function writeRow(self: PyWriter, row: Value): Value {
  const fields: OutputField[] = [];
  const iterator = rowIterator(row);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) fields.push(outputField(item));
  try {
    return call(self.write, strOfUtf16(joinRecord(self.dialect, fields)));
  } catch (error) {
    throw raised(error);
  }
}

function rowIterator(row: Value): Iterator_ {
  try {
    return iter(row);
  } catch (error) {
    if (isError(error, 'TypeError')) throw csvError(`iterable expected, not ${typeOf(row).typeName}`);
    throw error;
  }
}

function outputField(value: Value): OutputField {
  if (isStr(value)) return { text: jsString(value), isString: true, isNumber: false };
  if (value === None) return { text: undefined, isString: false, isNumber: false };
  return { text: jsString(str(value)), isString: false, isNumber: isNumber(value) };
}

/** CPython: PyNumber_Check */
function isNumber(value: Value): boolean {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return true;
  if (value instanceof PyFloat || value instanceof PyInt) return true;
  return ['__index__', '__int__', '__float__'].some((name) => lookupSpecial(value, name) !== undefined);
}

function writeRows(self: PyWriter, rows: Value): Value {
  const iterator = iter(rows);
  for (let row = iterator.iternext(); row !== undefined; row = iterator.iternext()) writeRow(self, row);
  return None;
}

export const writerTable: TypeTable = {
  methods: {
    writerow: method('($self, row, /)', writeRow),
    writerows: method('($self, rows, /)', writeRows),
  },
  properties: {
    dialect: member((self: PyWriter) => self.dialect),
  },
};
