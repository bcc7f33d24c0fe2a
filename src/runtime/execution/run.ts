// Running a code unit: instantiate its JavaScript for a globals namespace, then call it. CPython: PyEval_EvalCode

import type { CodeUnit, Constant } from '../../contract/unit.ts';
import { FORMAT_VERSION } from '../../contract/version.ts';
import { Ellipsis, None, type PyObject } from '../core/object.ts';
import { float, type PyStr } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import { intFromBigInt, type Value } from '../core/value.ts';
import { systemError } from '../exceptions/errors.ts';
import { bytes } from '../objects/bytes/bytes.ts';
import { PyCode } from '../objects/code/code.ts';
import { complex } from '../objects/complex/complex.ts';
import { frozenSetOf } from '../objects/set/make.ts';
import { strOfPoints } from '../objects/str/str.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { newScriptUrl, noteRun } from './frames.ts';
import { helpers } from './helpers.ts';
import { functionFromCode } from './instantiate.ts';
import { visibleBuiltins } from './namespace.ts';

type Factory = (...parts: unknown[]) => (locals?: Value) => Value;

/** A unit with what every run of it shares: code objects, constants, the compiled factory. */
export interface LoadedUnit {
  readonly unit: CodeUnit;
  readonly codes: readonly PyCode[];
  readonly constants: readonly Value[];
  factory: Factory | undefined;
  /** The script's URL, once it is evaluated. */
  url: string;
  /** The same code made anew so that its top-level names live in a mapping beside the globals; not there for code read from a cache. */
  withLocals: (() => LoadedUnit) | undefined;
}

export function loadUnit(unit: CodeUnit): LoadedUnit {
  if (unit.format !== FORMAT_VERSION) throw systemError(`code unit format ${unit.format} is not ${FORMAT_VERSION}`);
  const codes = unit.codes.map((_, i) => new PyCode(unit, i));
  for (const code of codes) if (code.info.doc !== undefined) code.doc = constantValue(code.info.doc);
  const loaded: LoadedUnit = {
    unit,
    codes,
    constants: unit.constants.map(constantValue),
    factory: undefined,
    url: '',
    withLocals: undefined,
  };
  for (const code of codes) {
    code.loaded = loaded;
    code.siblings = codes;
    code.makeFunction = functionFromCode;
  }
  return loaded;
}

/** Runs a unit's top level in a namespace; `locals` is for a unit made by `withLocals`. */
export function runUnit(loaded: LoadedUnit, globals: PyObject, locals?: Value): Value {
  if (loaded.factory === undefined) {
    // A kept script is called what it was when it was kept.
    loaded.url = loaded.unit.script?.key ?? newScriptUrl(loaded.unit.filename);
    loaded.factory = state.interp.evaluate(loaded.unit, loaded.url) as Factory;
  }
  noteRun(loaded.url, loaded, globals);
  const main = loaded.factory(
    helpers,
    globals,
    visibleBuiltins(globals),
    loaded.constants,
    loaded.codes,
    state,
    state.pending,
  );
  return main(locals);
}

function constantValue(constant: Constant): Value {
  switch (constant.type) {
    case 'None':
      return None;
    case 'Ellipsis':
      return Ellipsis;
    case 'bool':
      return constant.value;
    case 'int':
      return intFromBigInt(BigInt(constant.value));
    case 'float':
      return float(Number(constant.value));
    case 'complex':
      return complex(constant.real === undefined ? 0 : Number(constant.real), Number(constant.imag));
    case 'str':
      return constant.points === undefined ? constant.value : (strOfPoints(constant.points) as string | PyStr);
    case 'bytes':
      return bytes(Uint8Array.from(constant.value));
    case 'tuple':
      return tuple(constant.items.map(constantValue));
    case 'frozenset':
      return frozenSetOf(constant.items.map(constantValue));
  }
}
