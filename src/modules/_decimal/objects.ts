// The Python objects of decimal: Decimal, Context, the flag mappings, and what an interpreter keeps for them.
// CPython: Modules/_decimal/_decimal.c (PyDecObject, PyDecContextObject, PyDecSignalDictObject)
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { newError, valueError } from '../../runtime/exceptions/errors.ts';
import type { IntValue } from '../../runtime/numeric/integers.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  DecContext,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FLOAT_OPERATION,
  INEXACT,
  INVALID_CONDITIONS,
  INVALID_CONTEXT,
  INVALID_OPERATION,
  OVERFLOW,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
} from './context.ts';
import { type Dec, ZERO } from './dec.ts';

export class PyDecimal extends PyObject {
  readonly value: Dec;
  constructor(value: Dec = ZERO) {
    super();
    this.value = value;
  }
}

export const decimalType: PyType = staticType('Decimal', PyDecimal, {
  module: 'decimal',
  subclassable: true,
});

/** A context: what operations compute in, and which conditions it has seen and raises. */
export class PyDecContext extends PyObject {
  readonly work: DecContext;
  status: number;
  traps: number;
  /** The limits as they were set: the working ones are doubles. */
  prec: IntValue;
  emin: IntValue;
  emax: IntValue;
  constructor(work: DecContext = new DecContext(28, ROUND_HALF_EVEN, -999999, 999999), traps: number = DEFAULT_TRAPS) {
    super();
    this.work = work;
    this.status = 0;
    this.traps = traps;
    this.prec = work.prec;
    this.emin = work.emin;
    this.emax = work.emax;
  }
}

const DEFAULT_TRAPS = INVALID_CONDITIONS | DIVISION_BY_ZERO | OVERFLOW;

export const contextType: PyType = staticType('Context', PyDecContext, {
  module: 'decimal',
  subclassable: true,
});

export function copyContext(self: PyDecContext): PyDecContext {
  const { work } = self;
  const copied = new DecContext(work.prec, work.rounding, work.emin, work.emax, work.clamp);
  copied.capitals = work.capitals;
  const copy = new PyDecContext(copied, self.traps);
  copy.status = self.status;
  copy.prec = self.prec;
  copy.emin = self.emin;
  copy.emax = self.emax;
  return copy;
}

/** The flags or the traps of a context, seen as a mapping from signal classes to truth values. */
export class PySignalDict extends PyObject {
  /** Undefined in a mapping that no context made. */
  owner: PyDecContext | undefined;
  which: 'status' | 'traps';
  constructor(owner?: PyDecContext, which: 'status' | 'traps' = 'status') {
    super();
    this.owner = owner;
    this.which = which;
  }

  get flags(): number {
    if (this.owner === undefined) throw valueError('invalid signal dict');
    return this.owner[this.which];
  }

  set flags(flags: number) {
    if (this.owner === undefined) throw valueError('invalid signal dict');
    this.owner[this.which] = flags;
  }
}

export const signalMixinType: PyType = staticType('SignalDictMixin', PySignalDict, {
  module: 'decimal',
  subclassable: true,
});

/** [name, flag bits, bases] of the signals in CPython's order. */
export const SIGNALS: readonly (readonly [name: string, flag: number])[] = [
  ['InvalidOperation', INVALID_CONDITIONS],
  ['FloatOperation', FLOAT_OPERATION],
  ['DivisionByZero', DIVISION_BY_ZERO],
  ['Overflow', OVERFLOW],
  ['Underflow', UNDERFLOW],
  ['Subnormal', SUBNORMAL],
  ['Inexact', INEXACT],
  ['Rounded', ROUNDED],
  ['Clamped', CLAMPED],
];

/** The conditions behind InvalidOperation. */
export const CONDITIONS: readonly (readonly [name: string, flag: number])[] = [
  ['InvalidOperation', INVALID_OPERATION],
  ['ConversionSyntax', CONVERSION_SYNTAX],
  ['DivisionImpossible', DIVISION_IMPOSSIBLE],
  ['DivisionUndefined', DIVISION_UNDEFINED],
  ['InvalidContext', INVALID_CONTEXT],
];

/** What an interpreter keeps: its exception classes, its contexts. */
export interface DecimalState {
  readonly errors: Map<string, PyType>;
  readonly signalDict: PyType;
  readonly decimalTuple: Value;
  readonly rational: Value;
  readonly templates: { defaults: PyDecContext; basic: PyDecContext; extended: PyDecContext };
  current: PyDecContext | undefined;
}

export const STATE: unique symbol = Symbol('decimal');

export function decimalState(): DecimalState {
  return state.interp.states.get(STATE) as DecimalState;
}

/** CPython: init_basic_context, init_extended_context, default_context_template */
export function makeTemplates(): DecimalState['templates'] {
  const basic = new PyDecContext(
    new DecContext(9, ROUND_HALF_UP, -999999, 999999),
    DEFAULT_TRAPS | CLAMPED | UNDERFLOW,
  );
  const extended = new PyDecContext(new DecContext(9, ROUND_HALF_EVEN, -999999, 999999), 0);
  return { defaults: new PyDecContext(), basic, extended };
}

/** The thread's context; made from the default one when first asked for. CPython: current_context */
export function currentContext(): PyDecContext {
  const own = decimalState();
  if (own.current === undefined) {
    own.current = copyContext(own.templates.defaults);
    own.current.status = 0;
  }
  return own.current;
}

/** Moves what an operation reported into the context's flags and raises what is trapped. CPython: dec_addstatus */
export function settle(context: PyDecContext): void {
  const { pending } = context.work;
  context.work.pending = 0;
  addStatus(context, pending);
}

export function addStatus(context: PyDecContext, status: number): void {
  context.status |= status;
  const trapped = context.traps & status;
  if (trapped === 0) return;
  const { errors } = decimalState();
  const [name] = SIGNALS.find(([, flag]) => (trapped & flag) !== 0)!;
  throw newError(errors.get(name)!, [new PyList(conditionClasses(trapped))]);
}

/** The classes of all conditions in `flags`, most specific ones for InvalidOperation. CPython: flags_as_list */
export function conditionClasses(flags: number): PyType[] {
  const { errors } = decimalState();
  return [...CONDITIONS, ...SIGNALS.slice(1)].filter(([, flag]) => flags & flag).map(([name]) => errors.get(name)!);
}

/** The classes of the signals in `flags`. CPython: signals_as_list */
export function signalClasses(flags: number): PyType[] {
  const { errors } = decimalState();
  return SIGNALS.filter(([, flag]) => flags & flag).map(([name]) => errors.get(name)!);
}

/** A Decimal of a result, after raising what the operation reported. */
export function finished(context: PyDecContext, value: Dec): PyDecimal {
  if (context.work.pending !== 0) settle(context);
  return new PyDecimal(value);
}
