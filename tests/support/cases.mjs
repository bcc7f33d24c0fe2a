// Reads the cases that scripts/differential/*.py print (what CPython answered) and holds our functions against them.

/** A Python value from JSON: ints as number | bigint, floats as bare numbers, wide str as {codePoints}. */
export function decode(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  if ('w' in value) return { codePoints: value.w };
  if ('i' in value) {
    const big = BigInt(value.i);
    return Number.isSafeInteger(Number(big)) ? Number(big) : big;
  }
  if ('f' in value) return value.f === 'nan' ? NaN : Buffer.from(value.f, 'hex').readDoubleBE();
  if ('c' in value) return value.c.map(decode);
  if ('b' in value) return Uint8Array.from(Buffer.from(value.b, 'hex'));
  throw new Error(`unknown value ${JSON.stringify(value)}`);
}

/** Values with their type's name, for functions that tell ints from floats. */
export function typed(value) {
  if (Array.isArray(value)) return value.map(typed);
  return { type: typeName(value), value: decode(value) };
}

function typeName(value) {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string' || 'w' in value) return 'str';
  return 'i' in value ? 'int' : 'f' in value ? 'float' : 'bytes';
}

/** The same JSON for our result; `kind` settles whether a number is an int or a float. */
export function encode(value, kind) {
  if (kind === 'int') return { i: String(value) };
  if (kind === 'float') return { f: encodeFloat(value) };
  if (value instanceof Uint8Array) return { b: Buffer.from(value).toString('hex') };
  if (Array.isArray(value)) return value.map((item) => encode(item));
  if (value !== null && typeof value === 'object' && 'codePoints' in value) return { w: [...value.codePoints] };
  if (typeof value === 'number' || typeof value === 'bigint') return { i: String(value) };
  return value === undefined ? null : value;
}

function encodeFloat(value) {
  if (Number.isNaN(value)) return 'nan';
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}

/** Null if our function answers as CPython did, else one line saying how it differs. */
export function mismatch(functions, [name, args, expected]) {
  const entry = functions[name];
  if (entry === undefined) return `no function ${name}`;
  let outcome;
  try {
    outcome = { ok: encode(entry.call(...args.map(entry.typed ? typed : decode)), entry.kind) };
  } catch (error) {
    if (error instanceof Error) return `${name} ${JSON.stringify(args)}: ${error.stack}`;
    outcome = describeError(error);
  }
  if (JSON.stringify(outcome) === JSON.stringify(expected)) return null;
  return `${name} ${JSON.stringify(args)}\n   ours ${JSON.stringify(outcome)}\n   want ${JSON.stringify(expected)}`;
}

/** Type and message of what our functions throw: an exception object, or what a test's own error maker threw. */
export function describeError(error) {
  if (error.kind !== undefined) return { error: error.kind, message: error.message };
  const message = error.args.items[0] ?? '';
  // A str with wide characters is an object that holds its UTF-16 form.
  return { error: error.cls.qualname, message: typeof message === 'object' ? message.value : message };
}
