// The codec registry, which is Python's: `codecs.lookup`.
// CPython: Python/codecs.c
import { state } from '../../../runtime/core/state.ts';
import type { Value } from '../../../runtime/core/value.ts';
import { lookupError } from '../../../runtime/exceptions/errors.ts';
import type { PyDict } from '../../../runtime/objects/dict/dict.ts';
import { dictGet } from '../../../runtime/objects/dict/table.ts';
import { getAttr } from '../../../runtime/protocols/attribute.ts';
import { call } from '../../../runtime/protocols/call.ts';

/** `codecs.lookup(encoding)`. */
export function lookupCodec(encoding: string): Value {
  const codecs = dictGet(state.interp.modules as PyDict, '_codecs');
  if (codecs === undefined) throw lookupError(`unknown encoding: ${encoding}`);
  return call(getAttr(codecs, 'lookup'), encoding);
}
