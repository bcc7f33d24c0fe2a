// The CSV reader's state machine over lines of text, without Python objects. CPython: Modules/_csv.c (parse_process_char, parse_save_field)

/** `quoting` of a dialect. */
export const Quoting = { MINIMAL: 0, ALL: 1, NONNUMERIC: 2, NONE: 3, STRINGS: 4, NOTNULL: 5 } as const;

/** A dialect's settings; characters are code points, -1 for none. */
export interface DialectSettings {
  readonly delimiter: number;
  readonly quotechar: number;
  readonly escapechar: number;
  readonly doublequote: boolean;
  readonly skipinitialspace: boolean;
  readonly lineterminator: string;
  readonly quoting: number;
  readonly strict: boolean;
}

/** Becomes _csv.Error. */
export class CsvError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Makes a value of a field as soon as it is read. */
export type MakeField<V> = (text: string, unquoted: boolean) => V;

const START_RECORD = 0;
const START_FIELD = 1;
const ESCAPED_CHAR = 2;
const IN_FIELD = 3;
const IN_QUOTED_FIELD = 4;
const ESCAPE_IN_QUOTED_FIELD = 5;
const QUOTE_IN_QUOTED_FIELD = 6;
const EAT_CRNL = 7;
const AFTER_ESCAPED_CRNL = 8;

/** Stands for the end of a line that has no line end of its own. */
const END_OF_LINE = -2;

/** Puts lines together to records. */
export class RecordParser<V> {
  private readonly dialect: DialectSettings;
  private readonly limit: () => number;
  private readonly makeField: MakeField<V>;
  private fields: V[] = [];
  private text = '';
  private unquoted = true;
  private state = START_RECORD;

  constructor(dialect: DialectSettings, limit: () => number, makeField: MakeField<V>) {
    this.dialect = dialect;
    this.makeField = makeField;
    this.limit = limit;
  }

  /** Forgets an unfinished record. */
  reset(): void {
    this.fields = [];
    this.text = '';
    this.unquoted = true;
    this.state = START_RECORD;
  }

  /** Takes a line; answers the record if it is complete now. */
  line(line: string): V[] | undefined {
    for (let i = 0; i < line.length; ) {
      if (this.state === IN_FIELD || this.state === IN_QUOTED_FIELD) {
        const end = this.plainEnd(line, i);
        if (end > i) {
          this.add(line.slice(i, end));
          i = end;
          continue;
        }
      }
      const c = line.codePointAt(i)!;
      this.character(c);
      i += c > 0xffff ? 2 : 1;
    }
    this.character(END_OF_LINE);
    return this.state === START_RECORD ? this.take() : undefined;
  }

  /** The end of the input; answers a last record that was not complete. */
  end(): V[] | undefined {
    if (this.text === '' && this.state !== IN_QUOTED_FIELD) return undefined;
    if (this.dialect.strict) throw new CsvError('unexpected end of data');
    this.save();
    return this.take();
  }

  private take(): V[] {
    const { fields } = this;
    this.fields = [];
    return fields;
  }

  /** Where the characters that mean only themselves end. */
  private plainEnd(line: string, i: number): number {
    const { delimiter, quotechar, escapechar } = this.dialect;
    if (this.state === IN_QUOTED_FIELD) {
      for (; i < line.length; i++) {
        const c = line.charCodeAt(i);
        if (c === quotechar || c === escapechar || (c >= 0xd800 && c <= 0xdfff)) break;
      }
    } else {
      for (; i < line.length; i++) {
        const c = line.charCodeAt(i);
        if (c === delimiter || c === 10 || c === 13 || c === escapechar || (c >= 0xd800 && c <= 0xdfff)) break;
      }
    }
    return i;
  }

  private add(text: string): void {
    this.text += text;
    const limit = this.limit();
    if (this.text.length > limit) throw new CsvError(`field larger than field limit (${limit})`);
  }

