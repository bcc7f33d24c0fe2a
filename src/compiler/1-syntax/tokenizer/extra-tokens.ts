// Tokens as the `tokenize` module wants them: comments, NL, operators all of type OP, character columns, physical
// lines; or the parser's own tokens in that form. The native `_tokenize.TokenizerIter(readline, extra_tokens=...)` is a
// thin coat over this. CPython: Python/Python-tokenize.c tokenizeriter_next.
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { Lexer } from './lexer.ts';
import { SourceText } from './source-text.ts';
import { FIRST_KEYWORD, T, type Token } from './token.ts';

/** One item of `TokenizerIter`; columns count code points. */
export interface ExtraToken {
  readonly type: number;
  readonly string: string;
  readonly lineno: number;
  readonly col: number;
  readonly endLineno: number;
  readonly endCol: number;
  /** The physical line, or lines for a string that spans several; '' after the last. */
  readonly line: string;
}

/** `TokenizerIter(extra_tokens=True)`: on demand; throws the CompileError when the lexer gets to it. */
export function* extraTokens(text: string, filename = '<string>'): Generator<ExtraToken, void, undefined> {
  if (text === '') {
    yield { type: T.ENDMARKER, string: '', lineno: 1, col: 0, endLineno: 1, endCol: 0, line: '' };
    return;
  }
  yield* lex(text, filename, true);
}

/** `TokenizerIter(extra_tokens=False)`: the parser's tokens, with the exact types of operators. */
export function* plainTokens(text: string, filename = '<string>'): Generator<ExtraToken, void, undefined> {
  if (text !== '') yield* lex(text, filename, false);
}

function* lex(text: string, filename: string, extra: boolean): Generator<ExtraToken, void, undefined> {
  const source = new SourceText(text, filename, true, true);
  const nullLine = text.includes('\0') ? source.linenoAt(text.indexOf('\0')) : Infinity;
  const options = { extraTokens: extra, forTokenize: true, typeComments: false, warn: undefined };
  const lexer = new Lexer(source, options);
  let lastLine = 0;
  for (let done = 0, more = true; more; ) {
    const error = lexUntilToken(lexer, done);
    for (; done < lexer.tokens.length; done++) {
      const token = lexer.tokens[done]!;
      if (token.endLineno >= nullLine) failNull(source, nullLine);
      if (token.type === T.ENDMARKER) more = false;
      yield extra ? toExtraToken(source, token) : toPlainToken(source, token, lastLine);
      if (token.start < source.text.length) lastLine = token.endLineno;
    }
    if (error !== undefined) {
      if (nullLine !== Infinity) failNull(source, nullLine);
      throw error;
    }
  }
}

/** Lexes until there is a token after the first `count`; returns the error that stopped it. */
function lexUntilToken(lexer: Lexer, count: number): CompileError | undefined {
  try {
    while (lexer.tokens.length === count && lexer.next());
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  return undefined;
}

function failNull(source: SourceText, lineno: number): never {
  const line = source.line(lineno);
  const text = line.slice(0, line.indexOf('\0'));
  const where = { lineno, offset: 0, text, endLineno: lineno, endOffset: 0 };
  throw new CompileError('SyntaxError', 'source code cannot contain null bytes', source.filename, where);
}

function toExtraToken(source: SourceText, token: Token): ExtraToken {
  const { type, lineno, endLineno } = token;
  const atEnd = token.start >= source.text.length;
  if (type === T.ENDMARKER || (type === T.DEDENT && atEnd)) {
    return { type, string: '', lineno: lineno + 1, col: 0, endLineno: lineno + 1, endCol: 0, line: '' };
  }
  const implicit = source.implicitNewline && token.end === source.text.length;
  const isNewline = type === T.NEWLINE || type === T.NL;
  return {
    type: type > T.DEDENT && type < T.OP ? (type === T.NEWLINE ? type : T.OP) : type,
    string: implicit && isNewline ? '' : token.string,
    lineno,
    col: source.charColumn(lineno, token.col),
    endLineno,
    endCol: source.charColumn(endLineno, token.endCol),
    line: physicalLines(source, token),
  };
}

function toPlainToken(source: SourceText, token: Token, lastLine: number): ExtraToken {
  const { type, lineno, endLineno } = token;
  // At the end there is no line to show unless some token was on it.
  const line = token.start >= source.text.length && lineno !== lastLine ? '' : physicalLines(source, token);
  if (type === T.INDENT || type === T.DEDENT || type === T.ENDMARKER) {
    return { type, string: '', lineno, col: -1, endLineno, endCol: -1, line };
  }
  // CPython leaves the newline out of NEWLINE, but not a comment or "\r" before it.
  const end = type === T.NEWLINE ? token.end - 1 : token.end;
  return {
    type: type >= FIRST_KEYWORD ? T.NAME : type,
    string: type === T.NEWLINE ? source.text.slice(token.start, end) : token.string,
    lineno,
    col: source.charColumn(lineno, token.col),
    endLineno,
    endCol: source.charColumn(endLineno, token.endCol - (token.end - end)),
    line,
  };
}

function physicalLines(source: SourceText, token: Token): string {
  const lineno = token.type === T.INDENT ? token.endLineno : token.lineno;
  const end = source.lineStart(token.endLineno + 1);
  const dropNewline = source.implicitNewline && end === source.text.length;
  return source.text.slice(source.lineStart(lineno), dropNewline ? end - 1 : end);
}
