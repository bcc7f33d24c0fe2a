// Third pass over expressions, in the order code generation visits them. CPython: Python/codegen.c codegen_visit_expr.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Checker } from './checker.ts';
import { checkComprehension, checkLambda } from './definitions.ts';
import { callWarning, compareWarning, subscriptWarning } from './literals.ts';

export function checkExpressions(c: Checker, list: readonly (ast.expr | undefined)[]): void {
  for (const e of list) if (e !== undefined) checkExpression(c, e);
}

export function checkExpression(c: Checker, e: ast.expr): void {
  switch (e.nodeType) {
    case 'Name':
      c.name(e.id, e.ctx);
      break;
    case 'Constant':
      break;
    case 'Attribute':
      if (e.ctx === 'Store') noteStaticAttribute(c, e);
      checkExpression(c, e.value);
      break;
    case 'UnaryOp':
      checkExpression(c, e.operand);
      break;
    case 'Call':
      checkCall(c, e);
      break;
    case 'BinOp':
      checkBinOp(c, e);
      break;
    case 'Subscript':
      if (e.ctx === 'Load') c.warn(subscriptWarning(e.value, e.slice), e.value);
      checkExpression(c, e.value);
      checkExpression(c, e.slice);
      break;
    case 'Compare':
      c.warn(compareWarning(e), e);
      checkExpression(c, e.left);
      checkExpressions(c, e.comparators);
      break;
    case 'List':
    case 'Tuple':
      checkSequence(c, e);
      break;
    case 'Starred':
      throw refuseStarred(c, e);
    case 'Lambda':
      checkLambda(c, e);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      checkComprehension(c, e);
      break;
    case 'Yield':
    case 'YieldFrom':
      checkYield(c, e);
      break;
    default:
      checkPlain(c, e);
  }
}

type PlainExpression =
  | ast.NamedExpr
  | ast.BoolOp
  | ast.IfExp
  | ast.Dict
  | ast.Set
  | ast.Await
  | ast.JoinedStr
  | ast.TemplateStr
  | ast.FormattedValue
  | ast.Interpolation
  | ast.Slice;

function checkPlain(c: Checker, e: PlainExpression): void {
  switch (e.nodeType) {
    case 'NamedExpr':
      checkExpression(c, e.value);
      checkExpression(c, e.target);
      break;
    case 'BoolOp':
    case 'JoinedStr':
    case 'TemplateStr':
      checkExpressions(c, e.values);
      break;
    case 'IfExp':
      checkExpression(c, e.test);
      checkExpression(c, e.body);
      checkExpression(c, e.orelse);
      break;
    case 'Dict':
      for (const [i, key] of e.keys.entries()) checkExpressions(c, [key, e.values[i]]);
      break;
    case 'Set':
      checkElements(c, e.elts);
      break;
    case 'Await':
      checkExpression(c, e.value);
      break;
    case 'FormattedValue':
    case 'Interpolation':
      checkExpression(c, e.value);
      if (e.format_spec) checkExpression(c, e.format_spec);
      break;
    case 'Slice':
      checkExpressions(c, [e.lower, e.upper, e.step]);
      break;
  }
}

/** `self.x = ...` in any function below a class, whatever `self` is there. */
function noteStaticAttribute(c: Checker, e: ast.Attribute): void {
  if (e.value.nodeType !== 'Name' || e.value.id !== 'self') return;
  for (let { parent } = c.unit; parent !== undefined; parent = parent.parent) {
    if (parent.scope.kind !== 'class') continue;
    parent.staticAttributes.add(e.attr);
    return;
  }
}

function checkBinOp(c: Checker, e: ast.BinOp): void {
  const rights: ast.expr[] = [];
  let left: ast.expr = e;
  while (left.nodeType === 'BinOp') {
    rights.push(left.right);
    left = left.left;
  }
  checkExpression(c, left);
  for (let i = rights.length - 1; i >= 0; i--) checkExpression(c, rights[i]!);
}

function checkCall(c: Checker, e: ast.Call): void {
  checkRepeatedKeywords(c, e.keywords);
  c.warn(callWarning(e.func), e.func);
  checkExpression(c, e.func);
  if (isUnrolled(c, e)) c.asCopy(() => checkExpressions(c, e.args));
  checkArguments(c, e.args, e.keywords);
}

const UNROLLED: ReadonlySet<string> = new Set(['any', 'all', 'tuple']);

/** `any(... for ...)` is compiled twice: as a loop for the builtin, and as the call it may turn out to be. */
function isUnrolled(c: Checker, e: ast.Call): boolean {
  const [argument] = e.args;
  if (e.func.nodeType !== 'Name' || !UNROLLED.has(e.func.id)) return false;
  if (e.args.length !== 1 || e.keywords.length > 0 || argument?.nodeType !== 'GeneratorExp') return false;
  return !c.maps.own.get(argument)?.isCoroutine;
}

/** Arguments of a call or bases of a class; a starred one unpacks. */
export function checkArguments(c: Checker, args: readonly ast.expr[], keywords: readonly ast.keyword[]): void {
  checkElements(c, args);
  for (const keyword of keywords) checkExpression(c, keyword.value);
}

export function checkRepeatedKeywords(c: Checker, keywords: readonly ast.keyword[]): void {
  const seen = new Set<string>();
  let repeated: ast.keyword | undefined;
  for (const keyword of keywords) {
    if (keyword.arg === undefined) continue;
    if (seen.has(keyword.arg)) repeated ??= keyword;
    seen.add(keyword.arg);
  }
  if (repeated) throw c.error(`keyword argument repeated: ${repeated.arg}`, repeated);
}

function checkElements(c: Checker, elements: readonly ast.expr[]): void {
  for (const e of elements) checkExpression(c, e.nodeType === 'Starred' ? e.value : e);
}

function checkSequence(c: Checker, e: ast.List | ast.Tuple): void {
  if (e.ctx === 'Store') checkUnpacking(c, e);
  if (e.ctx === 'Del') checkExpressions(c, e.elts);
  else checkElements(c, e.elts);
}

function checkUnpacking(c: Checker, e: ast.List | ast.Tuple): void {
  let hasStar = false;
  for (const [index, element] of e.elts.entries()) {
    if (element.nodeType !== 'Starred') continue;
    if (hasStar) throw c.error('multiple starred expressions in assignment', e);
    hasStar = true;
    if (index >= 256 || e.elts.length - index - 1 >= 0x7fffff) {
      throw c.error('too many expressions in star-unpacking assignment', e);
    }
  }
}

function refuseStarred(c: Checker, e: ast.Starred) {
  if (e.ctx === 'Store') return c.error('starred assignment target must be in a list or tuple', e);
  return c.error("can't use starred expression here", e);
}

function checkYield(c: Checker, e: ast.Yield | ast.YieldFrom): void {
  const { scope } = c.unit;
  const word = e.nodeType === 'Yield' ? 'yield' : 'yield from';
  if (!scope.isFunctionLike) throw c.error(`'${word}' outside function`, e);
  if (e.nodeType === 'YieldFrom' && scope.kind === 'function' && scope.node.nodeType === 'AsyncFunctionDef') {
    throw c.error("'yield from' inside async function", e);
  }
  if (e.value) checkExpression(c, e.value);
}
