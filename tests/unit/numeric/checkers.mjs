// How a line that CPython wrote (scripts/compare/numbers/*.py) is checked against our cores: each checker takes the line and
// returns [operation, our result, CPython's]. Shared by the recorded tests and by scripts/compare/numbers.mjs.
import * as decArithmetic from '../../../dist/modules/_decimal/arithmetic.js';
import * as decCompare from '../../../dist/modules/_decimal/compare.js';
import * as decContext from '../../../dist/modules/_decimal/context.js';
import * as decDivision from '../../../dist/modules/_decimal/division.js';
import { formatDec } from '../../../dist/modules/_decimal/format.js';
import * as decOperations from '../../../dist/modules/_decimal/operations.js';
import * as decText from '../../../dist/modules/_decimal/text.js';
import * as decTranscendental from '../../../dist/modules/_decimal/transcendental.js';
import { Blake2b, Blake2s } from '../../../dist/modules/_hashlib/blake2-core.js';
import * as codecs from '../../../dist/modules/binascii/codecs.js';
import * as cmath from '../../../dist/modules/cmath/functions.js';
import { combination, factorial, fallingProduct } from '../../../dist/modules/math/combinatorics.js';
import * as special from '../../../dist/modules/math/special.js';
import { ExactSum, TripleSum } from '../../../dist/modules/math/sums.js';
import * as streams from '../../../dist/modules/zlib/streams.js';
import { adler32, crc32 } from '../../../dist/runtime/numeric/checksums.js';
import * as complexes from '../../../dist/runtime/numeric/complexes.js';
import { complexRepr, parseComplexText } from '../../../dist/runtime/numeric/complextext.js';
import * as floatbits from '../../../dist/runtime/numeric/floatbits.js';
import * as floats from '../../../dist/runtime/numeric/floats.js';
import { packHalf, unpackHalf } from '../../../dist/runtime/numeric/half.js';
import { hashFloat, hashInt } from '../../../dist/runtime/numeric/hashing.js';
import { hypot2, vectorNorm } from '../../../dist/runtime/numeric/hypot.js';
import * as integers from '../../../dist/runtime/numeric/integers.js';
import * as exponential from '../../../dist/runtime/numeric/libm/exponential.js';
import * as trigonometric from '../../../dist/runtime/numeric/libm/trigonometric.js';
import { roundFloat } from '../../../dist/runtime/text/float-repr.js';

const word = new DataView(new ArrayBuffer(8));

/** A double from its 16 hexadecimal digits. */
function double(hex) {
  word.setBigUint64(0, BigInt(`0x${hex}`));
  return word.getFloat64(0);
}

function hex(value) {
  if (Number.isNaN(value)) return 'nan';
  word.setFloat64(0, value);
  return word.getBigUint64(0).toString(16).padStart(16, '0');
}

/** All NaNs are one. */
const anyNan = (text) => text.replace(/\b[7f]ff(?:[89a-f][0-9a-f]{12}|[0-7](?!0{12})[0-9a-f]{12})\b/g, 'nan');
const doubles = (list) => list.split(',').map(double);
const hexes = (list) => list.map(hex).join(',');
const bytes = (text) => Uint8Array.from(Buffer.from(text, 'hex'));
const hexOf = (data) => Buffer.from(data).toString('hex');
const int = (text) => integers.normalizeInt(BigInt(text));

/** The text of an int that has its one right form. */
function intText(value) {
  if (
    typeof value === 'number'
      ? !Number.isSafeInteger(value) || Object.is(value, -0)
      : Number.isSafeInteger(Number(value))
  )
    return `not normal: ${value}`;
  return String(value);
}

/** Runs `body`; a raised Python error becomes `Type:message`. */
function guarded(body) {
  try {
    return body();
  } catch (error) {
    if (error?.cls?.typeName) return `${error.cls.typeName}:${error.args.items[0]}`;
    if (error instanceof codecs.CodecFailure) return `Error:${error.message}`;
    if (error instanceof streams.ZlibFailure) return `error:${error.message}`;
    throw error;
  }
}

