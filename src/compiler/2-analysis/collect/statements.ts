// First pass over statements: what each one defines and uses. CPython: Python/symtable.c symtable_visit_stmt.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { elifOf } from '../elif.ts';
import { checkFuturePlace } from '../future.ts';
import { DEF_ANNOT, DEF_GLOBAL, DEF_IMPORT, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from '../scope.ts';
import type { Collector } from './collector.ts';
import { collectClass, collectFunction, collectTypeAlias, collectVariableAnnotation } from './definitions.ts';
import { collectExpression, collectExpressions } from './expressions.ts';
import { collectPattern } from './patterns.ts';

export function collectModule(c: Collector, tree: ast.mod): void {
  switch (tree.nodeType) {
    case 'Module':
      c.top.hasDocstring = hasDocstring(tree.body);
      collectStatements(c, tree.body);
      break;
    case 'Interactive':
      collectStatements(c, tree.body);
      break;
    case 'Expression':
      collectExpression(c, tree.body);
      break;
  }
}

export function hasDocstring(body: readonly ast.stmt[]): boolean {
  const first = body[0];
  if (first?.nodeType !== 'Expr') return false;
  return first.value.nodeType === 'Constant' && first.value.value.type === 'str';
}

export function collectStatements(c: Collector, body: readonly ast.stmt[]): void {
  for (const statement of body) collectStatement(c, statement);
}

function collectStatement(c: Collector, s: ast.stmt): void {
  switch (s.nodeType) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      collectFunction(c, s);
      return;
    case 'ClassDef':
      collectClass(c, s);
      return;
    case 'TypeAlias':
      collectTypeAlias(c, s);
      return;
    case 'Return':
      if (s.value) {
        collectExpression(c, s.value);
        c.current.returnsValue = true;
      }
      return;
    case 'Delete':
      collectExpressions(c, s.targets);
      return;
    case 'Assign':
      collectExpressions(c, s.targets);
      collectExpression(c, s.value);
      return;
    case 'AnnAssign':
      collectAnnAssign(c, s);
      return;
    case 'AugAssign':
      collectExpression(c, s.target);
      collectExpression(c, s.value);
      return;
    case 'For':
    case 'AsyncFor':
      collectFor(c, s);
      return;
    case 'If':
      collectIf(c, s);
      return;
    case 'While':
      collectExpression(c, s.test);
      conditionally(c, () => {
        collectStatements(c, s.body);
        collectStatements(c, s.orelse);
      });
      return;
    case 'With':
    case 'AsyncWith':
      collectWith(c, s);
      return;
    case 'Match':
      collectExpression(c, s.subject);
      conditionally(c, () => {
        for (const matchCase of s.cases) collectMatchCase(c, matchCase);
      });
      return;
    case 'Try':
    case 'TryStar':
      collectTry(c, s);
      return;
    default:
      collectSimpleStatement(c, s);
  }
}

type SimpleStatement =
  | ast.Raise
  | ast.Assert
  | ast.Import
  | ast.ImportFrom
  | ast.Global
  | ast.Nonlocal
  | ast.Expr
  | ast.Pass
  | ast.Break
  | ast.Continue;

function collectSimpleStatement(c: Collector, s: SimpleStatement): void {
  switch (s.nodeType) {
    case 'Raise':
      if (s.exc) {
        collectExpression(c, s.exc);
        if (s.cause) collectExpression(c, s.cause);
      }
      return;
    case 'Assert':
      collectExpression(c, s.test);
      if (s.msg) collectExpression(c, s.msg);
      return;
    case 'Import':
      collectAliases(c, s.names);
      return;
    case 'ImportFrom':
      collectAliases(c, s.names);
      checkFuturePlace(s, c.future, c.options);
      return;
    case 'Global':
      collectDeclaration(c, s, DEF_GLOBAL, 'global');
      return;
    case 'Nonlocal':
      collectDeclaration(c, s, DEF_NONLOCAL, 'nonlocal');
      return;
    case 'Expr':
      collectExpression(c, s.value);
      return;
  }
}

/** Annotations met while `visit` runs may or may not be reached at run time. */
function conditionally(c: Collector, visit: () => void): void {
  const scope = c.current;
  const outer = scope.inConditionalBlock;
  scope.inConditionalBlock = true;
  visit();
  scope.inConditionalBlock = outer;
}

