// Files that reimplement CPython's C say which of its files they follow: a `CPython:` line in the head comment.
const FOLLOWERS = /^(modules|runtime\/(objects|builtins|exceptions|protocols|imports))\//;
const HEAD_LINES = 20;

export function checkReferences(sources) {
  return sources
    .filter(({ path, generated }) => !generated && FOLLOWERS.test(path))
    .filter(({ text }) => !/CPython: /.test(text.split('\n', HEAD_LINES).join('\n')))
    .map(({ path }) => ({ file: `src/${path}`, line: 1, text: 'names no CPython source in its head comment' }));
}
