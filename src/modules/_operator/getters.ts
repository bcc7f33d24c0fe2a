// itemgetter, attrgetter, methodcaller. CPython: Modules/_operator.c
import { PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { bareName, type PyType } from '../../runtime/core/type.ts';
import type { Entry, Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictSize, dictValues } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, quickAttr } from '../../runtime/protocols/attribute.ts';
import { callKeywords, callMethodKeywords } from '../../runtime/protocols/call.ts';
import { getItem } from '../../runtime/protocols/item.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';

class PyItemGetter extends PyObject {
  readonly keys: Value[];
  /** What `callee` calls. */
  readonly quickCall: Entry;
  constructor(keys: Value[]) {
    super();
    this.keys = keys;
    this.quickCall = quickly(this, callItemGetter);
  }
}
class PyAttrGetter extends PyObject {
  readonly names: Value[];
  /** Each name split at its dots. */
  readonly paths: string[][];
  readonly quickCall: Entry;
  constructor(names: Value[]) {
    super();
    this.quickCall = quickly(this, callAttrGetter);
    this.names = names;
    this.paths = names.map((name) => {
      if (!isStr(name)) throw typeError('attribute name must be a string');
      return jsString(name).split('.');
    });
  }
}
class PyMethodCaller extends PyObject {
  readonly name: string;
  readonly args: Value[];
  readonly keywords: PyDict;
  constructor(name: string, args: Value[], keywords: PyDict) {
    super();
    this.name = name;
    this.args = args;
    this.keywords = keywords;
  }
}
const shared = { module: 'operator', hasWeakref: true } as const;
export const itemgetterType: PyType = staticType('itemgetter', PyItemGetter, shared);
export const attrgetterType: PyType = staticType('attrgetter', PyAttrGetter, shared);
export const methodcallerType: PyType = staticType('methodcaller', PyMethodCaller, shared);

/** An entry for exactly one argument. CPython: itemgetter_vectorcall, attrgetter_vectorcall */
function quickly<T extends PyObject>(self: T, run: (self: T, object: Value) => Value): Entry {
  return function (object?: Value) {
    if (arguments.length === 1) return run(self, object!);
    throw typeError(`${bareName(typeOf(self))} expected 1 argument, got ${arguments.length}`);
  } as Entry;
}

/** `itemgetter(2)(r)`. */
function callItemGetter(self: PyItemGetter, object: Value): Value {
  const { keys } = self;
  const key = keys[0]!;
  if (keys.length === 1 && typeof key === 'number' && (object instanceof PyTuple || object instanceof PyList)) {
    // `sq` says that the class leaves subscripts as they are.
    const item = object.sq !== undefined && key >= 0 ? object.items[key] : undefined;
    if (item !== undefined) return item;
  }
  if (keys.length === 1) return getItem(object, keys[0]!);
  return tuple(keys.map((key) => getItem(object, key)));
}

function callAttrGetter(self: PyAttrGetter, object: Value): Value {
  const { paths } = self;
  if (paths.length === 1) return follow(object, paths[0]!);
  return tuple(paths.map((path) => follow(object, path)));
}

function follow(object: Value, path: readonly string[]): Value {
  let value = object;
  for (let i = 0; i < path.length; i++) {
    const name = path[i]!;
    value =
      (typeof value === 'object' && value.missingAttr === undefined ? quickAttr(value, name) : undefined) ??
      getAttr(value, name);
  }
  return value;
}

function callMethodCaller(self: PyMethodCaller, object: Value): Value {
  const { name, args, keywords } = self;
  return callMethodKeywords(object, name, [...args, ...dictValues(keywords)] as Value[], names(keywords));
}

function names(keywords: PyDict): string[] {
  return [...dictEntries(keywords)].map(([key]) => key as string);
}

function reprOf(self: PyObject, parts: string[]): Value {
  return `${typeOf(self).typeName}(${parts.join(', ')})`;
}

function reduceMethodCaller(self: PyMethodCaller): Value {
  if (dictSize(self.keywords) === 0) return tuple([typeOf(self), tuple([self.name, ...self.args])]);
  const partial = getAttr(state.interp.importModule('functools'), 'partial');
  const bound = callKeywords(partial, [typeOf(self), self.name, ...dictValues(self.keywords)], names(self.keywords));
  return tuple([bound, tuple(self.args)]);
}

/** How `inspect` sees the call of an instance. */
const callSignature = { __text_signature__: getset(() => '(obj, /)') };

export function installGetters(): void {
  const create = (Layout: new (items: Value[]) => PyObject) => (_cls: PyType, first: Value, rest: Value[]) =>
    new Layout([first, ...rest]);
  installType(itemgetterType, {
    doc: 'Return a callable object that fetches the given item(s) from its operand.\n\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])',
    new: method('($type, item, /, *items)', create(PyItemGetter)),
    methods: {
      __call__: slot('($self, obj, /)', callItemGetter),
      __repr__: slot('($self, /)', (self: PyItemGetter) => reprOf(self, self.keys.map(reprForMessage))),
      __reduce__: method('($self, /)', (self: PyItemGetter) => tuple([typeOf(self), tuple(self.keys)])),
    },
    properties: callSignature,
  });
  installType(attrgetterType, {
    doc: "Return a callable object that fetches the given attribute(s) from its operand.\n\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
    new: method('($type, attr, /, *attrs)', create(PyAttrGetter)),
    methods: {
      __call__: slot('($self, obj, /)', callAttrGetter),
      __repr__: slot('($self, /)', (self: PyAttrGetter) => reprOf(self, self.names.map(reprForMessage))),
      __reduce__: method('($self, /)', (self: PyAttrGetter) => tuple([typeOf(self), tuple(self.names)])),
    },
    properties: callSignature,
  });
  installType(methodcallerType, {
    doc: "Return a callable object that calls the given method on its operand.\n\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
    new: method('($type, name, /, *args, **kwargs)', (_cls: PyType, name: Value, args: Value[], keywords: PyDict) => {
      if (!isStr(name)) throw typeError('method name must be a string');
      return new PyMethodCaller(jsString(name), args, keywords ?? new PyDict());
    }),
    methods: {
      __call__: slot('($self, obj, /)', callMethodCaller),
      __repr__: slot('($self, /)', (self: PyMethodCaller) =>
        reprOf(self, [
          reprForMessage(self.name),
          ...self.args.map(reprForMessage),
          ...[...dictEntries(self.keywords)].map(([k, v]) => `${String(k)}=${reprForMessage(v)}`),
        ]),
      ),
      __reduce__: method('($self, /)', reduceMethodCaller),
    },
    properties: callSignature,
  });
}
