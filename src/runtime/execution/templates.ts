// t-strings (PEP 750). CPython: Objects/templateobject.c, interpolationobject.c
import { PyObject } from '../core/object.ts';
import { staticType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';

export class PyInterpolation extends PyObject {
  readonly value: Value;
  readonly expression: Value;
  readonly conversion: Value;
  readonly formatSpec: Value;
  constructor(value: Value, expression: Value, conversion: Value, formatSpec: Value) {
    super();
    this.value = value;
    this.expression = expression;
    this.conversion = conversion;
    this.formatSpec = formatSpec;
  }
}
export const interpolationType: PyType = staticType('Interpolation', PyInterpolation, { module: 'string.templatelib' });

export class PyTemplate extends PyObject {
  readonly strings: readonly Value[];
  readonly interpolations: readonly PyInterpolation[];
  constructor(strings: readonly Value[], interpolations: readonly PyInterpolation[]) {
    super();
    this.strings = strings;
    this.interpolations = interpolations;
  }
}
export const templateType: PyType = staticType('Template', PyTemplate, { module: 'string.templatelib' });

export function template(strings: Value[], fields: [Value, Value, Value, Value][]): PyTemplate {
  return new PyTemplate(
    strings,
    fields.map((field) => new PyInterpolation(...field)),
  );
}
