// `pickler.memo` and `unpickler.memo`. CPython: Modules/_pickle.c (PicklerMemoProxyObject, UnpicklerMemoProxyObject)
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { installType, method } from '../../runtime/native/define.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictSet } from '../../runtime/objects/dict/table.ts';
import { intValue } from '../../runtime/objects/int/int.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import type { PyPickler } from './pickler.ts';
import type { PyUnpickler } from './unpickler.ts';

export class PyPicklerMemo extends PyObject {
  readonly owner: PyPickler;
  constructor(owner: PyPickler) {
    super();
    this.owner = owner;
  }

  /** By identity: the number and the object. */
  contents(): PyDict {
    const id = getAttr(state.interp.importModule('builtins'), 'id');
    const dict = new PyDict();
    for (const [obj, index] of this.owner.memo) dictSet(dict, call(id, obj), tuple([int(index), obj]));
    return dict;
  }
}

export class PyUnpicklerMemo extends PyObject {
  readonly owner: PyUnpickler;
  constructor(owner: PyUnpickler) {
    super();
    this.owner = owner;
  }

  contents(): PyDict {
    const dict = new PyDict();
    for (const [index, obj] of this.owner.memoEntries()) dictSet(dict, int(index), obj);
    return dict;
  }
}

const picklerMemoType: PyType = staticType('PicklerMemoProxy', PyPicklerMemo, {
  module: '_pickle',
  instantiable: false,
});
const unpicklerMemoType: PyType = staticType('UnpicklerMemoProxy', PyUnpicklerMemo, {
  module: '_pickle',
  instantiable: false,
});

/** CPython: Pickler_set_memo */
export function setPicklerMemo(self: PyPickler, value: Value | undefined): void {
  if (value === undefined) throw typeError('attribute deletion is not supported');
  if (value instanceof PyPicklerMemo) {
    self.memo = new Map(value.owner.memo);
    return;
  }
  if (!(value instanceof PyDict)) throw wrongMemo('a PicklerMemoProxy', value);
  const memo = new Map<Value, number>();
  for (const [, entry] of dictEntries(value)) {
    if (!(entry instanceof PyTuple) || entry.items.length !== 2) {
      throw typeError("'memo' values must be 2-item tuples");
    }
    memo.set(entry.items[1]!, Number(intValue(entry.items[0]!) ?? 0));
  }
  self.memo = memo;
}

/** CPython: Unpickler_set_memo */
export function setUnpicklerMemo(self: PyUnpickler, value: Value | undefined): void {
  if (value === undefined) throw typeError('attribute deletion is not supported');
  if (value instanceof PyUnpicklerMemo) {
    self.setMemo(value.owner.memoEntries());
    return;
  }
  if (!(value instanceof PyDict)) throw wrongMemo('an UnpicklerMemoProxy', value);
  const memo = new Map<number, Value>();
  for (const [key, obj] of dictEntries(value)) {
    const index = intValue(key);
    if (index === undefined) throw typeError('memo key must be integers');
    if (index < 0) throw valueError('memo key must be positive integers.');
    memo.set(Number(index), obj);
  }
  self.setMemo(memo);
}

function wrongMemo(wanted: string, value: Value): object {
  return typeError(`'memo' attribute must be ${wanted} object or dict, not ${typeOf(value).typeName}`);
}

type AnyMemo = PyPicklerMemo | PyUnpicklerMemo;

export function installMemos(): void {
  for (const type of [picklerMemoType, unpicklerMemoType]) {
    installType(type, {
      methods: {
        clear: method('($self, /)', (self: AnyMemo) => {
          if (self instanceof PyPicklerMemo) self.owner.memo.clear();
          else self.owner.setMemo([]);
          return None;
        }),
        copy: method('($self, /)', (self: AnyMemo) => self.contents()),
        __reduce__: method('($self, /)', (self: AnyMemo) => tuple([dictType, tuple([self.contents()])])),
      },
      attributes: { __hash__: None },
    });
  }
}
