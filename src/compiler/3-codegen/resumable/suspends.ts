// Which nodes may suspend the function they stand in: those are flattened into states, all others stay structured JavaScript.
// CPython: Python/symtable.c (ste_generator, ste_coroutine)

import type * as ast from '../../1-syntax/ast/nodes.ts';
import { forEachChild } from '../../1-syntax/ast/walk.ts';

/** Decides whether running a node may suspend its function. Another shape of code may answer `true` for calls too. */
export type MaySuspend = (node: ast.AST) => boolean;

/** Python's own suspension points: yield, await, and what awaits without saying so. */
export function pythonSuspensions(): MaySuspend {
  const known = new WeakMap<ast.AST, boolean>();
  const maySuspend = (node: ast.AST): boolean => {
    let answer = known.get(node);
    if (answer === undefined) {
      answer = suspendsItself(node) || childSuspends(node, maySuspend);
      known.set(node, answer);
    }
    return answer;
  };
  return maySuspend;
}

function suspendsItself(node: ast.AST): boolean {
  switch (node.nodeType) {
    case 'Yield':
    case 'YieldFrom':
    case 'Await':
    case 'AsyncFor':
    case 'AsyncWith':
      return true;
    case 'comprehension':
      return node.is_async !== 0;
    default:
      return false;
  }
}

/** The parts of a node that run in the function it stands in. */
function childSuspends(node: ast.AST, maySuspend: MaySuspend): boolean {
  switch (node.nodeType) {
    case 'Lambda':
      return anySuspends([...node.args.defaults, ...node.args.kw_defaults], maySuspend);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return anySuspends([...node.decorator_list, ...node.args.defaults, ...node.args.kw_defaults], maySuspend);
    case 'ClassDef':
      return anySuspends([...node.decorator_list, ...node.bases, ...node.keywords], maySuspend);
    case 'GeneratorExp':
      return maySuspend(node.generators[0]!.iter);
    case 'AnnAssign':
      return anySuspends([node.value, node.target], maySuspend);
    case 'TypeAlias':
      return false;
    default: {
      let found = false;
      forEachChild(node, (child) => {
        found ||= maySuspend(child);
      });
      return found;
    }
  }
}

/** Whether a statement may return from its function. */
export function mayReturn(node: ast.AST): boolean {
  if (node.nodeType === 'Return') return true;
  if (!('lineno' in node) && node.nodeType !== 'match_case') return false;
  if (node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef' || node.nodeType === 'ClassDef')
    return false;
  let found = false;
  forEachChild(node, (child) => {
    found ||= mayReturn(child);
  });
  return found;
}

function anySuspends(nodes: readonly (ast.AST | undefined)[], maySuspend: MaySuspend): boolean {
  return nodes.some((node) => node !== undefined && maySuspend(node));
}
