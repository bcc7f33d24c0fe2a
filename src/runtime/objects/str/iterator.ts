// The str iterator: one code point a step. CPython: Objects/unicodeobject.c (unicode_ascii_iterator, unicodeiter)
import { PyObject } from '../../core/object.ts';
import { type PyStr, staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { strOfPoint } from './str.ts';

export class PyStrIterator extends PyObject {
  text: string | PyStr | undefined;
  index: number;
  constructor(text: string | PyStr) {
    super();
    this.text = text;
    this.index = 0;
  }
  override iternext(): Value | undefined {
    const text = this.text;
    if (text === undefined) return undefined;
    if (typeof text === 'string') {
      if (this.index < text.length) return text[this.index++]!;
    } else if (text.codePoints === undefined) {
      if (this.index < text.value.length) return text.value[this.index++]!;
    } else if (this.index < text.codePoints.length) return strOfPoint(text.codePoints[this.index++]!);
    this.text = undefined;
    return undefined;
  }
}
export const strIteratorType: PyType = staticType('str_iterator', PyStrIterator, { instantiable: false });
