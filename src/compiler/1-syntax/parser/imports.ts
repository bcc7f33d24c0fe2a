// Import statements. CPython: Grammar/python.gram, "Import statements".
import * as ast from '../ast/nodes.ts';
import { KW, T } from '../tokenizer/token.ts';
import type { Parser } from './parser.ts';

/** `import a.b as c, d`. */
export function parseImport(p: Parser): ast.stmt {
  const start = p.advance();
  const names = [parseDottedAlias(p)];
  while (p.accept(T.COMMA)) names.push(parseDottedAlias(p));
  return ast.Import(names, p.span(start));
}

/** `from ..a import b as c, d`. */
export function parseImportFrom(p: Parser): ast.stmt {
  const start = p.advance();
  let level = 0;
  for (; p.type === T.DOT || p.type === T.ELLIPSIS; p.advance()) level += p.type === T.DOT ? 1 : 3;
  const module = level === 0 || p.type === T.NAME ? parseDottedName(p) : undefined;
  p.expect(KW.IMPORT);
  const names = parseImportTargets(p);
  if (module === '__future__' && level === 0) obeyFuture(p, names);
  return ast.ImportFrom(module, names, level, p.span(start));
}

/** The one future feature that changes the grammar. */
function obeyFuture(p: Parser, names: ast.alias[]): void {
  if (names.some((alias) => alias.name === 'barry_as_FLUFL')) p.barryAsFlufl = true;
}

function parseImportTargets(p: Parser): ast.alias[] {
  if (p.type === T.STAR) {
    const star = p.advance();
    return [ast.alias('*', undefined, p.span(star))];
  }
  const isParenthesised = p.accept(T.LPAR);
  const names = [parseAlias(p)];
  while (p.accept(T.COMMA)) {
    if (isParenthesised && p.type === T.RPAR) break;
    names.push(parseAlias(p));
  }
  if (isParenthesised) p.expect(T.RPAR);
  return names;
}

function parseAlias(p: Parser): ast.alias {
  const start = p.token;
  const name = p.expectName();
  const asname = p.accept(KW.AS) ? p.expectName() : undefined;
  return ast.alias(name, asname, p.span(start));
}

function parseDottedAlias(p: Parser): ast.alias {
  const start = p.token;
  const name = parseDottedName(p);
  const asname = p.accept(KW.AS) ? p.expectName() : undefined;
  return ast.alias(name, asname, p.span(start));
}

function parseDottedName(p: Parser): string {
  let name = p.expectName();
  while (p.accept(T.DOT)) name += '.' + p.expectName();
  return name;
}
