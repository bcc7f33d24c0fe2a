// String tokens and the literal parts of f- and t-strings (PEP 701, PEP 750). An f-string is lexed as START, then MIDDLE
// pieces and the tokens of its replacement fields, then END; a stack of modes says in which literal we are.
// CPython: lexer.c, letter_quote and f_string_quote in tok_get_normal_mode, tok_get_fstring_mode.
import { invalidEscapeError, invalidEscapeMessage } from '../../diagnostics/escape-warnings.ts';
import type { CompileWarning } from '../../diagnostics/syntax-error.ts';
import type { Lexer } from './lexer.ts';
import { T } from './token.ts';

const MAX_LITERAL_NESTING = 150;
const MAX_FIELD_NESTING = 3;

/** Where a token that may span lines began. */
export interface Opening {
  readonly start: number;
  readonly lineno: number;
  readonly lineStart: number;
}

/** Where we are in one f- or t-string. */
export class LiteralMode {
  /** Reading literal text rather than the tokens of a replacement field. */
  inLiteral = true;
  inFormatSpec = false;
  /** Open brackets inside this literal. */
  curlyDepth = 0;
  /** Bracket depth at which the innermost replacement field opened; -1 outside any field. */
  exprDepth = -1;
  readonly opening: Opening;
  readonly quote: number;
  readonly quoteSize: number;
  readonly raw: boolean;
  readonly template: boolean;

  constructor(opening: Opening, quote: number, quoteSize: number, raw: boolean, template: boolean) {
    this.opening = opening;
    this.quote = quote;
    this.quoteSize = quoteSize;
    this.raw = raw;
    this.template = template;
  }

  /** As error messages say it. */
  get kind(): string {
    return this.template ? 't-string' : 'f-string';
  }
}

/**
 * The letters from `start` to the quote at `quotePos` could be a string prefix. Scans the string and returns true, or
 * returns false when they are a name. CPython: the prefix loop and maybe_raise_syntax_error_for_string_prefixes.
 */
export function scanPrefixedString(lexer: Lexer, start: number, quotePos: number): boolean {
  let seen = '';
  for (let pos = start; pos < quotePos; pos++) {
    const letter = String.fromCharCode(lexer.text.charCodeAt(pos) | 32);
    if (seen.includes(letter)) return false;
    seen += letter;
  }
  checkPrefixes(lexer, seen, start, quotePos);
  if (seen.includes('f') || seen.includes('t')) startLiteral(lexer, start, quotePos, seen);
  else scanString(lexer, start, quotePos);
  return true;
}

const CLASHES = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'];

function checkPrefixes(lexer: Lexer, seen: string, start: number, quotePos: number): void {
  if (seen.length < 2) return;
  for (const clash of CLASHES) {
    if (!seen.includes(clash[0]!) || !seen.includes(clash[1]!)) continue;
    const offset = lexer.source.charLength(lexer.lineStart, start) + 1;
    const message = `'${clash[0]}' and '${clash[1]}' prefixes are incompatible`;
    lexer.failRange(message, offset, offset + quotePos - start);
  }
}

function startLiteral(lexer: Lexer, start: number, quotePos: number, seen: string): void {
  const { text } = lexer;
  const quote = text.charCodeAt(quotePos);
  const triple = text.charCodeAt(quotePos + 1) === quote && text.charCodeAt(quotePos + 2) === quote;
  const size = triple ? 3 : 1;
  const end = quotePos + size;
  lexer.pos = end;
  const template = seen.includes('t');
  if (lexer.modes.length >= MAX_LITERAL_NESTING) lexer.fail('too many nested f-strings or t-strings');
  const mode = new LiteralMode(openingAt(lexer, start), quote, size, seen.includes('r'), template);
  lexer.modes.push(mode);
  lexer.mode = mode;
  lexer.push(template ? T.TSTRING_START : T.FSTRING_START, text.slice(start, end), start, end);
}

/** Scans a string without replacement fields; its quote is at `quotePos`. */
export function scanString(lexer: Lexer, start: number, quotePos: number): void {
  const { text } = lexer;
  const quote = text.charCodeAt(quotePos);
  if (text.charCodeAt(quotePos + 1) === quote) {
    if (text.charCodeAt(quotePos + 2) === quote) {
      scanTriple(lexer, start, quotePos, quote);
      return;
    }
    lexer.pos = quotePos + 2;
    lexer.push(T.STRING, text.slice(start, quotePos + 2), start, quotePos + 2);
    return;
  }
  let pos = quotePos + 1;
  let code = text.charCodeAt(pos);
  while (code !== quote && code !== 92 && code !== 10) {
    if (pos >= text.length) break;
    code = text.charCodeAt(++pos);
  }
  if (code !== quote) {
    scanSingleSlow(lexer, start, pos, quote);
    return;
  }
  lexer.pos = pos + 1;
  lexer.push(T.STRING, text.slice(start, pos + 1), start, pos + 1);
}