function collectIf(c: Collector, first: ast.If): void {
  collectExpression(c, first.test);
  conditionally(c, () => {
    collectStatements(c, first.body);
    let last = first;
    for (let s = elifOf(first); s !== undefined; s = elifOf(s)) {
      collectExpression(c, s.test);
      collectStatements(c, s.body);
      last = s;
    }
    collectStatements(c, last.orelse);
  });
}

function collectAnnAssign(c: Collector, s: ast.AnnAssign): void {
  c.current.annotationsUsed = true;
  const { target } = s;
  if (target.nodeType === 'Name') {
    const known = c.lookup(c.current, target.id);
    if ((known & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && c.current !== c.top && s.simple) {
      const kind = (known & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal';
      throw c.error(`annotated name '${target.id}' can't be ${kind}`, s);
    }
    if (s.simple) c.addDef(target.id, DEF_ANNOT | DEF_LOCAL, target);
    else if (s.value) c.addDef(target.id, DEF_LOCAL, target);
  } else collectExpression(c, target);
  collectVariableAnnotation(c, s);
  if (s.value) collectExpression(c, s.value);
}

function collectFor(c: Collector, s: ast.For | ast.AsyncFor): void {
  if (s.nodeType === 'AsyncFor') requireCoroutine(c, s, "'async for' outside async function");
  collectExpression(c, s.target);
  collectExpression(c, s.iter);
  conditionally(c, () => {
    collectStatements(c, s.body);
    collectStatements(c, s.orelse);
  });
}

function collectWith(c: Collector, s: ast.With | ast.AsyncWith): void {
  if (s.nodeType === 'AsyncWith') requireCoroutine(c, s, "'async with' outside async function");
  conditionally(c, () => {
    for (const item of s.items) {
      collectExpression(c, item.context_expr);
      if (item.optional_vars) collectExpression(c, item.optional_vars);
    }
    collectStatements(c, s.body);
  });
}

function requireCoroutine(c: Collector, s: ast.stmt, message: string): void {
  if (c.allowsTopLevelAwait) c.current.isCoroutine = true;
  if (!c.current.isCoroutine) throw c.error(message, s);
}

function collectMatchCase(c: Collector, m: ast.match_case): void {
  collectPattern(c, m.pattern);
  if (m.guard) collectExpression(c, m.guard);
  collectStatements(c, m.body);
}

function collectTry(c: Collector, s: ast.Try | ast.TryStar): void {
  conditionally(c, () => {
    collectStatements(c, s.body);
    for (const handler of s.handlers) {
      if (handler.type) collectExpression(c, handler.type);
      if (handler.name !== undefined) c.addDef(handler.name, DEF_LOCAL, handler);
      collectStatements(c, handler.body);
    }
    collectStatements(c, s.orelse);
    collectStatements(c, s.finalbody);
  });
}

function collectAliases(c: Collector, aliases: readonly ast.alias[]): void {
  for (const alias of aliases) {
    const name = alias.asname ?? alias.name;
    if (name !== '*') {
      const [stored = name] = name.split('.', 1);
      c.addDef(stored, DEF_IMPORT, alias);
    } else if (c.current.kind !== 'module') throw c.error('import * only allowed at module level', alias);
  }
}

function collectDeclaration(c: Collector, s: ast.Global | ast.Nonlocal, flag: number, word: string): void {
  for (const name of s.names) {
    const known = c.lookup(c.current, name);
    const conflict = declarationConflict(known, name, word);
    if (conflict !== undefined) throw c.error(conflict, s);
    c.addDef(name, flag, s);
    c.recordDirective(name, s);
  }
}

function declarationConflict(known: number, name: string, word: string): string | undefined {
  if ((known & DEF_PARAM) !== 0) return `name '${name}' is parameter and ${word}`;
  if ((known & USE) !== 0) return `name '${name}' is used prior to ${word} declaration`;
  if ((known & DEF_ANNOT) !== 0) return `annotated name '${name}' can't be ${word}`;
  if ((known & DEF_LOCAL) !== 0) return `name '${name}' is assigned to before ${word} declaration`;
  return undefined;
}
