// Binary operators by precedence climbing, unary operators, power and await.
// CPython: Grammar/python.gram, "Bitwise operators" to "Primary elements".
import * as ast from '../ast/nodes.ts';
import { KW, T, type Token } from '../tokenizer/token.ts';
import { parseAtom } from './atoms.ts';
import type { Parser } from './parser.ts';
import { parseTrailers } from './primary.ts';

interface BinaryOperator {
  readonly op: ast.operator;
  /** 1 binds least. */
  readonly precedence: number;
}

const BINARY_OPERATORS: readonly [type: number, op: ast.operator, precedence: number][] = [
  [T.VBAR, 'BitOr', 1],
  [T.CIRCUMFLEX, 'BitXor', 2],
  [T.AMPER, 'BitAnd', 3],
  [T.LEFTSHIFT, 'LShift', 4],
  [T.RIGHTSHIFT, 'RShift', 4],
  [T.PLUS, 'Add', 5],
  [T.MINUS, 'Sub', 5],
  [T.STAR, 'Mult', 6],
  [T.SLASH, 'Div', 6],
  [T.DOUBLESLASH, 'FloorDiv', 6],
  [T.PERCENT, 'Mod', 6],
  [T.AT, 'MatMult', 6],
];

const PRECEDENCE = new Uint8Array(KW.YIELD + 1);
const OPERATOR: (BinaryOperator | undefined)[] = new Array(T.AT + 1).fill(undefined);
for (const [type, op, precedence] of BINARY_OPERATORS) {
  PRECEDENCE[type] = precedence;
  OPERATOR[type] = { op, precedence };
}

/** `bitwise_or`: everything built from binary operators. */
export function parseBitwiseOr(p: Parser): ast.expr {
  const start = p.token;
  const left = parseFactor(p);
  return PRECEDENCE[p.type]! > 0 ? parseBinaryRest(p, start, left, 1) : left;
}

/** Applies operators of at least the given precedence to `left`; chains of equal operators loop, they do not recurse. */
function parseBinaryRest(p: Parser, start: Token, left: ast.expr, least: number): ast.expr {
  for (;;) {
    const precedence = PRECEDENCE[p.type]!;
    if (precedence === 0 || precedence < least) return left;
    const { op } = OPERATOR[p.type]!;
    p.advance();
    const rightStart = p.token;
    let right = parseFactor(p);
    if (PRECEDENCE[p.type]! > precedence) right = parseBinaryRest(p, rightStart, right, precedence + 1);
    if (op === 'MatMult') p.checkVersion(5, "The '@' operator is");
    left = ast.BinOp(left, op, right, p.span(start));
  }
}

/** `factor`: unary operators and power. */
function parseFactor(p: Parser): ast.expr {
  const { type } = p;
  return type === T.MINUS || type === T.PLUS || type === T.TILDE ? parseUnary(p) : parsePower(p);
}

function parseUnary(p: Parser): ast.expr {
  const operators: Token[] = [];
  for (; unaryOperator(p.type) !== undefined; p.enter(1)) operators.push(p.advance());
  let operand = parsePower(p);
  p.leave(operators.length);
  for (let i = operators.length - 1; i >= 0; i--) {
    const token = operators[i]!;
    operand = ast.UnaryOp(unaryOperator(token.type)!, operand, p.span(token));
  }
  return operand;
}

function unaryOperator(type: number): ast.unaryop | undefined {
  switch (type) {
    case T.MINUS:
      return 'USub';
    case T.PLUS:
      return 'UAdd';
    case T.TILDE:
      return 'Invert';
    default:
      return undefined;
  }
}

function parsePower(p: Parser): ast.expr {
  const start = p.token;
  const base = p.type === KW.AWAIT ? parseAwait(p) : parseTrailers(p, start, parseAtom(p));
  if (p.type !== T.DOUBLESTAR) return base;
  p.enter(2);
  p.advance();
  const exponent = parseFactor(p);
  p.leave(2);
  return ast.BinOp(base, 'Pow', exponent, p.span(start));
}

function parseAwait(p: Parser): ast.expr {
  const start = p.advance();
  const value = parseTrailers(p, p.token, parseAtom(p));
  p.checkVersion(5, 'Await expressions are');
  return ast.Await(value, p.span(start));
}
