// `__slots__`, `__dict__` and `__weakref__` of a new class. CPython: Objects/typeobject.c (type_new_slots)
import { attributeKey } from '../../core/names.ts';
import { None, type PyObject, type Slots } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { attributeError, typeError, valueError } from '../../exceptions/errors.ts';
import { instanceDict } from '../../protocols/attribute.ts';
import { spread } from '../../protocols/iterate.ts';
import { deleteOwnAttribute } from '../dict/table.ts';
import { PyGetSetDescr, PyMemberDescr } from '../function/function.ts';
import { setInstanceDict } from './instance-dict.ts';
import { sizesOf } from './sizes.ts';
import { referencesOf } from './weak-list.ts';

export function addSlots(type: PyType, base: PyType): void {
  const slots = type.attrs.get('__slots__');
  const mayAddDict = !base.hasDict;
  const mayAddWeakref = !base.hasWeakref;
  if (slots === undefined) {
    type.hasDict = true;
    type.hasWeakref = true;
    if (mayAddDict && !type.attrs.has('__dict__')) addDictDescriptor(type);
    if (mayAddWeakref && !type.attrs.has('__weakref__')) addWeakrefDescriptor(type);
    return;
  }
  type.slotNames = [];
  const names = typeof slots === 'string' ? [slots] : spread(slots);
  if (names.length > 0 && sizesOf(base)[1] !== 0) {
    throw typeError(`nonempty __slots__ not supported for subtype of '${base.typeName}'`);
  }
  for (const name of names) addSlot(type, name, mayAddDict, mayAddWeakref);
  type.slotNames.sort();
}

function addSlot(type: PyType, name: Value, mayAddDict: boolean, mayAddWeakref: boolean): void {
  if (typeof name !== 'string') throw typeError(`__slots__ items must be strings, not '${typeOf(name).typeName}'`);
  if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}_]*$/u.test(name))
    throw typeError('__slots__ must be identifiers');
  if (name === '__dict__') {
    if (!mayAddDict) throw typeError('__dict__ slot disallowed: we already got one');
    type.hasDict = true;
    addDictDescriptor(type);
  } else if (name === '__weakref__') {
    if (!mayAddWeakref) throw typeError('__weakref__ slot disallowed: we already got one');
    type.hasWeakref = true;
    addWeakrefDescriptor(type);
  } else {
    const mangled = mangleSlot(type.typeName, name);
    if (type.slotNames!.includes(mangled)) return;
    if (type.attrs.has(mangled) && !['__qualname__', '__classcell__', '__classdictcell__'].includes(mangled)) {
      throw valueError(`'${mangled}' in __slots__ conflicts with class variable`);
    }
    type.slotNames!.push(mangled);
    type.attrs.set(mangled, slotDescriptor(type, mangled));
  }
}

function mangleSlot(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** The value lives on the instance under the attribute's own key, so the emitted read finds it. */
function slotDescriptor(type: PyType, name: string): PyMemberDescr {
  const key = attributeKey(name);
  const get = (self: Value): Value | undefined =>
    Object.hasOwn(self as object, key) ? ((self as unknown as Slots)[key] as Value) : undefined;
  const set = (self: Value, value: Value | undefined): void => {
    if (value !== undefined) {
      Object.defineProperty(self, key, { value, writable: true, enumerable: false, configurable: true });
    } else if (Object.hasOwn(self as object, key)) deleteOwnAttribute(self as object, name);
    else throw attributeError(name, self, name);
  };
  return new PyMemberDescr(name, type, get, set, undefined);
}

/** The `__dict__` of a native base that has one, which says what may be done. CPython: get_builtin_base_with_dict */
function nativeDict(self: Value): PyGetSetDescr | undefined {
  const owner = typeOf(self).mro.find((type) => !(type.flags & TypeFlags.HEAP) && type.attrs.has('__dict__'));
  return owner?.attrs.get('__dict__') as PyGetSetDescr | undefined;
}

function addDictDescriptor(type: PyType): void {
  const get = (self: Value): Value =>
    (nativeDict(self)?.descrGet?.(self, typeOf(self)) ?? instanceDict(self as PyObject)) as Value;
  const set = (self: Value, value: Value | undefined): void => {
    const native = nativeDict(self);
    if (native !== undefined) {
      native.descrSet!(self, value);
      return;
    }
    setInstanceDict(self as PyObject, value);
  };
  type.attrs.set('__dict__', new PyGetSetDescr('__dict__', type, get, set, 'dictionary for instance variables'));
}

function addWeakrefDescriptor(type: PyType): void {
  const get = (self: Value): Value | undefined =>
    typeOf(self).hasWeakref ? (referencesOf(self as PyObject)[0] ?? None) : undefined;
  type.attrs.set(
    '__weakref__',
    new PyGetSetDescr('__weakref__', type, get, undefined, 'list of weak references to the object'),
  );
}
