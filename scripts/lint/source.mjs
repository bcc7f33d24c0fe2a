// Reading TypeScript sources for the lints without a parser: comments and literals are blanked, lines kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/python-files.mjs';

/**
 * Every hand-written or generated source: `{path (below src/), text, statements, code}`. `statements` is the text with
 * comments blanked, `code` has literals blanked too (and is empty for generated files).
 */
export function readSources() {
  return readdirSync(join(root, 'src'), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, 'src', path), 'utf8');
      const generated = isGenerated(path);
      const statements = blank(text, (token) => /^\/[/*]/.test(token));
      return { path, text, generated, statements, code: generated ? '' : blank(text, () => true) };
    });
}

export function isGenerated(path) {
  return /(^|\/)generated\//.test(path);
}

/** The 1-based line of an offset. */
export function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

// Longest first: comments, templates (without nested backquotes), strings, and regular expressions where a value may
// start. A template's `${…}` parts are blanked too: good enough for rules about declarations and global names.
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[=(,:[!&|?{};+\n]\s*|return\s+)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g;

function blank(text, wanted) {
  return text.replace(TOKENS, (token) => (wanted(token) ? token.replace(/[^\n]/g, ' ') : token));
}
