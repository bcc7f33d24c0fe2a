// Spelling things in JavaScript: identifiers for Python names, literals for constants.
import { encodeName } from '../../contract/names.ts';

/** Words that are not free in emitted code: reserved ones, and the JS globals the emitted text itself uses. */
const TAKEN = new Set(
  (
    'abstract arguments await boolean break byte case catch char class const continue debugger default delete do double else enum eval ' +
    'export extends false final finally float for function goto if implements import in instanceof int interface let long native new ' +
    'null package private protected public return short static super switch synchronized this throw throws transient true try typeof ' +
    'undefined var void volatile while with yield Infinity NaN Number Object Math Array Symbol globalThis async of get set'
  ).split(' '),
);

/** The JS variable that holds Python variable `name`. Guest names have no `$`, so everything with one is ours. */
export function variableName(name: string): string {
  if (/^[A-Za-z0-9_]+$/.test(name)) return TAKEN.has(name) ? `$_${name}` : name;
  return `$_${encodeName(name)}`;
}

/** Property text for attribute `name`: `.$name`, always a plain JS identifier. */
export function attributeProperty(name: string): string {
  return /^[A-Za-z0-9_]+$/.test(name) ? `.$${name}` : `[${JSON.stringify(`$${name}`)}]`;
}

export function methodProperty(name: string): string {
  return /^[A-Za-z0-9_]+$/.test(name) ? `.m$${name}` : `[${JSON.stringify(`m$${name}`)}]`;
}

export function slotProperty(name: string): string {
  return /^[A-Za-z0-9_]+$/.test(name) ? `.s$${name}` : `[${JSON.stringify(`s$${name}`)}]`;
}

/** A JS string literal; line separators are escaped so that any engine reads it. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => (c === '\u2028' ? '\\u2028' : '\\u2029'));
}

/** Text that can be repeated or moved past side effects: a literal, a constant, or a temporary of ours. */
export function isStable(text: string): boolean {
  return /^(?:\$[tkK]\w*|-?\d[\d.e+-]*n?|true|false|\$None|\$Ellipsis|"(?:[^"\\]|\\.)*")$/.test(text);
}

/** Text before a property access: `1.$real` is no JavaScript, and `-1.5.$real` negates the property. */
export function receiver(text: string): string {
  return /^-?\d/.test(text) ? `(${text})` : text;
}

/** A plain variable or stable text: cheap to repeat while nothing runs in between. */
export function isAtom(text: string): boolean {
  return isStable(text) || /^(?:this\.)?[\w$]+$/.test(text);
}

/** What must hold before `items[key]` may be read, followed by `&&`; nothing for a literal index. */
export function indexTest(key: string): string {
  return /^\d+$/.test(key) ? '' : `typeof ${key}==='number'&&${key}>=0&&`;
}
