// Everything emitted code may call, in one table: what `$R` is. CPython: Python/bytecodes.c
import type { RuntimeHelpers } from '../../contract/helpers.ts';
import { builtinAll, builtinAny } from '../builtins/all.ts';
import { enumerateType } from '../builtins/enumerate.ts';
import { builtinSorted } from '../builtins/sorted.ts';
import { builtinSum, RunningSum } from '../builtins/sum.ts';
import { zipType } from '../builtins/zip.ts';
import { Ellipsis, None } from '../core/object.ts';
import { float, protoOf } from '../core/primitives.ts';
import { toss } from '../core/toss.ts';
import { int, type Value } from '../core/value.ts';
import { powHalves } from '../numeric/libm/exponential.ts';
import { powDouble } from '../numeric/plain.ts';
import { PyCell } from '../objects/cell/cell.ts';
import { dictOfNames } from '../objects/dict/table.ts';
import { stepDeep } from '../objects/generator/delegates.ts';
import { escaping, PyAsyncGenerator, PyCoroutine, PyGenerator } from '../objects/generator/generator.ts';
import { listType, PyList, unboxItems } from '../objects/list/list.ts';
import { rangeCount } from '../objects/range/make.ts';
import { rangeType } from '../objects/range/range.ts';
import { setType } from '../objects/set/set.ts';
import { strJoin } from '../objects/str/sequence.ts';
import { makeSuper, superMethod, superMethodOf } from '../objects/super/super.ts';
import { PyTuple, tuple, tupleType } from '../objects/tuple/tuple.ts';
import { attrToCall, delAttr, getAttr, loadMethod, setAttr } from '../protocols/attribute.ts';
import { call, callee, callForm, callFoundKeywords, callOther } from '../protocols/call.ts';
import { isTrue, itemsEqual, richCompare, richDiffers, richEquals } from '../protocols/compare.ts';
import { isInstanceOf } from '../protocols/instance.ts';
import { contains, delItem, getItem, setItem } from '../protocols/item.ts';
import { iter, unpack, unpackStarred } from '../protocols/iterate.ts';
import * as number from '../protocols/number.ts';
import { ascii, format, joinStrings, repr, str } from '../protocols/text.ts';
import { callSuperKeywords, callUnpacked, callWithFrame, isBuiltin } from './calls.ts';
import { buildClass, construct, finishClassBody, initReturned } from './classes.ts';
import { asyncContext, context } from './context.ts';
import { dictOf, dictStore, dictUpdate, setAdd, setOf, sliceOf, starred } from './displays.ts';
import { bind, def, defaultOf, keywordDefault, setTypeParams } from './functions.ts';
import { finishStar, splitStar } from './groups.ts';
import { importFrom, importName, importStar } from './import.ts';
import { displayHook, poll } from './interrupts.ts';
import { matchClass, matchMapping, matchSequence } from './match.ts';
import {
  deleteGlobal,
  deleteName,
  loadGlobal,
  loadName,
  lookupNamespace,
  storeGlobal,
  storeName,
  unbound,
  unboundFree,
} from './namespace.ts';
import { callObserved, observed, observedStep } from './observed.ts';
import { assertionFailed, caught, matches, raise, raiseFrom, reraise, tooDeep, trace } from './raise.ts';
import { getSlice, setSlice } from './slices.ts';
import { tryAttr, tryCall, tryItem } from './softly.ts';
import {
  adopt,
  asyncIter,
  asyncNext,
  awaitableIter,
  caughtIn,
  delegate,
  delegated,
  delegatedNext,
  endsAsync,
  failed,
  idle,
  noteOrigin,
  resumable,
  thrown,
  yieldFrom,
} from './suspension.ts';
import { template } from './templates.ts';
import { callEvent, catchInFrame, enterFrame, failFrame, leaveFrame, traceLine } from './tracing.ts';
import {
  annotationFormat,
  genericBase,
  setupAnnotations,
  storeAnnotation,
  typeAlias,
  typeParameter,
  unpackOne,
} from './typing.ts';

const { add, sub, mul, truediv, floordiv, mod, pow, matmul, lshift, rshift, and, or, xor, neg, pos, invert } = number;
const { iadd, isub, imul, itruediv, ifloordiv, imod, ipow, imatmul, ilshift, irshift, iand, ior, ixor } = number;

