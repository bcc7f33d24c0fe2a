// Third pass over with, try and match. CPython: Python/codegen.c codegen_with_inner, codegen_try_except,
// codegen_try_finally, codegen_try_star_except, codegen_match_inner.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Checker } from './checker.ts';
import { checkExpression } from './expressions.ts';
import { checkCasePattern, isWildcard } from './patterns.ts';
import { checkStatements } from './statements.ts';

export function checkWith(c: Checker, s: ast.With | ast.AsyncWith): void {
  checkWithItem(c, s, 0);
}

function checkWithItem(c: Checker, s: ast.With | ast.AsyncWith, index: number): void {
  const item = s.items[index];
  if (item === undefined) {
    checkStatements(c, s.body);
    return;
  }
  checkExpression(c, item.context_expr);
  c.withBlock({ kind: 'with' }, item.context_expr, () => {
    if (item.optional_vars) checkExpression(c, item.optional_vars);
    checkWithItem(c, s, index + 1);
  });
}

export function checkTry(c: Checker, s: ast.Try | ast.TryStar): void {
  if (s.finalbody.length === 0) {
    checkTryExcept(c, s);
    return;
  }
  c.withBlock({ kind: 'finally-try', finalbody: s.finalbody }, s, () => {
    if (s.handlers.length > 0) checkTryExcept(c, s);
    else checkStatements(c, s.body);
  });
  // CPython compiles the body for both ways in, the second time without warnings but with its annotations.
  const { deferredAnnotations } = c.unit;
  const seen = deferredAnnotations.length;
  c.withBlock({ kind: 'finally-end' }, s, () => checkStatements(c, s.finalbody));
  deferredAnnotations.push(...deferredAnnotations.slice(seen));
}

function checkTryExcept(c: Checker, s: ast.Try | ast.TryStar): void {
  c.withBlock({ kind: 'try' }, s, () => checkStatements(c, s.body));
  const isGroup = s.nodeType === 'TryStar';
  if (!isGroup) checkStatements(c, s.orelse);
  c.withBlock({ kind: isGroup ? 'group-handler' : 'handlers' }, s, () => {
    for (const [index, handler] of s.handlers.entries()) {
      if (handler.type === undefined && index < s.handlers.length - 1) {
        throw c.error("default 'except:' must be last", handler);
      }
      checkHandler(c, handler);
    }
  });
  if (isGroup) checkStatements(c, s.orelse);
}

function checkHandler(c: Checker, handler: ast.ExceptHandler): void {
  if (handler.type) checkExpression(c, handler.type);
  if (handler.name !== undefined) c.name(handler.name, 'Store');
  c.withBlock({ kind: 'handler-cleanup' }, handler, () => checkStatements(c, handler.body));
  // The name is unbound at the end of the handler.
  if (handler.name !== undefined) c.name(handler.name, 'Del');
}

export function checkMatch(c: Checker, s: ast.Match): void {
  checkExpression(c, s.subject);
  const last = s.cases.length - 1;
  for (const [index, matchCase] of s.cases.entries()) {
    const isDefault = index === last && index > 0 && isWildcard(matchCase.pattern);
    if (!isDefault) {
      const names = checkCasePattern(c, matchCase.pattern, matchCase.guard !== undefined || index === last);
      for (const name of names) c.name(name, 'Store');
    }
    if (matchCase.guard) checkExpression(c, matchCase.guard);
    checkStatements(c, matchCase.body);
  }
}
