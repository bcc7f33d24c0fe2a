// The `builtins` module: functions and types by name. CPython: Python/bltinmodule.c
import { Ellipsis, None, NotImplemented } from '../core/object.ts';
import { boolType, floatType, intType, objectType, strType, typeType } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import { int, type Value } from '../core/value.ts';
import { exceptionTypes } from '../exceptions/exception.ts';
import { fn, inlined, type ModuleTable } from '../native/define.ts';
import { bytearrayType } from '../objects/bytearray/bytearray.ts';
import { bytesType } from '../objects/bytes/bytes.ts';
import { complexType } from '../objects/complex/complex.ts';
import { dictType } from '../objects/dict/dict.ts';
import { classMethodType, propertyType, staticMethodType } from '../objects/function/function.ts';
import { listType } from '../objects/list/list.ts';
import { memoryViewType } from '../objects/memoryview/memoryview.ts';
import { objectId } from '../objects/object/identity.ts';
import { rangeType } from '../objects/range/range.ts';
import { frozenSetType, setType } from '../objects/set/set.ts';
import { sliceType } from '../objects/slice/slice.ts';
import { superType } from '../objects/super/super.ts';
import { tupleType } from '../objects/tuple/tuple.ts';
import { isCallable } from '../protocols/call.ts';
import { hash } from '../protocols/hash.ts';
import { isSubclass, runIsInstance } from '../protocols/instance.ts';
import { asIndex, exactLength } from '../protocols/item.ts';
import { divmod } from '../protocols/number.ts';
import { ascii, format, repr } from '../protocols/text.ts';
import { intToPrefixed } from '../text/int-text.ts';
import { builtinAll, builtinAny } from './all.ts';
import { builtinAiter, builtinAnext } from './async-iter.ts';
import { builtinDelattr, builtinGetattr, builtinHasattr, builtinSetattr } from './attributes.ts';
import { builtinBreakpoint } from './breakpoint.ts';
import { builtinChr, builtinOrd } from './characters.ts';
import * as entries from './entries.ts';
import { enumerateType } from './enumerate.ts';
import { builtinCompile, builtinEval, builtinExec } from './evaluate.ts';
import { filterType } from './filter.ts';
import { builtinDir, builtinGlobals, builtinLocals, builtinVars } from './frame.ts';
import { builtinInput } from './input.ts';
import { builtinIter, builtinNext } from './iter.ts';
import { mapType } from './map.ts';
import { builtinMax, builtinMin } from './min-max.ts';
import { builtinAbs, builtinPow, builtinRound } from './numbers.ts';
import { builtinPrint } from './print.ts';
import { reversedType } from './reversed.ts';
import { builtinSorted } from './sorted.ts';
import { builtinSum } from './sum.ts';
import { zipType } from './zip.ts';

