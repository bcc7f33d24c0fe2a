// t-strings as emitted code makes them. CPython: Python/bytecodes.c (BUILD_TEMPLATE, BUILD_INTERPOLATION)
import type { Value } from '../core/value.ts';
import { PyInterpolation, PyTemplate } from '../objects/template/template.ts';

export function template(strings: Value[], fields: [Value, Value, Value, Value][]): PyTemplate {
  return new PyTemplate(
    strings,
    fields.map((field) => new PyInterpolation(...field)),
  );
}
