// Assignment and del targets. They are parsed as expressions and then turned into targets: the context changes in place,
// and whatever cannot be assigned to fails. CPython: Grammar/python.gram, "ASSIGNMENT TARGETS".
import * as ast from '../ast/nodes.ts';
import { T } from '../tokenizer/token.ts';
import { startsExpression } from './expressions.ts';
import type { Parser } from './parser.ts';
import { parsePrimary } from './primary.ts';

/** Turns a freshly parsed expression into an assignment target (`star_target`), or fails. */
export function toStore(p: Parser, node: ast.expr): ast.expr {
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = 'Store';
      return node;
    case 'Tuple':
    case 'List':
      node.ctx = 'Store';
      for (const element of node.elts) toStore(p, element);
      return node;
    case 'Starred':
      node.ctx = 'Store';
      toStore(p, node.value);
      return node;
    default:
      return p.fail();
  }
}

/** `single_target`: what an annotation or an augmented assignment may have on its left. */
export function toSingleTarget(p: Parser, node: ast.expr): ast.Name | ast.Attribute | ast.Subscript {
  if (node.nodeType !== 'Name' && node.nodeType !== 'Attribute' && node.nodeType !== 'Subscript') p.fail();
  node.ctx = 'Store';
  return node;
}

/** `star_targets`: the targets of `for`, up to `in`. */
export function parseStarTargets(p: Parser): ast.expr {
  const start = p.token;
  const first = parseStarTarget(p);
  if (p.type !== T.COMMA) return first;
  const elts = [first];
  while (p.accept(T.COMMA) && startsExpression(p.type)) elts.push(parseStarTarget(p));
  return ast.Tuple(elts, 'Store', p.span(start));
}

/** `star_target`: one target, perhaps starred. */
export function parseStarTarget(p: Parser): ast.expr {
  if (p.type !== T.STAR) return toStore(p, parsePrimary(p));
  const start = p.advance();
  const value = toStore(p, parsePrimary(p));
  return ast.Starred(value, 'Store', p.span(start));
}

/** `del_targets`: at least one, a trailing comma allowed. */
export function parseDelTargets(p: Parser): ast.expr[] {
  const targets: ast.expr[] = [];
  do targets.push(toDel(p, parsePrimary(p)));
  while (p.accept(T.COMMA) && startsExpression(p.type));
  return targets;
}

function toDel(p: Parser, node: ast.expr): ast.expr {
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = 'Del';
      return node;
    case 'Tuple':
    case 'List':
      node.ctx = 'Del';
      for (const element of node.elts) toDel(p, element);
      return node;
    default:
      return p.fail();
  }
}
