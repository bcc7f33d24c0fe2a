// Constructors for the errors natives raise. Signatures are settled; the bodies move onto the real exception objects with the core.
// Usage at the site: `throw valueError('math domain error')`.

/** What `throw` carries: becomes the Python exception object. */
export type Raised = object;

export function valueError(message: string): Raised {
  return { kind: 'ValueError', message };
}

export function typeError(message: string): Raised {
  return { kind: 'TypeError', message };
}

export function overflowError(message: string): Raised {
  return { kind: 'OverflowError', message };
}

export function zeroDivisionError(message: string): Raised {
  return { kind: 'ZeroDivisionError', message };
}

export function indexError(message: string): Raised {
  return { kind: 'IndexError', message };
}

export function memoryError(message = ''): Raised {
  return { kind: 'MemoryError', message };
}
