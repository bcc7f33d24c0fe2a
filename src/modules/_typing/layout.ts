// Type parameters and aliases: their layouts and what they share. CPython: Objects/typevarobject.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isType, type PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { globalsOfFrame } from '../../runtime/execution/frames.ts';
import { installType, method, slot } from '../../runtime/native/define.ts';
import { ownAttribute, setOwnAttribute } from '../../runtime/objects/dict/table.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { makeUnion } from '../../runtime/objects/union/union.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';

class PyNoDefault extends PyObject {}
export const noDefaultType: PyType = staticType('NoDefaultType', PyNoDefault, { module: 'typing' });
export const NoDefault: PyNoDefault = new PyNoDefault();

/** A value that is known, or a function that computes it when it is first asked for. */
export class Lazy {
  value: Value | undefined;
  readonly evaluate: Value | undefined;
  constructor(value: Value | undefined, evaluate: Value | undefined) {
    this.value = value;
    this.evaluate = evaluate;
  }
  /** The value; undefined when there is none. */
  get(): Value | undefined {
    if (this.value === undefined && this.evaluate !== undefined) this.value = call(this.evaluate, int(1));
    return this.value;
  }
  get present(): boolean {
    return this.value !== undefined || this.evaluate !== undefined;
  }
  /** What `evaluate_bound` and its like show. */
  evaluator(): Value {
    if (this.evaluate !== undefined) return this.evaluate;
    return this.value === undefined ? None : new PyConstEvaluator(this.value);
  }
}

/** A function of a format that always gives one value. */
class PyConstEvaluator extends PyObject {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}
const constEvaluatorType: PyType = staticType('_ConstEvaluator', PyConstEvaluator, {
  module: '_typing',
  instantiable: false,
});

/** A function of the `typing` module. CPython: call_typing_func_object */
export function callTyping(name: string, ...args: Value[]): Value {
  return call(getAttr(state.interp.importModule('typing'), name), ...args);
}

/** `a | b` where one is a type parameter. CPython: make_union */
export function unionWith(a: Value, b: Value): Value {
  return makeUnion([a, b].map((v) => (v === None || isType(v) ? v : checkedMember(v))));
}

function checkedMember(v: Value): Value {
  if (typeof v !== 'string') return v;
  return callTyping('_type_check', v, 'Union[arg, ...]: each arg must be a type.');
}

/** Notes where a parameter was made, as pickle needs it. */
export function setModule(obj: PyObject, globals?: PyObject): void {
  const from = globals ?? globalsOfFrame(0);
  const name = from === undefined ? undefined : ownAttribute(from, '__name__');
  setOwnAttribute(obj, '__module__', name ?? None);
}

/** CPython: caller of `Unpack[self]` */
export function unpacked(self: Value): Value {
  const item = getAttr(getAttr(state.interp.importModule('typing'), 'Unpack'), '__getitem__');
  return call(item, self);
}

export function cannotSubclass(what: string) {
  return method('($self, object, /)', () => {
    throw typeError(`Cannot subclass an instance of ${what}`);
  });
}

/** Fills a missing last argument with the parameter's default. CPython: typevar_typing_prepare_subst_impl */
export function prepareDefault(self: Value, alias: Value, args: Value, fallback: Value): Value {
  const parameters = getAttr(alias, '__parameters__') as PyTuple;
  const given = (args as PyTuple).items;
  const index = parameters.items.indexOf(self);
  if (index < given.length) return args;
  if (index === given.length && fallback !== NoDefault) return new PyTuple([...given, fallback]);
  throw typeError(`Too few arguments for ${reprForMessage(alias)}`);
}

export function installShared(): void {
  installType(noDefaultType, {
    doc: 'The type of the NoDefault singleton.',
    new: method('($type, *args, **kwargs)', (_cls: PyType, args: Value[]) => {
      if (args.length > 0) throw typeError('NoDefaultType takes no arguments');
      return NoDefault;
    }),
    methods: {
      __repr__: slot('($self, /)', () => 'typing.NoDefault'),
      __reduce__: method('($self, /)', () => 'NoDefault'),
    },
  });
  installType(constEvaluatorType, {
    methods: {
      __call__: slot('($self, format, /)', (self: PyConstEvaluator, format: Value) =>
        Number(asIndex(format)) === 4 ? callTyping('_type_repr', self.value) : self.value,
      ),
      __repr__: slot('($self, /)', (self: PyConstEvaluator) => `<constevaluator ${reprForMessage(self.value)}>`),
    },
  });
}

export function typeName(v: Value): string {
  return typeOf(v).typeName;
}
