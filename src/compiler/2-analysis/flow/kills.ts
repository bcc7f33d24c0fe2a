// Which names a piece of code may unbind: `del` and the names of exception handlers.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { elifOf } from '../elif.ts';

/** Names, unmangled, that some statement below unbinds in this same code unit. */
export function killedNames(body: readonly ast.stmt[], names: Set<string> = new Set()): Set<string> {
  for (const s of body) addKills(s, names);
  return names;
}

function addKills(s: ast.stmt, names: Set<string>): void {
  switch (s.nodeType) {
    case 'Delete':
      for (const target of s.targets) addTarget(target, names);
      break;
    case 'If':
      for (let at: ast.If | undefined = s; at !== undefined; at = elifOf(at)) {
        killedNames(at.body, names);
        if (elifOf(at) === undefined) killedNames(at.orelse, names);
      }
      break;
    case 'For':
    case 'AsyncFor':
    case 'While':
      killedNames(s.body, names);
      killedNames(s.orelse, names);
      break;
    case 'With':
    case 'AsyncWith':
      killedNames(s.body, names);
      break;
    case 'Match':
      for (const matchCase of s.cases) killedNames(matchCase.body, names);
      break;
    case 'Try':
    case 'TryStar':
      killedNames(s.body, names);
      addHandlerKills(s.handlers, names);
      killedNames(s.orelse, names);
      killedNames(s.finalbody, names);
      break;
  }
}

export function addHandlerKills(handlers: readonly ast.excepthandler[], names: Set<string>): void {
  for (const handler of handlers) {
    if (handler.name !== undefined) names.add(handler.name);
    killedNames(handler.body, names);
  }
}

function addTarget(target: ast.expr, names: Set<string>): void {
  if (target.nodeType === 'Name') names.add(target.id);
  else if (target.nodeType === 'Tuple' || target.nodeType === 'List') {
    for (const element of target.elts) addTarget(element, names);
  }
}
