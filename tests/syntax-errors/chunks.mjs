// The files of this folder: programs CPython rejects, each with what it says. A line of dashes starts a program (a mode
// may follow: eval, single); the line that begins with "#=>" after it is the verdict:
//   #=> SyntaxError 1:3-1:5 invalid syntax
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('.', import.meta.url);

/** Names of the chunk files. */
export function chunkFiles() {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
}

/** The programs of one file, in order. */
export function readChunks(name) {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  return text
    .split(/^---/m)
    .slice(1)
    .map((chunk) => {
      const [header, ...lines] = chunk.split('\n');
      const at = lines.findIndex((line) => line.startsWith('#=> '));
      const verdict = at < 0 ? undefined : lines[at].slice(4);
      const source = (at < 0 ? lines : lines.slice(0, at)).join('\n').replace(/\n$/, at < 0 ? '' : '\n');
      return { mode: header.trim() || 'exec', source: source.replace(/\n+$/, ''), verdict };
    });
}

/** One file's text from programs with verdicts. */
export function writeChunks(comment, chunks) {
  const body = chunks.map(({ mode, source, verdict }) => {
    const header = mode === 'exec' ? '---' : `--- ${mode}`;
    return `${header}\n${source}\n#=> ${verdict}\n`;
  });
  return `${comment}${body.join('')}`;
}

/** An error in the words of a verdict. */
export function verdictOf({ kind, message, lineno, offset, endLineno, endOffset }) {
  return `${kind} ${lineno}:${offset}-${endLineno}:${endOffset} ${message}`;
}
