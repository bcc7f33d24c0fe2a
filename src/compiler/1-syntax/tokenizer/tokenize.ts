// The door of this room: source text to an array of tokens for the parser.
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { Lexer, type LexerWarningSink } from './lexer.ts';
import { SourceText } from './source-text.ts';
import type { Token } from './token.ts';

export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type';

export interface TokenizeOptions {
  /** Decides whether a missing final newline is added (only for 'exec'). Default 'exec'. */
  readonly mode?: ParseMode;
  /** Yield TYPE_IGNORE and TYPE_COMMENT tokens. */
  readonly typeComments?: boolean;
  /** CO_FUTURE_BARRY_AS_BDFL; a program can also ask for it itself. */
  readonly barryAsFlufl?: boolean;
  /** Called for "invalid decimal literal" and the like. */
  readonly warn?: LexerWarningSink | undefined;
}

export interface TokenStream {
  readonly source: SourceText;
  /** Ends with ENDMARKER, or with an ERRORTOKEN when the tokenizer failed there. */
  readonly tokens: Token[];
  /** Thrown by whoever reaches the ERRORTOKEN. */
  readonly error: CompileError | undefined;
  /** The lexer after the last token: what the error pass asks about brackets and positions. */
  readonly lexer: Lexer;
}

/** Tokenizes for the parser. Never throws for a bad program: the error waits behind the tokens before it. */
export function tokenize(source: string, filename: string, options: TokenizeOptions = {}): TokenStream {
  if (source.includes('\0')) {
    throw new CompileError('SyntaxError', 'source code string cannot contain null bytes', filename);
  }
  const text = new SourceText(source, filename, (options.mode ?? 'exec') === 'exec');
  const lexer = new Lexer(text, {
    extraTokens: false,
    typeComments: options.typeComments ?? false,
    oldNotEqual: options.barryAsFlufl === true || source.includes('barry_as_FLUFL'),
    warn: options.warn,
  });
  lexer.run();
  return { source: text, tokens: lexer.tokens, error: lexer.error, lexer };
}
