// The lexer's state and its main loop: lines, indentation, names, operators and brackets, one token at a time into an
// array. Numbers, strings and f-strings have files of their own. CPython: Parser/lexer/lexer.c.
//
// Positions follow CPython's habits because error offsets depend on them: `lineno` is the last line a character was
// read from (so it does not move past the last line at the end of input), `bufferStart` is the start of the first line
// the tokenizer still holds (an earlier one while a token or a backslash spans lines).

import { byteToCharOffset } from '../../diagnostics/columns.ts';
import type { CompileWarning, SyntaxErrorKind } from '../../diagnostics/syntax-error.ts';
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { NAME_CHAR, ONE_CHAR, OPERATOR_TEXT, START, START_CLASS, TWO_CHARS, withEqual } from './characters.ts';
import { scanComment } from './comments.ts';
import { isIdentifierContinue, isIdentifierStart, isPrintable } from './identifiers.ts';
import { readIndentation } from './indentation.ts';
import { scanFraction, scanNumber } from './numbers.ts';
import { type SourceText, utf8Length } from './source-text.ts';
import { LiteralMode, scanMiddle, scanPrefixedString, scanString } from './strings.ts';
import { KEYWORDS, T, type Token } from './token.ts';

const MAX_LEVEL = 200;

/** `insideLiteral`: in an f- or t-string, where an error does not outrank the parser's. */
export type LexerWarningSink = (warning: CompileWarning, insideLiteral: boolean) => void;

export interface LexerOptions {
  /** Yield COMMENT and NL, be lenient: what `tokenize` wants. */
  readonly extraTokens: boolean;
  /** Words and places of errors as `_tokenize` has them; implied by extraTokens. */
  readonly forTokenize?: boolean;
  readonly typeComments: boolean;
  /** `<>` is one token: the program may have Barry as BDFL. */
  readonly oldNotEqual?: boolean;
  readonly warn: LexerWarningSink | undefined;
}

/** Turns one source text into tokens; use once. */
export class Lexer {
  source: SourceText;
  text: string;
  readonly extraTokens: boolean;
  readonly forTokenize: boolean;
  readonly typeComments: boolean;
  readonly oldNotEqual: boolean;
  readonly warn: LexerWarningSink | undefined;
  readonly tokens: Token[] = [];
  error: CompileError | undefined = undefined;
  /** `error` was found in the characters themselves: it outranks errors of the grammar before it. */
  errorOutranksParser = false;
  /** `error` is that the source ends too early: more input might mend it. */
  endedEarly = false;

  pos = 0;
  lineno = 1;
  lineStart = 0;
  bufferStart = 0;
  atLineStart = true;
  blankLine = false;
  /** Start of the comment before the coming newline: CPython's NEWLINE tokens begin there. */
  commentStart = -1;

  indents: number[] = [0];
  altIndents: number[] = [0];
  pendingIndents = 0;

  level = 0;
  parenChars: number[] = [];
  parenLines: number[] = [];
  parenCols: number[] = [];

  /** The innermost f- or t-string; the bottom of the stack is the program itself. */
  mode: LiteralMode;
  modes: LiteralMode[];

  constructor(source: SourceText, options: LexerOptions) {
    this.source = source;
    this.text = source.text;
    this.extraTokens = options.extraTokens;
    this.forTokenize = options.forTokenize ?? options.extraTokens;
    if (source.text === '') this.lineno = 0;
    this.typeComments = options.typeComments;
    this.oldNotEqual = options.oldNotEqual ?? false;
    this.warn = options.warn;
    this.mode = new LiteralMode({ start: 0, lineno: 1, lineStart: 0 }, 0, 0, false, false);
    this.mode.inLiteral = false;
    this.modes = [this.mode];
  }

  /** Lexes to the end, or to the first error, which becomes an ERRORTOKEN and `error`. */
  run(): void {
    try {
      while (this.next());
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      this.error = error;
      this.push(T.ERRORTOKEN, '', this.pos, this.pos);
    }
  }

  /** Lexes at least one token; false after ENDMARKER. */
  next(): boolean {
    if (this.mode.inLiteral) {
      scanMiddle(this, this.mode);
      return true;
    }
    return this.#nextNormal();
  }

  push(type: number, string: string, start: number, end: number): void {
    const lineStart = this.lineStart;
    this.tokens.push({
      type,
      string,
      start,
      end,
      lineno: this.lineno,
      col: start - lineStart,
      endLineno: this.lineno,
      endCol: end - lineStart,
      level: this.level,
    });
  }

