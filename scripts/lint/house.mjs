// House rules for one source at a time: no ambient world, no module-level state, no file that becomes the project.
import { lineAt } from './source.mjs';

const PLATFORM = [
  'process',
  'fetch',
  'Date',
  'Buffer',
  'console',
  'crypto',
  'performance',
  'require',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'Atomics',
  'SharedArrayBuffer',
  'localStorage',
  '__dirname',
  '__filename',
];
// Not a member, a property key, an optional property or a method of that name.
const GLOBAL = new RegExp(
  `(?<![.\\w$#])(?:${PLATFORM.join('|')})(?![\\w$])(?!\\s*\\??:(?!:))(?!\\s*\\([^)]*\\)\\s*[:{])`,
  'g',
);
const RANDOM = /(?<![.\w$])Math\.random\b/g;
const STATE = /^(?:export\s+)?(?:let|var)\s+\w+/gm;

export const LINE_CAP = 800;
export const LINE_TARGET = 300;

export function checkHouse(sources) {
  const complaints = [];
  for (const source of sources) {
    if (source.generated) continue;
    const report = (offset, text) =>
      complaints.push({ file: `src/${source.path}`, line: lineAt(source.text, offset), text });
    if (!mayNamePlatform(source.path)) {
      for (const match of source.code.matchAll(GLOBAL)) {
        report(match.index, `platform global ${match[0]}: only src/host/<platform> may name it`);
      }
      for (const match of source.code.matchAll(RANDOM)) report(match.index, 'Math.random: entropy comes from the host');
    }
    for (const match of source.code.matchAll(STATE)) {
      report(match.index, `module-level state (${match[0]}): it belongs to the interpreter or the pass`);
    }
    const lines = countLines(source.text);
    if (lines > LINE_CAP)
      complaints.push({
        rule: 'size',
        file: `src/${source.path}`,
        line: 1,
        text: `${lines} lines, the cap is ${LINE_CAP}`,
      });
  }
  return complaints;
}

/** Hand-written files over the target, largest first, for the report. */
export function largeFiles(sources) {
  return sources
    .filter((source) => !source.generated)
    .map((source) => ({ path: source.path, lines: countLines(source.text) }))
    .filter(({ lines }) => lines > LINE_TARGET)
    .sort((a, b) => b.lines - a.lines);
}

function mayNamePlatform(path) {
  return /^host\/(memory|node|browser)\//.test(path);
}

function countLines(text) {
  return text.split('\n').length - 1;
}
