// Why a program is rejected. The fast parser only says that it failed; this runs CPython's two passes over the tokens
// again, first without and then with the `invalid_` rules, and reports what CPython reports.
// CPython: Parser/pegen.c _PyPegen_run_parser, Parser/pegen_errors.c _Pypegen_set_syntax_error.
import { CompileError } from '../../diagnostics/syntax-error.ts';
import { T, type Token } from '../tokenizer/token.ts';
import type { ParseMode, TokenStream } from '../tokenizer/tokenize.ts';
import { ATOMS } from './grammar/atoms.ts';
import { COMPOUND } from './grammar/compound.ts';
import { EXPRESSIONS } from './grammar/expressions.ts';
import { LAMBDA_PARAMETERS } from './grammar/lambda-parameters.ts';
import { LITERALS } from './grammar/literals.ts';
import { PARAMETERS } from './grammar/parameters.ts';
import { PATTERNS } from './grammar/patterns.ts';
import { STATEMENTS } from './grammar/statements.ts';
import { TARGETS } from './grammar/targets.ts';
import type { Matcher } from './matchers.ts';
import { readGrammar } from './notation.ts';
import { hereError, rangeError } from './raise.ts';
import { Recognizer, type RecognizerContext } from './recognizer.ts';

export interface ErrorContext extends RecognizerContext {
  readonly mode: ParseMode;
  /** PyCF_ALLOW_INCOMPLETE_INPUT: tell "not finished" from "wrong", which is what `codeop` needs. */
  readonly allowIncompleteInput: boolean;
}

/** The grammar's closures, made when the first program is rejected: most runs never need them. */
const grammar = once(() =>
  readGrammar([STATEMENTS, COMPOUND, PATTERNS, PARAMETERS, LAMBDA_PARAMETERS, EXPRESSIONS, ATOMS, LITERALS, TARGETS]),
);

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

const START_RULES = { exec: 'file', eval: 'eval', single: 'interactive', func_type: 'func_type' } as const;

/**
 * The error CPython reports for a program, or undefined when its grammar accepts it. `tokens` are those the parser saw.
 * Warns of what CPython warns of on the way.
 */
export function findSyntaxError(
  stream: TokenStream,
  tokens: readonly Token[],
  context: ErrorContext,
): CompileError | undefined {
  const r = new Recognizer(stream, context.barryAsFlufl ? tokens : splitOldNotEqual(tokens), context);
  const error = runPasses(r, grammar().get(START_RULES[context.mode])!, context);
  return error === undefined ? undefined : withMetadata(r, error);
}

/** traceback.py may only suggest keywords for what the grammar rejects. */
function withMetadata(r: Recognizer, error: CompileError): CompileError {
  if (error.kind === 'MemoryError' || error.message === MULTIPLE_STATEMENTS) return error;
  const { text } = r.stream.source;
  return error.withMetadata({ lineno: r.lastStatementLine, colOffset: r.lastStatementCol, source: text });
}

const MULTIPLE_STATEMENTS = 'multiple statements found while compiling a single statement';

/** Nothing but blank lines and comments may follow the statement. CPython: bad_single_statement. */
function checkSingleStatement(r: Recognizer): CompileError | undefined {
  const { text } = r.stream.source;
  const rest = text.slice(r.tokens[r.fill - 1]!.end).replace(/#[^\n]*/g, '');
  return /[^ \t\n\f]/.test(rest) ? hereError(r, 'SyntaxError', MULTIPLE_STATEMENTS) : undefined;
}

function runPasses(r: Recognizer, start: Matcher, context: ErrorContext): CompileError | undefined {
  const first = attempt(r, start);
  if (first === true) return context.mode === 'single' ? checkSingleStatement(r) : undefined;
  if (context.allowIncompleteInput && isAtEndOfSource(r))
    return hereError(r, '_IncompleteInputError', 'incomplete input');
  if (first !== false) return first.kind === 'MemoryError' ? first : preferLexerError(r, first);
  const lastToken = r.tokens[r.fill - 1]!;
  r.startErrorPass();
  const second = attempt(r, start);
  if (typeof second !== 'boolean') return second.kind === 'MemoryError' ? second : preferLexerError(r, second);
  return genericError(r, lastToken);
}

/**
 * Whether the lexer has looked for more than there is: CPython's has when it needs one character more to know where a
 * token ends. CPython: _is_end_of_source.
 */
function isAtEndOfSource(r: Recognizer): boolean {
  const { type, start, end } = r.tokens[r.fill - 1]!;
  if (type === T.ERRORTOKEN) return r.stream.lexer.endedEarly;
  if (end < r.stream.source.text.length) return false;
  if (type === T.STRING || type === T.FSTRING_END || type === T.TSTRING_END) return false;
  return !(type === T.NEWLINE && end > start);
}

/** True when the rule matched, false when it did not, or the error it raised. */
function attempt(r: Recognizer, start: Matcher): boolean | CompileError {
  try {
    return start(r) !== undefined;
  } catch (error) {
    if (error instanceof CompileError) return error;
    // Too deep for this pass: the lexer's error, or the generic one, is the best that can be said.
    if (error instanceof RangeError) return r.stream.error ?? false;
    throw error;
  }
}

/** Nothing more specific was found: the furthest token of the first pass is where the program went wrong. */
function genericError(r: Recognizer, lastToken: Token): CompileError {
  if (lastToken.type === T.INDENT) return hereError(r, 'IndentationError', 'unexpected indent');
  if (lastToken.type === T.DEDENT) return hereError(r, 'IndentationError', 'unexpected unindent');
  return checkRestOfSource(r, rangeError(r, lastToken, lastToken, 'invalid syntax'));
}

function preferLexerError(r: Recognizer, error: CompileError): CompileError {
  const fromLexer = error === r.stream.error || error === r.lexerFailure;
  return fromLexer || isAtEndOfSource(r) ? error : checkRestOfSource(r, error);
}

/**
 * An error in the characters after `error`, or a bracket never closed on an earlier line, explains more.
 * CPython: _PyPegen_tokenize_full_source_to_check_for_errors.
 */
function checkRestOfSource(r: Recognizer, error: CompileError): CompileError {
  const current = r.tokens[r.fill - 1]!;
  const warning = r.warnOfRest(error);
  if (warning instanceof CompileError) return warning;
  if (warning !== undefined) throw warning;
  const { error: lexerError, lexer } = r.stream;
  // Inside an f-string the error in the expression explains more than the literal's missing end.
  if (lexerError === undefined || lexer.modes.length > 1) return error;
  if (lexer.errorOutranksParser) return lexerError;
  if (lexer.level > 0 && current.lineno > lexer.parenLines[lexer.level - 1]!) return lexer.unclosedError();
  return error;
}

/** Without Barry as BDFL `<>` is two tokens. */
function splitOldNotEqual(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.string === '<>' && token.type === T.NOTEQUAL)) return tokens;
  return tokens.flatMap((token) => {
    if (token.string !== '<>' || token.type !== T.NOTEQUAL) return [token];
    const middle = { end: token.start + 1, endCol: token.col + 1 };
    return [
      { ...token, type: T.LESS, string: '<', ...middle },
      { ...token, type: T.GREATER, string: '>', start: middle.end, col: middle.endCol },
    ];
  });
}
