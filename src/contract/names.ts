// Name classes on which compiler and runtime must agree.

/** `__name__`: emitted code reaches such globals through helpers, since prototypes carry attributes of that kind. */
export function isDunder(name: string): boolean {
  return name.length > 4 && name.startsWith('__') && name.endsWith('__');
}

/** A Python identifier in characters of plain JavaScript ones. */
export function encodeName(name: string): string {
  if (/^[A-Za-z0-9_]+$/.test(name)) return name;
  let text = '';
  for (const c of name) {
    const code = c.codePointAt(0)!;
    text += /[A-Za-z0-9_]/.test(c) ? c : `$u${code.toString(16)}_`;
  }
  return text;
}

/** The field of a generator that holds its Python variable `name`. */
export function fieldName(name: string): string {
  return `v$${encodeName(name)}`;
}
