// yield, yield from and await: the function suspends where the expression stands. CPython: Python/codegen.c (Yield, YieldFrom, Await)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { expression } from './expressions.ts';
import { withPosition } from './operators.ts';

export function lowerYield(b: Body, node: ast.Yield): string {
  const value = node.value === undefined ? b.rt('None') : expression(b, node.value);
  return yieldValue(b, value, node);
}

/** Yields a value already lowered; the text is what is sent in. */
export function yieldValue(b: Body, value: string, at: ast.expr): string {
  return b.machine!.suspend(value, at);
}

export function lowerYieldFrom(b: Body, node: ast.YieldFrom): string {
  const value = withPosition(b, expression(b, node.value), node);
  return b.machine!.delegate(`${b.rt('yieldFrom')}(this,${value})`, node);
}

export function lowerAwait(b: Body, node: ast.Await): string {
  return awaitText(b, expression(b, node.value), node);
}

/** Awaits a value already lowered; `role` says what it came from, for the message when it cannot be awaited. */
export function awaitText(b: Body, value: string, node: ast.expr | ast.stmt, role?: string): string {
  const extra = role === undefined ? '' : `,"${role}"`;
  return b.machine!.delegate(`${b.rt('awaitable')}(${withPosition(b, value, node)}${extra})`, node);
}