/** A single-quoted string from its first backslash, newline or end of input on. */
function scanSingleSlow(lexer: Lexer, start: number, pos: number, quote: number): void {
  const { text } = lexer;
  const opening = openingAt(lexer, start);
  let escapedQuote = false;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === quote) break;
    if (code === 10 || pos >= text.length) {
      const detected = lexer.lineno;
      lexer.endedEarly = code !== 10;
      rewind(lexer, opening);
      failUnterminated(lexer, quote, 1, detected, escapedQuote);
    }
    pos++;
    if (code !== 92) continue;
    if (text.charCodeAt(pos) === quote) escapedQuote = true;
    else if (text.charCodeAt(pos) === 13) pos++;
    if (text.charCodeAt(pos) === 10) lexer.startLine(pos + 1, true);
    if (pos < text.length) pos++;
  }
  pushMultiline(lexer, T.STRING, opening, pos + 1);
}

function scanTriple(lexer: Lexer, start: number, quotePos: number, quote: number): void {
  const { text } = lexer;
  const opening = openingAt(lexer, start);
  let pos = quotePos + 3;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === quote) {
      if (text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) break;
    } else if (code === 10) {
      lexer.startLine(pos + 1, true);
    } else if (code === 92) {
      pos++;
      if (text.charCodeAt(pos) === 13) pos++;
      if (text.charCodeAt(pos) === 10) lexer.startLine(pos + 1, true);
    } else if (pos >= text.length) {
      const detected = lexer.lineno;
      lexer.endedEarly = true;
      rewind(lexer, opening);
      failUnterminated(lexer, quote, 3, detected, false);
    }
    pos++;
  }
  pushMultiline(lexer, T.STRING, opening, pos + 3);
}

function openingAt({ lineno, lineStart }: Lexer, start: number): Opening {
  return { start, lineno, lineStart };
}

/** Pushes a token that may have started on an earlier line, and moves past it. */
function pushMultiline(lexer: Lexer, type: number, { start, lineno, lineStart }: Opening, end: number): void {
  lexer.pos = end;
  lexer.tokens.push({
    type,
    string: lexer.text.slice(start, end),
    start,
    end,
    lineno,
    col: start - lineStart,
    endLineno: lexer.lineno,
    endCol: end - lexer.lineStart,
    level: lexer.level,
  });
}

/** Errors about a whole literal point just after its first character. */
function rewind(lexer: Lexer, { start, lineno, lineStart }: Opening): void {
  lexer.pos = start + 1;
  lexer.lineno = lineno;
  lexer.lineStart = lineStart;
}

function failUnterminated(lexer: Lexer, quote: number, size: number, line: number, escapedQuote: boolean): never {
  const { mode } = lexer;
  if (lexer.modes.length > 1 && mode.quote === quote && mode.quoteSize === size) {
    lexer.fail(`${mode.kind}: expecting '}'`);
  }
  const kind = size === 3 ? 'triple-quoted string' : 'string';
  const hint = escapedQuote ? '; perhaps you escaped the end quote?' : '';
  lexer.fail(`unterminated ${kind} literal (detected at line ${line})${hint}`);
}

/** Scans literal text of the innermost f- or t-string, its end, or switches to its next replacement field. */
export function scanMiddle(lexer: Lexer, mode: LiteralMode): void {
  const { text, pos } = lexer;
  const code = text.charCodeAt(pos);
  if (code === 123 && (text.charCodeAt(pos + 1) !== 123 || inSpec(mode))) {
    enterField(lexer, mode);
    return;
  }
  if (code === mode.quote && endsHere(text, pos, mode)) {
    const end = pos + mode.quoteSize;
    lexer.pos = end;
    lexer.push(mode.template ? T.TSTRING_END : T.FSTRING_END, text.slice(pos, end), pos, end);
    lexer.modes.pop();
    lexer.mode = lexer.modes[lexer.modes.length - 1]!;
    return;
  }
  scanLiteralText(lexer, mode, pos);
}

function inSpec(mode: LiteralMode): boolean {
  return mode.inFormatSpec && mode.exprDepth >= 0;
}

function endsHere(text: string, pos: number, mode: LiteralMode): boolean {
  const { quote } = mode;
  return mode.quoteSize === 1 || (text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote);
}

