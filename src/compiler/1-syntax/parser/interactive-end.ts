// The end of interactive input: the tokens CPython makes up there. CPython: Parser/pegen.c _PyPegen_fill_token.
import { T, type Token } from '../tokenizer/token.ts';

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