export const helpers: RuntimeHelpers = {
  None,
  Ellipsis,
  protoOf,
  isInstanceOf,
  float,
  powDouble,
  powHalves,
  add,
  sub,
  mul,
  truediv,
  floordiv,
  mod,
  pow,
  matmul,
  lshift,
  rshift,
  and,
  or,
  xor,
  neg,
  pos,
  invert,
  iadd,
  isub,
  imul,
  itruediv,
  ifloordiv,
  imod,
  ipow,
  imatmul,
  ilshift,
  irshift,
  iand,
  ior,
  ixor,
  lt: (a: Value, b: Value) => richCompare(a, b, '__lt__'),
  le: (a: Value, b: Value) => richCompare(a, b, '__le__'),
  eq: (a: Value, b: Value) =>
    a instanceof PyTuple && b instanceof PyTuple && a.cls === tupleType && b.cls === tupleType
      ? itemsEqual(a.items, b.items)
      : richCompare(a, b, '__eq__'),
  ne: (a: Value, b: Value) => richCompare(a, b, '__ne__'),
  gt: (a: Value, b: Value) => richCompare(a, b, '__gt__'),
  ge: (a: Value, b: Value) => richCompare(a, b, '__ge__'),
  equals: richEquals,
  differs: richDiffers,
  truth: isTrue,
  contains: (item: Value, container: Value) => contains(container, item),
  getItem,
  getSlice,
  setItem,
  setSlice,
  delItem,
  getAttr,
  setAttr,
  delAttr,
  loadMethod,
  attrToCall,
  call,
  callee,
  callKeywords: callForm,
  callMethodKeywords: callFoundKeywords,
  callSuperKeywords,
  callOther,
  callUnpacked,
  callWithFrame,
  super: makeSuper,
  superMethod,
  superMethodOf,
  list: (items: Value[]) => new PyList(items),
  tuple,
  set: setOf,
  setAdd,
  dict: dictOf,
  dictStore,
  dictUpdate,
  namedDict: dictOfNames,
  slice: sliceOf,
  iter,
  range: rangeType,
  enumerate: enumerateType,
  zip: zipType,
  rangeCount,
  spread: starred,
  unpack,
  unpackStarred,
  repr,
  str,
  ascii,
  format,
  joinStrings,
  template,
  cell: (get: () => Value | undefined, set: (value: Value | undefined) => void) => new PyCell(get, set),
  def,
  bind,
  default: defaultOf,
  keywordDefault,
  setTypeParams,
  buildClass,
  construct,
  initReturned,
  finishClassBody,
  genericBase,
  typeParameter,
  typeAlias,
  annotationFormat,
  unpackOne,
  loadGlobal,
  storeGlobal,
  setupAnnotations,
  storeAnnotation,
  deleteGlobal,
  loadName,
  storeName,
  deleteName,
  lookupNamespace,
  unbound,
  unboundFree,
  unboxItems,
  throw: toss,
  tryAttr,
  tryCall,
  tryItem,
  trace,
  caught,
  matches,
  raise,
  raiseFrom,
  reraise,
  tooDeep,
  assertionFailed,
  splitStar,
  finishStar,
  context,
  asyncContext,
  generator: PyGenerator,
  coroutine: PyCoroutine,
  asyncGenerator: PyAsyncGenerator,
  resumable,
  adopt,
  noteOrigin,
  idle,
  failed,
  caughtIn,
  thrown,
  yieldFrom,
  awaitable: awaitableIter,
  delegate,
  delegated,
  delegatedNext,
  stepDeep,
  escaping,
  isBuiltin,
  any: builtinAny,
  all: builtinAll,
  sum: builtinSum,
  startSum: () => new RunningSum(int(0)),
  sorted: builtinSorted,
  join: strJoin,
  tupleType,
  listType,
  setType,
  asyncIter,
  asyncNext,
  endsAsync,
  importName,
  importFrom,
  importStar,
  matchSequence,
  matchMapping,
  matchClass,
  poll,
  displayHook,
  callObserved,
  observed,
  observedStep,
  enterFrame,
  callEvent,
  traceLine,
  leaveFrame,
  catchInFrame,
  failFrame,
};
