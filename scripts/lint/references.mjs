// Files that reimplement what is C in CPython say in their head comment what they follow: a file of CPython (`CPython: …`,
// `Objects/…`, `Modules/…`) or a function of the C library, as in strftime(3).
const FOLLOWERS = /^(modules|runtime\/(objects|builtins|exceptions|protocols|imports))\//;
const REFERENCE = /CPython|\b(?:Modules|Objects|Python|Parser|Lib)\/\w|\w\(3\)/;
const HEAD_LINES = 20;

export function checkReferences(sources) {
  return sources
    .filter(({ path, generated }) => !generated && FOLLOWERS.test(path))
    .filter(({ text }) => !REFERENCE.test(text.split('\n', HEAD_LINES).join('\n')))
    .map(({ path }) => ({ file: `src/${path}`, line: 1, text: 'names no CPython source in its head comment' }));
}
