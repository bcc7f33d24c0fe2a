// Warnings of one parse, held back until it is over: the lexer runs ahead of the parser, and the parser may read a string
// twice. For a rejected program the error pass warns instead, because it knows what CPython came to read.
import type { CompileWarning, WarningSink } from '../diagnostics/syntax-error.ts';

/** A warning of the lexer; see `LexerWarningSink`. */
export interface LexerWarning {
  readonly warning: CompileWarning;
  readonly insideLiteral: boolean;
}

export class WarningQueue {
  /** What the lexer found, in source order. */
  readonly ofLexer: LexerWarning[] = [];
  readonly #ofLiterals: CompileWarning[] = [];

  /** Sinks for the two sources, bound. */
  readonly addLexer = (warning: CompileWarning, insideLiteral: boolean): void => {
    this.ofLexer.push({ warning, insideLiteral });
  };
  readonly addLiteral: WarningSink = (warning) => {
    this.#ofLiterals.push(warning);
  };

  /** Hands over the warnings of an accepted program in CPython's order. The sink may throw. */
  deliver(sink: WarningSink | undefined): void {
    if (sink === undefined) return;
    let next = 0;
    const deliverLexer = (end: number): void => {
      while (next < this.ofLexer.length && readTo(this.ofLexer[next]!.warning) <= end)
        sink(this.ofLexer[next++]!.warning);
    };
    const literals = this.#ofLiterals.filter((warning, i, all) => all.findIndex(isSame(warning)) === i);
    for (const warning of literals.sort((a, b) => readTo(a) - readTo(b))) {
      deliverLexer(readTo(warning));
      try {
        sink(warning);
      } catch (error) {
        // An error in a literal makes CPython look for worse in the rest of the characters.
        throw worseWarning(this.ofLexer.slice(next), sink, error) ?? error;
      }
    }
    deliverLexer(Infinity);
  }
}

/**
 * Warns of the rest of the source after `error`: what the sink throws for it, `error` itself when that was inside an
 * f-string, undefined when the sink threw nothing.
 */
export function worseWarning(warnings: readonly LexerWarning[], sink: WarningSink, error: unknown): unknown {
  for (const { warning, insideLiteral } of warnings) {
    try {
      sink(warning);
    } catch (worse) {
      return insideLiteral ? error : worse;
    }
  }
  return undefined;
}

/** How far CPython has read when it warns. */
export function readTo(warning: CompileWarning): number {
  return warning.readTo ?? 0;
}

function isSame(a: CompileWarning): (b: CompileWarning) => boolean {
  return (b) => a.about === b.about && a.message === b.message;
}
