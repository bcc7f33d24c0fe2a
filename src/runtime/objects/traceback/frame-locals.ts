// `frame.f_locals` of a function: a mapping over its variables, the running ones where the unit is traced, else what the traceback kept.
// CPython: Objects/frameobject.c (framelocalsproxy_*)
import { None, NotImplemented, PyObject } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { keyError, typeError, valueError } from '../../exceptions/errors.ts';
import { installType, method, slot } from '../../native/define.ts';
import { lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { richEquals } from '../../protocols/compare.ts';
import { getItem } from '../../protocols/item.ts';
import { iter, spread } from '../../protocols/iterate.ts';
import { repr, reprForMessage } from '../../protocols/text.ts';
import { PyDict } from '../dict/dict.ts';
import { dictDelete, dictEntries, dictGet, dictSet, dictSize } from '../dict/table.ts';
import { PyList } from '../list/list.ts';
import { isStr, jsString } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import { PyFrame } from './traceback.ts';

export class PyFrameLocals extends PyObject {
  readonly frame: PyFrame;
  constructor(frame: PyFrame) {
    super();
    this.frame = frame;
  }

  get names(): readonly string[] {
    return this.frame.code.info.locals ?? [];
  }

  /** The bound variables, then what was put in beside them. */
  entries(): [Value, Value][] {
    const values = this.frame.readLocals();
    const found: [Value, Value][] = [];
    this.names.forEach((name, i) => {
      if (values[i] !== undefined) found.push([name, values[i]!]);
    });
    return this.frame.extraLocals === undefined ? found : [...found, ...dictEntries(this.frame.extraLocals as PyDict)];
  }

  index(key: Value): number {
    return isStr(key) ? this.names.indexOf(jsString(key)) : -1;
  }

  get(key: Value): Value | undefined {
    const i = this.index(key);
    if (i >= 0) return this.frame.readLocals()[i];
    return this.frame.extraLocals === undefined ? undefined : dictGet(this.frame.extraLocals as PyDict, key);
  }

  set(key: Value, value: Value): void {
    const i = this.index(key);
    if (i >= 0) this.frame.writeLocal(i, value);
    else {
      this.frame.extraLocals ??= new PyDict();
      dictSet(this.frame.extraLocals as PyDict, key, value);
    }
  }

  toDict(): PyDict {
    const dict = new PyDict();
    for (const [key, value] of this.entries()) dictSet(dict, key, value);
    return dict;
  }
}
export const frameLocalsType: PyType = staticType('FrameLocalsProxy', PyFrameLocals, { flags: TypeFlags.MAPPING });

function locals(v: Value): Value {
  return v instanceof PyFrameLocals ? v.toDict() : v;
}

/** CPython: framelocalsproxy_merge */
function merge(self: PyFrameLocals, other: Value): void {
  if (other instanceof PyFrameLocals) for (const [key, value] of other.entries()) self.set(key, value);
  else if (other instanceof PyDict) for (const [key, value] of [...dictEntries(other)]) self.set(key, value);
  else {
    const keys = lookupAttr(other, 'keys');
    if (keys === undefined) throw typeError('update() argument must be dict or another FrameLocalsProxy');
    for (const key of spread(call(keys))) self.set(key, getItem(other, key));
  }
}

function remove(self: PyFrameLocals, key: Value): Value | undefined {
  if (self.index(key) >= 0) throw valueError('cannot remove local variables from FrameLocalsProxy');
  return self.frame.extraLocals === undefined ? undefined : dictDelete(self.frame.extraLocals as PyDict, key);
}

function missing(key: Value): never {
  throw keyError(`local variable '${reprForMessage(key)}' is not defined`);
}

function subscript(self: PyFrameLocals, key: Value): Value {
  return self.get(key) ?? missing(key);
}

function setdefault(self: PyFrameLocals, key: Value, fallback: Value = None): Value {
  const value = self.get(key);
  if (value !== undefined) return value;
  self.set(key, fallback);
  return fallback;
}

function or(self: Value, other: Value): Value {
  const [a, b] = [locals(self), locals(other)];
  if (!(a instanceof PyDict) || !(b instanceof PyDict)) return NotImplemented;
  for (const [key, value] of dictEntries(b)) dictSet(a, key, value);
  return a;
}

function ror(self: PyFrameLocals, other: Value): Value {
  if (!(other instanceof PyDict)) return NotImplemented;
  const merged = new PyDict();
  for (const source of [other, self.toDict()]) {
    for (const [key, value] of dictEntries(source)) dictSet(merged, key, value);
  }
  return merged;
}

function ior(self: PyFrameLocals, other: Value): Value {
  if (!(other instanceof PyDict) && !(other instanceof PyFrameLocals)) return NotImplemented;
  merge(self, other);
  return self;
}

/** CPython: framelocalsproxy_richcompare */
function equals(self: PyFrameLocals, other: Value): boolean | undefined {
  if (other instanceof PyFrameLocals) return self.frame === other.frame;
  return other instanceof PyDict ? richEquals(self.toDict(), other) : undefined;
}

function localsRepr(self: PyFrameLocals): Value {
  if (state.reprs.has(self.frame)) return '{...}';
  state.reprs.add(self.frame);
  try {
    return repr(self.toDict());
  } finally {
    state.reprs.delete(self.frame);
  }
}

function localsNew(_cls: PyType, args: Value[], keywords: PyDict): Value {
  if (dictSize(keywords) > 0) throw typeError('FrameLocalsProxy takes no keyword arguments');
  if (args.length !== 1) throw typeError(`FrameLocalsProxy expected 1 argument, got ${args.length}`);
  const [frame] = args;
  if (frame instanceof PyFrame) return new PyFrameLocals(frame);
  throw typeError(`expect frame, not ${typeOf(frame!).typeName}`);
}

export function installFrameLocals(): void {
  const list = (pick: (entry: [Value, Value]) => Value) =>
    method('($self, /)', (self: PyFrameLocals) => new PyList(self.entries().map(pick)));
  const keys = (self: PyFrameLocals): Value[] => self.entries().map(([key]) => key);
  installType(frameLocalsType, {
    new: method('($type, *args, **kwargs)', localsNew),
    methods: {
      __repr__: slot('($self, /)', localsRepr),
      __len__: slot('($self, /)', (self: PyFrameLocals) => int(self.entries().length)),
      __iter__: slot('($self, /)', (self: PyFrameLocals) => iter(new PyList(keys(self)))),
      __contains__: slot('($self, key, /)', (self: PyFrameLocals, key: Value) => self.get(key) !== undefined),
      __getitem__: slot('($self, key, /)', subscript),
      __setitem__: slot('($self, key, value, /)', (self: PyFrameLocals, key: Value, value: Value) => {
        self.set(key, value);
        return None;
      }),
      __delitem__: slot('($self, key, /)', (self: PyFrameLocals, key: Value) => {
        if (remove(self, key) === undefined) missing(key);
        return None;
      }),
      __eq__: slot('($self, value, /)', (self: PyFrameLocals, other: Value) => equals(self, other) ?? NotImplemented),
      __ne__: slot('($self, value, /)', (self: PyFrameLocals, other: Value) => {
        const same = equals(self, other);
        return same === undefined ? NotImplemented : !same;
      }),
      __or__: slot('($self, value, /)', or),
      __ror__: slot('($self, value, /)', ror),
      __ior__: slot('($self, value, /)', ior),
      __reversed__: method('($self, /)', (self: PyFrameLocals) => iter(new PyList(keys(self).reverse()))),
      get: method(
        '($self, key, default=None, /)',
        (self: PyFrameLocals, key: Value, fallback: Value = None) => self.get(key) ?? fallback,
      ),
      copy: method('($self, /)', (self: PyFrameLocals) => self.toDict()),
      setdefault: method('($self, key, default=None, /)', setdefault),
      update: method('($self, other, /)', (self: PyFrameLocals, other: Value) => {
        merge(self, other);
        return None;
      }),
      pop: method(
        '!($self, key, default=<unrepresentable>, /)',
        (self: PyFrameLocals, key: Value, fallback?: Value) => remove(self, key) ?? fallback ?? missing(key),
      ),
      keys: list(([key]) => key),
      values: list(([, value]) => value),
      items: list(([key, value]) => tuple([key, value])),
    },
    attributes: { __hash__: None },
  });
}
