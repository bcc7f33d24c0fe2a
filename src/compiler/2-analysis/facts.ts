// Definite assignment: which uses of fast locals, cells and free variables cannot raise UnboundLocalError or NameError, so
// that code generation may leave the check out. Conservative: a name missing here is checked at run time.
import type * as ast from '../1-syntax/ast/nodes.ts';
import type { ScopeMaps } from './collect/collector.ts';
import { Flow, type FlowResult } from './flow/flow.ts';
import { StatementFlow } from './flow/statements.ts';
import { ScopeLookup } from './flow/units.ts';
import type { Scope } from './scope.ts';

/** Names (loads, deletions, targets of augmented assignment) that are certainly bound where they stand. */
export function findBoundNames(
  tree: ast.mod,
  analysis: { top: Scope; maps: ScopeMaps; futureAnnotations: boolean },
): ReadonlySet<ast.Name> {
  const result: FlowResult = { bound: new Set(), exposed: new Set(), pending: [] };
  const scopes = new ScopeLookup(analysis.maps, analysis.futureAnnotations);
  const start = (flow: Flow) => {
    const visitor = new StatementFlow(flow, scopes);
    if (tree.nodeType === 'Expression') visitor.visit(tree.body);
    else if (tree.nodeType !== 'FunctionType') visitor.body(tree.body);
  };
  result.pending.push({ scope: analysis.top, visit: start });
  // Units join the queue where they are made, so all that can expose a variable has been seen before its nested uses.
  for (let i = 0; i < result.pending.length; i++) {
    const { scope, visit } = result.pending[i]!;
    visit(new Flow(scope, result));
  }
  return result.bound;
}
