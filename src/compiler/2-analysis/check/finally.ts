// Warnings for control flow that leaves a `finally` block (PEP 765). They come before all other checks.
// CPython: Python/ast_preprocess.c (control_flow_in_finally_warning).
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { elifOf } from '../elif.ts';
import { type AnalysisOptions, syntaxWarning } from '../options.ts';

/** The innermost construct around a statement that decides where its jumps go. */
type Around = 'finally' | 'loop' | 'other';

export function warnFinally(tree: ast.mod, options: AnalysisOptions): void {
  if (tree.nodeType === 'Module' || tree.nodeType === 'Interactive') visitBody(tree.body, 'other', options);
}

function visitBody(body: readonly ast.stmt[], around: Around, options: AnalysisOptions): void {
  for (const statement of body) visit(statement, around, options);
}

function visit(s: ast.stmt, around: Around, options: AnalysisOptions): void {
  switch (s.nodeType) {
    case 'Return':
    case 'Break':
    case 'Continue':
      if (around === 'finally') syntaxWarning(options, `'${s.nodeType.toLowerCase()}' in a 'finally' block`, s);
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      visitBody(s.body, 'other', options);
      break;
    case 'For':
    case 'AsyncFor':
    case 'While':
      visitBody(s.body, 'loop', options);
      visitBody(s.orelse, around, options);
      break;
    case 'If':
      visitIf(s, around, options);
      break;
    case 'ClassDef':
    case 'With':
    case 'AsyncWith':
      visitBody(s.body, around, options);
      break;
    case 'Match':
      for (const matchCase of s.cases) visitBody(matchCase.body, around, options);
      break;
    case 'Try':
    case 'TryStar':
      visitBody(s.body, around, options);
      for (const handler of s.handlers) visitBody(handler.body, around, options);
      visitBody(s.orelse, around, options);
      visitBody(s.finalbody, 'finally', options);
      break;
  }
}

function visitIf(first: ast.If, around: Around, options: AnalysisOptions): void {
  for (let s: ast.If | undefined = first; s !== undefined; s = elifOf(s)) {
    visitBody(s.body, around, options);
    if (elifOf(s) === undefined) visitBody(s.orelse, around, options);
  }
}
