// Writes fields as a CSV record, without Python objects. CPython: Modules/_csv.c (join_append_data, csv_writerow)

import { CsvError, type DialectSettings, Quoting } from './parse.ts';

/** A field to be written: its text, undefined for None. */
export interface OutputField {
  readonly text: string | undefined;
  readonly isString: boolean;
  /** Has `__int__`, `__index__` or `__float__`. */
  readonly isNumber: boolean;
}

/** The record with its line terminator. */
export function joinRecord(dialect: DialectSettings, fields: readonly OutputField[]): string {
  let record = '';
  fields.forEach((field, i) => {
    if (i > 0) record += String.fromCodePoint(dialect.delimiter);
    record += fieldText(dialect, field.text, mustQuote(dialect, field));
  });
  if (fields.length > 0 && record === '') record = singleEmptyField(dialect, fields[fields.length - 1]);
  return record + dialect.lineterminator;
}

function mustQuote(dialect: DialectSettings, field: OutputField): boolean {
  switch (dialect.quoting) {
    case Quoting.NONNUMERIC:
      return !field.isNumber;
    case Quoting.ALL:
      return true;
    case Quoting.STRINGS:
      return field.isString;
    case Quoting.NOTNULL:
      return field.text !== undefined;
    default:
      return false;
  }
}

/** Quotes are not allowed, or would turn None into a string. */
function mayNotQuote(dialect: DialectSettings, text: string | undefined): boolean {
  const { quoting } = dialect;
  const keepsNull = quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL;
  return quoting === Quoting.NONE || (text === undefined && keepsNull);
}

/** A record of one empty field would read back as no field at all. */
function singleEmptyField(dialect: DialectSettings, field: OutputField): string {
  if (mayNotQuote(dialect, field.text)) throw new CsvError('single empty field record must be quoted');
  return quoted(dialect, '');
}

function quoted(dialect: DialectSettings, text: string): string {
  const quote = String.fromCodePoint(dialect.quotechar);
  return quote + text + quote;
}

function fieldText(dialect: DialectSettings, field: string | undefined, quote: boolean): string {
  const text = field ?? '';
  if (text === '' && dialect.delimiter === 0x20 && dialect.skipinitialspace) {
    if (mayNotQuote(dialect, field)) {
      throw new CsvError('empty field must be quoted if delimiter is a space and skipinitialspace is true');
    }
    quote = true;
  }
  let out = '';
  for (const character of text) {
    const c = character.codePointAt(0)!;
    if (isSpecial(dialect, c)) {
      const prefix = escapeOf(dialect, c);
      if (prefix === '') quote = true;
      else if (prefix === character && c === dialect.quotechar && dialect.doublequote) quote = true;
      out += prefix;
    }
    out += character;
  }
  return quote ? quoted(dialect, out) : out;
}

function isSpecial(dialect: DialectSettings, c: number): boolean {
  return (
    c === dialect.delimiter ||
    c === dialect.escapechar ||
    c === dialect.quotechar ||
    c === 10 ||
    c === 13 ||
    dialect.lineterminator.includes(String.fromCodePoint(c))
  );
}

/** What goes before a special character: the escape character, a doubled quote, or nothing where quotes around the field do. */
function escapeOf(dialect: DialectSettings, c: number): string {
  if (dialect.quoting !== Quoting.NONE) {
    if (c === dialect.quotechar && dialect.doublequote) return String.fromCodePoint(c);
    if (c !== dialect.quotechar && c !== dialect.escapechar) return '';
  }
  if (dialect.escapechar < 0) throw new CsvError('need to escape, but no escapechar set');
  return String.fromCodePoint(dialect.escapechar);
}
