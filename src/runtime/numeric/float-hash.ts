// The hash of a float that is not integral, in two halves and without a bigint: a rotation of its mantissa, as 2**61 is 1 modulo the prime
// 2**61 - 1. CPython: Python/pyhash.c (_Py_HashDouble)

/** A 64-bit hash as two 32-bit halves. */
export class HashLanes {
  low = 0;
  high = 0;
}

const BITS = 61;
const HIGH_MASK = 0x1fffffff;
const TWO_32 = 0x100000000;

/** `hash(v)` of a finite float. */
export function hashFraction(v: number, out: HashLanes): void {
  const magnitude = Math.abs(v);
  // The exponent that makes the mantissa an integer below 2**53: found from the logarithm, which may be off by one.
  let exponent = Math.max(Math.floor(Math.log2(magnitude)), -1022) - 52;
  let mantissa = exponent < -1022 ? magnitude * 2 ** -(exponent + 100) * 2 ** 100 : magnitude * 2 ** -exponent;
  if (mantissa >= 0x20000000000000) {
    mantissa /= 2;
    exponent++;
  } else if (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  rotate(Math.floor(mantissa / TWO_32), mantissa | 0, ((exponent % BITS) + BITS) % BITS, out);
  if (v < 0) negate(out);
}

/** The 61 bits of `high` and `low`, turned left. */
function rotate(high: number, low: number, by: number, out: HashLanes): void {
  const left = by < 32 ? by : by - 32;
  let h = by < 32 ? high : low;
  let l = by < 32 ? low : 0;
  // What leaves at the top comes back at the bottom.
  const back = BITS - by;
  let backHigh = 0;
  let backLow = 0;
  if (back < 32) {
    backHigh = high >>> back;
    backLow = back === 0 ? low : (low >>> back) | (high << (32 - back));
  } else backLow = back === 32 ? high : high >>> (back - 32);
  if (left > 0) {
    h = (h << left) | (l >>> (32 - left));
    l <<= left;
  }
  if (by === 0) backHigh = backLow = 0;
  out.high = (h | backHigh) & HIGH_MASK;
  out.low = l | backLow;
}

function negate(lanes: HashLanes): void {
  lanes.low = -lanes.low | 0;
  lanes.high = lanes.low === 0 ? -lanes.high | 0 : ~lanes.high;
  if (lanes.high === -1 && lanes.low === -1) lanes.low = -2;
}
