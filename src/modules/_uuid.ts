// The _uuid module: UUIDs of the time and a random node (RFC 9562, version 1), as libuuid makes them where it may not see the
// hardware address. CPython: Modules/_uuidmodule.c
import { state } from '../runtime/core/state.ts';
import { int, type Value } from '../runtime/core/value.ts';
import { fn } from '../runtime/native/define.ts';
import type { NativeModule } from '../runtime/native/module.ts';
import { bytes } from '../runtime/objects/bytes/bytes.ts';
import { tuple } from '../runtime/objects/tuple/tuple.ts';

/** 1582-10-15 to 1970-01-01, in units of 100 ns. */
const GREGORIAN_TO_UNIX = 0x01b21dd213814000n;
const STATE: unique symbol = Symbol('uuid generator');

interface Generator {
  /** Node and clock sequence, drawn once an interpreter. */
  readonly tail: Uint8Array;
  last: bigint;
}

function generator(): Generator {
  const { interp } = state;
  let made = interp.states.get(STATE) as Generator | undefined;
  if (made === undefined) {
    const tail = new Uint8Array(8);
    interp.host.entropy.fill(tail);
    tail[0] = (tail[0]! & 0x3f) | 0x80;
    // The multicast bit says that the node is no hardware address.
    tail[2] = tail[2]! | 1;
    made = { tail, last: 0n };
    interp.states.set(STATE, made);
  }
  return made;
}

/** The UUID's bytes; -1 says that other processes could make the same. */
function generateTimeSafe(): Value {
  const made = generator();
  let time = state.interp.host.clock.timeNs() / 100n + GREGORIAN_TO_UNIX;
  if (time <= made.last) time = made.last + 1n;
  made.last = time;
  const data = new Uint8Array(16);
  const view = new DataView(data.buffer);
  view.setUint32(0, Number(time & 0xffffffffn));
  view.setUint16(4, Number((time >> 32n) & 0xffffn));
  view.setUint16(6, Number((time >> 48n) & 0x0fffn) | 0x1000);
  data.set(made.tail, 8);
  return tuple([bytes(data), int(-1)]);
}

export const uuidModule: NativeModule = {
  name: '_uuid',
  functions: { generate_time_safe: fn('($module, /)', generateTimeSafe, undefined, 'noargs') },
  values: () => ({ has_uuid_generate_time_safe: int(1), has_stable_extractable_node: int(0) }),
};
