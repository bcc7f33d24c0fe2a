// Turns the syntax trees that dump_analysis.py prints into nodes of ours.

/** `null` becomes `undefined`, wrapped numbers and bytes become values. */
export function reviveTree(value) {
  if (value === null || typeof value !== 'object') return value ?? undefined;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = reviveTree(value[i]);
    return value;
  }
  if ('big' in value) return BigInt(value.big.replace('-', '')) * (value.big.startsWith('-') ? -1n : 1n);
  if ('float' in value) return Number(value.float.replace('inf', 'Infinity'));
  if ('hex' in value) return new Uint8Array(Buffer.from(value.hex, 'hex'));
  for (const key in value) value[key] = reviveTree(value[key]);
  return value;
}
