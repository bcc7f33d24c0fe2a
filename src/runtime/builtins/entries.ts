// Entries of the built-ins that programs call most, each with a text of its own (`NativeSpec.entry`). CPython: Python/bltinmodule.c
// `slow.apply(undefined, arguments)` and nothing else may touch `arguments`: so the engine makes no object of them.
import type { Entry, Value } from '../core/value.ts';
import { int } from '../core/value.ts';
import { objectId } from '../objects/object/identity.ts';
import { isCallable } from '../protocols/call.ts';
import { hash as hashOf } from '../protocols/hash.ts';
import { isInstance, isSubclass } from '../protocols/instance.ts';
import { exactLength } from '../protocols/item.ts';
import { repr as reprOf } from '../protocols/text.ts';
import { builtinGetattr, builtinHasattr, builtinSetattr } from './attributes.ts';
import { builtinChr, builtinOrd } from './characters.ts';
import { builtinAbs } from './numbers.ts';

type Given = Value[];

export const len = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return exactLength(v) as Value;
  };

export const hash = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return hashOf(v) as Value;
  };

export const id = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return int(objectId(v));
  };

export const callable = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return isCallable(v);
  };

export const ord = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return builtinOrd(v);
  };

export const chr = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return builtinChr(v);
  };

export const abs = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return builtinAbs(v);
  };

export const repr = (slow: Entry) =>
  function (v?: Value, surplus?: Value): Value {
    if (v === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return reprOf(v);
  };

export const isinstance = (slow: Entry) =>
  function (v: Value, other?: Value, surplus?: Value): Value {
    if (other === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return isInstance(v, other);
  };

export const issubclass = (slow: Entry) =>
  function (v: Value, other?: Value, surplus?: Value): Value {
    if (other === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return isSubclass(v, other);
  };

export const hasattr = (slow: Entry) =>
  function (v: Value, other?: Value, surplus?: Value): Value {
    if (other === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return builtinHasattr(v, other);
  };

export const setattr = (slow: Entry) =>
  function (obj: Value, name: Value, value?: Value, surplus?: Value): Value {
    if (value === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return builtinSetattr(obj, name, value);
  };

export const getattr = (slow: Entry) =>
  function (obj: Value, name?: Value, standard?: Value, surplus?: Value): Value {
    if (name === undefined || surplus !== undefined) return slow.apply(undefined, arguments as unknown as Given);
    return builtinGetattr(obj, name, standard);
  };
