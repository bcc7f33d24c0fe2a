// Which temporaries of a suspending function must be fields: those that some state reads before it has written them. The rest are local
// variables of the step. Works on the emitted text: a state's text is everything from its `case` to the next.

export interface Placed {
  text: string;
  locals: string[];
  fields: string[];
}

/** Decides for each temporary of code `code`, and spells the fields out in the text. */
export function placeTemporaries(lines: readonly string[], code: number): Placed {
  const pattern = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|\\$t${code}_(\\d+)(=(?!=))?`, 'g');
  const seen = new Set<string>();
  const kept = new Set<string>();
  let written = new Set<string>();
  for (const line of lines) {
    if (/^case \d+:$/.test(line)) {
      written = new Set();
      continue;
    }
    for (const match of line.matchAll(pattern)) {
      const [, index, assigns] = match;
      if (index === undefined || written.has(index)) continue;
      written.add(index);
      seen.add(index);
      if (assigns === undefined) kept.add(index);
    }
  }
  const spell = (match: string, index: string | undefined, assigns: string | undefined): string =>
    index !== undefined && kept.has(index) ? `this.t$${index}${assigns ?? ''}` : match;
  const text = lines.join('\n');
  return {
    text: kept.size === 0 ? text : text.replace(pattern, spell),
    locals: [...seen].filter((index) => !kept.has(index)).map((index) => `$t${code}_${index}`),
    fields: [...kept].map((index) => `t$${index}`),
  };
}
