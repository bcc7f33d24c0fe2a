// Comments: skipped, or tokens when asked for (`tokenize`), or type comments when the parser wants them.
// CPython: lexer.c tok_get_normal_mode, "Skip comment, unless it's a type comment".
import type { Lexer } from './lexer.ts';
import { T } from './token.ts';

/** Scans the comment at `start`; true when it yielded a token. */
export function scanComment(lexer: Lexer, start: number): boolean {
  const { text } = lexer;
  let end = text.indexOf('\n', start);
  if (end < 0) end = text.length;
  if (lexer.extraTokens) return scanExtraComment(lexer, start, end);
  if (lexer.typeComments && scanTypeComment(lexer, start, end)) return true;
  lexer.pos = end;
  lexer.commentStart = start;
  return false;
}

function scanExtraComment(lexer: Lexer, start: number, end: number): boolean {
  const carriageReturn = lexer.text.indexOf('\r', start);
  if (carriageReturn >= 0 && carriageReturn < end) end = carriageReturn;
  lexer.pos = end;
  lexer.push(T.COMMENT, lexer.text.slice(start, end), start, end);
  return true;
}

function scanTypeComment(lexer: Lexer, start: number, end: number): boolean {
  const { text } = lexer;
  const prefix = /^#[ \t]*type:[ \t]*/.exec(text.slice(start, end));
  if (prefix === null) return false;
  const at = start + prefix[0].length;
  lexer.pos = end;
  const ignore = text.startsWith('ignore', at) && !/^[A-Za-z0-9\u0080-\uffff]/.test(text.slice(at + 6, end));
  if (!ignore) {
    lexer.push(T.TYPE_COMMENT, text.slice(at, end), at, end);
    lexer.blankLine = false; // it is a line of its own: the grammar wants its NEWLINE
    return true;
  }
  lexer.push(T.TYPE_IGNORE, text.slice(at + 6, end), at + 6, end);
  if (lexer.blankLine && end < text.length) {
    lexer.pos = end + 1;
    lexer.atLineStart = true;
    lexer.startLine(end + 1, false);
  }
  return true;
}
