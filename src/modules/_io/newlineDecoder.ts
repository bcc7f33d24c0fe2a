// IncrementalNewlineDecoder. CPython: Modules/_io/textio.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { toIndex } from '../../runtime/protocols/fspath.ts';
import { NewlineTranslator } from './core/newlines.ts';
import { newlineDecoderType, type PyNewlineDecoder } from './layout.ts';
import { newlinesValue } from './text/wrapper.ts';
import { callMethod, truth } from './values.ts';

function init(self: PyNewlineDecoder, decoder: Value, translate: Value): Value {
  self.decoder = decoder;
  self.newlines = new NewlineTranslator(isTrue(translate));
  return None;
}

function newlines(self: PyNewlineDecoder): NewlineTranslator {
  if (self.newlines === undefined) throw valueError('IncrementalNewlineDecoder.__init__() not called');
  return self.newlines;
}

function decode(self: PyNewlineDecoder, input: Value, final?: Value): Value {
  const translator = newlines(self);
  const last = truth(final, false);
  const text = self.decoder === None ? input : callMethod(self.decoder!, 'decode', input, last);
  if (!isStr(text)) throw typeError(`decoder should return a string result, not '${typeOf(text).typeName}'`);
  return strOfUtf16(translator.feed(jsString(text), last));
}

function getstate(self: PyNewlineDecoder): Value {
  const translator = newlines(self);
  let pending: Value = bytes(new Uint8Array(0));
  let flags = 0n;
  if (self.decoder !== None) {
    const state = callMethod(self.decoder!, 'getstate');
    if (!(state instanceof PyTuple) || state.items.length !== 2) throw typeError('illegal decoder state');
    pending = state.items[0]!;
    flags = BigInt(toIndex(state.items[1]!));
  }
  return tuple([pending, intFromBigInt((flags << 1n) | (translator.pendingCr ? 1n : 0n))]);
}

function setstate(self: PyNewlineDecoder, state: Value): Value {
  const translator = newlines(self);
  if (!(state instanceof PyTuple)) throw typeError('state argument must be a tuple');
  if (state.items.length !== 2) throw typeError('setstate(): illegal state argument');
  const flags = BigInt(toIndex(state.items[1]!));
  translator.pendingCr = (flags & 1n) !== 0n;
  if (self.decoder !== None)
    callMethod(self.decoder!, 'setstate', tuple([state.items[0]!, intFromBigInt(flags >> 1n)]));
  return None;
}

function reset(self: PyNewlineDecoder): Value {
  const translator = newlines(self);
  translator.seen = 0;
  translator.pendingCr = false;
  return self.decoder === None ? None : callMethod(self.decoder!, 'reset');
}

export function installNewlineDecoder(): void {
  installType(newlineDecoderType, {
    doc: 'Codec used when reading a file in universal newlines mode.',
    methods: {
      __init__: slot("($self, decoder, translate, errors='strict')", init),
      decode: method('($self, /, input, final=False)', decode),
      getstate: method('($self, /)', getstate),
      reset: method('($self, /)', reset),
      setstate: method('($self, state, /)', setstate),
    },
    properties: { newlines: getset((self: PyNewlineDecoder) => newlinesValue(newlines(self).seen)) },
  });
}
