// Line and position tables of code objects, and copies with changes. There is no bytecode: an "instruction" is an entry of the unit's position
// table. CPython: Objects/codeobject.c (code_linesiterator, code_replace_impl)
import { int, type Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import type { PyDict } from '../dict/dict.ts';
import { dictEntries } from '../dict/table.ts';
import { intValue } from '../int/int.ts';
import { PyCallableIterator } from '../list/iterator.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { PyCode } from './code.ts';

function iterate(items: readonly Value[]): Value {
  let i = 0;
  return new PyCallableIterator(() => items[i++]);
}

/** `co_positions()`: (lineno, end_lineno, col, end_col) by index, so that `tb_lasti // 2` picks the right one. */
export function codePositions(code: PyCode): Value {
  const { positions } = code.unit;
  const items: Value[] = [];
  for (let at = 0; at < positions.length; at += 4) items.push(tuple(positions.slice(at, at + 4).map(int)));
  if (items.length > 0) items[0] = tuple([int(code.info.firstlineno), int(code.info.firstlineno), int(0), int(0)]);
  return iterate(items);
}

/** `co_lines()`: (start, end, lineno) over the same indices. */
export function codeLines(code: PyCode): Value {
  const { positions } = code.unit;
  const { firstPosition, lastPosition } = code.info;
  const items: Value[] = [tuple([int(0), int(2), int(code.info.firstlineno)])];
  for (let i = Math.max(1, firstPosition); i <= lastPosition; i++)
    items.push(tuple([int(i * 2), int(i * 2 + 2), int(positions[i * 4]!)]));
  return iterate(items);
}

const NUMBERS: Record<string, 'argcount' | 'posonlyargcount' | 'kwonlyargcount' | 'flags'> = {
  co_argcount: 'argcount',
  co_posonlyargcount: 'posonlyargcount',
  co_kwonlyargcount: 'kwonlyargcount',
  co_flags: 'flags',
};
const TEXTS: Record<string, 'name' | 'qualname' | 'filename'> = {
  co_name: 'name',
  co_qualname: 'qualname',
  co_filename: 'filename',
};
const IGNORED = new Set([
  'co_code',
  'co_linetable',
  'co_exceptiontable',
  'co_stacksize',
  'co_nlocals',
  'co_consts',
  'co_names',
]);

/** `code.replace(co_name=...)`. What is compiled into the JavaScript (constants, names, instructions) cannot be replaced. */
export function copyCode(code: PyCode, changes: PyDict): Value {
  const copy = new PyCode(code.unit, code.index);
  Object.assign(copy, code, { serial: undefined });
  for (const [key, value] of dictEntries(changes)) apply(copy, String(key), value);
  return copy;
}

function apply(copy: PyCode, key: string, value: Value): void {
  const number = Object.hasOwn(NUMBERS, key) ? NUMBERS[key] : undefined;
  const text = Object.hasOwn(TEXTS, key) ? TEXTS[key] : undefined;
  if (number !== undefined) copy[number] = Number(intValue(value));
  else if (text !== undefined && isStr(value)) copy[text] = jsString(value);
  else if (key === 'co_firstlineno') copy.info = { ...copy.info, firstlineno: Number(intValue(value)) };
  else if (key === 'co_varnames' && value instanceof PyTuple) copy.varnames = value.items.map(String);
  else if (!IGNORED.has(key) && key !== 'co_freevars' && key !== 'co_cellvars') {
    throw typeError(`replace() got an unexpected keyword argument '${key}'`);
  }
}
