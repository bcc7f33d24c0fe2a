// Name classes on which compiler and runtime must agree.

/** `__name__`: emitted code reaches such globals through helpers, since prototypes carry attributes of that kind. */
export function isDunder(name: string): boolean {
  return name.length > 4 && name.startsWith('__') && name.endsWith('__');
}
