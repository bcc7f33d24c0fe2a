// defaultdict. CPython: Modules/_collectionsmodule.c (defdictobject)
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { bareName, type PyType, TypeFlags } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { keyError, typeError } from '../../runtime/exceptions/errors.ts';
import { classmethod, installType, member, method, slot } from '../../runtime/native/define.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictRepr } from '../../runtime/objects/dict/methods.ts';
import { dictSetDefault } from '../../runtime/objects/dict/table.ts';
import { updateFrom } from '../../runtime/objects/dict/update.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import type { StrValue } from '../../runtime/objects/str/str.ts';
import { emptyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call, isCallable } from '../../runtime/protocols/call.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { guardedRepr } from '../../runtime/protocols/sequence.ts';
import { joinStrings, repr } from '../../runtime/protocols/text.ts';

export class PyDefaultDict extends PyDict {
  factory: Value = None;
}
export const defaultDictType: PyType = staticType('defaultdict', PyDefaultDict, {
  base: dictType,
  module: 'collections',
  subclassable: true,
  flags: TypeFlags.MAPPING,
});

function init(self: PyDefaultDict, args: Value[], keywords: PyDict): Value {
  const [factory, ...rest] = args;
  if (factory !== undefined && factory !== None && !isCallable(factory))
    throw typeError('first argument must be callable or None');
  if (rest.length > 1) throw typeError(`dict expected at most 1 argument, got ${rest.length}`);
  self.factory = factory ?? None;
  if (rest.length === 1) updateFrom(self, rest[0]!);
  if (keywords.size > 0) updateFrom(self, keywords);
  return None;
}

/** CPython: defdict_missing */
function missing(self: PyDefaultDict, key: Value): Value {
  if (self.factory === None) throw keyError(key);
  return dictSetDefault(self, key, call(self.factory));
}

function copy(self: PyDefaultDict): Value {
  return call(self.cls, self.factory, self);
}

function merged(self: Value, other: Value): Value {
  if (!(self instanceof PyDict) || !(other instanceof PyDict)) return NotImplemented;
  const owner = (self instanceof PyDefaultDict ? self : other) as PyDefaultDict;
  const result = call(owner.cls, owner.factory, self) as PyDefaultDict;
  updateFrom(result, other);
  return result;
}

function defaultDictRepr(self: PyDefaultDict): Value {
  const items = dictRepr(self) as StrValue;
  const factory = self.factory === None ? 'None' : guardedRepr(self.factory, '...', () => repr(self.factory));
  return joinStrings([`${bareName(self.cls)}(`, factory, ', ', items, ')']);
}

export function installDefaultDict(): void {
  installType(defaultDictType, {
    doc: 'defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.\n',
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PyDefaultDict)()),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', init),
      __missing__: method('($self, object, /)', missing),
      __repr__: slot('($self, /)', defaultDictRepr),
      __or__: slot('($self, value, /)', merged),
      __ror__: slot('($self, value, /)', (a: Value, b: Value) => merged(b, a)),
      __copy__: method('($self, /)', copy),
      copy: method('($self, /)', copy),
      __reduce__: method('($self, /)', (self: PyDefaultDict) =>
        tuple([
          self.cls,
          self.factory === None ? emptyTuple : tuple([self.factory]),
          None,
          None,
          iter(call(getAttr(self, 'items'))),
        ]),
      ),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
    },
    properties: {
      default_factory: member(
        (self: PyDefaultDict) => self.factory,
        (self: PyDefaultDict, value: Value | undefined) => {
          self.factory = value ?? None;
        },
      ),
    },
  });
}
