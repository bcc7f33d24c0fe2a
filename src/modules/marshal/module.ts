// marshal: values as bytes, for compiled files above all. CPython: Python/marshal.c

import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { getBuffer, lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { Reader } from './read.ts';
import { Writer } from './write.ts';

const allows = (flag: Value | undefined): boolean => flag === undefined || isTrue(flag);

function dumps(value: Value, allowCode: Value | undefined): Value {
  const writer = new Writer(allows(allowCode));
  writer.value(value);
  return bytes(writer.result());
}

/** Reads the rest of a file, then puts its position behind the value. */
function load(file: Value, allowCode?: Value): Value {
  const data = call(getAttr(file, 'read'));
  const buffer = lookupBuffer(data);
  if (buffer === undefined) throw typeError(`file.read() returned not bytes but ${typeOf(data).typeName}`);
  const reader = new Reader(buffer, allows(allowCode));
  const value = reader.value();
  if (reader.at < buffer.length) call(getAttr(file, 'seek'), int(reader.at - buffer.length), int(1));
  return value;
}

export const marshalModule: NativeModule = {
  name: 'marshal',
  doc: 'This module contains functions that can read and write Python values in\na binary format.',
  functions: {
    dump: fn(
      '($module, value, file, version=version, /, *, allow_code=True)',
      (value: Value, file: Value, _version?: Value, allowCode?: Value) =>
        call(getAttr(file, 'write'), dumps(value, allowCode)),
    ),
    dumps: fn('($module, value, version=version, /, *, allow_code=True)', (v: Value, _version?: Value, code?: Value) =>
      dumps(v, code),
    ),
    load: fn('($module, file, /, *, allow_code=True)', load),
    loads: fn('($module, bytes, /, *, allow_code=True)', (data: Value, allowCode?: Value) =>
      new Reader(getBuffer(data), allows(allowCode)).value(),
    ),
  },
  values: () => ({ version: int(5) }),
};