const own = { ...exponential, ...trigonometric, ...special, hypot: hypot2 };

/** Last-digit differences are counted apart: the C library does not round everything correctly. */
export function ulps(a, b) {
  if (!/^[0-9a-f]{16}(,[0-9a-f]{16})*$/.test(a) || a.length !== b.length) return Infinity;
  const pairs = a.split(',').map((part, i) => [BigInt(`0x${part}`), BigInt(`0x${b.split(',')[i]}`)]);
  return Math.max(...pairs.map(([x, y]) => Math.abs(Number(x - y))));
}

function libm(line) {
  const [name, , a, b, want] = line.split('|');
  const run = own[name] ?? Math[name];
  return [name, hex(b === '-' ? run(double(a)) : run(double(a), double(b))), want];
}

const rangeError = 'OverflowError:Numerical result out of range';
const ARITHMETIC = {
  bitLength: (a) => String(integers.bitLength(int(a))),
  bitCount: (a) => String(integers.bitCount(int(a))),
  gcd: (a, b) => intText(integers.gcd(int(a), int(b))),
  lcm: (a, b) => intText(integers.lcm(int(a), int(b))),
  isqrt: (a) => intText(integers.isqrt(int(a))),
  hashInt: (a) => intText(hashInt(int(a))),
  hashFloat: (a) => intText(hashFloat(double(a))),
  shl: (a, b) => intText(integers.shiftLeft(int(a), Number(b))),
  shr: (a, b) => intText(integers.shiftRight(int(a), Number(b))),
  truediv: (a, b) => hex(floats.intTrueDiv(int(a), int(b))),
  fdiv: (a, b) => String(integers.bigFloorDiv(BigInt(a), BigInt(b))),
  mod: (a, b) => String(integers.bigMod(BigInt(a), BigInt(b))),
  tofloat: (a) => hex(floats.intToFloat(int(a))),
  powmod: (a, b, c) => {
    const result = integers.intPowMod(int(a), int(b), int(c));
    return result === undefined ? 'ValueError:base is not invertible for the given modulus' : intText(result);
  },
  roundint: (a, b) => intText(integers.roundIntToTens(int(a), Number(b))),
  ipow: (a, b) => intText(integers.intPow(int(a), int(b))),
  ffloordiv: (a, b) => hex(floats.floatFloorDiv(double(a), double(b))),
  fmod: (a, b) => hex(floats.floatMod(double(a), double(b))),
  fpow: (a, b) => {
    const result = floats.floatPow(double(a), double(b));
    return typeof result === 'number' ? hex(result) : result === 'range' ? rangeError : result;
  },
  ratio: (a) => floats.floatAsIntegerRatio(double(a)).map(intText).join(','),
  f2i: (a) => intText(floats.floatToInt(double(a))),
  froundn: (a, b) => hex(roundFloat(double(a), Number(b))),
  nextafter: (a, b, c) => hex(floatbits.nextAfter(double(a), double(b), BigInt(c))),
  ulp: (a) => hex(floatbits.ulp(double(a))),
  remainder: (a, b) => hex(floatbits.ieeeRemainder(double(a), double(b))),
  frexp: (a) => {
    const [mantissa, exponent] = floatbits.frexp(double(a));
    return `${hex(mantissa)},${exponent}`;
  },
  ldexp: (a, b) => {
    const result = floatbits.ldexp(double(a), Number(b));
    return Number.isFinite(double(a)) && !Number.isFinite(result) ? 'OverflowError:math range error' : hex(result);
  },
  modf: (a) => hexes(floatbits.modf(double(a))),
  fma: (a, b, c) => {
    if (![a, b, c].every((part) => Number.isFinite(double(part)))) return undefined;
    const result = floatbits.fusedMultiplyAdd(double(a), double(b), double(c));
    return Number.isFinite(result) ? hex(result) : 'OverflowError:overflow in fma';
  },
  factorial: (n) => intText(Number(n) < 1550 ? factorial(Number(n)) : hashInt(factorial(Number(n)))),
  comb: (n, k) => String(combination(int(n), Number(k))),
  perm: (n, k) => String(fallingProduct(int(n), Number(k))),
  fsum: (list) => {
    const sum = new ExactSum();
    for (const x of doubles(list)) if (!sum.add(x)) return 'OverflowError:intermediate overflow in fsum';
    const total = sum.total();
    return total === undefined ? 'ValueError:-inf + inf in fsum' : hex(total);
  },
  hypot: (list) => {
    const sizes = doubles(list).map(Math.abs);
    return hex(vectorNorm(sizes, Math.max(0, ...sizes.filter((x) => !Number.isNaN(x))), sizes.some(Number.isNaN)));
  },
  sumprod: (p, q) => {
    const sum = new TripleSum();
    const right = doubles(q);
    doubles(p).forEach((x, i) => {
      sum.addProduct(x, right[i]);
    });
    return hex(sum.total());
  },
};

