// The natives of typing, and what PEP 695 syntax makes. CPython: Modules/_typingmodule.c, Objects/typevarobject.c
import type { TypingPort } from '../../runtime/core/interpreter.ts';
import type { Value } from '../../runtime/core/value.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { unionType } from '../../runtime/objects/union/union.ts';
import { genericType, installAliases, PyTypeAlias, typeAliasType } from './alias.ts';
import { installShared, Lazy, NoDefault, setModule } from './layout.ts';
import {
  INFERRED,
  installParameters,
  PLAIN,
  PyParamSpec,
  type PyTypeParameter,
  PyTypeVar,
  PyTypeVarTuple,
  paramSpecArgsType,
  paramSpecKwargsType,
  paramSpecType,
  typeVarTupleType,
  typeVarType,
} from './parameters.ts';

const NOTHING = new Lazy(undefined, undefined);
const lazy = (evaluate: Value | undefined): Lazy => (evaluate === undefined ? NOTHING : new Lazy(undefined, evaluate));

/** What `def f[T: int = str]` and `type A[T] = ...` call. */
const port: TypingPort = {
  typeParameter(kind, name, boundKind, bound, value, globals) {
    const fallback = lazy(value);
    const limit = boundKind === 'bound' ? lazy(bound) : NOTHING;
    const among = boundKind === 'constraints' ? lazy(bound) : NOTHING;
    let parameter: PyTypeParameter;
    if (kind === 'TypeVar') parameter = new PyTypeVar(name, INFERRED, limit, among, fallback);
    else if (kind === 'ParamSpec') parameter = new PyParamSpec(name, INFERRED, NOTHING, NOTHING, fallback);
    else parameter = new PyTypeVarTuple(name, PLAIN, NOTHING, NOTHING, fallback);
    setModule(parameter, globals);
    return parameter;
  },
  typeAlias(name, params, evaluate, globals) {
    const alias = new PyTypeAlias(name, params instanceof PyTuple ? params : tuple([]), new Lazy(undefined, evaluate));
    setModule(alias, globals);
    return alias;
  },
};

export const typingModule: NativeModule = {
  name: '_typing',
  doc: 'Primitives and accelerators for the typing module.\n',
  functions: { _idfunc: fn('($module, x, /)', (x: Value) => x) },
  types: {
    Generic: genericType,
    ParamSpec: paramSpecType,
    ParamSpecArgs: paramSpecArgsType,
    ParamSpecKwargs: paramSpecKwargsType,
    TypeAliasType: typeAliasType,
    TypeVar: typeVarType,
    TypeVarTuple: typeVarTupleType,
    Union: unionType,
  },
  values: () => ({ NoDefault }),
  install() {
    installShared();
    installParameters();
    installAliases();
  },
  exec(_module, interp) {
    interp.typing = port;
  },
};
