// Lexing a text whose lines come one by one, as `tokenize` gets them: a piece is one line, or as many as a token needs that spans lines.
// Who reads along sees each line asked for when CPython asks for it. CPython: Parser/tokenizer/readline_tokenizer.c
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { Lexer, type LexerOptions } from './lexer.ts';
import { SourceText } from './source-text.ts';
import type { Token } from './token.ts';

/** What was lexed of a piece before the error, if there was one. */
export interface Piece {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly error: CompileError | undefined;
}

/** The pieces of a text; `readLine` gives '' at the end. */
export function* pieces(
  readLine: () => string,
  filename: string,
  options: LexerOptions,
): Generator<Piece, void, undefined> {
  let lexer: Lexer | undefined;
  for (let isLast = false; !isLast; ) {
    let text = readLine();
    isLast = text === '';
    for (;;) {
      const source = new SourceText(text, filename, text !== '', true, lexer === undefined ? 1 : lexer.lineno + 1);
      const before: Partial<Lexer> | undefined = lexer === undefined ? undefined : stateOf(lexer);
      lexer = lexer === undefined ? new Lexer(source, options) : continued(lexer, source);
      const error = lexPiece(lexer, isLast);
      const line = !isLast && wantsMore(lexer, error) ? readLine() : '';
      if (line === '') {
        isLast ||= wantsMore(lexer, error);
        yield { source, tokens: lexer.tokens.splice(0), error };
        if (error !== undefined) return;
        break;
      }
      text += line;
      lexer = before === undefined ? undefined : Object.assign(lexer, before);
    }
  }
}

function wantsMore(lexer: Lexer, error: CompileError | undefined): boolean {
  return error === undefined ? lexer.modes.length > 1 : lexer.endedEarly;
}

function lexPiece(lexer: Lexer, isLast: boolean): CompileError | undefined {
  try {
    while ((isLast || lexer.pos < lexer.text.length) && lexer.next());
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  return undefined;
}

/** What a lexer has to go back to when a piece turns out to be too short. */
function stateOf(lexer: Lexer): Partial<Lexer> {
  const { indents, altIndents, parenChars, parenLines, parenCols, modes } = lexer;
  const arrays = { indents, altIndents, parenChars, parenLines, parenCols, modes };
  const copies = Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, [...array]]));
  return { ...lexer, ...copies, tokens: [] };
}

function continued(lexer: Lexer, source: SourceText): Lexer {
  lexer.source = source;
  lexer.text = source.text;
  if (source.text !== '') lexer.lineno++;
  lexer.pos = lexer.lineStart = lexer.bufferStart = 0;
  return lexer;
}
