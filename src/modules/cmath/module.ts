// The cmath module. CPython: Modules/cmathmodule.c
import { float, PyNan } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { overflowError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type Implementation, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import type { Complex } from '../../runtime/numeric/complexes.ts';
import { hypot2 } from '../../runtime/numeric/hypot.ts';
import { atan2 } from '../../runtime/numeric/libm/trigonometric.ts';
import { PyComplex } from '../../runtime/objects/complex/complex.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { asComplex, asDouble } from '../../runtime/protocols/real.ts';
import * as functions from './functions.ts';
import { DOCS } from './generated/docs.ts';

const box = (z: Complex): Value => new PyComplex(z[0], z[1]);
const unary =
  (run: (z: Complex) => Complex): Implementation =>
  (z: Value) =>
    box(run(asComplex(z)));

function cmathLog(z: Value, base?: Value): Value {
  const value = asComplex(z);
  return box(base === undefined ? functions.cmathLog(value) : functions.cmathLogBase(value, asComplex(base)));
}

function cmathPolar(z: Value): Value {
  const [x, y] = asComplex(z);
  const r = hypot2(x, y);
  if (r === Infinity && Number.isFinite(x) && Number.isFinite(y)) throw overflowError('math range error');
  return new PyTuple([float(r), float(atan2(y, x))]);
}

function cmathPhase(z: Value): Value {
  const [x, y] = asComplex(z);
  return float(atan2(y, x));
}

/** CPython: cmath_isclose_impl */
function cmathIsclose(av: Value, bv: Value, relTol?: Value, absTol?: Value): Value {
  const a = asComplex(av);
  const b = asComplex(bv);
  const relative = relTol === undefined ? 1e-9 : asDouble(relTol);
  const absolute = absTol === undefined ? 0 : asDouble(absTol);
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (a[0] === b[0] && a[1] === b[1]) return true;
  if ([...a, ...b].some((part) => part === Infinity || part === -Infinity)) return false;
  const gap = hypot2(a[0] - b[0], a[1] - b[1]);
  return gap <= relative * hypot2(b[0], b[1]) || gap <= relative * hypot2(a[0], a[1]) || gap <= absolute;
}

const isInfinite = (part: number): boolean => part === Infinity || part === -Infinity;

/** name -> [signature, implementation] */
const FUNCTIONS: Record<string, readonly [string, Implementation]> = {
  acos: ['($module, z, /)', unary(functions.cmathAcos)],
  acosh: ['($module, z, /)', unary(functions.cmathAcosh)],
  asin: ['($module, z, /)', unary(functions.cmathAsin)],
  asinh: ['($module, z, /)', unary(functions.cmathAsinh)],
  atan: ['($module, z, /)', unary(functions.cmathAtan)],
  atanh: ['($module, z, /)', unary(functions.cmathAtanh)],
  cos: ['($module, z, /)', unary(functions.cmathCos)],
  cosh: ['($module, z, /)', unary(functions.cmathCosh)],
  exp: ['($module, z, /)', unary(functions.cmathExp)],
  isclose: ['($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)', cmathIsclose],
  isfinite: ['($module, z, /)', (z: Value) => asComplex(z).every(Number.isFinite)],
  isinf: ['($module, z, /)', (z: Value) => asComplex(z).some(isInfinite)],
  isnan: ['($module, z, /)', (z: Value) => asComplex(z).some(Number.isNaN)],
  log: ['($module, z, base=<unrepresentable>, /)', cmathLog],
  log10: ['($module, z, /)', unary(functions.cmathLog10)],
  phase: ['($module, z, /)', cmathPhase],
  polar: ['($module, z, /)', cmathPolar],
  rect: ['($module, r, phi, /)', (r: Value, phi: Value) => box(functions.cmathRect(asDouble(r), asDouble(phi)))],
  sin: ['($module, z, /)', unary(functions.cmathSin)],
  sinh: ['($module, z, /)', unary(functions.cmathSinh)],
  sqrt: ['($module, z, /)', unary(functions.cmathSqrt)],
  tan: ['($module, z, /)', unary(functions.cmathTan)],
  tanh: ['($module, z, /)', unary(functions.cmathTanh)],
};

function table(): ModuleTable {
  const result: ModuleTable = {};
  for (const [name, [signature, run]] of Object.entries(FUNCTIONS)) {
    result[name] = fn(signature, run, DOCS[name], signature === '($module, z, /)' ? 'o' : undefined);
  }
  return result;
}

export const cmathModule: NativeModule = {
  name: 'cmath',
  doc: DOCS[''],
  functions: table(),
  values: () => ({
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Infinity),
    infj: new PyComplex(0, Infinity),
    nan: new PyNan(),
    nanj: new PyComplex(0, NaN),
  }),
};
