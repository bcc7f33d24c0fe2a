// The parser's state: a cursor over the token array, node positions, and the one way to give up. The grammar itself is
// in the sibling files, as functions that take a Parser. CPython: Parser/pegen.c (Parser, _PyPegen_expect_token).
//
// A mismatch throws SYNTAX_FAILURE and nothing more: valid programs never pay for diagnostics. `parse.ts` then asks the
// error pass to find out what is wrong, as CPython's second parser pass does.
import { CompileError, type SyntaxErrorKind } from '../../diagnostics/syntax-error.ts';
import type { Position } from '../ast/nodes.ts';
import { identifierName } from '../tokenizer/identifiers.ts';
import type { LiteralContext } from '../tokenizer/literals.ts';
import type { SourceText } from '../tokenizer/source-text.ts';
import { T, type Token } from '../tokenizer/token.ts';

/** Thrown on the first token that fits nowhere. Carries nothing: `Parser.furthest` says where. */
export const SYNTAX_FAILURE = Object.freeze({ syntaxFailure: true });

/** CPython's MAXSTACK: how many grammar rules may be active. We count one or two for each construct that can recurse. */
const MAX_DEPTH = 6000;
/** Rules CPython has active before it reaches the first operand of a module. */
const BASE_DEPTH = 32;

export interface ParserOptions {
  /** Minor version for `ast.parse(feature_version=(3, n))`; 14 accepts everything. */
  readonly featureVersion: number;
  /** `<>` instead of `!=` (from __future__ import barry_as_FLUFL). */
  readonly barryAsFlufl: boolean;
}

export class Parser {
  readonly source: SourceText;
  readonly literals: LiteralContext;
  readonly tokens: readonly Token[];
  readonly featureVersion: number;
  readonly #ascii: boolean;
  barryAsFlufl: boolean;
  /** Index of `token`. */
  pos = 0;
  /** The token to be consumed next. */
  token: Token;
  /** `token.type`, kept apart because every rule looks at it. */
  type: number;
  /** Index of the last token any rule failed at. */
  furthest = 0;
  depth = BASE_DEPTH;

  constructor(tokens: readonly Token[], literals: LiteralContext, options: ParserOptions) {
    const { source } = literals;
    this.source = source;
    this.literals = literals;
    this.tokens = tokens;
    this.featureVersion = options.featureVersion;
    this.barryAsFlufl = options.barryAsFlufl;
    this.#ascii = source.isAscii;
    this.token = tokens[0]!;
    this.type = this.token.type;
  }

  /** Consumes the current token and returns it. Never called at the last token. */
  advance(): Token {
    const token = this.token;
    const next = this.tokens[++this.pos]!;
    this.token = next;
    this.type = next.type;
    return token;
  }

  /** Consumes a token of the given type, or fails. */
  expect(type: number): Token {
    if (this.type !== type) this.fail();
    return this.advance();
  }

  /** Consumes the token if it has the given type. */
  accept(type: number): boolean {
    if (this.type !== type) return false;
    this.advance();
    return true;
  }

  /** Type of the token after the current one. */
  peekType(): number {
    const next = this.tokens[this.pos + 1];
    return next === undefined ? T.ENDMARKER : next.type;
  }

  /** Goes back to an earlier token, for the few rules that need a trial. */
  rewind(pos: number): void {
    this.pos = pos;
    this.token = this.tokens[pos]!;
    this.type = this.token.type;
  }

  fail(): never {
    if (this.pos > this.furthest) this.furthest = this.pos;
    throw SYNTAX_FAILURE;
  }

  /** Called by constructs that recurse without a bracket or an indent to bound them; pair with `leave`. */
  enter(levels: number): void {
    this.depth += levels;
    if (this.depth > MAX_DEPTH) throw this.stackOverflow();
  }

  leave(levels: number): void {
    this.depth -= levels;
  }

  /** From the start of `start` to the end of the last consumed token. */
  span(start: Token): Position {
    const end = this.tokens[this.pos - 1]!;
    if (this.#ascii) {
      return {
        lineno: start.lineno,
        col_offset: start.col,
        end_lineno: end.endLineno,
        end_col_offset: end.endCol,
      };
    }
    return this.tokenSpan(start, end);
  }

  /** As `span`, for rules that end with a block: NEWLINE, INDENT and DEDENT at the end do not count. */
  blockSpan(start: Token): Position {
    let at = this.pos - 1;
    while (isLayout(this.tokens[at]!.type)) at--;
    return this.tokenSpan(start, this.tokens[at]!);
  }

  tokenSpan(start: Token, end: Token): Position {
    const { source } = this;
    return {
      lineno: start.lineno,
      col_offset: source.byteColumn(start.lineno, start.col),
      end_lineno: end.endLineno,
      end_col_offset: source.byteColumn(end.endLineno, end.endCol),
    };
  }

  /** The name a NAME token stands for. */
  identifier(token: Token): string {
    return this.#ascii ? token.string : identifierName(token.string);
  }

  /** Consumes a NAME and returns its identifier. */
  expectName(): string {
    return this.identifier(this.expect(T.NAME));
  }

  /** The token consumed last. */
  get previous(): Token {
    return this.tokens[this.pos - 1]!;
  }

  /**
   * Rejects what an older Python did not have (`ast.parse(feature_version=...)`). `where` is the last token CPython has
   * read when it checks. CPython: Parser/pegen.h CHECK_VERSION.
   */
  checkVersion(minor: number, what: string, where: Token = this.token): void {
    if (this.featureVersion >= minor) return;
    throw this.errorAt(where, 'SyntaxError', `${what} only supported in Python 3.${minor} and greater`);
  }

  /** A SyntaxError at the current token (CPython: RAISE_SYNTAX_ERROR). */
  raise(message: string): never {
    throw this.errorAt(this.token, 'SyntaxError', message);
  }

  /** An error that points at a token; at the end of the input there is only a point. */
  errorAt(token: Token, kind: SyntaxErrorKind, message: string): CompileError {
    const { source } = this;
    const offset = source.charColumn(token.lineno, token.col);
    const isPoint = token.type === T.ERRORTOKEN || (token.start === token.end && token.end === source.text.length);
    const lineno = source.text.length === 0 ? 0 : token.lineno;
    return new CompileError(kind, message, source.filename, {
      lineno,
      offset: isPoint ? offset : offset + 1,
      text: source.line(token.lineno),
      endLineno: isPoint ? lineno : token.endLineno,
      endOffset: isPoint ? -1 : source.charColumn(token.endLineno, token.endCol) + 1,
    });
  }

  /** What CPython raises as a MemoryError; also for when our own stack is too small. */
  stackOverflow(): CompileError {
    const message = 'Parser stack overflowed - Python source too complex to parse';
    return new CompileError('MemoryError', message, this.source.filename);
  }
}

function isLayout(type: number): boolean {
  return type === T.ENDMARKER || (type >= T.NEWLINE && type <= T.DEDENT);
}
