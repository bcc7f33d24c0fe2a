// A stand-in for the object layer under % formatting and str.format: values are {type, value}.

import { indexError, overflowError, typeError, valueError } from '../../dist/runtime/exceptions/errors.js';
import { parseFormatString, splitFieldName } from '../../dist/runtime/text/field-parser.js';
import { floatRepr } from '../../dist/runtime/text/float-repr.js';
import { formatFloat, formatInt, formatText } from '../../dist/runtime/text/format.js';
import { formatFields } from '../../dist/runtime/text/format-fields.js';
import { intToText } from '../../dist/runtime/text/int-text.js';
import { latin1 } from '../../dist/runtime/text/latin1.js';
import { percentFormat, percentFormatBytes } from '../../dist/runtime/text/percent.js';
import { asciiOf, reprBytes, reprText } from '../../dist/runtime/text/repr.js';
import { codePointsOf, textLength, textOf, utf16Of } from '../../dist/runtime/text/text.js';

const sameText = (a, b) => String(codePointsOf(a)) === String(codePointsOf(b));

function repr({ type, value }) {
  if (type === 'str') return reprText(value);
  if (type === 'bytes') return reprBytes(value);
  if (type === 'float') return floatRepr(value);
  return type === 'int'
    ? intToText(value)
    : type === 'bool'
      ? value
        ? 'True'
        : 'False'
      : type === 'Mapping'
        ? 'Mapping()'
        : 'None';
}

const str = (item) => (item.type === 'str' ? item.value : repr(item));

function integer({ type, value }, code) {
  if (type === 'int') return value;
  if (type !== 'float' || 'oxX'.includes(code)) return undefined;
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw overflowError('cannot convert float infinity to integer');
  const whole = BigInt(Math.trunc(value));
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}

const common = {
  integer,
  star: ({ type, value }) => (type === 'int' ? value : undefined),
  typeName: ({ type }) => type,
  fullTypeName: ({ type }) => type,
  decimal: (value) => intToText(value),
};

function toFloat({ type, value }, error) {
  if (type === 'float') return value;
  if (type !== 'int') throw typeError(error(type));
  const double = Number(value);
  if (!Number.isFinite(double)) throw overflowError('int too large to convert to float');
  return double;
}

const converter = {
  ...common,
  text: (item, code) => (code === 's' ? str(item) : code === 'r' ? repr(item) : asciiOf(repr(item))),
  float: (item) => toFloat(item, (type) => `must be real number, not ${type}`),
  character({ type, value }) {
    if (type === 'int') return value;
    if (type !== 'str') return undefined;
    return textLength(value) === 1 ? codePointsOf(value)[0] : { length: textLength(value) };
  },
};

const bytesConverter = {
  ...common,
  text(item, code) {
    if (code === 'r' || code === 'a') return asciiOf(repr(item));
    if (item.type === 'bytes') return latin1(item.value);
    const needed = 'a bytes-like object, or an object that implements __bytes__';
    throw typeError(`%b requires ${needed}, not '${item.type}'`);
  },
  float: (item) => toFloat(item, (type) => `float argument required, not ${type}`),
  character({ type, value }) {
    if (type === 'int') return value;
    if (type !== 'bytes') return undefined;
    return value.length === 1 ? value[0] : { length: value.length };
  },
};

function mapping(names, items) {
  return (key) => {
    const index = names.slice(0, items.length).findIndex((name) => sameText(name, key));
    if (index < 0) throw { kind: 'KeyError', message: utf16Of(repr({ type: 'str', value: key })) };
    return items[index];
  };
}

function percent({ value: format }, items, { value: keys }) {
  const values = keys ? { items: [{ type: 'Mapping' }], lookup: mapping(['a', 'b', '(c)', ''], items) } : { items };
  return percentFormat(format, values, converter);
}

function percentBytes({ value: format }, items, { value: keys }) {
  const lookup = mapping(['a', 'b', '(c)', ''], items);
  const find = (key) => {
    try {
      return lookup(key);
    } catch {
      throw { kind: 'KeyError', message: utf16Of(reprBytes(Uint8Array.from(codePointsOf(key)))) };
    }
  };
  const values = keys ? { items: [{ type: 'Mapping' }], lookup: find } : { items };
  const text = percentFormatBytes(latin1(format), values, bytesConverter);
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function formatterParser(format) {
  return Array.from(parseFormatString(format), ({ literal, field }) => {
    if (field === undefined) return [literal, null, null, null];
    const conversion = field.conversion < 0 ? null : textOf([field.conversion]);
    return [literal, field.name, field.spec, conversion];
  });
}

function fieldNameSplit(name) {
  const { first, steps } = splitFieldName(name);
  return [first, Array.from(steps, ({ isAttribute, key }) => [isAttribute, key])];
}

/** Strings and ints index as in Python; attributes are not there. */
function strFormat(format, args) {
  const host = {
    positional(index) {
      if (index < args.length) return args[index];
      throw indexError(`Replacement index ${index} out of range for positional args tuple`);
    },
    keyword(name) {
      if (sameText(name, 'a')) return { type: 'str', value: 'kw' };
      throw { kind: 'KeyError', message: utf16Of(repr({ type: 'str', value: name })) };
    },
    getAttr: ({ type }, name) => {
      throw { kind: 'AttributeError', message: `'${type}' object has no attribute '${name}'` };
    },
    getItem({ type, value }, key) {
      if (type === 'int') throw typeError("'int' object is not subscriptable");
      if (typeof key !== 'number') throw typeError("string indices must be integers, not 'str'");
      const points = codePointsOf(value);
      if (key >= points.length) throw indexError('string index out of range');
      return { type, value: textOf([points[key]]) };
    },
    convert: (item, conversion) => ({ type: 'str', value: converter.text(item, conversion) }),
    format: ({ type, value }, spec) =>
      type === 'int' ? formatInt(value, spec) : type === 'float' ? formatFloat(value, spec) : formatText(value, spec),
  };
  return formatFields(format.value, host);
}

export const templateFunctions = {
  percent: { call: percent, typed: true },
  percentBytes: { call: percentBytes, typed: true },
  formatterParser: { call: formatterParser },
  fieldNameSplit: { call: fieldNameSplit },
  strFormat: { call: strFormat, typed: true },
};
