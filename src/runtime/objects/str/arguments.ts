// What the str methods have in common: taking their arguments. CPython: Python/getargs.c (_PyArg_BadArgument), Objects/unicodeobject.c
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { type Raised, typeError } from '../../exceptions/errors.ts';
import { sliceText, type Text } from '../../text/text.ts';
import { isStr, type StrValue, strOf, textOfStr } from './str.ts';

/** The text of an argument that must be a str. `position` is '' for the only argument. */
export function textArgument(v: Value, name: string, position = ''): Text {
  if (typeof v === 'string') return v;
  if (isStr(v)) return textOfStr(v);
  throw badArgument(v, name, position);
}

/** CPython: _PyArg_BadArgument */
export function badArgument(v: Value, name: string, position: string, expected = 'str'): Raised {
  const given = v === None ? 'None' : typeOf(v).typeName;
  return typeError(`${name}() argument ${position === '' ? '' : `${position} `}must be ${expected}, not ${given}`);
}

/** Cuts a text at bounds, two numbers a piece. */
export function pieces(text: Text, bounds: readonly number[]): StrValue[] {
  const result: StrValue[] = [];
  for (let i = 0; i < bounds.length; i += 2) result.push(cut(text, bounds[i]!, bounds[i + 1]!));
  return result;
}

/** `text[start:end]` as a str value. */
export function cut(text: Text, start: number, end: number): StrValue {
  return typeof text === 'string' ? text.slice(start, end) : strOf(sliceText(text, start, end));
}
