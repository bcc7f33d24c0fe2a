// First pass over match patterns. CPython: Python/symtable.c symtable_visit_pattern.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { DEF_LOCAL } from '../scope.ts';
import type { Collector } from './collector.ts';
import { collectExpression, collectExpressions } from './expressions.ts';

export function collectPattern(c: Collector, p: ast.pattern): void {
  switch (p.nodeType) {
    case 'MatchValue':
      collectExpression(c, p.value);
      return;
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
    case 'MatchOr':
      collectPatterns(c, p.patterns);
      return;
    case 'MatchStar':
      capture(c, p.name, p);
      return;
    case 'MatchMapping':
      collectExpressions(c, p.keys);
      collectPatterns(c, p.patterns);
      capture(c, p.rest, p);
      return;
    case 'MatchClass':
      collectExpression(c, p.cls);
      collectPatterns(c, p.patterns);
      for (const [index, name] of p.kwd_attrs.entries()) c.checkName(name, p.kwd_patterns[index] ?? p, 'Store');
      collectPatterns(c, p.kwd_patterns);
      return;
    case 'MatchAs':
      if (p.pattern) collectPattern(c, p.pattern);
      capture(c, p.name, p);
      return;
  }
}

function collectPatterns(c: Collector, patterns: readonly ast.pattern[]): void {
  for (const pattern of patterns) collectPattern(c, pattern);
}

function capture(c: Collector, name: string | undefined, at: ast.Position): void {
  if (name !== undefined) c.addDef(name, DEF_LOCAL, at);
}
