// Values of `Constant` nodes, described without runtime objects so the compiler stays independent of them.

export interface NoneConstant {
  type: 'None';
}
export interface EllipsisConstant {
  type: 'Ellipsis';
}
export interface BoolConstant {
  type: 'bool';
  value: boolean;
}
/** `value` is a number when it is a safe integer, else a bigint. */
export interface IntConstant {
  type: 'int';
  value: number | bigint;
}
export interface FloatConstant {
  type: 'float';
  value: number;
}
/** A complex literal has no real part; only a folded or hand-made constant carries `real`. */
export interface ComplexConstant {
  type: 'complex';
  imag: number;
  real?: number;
}
/**
 * `codePoints` is there when `value` holds any surrogate code unit: two escapes that spell a surrogate pair are two
 * characters to Python but would read as one astral character in `value`.
 */
export interface StrConstant {
  type: 'str';
  value: string;
  codePoints?: number[];
}
export interface BytesConstant {
  type: 'bytes';
  value: Uint8Array;
}
/** Never made by the parser: constant folding or `ast.Constant` only. */
export interface TupleConstant {
  type: 'tuple';
  items: ConstantValue[];
}
/** Never made by the parser: constant folding or `ast.Constant` only. */
export interface FrozensetConstant {
  type: 'frozenset';
  items: ConstantValue[];
}

export type ConstantValue =
  | NoneConstant
  | EllipsisConstant
  | BoolConstant
  | IntConstant
  | FloatConstant
  | ComplexConstant
  | StrConstant
  | BytesConstant
  | TupleConstant
  | FrozensetConstant;
