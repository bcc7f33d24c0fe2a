// Docstrings lose the indentation they share, tabs expanded first. CPython: Python/compile.c (_PyCompile_CleanDoc)
import type { ConstantValue } from '../1-syntax/ast/constant.ts';

/** A docstring as the code keeps it. One with surrogates, which CPython refuses, stays as written. */
export function cleanDocstring(value: ConstantValue): ConstantValue {
  if (value.type !== 'str' || value.codePoints !== undefined) return value;
  return { type: 'str', value: cleaned(value.value) };
}

function cleaned(text: string): string {
  const [first, ...rest] = expandTabs(text).split('\n');
  const margins = rest.map(indentation).filter((n) => n !== undefined);
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  const lines = rest.map((line) => line.slice(Math.min(margin, leadingBlanks(line))));
  return [first!.slice(leadingBlanks(first!)), ...lines].join('\n');
}

function leadingBlanks(line: string): number {
  let n = 0;
  while (line[n] === ' ') n++;
  return n;
}

/** Undefined for a blank line. */
function indentation(line: string): number | undefined {
  const n = leadingBlanks(line);
  return n === line.length ? undefined : n;
}

/** `str.expandtabs()`. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const c of text) {
    if (c === '\t') {
      const width = 8 - (column % 8);
      result += ' '.repeat(width);
      column += width;
    } else {
      result += c;
      column = c === '\n' || c === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
