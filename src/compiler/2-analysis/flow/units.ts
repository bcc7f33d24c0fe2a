// How the definite-assignment walk finds scopes.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { ScopeMaps } from '../collect/collector.ts';
import type { Scope } from '../scope.ts';

type GenericNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;

export class ScopeLookup {
  private readonly maps: ScopeMaps;
  private readonly futureAnnotations: boolean;

  constructor(maps: ScopeMaps, futureAnnotations: boolean) {
    this.maps = maps;
    this.futureAnnotations = futureAnnotations;
  }

  own(node: ast.AST): Scope {
    return found(this.maps.own.get(node), node);
  }

  typeDefault(node: ast.type_param): Scope {
    return found(this.maps.defaults.get(node), node);
  }

  typeParams(node: GenericNode): Scope | undefined {
    return this.maps.typeParams.get(node);
  }

  /** A function's `__annotate__`, unless there is nothing in it that runs. */
  annotations(node: ast.FunctionDef | ast.AsyncFunctionDef): Scope | undefined {
    const scope = this.maps.own.get(node.args);
    return scope?.annotationsUsed && !this.futureAnnotations ? scope : undefined;
  }
}

function found(scope: Scope | undefined, node: ast.AST): Scope {
  if (scope === undefined) throw new RangeError(`no scope for ${node.nodeType}`);
  return scope;
}
