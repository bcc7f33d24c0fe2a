// What the caller tells analysis, and how it reports errors and warnings at a node.

import type { Position } from '../1-syntax/ast/nodes.ts';
import { CompileError, type CompileWarning, type ErrorLocation } from '../diagnostics/syntax-error.ts';

export interface AnalysisOptions {
  filename: string;
  /** Source line with its newline, for `SyntaxError.text`; absent (or `undefined`) is None, as for `<string>` in CPython. */
  lineText?: (lineno: number) => string | undefined;
  /** Receives SyntaxWarnings in CPython's order; may throw to turn one into an error. Absent: warnings are dropped. */
  warn?: (warning: CompileWarning) => void;
  /** Future features inherited from the code that calls compile(): bits as in `futureFeatures`. */
  inheritedFuture?: number;
  /** `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`. */
  allowTopLevelAwait?: boolean;
  /** `-O` level; at 1 and above assert statements vanish, so what they hold is not checked. */
  optimize?: number;
}

/**
 * Where an error at this node points. Errors found after parsing count columns in bytes, and CPython leaves them so: `offset`
 * is the UTF-8 byte column plus one.
 */
function locationOf(options: AnalysisOptions, at: Position): ErrorLocation {
  return {
    lineno: at.lineno,
    offset: at.col_offset + 1,
    text: options.lineText?.(at.lineno),
    endLineno: at.end_lineno,
    endOffset: at.end_col_offset + 1,
  };
}

/** For `throw syntaxError(...)`. */
export function syntaxError(options: AnalysisOptions, message: string, at: Position): CompileError {
  return new CompileError('SyntaxError', message, options.filename, locationOf(options, at));
}

export function syntaxWarning(options: AnalysisOptions, message: string, at: Position): void {
  options.warn?.({
    category: 'SyntaxWarning',
    message,
    filename: options.filename,
    lineno: at.lineno,
    location: locationOf(options, at),
  });
}
