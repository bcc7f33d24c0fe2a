// The singletons' types, cells and modules: small tables. CPython: Objects/object.c, sliceobject.c (Ellipsis), cellobject.c, moduleobject.c
import { Ellipsis, None, NotImplemented, type PyObject } from '../../core/object.ts';
import { ellipsisType, noneType, notImplementedType, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { attributeError, typeError, valueError } from '../../exceptions/errors.ts';
import { getset, installType, method, slot } from '../../native/define.ts';
import { getAttr, instanceDict, lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { richCompare } from '../../protocols/compare.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { cellType, PyCell } from '../cell/cell.ts';
import { PyDict } from '../dict/dict.ts';
import { dictGet, dictKeys, ownAttribute } from '../dict/table.ts';
import { PyList } from '../list/list.ts';
import { moduleType, type PyModule, setNamespaceValue } from '../module/module.ts';
import { objectId } from '../object/identity.ts';
import { isStr } from '../str/str.ts';

function noArguments(type: PyType, args: Value[], keywords: PyDict, value: Value): Value {
  if (args.length > 0 || keywords.size > 0) throw typeError(`${type.typeName} takes no arguments`);
  return value;
}

function installSingletons(): void {
  installType(noneType, {
    new: method('($type, *args, **kwargs)', (type: PyType, args: Value[], keywords: PyDict) =>
      noArguments(type, args, keywords, None),
    ),
    methods: {
      __repr__: slot('($self, /)', () => 'None'),
      __bool__: slot('($self, /)', () => false),
      __hash__: slot('($self, /)', () => int(0xfca86420)),
      __eq__: slot('($self, value, /)', (_self: Value, other: Value) => (other === None ? true : NotImplemented)),
      __ne__: slot('($self, value, /)', (_self: Value, other: Value) => (other === None ? false : NotImplemented)),
    },
  });
  noneType.proto.keyKind = 1;
  installType(notImplementedType, {
    new: method('($type, *args, **kwargs)', (type: PyType, args: Value[], keywords: PyDict) =>
      noArguments(type, args, keywords, NotImplemented),
    ),
    methods: {
      __repr__: slot('($self, /)', () => 'NotImplemented'),
      __bool__: slot('($self, /)', () => {
        throw typeError('NotImplemented should not be used in a boolean context');
      }),
      __reduce__: method('($self, /)', () => 'NotImplemented'),
    },
  });
  installType(ellipsisType, {
    new: method('($type, *args, **kwargs)', (type: PyType, args: Value[], keywords: PyDict) =>
      noArguments(type, args, keywords, Ellipsis),
    ),
    methods: { __repr__: slot('($self, /)', () => 'Ellipsis'), __reduce__: method('($self, /)', () => 'Ellipsis') },
  });
}

function compareCells(op: '__eq__' | '__lt__' | '__le__' | '__gt__' | '__ge__' | '__ne__') {
  return slot('($self, value, /)', (a: PyCell, b: Value) => {
    if (!(b instanceof PyCell)) return NotImplemented;
    const x = a.get();
    const y = b.get();
    if (x !== undefined && y !== undefined) return richCompare(x, y, op);
    return richCompare(int(x === undefined ? 0 : 1), int(y === undefined ? 0 : 1), op);
  });
}

function installCell(): void {
  installType(cellType, {
    new: method('($type, contents=<unrepresentable>, /)', (_cls: PyType, contents?: Value) => {
      const box: { value: Value | undefined } = { value: contents };
      return new PyCell(
        () => box.value,
        (v) => {
          box.value = v;
        },
      );
    }),
    methods: {
      __repr__: slot('($self, /)', (self: PyCell) => {
        const value = self.get();
        const at = objectId(self).toString(16).padStart(12, '0');
        const what =
          value === undefined
            ? 'empty'
            : `${typeOf(value).typeName} object at 0x${objectId(value).toString(16).padStart(12, '0')}`;
        return `<cell at 0x${at}: ${what}>`;
      }),
      __eq__: compareCells('__eq__'),
      __ne__: compareCells('__ne__'),
      __lt__: compareCells('__lt__'),
      __le__: compareCells('__le__'),
      __gt__: compareCells('__gt__'),
      __ge__: compareCells('__ge__'),
    },
    attributes: { __hash__: None },
    properties: {
      cell_contents: getset(
        (self: PyCell) => {
          const value = self.get();
          if (value === undefined) throw valueError('cell is empty');
          return value;
        },
        (self: PyCell, value: Value | undefined) => self.set(value),
      ),
    },
  });
}

function moduleInit(self: PyModule, name: Value, doc?: Value): Value {
  if (!isStr(name)) throw typeError(`module() argument 'name' must be str, not ${typeOf(name).typeName}`);
  const values: Record<string, Value> = {
    __name__: name,
    __doc__: doc ?? None,
    __package__: None,
    __loader__: None,
    __spec__: None,
  };
  for (const [key, value] of Object.entries(values)) setNamespaceValue(self, `$${key}`, value);
  return None;
}

/** `<module 'x' from '...'>`, as the spec says. CPython: module_repr through importlib */
function moduleRepr(self: PyModule): Value {
  const spec = ownAttribute(self, '__spec__');
  const name = ownAttribute(self, '__name__');
  const file = ownAttribute(self, '__file__');
  const shown = name === undefined ? '?' : reprForMessage(name);
  if (file !== undefined && isStr(file)) return `<module ${shown} from ${reprForMessage(file)}>`;
  const origin = spec === undefined || spec === None ? undefined : lookupAttr(spec, 'origin');
  if (origin !== undefined && isStr(origin)) return `<module ${shown} (${String(origin)})>`;
  const loader = ownAttribute(self, '__loader__');
  return loader === undefined || loader === None
    ? `<module ${shown}>`
    : `<module ${shown} (${reprForMessage(loader)})>`;
}

function moduleDir(self: PyModule): Value {
  const dict = getAttr(self, '__dict__');
  if (!(dict instanceof PyDict)) {
    const name = lookupAttr(self, '__name__');
    throw typeError(`${typeof name === 'string' ? name : '<module>'}.__dict__ is not a dictionary`);
  }
  const hook = dictGet(dict, '__dir__');
  return hook === undefined ? new PyList([...dictKeys(dict)]) : call(hook);
}

function moduleAnnotations(self: PyModule): Value {
  const own = ownAttribute(self, '__annotations__');
  if (own !== undefined) return own;
  const annotate = ownAttribute(self, '__annotate__');
  const made = annotate === undefined || annotate === None ? new PyDict() : call(annotate, int(1));
  setNamespaceValue(self, '$__annotations__', made);
  return made;
}

function installModule(): void {
  installType(moduleType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PyModule)()),
    methods: {
      __init__: slot('($self, /, name, doc=None)', moduleInit),
      __repr__: slot('($self, /)', moduleRepr),
      __dir__: method('($self, /)', moduleDir),
    },
    properties: {
      __dict__: { ...getset((self: PyObject) => instanceDict(self)), member: true },
      __annotations__: getset(moduleAnnotations, (self: PyModule, value: Value | undefined) => {
        if (value === undefined) {
          if (ownAttribute(self, '__annotations__') === undefined)
            throw attributeError('__annotations__', self, '__annotations__');
          delete (self as unknown as Record<string, unknown>)['$__annotations__'];
        } else setNamespaceValue(self, '$__annotations__', value);
      }),
      __annotate__: getset(
        (self: PyModule) => ownAttribute(self, '__annotate__') ?? None,
        (self: PyModule, value: Value | undefined) => {
          if (value === undefined) throw typeError('cannot delete __annotate__ attribute');
          setNamespaceValue(self, '$__annotate__', value);
        },
      ),
    },
  });
}

export function installSmallTypes(): void {
  installSingletons();
  installCell();
  installModule();
}
