// How large instances are in CPython on 64-bit machines: `__basicsize__`, `__itemsize__`. CPython: tp_basicsize, tp_itemsize
import { type PyType, TypeFlags } from '../../core/type.ts';

const SIZES: ReadonlyMap<string, readonly [basic: number, item: number]> = new Map([
  ['object', [16, 0]],
  ['type', [936, 40]],
  ['int', [24, 4]],
  ['float', [24, 0]],
  ['complex', [32, 0]],
  ['str', [64, 0]],
  ['bytes', [33, 1]],
  ['bytearray', [56, 0]],
  ['memoryview', [144, 8]],
  ['tuple', [32, 8]],
  ['list', [40, 0]],
  ['dict', [48, 0]],
  ['set', [200, 0]],
  ['frozenset', [200, 0]],
  ['range', [48, 0]],
  ['slice', [40, 0]],
  ['function', [152, 0]],
  ['BaseException', [72, 0]],
]);

/** The sizes of the nearest built-in type among the bases. */
export function sizesOf(type: PyType): readonly [basic: number, item: number] {
  for (const base of type.mro) {
    const sizes = (base.flags & TypeFlags.HEAP) === 0 ? SIZES.get(base.typeName) : undefined;
    if (sizes !== undefined) return sizes;
  }
  return [16, 0];
}
