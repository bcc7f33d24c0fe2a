// The end of interactive input: the tokens CPython makes up there, and telling "not finished" from "wrong", which is what
// `codeop` and the prompt need. CPython: Parser/pegen.c _PyPegen_fill_token, _is_end_of_source.
import type { CompileError } from '../../diagnostics/syntax-error.ts';
import { T, type Token } from '../tokenizer/token.ts';
import type { Parser } from './parser.ts';

/**
 * Interactive input ends its last line, its open blocks (unless the caller wants to see an empty line first) and its
 * statement without the newlines a file would need.
 */
export function endInteractiveInput(tokens: readonly Token[], dontImplyDedent: boolean): Token[] {
  const end = tokens[tokens.length - 1]!;
  if (end.type !== T.ENDMARKER || tokens.length === 1) return [...tokens];
  const ended = tokens.slice(0, -1);
  const newline = { ...end, type: T.NEWLINE };
  ended.push(newline);
  const blocks = openBlocks(tokens);
  if (blocks > 0 && !dontImplyDedent) {
    for (let i = 0; i < blocks; i++) ended.push({ ...end, type: T.DEDENT });
    ended.push(newline);
  }
  ended.push(end);
  return ended;
}

function openBlocks(tokens: readonly Token[]): number {
  let open = 0;
  for (const { type } of tokens) {
    if (type === T.INDENT) open++;
    else if (type === T.DEDENT) open--;
  }
  return open;
}

/** Whether the tokenizer had reached the end of the source when the parser failed. */
export function endsInsideStatement(p: Parser, error: CompileError | undefined): boolean {
  const token = p.tokens[p.furthest]!;
  const { length } = p.source.text;
  if (token.type === T.ERRORTOKEN && error !== undefined) {
    if (/^unterminated string literal/.test(error.message)) return !p.source.text.endsWith('\n');
    return /^unterminated triple-quoted|was never closed$|^unexpected EOF/.test(error.message);
  }
  if (token.end < length) return false;
  const endsAtQuote = token.type === T.STRING || token.type === T.FSTRING_END || token.type === T.TSTRING_END;
  return !endsAtQuote && !(token.type === T.NEWLINE && token.end > token.start);
}

/** What `compile(..., PyCF_ALLOW_INCOMPLETE_INPUT)` raises then. */
export function incompleteInput(p: Parser): CompileError {
  return p.errorAt(p.tokens[p.furthest]!, '_IncompleteInputError', 'incomplete input');
}
