// Constant expressions: what an operation on constants gives, where working it out now is safe and small. Code generation
// asks for it, as CPython's peephole pass over its flow graph does; the tree itself is left alone. Whatever could raise,
// grow or round in a way only the runtime settles is not folded. CPython: Python/flowgraph.c fold_const_binop and its
// const_folding_safe_* limits.
import type * as ast from '../1-syntax/ast/nodes.ts';

const MAX_INT_BITS = 128;
const MAX_STR_SIZE = 4096;
const MAX_COLLECTION_SIZE = 256;

type Constant = ast.ConstantValue;
type Int = { type: 'int'; value: number | bigint };
type Float = { type: 'float'; value: number };

/** The value of a constant expression, or undefined when it is none or must be left to run time. */
export function foldConstant(node: ast.expr): Constant | undefined {
  switch (node.nodeType) {
    case 'Constant':
      return node.value;
    case 'UnaryOp':
      return foldUnary(node);
    case 'BinOp':
      return foldChain(node);
    case 'Tuple':
      return node.ctx === 'Load' ? foldTuple(node.elts) : undefined;
    default:
      return undefined;
  }
}

function foldTuple(elts: readonly ast.expr[]): Constant | undefined {
  const items: Constant[] = [];
  for (const element of elts) {
    const value = foldConstant(element);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return { type: 'tuple', items };
}

function foldUnary(node: ast.UnaryOp): Constant | undefined {
  const operand = foldConstant(node.operand);
  if (operand === undefined) return undefined;
  if (node.op === 'Not') return { type: 'bool', value: !isTrue(operand) };
  if (operand.type === 'bool' && node.op === 'Invert') return undefined; // deprecated: it warns when it runs
  return applyUnary(node.op, asNumber(operand));
}

function applyUnary(op: 'UAdd' | 'USub' | 'Invert', operand: Constant | undefined): Constant | undefined {
  switch (operand?.type) {
    case 'int':
      if (op === 'UAdd') return operand;
      return int(op === 'USub' ? -BigInt(operand.value) : ~BigInt(operand.value));
    case 'float':
      if (op === 'Invert') return undefined;
      return op === 'UAdd' ? operand : { type: 'float', value: -operand.value };
    case 'complex':
      if (op === 'Invert') return undefined;
      return op === 'UAdd' ? operand : { type: 'complex', real: -(operand.real ?? 0), imag: -operand.imag };
    default:
      return undefined;
  }
}

/** Truth of a constant. */
export function isTrue(constant: Constant): boolean {
  switch (constant.type) {
    case 'None':
      return false;
    case 'Ellipsis':
      return true;
    case 'bool':
      return constant.value;
    case 'int':
    case 'float':
      return Number(constant.value) !== 0;
    case 'complex':
      return constant.imag !== 0 || (constant.real ?? 0) !== 0;
    case 'str':
    case 'bytes':
      return constant.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return constant.items.length > 0;
  }
}

/** Folds a chain that leans to the left without recursing into it. */
function foldChain(node: ast.BinOp): Constant | undefined {
  const chain: ast.BinOp[] = [];
  let first: ast.expr = node;
  for (; first.nodeType === 'BinOp'; first = first.left) chain.push(first);
  let value = foldConstant(first);
  for (let i = chain.length - 1; i >= 0 && value !== undefined; i--) {
    const right = foldConstant(chain[i]!.right);
    value = right === undefined ? undefined : foldBinary(value, chain[i]!.op, right);
  }
  return value;
}

function foldBinary(left: Constant, op: ast.operator, right: Constant): Constant | undefined {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a?.type === 'int' && b?.type === 'int') {
    if (left.type === 'bool' && right.type === 'bool' && BOOL_OPERATORS.has(op)) return undefined;
    return foldInts(a, op, b);
  }
  if (a?.type === 'complex' || b?.type === 'complex') return foldComplex(a, op, b);
  if (a !== undefined && b !== undefined) return foldFloats(toFloat(a), op, toFloat(b));
  if (op === 'Add') return concatenate(left, right);
  if (op !== 'Mult') return undefined;
  if (b?.type === 'int') return repeat(left, Number(b.value));
  return a?.type === 'int' ? repeat(right, Number(a.value)) : undefined;
}

/** These give a bool for two bools: the runtime's business. */
const BOOL_OPERATORS: ReadonlySet<ast.operator> = new Set(['BitAnd', 'BitOr', 'BitXor']);

type NumberConstant = Int | Float | ast.ComplexConstant;

/** Numbers as they count in arithmetic: a bool is an int there. */
function asNumber(constant: Constant): NumberConstant | undefined {
  if (constant.type === 'bool') return { type: 'int', value: constant.value ? 1 : 0 };
  return constant.type === 'int' || constant.type === 'float' || constant.type === 'complex' ? constant : undefined;
}

