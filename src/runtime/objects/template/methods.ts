// The tables of string.templatelib's Template and Interpolation. CPython: Objects/templateobject.c, interpolationobject.c
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, member, method, slot } from '../../native/define.ts';
import { getAttr } from '../../protocols/attribute.ts';
import { nextOrStop } from '../../protocols/next.ts';
import { add } from '../../protocols/number.ts';
import { reprForMessage } from '../../protocols/text.ts';
import type { PyDict } from '../dict/dict.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { isStr, jsString, type StrValue } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import {
  interpolationType,
  PyInterpolation,
  PyTemplate,
  PyTemplateIterator,
  templateIteratorType,
  templateType,
} from './template.ts';

/** CPython: template_new */
function templateNew(_cls: PyType, args: Value[], keywords: PyDict): Value {
  if (keywords.size > 0) throw typeError('Template.__new__ only accepts *args arguments');
  const strings: Value[] = [''];
  const interpolations: Value[] = [];
  for (const arg of args) {
    if (isStr(arg)) strings.push(joined(strings.pop()!, arg));
    else if (arg instanceof PyInterpolation) {
      interpolations.push(arg);
      strings.push('');
    } else {
      throw typeError(
        `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeOf(arg).typeName}`,
      );
    }
  }
  return new PyTemplate(strings, interpolations);
}

function joined(a: Value, b: Value): Value {
  return a === '' ? b : add(a, b);
}

/** CPython: template_concat_templates */
function templateAdd(self: PyTemplate, other: Value): Value {
  if (!(other instanceof PyTemplate)) {
    const name = other instanceof PyInterpolation ? 'string.templatelib.Interpolation' : typeOf(other).typeName;
    throw typeError(`can only concatenate string.templatelib.Template (not "${name}") to string.templatelib.Template`);
  }
  const strings = [...self.strings.items];
  strings.push(joined(strings.pop()!, other.strings.items[0]!), ...other.strings.items.slice(1));
  return new PyTemplate(strings, [...self.interpolations.items, ...other.interpolations.items]);
}

function templateReduce(self: PyTemplate): Value {
  const unpickle = getAttr(state.interp.importModule('string.templatelib'), '_template_unpickle');
  return tuple([unpickle, tuple([self.strings, self.interpolations])]);
}

function textArgument(value: Value, name: string): Value {
  if (isStr(value)) return value;
  throw typeError(`Interpolation() argument '${name}' must be str, not ${typeOf(value).typeName}`);
}

/** CPython: interpolation_new */
function interpolationNew(
  _cls: PyType,
  value: Value,
  expression: Value = '',
  conversion: Value = None,
  formatSpec: Value = '',
): Value {
  textArgument(expression, 'expression');
  if (conversion !== None) {
    textArgument(conversion, 'conversion');
    if (!['s', 'a', 'r'].includes(jsString(conversion as StrValue))) {
      throw valueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
    }
  }
  return new PyInterpolation(value, expression, conversion, textArgument(formatSpec, 'format_spec'));
}

const interpolationFields = (self: PyInterpolation): Value[] => [
  self.value,
  self.expression,
  self.conversion,
  self.formatSpec,
];

function installInterpolation(): void {
  installType(interpolationType, {
    doc: 'Interpolation object',
    signature: '',
    new: method("($type, value, expression='', conversion=None, format_spec='')", interpolationNew),
    methods: {
      __repr__: slot(
        '($self, /)',
        (self: PyInterpolation) => `Interpolation(${interpolationFields(self).map(reprForMessage).join(', ')})`,
      ),
      __reduce__: method('($self, /)', (self: PyInterpolation) =>
        tuple([interpolationType, tuple(interpolationFields(self))]),
      ),
      __class_getitem__: classmethod('($type, object, /)', genericAlias, 'Interpolation supports [] for generic usage'),
    },
    properties: {
      value: member((self: PyInterpolation) => self.value, undefined, 'Value'),
      expression: member((self: PyInterpolation) => self.expression, undefined, 'Expression'),
      conversion: member((self: PyInterpolation) => self.conversion, undefined, 'Conversion'),
      format_spec: member((self: PyInterpolation) => self.formatSpec, undefined, 'Format specifier'),
    },
    attributes: { __match_args__: tuple(['value', 'expression', 'conversion', 'format_spec']) },
  });
}

export function installTemplates(): void {
  installInterpolation();
  installType(templateIteratorType, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
    },
  });
  installType(templateType, {
    doc: 'Template object',
    signature: '',
    new: method('($type, *args, **kwargs)', templateNew),
    methods: {
      __repr__: slot(
        '($self, /)',
        (self: PyTemplate) =>
          `Template(strings=${reprForMessage(self.strings)}, interpolations=${reprForMessage(self.interpolations)})`,
      ),
      __iter__: slot('($self, /)', (self: PyTemplate) => new PyTemplateIterator(self)),
      __add__: slot('($self, value, /)', templateAdd),
      __reduce__: method('($self, /)', templateReduce),
      __class_getitem__: classmethod('($type, object, /)', genericAlias, 'Template supports [] for generic usage'),
    },
    properties: {
      strings: member((self: PyTemplate) => self.strings, undefined, 'Strings'),
      interpolations: member((self: PyTemplate) => self.interpolations, undefined, 'Interpolations'),
      values: getset(
        (self: PyTemplate) => tuple(self.interpolations.items.map((i) => (i as PyInterpolation).value)),
        undefined,
        'Values of interpolations',
      ),
    },
  });
}
