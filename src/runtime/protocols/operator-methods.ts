// Where the operators find their special methods: by names written out, since the engine finds a property by a computed name several
// times slower. CPython: Objects/abstract.c (NB_SLOT)
import type { Slots } from '../core/object.ts';
import type { Entry } from '../core/value.ts';

type Lookup = (slots: Slots) => Entry | undefined;

/** The methods of one operator, as prototypes have them. */
export interface OperatorMethods {
  readonly symbol: string;
  readonly plain: Lookup;
  readonly reflected: Lookup;
  readonly inplace: Lookup;
}

type Names = Record<`m$__${'' | 'r' | 'i'}${string}__`, Entry | undefined>;
const operator = (
  symbol: string,
  plain: (slots: Names) => Entry | undefined,
  reflected: (slots: Names) => Entry | undefined,
  inplace: (slots: Names) => Entry | undefined,
): OperatorMethods => ({ symbol, plain, reflected, inplace }) as unknown as OperatorMethods;

export const ADD: OperatorMethods = operator(
  '+',
  (slots) => slots.m$__add__,
  (slots) => slots.m$__radd__,
  (slots) => slots.m$__iadd__,
);
export const SUB: OperatorMethods = operator(
  '-',
  (slots) => slots.m$__sub__,
  (slots) => slots.m$__rsub__,
  (slots) => slots.m$__isub__,
);
export const MUL: OperatorMethods = operator(
  '*',
  (slots) => slots.m$__mul__,
  (slots) => slots.m$__rmul__,
  (slots) => slots.m$__imul__,
);
export const TRUEDIV: OperatorMethods = operator(
  '/',
  (slots) => slots.m$__truediv__,
  (slots) => slots.m$__rtruediv__,
  (slots) => slots.m$__itruediv__,
);
export const MATMUL: OperatorMethods = operator(
  '@',
  (slots) => slots.m$__matmul__,
  (slots) => slots.m$__rmatmul__,
  (slots) => slots.m$__imatmul__,
);
export const FLOORDIV: OperatorMethods = operator(
  '//',
  (slots) => slots.m$__floordiv__,
  (slots) => slots.m$__rfloordiv__,
  (slots) => slots.m$__ifloordiv__,
);
export const MOD: OperatorMethods = operator(
  '%',
  (slots) => slots.m$__mod__,
  (slots) => slots.m$__rmod__,
  (slots) => slots.m$__imod__,
);
export const LSHIFT: OperatorMethods = operator(
  '<<',
  (slots) => slots.m$__lshift__,
  (slots) => slots.m$__rlshift__,
  (slots) => slots.m$__ilshift__,
);
export const RSHIFT: OperatorMethods = operator(
  '>>',
  (slots) => slots.m$__rshift__,
  (slots) => slots.m$__rrshift__,
  (slots) => slots.m$__irshift__,
);
export const AND: OperatorMethods = operator(
  '&',
  (slots) => slots.m$__and__,
  (slots) => slots.m$__rand__,
  (slots) => slots.m$__iand__,
);
export const OR: OperatorMethods = operator(
  '|',
  (slots) => slots.m$__or__,
  (slots) => slots.m$__ror__,
  (slots) => slots.m$__ior__,
);
export const XOR: OperatorMethods = operator(
  '^',
  (slots) => slots.m$__xor__,
  (slots) => slots.m$__rxor__,
  (slots) => slots.m$__ixor__,
);
export const POW: OperatorMethods = operator(
  '**',
  (slots) => slots.m$__pow__,
  (slots) => slots.m$__rpow__,
  (slots) => slots.m$__ipow__,
);
export const DIVMOD: OperatorMethods = operator(
  'divmod()',
  (slots) => slots.m$__divmod__,
  (slots) => slots.m$__rdivmod__,
  () => undefined,
);
