// An interpreter that was begun while a snapshot of the engine was made, and what it left on types that all interpreters share.
import type { Interpreter } from '../runtime/core/interpreter.ts';
import { objectType } from '../runtime/core/primitives.ts';
import type { PyType } from '../runtime/core/type.ts';

type SubclassEntry = readonly [base: PyType, subclass: WeakRef<PyType>];

export class Begun {
  readonly interp: Interpreter;
  readonly #classes: readonly SubclassEntry[];

  constructor(begin: () => Interpreter) {
    const others = new Set(subclassEntries().map(([, subclass]) => subclass));
    this.interp = begin();
    this.#classes = subclassEntries().filter(([, subclass]) => !others.has(subclass));
  }

  /** Takes its classes out of `__subclasses__()`: another interpreter is to be begun. */
  forget(): void {
    for (const [base, subclass] of this.#classes) base.subclasses.delete(subclass);
  }
}

function subclassEntries(): SubclassEntry[] {
  const entries: SubclassEntry[] = [];
  const seen = new Set<PyType>();
  const visit = (type: PyType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    for (const reference of type.subclasses) {
      entries.push([type, reference]);
      const subclass = reference.deref();
      if (subclass !== undefined) visit(subclass);
    }
  };
  visit(objectType);
  return entries;
}
