// `elif` chains are walked in a loop: a generated program may have thousands, too deep for a call each.
import type * as ast from '../1-syntax/ast/nodes.ts';

/** The `if` that is all of a statement's else part. */
export function elifOf({ orelse }: ast.If): ast.If | undefined {
  const only = orelse[0];
  return orelse.length === 1 && only?.nodeType === 'If' ? only : undefined;
}
