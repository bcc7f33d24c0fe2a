// Definite assignment through match patterns: captures are stored only when the whole pattern has matched.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { ExpressionFlow } from './expressions.ts';

/** Visits the expressions in a pattern, then binds its captures. */
export function bindPattern(visitor: ExpressionFlow, pattern: ast.pattern): void {
  const names: string[] = [];
  visitPattern(visitor, pattern, names);
  for (const name of names) visitor.flow.bind(name);
}

function visitPattern(visitor: ExpressionFlow, p: ast.pattern, names: string[]): void {
  switch (p.nodeType) {
    case 'MatchValue':
      visitor.visit(p.value);
      break;
    case 'MatchMapping':
      visitor.visitAll(p.keys);
      visitAll(visitor, p.patterns, names);
      if (p.rest !== undefined) names.push(p.rest);
      break;
    case 'MatchClass':
      visitor.visit(p.cls);
      visitAll(visitor, p.patterns, names);
      visitAll(visitor, p.kwd_patterns, names);
      break;
    case 'MatchSequence':
      visitAll(visitor, p.patterns, names);
      break;
    case 'MatchOr':
      // All alternatives bind the same names.
      visitAll(visitor, p.patterns, names);
      break;
    case 'MatchStar':
      if (p.name !== undefined) names.push(p.name);
      break;
    case 'MatchAs':
      if (p.pattern) visitPattern(visitor, p.pattern, names);
      if (p.name !== undefined) names.push(p.name);
      break;
  }
}

function visitAll(visitor: ExpressionFlow, patterns: readonly ast.pattern[], names: string[]): void {
  for (const pattern of patterns) visitPattern(visitor, pattern, names);
}

export function isIrrefutable(p: ast.pattern): boolean {
  if (p.nodeType === 'MatchOr') return p.patterns.some(isIrrefutable);
  return p.nodeType === 'MatchAs' && (p.pattern === undefined || isIrrefutable(p.pattern));
}
