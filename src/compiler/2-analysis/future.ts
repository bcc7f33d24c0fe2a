// `from __future__ import ...` at the head of a module. CPython: Python/future.c.
import type * as ast from '../1-syntax/ast/nodes.ts';
import { type AnalysisOptions, syntaxError } from './options.ts';

/** `co_flags` bits of the features that still exist in `__future__`; all but the last two are always on. */
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

const ALWAYS_ON: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
]);

export interface Future {
  /** Bits for `co_flags`. */
  features: number;
  /** PEP 563: annotations are strings. */
  annotations: boolean;
  /** The last future import; a later one outside the head of the file is an error. */
  last: ast.Position | undefined;
}

/** Reads the future imports; throws for unknown features. */
export function readFuture(tree: ast.mod, options: AnalysisOptions): Future {
  const future: Future = { features: options.inheritedFuture ?? 0, annotations: false, last: undefined };
  if (tree.nodeType === 'Module' || tree.nodeType === 'Interactive') readHead(tree.body, future, options);
  future.annotations = (future.features & CO_FUTURE_ANNOTATIONS) !== 0;
  return future;
}

function readHead(body: readonly ast.stmt[], future: Future, options: AnalysisOptions): void {
  for (const [index, statement] of body.entries()) {
    if (isFutureImport(statement)) {
      readFeatures(statement, future, options);
      future.last = statement;
    } else if (index > 0 || !isDocstring(statement)) return;
  }
}

export function isFutureImport(statement: ast.stmt): statement is ast.ImportFrom {
  return statement.nodeType === 'ImportFrom' && statement.module === '__future__' && !statement.level;
}

function isDocstring(statement: ast.stmt): boolean {
  if (statement.nodeType !== 'Expr') return false;
  const { value } = statement;
  return value.nodeType === 'Constant' && value.value.type === 'str';
}

function readFeatures(statement: ast.ImportFrom, future: Future, options: AnalysisOptions): void {
  for (const { name, ...at } of statement.names) {
    if (name === 'annotations') future.features |= CO_FUTURE_ANNOTATIONS;
    else if (name === 'barry_as_FLUFL') future.features |= CO_FUTURE_BARRY_AS_BDFL;
    else if (name === 'braces') throw syntaxError(options, 'not a chance', at);
    else if (!ALWAYS_ON.has(name)) {
      throw syntaxError(options, `future feature ${name} is not defined`, at);
    }
  }
}

/** Refuses a future import below the head of the file. */
export function checkFuturePlace(statement: ast.ImportFrom, future: Future, options: AnalysisOptions): void {
  if (!isFutureImport(statement)) return;
  const { last } = future;
  const isLater =
    last === undefined ||
    statement.lineno > last.lineno ||
    (statement.lineno === last.end_lineno && statement.col_offset > last.end_col_offset);
  if (isLater) {
    throw syntaxError(options, 'from __future__ imports must occur at the beginning of the file', statement);
  }
}