  /** Moves to the line that starts at `pos`, unless the text ends there. */
  startLine(pos: number, insideToken: boolean): void {
    if (pos >= this.text.length) return;
    this.lineno++;
    this.lineStart = pos;
    if (!insideToken) this.bufferStart = pos;
  }

  #nextNormal(): boolean {
    for (;;) {
      if (this.atLineStart) readIndentation(this);
      if (this.pendingIndents !== 0) {
        this.#pushIndents();
        return true;
      }
      const text = this.text;
      let pos = this.pos;
      let code = text.charCodeAt(pos);
      while (code === 32 || code === 9 || code === 12) code = text.charCodeAt(++pos);
      this.pos = pos;
      if (code >= 128) return this.#scanName(pos, code);
      switch (START_CLASS[code]) {
        case START.NAME:
          return this.#scanName(pos, code);
        case START.OPERATOR:
          return this.#scanOperator(pos, code);
        case START.NEWLINE:
          if (this.#scanNewline(pos, pos + 1)) return true;
          break;
        case START.DIGIT:
          scanNumber(this, pos, code);
          return true;
        case START.QUOTE:
          scanString(this, pos, pos);
          return true;
        case START.DOT:
          this.#scanDot(pos);
          return true;
        case START.COMMENT:
          if (scanComment(this, pos)) return true;
          break;
        case START.BACKSLASH:
          this.skipContinuation(pos, false);
          break;
        case START.CARRIAGE_RETURN:
          if (this.#scanCarriageReturn(pos)) return true;
          break;
        default:
          return this.#scanEnd();
      }
    }
  }

  #pushIndents(): void {
    const { pos } = this;
    if (this.pendingIndents < 0) {
      this.pendingIndents++;
      this.push(T.DEDENT, '', pos, pos);
      return;
    }
    this.pendingIndents--;
    if (this.extraTokens) this.push(T.INDENT, this.text.slice(this.lineStart, pos), this.lineStart, pos);
    else this.push(T.INDENT, '', pos, pos);
  }

