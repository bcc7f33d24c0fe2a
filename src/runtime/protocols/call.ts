// Calling any value. A call with keywords is an argument array whose last `names.length` items are the keyword values (CPython's vectorcall).
// CPython: Objects/call.c
import { methodKey } from '../core/names.ts';
import { None, type PyObject } from '../core/object.ts';
import { protoOf, slotsOf, typeOf } from '../core/primitives.ts';
import { FunctionMeta, isSubtype, type PyFunction, type PyType, typeLookup } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { signatureOf } from '../native/signature.ts';
import {
  PyBuiltinMethod,
  PyClassMethodDescr,
  PyMethod,
  PyMethodDescr,
  PyMethodWrapper,
} from '../objects/function/function.ts';
import { getAttr } from './attribute.ts';
import { callBound, noteDirect } from './bind-function.ts';
import { bindNativeCall } from './bind-native.ts';
import { bindDescriptor } from './publish.ts';

/** `f(...args)`. */
export function call(f: Value, ...args: Value[]): Value {
  if (typeof f === 'function') return (f as unknown as Entry)(...args);
  return callee(f)(...args);
}

/**
 * `f(a, b)` of a value that is no JS function, with what was given and no `undefined`s: a bound method that is called once needs no entry of
 * its own.
 */
export function callOther(f: Value, a?: Value, b?: Value): Value {
  if (f instanceof PyMethod && typeof f.func === 'function') {
    const func = f.func as unknown as Entry;
    if (a === undefined) return func(f.self);
    return b === undefined ? func(f.self, a) : func(f.self, a, b);
  }
  const entry = callee(f);
  if (a === undefined) return entry();
  return b === undefined ? entry(a) : entry(a, b);
}

/** The JS function that calls a value which is not one itself; TypeError when it is not callable. */
export function callee(f: Value): Entry {
  if (f instanceof PyMethod) {
    if (f.entry === undefined) f.entry = boundEntry(f.func, f.self);
    return f.entry;
  }
  if (f instanceof PyBuiltinMethod) {
    if (f.entry === undefined) f.entry = boundEntry(f.descr.entry as unknown as Value, f.self);
    return f.entry;
  }
  if (f instanceof PyMethodWrapper) {
    if (f.entry === undefined) f.entry = boundEntry(f.descr.entry as unknown as Value, f.self);
    return f.entry;
  }
  if (f instanceof PyMethodDescr) {
    if (f.unbound === undefined) f.unbound = unboundEntry(f);
    return f.unbound;
  }
  const entry = (slotsOf(f) as unknown as { m$__call__?: Entry }).m$__call__;
  if (entry === undefined) throw typeError(`'${typeOf(f).typeName}' object is not callable`);
  // Natives that are called often keep theirs; a subclass may have a `__call__` of its own.
  const own = (f as unknown as { quickCall?: Entry }).quickCall;
  if (own !== undefined && (typeOf(f).flags & 1) === 0) return own;
  return (...args) => entry(f, ...args);
}

/** `(...args) => func(self, ...args)`, without an array for the few arguments there usually are. */
function boundEntry(func: Value, self: Value): Entry {
  if (typeof func !== 'function') return (...args) => call(func, self, ...args);
  const entry = func as unknown as Entry;
  const spreading: Entry = (...args) => entry(self, ...args);
  return function (a?: Value, b?: Value, c?: Value) {
    switch (arguments.length) {
      case 0:
        return entry(self);
      case 1:
        return entry(self, a!);
      case 2:
        return entry(self, a!, b!);
      case 3:
        return entry(self, a!, b!, c!);
      default:
        return spreading.apply(undefined, arguments as unknown as Value[]);
    }
  } as Entry;
}

/** `list.append(l, x)`: a receiver of the right type goes straight to the method, what else there is to `__call__`. */
function unboundEntry(descr: PyMethodDescr): Entry {
  const { owner, entry } = descr;
  const checked: Entry = (...args) => (slotsOf(descr) as unknown as { m$__call__: Entry }).m$__call__(descr, ...args);
  if (descr instanceof PyClassMethodDescr) return checked;
  return function (self?: Value, a?: Value, b?: Value) {
    if (arguments.length > 0 && isSubtype(typeOf(self!), owner)) {
      switch (arguments.length) {
        case 1:
          return entry(self!);
        case 2:
          return entry(self!, a!);
        case 3:
          return entry(self!, a!, b!);
      }
    }
    return checked.apply(undefined, arguments as unknown as Value[]);
  } as Entry;
}