function arithmetic(line) {
  const [name, a, b, c, want] = line.split('|');
  if (name === 'fpow' && want.includes('complex exponentiation')) return undefined;
  const got = guarded(() => ARITHMETIC[name](a, b, c));
  return got === undefined ? undefined : [name, got, anyNan(want)];
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);
const CMATH = { ...cmath };
const COMPLEXES = {
  mul: (a, b) => hexes(complexes.complexMul(doubles(a), doubles(b))),
  div: (a, b) => hexes(complexes.complexDiv(doubles(a), doubles(b))),
  pow: (a, b) => hexes(complexes.complexPow(doubles(a), doubles(b))),
  divr: (a, b) => hexes(complexes.complexDivReal(doubles(a), double(b))),
  rdiv: (a, b) => hexes(complexes.realDivComplex(double(b), doubles(a))),
  abs: (a) => hex(complexes.complexAbs(doubles(a))),
  logb: (a, b) => hexes(cmath.cmathLogBase(doubles(a), doubles(b))),
  rect: (a, b) => hexes(cmath.cmathRect(double(a), double(b))),
  repr: (a) => complexRepr(...doubles(a)),
  parse: (text) => {
    const parts = parseComplexText(text);
    return parts === undefined ? 'malformed' : hexes(parts);
  },
};

function complex(line) {
  const [name, a, b, want] = line.split('|');
  const run = COMPLEXES[name] ?? ((z) => hexes(CMATH[`cmath${capital(name)}`](doubles(z))));
  return [
    name,
    guarded(() => run(a, b)),
    name === 'parse' && want.startsWith('ValueError') ? 'malformed' : anyNan(want),
  ];
}

const exchanged = (run) => (_ctx, a, b) => run(a, b);
const DECIMALS = {
  add: decArithmetic.add,
  subtract: decArithmetic.subtract,
  multiply: decArithmetic.multiply,
  divide: decDivision.divide,
  divide_int: decArithmetic.divideToInteger,
  remainder: decArithmetic.remainder,
  remainder_near: decArithmetic.remainderNear,
  quantize: decArithmetic.quantize,
  divmod: decArithmetic.divmod,
  plus: decArithmetic.plus,
  minus: decArithmetic.minus,
  abs: decArithmetic.absolute,
  normalize: decArithmetic.normalize,
  to_integral_exact: (ctx, a) => decArithmetic.toIntegral(ctx, a, true),
  to_integral_value: (ctx, a) => decArithmetic.toIntegral(ctx, a, false),
  compare: decCompare.compare,
  compare_signal: decCompare.compareSignal,
  compare_total: exchanged(decCompare.compareTotal),
  compare_total_mag: exchanged(decCompare.compareTotalMag),
  max: (ctx, a, b) => decCompare.extreme(ctx, a, b, 1, false),
  min: (ctx, a, b) => decCompare.extreme(ctx, a, b, -1, false),
  max_mag: (ctx, a, b) => decCompare.extreme(ctx, a, b, 1, true),
  min_mag: (ctx, a, b) => decCompare.extreme(ctx, a, b, -1, true),
  next_toward: decOperations.nextToward,
  next_plus: decOperations.nextPlus,
  next_minus: decOperations.nextMinus,
  scaleb: decOperations.scaleb,
  shift: decOperations.shift,
  rotate: decOperations.rotate,
  logb: decOperations.logb,
  same_quantum: exchanged(decOperations.sameQuantum),
  logical_and: (ctx, a, b) => decOperations.logical(ctx, a, b, 'and'),
  logical_or: (ctx, a, b) => decOperations.logical(ctx, a, b, 'or'),
  logical_xor: (ctx, a, b) => decOperations.logical(ctx, a, b, 'xor'),
  logical_invert: decOperations.logicalInvert,
  number_class: decOperations.numberClass,
  is_normal: decOperations.isNormal,
  is_subnormal: decOperations.isSubnormal,
  power: decTranscendental.power,
  sqrt: decTranscendental.squareRoot,
  exp: decTranscendental.exp,
  ln: decTranscendental.ln,
  log10: decTranscendental.log10,
  to_sci_string: (_ctx, a) => decText.decToString(a, false, true),
  to_eng_string: (_ctx, a) => decText.decToString(a, true, true),
  hash: (_ctx, a) => decText.hashDec(a),
  int: (_ctx, a) => decText.decToInt(a),
  ratio: (_ctx, a) => decText.decToRatio(a).join(','),
  float: (_ctx, a) => {
    const value = decText.decToDouble(a);
    return decText.decFromDouble(value, Object.is(value, -0));
  },
};