  #scanName(start: number, code: number): boolean {
    const { text } = this;
    let pos = start;
    let prefix = true;
    while (code < 128 && NAME_CHAR[code] === 1) {
      if (prefix && !isPrefixLetter(code)) prefix = false;
      code = text.charCodeAt(++pos);
    }
    if (prefix && (code === 39 || code === 34) && scanPrefixedString(this, start, pos)) return true;
    if (code >= 128) pos = this.#scanNonAsciiName(start, pos);
    const string = text.slice(start, pos);
    this.pos = pos;
    const type = pos - start <= 8 ? (KEYWORDS.get(string) ?? T.NAME) : T.NAME;
    this.push(this.extraTokens ? T.NAME : type, string, start, pos);
    return true;
  }

  #scanNonAsciiName(start: number, pos: number): number {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(pos);
      if (!(code >= 128 || NAME_CHAR[code] === 1)) break;
      pos++;
    }
    if (!this.extraTokens) this.#verifyIdentifier(start, pos);
    return pos;
  }

  #verifyIdentifier(start: number, end: number): void {
    let pos = start;
    while (pos < end) {
      const codePoint = this.text.codePointAt(pos)!;
      const next = pos + (codePoint > 0xffff ? 2 : 1);
      const valid = pos === start ? isIdentifierStart(codePoint) : isIdentifierContinue(codePoint);
      if (!valid) {
        this.pos = next;
        const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
        if (isPrintable(codePoint)) this.fail(`invalid character '${String.fromCodePoint(codePoint)}' (U+${hex})`);
        this.fail(`invalid non-printable character U+${hex}`);
      }
      pos = next;
    }
  }

  /** `end` is past the newline. False for a newline that yields no token. */
  #scanNewline(start: number, end: number): boolean {
    this.atLineStart = true;
    this.pos = end;
    if (this.blankLine || this.level > 0) {
      if (this.extraTokens) this.push(T.NL, this.text.slice(start, end), start, end);
      this.commentStart = -1;
      this.startLine(end, false);
      return this.extraTokens;
    }
    if (this.extraTokens) this.push(T.NEWLINE, this.text.slice(start, end), start, end);
    else this.push(T.NEWLINE, '', this.commentStart >= 0 ? this.commentStart : start, end); // CPython ends it after the newline too
    this.commentStart = -1;
    this.startLine(end, false);
    return true;
  }

  #scanCarriageReturn(pos: number): boolean {
    if (this.text.charCodeAt(pos + 1) === 10) return this.#scanNewline(pos, pos + 2);
    this.pos = pos + 1;
    return false;
  }

  #scanDot(start: number): void {
    const { text } = this;
    const next = text.charCodeAt(start + 1);
    if (next >= 48 && next <= 57) {
      scanFraction(this, start, start + 1);
      return;
    }
    const ellipsis = next === 46 && text.charCodeAt(start + 2) === 46;
    this.pos = start + (ellipsis ? 3 : 1);
    this.push(ellipsis ? T.ELLIPSIS : T.DOT, ellipsis ? '...' : '.', start, this.pos);
  }

  /** A backslash that must end its line. CPython: tok_continuation_line. */
  skipContinuation(backslash: number, inIndentation: boolean): void {
    const { text } = this;
    let pos = backslash + 1;
    if (text.charCodeAt(pos) === 13) pos++;
    if (text.charCodeAt(pos) !== 10) {
      this.pos = Math.min(pos + 1, text.length);
      const bytes = utf8Length(text, this.bufferStart, this.pos);
      const offset = byteToCharOffset(this.bufferText(), bytes);
      this.failLayout('SyntaxError', 'unexpected character after line continuation character', offset, 0);
    }
    if (pos + 1 >= text.length) this.failAtEnd(inIndentation);
    this.pos = pos + 1;
    this.startLine(pos + 1, !inIndentation);
  }

  #scanEnd(): boolean {
    if (this.level > 0) this.failUnclosed();
    this.push(T.ENDMARKER, '', this.pos, this.pos);
    return false;
  }

  #scanOperator(start: number, code: number): boolean {
    const { text, mode } = this;
    if (mode.exprDepth >= 0 && code === 58 && this.#startFormatSpec(start, mode)) return true;
    const second = text.charCodeAt(start + 1);
    if (second < 128) {
      const type = TWO_CHARS[(code << 7) | second]!;
      if (type !== 0 && !(code === 60 && second === 62 && !this.oldNotEqual)) {
        this.#pushLongOperator(type, start, second);
        return true;
      }
    }
    if (code === 40 || code === 91 || code === 123) this.#open(code, start, mode);
    else if (code === 41 || code === 93 || code === 125) this.#close(code, start, mode);
    else if (code < 32 || code === 127) {
      this.pos = start + 1;
      this.fail(`invalid non-printable character U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
    }
    const type = ONE_CHAR[code]!;
    this.pos = start + 1;
    this.push(type, type === T.OP ? String.fromCharCode(code) : OPERATOR_TEXT[type]!, start, start + 1);
    return true;
  }

  #pushLongOperator(type: number, start: number, second: number): void {
    const longer = this.text.charCodeAt(start + 2) === 61 ? withEqual(type) : 0;
    if (longer !== 0) type = longer;
    const end = start + (longer !== 0 ? 3 : 2);
    this.pos = end;
    const string = type === T.NOTEQUAL && second === 62 ? '<>' : OPERATOR_TEXT[type]!;
    this.push(type, string, start, end);
  }

  /** The colon after a replacement field's expression opens its format spec. */
  #startFormatSpec(start: number, mode: LiteralMode): boolean {
    if (mode.curlyDepth - 1 !== mode.exprDepth) return false;
    mode.inLiteral = true;
    mode.inFormatSpec = true;
    this.pos = start + 1;
    this.push(T.COLON, ':', start, start + 1);
    return true;
  }

  #open(code: number, start: number, mode: LiteralMode): void {
    this.pos = start + 1;
    if (this.level >= MAX_LEVEL) this.fail('too many nested parentheses');
    this.parenChars[this.level] = code;
    this.parenLines[this.level] = this.lineno;
    this.parenCols[this.level] = start - this.lineStart;
    this.level++;
    if (this.modes.length > 1) mode.curlyDepth++;
  }

  #close(code: number, start: number, mode: LiteralMode): void {
    this.pos = start + 1;
    const insideLiteral = this.modes.length > 1;
    if (insideLiteral && mode.curlyDepth === 0 && code === 125) this.fail(`${mode.kind}: single '}' is not allowed`);
    if (!this.extraTokens && this.level === 0) this.fail(`unmatched '${String.fromCharCode(code)}'`);
    if (this.level > 0) {
      this.level--;
      const opening = this.parenChars[this.level]!;
      if (!this.extraTokens && !matches(opening, code)) this.#failMismatch(opening, code, mode);
    }
    if (!insideLiteral) return;
    mode.curlyDepth--;
    if (mode.curlyDepth < 0) this.fail(`${mode.kind}: unmatched '${String.fromCharCode(code)}'`);
    if (code === 125 && mode.curlyDepth === mode.exprDepth) {
      mode.exprDepth--;
      mode.inLiteral = true;
      mode.inFormatSpec = false;
    }
  }

  #failMismatch(opening: number, code: number, mode: LiteralMode): never {
    const closing = String.fromCharCode(code);
    if (this.modes.length > 1 && opening === 123 && mode.curlyDepth - 1 === mode.exprDepth) {
      this.fail(`${mode.kind}: unmatched '${closing}'`);
    }
    const openLine = this.parenLines[this.level]!;
    const where = openLine === this.lineno ? '' : ` on line ${openLine}`;
    const opened = String.fromCharCode(opening);
    this.fail(`closing parenthesis '${closing}' does not match opening parenthesis '${opened}'${where}`);
  }

  /** Fails at the last character read, as CPython's tokenizer does: start and end are the same column. */
  fail(message: string): never {
    this.errorOutranksParser = true;
    const col = this.source.charLength(this.lineStart, this.pos);
    this.failAt('SyntaxError', message, this.lineno, col, col, this.lineText(this.lineStart));
  }

  /** Fails between two 1-based columns of the current line. */
  failRange(message: string, offset: number, endOffset: number): never {
    this.errorOutranksParser = true;
    this.failAt('SyntaxError', message, this.lineno, offset, endOffset, this.lineText(this.lineStart));
  }

  /** The input ends where a token is still needed. */
  failAtEnd(inIndentation: boolean): never {
    this.endedEarly = true;
    if (this.forTokenize) this.#failEndOfTokenize(inIndentation ? 0 : this.text.length - this.bufferStart);
    if (this.level > 0) this.failUnclosed();
    this.pos = this.text.length;
    const col = this.source.charLength(this.lineStart, this.pos);
    this.failAt('SyntaxError', 'unexpected EOF while parsing', this.lineno, col, -1, this.bufferText());
  }

  /** The innermost open bracket was never closed. */
  failUnclosed(): never {
    this.endedEarly = true;
    if (this.forTokenize) this.#failEndOfTokenize(0);
    throw this.unclosedError();
  }

  #failEndOfTokenize(offset: number): never {
    const { lineno } = this;
    const where = { lineno, offset, text: undefined, endLineno: lineno, endOffset: undefined };
    throw new CompileError('SyntaxError', 'unexpected EOF in multi-line statement', this.source.filename, where);
  }

  unclosedError(): CompileError {
    const line = this.parenLines[this.level - 1]!;
    const start = this.source.lineStart(line);
    const offset = this.source.charLength(start, start + this.parenCols[this.level - 1]!) + 1;
    const message = `'${String.fromCharCode(this.parenChars[this.level - 1]!)}' was never closed`;
    const text = this.lineno <= line ? this.bufferText() : this.lineText(start);
    return new CompileError('SyntaxError', message, this.source.filename, {
      lineno: line,
      offset,
      text,
      endLineno: line,
      endOffset: 0,
    });
  }

  /** Fails over the shape of lines. `tokenize` points such errors at the end of the line. */
  failLayout(kind: SyntaxErrorKind, message: string, offset: number, endOffset: number): never {
    const { lineno, source } = this;
    if (!this.forTokenize) this.failAt(kind, message, lineno, offset, endOffset, this.bufferText());
    const text = this.lineText(this.lineStart);
    const length = source.charLength(this.lineStart, this.lineStart + text.length) + 1;
    const where = { lineno, offset: length, text, endLineno: undefined, endOffset: undefined };
    throw new CompileError(kind, message, source.filename, where);
  }

  failAt(
    kind: SyntaxErrorKind,
    message: string,
    lineno: number,
    offset: number,
    endOffset: number,
    text: string,
  ): never {
    const where = { lineno, offset, text, endLineno: lineno, endOffset };
    throw new CompileError(kind, message, this.source.filename, where);
  }

  /** The line starting at `start`, without its newline. */
  lineText(start: number): string {
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }

  /** The current line, newline included: what errors on the line being read show. */
  bufferText(): string {
    const end = this.text.indexOf('\n', this.lineStart);
    return this.text.slice(this.lineStart, end < 0 ? this.text.length : end + 1);
  }
}

function matches(opening: number, closing: number): boolean {
  return opening === 40 ? closing === 41 : closing === opening + 2;
}

/** b, f, r, t, u in either case. */
function isPrefixLetter(code: number): boolean {
  const lower = code | 32;
  return lower === 98 || lower === 102 || lower === 114 || lower === 116 || lower === 117;
}