/** Every function of the module; each lives in a file of its own or is one line over a protocol. */
export const builtinFunctions: ModuleTable = {
  print: fn("(*args, sep=' ', end='\\n', file=None, flush=False)", builtinPrint),
  all: fn('($module, iterable, /)', builtinAll),
  any: fn('($module, iterable, /)', builtinAny),
  iter: fn('!($module, object, sentinel=<unrepresentable>, /)', builtinIter),
  next: fn('!($module, iterator, default=<unrepresentable>, /)', builtinNext),
  sorted: fn('($module, iterable, /, *, key=None, reverse=False)', builtinSorted, undefined, 'varargs'),
  sum: fn('($module, iterable, /, start=0)', builtinSum),
  min: fn('!($module, /, *args, key=None, default=<unrepresentable>)', builtinMin),
  max: fn('!($module, /, *args, key=None, default=<unrepresentable>)', builtinMax),
  len: inlined(
    fn('(obj, /)', (v: Value) => exactLength(v) as Value),
    entries.len,
  ),
  repr: inlined(fn('(obj, /)', repr), entries.repr),
  ascii: fn('(obj, /)', ascii),
  chr: inlined(fn('(i, /)', builtinChr), entries.chr),
  ord: inlined(fn('(character, /)', builtinOrd), entries.ord),
  bin: fn('(number, /)', (v: Value) => intToPrefixed(asIndex(v), 2)),
  oct: fn('(number, /)', (v: Value) => intToPrefixed(asIndex(v), 8)),
  hex: fn('(number, /)', (v: Value) => intToPrefixed(asIndex(v), 16)),
  format: fn("(value, format_spec='', /)", (v: Value, spec?: Value) => format(v, spec ?? '')),
  hash: inlined(
    fn('(obj, /)', (v: Value) => hash(v) as Value),
    entries.hash,
  ),
  id: inlined(
    fn('(obj, /)', (v: Value) => int(objectId(v))),
    entries.id,
  ),
  callable: inlined(
    fn('(obj, /)', (v: Value) => isCallable(v)),
    entries.callable,
  ),
  aiter: fn('($module, async_iterable, /)', builtinAiter),
  anext: fn('!($module, async_iterator, default=<unrepresentable>, /)', builtinAnext),
  breakpoint: fn('($module, /, *args, **kws)', builtinBreakpoint),
  isinstance: inlined(fn('(obj, class_or_tuple, /)', runIsInstance), entries.isinstance),
  getattr: inlined(fn('!(object, name, default=<unrepresentable>, /)', builtinGetattr), entries.getattr),
  hasattr: inlined(fn('(obj, name, /)', builtinHasattr), entries.hasattr),
  setattr: inlined(fn('(obj, name, value, /)', builtinSetattr), entries.setattr),
  delattr: fn('(obj, name, /)', builtinDelattr),
  abs: inlined(fn('(x, /)', builtinAbs), entries.abs),
  divmod: fn('(x, y, /)', divmod),
  pow: fn('(base, exp, mod=None)', builtinPow),
  round: fn('(number, ndigits=None)', builtinRound),
  globals: fn('()', builtinGlobals),
  locals: fn('()', builtinLocals),
  vars: fn('!(object=<unrepresentable>, /)', builtinVars),
  dir: fn('!(object=<unrepresentable>, /)', builtinDir),
  compile: fn(
    '(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)',
    builtinCompile,
  ),
  eval: fn('(source, /, globals=None, locals=None)', builtinEval),
  exec: fn('(source, /, globals=None, locals=None, *, closure=None)', builtinExec),
  input: fn("(prompt='', /)", builtinInput),
  issubclass: inlined(
    fn('(cls, class_or_tuple, /)', (v: Value, cls: Value) => isSubclass(v, cls)),
    entries.issubclass,
  ),
};

/** Types under their built-in names; exception types are added to them. */
export const builtinTypes: Readonly<Record<string, PyType>> = {
  object: objectType,
  type: typeType,
  int: intType,
  bool: boolType,
  float: floatType,
  complex: complexType,
  str: strType,
  bytes: bytesType,
  bytearray: bytearrayType,
  memoryview: memoryViewType,
  enumerate: enumerateType,
  zip: zipType,
  map: mapType,
  filter: filterType,
  reversed: reversedType,
  list: listType,
  tuple: tupleType,
  dict: dictType,
  set: setType,
  frozenset: frozenSetType,
  range: rangeType,
  slice: sliceType,
  super: superType,
  property: propertyType,
  staticmethod: staticMethodType,
  classmethod: classMethodType,
};

export function builtinValues(): Record<string, Value> {
  const values: Record<string, Value> = { None, Ellipsis, NotImplemented, True: true, False: false };
  for (const [name, type] of Object.entries(builtinTypes)) values[name] = type;
  for (const [name, type] of exceptionTypes) values[name] = type;
  values['EnvironmentError'] = values['OSError']!;
  values['IOError'] = values['OSError']!;
  return values;
}
