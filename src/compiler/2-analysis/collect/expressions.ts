// First pass over expressions: uses, targets, lambdas. CPython: Python/symtable.c symtable_visit_expr.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { DEF_LOCAL, USE } from '../scope.ts';
import type { Collector } from './collector.ts';
import { collectComprehension, collectNamedExpression } from './comprehensions.ts';
import { collectDefaults, collectParameters } from './definitions.ts';

export function collectExpressions(c: Collector, list: readonly (ast.expr | undefined)[]): void {
  for (const e of list) if (e !== undefined) collectExpression(c, e);
}

export function collectExpression(c: Collector, e: ast.expr): void {
  switch (e.nodeType) {
    case 'Name':
      collectName(c, e);
      return;
    case 'Constant':
      return;
    case 'Attribute':
      c.checkName(e.attr, e, e.ctx);
      collectExpression(c, e.value);
      return;
    case 'Call':
      collectCall(c, e);
      return;
    case 'BinOp':
      collectBinOp(c, e);
      return;
    case 'Subscript':
      collectExpression(c, e.value);
      collectExpression(c, e.slice);
      return;
    case 'BoolOp':
    case 'JoinedStr':
    case 'TemplateStr':
      collectExpressions(c, e.values);
      return;
    case 'UnaryOp':
      collectExpression(c, e.operand);
      return;
    case 'Compare':
      collectExpression(c, e.left);
      collectExpressions(c, e.comparators);
      return;
    case 'IfExp':
      collectExpression(c, e.test);
      collectExpression(c, e.body);
      collectExpression(c, e.orelse);
      return;
    case 'Dict':
      collectExpressions(c, e.keys);
      collectExpressions(c, e.values);
      return;
    case 'Set':
    case 'List':
    case 'Tuple':
      collectExpressions(c, e.elts);
      return;
    case 'FormattedValue':
    case 'Interpolation':
      collectExpression(c, e.value);
      if (e.format_spec) collectExpression(c, e.format_spec);
      return;
    case 'Starred':
      collectExpression(c, e.value);
      return;
    case 'Slice':
      collectExpressions(c, [e.lower, e.upper, e.step]);
      return;
    case 'Lambda':
      collectLambda(c, e);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      collectComprehension(c, e);
      return;
    case 'NamedExpr':
      refuseInAnnotation(c, 'named expression', e);
      collectNamedExpression(c, e);
      return;
    case 'Yield':
    case 'YieldFrom':
      collectYield(c, e);
      return;
    case 'Await':
      collectAwait(c, e);
      return;
  }
}

/** Long sums lean to the left: walk down that side without a call a level. */
function collectBinOp(c: Collector, e: ast.BinOp): void {
  const rights: ast.expr[] = [];
  let left: ast.expr = e;
  while (left.nodeType === 'BinOp') {
    rights.push(left.right);
    left = left.left;
  }
  collectExpression(c, left);
  for (let i = rights.length - 1; i >= 0; i--) collectExpression(c, rights[i]!);
}

function collectName(c: Collector, e: ast.Name): void {
  const scope = c.current;
  if (scope.inUnevaluatedAnnotation) return;
  if (e.ctx !== 'Load') {
    c.checkName(e.id, e, e.ctx);
    c.addDefUnchecked(e.id, DEF_LOCAL, e);
    return;
  }
  c.addDefUnchecked(e.id, USE, e);
  // Zero-argument super() finds its class through this cell.
  if (e.id === 'super' && scope.isFunctionLike) c.addDefUnchecked('__class__', USE, e);
}

function collectCall(c: Collector, e: ast.Call): void {
  collectExpression(c, e.func);
  collectExpressions(c, e.args);
  checkKeywords(c, e.keywords);
  for (const keyword of e.keywords) collectExpression(c, keyword.value);
}

export function checkKeywords(c: Collector, keywords: readonly ast.keyword[]): void {
  for (const keyword of keywords) if (keyword.arg !== undefined) c.checkName(keyword.arg, keyword, 'Store');
}

function collectLambda(c: Collector, e: ast.Lambda): void {
  collectDefaults(c, e.args);
  const scope = c.enter('lambda', 'lambda', e, e);
  c.maps.own.set(e, scope);
  collectParameters(c, e.args);
  collectExpression(c, e.body);
  c.exit();
}

function collectYield(c: Collector, e: ast.Yield | ast.YieldFrom): void {
  refuseInAnnotation(c, 'yield expression', e);
  if (e.value) collectExpression(c, e.value);
  c.current.isGenerator = true;
  const kind = c.current.comprehension;
  if (kind === undefined) return;
  const where = kind === 'generator' ? 'generator expression' : `${kind} comprehension`;
  throw c.error(`'yield' inside ${where}`, e);
}

function collectAwait(c: Collector, e: ast.Await): void {
  refuseInAnnotation(c, 'await expression', e);
  if (!c.allowsTopLevelAwait) {
    if (!c.current.isFunctionLike) throw c.error("'await' outside function", e);
    if (!c.inAsyncFunction && c.current.comprehension === undefined) {
      throw c.error("'await' outside async function", e);
    }
  }
  collectExpression(c, e.value);
  c.current.isCoroutine = true;
}

function refuseInAnnotation(c: Collector, what: string, e: ast.expr): void {
  const { kind, scopeInfo } = c.current;
  if (kind === 'annotation') throw c.error(`${what} cannot be used within an annotation`, e);
  if (kind === 'typevariable') throw c.error(`${what} cannot be used within ${scopeInfo}`, e);
  if (kind === 'typealias') throw c.error(`${what} cannot be used within a type alias`, e);
  if (kind === 'typeparams') throw c.error(`${what} cannot be used within the definition of a generic`, e);
}