function int(value: bigint): Int {
  const number = Number(value);
  return { type: 'int', value: Number.isSafeInteger(number) ? number : value };
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

function foldInts(left: Int, op: ast.operator, right: Int): Constant | undefined {
  const a = BigInt(left.value);
  const b = BigInt(right.value);
  switch (op) {
    case 'Add':
      return int(a + b);
    case 'Sub':
      return int(a - b);
    case 'Mult':
      return a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_BITS ? undefined : int(a * b);
    case 'FloorDiv':
      return b === 0n ? undefined : int(floorDivide(a, b));
    case 'Mod':
      return b === 0n ? undefined : int(a - floorDivide(a, b) * b);
    case 'Div':
      return divideInts(left.value, right.value);
    case 'Pow':
      return powerOfInts(a, b);
    case 'LShift':
      if (b < 0n || (a !== 0n && (b > 128n || BigInt(bitLength(a)) + b > 128n))) return undefined;
      return int(a << b);
    case 'RShift':
      return b < 0n ? undefined : int(b > 100_000n ? (a < 0n ? -1n : 0n) : a >> b);
    case 'BitAnd':
      return int(a & b);
    case 'BitOr':
      return int(a | b);
    case 'BitXor':
      return int(a ^ b);
    default:
      return undefined;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Both are exact doubles here, so one division rounds as CPython's does. */
function divideInts(a: number | bigint, b: number | bigint): Constant | undefined {
  if (typeof a === 'bigint' || typeof b === 'bigint' || b === 0) return undefined;
  return { type: 'float', value: a / b };
}

function powerOfInts(a: bigint, b: bigint): Constant | undefined {
  if (b < 0n || b > BigInt(MAX_INT_BITS)) return undefined;
  if (a !== 0n && b > 0n && BigInt(bitLength(a)) * b > BigInt(MAX_INT_BITS)) return undefined;
  return int(a ** b);
}

function toFloat(number: Int | Float): number | undefined {
  const value = Number(number.value);
  return Number.isFinite(value) || number.type === 'float' ? value : undefined;
}

/** `%`, `//` and `**` of floats are for the runtime, which has CPython's rounding. */
function foldFloats(a: number | undefined, op: ast.operator, b: number | undefined): Constant | undefined {
  if (a === undefined || b === undefined) return undefined;
  switch (op) {
    case 'Add':
      return { type: 'float', value: a + b };
    case 'Sub':
      return { type: 'float', value: a - b };
    case 'Mult':
      return { type: 'float', value: a * b };
    case 'Div':
      return b === 0 ? undefined : { type: 'float', value: a / b };
    default:
      return undefined;
  }
}

/** Sums and differences only; a real operand has no imaginary part at all (not a zero one). */
function foldComplex(
  left: NumberConstant | undefined,
  op: ast.operator,
  right: NumberConstant | undefined,
): Constant | undefined {
  if (left === undefined || right === undefined || (op !== 'Add' && op !== 'Sub')) return undefined;
  const sign = op === 'Add' ? 1 : -1;
  const leftReal = realPart(left);
  const rightReal = realPart(right);
  if (leftReal === undefined || rightReal === undefined) return undefined;
  const real = op === 'Add' ? leftReal + rightReal : leftReal - rightReal;
  if (left.type !== 'complex') return { type: 'complex', real, imag: sign * (right as ast.ComplexConstant).imag };
  if (right.type !== 'complex') return { type: 'complex', real, imag: left.imag };
  return { type: 'complex', real, imag: op === 'Add' ? left.imag + right.imag : left.imag - right.imag };
}

function realPart(number: NumberConstant): number | undefined {
  return number.type === 'complex' ? (number.real ?? 0) : toFloat(number);
}

function concatenate(left: Constant, right: Constant): Constant | undefined {
  if (left.type === 'str' && right.type === 'str') return joinStrings([left, right]);
  if (left.type === 'bytes' && right.type === 'bytes') return joinBytes([left.value, right.value]);
  if (left.type === 'tuple' && right.type === 'tuple') return { type: 'tuple', items: [...left.items, ...right.items] };
  return undefined;
}

function repeat(sequence: Constant, times: number): Constant | undefined {
  const isCollection = sequence.type === 'tuple';
  if (!isCollection && sequence.type !== 'str' && sequence.type !== 'bytes') return undefined;
  const size = isCollection ? sequence.items.length : sequence.value.length;
  if (size === 0) return sequence;
  if (times < 0 || size * times > (isCollection ? MAX_COLLECTION_SIZE : MAX_STR_SIZE)) return undefined;
  switch (sequence.type) {
    case 'str':
      return joinStrings(new Array<ast.StrConstant>(times).fill(sequence));
    case 'bytes':
      return joinBytes(new Array<Uint8Array>(times).fill(sequence.value));
    case 'tuple':
      return { type: 'tuple', items: new Array<readonly Constant[]>(times).fill(sequence.items).flat() };
  }
}

function joinStrings(parts: readonly ast.StrConstant[]): Constant {
  const value = parts.map((part) => part.value).join('');
  if (parts.every((part) => part.codePoints === undefined)) return { type: 'str', value };
  const codePoints = parts.flatMap((part) => part.codePoints ?? Array.from(part.value, (char) => char.codePointAt(0)!));
  return { type: 'str', value, codePoints };
}

function joinBytes(parts: readonly Uint8Array[]): Constant {
  const value = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    value.set(part, at);
    at += part.length;
  }
  return { type: 'bytes', value };
}
