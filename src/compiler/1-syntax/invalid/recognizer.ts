// The error pass's parser state: a cursor, memoised results, and the furthest token asked for, which decides where
// generic errors point. It must ask for tokens exactly when CPython's generated parser does.
// CPython: Parser/pegen.c (Parser, _PyPegen_fill_token, _PyPegen_is_memoized).
import { CompileError, type CompileWarning, type WarningSink } from '../../diagnostics/syntax-error.ts';
import { type LiteralContext, numberConstant, stringConstant } from '../tokenizer/literals.ts';
import { T, type Token } from '../tokenizer/token.ts';
import type { TokenStream } from '../tokenizer/tokenize.ts';
import { type LexerWarning, readTo, worseWarning } from '../warning-queue.ts';
import { kindOf } from './first-sets.ts';
import { Node } from './nodes.ts';
import { hereError } from './raise.ts';

/** What a rule came to at one token; entries of a token form a list, most recent first. */
interface MemoEntry {
  readonly rule: number;
  value: Node | undefined;
  mark: number;
  readonly next: MemoEntry | undefined;
}

/** CPython: MAXSTACK. */
const MAX_DEPTH = 6000;

export interface RecognizerContext {
  readonly barryAsFlufl: boolean;
  readonly literals: LiteralContext;
  readonly warn: WarningSink | undefined;
  /** What the lexer would have warned of, in source order. */
  readonly lexerWarnings: readonly LexerWarning[];
}

/** Success without anything to show: an optional part that is absent, a lookahead. */
export const NOTHING: Node = Object.freeze(new Node('', -1, -1, []));

export class Recognizer {
  readonly stream: TokenStream;
  readonly tokens: readonly Token[];
  readonly literals: LiteralContext;
  readonly barryAsFlufl: boolean;
  /** Index of the next token. */
  mark = 0;
  /** Tokens fetched so far, by any alternative of either pass. */
  fill = 0;
  /** The second pass: `invalid_` rules are on. */
  callInvalidRules = false;
  /** Start of the last complete compound statement. */
  lastStatementLine = 0;
  lastStatementCol = 0;
  /** Thrown by the sink for a lexer's warning: an error of the lexer then. */
  lexerFailure: unknown = undefined;
  readonly #lexerWarnings: readonly LexerWarning[];
  readonly #warn: WarningSink | undefined;
  #warned = 0;
  #depth = 0;
  #memos: (MemoEntry | undefined)[];
  readonly #kinds: Uint8Array;
  readonly #tokenNodes: (Node | undefined)[] = [];

  constructor(stream: TokenStream, tokens: readonly Token[], context: RecognizerContext) {
    this.stream = stream;
    this.tokens = tokens;
    this.#memos = new Array(tokens.length).fill(undefined);
    this.#kinds = Uint8Array.from(tokens, ({ type }) => kindOf(type));
    this.barryAsFlufl = context.barryAsFlufl;
    this.#lexerWarnings = context.lexerWarnings;
    const { warn } = context;
    this.#warn = warn;
    // The second pass does not repeat what the first warned of, except where it switches its rules off.
    const warnOfLiteral = warn && ((warning: CompileWarning) => this.callInvalidRules || warn(warning));
    this.literals = { ...context.literals, warn: warnOfLiteral };
  }

  /** Starts over with the `invalid_` rules on; what was fetched stays fetched. */
  startErrorPass(): void {
    this.mark = 0;
    this.#depth = 0;
    this.callInvalidRules = true;
    this.#memos.fill(undefined);
  }

  /** The next token; throws the lexer's error when that is what comes next. */
  peek(): Token {
    const { mark } = this;
    const token = this.tokens[mark]!;
    if (mark >= this.fill) {
      this.fill = mark + 1;
      this.warnUpTo(token.end);
      if (token.type === T.ERRORTOKEN) throw this.stream.error;
    }
    return token;
  }

  /** A rule or a repetition begins; CPython allows so many at once. */
  enter(): void {
    if (this.#depth++ < MAX_DEPTH) return;
    const message = 'Parser stack overflowed - Python source too complex to parse';
    throw new CompileError('MemoryError', message, this.stream.source.filename);
  }

  leave(): void {
    this.#depth--;
  }

  /** `kindOf` the next token. */
  peekKind(): number {
    if (this.mark >= this.fill) this.peek();
    return this.#kinds[this.mark]!;
  }

  /** Hands over the lexer's warnings for the source before `end`. */
  warnUpTo(end: number): void {
    if (this.#warn === undefined) return;
    for (; this.#warned < this.#lexerWarnings.length; this.#warned++) {
      const { warning } = this.#lexerWarnings[this.#warned]!;
      if (readTo(warning) > end) return;
      try {
        this.#warn(warning);
      } catch (error) {
        this.lexerFailure = error;
        throw error;
      }
    }
  }

  /** Warns of the rest of the source; see `worseWarning`. */
  warnOfRest(error: CompileError): unknown {
    const rest = this.#lexerWarnings.slice(this.#warned);
    return this.#warn === undefined ? undefined : worseWarning(rest, this.#warn, error);
  }

  /** Matches a token by type. */
  expect(type: number): Node | undefined {
    return this.peek().type === type ? this.take() : undefined;
  }

  /** Matches a NAME with the given text. */
  expectSoftKeyword(text: string): Node | undefined {
    const token = this.peek();
    return token.type === T.NAME && token.string === text ? this.take() : undefined;
  }

  /** Matches a NUMBER, which must have a value. */
  expectNumber(): Node | undefined {
    const token = this.peek();
    if (token.type !== T.NUMBER) return undefined;
    numberConstant(token, this.literals);
    const start = this.mark++;
    return new Node('Constant', start, start, []);
  }

  /** Matches a STRING, which must be decodable. */
  expectString(): Node | undefined {
    const token = this.peek();
    if (token.type !== T.STRING) return undefined;
    this.mark++;
    this.decode(() => stringConstant(token, this.literals));
    return this.tokenNode(this.mark - 1);
  }

  /** Decodes a literal. CPython puts complaints of codecs at the last token fetched, whichever that is. */
  decode(literal: () => unknown): void {
    try {
      literal();
    } catch (error) {
      const ofCodec = error instanceof CompileError && /^\((unicode|value) error\)/.test(error.message);
      throw ofCodec ? hereError(this, 'SyntaxError', error.message) : error;
    }
  }

  take(): Node {
    return this.tokenNode(this.mark++);
  }

  tokenNode(index: number): Node {
    let node = this.#tokenNodes[index];
    if (node === undefined) {
      node = new Node('', index, index, []);
      this.#tokenNodes[index] = node;
    }
    return node;
  }

  getMemo(rule: number): MemoEntry | undefined {
    let entry = this.#memos[this.mark];
    while (entry !== undefined && entry.rule !== rule) entry = entry.next;
    return entry;
  }

  addMemo(start: number, rule: number, value: Node | undefined, mark: number): MemoEntry {
    const entry = { rule, value, mark, next: this.#memos[start] };
    this.#memos[start] = entry;
    return entry;
  }
}