function shown(result) {
  if (Array.isArray(result)) return result.map(shown).join(',');
  if (typeof result === 'boolean') return result ? 'True' : 'False';
  return typeof result === 'object' ? decText.decToString(result, false, true) : String(result);
}

function decimal(line) {
  const [name, prec, emin, emax, rounding, clamp, a, b, c, want, flags] = line.split('|');
  const ctx = new decContext.DecContext(...[prec, rounding, emin, emax, clamp].map(Number));
  const operand = (text) => decText.parseExact(text);
  let result;
  if (name === 'create_decimal') result = decText.parseRounded(ctx, a);
  else if (name === 'fma') result = decArithmetic.fusedMultiplyAdd(ctx, operand(a), operand(b), operand(c));
  else result = DECIMALS[name](ctx, operand(a), b === '' ? undefined : operand(b));
  let status = ctx.pending;
  const conditions = decContext.INVALID_CONDITIONS;
  if (status & conditions) status = (status & ~conditions) | decContext.INVALID_OPERATION;
  return [name, `${shown(result)} ${status}`, `${want} ${flags}`];
}

function format(line) {
  const [value, spec, rounding, capitals, want] = line.split('\u0001');
  const ctx = decContext.maxContext();
  ctx.rounding = Number(rounding);
  ctx.capitals = Number(capitals);
  const locale = { decimalPoint: '.', separator: '', grouping: [] };
  const got = formatDec(ctx, decText.parseExact(value), spec, locale) ?? 'ValueError:invalid format string';
  return ['format', got, want];
}

const flags = (quoteTabs, isText, header) => ({ quoteTabs: !!quoteTabs, isText: !!isText, header: !!header });
const BYTES = {
  b2a_base64: (a) => hexOf(codecs.base64Encode(bytes(a), true)),
  a2b_base64: (a, strict) => hexOf(codecs.base64Decode(bytes(a), strict)),
  b2a_uu: (a) => hexOf(codecs.uuEncode(bytes(a), false)),
  b2a_uub: (a) => hexOf(codecs.uuEncode(bytes(a), true)),
  a2b_uu: (a) => hexOf(codecs.uuDecode(bytes(a))),
  b2a_qp: (a, q, t, h) => hexOf(codecs.quotedPrintableEncode(bytes(a), flags(q, t, h))),
  a2b_qp: (a, h) => hexOf(codecs.quotedPrintableDecode(bytes(a), !!h)),
  hex: (a, every) => hexOf(codecs.hexEncode(bytes(a), every ? 45 : undefined, every)),
  unhex: (a) => hexOf(codecs.hexDecode(bytes(a))),
  hqx: (a, crc) => codecs.crcHqx(bytes(a), crc),
  crc32: (a, crc) => crc32(bytes(a), crc),
  adler32: (a, start) => adler32(bytes(a), start),
  half: (x) => {
    const bits = packHalf(Number(String(x).replace('inf', 'Infinity')));
    return hexOf([bits & 255, bits >> 8]);
  },
  unhalf: (bits) => hex(unpackHalf(bits)),
};

