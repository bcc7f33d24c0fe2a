// The _decimal module: what it makes per interpreter (exception classes, contexts) and its namespace.
// CPython: Modules/_decimal/_decimal.c (_decimal_exec)
import type { Interpreter } from '../../runtime/core/interpreter.ts';
import { typeType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { fn, installType } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUNDING_NAMES } from './context.ts';
import {
  contextManagerTable,
  contextManagerType,
  contextTable,
  getContext,
  ieeeContext,
  localContext,
  setContext,
} from './context-type.ts';
import { decimalTable } from './decimal-type.ts';
import { DOCS } from './generated/docs.ts';
import { contextType, type DecimalState, decimalType, makeTemplates, STATE, signalMixinType } from './objects.ts';
import { signalTable } from './signals.ts';

/** The exception classes: [name, bases], each base made before. */
const ERRORS: readonly (readonly [string, readonly string[]])[] = [
  ['DecimalException', ['ArithmeticError']],
  ['Clamped', ['DecimalException']],
  ['Rounded', ['DecimalException']],
  ['Inexact', ['DecimalException']],
  ['Subnormal', ['DecimalException']],
  ['Underflow', ['Inexact', 'Rounded', 'Subnormal']],
  ['Overflow', ['Inexact', 'Rounded']],
  ['DivisionByZero', ['DecimalException', 'ZeroDivisionError']],
  ['FloatOperation', ['DecimalException', 'TypeError']],
  ['InvalidOperation', ['DecimalException']],
  ['ConversionSyntax', ['InvalidOperation']],
  ['DivisionImpossible', ['InvalidOperation']],
  ['DivisionUndefined', ['InvalidOperation', 'ZeroDivisionError']],
  ['InvalidContext', ['InvalidOperation']],
];

/** `type(name, bases, {'__module__': module})`. */
function makeClass(name: string, bases: readonly Value[], module: string): PyType {
  const namespace = new PyDict();
  dictSet(namespace, '__module__', module);
  return call(typeType, name, new PyTuple(bases), namespace) as PyType;
}

function makeErrors(): Map<string, PyType> {
  const errors = new Map<string, PyType>();
  for (const [name, bases] of ERRORS) {
    const classes = bases.map((base) => errors.get(base) ?? exceptionNamed(base));
    errors.set(name, makeClass(name, classes, 'decimal'));
  }
  return errors;
}

/** Ties the types into the library: abstract base classes, the named tuple. */
function makeState(interp: Interpreter): DecimalState {
  const abc = interp.importModule('collections.abc');
  const numbers = interp.importModule('numbers');
  call(getAttr(getAttr(numbers, 'Number'), 'register'), decimalType);
  const mutableMapping = getAttr(abc, 'MutableMapping');
  const signalDict = call(
    (mutableMapping as PyType).cls,
    'SignalDict',
    new PyTuple([signalMixinType, mutableMapping]),
    new PyDict(),
  ) as PyType;
  const namedtuple = getAttr(interp.importModule('collections'), 'namedtuple');
  const decimalTuple = call(namedtuple, 'DecimalTuple', 'sign digits exponent');
  setAttr(decimalTuple, '__module__', 'decimal');
  return {
    errors: makeErrors(),
    signalDict,
    decimalTuple,
    rational: getAttr(numbers, 'Rational'),
    templates: makeTemplates(),
    current: undefined,
  };
}

function values(interp: Interpreter): Record<string, Value> {
  // A second import of the module shares the classes: Decimal itself is one for all.
  const own = (interp.states.get(STATE) as DecimalState | undefined) ?? makeState(interp);
  interp.states.set(STATE, own);
  const { defaults, basic, extended } = own.templates;
  return {
    DecimalTuple: own.decimalTuple,
    ...Object.fromEntries(own.errors),
    DefaultContext: defaults,
    HAVE_CONTEXTVAR: true,
    HAVE_THREADS: true,
    BasicContext: basic,
    ExtendedContext: extended,
    MAX_PREC: intFromBigInt(MAX_PREC),
    MAX_EMAX: intFromBigInt(MAX_EMAX),
    MIN_EMIN: intFromBigInt(MIN_EMIN),
    MIN_ETINY: intFromBigInt(MIN_ETINY),
    IEEE_CONTEXT_MAX_BITS: int(512),
    ...Object.fromEntries(ROUNDING_NAMES.map((name) => [name, name])),
    __version__: '1.70',
    __libmpdec_version__: '2.5.1',
  };
}

export const decimalModule: NativeModule = {
  name: '_decimal',
  doc: DOCS[''],
  functions: {
    getcontext: fn('($module, /)', getContext, DOCS['getcontext']),
    setcontext: fn('($module, context, /)', setContext, DOCS['setcontext'], 'o'),
    localcontext: fn('($module, /, ctx=None, **kwargs)', localContext, DOCS['localcontext']),
    IEEEContext: fn('($module, bits, /)', ieeeContext, DOCS['IEEEContext'], 'o'),
  },
  types: { Decimal: decimalType, Context: contextType },
  values,
  install: () => {
    installType(decimalType, decimalTable());
    installType(contextType, contextTable());
    installType(signalMixinType, signalTable());
    installType(contextManagerType, contextManagerTable());
  },
};
