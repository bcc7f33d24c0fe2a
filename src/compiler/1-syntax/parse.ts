// The door of this room: source text to AST. CPython: Parser/pegen.c _PyPegen_run_parser.
import { CompileError, type WarningSink } from '../diagnostics/syntax-error.ts';
import type { mod, type_ignore } from './ast/nodes.ts';
import * as ast from './ast/nodes.ts';
import { type ErrorContext, findSyntaxError } from './invalid/find-error.ts';
import { endInteractiveInput } from './parser/interactive-end.ts';
import { parseEval, parseFile, parseFunctionType, parseInteractive } from './parser/modules.ts';
import { Parser, SYNTAX_FAILURE } from './parser/parser.ts';
import { decodeSource, type SourceDecoder } from './tokenizer/decode-source.ts';
import type { NameLookup } from './tokenizer/escapes.ts';
import type { LiteralContext } from './tokenizer/literals.ts';
import { T, type Token } from './tokenizer/token.ts';
import { type ParseMode, type TokenStream, tokenize } from './tokenizer/tokenize.ts';
import { WarningQueue } from './warning-queue.ts';

export type { ParseMode } from './tokenizer/tokenize.ts';

export interface ParseOptions {
  /** Keep `# type:` comments (PyCF_TYPE_COMMENTS). */
  readonly typeComments?: boolean;
  /** Reject what Python 3.n does not have, as far as CPython's parser does. Default 14. */
  readonly featureVersion?: number;
  /** CO_FUTURE_BARRY_AS_BDFL. */
  readonly barryAsFlufl?: boolean;
  /** PyCF_DONT_IMPLY_DEDENT: an indented block in mode 'single' needs an empty line at its end. */
  readonly dontImplyDedent?: boolean;
  /** PyCF_ALLOW_INCOMPLETE_INPUT: report _IncompleteInputError when only the end of the input is wrong. */
  readonly allowIncompleteInput?: boolean;
  /** Codecs for a coding cookie other than UTF-8, Latin-1 and ASCII. */
  readonly decode?: SourceDecoder | undefined;
  /** For `\N{...}` in string literals; without it every name is unknown. */
  readonly lookupName?: NameLookup | undefined;
  /** `sys.get_int_max_str_digits()`. */
  readonly maxIntDigits?: number;
  /** Receives SyntaxWarnings. */
  readonly warn?: WarningSink | undefined;
}

/** Parses a program: text, or bytes with an optional BOM and coding cookie. Throws a CompileError when it is not one. */
export function parse(source: string | Uint8Array, filename: string, mode: ParseMode, options: ParseOptions = {}): mod {
  const text = typeof source === 'string' ? source : decodeSource(source, filename, options.decode);
  const warnings = new WarningQueue();
  const typeComments = options.typeComments ?? false;
  const barryAsFlufl = options.barryAsFlufl ?? false;
  const stream = tokenize(text, filename, { mode, typeComments, barryAsFlufl, warn: warnings.addLexer });
  const typeIgnores: type_ignore[] = [];
  let { tokens } = stream;
  if (options.typeComments) tokens = withoutTypeIgnores(tokens, typeIgnores);
  if (mode === 'single') tokens = endInteractiveInput(tokens, options.dontImplyDedent ?? false);
  const parser = new Parser(tokens, literalContext(stream, options, warnings), {
    featureVersion: options.featureVersion ?? 14,
    barryAsFlufl,
  });
  let tree: mod;
  try {
    tree = parseStart(parser, mode, typeIgnores);
  } catch (failure) {
    const { warn, allowIncompleteInput = false } = options;
    const { literals } = parser;
    const lexerWarnings = warnings.ofLexer;
    const context = { mode, allowIncompleteInput, barryAsFlufl: parser.barryAsFlufl, literals, warn, lexerWarnings };
    throw explain(failure, parser, stream, context);
  }
  warnings.deliver(options.warn);
  return tree;
}

function literalContext({ source }: TokenStream, options: ParseOptions, warnings: WarningQueue): LiteralContext {
  const { lookupName, maxIntDigits } = options;
  const context = { source, warn: warnings.addLiteral, lookupName };
  return maxIntDigits === undefined ? context : { ...context, maxIntDigits };
}

/** What to throw for whatever stopped the parser. */
function explain(failure: unknown, p: Parser, stream: TokenStream, context: ErrorContext): unknown {
  if (failure instanceof RangeError) return p.stackOverflow();
  const known = failure instanceof CompileError ? failure : undefined;
  if (failure !== SYNTAX_FAILURE && known === undefined) return failure;
  if (known?.kind === 'MemoryError') return known;
  return findSyntaxError(stream, p.tokens, context) ?? known ?? unexplained(p);
}

function parseStart(parser: Parser, mode: ParseMode, typeIgnores: type_ignore[]): mod {
  switch (mode) {
    case 'exec':
      return parseFile(parser, typeIgnores);
    case 'eval':
      return parseEval(parser);
    case 'single':
      return parseInteractive(parser);
    case 'func_type':
      return parseFunctionType(parser);
  }
}

/** `# type: ignore` comments go into Module.type_ignores; the grammar never sees them. */
function withoutTypeIgnores(tokens: readonly Token[], typeIgnores: type_ignore[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.type === T.TYPE_IGNORE) typeIgnores.push(ast.TypeIgnore(token.lineno, token.string));
    else kept.push(token);
  }
  return kept;
}

/** No better explanation: reported where the parser gave up. */
function unexplained(parser: Parser): CompileError {
  return parser.errorAt(parser.tokens[parser.furthest]!, 'SyntaxError', 'invalid syntax');
}
