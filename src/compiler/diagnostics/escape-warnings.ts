// The one wording of "invalid escape sequence" warnings, which the tokenizer and the string decoder share.
// CPython: Parser/tokenizer/helpers.c _PyTokenizer_warn_invalid_escape_sequence, string_parser.c
// warn_invalid_escape_sequence.

/** `escape` is what follows the backslash: one character, or three octal digits. */
export function invalidEscapeMessage(escape: string): string {
  const octal = escape.length === 3 ? 'octal ' : '';
  return (
    `"\\${escape}" is an invalid ${octal}escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${escape}"? A raw string is also an option.`
  );
}

/** What a SyntaxError made from such a warning says. */
export function invalidEscapeError(escape: string): string {
  const octal = escape.length === 3 ? 'octal ' : '';
  return `"\\${escape}" is an invalid ${octal}escape sequence. Did you mean "\\\\${escape}"? A raw string is also an option.`;
}
