// Exception groups. CPython: Objects/exceptions.c (BaseExceptionGroup)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { isSubtype, isType, makeType, type PyType, TypeFlags } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { classmethod, installType, member, method, slot } from '../native/define.ts';
import { weakrefDescriptor } from '../native/exception-type.ts';
import { genericAlias } from '../objects/generic-alias/generic-alias.ts';
import { PyList } from '../objects/list/list.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { PyTuple, tuple } from '../objects/tuple/tuple.ts';
import { getAttr, lookupAttr, setAttr } from '../protocols/attribute.ts';
import { call, isCallable } from '../protocols/call.ts';
import { isTrue } from '../protocols/compare.ts';
import { spread } from '../protocols/iterate.ts';
import { reprForMessage } from '../protocols/text.ts';
import { typeError, valueError } from './errors.ts';
import {
  baseExceptionType,
  exceptionBase,
  exceptionNamed,
  exceptionTypes,
  PyBaseException,
  PyBaseExceptionGroup,
} from './exception.ts';

/** ExceptionGroup has two bases: it is a BaseExceptionGroup in layout, and an Exception. */
function makeExceptionGroup(): PyType {
  const base = exceptionNamed('BaseExceptionGroup');
  class PyExceptionGroup extends PyBaseExceptionGroup {}
  const type = makeType({
    typeName: 'ExceptionGroup',
    metatype: base.cls,
    bases: [base, exceptionBase],
    base,
    Instance: PyExceptionGroup,
    flags: TypeFlags.BASETYPE,
    hasDict: true,
    hasWeakref: true,
  });
  type.mro = [type, base, exceptionBase, ...baseExceptionType.mro];
  type.linear = false;
  type.proto.fs = true;
  // A heap type in CPython: its module is in its dictionary.
  type.attrs.set('__module__', 'builtins');
  type.attrs.set('__doc__', None);
  type.attrs.set('__weakref__', weakrefDescriptor(type));
  return type;
}

