// The start of a line: how far it is indented, and whether that opens or closes blocks. Tabs count twice, once as eight
// columns and once as one, and the two counts must agree (TabError). CPython: lexer.c tok_get_normal_mode, first part.
import type { Lexer } from './lexer.ts';

const TAB_SIZE = 8;
const MAX_INDENT = 100;

/** Reads the white space that starts a line; sets `pendingIndents` and `blankLine`. */
export function readIndentation(lexer: Lexer): void {
  const { text } = lexer;
  lexer.atLineStart = false;
  let col = 0;
  let altCol = 0;
  let continuationCol = 0;
  let { pos } = lexer;
  let code: number;
  for (;;) {
    code = text.charCodeAt(pos);
    if (code === 32) {
      col++;
      altCol++;
    } else if (code === 9) {
      col = (Math.floor(col / TAB_SIZE) + 1) * TAB_SIZE;
      altCol++;
    } else if (code === 12) {
      col = altCol = 0;
    } else if (code === 92) {
      // A backslash cannot split the indentation: the columns before the first one count for the whole line.
      if (continuationCol === 0) continuationCol = col;
      lexer.skipContinuation(pos, true);
      pos = lexer.pos;
      continue;
    } else {
      break;
    }
    pos++;
  }
  lexer.pos = pos;
  lexer.blankLine = code === 35 || code === 10 || code === 13;
  if (lexer.blankLine || lexer.level > 0) return;
  if (continuationCol !== 0) col = altCol = continuationCol;
  compareIndentation(lexer, col, altCol);
}

function compareIndentation(lexer: Lexer, col: number, altCol: number): void {
  const { indents, altIndents } = lexer;
  const top = indents.length - 1;
  if (col === indents[top]) {
    if (altCol !== altIndents[top]) failTabs(lexer);
  } else if (col > indents[top]!) {
    if (indents.length >= MAX_INDENT) {
      lexer.pos = lexer.text.length;
      lexer.failLayout('IndentationError', 'too many levels of indentation', 1, 0);
    }
    if (altCol <= altIndents[top]!) failTabs(lexer);
    lexer.pendingIndents++;
    indents.push(col);
    altIndents.push(altCol);
  } else {
    dedent(lexer, col, altCol);
  }
}

function dedent(lexer: Lexer, col: number, altCol: number): void {
  const { indents, altIndents } = lexer;
  while (indents.length > 1 && col < indents[indents.length - 1]!) {
    lexer.pendingIndents--;
    indents.pop();
    altIndents.pop();
  }
  const top = indents.length - 1;
  if (col !== indents[top]) {
    const text = lexer.bufferText();
    const offset = lexer.source.charLength(lexer.lineStart, lexer.lineStart + text.length);
    const message = 'unindent does not match any outer indentation level';
    lexer.failLayout('IndentationError', message, offset, -1);
  }
  if (altCol !== altIndents[top]) failTabs(lexer);
}

function failTabs(lexer: Lexer): never {
  const message = 'inconsistent use of tabs and spaces in indentation';
  lexer.failLayout('TabError', message, 1, 0);
}
