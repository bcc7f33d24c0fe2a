// The `for ... in ... if ...` clauses of comprehensions. CPython: Grammar/python.gram for_if_clauses.
import * as ast from '../ast/nodes.ts';
import { KW } from '../tokenizer/token.ts';
import { parseDisjunction } from './expressions.ts';
import type { Parser } from './parser.ts';
import { parseStarTargets } from './targets.ts';

/** Whether a comprehension clause begins here. */
export function atComprehension(p: Parser): boolean {
  return p.type === KW.FOR || p.type === KW.ASYNC;
}

/** One or more clauses; the current token is `for` or `async`. */
export function parseComprehensions(p: Parser): ast.comprehension[] {
  const clauses: ast.comprehension[] = [];
  do clauses.push(parseComprehension(p));
  while (atComprehension(p));
  return clauses;
}

function parseComprehension(p: Parser): ast.comprehension {
  const isAsync = p.accept(KW.ASYNC);
  p.expect(KW.FOR);
  const target = parseStarTargets(p);
  p.expect(KW.IN);
  const iter = parseDisjunction(p);
  const ifs: ast.expr[] = [];
  while (p.accept(KW.IF)) ifs.push(parseDisjunction(p));
  if (isAsync) p.checkVersion(6, 'Async comprehensions are');
  return ast.comprehension(target, iter, ifs, isAsync ? 1 : 0);
}