function binary(line) {
  const [name, ...rest] = JSON.parse(line);
  const want = rest.pop();
  return [name, guarded(() => BYTES[name](...rest)), want];
}

function stream(line) {
  const [kind, ...rest] = JSON.parse(line);
  if (kind === 'comp') return compressed(rest);
  if (kind === 'dec') return decompressed(rest);
  if (kind === 'all')
    return ['decompress', guarded(() => hexOf(streams.decompressAll(bytes(rest[0]), rest[1], 16384))), rest[2]];
  return blake2(rest);
}

/** Where blocks end in time may differ by a byte; the stream as a whole may not. */
function compressed([level, wbits, memLevel, strategy, dictionary, steps, want]) {
  const settings = { level, method: 8, wbits, memLevel, strategy };
  let compressor = new streams.Compressor(settings, dictionary === null ? undefined : bytes(dictionary));
  let got = '';
  for (const [step, argument] of steps) {
    if (step === 'c') got += hexOf(compressor.compress(bytes(argument)));
    else if (step === 'f') got += hexOf(compressor.flush(argument));
    else compressor = compressor.copy();
  }
  return ['compressobj', got, want.join('')];
}

function decompressed([kind, wbits, dictionary, steps, want]) {
  if (steps.length === 0) return undefined;
  const Type = kind === 'D' ? streams.Decompressor : streams.BufferedDecompressor;
  let stream = Type.open(wbits, dictionary === null ? undefined : bytes(dictionary));
  const got = steps.map(([step, data, limit]) => {
    if (step === 'copy') {
      stream = stream.copy();
      return '';
    }
    const result = guarded(() => hexOf(step === 'fl' ? stream.flush(16384) : stream.decompress(bytes(data), limit)));
    if (kind === 'D') return [result, stream.eof, hexOf(stream.unusedData), hexOf(stream.unconsumedTail)];
    return [result, stream.eof, stream.eof ? hexOf(stream.unusedData) : '', stream.needsInput];
  });
  // After an error only the error counts; CPython's own slips (SystemError) do not.
  const failed = want.findIndex((step) => /^\w*[eE]rror:/.test(step[0]));
  if (failed >= 0 && want[failed][0].startsWith('SystemError')) return undefined;
  const last = failed < 0 ? want.length : failed;
  const tail = failed < 0 ? '' : [got[failed][0], want[failed][0]];
  return [
    `decompressobj ${kind}`,
    JSON.stringify([got.slice(0, last), tail && tail[0]]),
    JSON.stringify([want.slice(0, last), tail && tail[1]]),
  ];
}

function blake2([wide, keywords, data, want]) {
  const hash = new (wide ? Blake2b : Blake2s)({
    digestSize: keywords.digest_size,
    key: bytes(keywords.key),
    salt: bytes(keywords.salt),
    person: bytes(keywords.person),
    fanout: keywords.fanout,
    depth: keywords.depth,
    leafSize: keywords.leaf_size,
    nodeOffset: BigInt(keywords.node_offset),
    nodeDepth: keywords.node_depth,
    innerSize: keywords.inner_size,
    lastNode: keywords.last_node,
  });
  const input = bytes(data);
  hash.update(input.subarray(0, input.length >> 1));
  hash.update(input.subarray(input.length >> 1));
  return ['blake2', hexOf(hash.digest()), want];
}

/** By the name of the program that writes the lines; `close`: how many ulps are no failure. */
export const checkers = {
  arithmetic: { check: arithmetic, close: 1 },
  bytes: { check: binary, close: 0 },
  complexes: { check: complex, close: 8 },
  decimals: { check: decimal, close: 0 },
  formats: { check: format, close: 0 },
  libm: { check: libm, close: 8 },
  streams: { check: stream, close: 0 },
};
