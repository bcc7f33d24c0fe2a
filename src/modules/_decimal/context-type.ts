// The methods of Context, and the context manager of `localcontext`. CPython: Modules/_decimal/_decimal.c (context_methods)
import { None, PyObject } from '../../runtime/core/object.ts';
import { PyStr, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { type PyType, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { attributeError, overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import {
  getset,
  type Implementation,
  method,
  type NativeSpec,
  slot,
  type TypeTable,
} from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { genericSetAttr } from '../../runtime/protocols/attribute.ts';
import { intValue, isFloat, isInt } from '../../runtime/protocols/real.ts';
import * as arithmetic from './arithmetic.ts';
import {
  DecContext,
  FLOAT_OPERATION,
  finishDec,
  INVALID_CONDITIONS,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  ROUND_HALF_EVEN,
  ROUNDING_NAMES,
} from './context.ts';
import {
  contextArgument,
  decFromFloat,
  decFromObject,
  decFromSequence,
  requiredOperand,
  roundingOf,
  strictText,
} from './convert.ts';
import { type Dec, QUIET_NAN, ZERO } from './dec.ts';
import { asInt, BINARY, type Binary, divmodPair, PREDICATES, RADIX, UNARY, type Unary } from './decimal-type.ts';
import { divide } from './division.ts';
import { DOCS } from './generated/docs.ts';
import {
  addStatus,
  copyContext,
  currentContext,
  decimalState,
  finished,
  PyDecContext,
  PyDecimal,
  type PySignalDict,
  SIGNALS,
  signalClasses,
} from './objects.ts';
import * as operations from './operations.ts';
import { flagsArgument, flagsOfList, notSignalDict } from './signals.ts';
import { decFromInt, decToString, parseRounded } from './text.ts';
import { power, powerModulo } from './transcendental.ts';

// Attributes

/** An index-sized int argument. CPython: PyLong_AsSsize_t */
function ssize(v: Value): bigint {
  if (!isInt(v)) throw typeError('an integer is required');
  const value = BigInt(intValue(v));
  if (BigInt.asIntN(64, value) !== value) throw overflowError('Python int too large to convert to C ssize_t');
  return value;
}

const toInt = (value: bigint): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

function setPrec(self: PyDecContext, v: Value): void {
  const value = ssize(v);
  if (value < 1n || value > MAX_PREC) throw valueError('valid range for prec is [1, MAX_PREC]');
  self.prec = toInt(value);
  self.work.prec = Number(value);
}

function setEmin(self: PyDecContext, v: Value): void {
  const value = ssize(v);
  if (value < MIN_EMIN || value > 0n) throw valueError('valid range for Emin is [MIN_EMIN, 0]');
  self.emin = toInt(value);
  self.work.emin = Number(value);
}

function setEmax(self: PyDecContext, v: Value): void {
  const value = ssize(v);
  if (value < 0n || value > MAX_EMAX) throw valueError('valid range for Emax is [0, MAX_EMAX]');
  self.emax = toInt(value);
  self.work.emax = Number(value);
}

function bit(v: Value, name: string): number {
  const value = ssize(v);
  if (value !== 0n && value !== 1n) throw valueError(`valid values for ${name} are 0 or 1`);
  return Number(value);
}

type Setter = (self: PyDecContext, v: Value) => void;

const SETTERS: Readonly<Record<string, Setter>> = {
  prec: setPrec,
  rounding: (self, v) => {
    self.work.rounding = roundingOf(v);
  },
  Emin: setEmin,
  Emax: setEmax,
  capitals: (self, v) => {
    self.work.capitals = bit(v, 'capitals');
  },
  clamp: (self, v) => {
    self.work.clamp = bit(v, 'clamp');
  },
  flags: (self, v) => {
    self.status = v instanceof PyList ? flagsOfList(v) : flagsArgument(v);
  },
  traps: (self, v) => {
    self.traps = v instanceof PyList ? flagsOfList(v) : flagsArgument(v);
  },
};

function attribute(name: string, get: (self: PyDecContext) => Value) {
  const assign = (self: PyDecContext, v: Value | undefined): void => {
    if (v === undefined) throw attributeError('context attributes cannot be deleted');
    // Lists are for the constructor only.
    if (v instanceof PyList && (name === 'flags' || name === 'traps')) throw notSignalDict();
    SETTERS[name]!(self, v);
  };
  return getset(get, assign, DOCS[`Context.${name}`]);
}

const PROPERTIES = {
  prec: attribute('prec', (self) => asInt(self.prec)),
  Emax: attribute('Emax', (self) => asInt(self.emax)),
  Emin: attribute('Emin', (self) => asInt(self.emin)),
  rounding: attribute('rounding', (self) => ROUNDING_NAMES[self.work.rounding]!),
  capitals: attribute('capitals', (self) => int(self.work.capitals)),
  clamp: attribute('clamp', (self) => int(self.work.clamp)),
  flags: attribute('flags', (self) => signalDict(self, 'status')),
  traps: attribute('traps', (self) => signalDict(self, 'traps')),
};

/** CPython: context_setattr */
function contextSetattr(self: PyDecContext, name: Value, value: Value): Value {
  if (!isStr(name)) throw typeError(`attribute name must be string, not '${typeOf(name).typeName}'`);
  const key = jsString(name);
  const type = typeOf(self);
  if (!type.hasDict && typeLookup(type, key) === undefined) {
    throw attributeError(`'${type.typeName}' object has no attribute '${key}'`, self, name);
  }
  genericSetAttr(self, key, value);
  return None;
}

function contextDelattr(): Value {
  throw attributeError('context attributes cannot be deleted');
}

function signalDict(owner: PyDecContext, which: 'status' | 'traps'): Value {
  const Layout = decimalState().signalDict.Instance as unknown as new (
    owner: PyDecContext,
    which: 'status' | 'traps',
  ) => PySignalDict;
  return new Layout(owner, which);
}

function contextNew(cls: PyType): Value {
  const context = new (cls.Instance as unknown as new () => PyDecContext)();
  return adopt(context, decimalState()?.templates.defaults);
}

/** Takes over another context's settings, not its flags. */
function adopt(context: PyDecContext, from: PyDecContext | undefined): PyDecContext {
  if (from === undefined) return context;
  Object.assign(context.work, copyContext(from).work);
  context.prec = from.prec;
  context.emin = from.emin;
  context.emax = from.emax;
  context.traps = from.traps;
  return context;
}

/** `__init__`: arguments in this order, None meaning the default. */
const PARAMETERS = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'];

function contextInit(self: PyDecContext, ...settings: (Value | undefined)[]): Value {
  PARAMETERS.forEach((name, i) => {
    const value = settings[i];
    if (value !== undefined && value !== None) SETTERS[name]!(self, value);
  });
  return None;
}

/** [flag, name] in the order of CPython's status bits. */
const BY_BIT = [...SIGNALS].sort(([, a], [, b]) => order(a) - order(b));

function order(flag: number): number {
  return flag === INVALID_CONDITIONS ? 2 : flag;
}

function contextRepr(self: PyDecContext): Value {
  const { work } = self;
  const names = (flags: number): string =>
    BY_BIT.filter(([, flag]) => flags & flag)
      .map(([name]) => name)
      .join(', ');
  return (
    `Context(prec=${self.prec}, rounding=${ROUNDING_NAMES[work.rounding]}, Emin=${self.emin}, Emax=${self.emax}, ` +
    `capitals=${work.capitals}, clamp=${work.clamp}, flags=[${names(self.status)}], traps=[${names(self.traps)}])`
  );
}

function contextReduce(self: PyDecContext): Value {
  const { work } = self;
  const settings = [
    asInt(self.prec),
    ROUNDING_NAMES[work.rounding]!,
    asInt(self.emin),
    asInt(self.emax),
    int(work.capitals),
    int(work.clamp),
    new PyList(signalClasses(self.status)),
    new PyList(signalClasses(self.traps)),
  ];
  return new PyTuple([typeOf(self), new PyTuple(settings)]);
}

// Operations

function unary(run: Unary): Implementation {
  return (self: PyDecContext, x: Value) => {
    const a = requiredOperand(x);
    return finished(self, run(self.work, a));
  };
}

function binary(run: Binary): Implementation {
  return (self: PyDecContext, x: Value, y: Value) => {
    const a = requiredOperand(x);
    const b = requiredOperand(y);
    return finished(self, run(self.work, a, b));
  };
}

function contextPower(self: PyDecContext, a: Value, b: Value, modulo?: Value): Value {
  const base = requiredOperand(a);
  const exponent = requiredOperand(b);
  if (modulo === undefined || modulo === None) return finished(self, power(self.work, base, exponent));
  return finished(self, powerModulo(self.work, base, exponent, requiredOperand(modulo)));
}

function contextFma(self: PyDecContext, x: Value, y: Value, z: Value): Value {
  const [a, b, c] = [requiredOperand(x), requiredOperand(y), requiredOperand(z)];
  return finished(self, arithmetic.fusedMultiplyAdd(self.work, a, b, c));
}

/** CPython: PyDec_FromObject */
function createDecimal(self: PyDecContext, num?: Value): Value {
  if (num === undefined) return new PyDecimal(ZERO);
  if (isStr(num)) return finished(self, parseRounded(self.work, strictText(num)));
  if (num instanceof PyDecimal) return createFromDecimal(self, num);
  if (num instanceof PyTuple || num instanceof PyList) {
    return finished(self, finishDec(self.work, decFromSequence(num.items)));
  }
  if (isFloat(num)) {
    addStatus(self, FLOAT_OPERATION);
    return finished(self, finishDec(self.work, decFromFloat(num)));
  }
  return finished(self, finishDec(self.work, decFromObject(num, self)));
}

/** A NaN whose payload does not fit is a syntax error. */
function createFromDecimal(self: PyDecContext, num: PyDecimal): Value {
  const { value } = num;
  if (value.kind >= QUIET_NAN) {
    const text = decToString(value, false, true);
    return finished(self, parseRounded(self.work, text));
  }
  return finished(self, finishDec(self.work, value));
}

function createFromFloat(self: PyDecContext, f: Value): Value {
  if (isInt(f)) return finished(self, finishDec(self.work, decFromInt(intValue(f))));
  if (!isFloat(f)) throw typeError('argument must be int or float');
  return finished(self, finishDec(self.work, decFromFloat(f)));
}

function contextCanonical(_self: PyDecContext, x: Value): Value {
  if (!(x instanceof PyDecimal)) throw typeError('argument must be a Decimal');
  return x;
}

function methods(): Record<string, NativeSpec> {
  const table: Record<string, NativeSpec> = {};
  const add = (name: string, signature: string, run: Implementation): void => {
    const single = signature === '($self, x, /)' || signature === '($self, f, /)';
    table[name] = method(signature, run, DOCS[`Context.${name}`], single ? 'o' : undefined);
  };
  const unaries: Record<string, Unary> = {
    ...UNARY,
    abs: arithmetic.absolute,
    minus: arithmetic.minus,
    plus: arithmetic.plus,
    to_integral: (ctx, a) => arithmetic.toIntegral(ctx, a, false),
    to_integral_value: (ctx, a) => arithmetic.toIntegral(ctx, a, false),
    to_integral_exact: (ctx, a) => arithmetic.toIntegral(ctx, a, true),
    _apply: finishDec,
    copy_abs: (_ctx, a) => a.withSign(0),
    copy_decimal: (_ctx, a) => a,
    copy_negate: (_ctx, a) => a.withSign(a.sign === 0 ? 1 : 0),
  };
  const binaries: Record<string, Binary> = {
    ...BINARY,
    add: arithmetic.add,
    subtract: arithmetic.subtract,
    multiply: arithmetic.multiply,
    divide: divide,
    divide_int: arithmetic.divideToInteger,
    remainder: arithmetic.remainder,
    quantize: arithmetic.quantize,
  };
  for (const [name, run] of Object.entries(unaries)) add(name, '($self, x, /)', unary(run));
  for (const [name, run] of Object.entries(binaries)) add(name, '($self, x, y, /)', binary(run));
  for (const [name, run] of Object.entries(PREDICATES)) {
    add(name, '($self, x, /)', (_self: PyDecContext, x: Value) => run(requiredOperand(x)));
  }
  add('is_canonical', '($self, x, /)', (self: PyDecContext, x: Value) => {
    contextCanonical(self, x);
    return true;
  });
  const ask = (run: (ctx: DecContext, a: Dec) => Value) => (self: PyDecContext, x: Value) =>
    run(self.work, requiredOperand(x));
  add('is_normal', '($self, x, /)', ask(operations.isNormal));
  add('is_subnormal', '($self, x, /)', ask(operations.isSubnormal));
  add('number_class', '($self, x, /)', ask(operations.numberClass));
  add(
    'to_sci_string',
    '($self, x, /)',
    ask((ctx, a) => decToString(a, false, ctx.capitals === 1)),
  );
  add(
    'to_eng_string',
    '($self, x, /)',
    ask((ctx, a) => decToString(a, true, ctx.capitals === 1)),
  );
  add('same_quantum', '($self, x, y, /)', (_self: PyDecContext, x: Value, y: Value) =>
    operations.sameQuantum(requiredOperand(x), requiredOperand(y)),
  );
  add('divmod', '($self, x, y, /)', (self: PyDecContext, x: Value, y: Value) =>
    divmodPair(self, requiredOperand(x), requiredOperand(y)),
  );
  add('power', '($self, /, a, b, modulo=None)', contextPower);
  add('fma', '($self, x, y, z, /)', contextFma);
  add('canonical', '($self, x, /)', contextCanonical);
  add('Etiny', '($self, /)', (self: PyDecContext) => asInt(toInt(BigInt(self.emin) - BigInt(self.prec) + 1n)));
  add('Etop', '($self, /)', (self: PyDecContext) => asInt(toInt(BigInt(self.emax) - BigInt(self.prec) + 1n)));
  add('radix', '($self, /)', () => new PyDecimal(RADIX));
  add('clear_flags', '($self, /)', (self: PyDecContext) => {
    self.status = 0;
    return None;
  });
  add('clear_traps', '($self, /)', (self: PyDecContext) => {
    self.traps = 0;
    return None;
  });
  add('__copy__', '($self, /)', copyContext);
  add('copy', '($self, /)', copyContext);
  add('__reduce__', '($self, /)', contextReduce);
  add('create_decimal', '($self, num="0", /)', createDecimal);
  add('create_decimal_from_float', '($self, f, /)', createFromFloat);
  return table;
}

export const contextTable: () => TypeTable = () => ({
  doc: DOCS['Context'],
  new: method('($type, *args, **kwargs)', contextNew),
  methods: {
    __init__: slot(
      '($self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
      contextInit,
      DOCS['Context.__init__'],
    ),
    __repr__: slot('($self, /)', contextRepr),
    __setattr__: slot('($self, name, value, /)', contextSetattr),
    __delattr__: slot('($self, name, /)', contextDelattr),
    ...methods(),
  },
  properties: PROPERTIES,
});

// Module functions

export function getContext(): Value {
  return currentContext();
}

/** The templates must not change under everyone: setting one sets a copy. CPython: PyDec_SetCurrentContext */
export function setContext(context: Value): Value {
  if (!(context instanceof PyDecContext)) throw typeError('argument must be a context');
  const own = decimalState();
  const { defaults, basic, extended } = own.templates;
  if (context === defaults || context === basic || context === extended) {
    own.current = copyContext(context);
    own.current.status = 0;
  } else own.current = context;
  return None;
}

class PyContextManager extends PyObject {
  readonly local: PyDecContext;
  readonly outer: PyDecContext;
  constructor(local: PyDecContext, outer: PyDecContext) {
    super();
    this.local = local;
    this.outer = outer;
  }
}

export const contextManagerType: PyType = staticType('ContextManager', PyContextManager, {
  module: 'decimal',
  instantiable: false,
});

export const contextManagerTable: () => TypeTable = () => ({
  methods: {
    __enter__: method('($self, /)', (self: PyContextManager) => {
      setContext(self.local);
      return self.local;
    }),
    __exit__: method('($self, /, *args)', (self: PyContextManager) => {
      setContext(self.outer);
      return false;
    }),
  },
});

export function localContext(ctx?: Value, settings?: PyDict): Value {
  const outer = currentContext();
  const from = ctx === undefined ? outer : contextArgument(ctx);
  const local = copyContext(from);
  for (const [key, value] of dictEntries(settings ?? new PyDict())) {
    const name = key instanceof PyStr ? key.value : (key as string);
    if (!PARAMETERS.includes(name)) throw typeError(`this function got an unexpected keyword argument '${name}'`);
    if (value !== None) SETTERS[name]!(local, value);
  }
  return new PyContextManager(local, outer);
}

/** The context of an IEEE interchange format. CPython: mpd_ieee_context */
export function ieeeContext(bits: Value): Value {
  const value = ssize(bits);
  if (value <= 0n || value > 512n || value % 32n !== 0n) {
    throw valueError('argument must be a multiple of 32, with a maximum of 512');
  }
  const size = Number(value);
  const prec = 9 * (size / 32) - 2;
  const emax = 3 * 2 ** (size / 16 + 3);
  return new PyDecContext(new DecContext(prec, ROUND_HALF_EVEN, 1 - emax, emax, 1), 0);
}
