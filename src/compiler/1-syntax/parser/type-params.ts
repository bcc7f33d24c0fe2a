// Type parameter lists of functions, classes and type aliases (PEP 695, defaults PEP 696).
// CPython: Grammar/python.gram, "Type parameter declaration".
import * as ast from '../ast/nodes.ts';
import { T } from '../tokenizer/token.ts';
import { parseExpression, parseStarExpression } from './expressions.ts';
import type { Parser } from './parser.ts';

/** `[type_params]`: empty when there is no bracket here. */
export function parseTypeParams(p: Parser): ast.type_param[] {
  const params: ast.type_param[] = [];
  if (!p.accept(T.LSQB)) return params;
  do params.push(parseTypeParam(p));
  while (p.accept(T.COMMA) && p.type !== T.RSQB);
  p.expect(T.RSQB);
  p.checkVersion(12, 'Type parameter lists are', p.previous);
  return params;
}

function parseTypeParam(p: Parser): ast.type_param {
  const start = p.token;
  if (p.accept(T.STAR)) {
    const name = p.expectName();
    const defaultValue = parseDefault(p, parseStarExpression);
    return ast.TypeVarTuple(name, defaultValue, p.span(start));
  }
  if (p.accept(T.DOUBLESTAR)) {
    const name = p.expectName();
    const defaultValue = parseDefault(p, parseExpression);
    return ast.ParamSpec(name, defaultValue, p.span(start));
  }
  const name = p.expectName();
  const bound = p.accept(T.COLON) ? parseExpression(p) : undefined;
  const defaultValue = parseDefault(p, parseExpression);
  return ast.TypeVar(name, bound, defaultValue, p.span(start));
}

function parseDefault(p: Parser, parse: (p: Parser) => ast.expr): ast.expr | undefined {
  if (!p.accept(T.EQUAL)) return undefined;
  const value = parse(p);
  p.checkVersion(13, 'Type parameter defaults are');
  return value;
}
