// Primaries: attribute access, calls, subscripts and slices. CPython: Grammar/python.gram primary, slices, slice.
import * as ast from '../ast/nodes.ts';
import { T, type Token } from '../tokenizer/token.ts';
import { parseCall } from './arguments.ts';
import { parseAtom } from './atoms.ts';
import { parseExpression, parseNamedExpression } from './expressions.ts';
import type { Parser } from './parser.ts';

/** `primary`: an atom and all trailers that follow it. */
export function parsePrimary(p: Parser): ast.expr {
  const start = p.token;
  return parseTrailers(p, start, parseAtom(p));
}

/** Attributes, calls and subscripts applied to `base`, whose first token is `start`. */
export function parseTrailers(p: Parser, start: Token, base: ast.expr): ast.expr {
  for (;;) {
    switch (p.type) {
      case T.DOT: {
        p.advance();
        const name = p.expectName();
        base = ast.Attribute(base, name, 'Load', p.span(start));
        break;
      }
      case T.LPAR:
        base = parseCall(p, start, base);
        break;
      case T.LSQB: {
        p.advance();
        const slice = parseSlices(p);
        p.expect(T.RSQB);
        base = ast.Subscript(base, slice, 'Load', p.span(start));
        break;
      }
      default:
        return base;
    }
  }
}

/** `slices`: one index, or a tuple of them (always a tuple when one is starred). */
function parseSlices(p: Parser): ast.expr {
  const start = p.token;
  const first = parseSlice(p);
  if (p.type !== T.COMMA && first.nodeType !== 'Starred') return first;
  const elts = [first];
  while (p.accept(T.COMMA) && p.type !== T.RSQB) elts.push(parseSlice(p));
  return ast.Tuple(elts, 'Load', p.span(start));
}

function parseSlice(p: Parser): ast.expr {
  const start = p.token;
  if (p.type === T.STAR) return parseStarredExpression(p);
  if (p.type === T.COLON) return parseSliceRest(p, start, undefined);
  const lower = parseNamedExpression(p);
  if (p.type !== T.COLON) return lower;
  if (lower.nodeType === 'NamedExpr' && start.type === T.NAME) p.fail();
  return parseSliceRest(p, start, lower);
}

function parseSliceRest(p: Parser, start: Token, lower: ast.expr | undefined): ast.expr {
  p.advance();
  const upper = parseSliceBound(p);
  const step = p.accept(T.COLON) ? parseSliceBound(p) : undefined;
  return ast.Slice(lower, upper, step, p.span(start));
}

function parseSliceBound(p: Parser): ast.expr | undefined {
  const { type } = p;
  return type === T.COLON || type === T.COMMA || type === T.RSQB ? undefined : parseExpression(p);
}

/** `starred_expression`: `*expression`, in calls and subscripts; the current token is the star. */
export function parseStarredExpression(p: Parser): ast.expr {
  const start = p.advance();
  const value = parseExpression(p);
  return ast.Starred(value, 'Load', p.span(start));
}
