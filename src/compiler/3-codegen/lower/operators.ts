// Operators: the int and raw-float case inline, everything else through a helper. The inline texts are the hot path of numeric code: each has
// its own type feedback, which a shared helper would mix. CPython: Python/codegen.c (codegen_visit_expr: BinOp, Compare, BoolOp, UnaryOp)
import type { HelperName } from '../../../contract/helpers.ts';
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Position } from '../../1-syntax/ast/position.ts';
import type { Body } from '../body.ts';
import { isAtom, isStable } from '../javascript.ts';

export const BINARY: Record<ast.operator, HelperName> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matmul',
  Div: 'truediv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitOr: 'or',
  BitXor: 'xor',
  BitAnd: 'and',
  FloorDiv: 'floordiv',
};
export const INPLACE: Record<ast.operator, HelperName> = {
  Add: 'iadd',
  Sub: 'isub',
  Mult: 'imul',
  MatMult: 'imatmul',
  Div: 'itruediv',
  Mod: 'imod',
  Pow: 'ipow',
  LShift: 'ilshift',
  RShift: 'irshift',
  BitOr: 'ior',
  BitXor: 'ixor',
  BitAnd: 'iand',
  FloorDiv: 'ifloordiv',
};

/** Operands as text that can be read several times: those that cannot are stored first. */
function operands(b: Body, left: string, right: string): { setup: string; a: string; c: string } {
  if (isStable(left) && isStable(right)) return { setup: '', a: left, c: right };
  if (isAtom(left) && isAtom(right)) return { setup: '', a: left, c: right };
  const setups: string[] = [];
  let a = left;
  if (!isStable(left)) {
    a = b.temp();
    setups.push(`${a}=${left}`);
  }
  let c = right;
  if (!isStable(right)) {
    c = b.temp();
    setups.push(`${c}=${right}`);
  }
  return { setup: `${setups.join(',')},`, a, c };
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text);
}
function isSmallInt(text: string): boolean {
  return /^-?\d{1,9}$/.test(text);
}

/** A literal that is no number. */
function isText(text: string): boolean {
  return text.startsWith('"');
}

/** A literal with a fraction: never an int. */
function isFraction(text: string): boolean {
  return isNumber(text) && !Number.isInteger(Number(text));
}

/** Each operand once. */
function distinct(a: string, c: string): string[] {
  return a === c ? [a] : [a, c];
}

function bothNumbers(a: string, c: string): string {
  const tests = distinct(a, c)
    .filter((text) => !isNumber(text))
    .map((text) => `typeof ${text}==='number'`);
  return tests.length === 0 ? 'true' : tests.join('&&');
}

function bothSmall(a: string, c: string): string {
  const tests = distinct(a, c)
    .filter((text) => !isSmallInt(text))
    .map((text) => `(${text}|0)===${text}`);
  return tests.length === 0 ? 'true' : tests.join('&&');
}

/** `left op right`; `table` chooses plain or in-place helpers. */
export function binary(b: Body, op: ast.operator, left: string, right: string, at: Position, table = BINARY): string {
  const { setup, a, c } = operands(b, left, right);
  const slow = `(${b.at(at)},${b.rt(table[op])}(${a},${c}))`;
  if (isText(a) || isText(c)) return setup === '' ? slow : `(${setup}${slow})`;
  const numbers = bothNumbers(a, c);
  switch (op) {
    case 'Add':
    case 'Sub': {
      const r = b.temp();
      const js = op === 'Add' ? '+' : '-';
      const operand = js === '-' && c.startsWith('-') ? `(${c})` : c;
      const small = isFraction(a) || isFraction(c) ? '' : `${bothSmall(a, c)}||`;
      return `(${setup}${numbers}&&(${r}=${a}${js}${operand},${small}!Number.isInteger(${r}))?${r}:${slow})`;
    }
    case 'Mult': {
      const r = b.temp();
      if (isFraction(a) || isFraction(c)) return `(${setup}${numbers}&&!Number.isInteger(${r}=${a}*${c})?${r}:${slow})`;
      // A factor this small keeps the product safe, and a positive one makes no negative zero.
      if (/^[1-9]\d{0,5}$/.test(c))
        return `(${setup}${numbers}&&(${r}=${a}*${c},${bothSmall(a, c)}||!Number.isInteger(${r}))?${r}:${slow})`;
      return `(${setup}${numbers}&&(${r}=${a}*${c},${bothSmall(a, c)}?${r}!==0&&${r}<=9007199254740991&&${r}>=-9007199254740991:!Number.isInteger(${r}))?${r}:${slow})`;
    }
    case 'Div': {
      const r = b.temp();
      return `(${setup}${numbers}&&${c}!==0&&!Number.isInteger(${r}=${a}/${c})?${r}:${slow})`;
    }
    case 'FloorDiv':
      return `(${setup}${numbers}&&${bothSmall(a, c)}&&${c}>0?Math.floor(${a}/${c}):${slow})`;
    case 'Mod':
      return `(${setup}${numbers}&&${bothSmall(a, c)}&&${a}>=0&&${c}>0?${a}%${c}:${slow})`;
    case 'BitAnd':
    case 'BitOr':
    case 'BitXor': {
      const js = { BitAnd: '&', BitOr: '|', BitXor: '^' }[op];
      return `(${setup}${numbers}&&${bothSmall(a, c)}?${a}${js}${c}:${slow})`;
    }
    case 'RShift':
      return `(${setup}${numbers}&&${bothSmall(a, c)}&&${c}>=0&&${c}<32?${a}>>${c}:${slow})`;
    case 'LShift': {
      const r = b.temp();
      return `(${setup}${numbers}&&${bothSmall(a, c)}&&${c}>=0&&${c}<22&&(${r}=${a}*(1<<${c}),true)?${r}:${slow})`;
    }
    default:
      return setup === '' ? slow : `(${setup}${slow})`;
  }
}

