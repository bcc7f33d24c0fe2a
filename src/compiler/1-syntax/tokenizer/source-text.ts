// The text being compiled: newlines normalised to "\n", ended by one, with the line starts and the three ways to count
// a column (UTF-16 units for us, UTF-8 bytes for AST nodes, code points for SyntaxError.offset).
// CPython: Parser/tokenizer/helpers.c translate_newlines, Parser/pegen_errors.c byte_offset_to_character_offset.

/** Immutable source text with positions. Lines are numbered from 1, or from `firstLine` where it is a piece of a longer text. */
export class SourceText {
  readonly filename: string;
  /** Newlines are "\n" (unless kept as they were, for `tokenize`); a missing final newline is added on demand. */
  readonly text: string;
  /** True when the source did not end with a newline and one was added. */
  readonly implicitNewline: boolean;
  readonly isAscii: boolean;
  readonly firstLine: number;
  readonly #lineStarts: Uint32Array;
  /** 1 where the line has a non-ASCII character; empty for ASCII sources. */
  readonly #lineFlags: Uint8Array;

  constructor(source: string, filename: string, addNewline = true, keepReturns = false, firstLine = 1) {
    let text = source.includes('\r') && !keepReturns ? source.replace(/\r\n?/g, '\n') : source;
    this.implicitNewline = addNewline && text.charCodeAt(text.length - 1) !== 10;
    if (this.implicitNewline) text += '\n';
    this.filename = filename;
    this.text = text;
    this.firstLine = firstLine;
    this.isAscii = !/[^\0-\x7f]/.test(text);
    this.#lineStarts = findLineStarts(text);
    this.#lineFlags = this.isAscii ? new Uint8Array(0) : flagLines(text, this.#lineStarts);
  }

  /** Number of lines; the last is the empty one after the final newline. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Offset in `text` where line `lineno` starts. */
  lineStart(lineno: number): number {
    return this.#lineStarts[lineno - this.firstLine] ?? this.text.length;
  }

  /** The 1-based line that holds `offset`. */
  linenoAt(offset: number): number {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + this.firstLine;
  }

  /** A line with its newline; '' past the end. */
  line(lineno: number): string {
    return this.text.slice(this.lineStart(lineno), this.lineStart(lineno + 1));
  }

  /** UTF-8 byte column of the UTF-16 column `col` of line `lineno`. */
  byteColumn(lineno: number, col: number): number {
    if (this.isAscii || this.#lineFlags[lineno - this.firstLine] !== 1) return col;
    const start = this.lineStart(lineno);
    return utf8Length(this.text, start, start + col);
  }

  /** Code point column of the UTF-16 column `col` of line `lineno`. */
  charColumn(lineno: number, col: number): number {
    if (this.isAscii || this.#lineFlags[lineno - this.firstLine] !== 1) return col;
    const start = this.lineStart(lineno);
    return this.charLength(start, start + col);
  }

  /** Code points between two offsets. */
  charLength(start: number, end: number): number {
    if (this.isAscii) return end - start;
    let count = 0;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      if (!(isLowSurrogate(unit) && i > start && isHighSurrogate(this.text.charCodeAt(i - 1)))) count++;
    }
    return count;
  }
}

/** Length in UTF-8 of `text` between two offsets; a lone surrogate counts 3. */
export function utf8Length(text: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length++;
    else if (unit < 0x800) length += 2;
    else if (isHighSurrogate(unit) && i + 1 < end && isLowSurrogate(text.charCodeAt(i + 1))) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function findLineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

function flagLines(text: string, starts: Uint32Array): Uint8Array {
  const flags = new Uint8Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const end = i + 1 < starts.length ? starts[i + 1]! : text.length;
    for (let at = starts[i]!; at < end; at++) {
      if (text.charCodeAt(at) > 0x7f) {
        flags[i] = 1;
        break;
      }
    }
  }
  return flags;
}
