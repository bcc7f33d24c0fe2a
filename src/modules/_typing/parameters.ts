// TypeVar, ParamSpec, TypeVarTuple. CPython: Objects/typevarobject.c
import { None, NotImplemented, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import {
  getset,
  installType,
  member,
  method,
  type NativeSpec,
  type Property,
  slot,
} from '../../runtime/native/define.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { type PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { isTrue, richEquals } from '../../runtime/protocols/compare.ts';
import { iter, spread } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import {
  callTyping,
  cannotSubclass,
  Lazy,
  NoDefault,
  prepareDefault,
  setModule,
  typeName,
  unionWith,
  unpacked,
} from './layout.ts';

export interface Variance {
  covariant: boolean;
  contravariant: boolean;
  infer: boolean;
}
const NOTHING = new Lazy(undefined, undefined);

export class PyTypeParameter extends PyObject {
  readonly name: string;
  readonly variance: Variance;
  readonly bound: Lazy;
  readonly constraints: Lazy;
  readonly fallback: Lazy;
  constructor(name: string, variance: Variance, bound = NOTHING, constraints = NOTHING, fallback = NOTHING) {
    super();
    this.name = name;
    this.variance = variance;
    this.bound = bound;
    this.constraints = constraints;
    this.fallback = fallback;
  }
}
export class PyTypeVar extends PyTypeParameter {}
export class PyParamSpec extends PyTypeParameter {}
export class PyTypeVarTuple extends PyTypeParameter {}

/** `P.args` and `P.kwargs`. */
export class PyParamSpecPart extends PyObject {
  readonly origin: Value;
  constructor(origin: Value) {
    super();
    this.origin = origin;
  }
}
export class PyParamSpecArgs extends PyParamSpecPart {}
export class PyParamSpecKwargs extends PyParamSpecPart {}

const shared = { module: 'typing', hasDict: true, hasWeakref: true } as const;
export const typeVarType: PyType = staticType('TypeVar', PyTypeVar, shared);
export const paramSpecType: PyType = staticType('ParamSpec', PyParamSpec, shared);
export const typeVarTupleType: PyType = staticType('TypeVarTuple', PyTypeVarTuple, shared);
const part = { module: 'typing', hasWeakref: true } as const;
export const paramSpecArgsType: PyType = staticType('ParamSpecArgs', PyParamSpecArgs, part);
export const paramSpecKwargsType: PyType = staticType('ParamSpecKwargs', PyParamSpecKwargs, part);

export const PLAIN: Variance = { covariant: false, contravariant: false, infer: false };
export const INFERRED: Variance = { covariant: false, contravariant: false, infer: true };

function variance(covariant?: Value, contravariant?: Value, infer?: Value): Variance {
  const [co, contra, inferred] = [covariant, contravariant, infer].map((v) => v !== undefined && isTrue(v));
  if (co && contra) throw valueError('Bivariant types are not supported.');
  if (inferred && (co || contra)) throw valueError('Variance cannot be specified with infer_variance.');
  return { covariant: co!, contravariant: contra!, infer: inferred! };
}

function nameOf(v: Value): string {
  if (!isStr(v)) throw typeError(`argument 'name' must be str, not ${typeName(v)}`);
  return jsString(v);
}

function checkedBound(bound: Value | undefined): Lazy {
  if (bound === undefined || bound === None) return NOTHING;
  return new Lazy(callTyping('_type_check', bound, 'Bound must be a type.'), undefined);
}

const lazyDefault = (v: Value | undefined): Lazy =>
  v === undefined || v === NoDefault ? NOTHING : new Lazy(v, undefined);

function newTypeVar(
  _cls: PyType,
  name: Value,
  constraints: Value[],
  bound?: Value,
  fallback?: Value,
  covariant?: Value,
  contravariant?: Value,
  infer?: Value,
): Value {
  const kind = variance(covariant, contravariant, infer);
  const limit = checkedBound(bound);
  if (constraints.length === 1) throw typeError('A single constraint is not allowed');
  if (constraints.length > 0 && limit.present) throw typeError('Constraints cannot be combined with bound=...');
  const checked = constraints.map((c) =>
    callTyping('_type_check', c, 'TypeVar(name, constraint, ...): constraints must be types.'),
  );
  const among = checked.length === 0 ? NOTHING : new Lazy(tuple(checked), undefined);
  const self = new PyTypeVar(nameOf(name), kind, limit, among, lazyDefault(fallback));
  setModule(self);
  return self;
}

function repr(self: PyTypeParameter): Value {
  const { infer, covariant, contravariant } = self.variance;
  if (infer || self instanceof PyTypeVarTuple) return self.name;
  return `${covariant ? '+' : contravariant ? '-' : '~'}${self.name}`;
}

const or: NativeSpec = slot('($self, value, /)', (a: Value, b: Value) => unionWith(a, b));
const ror: NativeSpec = slot('($self, value, /)', (a: Value, b: Value) => unionWith(b, a));

const commonMethods: Record<string, NativeSpec> = {
  __repr__: slot('($self, /)', repr),
  has_default: method('($self, /)', (self: PyTypeParameter) => self.fallback.present),
  __reduce__: method('($self, /)', (self: PyTypeParameter) => self.name),
};
const commonProperties: Record<string, Property> = {
  __name__: member((self: PyTypeParameter) => self.name),
  __default__: getset((self: PyTypeParameter) => self.fallback.get() ?? NoDefault),
  evaluate_default: getset((self: PyTypeParameter) => self.fallback.evaluator()),
};
const varianceProperties: Record<string, Property> = {
  __covariant__: member((self: PyTypeParameter) => self.variance.covariant),
  __contravariant__: member((self: PyTypeParameter) => self.variance.contravariant),
  __infer_variance__: member((self: PyTypeParameter) => self.variance.infer),
};

function installTypeVar(): void {
  installType(typeVarType, {
    doc: 'Type variable.',
    new: method(
      '($type, name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)',
      newTypeVar,
    ),
    signature: '',
    methods: {
      ...commonMethods,
      __or__: or,
      __ror__: ror,
      __typing_subst__: method('($self, arg, /)', (self: Value, arg: Value) => callTyping('_typevar_subst', self, arg)),
      __typing_prepare_subst__: method('($self, alias, args, /)', (self: PyTypeParameter, alias: Value, args: Value) =>
        prepareDefault(self, alias, args, self.fallback.get() ?? NoDefault),
      ),
      __mro_entries__: cannotSubclass('TypeVar'),
    },
    properties: {
      ...commonProperties,
      ...varianceProperties,
      __bound__: getset((self: PyTypeParameter) => self.bound.get() ?? None),
      __constraints__: getset((self: PyTypeParameter) => self.constraints.get() ?? tuple([])),
      evaluate_bound: getset((self: PyTypeParameter) => self.bound.evaluator()),
      evaluate_constraints: getset((self: PyTypeParameter) => self.constraints.evaluator()),
    },
  });
}

function newParamSpec(
  _cls: PyType,
  name: Value,
  bound?: Value,
  fallback?: Value,
  covariant?: Value,
  contravariant?: Value,
  infer?: Value,
): Value {
  const kind = variance(covariant, contravariant, infer);
  const self = new PyParamSpec(nameOf(name), kind, checkedBound(bound), NOTHING, lazyDefault(fallback));
  setModule(self);
  return self;
}

function installParamSpec(): void {
  installType(paramSpecType, {
    doc: 'Parameter specification variable.',
    new: method(
      '($type, name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)',
      newParamSpec,
    ),
    signature: '',
    methods: {
      ...commonMethods,
      __or__: or,
      __ror__: ror,
      __typing_subst__: method('($self, arg, /)', (self: Value, arg: Value) =>
        callTyping('_paramspec_subst', self, arg),
      ),
      __typing_prepare_subst__: method('($self, alias, args, /)', (self: Value, alias: Value, args: Value) =>
        callTyping('_paramspec_prepare_subst', self, alias, args),
      ),
      __mro_entries__: cannotSubclass('ParamSpec'),
    },
    properties: {
      ...commonProperties,
      ...varianceProperties,
      __bound__: member((self: PyTypeParameter) => self.bound.get() ?? None),
      args: getset((self: Value) => new PyParamSpecArgs(self)),
      kwargs: getset((self: Value) => new PyParamSpecKwargs(self)),
    },
  });
}

function installTypeVarTuple(): void {
  installType(typeVarTupleType, {
    doc: 'Type variable tuple.',
    new: method('($type, name, *, default=typing.NoDefault)', (_cls: PyType, name: Value, fallback?: Value) => {
      const self = new PyTypeVarTuple(nameOf(name), PLAIN, NOTHING, NOTHING, lazyDefault(fallback));
      setModule(self);
      return self;
    }),
    signature: '',
    methods: {
      ...commonMethods,
      __iter__: slot('($self, /)', (self: Value) => iter(tuple([unpacked(self)]))),
      __typing_subst__: method('($self, arg, /)', () => {
        throw typeError('Substitution of bare TypeVarTuple is not supported');
      }),
      __typing_prepare_subst__: method('($self, alias, args, /)', (self: Value, alias: Value, args: Value) =>
        callTyping('_typevartuple_prepare_subst', self, alias, args),
      ),
      __mro_entries__: cannotSubclass('TypeVarTuple'),
    },
    properties: commonProperties,
  });
}

function installParts(): void {
  for (const [type, Layout, suffix] of [
    [paramSpecArgsType, PyParamSpecArgs, 'args'],
    [paramSpecKwargsType, PyParamSpecKwargs, 'kwargs'],
  ] as const) {
    const same = (a: PyParamSpecPart, b: Value): Value =>
      b instanceof Layout ? richEquals(a.origin, b.origin) : NotImplemented;
    installType(type, {
      signature: '',
      new: method('($type, origin)', (_cls: PyType, origin: Value) => new Layout(origin)),
      methods: {
        __repr__: slot('($self, /)', (self: PyParamSpecPart) => {
          const { origin } = self;
          return `${origin instanceof PyTypeParameter ? origin.name : reprForMessage(origin)}.${suffix}`;
        }),
        __eq__: slot('($self, value, /)', same),
        __mro_entries__: cannotSubclass(type.typeName),
      },
      properties: { __origin__: member((self: PyParamSpecPart) => self.origin) },
      attributes: { __hash__: None },
    });
  }
}

export function installParameters(): void {
  installTypeVar();
  installParamSpec();
  installTypeVarTuple();
  installParts();
}

/** Type variable tuples of an alias's parameters, unpacked as subscripts want them. */
export function flattened(params: PyTuple): PyTuple {
  if (!params.items.some((p) => p instanceof PyTypeVarTuple)) return params;
  return tuple(params.items.flatMap((p) => (p instanceof PyTypeVarTuple ? spread(p) : [p])));
}