/** `f(*args, **dict(zip(names, args[-len(names):])))`. */
export function callKeywords(f: Value, args: Value[], names: readonly string[]): Value {
  if (names.length === 0) return call(f, ...args);
  if (typeof f === 'function') {
    if (f.mro !== undefined) return callTypeKeywords(f, args, names);
    return callFunctionKeywords(f, args, names);
  }
  if (f instanceof PyMethod) return callKeywords(f.func, [f.self, ...args], names);
  if (f instanceof PyBuiltinMethod || f instanceof PyMethodWrapper) {
    if (f.descr instanceof PyClassMethodDescr) checkKeywords(f.descr, f.self);
    return callFunctionKeywords(f.descr.entry as unknown as PyFunction, [f.self, ...args], names);
  }
  if (f instanceof PyMethodDescr) {
    return callFunctionKeywords(f.entry as unknown as PyFunction, args, names);
  }
  const entry = (slotsOf(f) as unknown as { m$__call__?: PyFunction }).m$__call__;
  if (entry === undefined) throw typeError(`'${typeOf(f).typeName}' object is not callable`);
  if (entry.meta !== undefined) return callFunctionKeywords(entry, [f, ...args], names);
  return callKeywords(bindDescriptor(typeLookup(typeOf(f), '__call__')!, f, typeOf(f)), args, names);
}

/** Calls a JS function that has metadata (a Python function or a native's entry) with keywords. */
export function callFunctionKeywords(f: PyFunction, args: Value[], names: readonly string[]): Value {
  const meta = f.meta;
  if (meta instanceof FunctionMeta) return callBound(meta, args, names);
  if (meta.vectorcall !== undefined) return meta.vectorcall(args, names);
  return meta.run(...bindNativeCall(meta, args, names));
}

/** A call with keywords in emitted code, `names` belonging to calls of its form only. */
export function callForm(f: Value, args: Value[], names: readonly string[]): Value {
  if (typeof f !== 'function') return callKeywords(f, args, names);
  const { meta } = f;
  if (!(meta instanceof FunctionMeta)) return callKeywords(f, args, names);
  noteDirect(meta, args.length, names);
  return callBound(meta, args, names);
}

/** `obj.name(*args, **keywords)`. */
export function callMethodKeywords(obj: Value, name: string, args: Value[], names: readonly string[]): Value {
  const quick = (typeof obj === 'object' ? obj : protoOf(obj)) as unknown as Record<string, PyFunction | undefined>;
  return callFoundKeywords(name, quick[methodKey(name)], [obj, ...args], names);
}

/** The same where the method that the class publishes was looked up already: `args` has obj first. No bound method is made. */
export function callFoundKeywords(
  name: string,
  method: PyFunction | undefined,
  args: Value[],
  names: readonly string[],
): Value {
  if (method?.meta !== undefined) return callForm(method, args, names);
  return callKeywords(getAttr(args[0]!, name), args.slice(1), names);
}

function callTypeKeywords(type: PyType, args: Value[], names: readonly string[]): Value {
  if (type.plain) return constructKeywords(type, args, names);
  const made = type.constructNamed?.(args, names);
  if (made !== undefined) return made;
  const metatype = type.cls;
  const entry = (metatype.proto as unknown as { m$__call__: PyFunction }).m$__call__;
  if (entry.meta !== undefined) return callFunctionKeywords(entry, [type, ...args], names);
  return callKeywords(bindDescriptor(typeLookup(metatype, '__call__')!, type, metatype), args, names);
}

/** `C(key=value)` of a class whose instances are made and then given to a Python `__init__`. */
function constructKeywords(type: PyType, args: Value[], names: readonly string[]): Value {
  const made = new (type.Instance as new () => PyObject)();
  const init = (type.proto as unknown as { m$__init__: PyFunction }).m$__init__;
  const result = callFunctionKeywords(init, [made, ...args], names);
  if (result !== None) throw typeError(`__init__() should return None, not '${typeOf(result).typeName}'`);
  return made;
}

/** A class method is named after the class that it is called through. */
function checkKeywords(descr: PyClassMethodDescr, cls: Value): void {
  const { meta } = descr.entry;
  if (signatureOf(meta).keywords) return;
  throw typeError(`${(cls as PyType).qualname}.${meta.name}() takes no keyword arguments`);
}

export function isCallable(f: Value): boolean {
  return typeof f === 'function' || (slotsOf(f) as unknown as { m$__call__?: Entry }).m$__call__ !== undefined;
}
