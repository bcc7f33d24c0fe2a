// The door of this room: source text to an array of tokens for the parser.
import type { CompileError, WarningSink } from '../../diagnostics/syntax-error.ts';
import type { SourceText } from './source-text.ts';
import type { Token } from './token.ts';

export interface TokenizeOptions {
  /** Yield TYPE_IGNORE and TYPE_COMMENT tokens. */
  readonly typeComments?: boolean;
  /** Called for "invalid decimal literal" and the like. */
  readonly warn?: WarningSink;
}

export interface TokenStream {
  readonly source: SourceText;
  /** Ends with ENDMARKER, or with an ERRORTOKEN when the tokenizer failed there. */
  readonly tokens: Token[];
  /** Thrown by whoever reaches the ERRORTOKEN. */
  readonly error: CompileError | undefined;
}
