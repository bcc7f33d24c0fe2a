// The `_collections` module. CPython: Modules/_collectionsmodule.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { attributeError, indexError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn, installType, member, method, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet, dictNamePlace, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { asIndex, setItem } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { add } from '../../runtime/protocols/number.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { defaultDictType, installDefaultDict } from './defaultdict.ts';
import { dequeIteratorType, dequeType, reverseDequeIteratorType } from './deque.ts';
import { installDeque } from './deque-methods.ts';
import { installOrderedDict, orderedDictType } from './ordered-dict.ts';

/** A named tuple's field. */
class PyTupleGetter extends PyObject {
  readonly index: number;
  doc: Value;
  constructor(index = 0, doc: Value = None) {
    super();
    this.index = index;
    this.doc = doc;
  }

  override descrGet(obj: Value | undefined): Value {
    if (obj instanceof PyTuple) {
      const item = obj.items[this.index];
      if (item === undefined) throw indexError('tuple index out of range');
      return item;
    }
    if (obj === undefined || obj === None) return this;
    throw typeError(
      `descriptor for index '${this.index}' for tuple subclasses doesn't apply to '${typeOf(obj).typeName}' object`,
    );
  }

  override descrSet(_obj: Value, value: Value | undefined): void {
    throw attributeError(value === undefined ? "can't delete attribute" : "can't set attribute");
  }
}
const tupleGetterType: PyType = staticType('_tuplegetter', PyTupleGetter, { module: 'collections' });

function installTupleGetter(): void {
  installType(tupleGetterType, {
    new: method(
      '!($type, index, doc, /)',
      (_cls: PyType, index: Value, doc: Value) => new PyTupleGetter(Number(asIndex(index)), doc),
    ),
    methods: {
      __get__: slot('($self, instance, owner=None, /)', (self: PyTupleGetter, obj: Value) => self.descrGet(obj)),
      __set__: slot('($self, instance, value, /)', (self: PyTupleGetter, obj: Value, value: Value) => {
        self.descrSet(obj, value);
        return None;
      }),
      __delete__: slot('($self, instance, /)', (self: PyTupleGetter, obj: Value) => {
        self.descrSet(obj, undefined);
        return None;
      }),
      __repr__: slot('($self, /)', (self: PyTupleGetter) => `_tuplegetter(${self.index}, ${reprForMessage(self.doc)})`),
      __reduce__: method('($self, /)', (self: PyTupleGetter) => tuple([self.cls, tuple([int(self.index), self.doc])])),
    },
    properties: {
      __doc__: member(
        (self: PyTupleGetter) => self.doc,
        (self: PyTupleGetter, value: Value | undefined) => {
          self.doc = value ?? None;
        },
      ),
    },
  });
}

/** `for e in iterable: mapping[e] = mapping.get(e, 0) + 1`. CPython: _collections__count_elements_impl */
function countElements(mapping: Value, iterable: Value): Value {
  const iterator = iter(iterable);
  const plain = mapping instanceof PyDict && keepsDictAccess(mapping);
  if (plain) {
    for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) countIn(mapping, item);
    return None;
  }
  const get = getAttr(mapping, 'get');
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    setItem(mapping, item, add(call(get, item, int(0)), int(1)));
  }
  return None;
}

function countIn(dict: PyDict, item: Value): void {
  const place = typeof item === 'string' ? dictNamePlace(dict, item) : 0;
  const old = place > 0 ? dict.entries[place + 1] : dictGet(dict, item);
  const next = old === undefined ? int(1) : add(old, int(1));
  if (place > 0) dict.entries[place + 1] = next;
  else dictSet(dict, item, next);
}

/** Whether a dict subclass reads and writes as dict does. */
function keepsDictAccess(mapping: PyDict): boolean {
  const own = mapping as unknown as Record<string, unknown>;
  const base = dictType.proto as unknown as Record<string, unknown>;
  return own['m$get'] === base['m$get'] && own['m$__setitem__'] === base['m$__setitem__'];
}

export const collectionsModule: NativeModule = {
  name: '_collections',
  doc: 'High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n',
  install: () => {
    installDeque();
    installDefaultDict();
    installOrderedDict();
    installTupleGetter();
  },
  types: {
    OrderedDict: orderedDictType,
    deque: dequeType,
    defaultdict: defaultDictType,
    _tuplegetter: tupleGetterType,
    _deque_iterator: dequeIteratorType,
    _deque_reverse_iterator: reverseDequeIteratorType,
  },
  functions: { _count_elements: fn('($module, mapping, iterable, /)', countElements) },
};
