// The layout of complex. CPython: Include/cpython/complexobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';

export class PyComplex extends PyObject {
  readonly real: number;
  readonly imag: number;
  constructor(real = 0, imag = 0) {
    super();
    this.real = real;
    this.imag = imag;
  }
}
export const complexType: PyType = staticType('complex', PyComplex, { subclassable: true });

export function complex(real: number, imag: number): PyComplex {
  return new PyComplex(real, imag);
}
