// Layouts of what t-strings make (PEP 750). CPython: Objects/templateobject.c, interpolationobject.c
import { None, PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { type PyTuple, tuple } from '../tuple/tuple.ts';

const MODULE = 'string.templatelib';

export class PyInterpolation extends PyObject {
  readonly value: Value;
  readonly expression: Value;
  readonly conversion: Value;
  readonly formatSpec: Value;
  constructor(value: Value, expression: Value = '', conversion: Value = None, formatSpec: Value = '') {
    super();
    this.value = value;
    this.expression = expression;
    this.conversion = conversion;
    this.formatSpec = formatSpec;
  }
}
export const interpolationType: PyType = staticType('Interpolation', PyInterpolation, { module: MODULE });

/** One string more than there are interpolations. */
export class PyTemplate extends PyObject {
  readonly strings: PyTuple;
  readonly interpolations: PyTuple;
  constructor(strings: readonly Value[], interpolations: readonly Value[]) {
    super();
    this.strings = tuple(strings as Value[]);
    this.interpolations = tuple(interpolations as Value[]);
  }
}
export const templateType: PyType = staticType('Template', PyTemplate, { module: MODULE });

/** The strings that are not empty and the interpolations, as they stand. */
export class PyTemplateIterator extends PyObject {
  readonly template: PyTemplate;
  next = 0;
  constructor(template: PyTemplate) {
    super();
    this.template = template;
  }
  override iternext(): Value | undefined {
    const { strings, interpolations } = this.template;
    for (;;) {
      const at = this.next++;
      if (at >= strings.items.length + interpolations.items.length) return undefined;
      if (at % 2 === 1) return interpolations.items[at >> 1]!;
      if (strings.items[at >> 1] !== '') return strings.items[at >> 1]!;
    }
  }
}
export const templateIteratorType: PyType = staticType('TemplateIter', PyTemplateIterator, {
  module: MODULE,
  instantiable: false,
});
