// Making struct sequence types. CPython: Objects/structseq.c PyStructSequence_NewType

import { None } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { attributeError, typeError } from '../../exceptions/errors.ts';
import { installType, member, method, type Property, slot } from '../../native/define.ts';
import { lookupSpecial } from '../../protocols/attribute.ts';
import { spread } from '../../protocols/iterate.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { PyDict } from '../dict/dict.ts';
import { dictEntries, dictGet, dictSet, dictSize } from '../dict/table.ts';
import { strOfUtf16 } from '../str/str.ts';
import { tuple, tupleType } from '../tuple/tuple.ts';
import { PyStructSequence } from './structseq.ts';

export interface StructSequenceOptions {
  readonly name: string;
  readonly module: string;
  readonly doc: string;
  /** Field names in order, `undefined` for one without a name. */
  readonly fields: readonly (string | undefined)[];
  /** How many of them indexing reaches; absent: all. */
  readonly sequence?: number;
  /** May Python code make one? sys.flags may not. */
  readonly instantiable?: boolean;
}

/** A struct sequence type and its constructor from all fields. */
export interface StructSequence {
  readonly type: PyType;
  make(values: readonly Value[]): PyStructSequence;
  /** Installs the type's table: what a module's `install` does. */
  install(): void;
}

interface Shape extends StructSequenceOptions {
  readonly visible: number;
  readonly named: readonly string[];
  readonly full: string;
}

export function structSequence(options: StructSequenceOptions): StructSequence {
  const { fields, module, name } = options;
  class Layout extends PyStructSequence {}
  const type = staticType(name, Layout, { base: tupleType, module, instantiable: options.instantiable !== false });
  const visible = options.sequence ?? fields.length;
  const named = fields.filter((field) => field !== undefined);
  const shape: Shape = { ...options, visible, named, full: `${module}.${name}` };
  const make = (values: readonly Value[]): PyStructSequence =>
    new Layout(values.slice(0, visible), values.slice(visible));
  return { type, make, install: () => installSequence(shape, type, make) };
}

function installSequence(shape: Shape, type: PyType, make: StructSequence['make']): void {
  const { doc, fields, visible, named } = shape;
  installType(type, {
    doc,
    ...(shape.instantiable === false
      ? undefined
      : {
          new: method('!($type, sequence, dict={})', (_cls: PyType, sequence: Value, dict?: Value) =>
            make(construct(shape, sequence, dict)),
          ),
        }),
    methods: {
      __repr__: slot('($self, /)', (self: PyStructSequence) => repr(shape, self)),
      __reduce__: method('($self, /)', (self: PyStructSequence) => reduce(shape, type, self)),
      __replace__: method('($self, /, **changes)', (self: PyStructSequence, changes?: Value) =>
        make(replace(shape, self, changes)),
      ),
    },
    properties: fieldProperties(fields, visible),
    attributes: {
      n_sequence_fields: int(visible),
      n_fields: int(fields.length),
      n_unnamed_fields: int(fields.length - named.length),
      __match_args__: tuple(fields.slice(0, visible).filter((field) => field !== undefined)),
    },
  });
}

function fieldProperties(fields: readonly (string | undefined)[], visible: number): Record<string, Property> {
  const properties: Record<string, Property> = {};
  for (const [index, field] of fields.entries()) {
    if (field === undefined) continue;
    properties[field] = member(
      (self: PyStructSequence) => (index < visible ? self.items[index] : self.hidden[index - visible]),
      () => {
        throw attributeError('readonly attribute');
      },
    );
  }
  return properties;
}

/** All fields from a sequence and a dict of the hidden ones. CPython: structseq_new_impl */
function construct({ full, fields, visible }: Shape, sequence: Value, dict: Value | undefined): Value[] {
  if (lookupSpecial(sequence, '__iter__') === undefined && lookupSpecial(sequence, '__getitem__') === undefined)
    throw typeError('constructor requires a sequence');
  const values = spread(sequence);
  if (dict !== undefined && !(dict instanceof PyDict)) throw typeError(`${full}() takes a dict as second arg, if any`);
  const wrong = (kind: string, size: number) =>
    typeError(`${full}() takes an ${kind}${size}-sequence (${values.length}-sequence given)`);
  const kind = visible === fields.length ? '' : undefined;
  if (values.length < visible) throw kind === '' ? wrongExact(full, visible, values) : wrong('at least ', visible);
  if (values.length > fields.length)
    throw kind === '' ? wrongExact(full, visible, values) : wrong('at most ', fields.length);
  let used = 0;
  for (let index = values.length; index < fields.length; index++) {
    const field = fields[index];
    const given = field !== undefined && dict ? dictGet(dict, field) : undefined;
    if (given !== undefined) used++;
    values.push(given ?? None);
  }
  if (dict && dictSize(dict) > used) throw typeError(`${full}() got duplicate or unexpected field name(s)`);
  return values;
}

function wrongExact(full: string, size: number, values: readonly Value[]) {
  return typeError(`${full}() takes a ${size}-sequence (${values.length}-sequence given)`);
}

function repr({ full, named }: Shape, self: PyStructSequence): Value {
  const parts = self.items.map((item, index) => `${named[index]}=${reprForMessage(item)}`);
  return strOfUtf16(`${full}(${parts.join(', ')})`);
}

function reduce({ fields, visible }: Shape, type: PyType, self: PyStructSequence): Value {
  const dict = new PyDict();
  for (const [index, value] of self.hidden.entries()) {
    const field = fields[visible + index];
    if (field !== undefined) dictSet(dict, field, value);
  }
  return tuple([type, tuple([tuple(self.items), dict])]);
}

function replace({ full, fields, named }: Shape, self: PyStructSequence, changes: Value | undefined): Value[] {
  if (named.length < fields.length)
    throw typeError(`__replace__() is not supported for ${full} because it has unnamed field(s)`);
  const values = [...self.items, ...self.hidden];
  const unknown: string[] = [];
  for (const [key, value] of changes instanceof PyDict ? dictEntries(changes) : []) {
    const index = fields.indexOf(String(key));
    if (index < 0) unknown.push(`'${String(key)}'`);
    else values[index] = value;
  }
  if (unknown.length > 0) throw typeError(`Got unexpected field name(s): [${unknown.join(', ')}]`);
  return values;
}
