// What the compiler reports: errors it throws and warnings it hands to a sink. CPython: Objects/exceptions.c
// (SyntaxError's attributes) and Parser/pegen_errors.c. The runtime turns these records into exception objects.

export type SyntaxErrorKind = 'SyntaxError' | 'IndentationError' | 'TabError' | '_IncompleteInputError' | 'MemoryError';

/**
 * A rejected program. Thrown as it is: it does not extend `Error`, because nobody reads a JavaScript stack here and
 * capturing one is slow. Numbers are CPython's: 1-based lines, 1-based character (code point) columns.
 */
export class CompileError {
  readonly kind: SyntaxErrorKind;
  readonly message: string;
  readonly filename: string;
  readonly lineno: number | undefined;
  readonly offset: number | undefined;
  /** The source line, with its newline; `undefined` is Python's None. */
  readonly text: string | undefined;
  readonly endLineno: number | undefined;
  readonly endOffset: number | undefined;
  /** `SyntaxError._metadata` (3.14): what traceback.py needs to suggest a mistyped keyword. */
  readonly metadata: SyntaxErrorMetadata | undefined;

  constructor(kind: SyntaxErrorKind, message: string, filename: string, where: ErrorLocation = NOWHERE) {
    this.kind = kind;
    this.message = message;
    this.filename = filename;
    this.lineno = where.lineno;
    this.offset = where.offset;
    this.text = where.text;
    this.endLineno = where.endLineno;
    this.endOffset = where.endOffset;
    this.metadata = where.metadata;
  }

  /** The same error with what traceback.py needs for its suggestions. */
  withMetadata(metadata: SyntaxErrorMetadata): CompileError {
    return new CompileError(this.kind, this.message, this.filename, { ...this, metadata });
  }
}

export interface ErrorLocation {
  readonly lineno: number | undefined;
  readonly offset: number | undefined;
  readonly text: string | undefined;
  readonly endLineno: number | undefined;
  readonly endOffset: number | undefined;
  readonly metadata?: SyntaxErrorMetadata | undefined;
}

/** Line and column of the statement the error is in, and the source text from there to the error's end. */
export interface SyntaxErrorMetadata {
  readonly lineno: number;
  readonly colOffset: number;
  readonly source: string;
}

/** The error a warning turns into under the filter "error". */
export function warningToError(warning: CompileWarning): CompileError {
  const message = warning.errorMessage ?? warning.message;
  return new CompileError('SyntaxError', message, warning.filename, warning.location);
}

const NOWHERE: ErrorLocation = {
  lineno: undefined,
  offset: undefined,
  text: undefined,
  endLineno: undefined,
  endOffset: undefined,
};

/** A SyntaxWarning or DeprecationWarning for the sink; the runtime may turn it into a SyntaxError (filter "error"). */
export interface CompileWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  /** What a SyntaxError made from this warning says, where that differs from `message`. */
  readonly errorMessage?: string;
  readonly filename: string;
  readonly lineno: number;
  /** Offset in the source text up to which CPython has read when it warns: puts the parser's warnings in order. */
  readonly readTo?: number;
  /** Offset in the source text of the literal it is about. */
  readonly about?: number;
  /** Where a SyntaxError made from this warning points. */
  readonly location: ErrorLocation;
}

/** Receives warnings; throws (a CompileError or an exception) when the warning filter says "error". */
export type WarningSink = (warning: CompileWarning) => void;
