// The module `_string`: how string.Formatter parses. CPython: Objects/unicodeobject.c (_string_methods), Objects/stringlib/unicode_format.h
import { None, PyObject } from '../runtime/core/object.ts';
import { staticType, typeOf } from '../runtime/core/primitives.ts';
import type { PyType } from '../runtime/core/type.ts';
import { int, type Value } from '../runtime/core/value.ts';
import { stopIteration, typeError } from '../runtime/exceptions/errors.ts';
import { fn, installType, slot } from '../runtime/native/define.ts';
import type { NativeModule } from '../runtime/native/module.ts';
import { isStr, strOf, strOfPoint, textOfStr } from '../runtime/objects/str/str.ts';
import { tuple } from '../runtime/objects/tuple/tuple.ts';
import { type FieldStep, type FormatPart, parseFormatString, splitFieldName } from '../runtime/text/field-parser.ts';
import type { Text } from '../runtime/text/text.ts';

class PyFormatterIterator extends PyObject {
  readonly parts: Iterator<FormatPart>;
  constructor(parts: Iterator<FormatPart>) {
    super();
    this.parts = parts;
  }
  override iternext(): Value | undefined {
    const { done, value } = this.parts.next();
    if (done) return undefined;
    const literal = strOf(value.literal);
    const field = value.field;
    if (field === undefined) return tuple([literal, None, None, None]);
    const conversion = field.conversion < 0 ? None : strOfPoint(field.conversion);
    return tuple([literal, strOf(field.name), strOf(field.spec), conversion]);
  }
}
const formatterIteratorType: PyType = staticType('formatteriterator', PyFormatterIterator, { instantiable: false });

class PyFieldNameIterator extends PyObject {
  readonly steps: Iterator<FieldStep>;
  constructor(steps: Iterator<FieldStep>) {
    super();
    this.steps = steps;
  }
  override iternext(): Value | undefined {
    const { done, value } = this.steps.next();
    return done ? undefined : tuple([value.isAttribute, keyOf(value.key)]);
  }
}
const fieldNameIteratorType: PyType = staticType('fieldnameiterator', PyFieldNameIterator, { instantiable: false });

function keyOf(key: Text | number): Value {
  return typeof key === 'number' ? int(key) : strOf(key);
}

function textArgument(v: Value): Text {
  if (!isStr(v)) throw typeError(`expected str, got ${typeOf(v).typeName}`);
  return textOfStr(v);
}

function formatterParser(format: Value): Value {
  return new PyFormatterIterator(parseFormatString(textArgument(format)));
}

function fieldNameSplit(name: Value): Value {
  const { first, steps } = splitFieldName(textArgument(name));
  return tuple([keyOf(first), new PyFieldNameIterator(steps)]);
}

function next(self: PyObject): Value {
  const value = self.iternext!();
  if (value === undefined) throw stopIteration();
  return value;
}

export const stringModule: NativeModule = {
  name: '_string',
  doc: 'string helper module',
  functions: {
    formatter_parser: fn('($module, object, /)', formatterParser),
    formatter_field_name_split: fn('($module, object, /)', fieldNameSplit),
  },
  install: () => {
    for (const type of [formatterIteratorType, fieldNameIteratorType]) {
      installType(type, {
        methods: { __iter__: slot('($self, /)', (self: Value) => self), __next__: slot('($self, /)', next) },
      });
    }
  },
};