/** CPython: BaseExceptionGroup_new */
function groupNew(cls: PyType, args: Value[]): Value {
  if (args.length !== 2)
    throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, sequence] = args as [Value, Value];
  if (!isStr(message))
    throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeOf(message).typeName}`);
  const items = memberExceptions(sequence);
  const actual = chooseClass(cls, items);
  const group = new (actual.Instance as unknown as new (args: PyTuple) => PyBaseExceptionGroup)(tuple(args));
  group.message = message;
  group.exceptions = tuple(items);
  if (!(sequence instanceof PyList) && !(sequence instanceof PyTuple)) group.givenAs = reprForMessage(sequence);
  return group;
}

function memberExceptions(sequence: Value): PyBaseException[] {
  const slots = typeOf(sequence);
  if (
    !(sequence instanceof PyList) &&
    !(sequence instanceof PyTuple) &&
    lookupAttr(sequence, '__getitem__') === undefined
  ) {
    throw typeError('second argument (exceptions) must be a sequence');
  }
  if (slots.typeName === 'set' || slots.typeName === 'dict')
    throw typeError('second argument (exceptions) must be a sequence');
  const items = spread(sequence);
  if (items.length === 0) throw valueError('second argument (exceptions) must be a non-empty sequence');
  items.forEach((item, i) => {
    if (!(item instanceof PyBaseException))
      throw valueError(`Item ${i} of second argument (exceptions) is not an exception`);
  });
  return items as PyBaseException[];
}

function chooseClass(cls: PyType, items: PyBaseException[]): PyType {
  const bare = items.find((item) => !isSubtype(item.cls, exceptionBase));
  const base = exceptionNamed('BaseExceptionGroup');
  const group = exceptionNamed('ExceptionGroup');
  if (cls === base) return bare === undefined ? group : base;
  if (bare !== undefined && cls === group) throw typeError('Cannot nest BaseExceptions in an ExceptionGroup');
  if (bare !== undefined && isSubtype(cls, exceptionBase))
    throw typeError(`Cannot nest BaseExceptions in '${cls.typeName}'`);
  return cls;
}

function groupStr(self: PyBaseExceptionGroup): Value {
  const n = self.exceptions.items.length;
  return `${jsString(self.message as string)} (${n} sub-exception${n === 1 ? '' : 's'})`;
}

function groupRepr(self: PyBaseExceptionGroup): Value {
  const list =
    self.givenAs ??
    (self.args.items[1] instanceof PyTuple
      ? reprForMessage(self.exceptions)
      : reprForMessage(new PyList([...self.exceptions.items])));
  return `${self.cls.typeName}(${reprForMessage(self.message)}, ${list})`;
}

/** Only a sequence of notes is copied. */
function isIterable(v: Value): boolean {
  return lookupAttr(v, '__iter__') !== undefined || lookupAttr(v, '__getitem__') !== undefined;
}

type Matcher = (error: PyBaseException) => boolean;

/** What `split` and `subgroup` take: a type, a tuple of types, or a predicate. */
function matcherOf(condition: Value): Matcher {
  if (isType(condition) && isSubtype(condition, baseExceptionType)) return (e) => isSubtype(e.cls, condition);
  if (condition instanceof PyTuple && condition.items.every((t) => isType(t) && isSubtype(t, baseExceptionType))) {
    return (e) => condition.items.some((t) => isSubtype(e.cls, t as PyType));
  }
  if (isCallable(condition) && !isType(condition)) return (e) => isTrue(call(condition, e));
  throw typeError('expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

/** A group of some of the parts, with this one's message and metadata. */
function derive(self: PyBaseExceptionGroup, parts: PyBaseException[]): PyBaseException {
  const group = call(getAttr(self, 'derive'), new PyList(parts));
  if (!(group instanceof PyBaseExceptionGroup)) throw typeError('derive must return an instance of BaseExceptionGroup');
  group.traceback = self.traceback;
  group.context = self.context;
  group.cause = self.cause;
  const notes = lookupAttr(self, '__notes__');
  if (notes !== undefined && isIterable(notes)) setAttr(group, '__notes__', new PyList(spread(notes)));
  return group;
}

function splitBy(self: PyBaseException, matches: Matcher): [PyBaseException | undefined, PyBaseException | undefined] {
  if (matches(self)) return [self, undefined];
  if (!(self instanceof PyBaseExceptionGroup)) return [undefined, self];
  const yes: PyBaseException[] = [];
  const no: PyBaseException[] = [];
  for (const item of self.exceptions.items) {
    const [match, rest] = splitBy(item as PyBaseException, matches);
    if (match !== undefined) yes.push(match);
    if (rest !== undefined) no.push(rest);
  }
  return [yes.length > 0 ? derive(self, yes) : undefined, no.length > 0 ? derive(self, no) : undefined];
}

export function installGroups(): void {
  (exceptionTypes as Map<string, PyType>).set('ExceptionGroup', makeExceptionGroup());
  installType(exceptionNamed('BaseExceptionGroup'), {
    new: method('($type, *args, **kwargs)', groupNew),
    methods: {
      __str__: slot('($self, /)', groupStr),
      __repr__: slot('($self, /)', groupRepr),
      __init__: slot('($self, /, *args, **kwargs)', () => None),
      derive: method('($self, excs, /)', (self: PyBaseExceptionGroup, items: Value) =>
        call(exceptionNamed('BaseExceptionGroup'), self.message, items),
      ),
      split: method('($self, matcher_value, /)', (self: PyBaseExceptionGroup, condition: Value) => {
        const [yes, no] = splitBy(self, matcherOf(condition));
        return tuple([yes ?? None, no ?? None]);
      }),
      subgroup: method(
        '($self, matcher_value, /)',
        (self: PyBaseExceptionGroup, condition: Value) => splitBy(self, matcherOf(condition))[0] ?? None,
      ),
      __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
    },
    properties: {
      message: member((self: PyBaseExceptionGroup) => self.message),
      exceptions: member((self: PyBaseExceptionGroup) => self.exceptions),
    },
  });
}