/** The next character opens a replacement field. */
function enterField(lexer: Lexer, mode: LiteralMode): void {
  mode.exprDepth++;
  if (mode.exprDepth >= MAX_FIELD_NESTING) {
    lexer.fail(`${mode.kind}: expressions nested too deeply`);
  }
  mode.inLiteral = false;
  mode.inFormatSpec = false;
}

function scanLiteralText(lexer: Lexer, mode: LiteralMode, start: number): void {
  const { text } = lexer;
  const { quote } = mode;
  const opening = openingAt(lexer, start);
  let pos = start;
  let namedEscape = false;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === quote) {
      if (endsHere(text, pos, mode)) break;
      pos++;
    } else if (code === 92) {
      if (isNamedEscape(text, pos, mode)) namedEscape = true;
      pos = skipEscape(lexer, mode, pos);
    } else if (code === 123) {
      openBrace(lexer, mode, opening, pos);
      return;
    } else if (code === 125) {
      closeBrace(lexer, mode, opening, pos, namedEscape);
      return;
    } else if (code === 10 || pos >= text.length) {
      if (code !== 10 || mode.quoteSize === 1) failLiteral(lexer, mode, code, pos);
      pos++;
      lexer.startLine(pos, true);
    } else {
      pos++;
    }
  }
  pushMultiline(lexer, middleType(mode), opening, pos);
}

function middleType(mode: LiteralMode): number {
  return mode.template ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
}

/** An opening brace in literal text: doubled, or the start of a replacement field. */
function openBrace(lexer: Lexer, mode: LiteralMode, opening: Opening, pos: number): void {
  const doubled = lexer.text.charCodeAt(pos + 1) === 123 && !inSpec(mode);
  pushMultiline(lexer, middleType(mode), opening, doubled ? pos + 1 : pos);
  if (doubled) lexer.pos = pos + 2;
  else enterField(lexer, mode);
}

/** A closing brace in literal text: the end of a `\N{name}`, doubled, the end of a format spec, or an error. */
function closeBrace(lexer: Lexer, mode: LiteralMode, opening: Opening, pos: number, namedEscape: boolean): void {
  const doubled = lexer.text.charCodeAt(pos + 1) === 125 && !inSpec(mode) && mode.curlyDepth === 0;
  pushMultiline(lexer, middleType(mode), opening, namedEscape || doubled ? pos + 1 : pos);
  if (namedEscape) return;
  if (doubled) {
    lexer.pos = pos + 2;
    return;
  }
  mode.inLiteral = false;
  mode.inFormatSpec = false;
}

function isNamedEscape(text: string, backslash: number, mode: LiteralMode): boolean {
  return !mode.raw && text.startsWith('N{', backslash + 1);
}

/** Past the escape at `backslash`; a brace after a backslash is still a brace. */
function skipEscape(lexer: Lexer, mode: LiteralMode, backslash: number): number {
  const { text } = lexer;
  let pos = backslash + 1;
  let next = text.charCodeAt(pos);
  if (next === 123 || next === 125) {
    if (!mode.raw) warnInvalidBrace(lexer, backslash, next);
    return pos;
  }
  if (isNamedEscape(text, backslash, mode)) return pos + 2;
  if (next === 13) next = text.charCodeAt(++pos);
  if (next === 10) lexer.startLine(pos + 1, true);
  return pos < text.length ? pos + 1 : pos;
}

/** A newline in a single-quoted literal, or the end of input. */
function failLiteral(lexer: Lexer, mode: LiteralMode, code: number, pos: number): never {
  if (inSpec(mode) && code === 10) {
    lexer.pos = pos + 1;
    const { kind } = mode;
    lexer.fail(`${kind}: newlines are not allowed in format specifiers for single quoted ${kind}s`);
  }
  const detected = lexer.lineno;
  rewind(lexer, mode.opening);
  lexer.endedEarly = mode.quoteSize === 3;
  const triple = mode.quoteSize === 3 ? 'triple-quoted ' : '';
  lexer.fail(`unterminated ${triple}${mode.kind} literal (detected at line ${detected})`);
}

/** A backslash before a brace escapes nothing. */
function warnInvalidBrace(lexer: Lexer, backslash: number, brace: number): void {
  const { warn, lineno, source } = lexer;
  if (warn === undefined || lexer.extraTokens) return;
  const escape = String.fromCharCode(brace);
  const offset = source.charLength(lexer.lineStart, backslash + 2);
  const warning: CompileWarning = {
    category: 'SyntaxWarning',
    message: invalidEscapeMessage(escape),
    errorMessage: invalidEscapeError(escape),
    filename: source.filename,
    lineno,
    readTo: backslash + 2,
    location: { lineno, offset, text: lexer.lineText(lexer.lineStart), endLineno: lineno, endOffset: offset },
  };
  warn(warning, true);
}
