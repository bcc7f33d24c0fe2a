// memoryview.cast: the same memory seen as other items or in other dimensions. CPython: Objects/memoryobject.c (memory_cast)
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { intValue } from '../int/int.ts';
import { PyList } from '../list/list.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { formatLetter, ITEM_SIZES } from './item.ts';
import {
  checkReleased,
  contiguousStrides,
  isContiguous,
  itemCount,
  type PyMemoryView,
  viewWith,
} from './memoryview.ts';

const MAX_DIMENSIONS = 64;

export function memoryCast(view: PyMemoryView, format: Value, shape?: Value): Value {
  checkReleased(view);
  if (!isStr(format)) {
    throw typeError(`cast() argument 'format' must be str, not ${format === None ? 'None' : typeOf(format).typeName}`);
  }
  if (!isContiguous(view)) throw typeError('memoryview: casts are restricted to C-contiguous views');
  if ((shape !== undefined || view.ndim !== 1) && view.shape.includes(0)) {
    throw typeError('memoryview: cannot cast view with zeros in shape or strides');
  }
  const sizes = shape === undefined ? undefined : shapeItems(view, shape);
  const name = jsString(format);
  const itemsize = castItemSize(view, name);
  const bytes = view.count * view.itemsize;
  if (bytes % itemsize !== 0) throw typeError('memoryview: length is not a multiple of itemsize');
  const dimensions = sizes === undefined ? [bytes / itemsize] : dimensionsOf(sizes);
  if (itemCount(dimensions) * itemsize !== bytes) {
    throw typeError('memoryview: product(shape) * itemsize != buffer size');
  }
  return viewWith(view, {
    format: name,
    itemsize,
    shape: dimensions,
    strides: contiguousStrides(dimensions, itemsize),
    offset: view.offset,
  });
}

function shapeItems(view: PyMemoryView, shape: Value): readonly Value[] {
  if (!(shape instanceof PyList || shape instanceof PyTuple)) throw typeError('shape must be a list or a tuple');
  const { items } = shape;
  if (items.length > MAX_DIMENSIONS) {
    throw valueError(`memoryview: number of dimensions must not exceed ${MAX_DIMENSIONS}`);
  }
  if (view.ndim !== 1 && items.length !== 1) throw typeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  return items;
}

/** CPython: cast_to_1D */
function castItemSize(view: PyMemoryView, name: string): number {
  const source = formatLetter(view.format);
  if (source === undefined) {
    throw valueError(
      "memoryview: source format must be a native single character format prefixed with an optional '@'",
    );
  }
  const target = formatLetter(name);
  if (target === undefined) {
    throw valueError(
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!isByte(source) && !isByte(target)) throw typeError('memoryview: cannot cast between two non-byte formats');
  return ITEM_SIZES[target]!;
}

function isByte(letter: string): boolean {
  return letter === 'b' || letter === 'B' || letter === 'c';
}

/** CPython: copy_shape */
function dimensionsOf(items: readonly Value[]): number[] {
  return items.map((item) => {
    const size = intValue(item);
    if (size === undefined) throw typeError('memoryview.cast(): elements of shape must be integers');
    if (size <= 0) throw valueError('memoryview.cast(): elements of shape must be integers > 0');
    if (size > Number.MAX_SAFE_INTEGER) throw valueError('memoryview.cast(): product(shape) > SSIZE_MAX');
    return Number(size);
  });
}
