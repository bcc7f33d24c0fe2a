// First pass over comprehensions and the assignment expressions in them, whose targets belong to an outer scope (PEP 572).
// CPython: Python/symtable.c symtable_handle_comprehension, symtable_extend_namedexpr_scope.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import {
  type ComprehensionKind,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  type ScopeKind,
} from '../scope.ts';
import type { Collector } from './collector.ts';
import { collectExpression, collectExpressions } from './expressions.ts';

export type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const KINDS: Readonly<Record<Comprehension['nodeType'], ComprehensionKind>> = {
  ListComp: 'list',
  SetComp: 'set',
  DictComp: 'dict',
  GeneratorExp: 'generator',
};

const SCOPE_NAMES: Readonly<Record<ComprehensionKind, string>> = {
  list: 'listcomp',
  set: 'setcomp',
  dict: 'dictcomp',
  generator: 'genexpr',
};

export function collectComprehension(c: Collector, e: Comprehension): void {
  const kind = KINDS[e.nodeType];
  const [outermost, ...inner] = e.generators;
  if (outermost === undefined) throw new RangeError('comprehension with no generators');
  const outer = c.current;
  outer.comprehensionIterDepth++;
  collectExpression(c, outermost.iter);
  outer.comprehensionIterDepth--;

  const scope = c.enter('comprehension', SCOPE_NAMES[kind], e, e);
  c.maps.own.set(e, scope);
  scope.comprehension = kind;
  if (outermost.is_async) scope.isCoroutine = true;
  c.addDef('.0', DEF_PARAM, e);
  collectTarget(c, outermost.target);
  collectExpressions(c, outermost.ifs);
  for (const generator of inner) collectGenerator(c, generator);
  if (e.nodeType === 'DictComp') {
    collectExpression(c, e.value);
    collectExpression(c, e.key);
  } else collectExpression(c, e.elt);
  scope.isGenerator = kind === 'generator';
  const isAsync = scope.isCoroutine && kind !== 'generator';
  c.exit();
  if (isAsync) becomeAsync(c, e);
}

function collectTarget(c: Collector, target: ast.expr): void {
  c.current.inComprehensionTarget = true;
  collectExpression(c, target);
  c.current.inComprehensionTarget = false;
}

function collectGenerator(c: Collector, generator: ast.comprehension): void {
  collectTarget(c, generator.target);
  c.current.comprehensionIterDepth++;
  collectExpression(c, generator.iter);
  c.current.comprehensionIterDepth--;
  collectExpressions(c, generator.ifs);
  if (generator.is_async) c.current.isCoroutine = true;
}

function becomeAsync(c: Collector, e: ast.expr): void {
  if (!c.inAsyncFunction && c.current.comprehension === undefined && !c.allowsTopLevelAwait) {
    throw c.error('asynchronous comprehension outside of an asynchronous function', e);
  }
  c.current.isCoroutine = true;
}

export function collectNamedExpression(c: Collector, e: ast.NamedExpr): void {
  if (c.current.comprehensionIterDepth > 0) {
    throw c.error('assignment expression cannot be used in a comprehension iterable expression', e);
  }
  if (c.current.comprehension !== undefined && e.target.nodeType === 'Name') bindOutside(c, e.target);
  collectExpression(c, e.value);
  collectExpression(c, e.target);
}

const REFUSED: ReadonlyMap<ScopeKind, string> = new Map([
  ['class', 'a class body'],
  ['typevariable', 'a TypeVar bound'],
  ['typealias', 'a type alias'],
]);

/** Declares the target in the nearest scope around the comprehensions. */
function bindOutside(c: Collector, target: ast.Name): void {
  const { id } = target;
  for (let i = c.stack.length - 1; i >= 0; i--) {
    const scope = c.stack[i]!;
    const known = c.lookup(scope, id);
    if (scope.comprehension !== undefined) {
      if ((known & DEF_COMP_ITER) !== 0 && (known & DEF_LOCAL) !== 0) {
        throw c.error(`assignment expression cannot rebind comprehension iteration variable '${id}'`, target);
      }
      continue;
    }
    if (scope.isFunctionBlock || scope.kind === 'module') {
      const isGlobal = scope.kind === 'module' || (known & DEF_GLOBAL) !== 0;
      c.addDef(id, isGlobal ? DEF_GLOBAL : DEF_NONLOCAL, target);
      c.recordDirective(id, target);
      c.addDefTo(scope, id, scope.kind === 'module' ? DEF_GLOBAL : DEF_LOCAL, target);
      return;
    }
    refuse(c, scope.kind, target);
  }
}

function refuse(c: Collector, kind: ScopeKind, target: ast.Name): void {
  const place = REFUSED.get(kind);
  if (place !== undefined) {
    throw c.error(`assignment expression within a comprehension cannot be used in ${place}`, target);
  }
  if (kind === 'typeparams') {
    const message = 'assignment expression within a comprehension cannot be used within the definition of a generic';
    throw c.error(message, target);
  }
}
