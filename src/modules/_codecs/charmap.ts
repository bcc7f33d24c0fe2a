// charmap_decode, charmap_encode, charmap_build: encodings by table. CPython: Objects/unicodeobject.c (PyUnicode_BuildEncodingMap and beside)
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, typeError } from '../../runtime/exceptions/errors.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { intValue } from '../../runtime/objects/int/int.ts';
import { isStr, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { decodeErrors, encodeErrors } from '../../runtime/protocols/codecs.ts';
import { getItem } from '../../runtime/protocols/item.ts';
import {
  buildEncodingMap,
  type DecodingMap,
  decodeCharmap,
  type EncodingLookup,
  encodeCharmap,
} from '../../runtime/text/codecs/charmap.ts';
import { decodeLatin1, encodeLatin1 } from '../../runtime/text/codecs/single-byte.ts';
import { type Text, textLength } from '../../runtime/text/text.ts';
import { decodedTuple, errorsName, textArgument } from './arguments.ts';

/** What charmap_build makes. CPython: struct encoding_map */
export class PyEncodingMap extends PyObject {
  readonly lookup: EncodingLookup;
  constructor(lookup: EncodingLookup) {
    super();
    this.lookup = lookup;
  }
}
export const encodingMapType: PyType = staticType('EncodingMap', PyEncodingMap, { instantiable: false });

export function charmapBuild(map: Value): Value {
  return new PyEncodingMap(buildEncodingMap(textArgument(map, 'charmap_build', '')));
}

export function charmapDecode(data: Value, errors?: Value, mapping?: Value): Value {
  const input = getBuffer(data);
  const handler = decodeErrors(errorsName(errors, 'charmap_decode'));
  if (mapping === undefined || mapping === None) return decodedTuple(decodeLatin1(input));
  return decodedTuple(decodeCharmap(input, handler, decodingMap(mapping)));
}

function decodingMap(mapping: Value): DecodingMap {
  if (isStr(mapping)) return textOfStr(mapping);
  return (byte) => {
    const item = itemOf(mapping, byte);
    if (item === undefined) return undefined;
    if (isStr(item)) return textOfStr(item);
    const point = intValue(item);
    if (point === undefined) throw typeError('character mapping must return integer, None or str');
    if (point < 0 || point > 0x10ffff) throw typeError('character mapping must be in range(0x110000)');
    return Number(point);
  };
}

/** `mapping[key]`, undefined for None and where there is none. */
function itemOf(mapping: Value, key: number): Value | undefined {
  try {
    const item = getItem(mapping, int(key));
    return item === None ? undefined : item;
  } catch (e) {
    if (isError(e, 'LookupError')) return undefined;
    throw e;
  }
}

export function charmapEncode(str: Value, errors?: Value, mapping?: Value): Value {
  const text: Text = textArgument(str, 'charmap_encode');
  const handler = encodeErrors(errorsName(errors, 'charmap_encode'));
  const result =
    mapping === undefined || mapping === None
      ? encodeLatin1(text, handler)
      : encodeCharmap(text, handler, encodingLookup(mapping));
  return tuple([bytes(result), int(textLength(text))]);
}

function encodingLookup(mapping: Value): EncodingLookup {
  if (mapping instanceof PyEncodingMap) return mapping.lookup;
  return (point) => {
    const item = itemOf(mapping, point);
    if (item === undefined) return undefined;
    if (item instanceof PyBytes) return item.value;
    const byte = intValue(item);
    if (byte === undefined) {
      throw typeError(`character mapping must return integer, bytes or None, not ${typeOf(item).typeName}`);
    }
    if (byte < 0 || byte > 255) throw typeError('character mapping must be in range(256)');
    return Number(byte);
  };
}
