// `yield`, `yield from`, `await`: generators are JS generator functions, so a suspension point is a JS `yield`.
// CPython: Python/codegen.c (Yield, YieldFrom, Await)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { expression } from './expressions.ts';
import { withPosition } from './operators.ts';

export function lowerYield(b: Body, node: ast.Yield): string {
  const value = node.value === undefined ? b.rt('None') : expression(b, node.value);
  if (b.isAsyncGenerator) return `(yield ${b.rt('wrapAsyncValue')}(${withPosition(b, value, node)}))`;
  return `(yield ${withPosition(b, value, node)})`;
}

export function lowerYieldFrom(b: Body, node: ast.YieldFrom): string {
  return `(yield* ${b.rt('yieldFrom')}(${withPosition(b, expression(b, node.value), node)}))`;
}

export function lowerAwait(b: Body, node: ast.Await): string {
  return awaitText(b, expression(b, node.value), node);
}

/** Awaits a value already lowered. */
export function awaitText(b: Body, value: string, node: ast.expr | ast.stmt): string {
  return `(yield* ${b.rt('awaitValue')}(${withPosition(b, value, node)}))`;
}
