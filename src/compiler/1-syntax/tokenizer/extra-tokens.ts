// Tokens as the `tokenize` module wants them: comments, NL, operators all of type OP, character columns, physical
// lines. The native `_tokenize.TokenizerIter(readline, extra_tokens=True)` is a thin coat over this.
// CPython: Python/Python-tokenize.c tokenizeriter_next.
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { Lexer } from './lexer.ts';
import { SourceText } from './source-text.ts';
import { T, type Token } from './token.ts';

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

/** Tokens of `text`, in order and on demand; throws the CompileError when the lexer gets to it. */
export function* extraTokens(text: string, filename = '<string>'): Generator<ExtraToken, void, undefined> {
  if (text === '') {
    yield { type: T.ENDMARKER, string: '', lineno: 1, col: 0, endLineno: 1, endCol: 0, line: '' };
    return;
  }
  const source = new SourceText(text, filename, true, true);
  const nullLine = text.includes('\0') ? source.linenoAt(text.indexOf('\0')) : Infinity;
  const lexer = new Lexer(source, { extraTokens: true, typeComments: false, warn: undefined });
  for (let done = 0, more = true; more; ) {
    const error = lexUntilToken(lexer, done);
    for (; done < lexer.tokens.length; done++) {
      const token = lexer.tokens[done]!;
      if (token.endLineno >= nullLine) failNull(source, nullLine);
      if (token.type === T.ENDMARKER) more = false;
      yield toExtraToken(source, token);
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

function physicalLines(source: SourceText, token: Token): string {
  const lineno = token.type === T.INDENT ? token.endLineno : token.lineno;
  const end = source.lineStart(token.endLineno + 1);
  const dropNewline = source.implicitNewline && end === source.text.length;
  return source.text.slice(source.lineStart(lineno), dropNewline ? end - 1 : end);
}
