// Context variables, and the methods of contexts. CPython: Python/context.c

import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import {
  keyError,
  newError,
  type Raised,
  runtimeError,
  typeError,
  valueError,
} from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { classmethod, fn, getset, installType, member, method, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import {
  contextType,
  copyContext,
  currentContext,
  enterContext,
  leaveContext,
  PyContext,
} from '../../runtime/objects/context/context.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { call, callKeywords } from '../../runtime/protocols/call.ts';
import { sameOrEqual } from '../../runtime/protocols/compare.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';

class PyContextVar extends PyObject {
  readonly name: Value;
  readonly fallback: Value | undefined;
  constructor(name: Value = '', fallback?: Value) {
    super();
    this.name = name;
    this.fallback = fallback;
  }
}
class PyToken extends PyObject {
  readonly context: PyContext;
  readonly variable: PyContextVar;
  readonly old: Value | undefined;
  used = false;
  constructor(context: PyContext, variable: PyContextVar, old: Value | undefined) {
    super();
    this.context = context;
    this.variable = variable;
    this.old = old;
  }
}
class PyMissing extends PyObject {}
const MISSING = new PyMissing();
const inModule = { module: '_contextvars' } as const;
const missingType: PyType = staticType('Token.MISSING', PyMissing, { module: 'Token', instantiable: false });
export const contextVarType: PyType = staticType('ContextVar', PyContextVar, inModule);
export const tokenType: PyType = staticType('Token', PyToken, inModule);

function change(context: PyContext, variable: PyContextVar, value: Value | undefined): void {
  const vars = new Map(context.vars);
  if (value === undefined) vars.delete(variable);
  else vars.set(variable, value);
  context.vars = vars;
}

export function getVariable(self: PyContextVar, fallback?: Value): Value {
  const value = currentContext().vars.get(self) ?? fallback ?? self.fallback;
  if (value === undefined) throw newError(exceptionNamed('LookupError'), [self]);
  return value;
}

function setVariable(self: PyContextVar, value: Value): Value {
  const context = currentContext();
  const token = new PyToken(context, self, context.vars.get(self));
  change(context, self, value);
  return token;
}

function resetVariable(self: PyContextVar, token: Value): Value {
  if (!(token instanceof PyToken)) throw typeError(`expected an instance of Token, got ${reprForMessage(token)}`);
  const fail = (why: string): Raised => valueError(`${reprForMessage(token)} was created ${why}`);
  if (token.used) throw runtimeError(`${reprForMessage(token)} has already been used once`);
  if (token.variable !== self) throw fail('by a different ContextVar');
  if (token.context !== currentContext()) throw fail('in a different Context');
  token.used = true;
  change(token.context, self, token.old);
  return None;
}

function notGiven(): Raised {
  return typeError('run() missing 1 required positional argument');
}

/** `context.run(f, ...)`: what an event loop calls for every callback, hence by position without an array of arguments. */
function run(self: PyContext, f: Value | undefined, ...args: Value[]): Value {
  if (f === undefined) throw notGiven();
  const outer = enterContext(self);
  try {
    return call(f, ...args);
  } finally {
    leaveContext(self, outer);
  }
}

function runKeywords([self, f, ...args]: Value[], names: readonly string[]): Value {
  if (f === undefined || args.length < names.length) throw notGiven();
  const outer = enterContext(self as PyContext);
  try {
    return callKeywords(f, args, names);
  } finally {
    leaveContext(self as PyContext, outer);
  }
}

function asVariable(key: Value): PyContextVar {
  if (key instanceof PyContextVar) return key;
  throw typeError(`a ContextVar key was expected, got ${reprForMessage(key)}`);
}

function hexOf(v: Value): string {
  return `0x${objectId(v).toString(16).padStart(12, '0')}`;
}

function installVariable(): void {
  installType(contextVarType, {
    new: method('($type, name, *, default=<unrepresentable>)', (cls: PyType, name: Value, fallback?: Value) => {
      if (!isStr(name)) throw typeError('context variable name must be a str');
      return new (cls.Instance as unknown as typeof PyContextVar)(name, fallback);
    }),
    methods: {
      get: method('($self, default=<unrepresentable>, /)', getVariable),
      set: method('($self, value, /)', setVariable),
      reset: method('($self, token, /)', resetVariable),
      __repr__: slot('($self, /)', (self: PyContextVar) => {
        const fallback = self.fallback === undefined ? '' : ` default=${reprForMessage(self.fallback)}`;
        return `<ContextVar name=${reprForMessage(self.name)}${fallback} at ${hexOf(self)}>`;
      }),
      __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
    },
    properties: { name: member((self: PyContextVar) => self.name) },
  });
}

function installToken(): void {
  installType(missingType, { methods: { __repr__: slot('($self, /)', () => '<Token.MISSING>') } });
  installType(tokenType, {
    new: method('($type, *args, **kwargs)', () => {
      throw runtimeError('Tokens can only be created by ContextVars');
    }),
    methods: {
      __enter__: method('($self, /)', (self: Value) => self),
      __exit__: method('($self, type, val, tb, /)', (self: PyToken) => resetVariable(self.variable, self)),
      __repr__: slot('($self, /)', (self: PyToken) => {
        return `<Token${self.used ? ' used' : ''} var=${reprForMessage(self.variable)} at ${hexOf(self)}>`;
      }),
      __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
    },
    properties: {
      var: getset((self: PyToken) => self.variable),
      old_value: getset((self: PyToken) => self.old ?? MISSING),
    },
    attributes: { MISSING, __hash__: None },
  });
}

function listOf(items: Iterable<Value>): Value {
  return new PyList([...items]);
}

function installContext(): void {
  const entries = (self: PyContext): Value[] => [...self.vars].map(([k, v]) => tuple([k, v]));
  installType(contextType, {
    new: method('!($type)', (cls: PyType) => new (cls.Instance as unknown as typeof PyContext)()),
    methods: {
      run: { ...method('!($self, /, *args, **kwargs)', run, undefined, 'raw'), vectorcall: runKeywords },
      copy: method('($self, /)', (self: PyContext) => new PyContext(self.vars)),
      get: method('($self, key, default=None, /)', (self: PyContext, key: Value, fallback?: Value) => {
        return self.vars.get(asVariable(key)) ?? fallback ?? None;
      }),
      keys: method('($self, /)', (self: PyContext) => iter(listOf(self.vars.keys()))),
      values: method('($self, /)', (self: PyContext) => iter(listOf(self.vars.values()))),
      items: method('($self, /)', (self: PyContext) => iter(listOf(entries(self)))),
      __iter__: slot('($self, /)', (self: PyContext) => iter(listOf(self.vars.keys()))),
      __len__: slot('($self, /)', (self: PyContext) => int(self.vars.size)),
      __contains__: slot('($self, key, /)', (self: PyContext, key: Value) => self.vars.has(asVariable(key))),
      __getitem__: slot('($self, key, /)', (self: PyContext, key: Value) => {
        const value = self.vars.get(asVariable(key));
        if (value === undefined) throw keyError(key);
        return value;
      }),
      __eq__: slot('($self, value, /)', (self: PyContext, other: Value) => {
        if (!(other instanceof PyContext)) return false;
        if (self.vars.size !== other.vars.size) return false;
        return [...self.vars].every(([k, v]) => other.vars.has(k) && sameOrEqual(v, other.vars.get(k)!));
      }),
    },
    attributes: { __hash__: None },
  });
}

export const contextvarsModule: NativeModule = {
  name: '_contextvars',
  doc: 'Context Variables',
  functions: { copy_context: fn('($module, /)', () => copyContext()) },
  types: { Context: contextType, ContextVar: contextVarType, Token: tokenType },
  install() {
    installVariable();
    installToken();
    installContext();
  },
};
