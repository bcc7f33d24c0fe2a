// The OverflowError of float operations, which carries C's errno. CPython: Objects/floatobject.c (float_pow, PyErr_SetFromErrno)
import { int } from '../../core/value.ts';
import { newError, type Raised } from '../../exceptions/errors.ts';
import { exceptionNamed } from '../../exceptions/exception.ts';

export function resultOutOfRange(): Raised {
  return newError(exceptionNamed('OverflowError'), [int(34), 'Numerical result out of range']);
}