  private addPoint(c: number): void {
    this.add(String.fromCodePoint(c));
  }

  private save(): void {
    const { text } = this;
    this.text = '';
    this.fields.push(this.makeField(text, this.unquoted));
  }

  private endRecord(c: number): void {
    this.save();
    this.state = c === END_OF_LINE ? START_RECORD : EAT_CRNL;
  }

  private character(c: number): void {
    switch (this.state) {
      case START_RECORD:
        if (c === END_OF_LINE) return;
        if (isLineEnd(c)) this.state = EAT_CRNL;
        else this.startField(c);
        return;
      case START_FIELD:
        this.startField(c);
        return;
      case ESCAPED_CHAR:
        this.addPoint(c === END_OF_LINE ? 10 : c);
        this.state = c !== END_OF_LINE && isLineEnd(c) ? AFTER_ESCAPED_CRNL : IN_FIELD;
        return;
      case AFTER_ESCAPED_CRNL:
        if (c !== END_OF_LINE) this.inField(c);
        return;
      case IN_FIELD:
        this.inField(c);
        return;
      case IN_QUOTED_FIELD:
        this.inQuotedField(c);
        return;
      case ESCAPE_IN_QUOTED_FIELD:
        this.addPoint(c === END_OF_LINE ? 10 : c);
        this.state = IN_QUOTED_FIELD;
        return;
      case QUOTE_IN_QUOTED_FIELD:
        this.afterQuote(c);
        return;
      case EAT_CRNL:
        if (c === END_OF_LINE) this.state = START_RECORD;
        else if (!isLineEnd(c)) {
          throw new CsvError(
            "new-line character seen in unquoted field - do you need to open the file with newline=''?",
          );
        }
    }
  }

  private startField(c: number): void {
    const { dialect } = this;
    this.unquoted = true;
    this.state = START_FIELD;
    if (isLineEnd(c)) this.endRecord(c);
    else if (c === dialect.quotechar && dialect.quoting !== Quoting.NONE) {
      this.unquoted = false;
      this.state = IN_QUOTED_FIELD;
    } else if (c === dialect.escapechar) this.state = ESCAPED_CHAR;
    else if (c === 0x20 && dialect.skipinitialspace) return;
    else if (c === dialect.delimiter) this.save();
    else {
      this.addPoint(c);
      this.state = IN_FIELD;
    }
  }

  private inField(c: number): void {
    const { dialect } = this;
    if (isLineEnd(c)) this.endRecord(c);
    else if (c === dialect.escapechar) this.state = ESCAPED_CHAR;
    else if (c === dialect.delimiter) {
      this.save();
      this.state = START_FIELD;
    } else this.addPoint(c);
  }

  private inQuotedField(c: number): void {
    const { dialect } = this;
    if (c === END_OF_LINE) return;
    if (c === dialect.escapechar) this.state = ESCAPE_IN_QUOTED_FIELD;
    else if (c === dialect.quotechar && dialect.quoting !== Quoting.NONE) {
      this.state = dialect.doublequote ? QUOTE_IN_QUOTED_FIELD : IN_FIELD;
    } else this.addPoint(c);
  }

  private afterQuote(c: number): void {
    const { dialect } = this;
    if (c === dialect.quotechar && dialect.quoting !== Quoting.NONE) {
      this.addPoint(c);
      this.state = IN_QUOTED_FIELD;
    } else if (c === dialect.delimiter) {
      this.save();
      this.state = START_FIELD;
    } else if (isLineEnd(c)) this.endRecord(c);
    else if (!dialect.strict) {
      this.addPoint(c);
      this.state = IN_FIELD;
    } else {
      const [delimiter, quote] = [dialect.delimiter, dialect.quotechar].map((point) => String.fromCodePoint(point));
      throw new CsvError(`'${delimiter}' expected after '${quote}'`);
    }
  }
}

function isLineEnd(c: number): boolean {
  return c === 10 || c === 13 || c === END_OF_LINE;
}
