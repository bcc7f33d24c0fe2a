// CPython tokenizes as it parses; we tokenize first. This puts the warnings of both steps back into one order, and keeps
// what a failed trial has warned about from being said twice. CPython: Parser/string_parser.c warn_invalid_escape_sequence.
import type { CompileWarning, WarningSink } from '../../diagnostics/syntax-error.ts';
import type { Token } from '../tokenizer/token.ts';
import type { Parser } from './parser.ts';

export class WarningOrder {
  readonly #sink: WarningSink;
  #held: CompileWarning[] = [];
  parser: Parser | undefined;

  constructor(sink: WarningSink) {
    this.#sink = sink;
  }

  /** Sink for the tokenizer: its warnings wait until the parser gets there. */
  readonly hold: WarningSink = (warning) => {
    this.#held.push(warning);
  };

  /** Sink for the parser, about the literal it has just consumed. */
  readonly pass: WarningSink = (warning) => {
    const parser = this.parser!;
    if (parser.pos <= parser.silentUntil) return;
    this.release(parser.previous);
    this.#sink(warning);
  };

  /** Hands on what waits, up to a token. */
  release(upTo?: Token): void {
    while (this.#held.length > 0) {
      const warning = this.#held[0]!;
      if (upTo !== undefined && isAfter(warning, upTo)) return;
      this.#held.shift();
      this.#sink(warning);
    }
  }
}

function isAfter({ lineno, location }: CompileWarning, token: Token): boolean {
  return lineno > token.lineno || (lineno === token.lineno && (location.offset ?? 0) > token.col + 1);
}