const RELATION: Partial<Record<ast.cmpop, { helper: HelperName; js: string }>> = {
  Lt: { helper: 'lt', js: '<' },
  LtE: { helper: 'le', js: '<=' },
  Gt: { helper: 'gt', js: '>' },
  GtE: { helper: 'ge', js: '>=' },
  Eq: { helper: 'eq', js: '===' },
  NotEq: { helper: 'ne', js: '!==' },
};

/** `left op right` as a Python value, or as a JS boolean when `asBoolean`. */
export function comparison(
  b: Body,
  op: ast.cmpop,
  left: string,
  right: string,
  at: Position,
  asBoolean: boolean,
): string {
  if (op === 'Is' || op === 'IsNot') return identity(op === 'Is', left, right);
  if (op === 'In' || op === 'NotIn') {
    const test = `${b.rt('contains')}(${left},${right})`;
    const { setup, a, c } = operands(b, left, right);
    if (setup === '') return `(${b.at(at)},${op === 'In' ? '' : '!'}${test})`;
    return `(${setup}${b.at(at)},${op === 'In' ? '' : '!'}${b.rt('contains')}(${a},${c}))`;
  }
  const { helper, js } = RELATION[op]!;
  const { setup, a, c } = operands(b, left, right);
  const call = `${b.rt(helper)}(${a},${c})`;
  const equality = op === 'Eq' || op === 'NotEq';
  const asked = equality ? `${b.rt(op === 'Eq' ? 'equals' : 'differs')}(${a},${c})` : `${b.rt('truth')}(${call})`;
  const slow = `(${b.at(at)},${asBoolean ? asked : call})`;
  if (equality && (a.startsWith('"') || c.startsWith('"'))) {
    const variable = a.startsWith('"') ? c : a;
    return `(${setup}typeof ${variable}==='string'?${a}${js}${c}:${slow})`;
  }
  return `(${setup}${bothNumbers(a, c)}?${a}${js}${c}:${slow})`;
}

/** Singletons compare by `===`; Object.is because NaN is itself. */
function identity(positive: boolean, left: string, right: string): string {
  const singleton = /^(?:\$None|\$Ellipsis|true|false)$/;
  if (singleton.test(left) || singleton.test(right)) return `(${left}${positive ? '===' : '!=='}${right})`;
  return `${positive ? '' : '!'}Object.is(${left},${right})`;
}

/** A JS boolean from a Python value. */
export function truth(b: Body, text: string, at: Position): string {
  if (text === 'true' || text === 'false') return text;
  const { first, again } = isAtom(text) ? { first: text, again: text } : b.hold(text);
  return `(${first}===true||${again}!==false&&(${b.at(at)},${b.rt('truth')}(${again})))`;
}

export function unary(b: Body, op: ast.unaryop, operand: string, at: Position): string {
  const helper = { Invert: 'invert', UAdd: 'pos', USub: 'neg', Not: 'not' }[op] as HelperName;
  if (op === 'USub') {
    if (isNumber(operand) && !operand.startsWith('-') && Number(operand) !== 0) return `-${operand}`;
    const { first, again } = isAtom(operand) ? { first: operand, again: operand } : b.hold(operand);
    return `(typeof ${first}==='number'&&${again}!==0?-(${again}):(${b.at(at)},${b.rt('neg')}(${again})))`;
  }
  return `${b.rt(helper)}(${operand === '' ? '' : withPosition(b, operand, at)})`;
}

/** The operand, with `$l` set after it has been evaluated. */
export function withPosition(b: Body, text: string, at: Position): string {
  if (isAtom(text)) return `(${b.at(at)},${text})`;
  const temp = b.temp();
  return `(${temp}=${text},${b.at(at)},${temp})`;
}
