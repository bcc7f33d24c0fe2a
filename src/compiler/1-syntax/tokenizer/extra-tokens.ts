// Tokens as the `tokenize` module wants them: comments, NL, operators all of type OP, character columns, physical
// lines; or the parser's own tokens in that form. The native `_tokenize.TokenizerIter(readline, extra_tokens=...)` is a
// thin coat over this. CPython: Python/Python-tokenize.c tokenizeriter_next.
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { Lexer } from './lexer.ts';
import { type Piece, pieces } from './piecewise.ts';
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

/** `TokenizerIter(extra_tokens=True)`: on demand; throws the CompileError when the lexer gets to it. `readLine` gives '' at the end. */
export function* extraTokens(readLine: () => string, filename = '<string>'): Generator<ExtraToken, void, undefined> {
  const options = { extraTokens: true, forTokenize: true, typeComments: false, warn: undefined };
  let isEmpty = true;
  const counted = (): string => {
    const line = readLine();
    if (line !== '') isEmpty = false;
    return line;
  };
  for (const piece of pieces(counted, filename, options)) {
    if (isEmpty) yield { type: T.ENDMARKER, string: '', lineno: 1, col: 0, endLineno: 1, endCol: 0, line: '' };
    else yield* converted(piece, (token) => toExtraToken(piece.source, token));
  }
}

/** `TokenizerIter(extra_tokens=False)`: the parser's tokens, with the exact types of operators. The lines are read at once. */
export function* plainTokens(readLine: () => string, filename = '<string>'): Generator<ExtraToken, void, undefined> {
  let text = '';
  for (let line = readLine(); line !== ''; line = readLine()) text += line;
  if (text === '') return;
  const source = new SourceText(text, filename, true, true);
  const lexer = new Lexer(source, { extraTokens: false, forTokenize: true, typeComments: false, warn: undefined });
  let lastLine = 0;
  for (let error: CompileError | undefined, more = true; more && error === undefined; ) {
    error = lexUntilToken(lexer);
    const piece = { source, tokens: lexer.tokens.splice(0), error };
    more = piece.tokens.at(-1)?.type !== T.ENDMARKER;
    yield* converted(piece, (token) => {
      const plain = toPlainToken(source, token, lastLine);
      if (token.start < source.text.length) lastLine = token.endLineno;
      return plain;
    });
  }
}

function* converted(piece: Piece, convert: (token: Token) => ExtraToken): Generator<ExtraToken, void, undefined> {
  const { source, tokens, error } = piece;
  const nullLine = source.text.includes('\0') ? source.linenoAt(source.text.indexOf('\0')) : Infinity;
  for (const token of tokens) {
    if (token.endLineno >= nullLine) failNull(source, nullLine);
    yield convert(token);
  }
  if (error !== undefined && nullLine !== Infinity) failNull(source, nullLine);
  if (error !== undefined) throw error;
}

/** Lexes until there is a token; returns the error that stopped it. */
function lexUntilToken(lexer: Lexer): CompileError | undefined {
  try {
    while (lexer.tokens.length === 0 && lexer.next());
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
