// The whole analysis: syntax tree in, scopes and facts out. CPython: the parts of Python/compile.c before code generation.
import type * as ast from '../1-syntax/ast/nodes.ts';
import { Collector, type ScopeMaps } from './collect/collector.ts';
import { collectModule } from './collect/statements.ts';
import { type Future, readFuture } from './future.ts';
import type { AnalysisOptions } from './options.ts';
import { resolveScopes } from './resolve.ts';
import type { Scope } from './scope.ts';

type GenericNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;
type OwnerNode = ast.mod | GenericNode | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

export class Analysis {
  readonly top: Scope;
  readonly future: Future;
  readonly #maps: ScopeMaps;

  constructor(top: Scope, future: Future, maps: ScopeMaps) {
    this.top = top;
    this.future = future;
    this.#maps = maps;
  }

  /** The scope a node's own statements or expressions run in; for a `type` statement, its value's. */
  scopeOf(node: OwnerNode): Scope {
    const scope = this.#maps.own.get(node);
    if (scope === undefined) throw new RangeError(`no scope for ${node.nodeType}`);
    return scope;
  }

  /** The hidden scope around a generic definition; `undefined` when it has no type parameters. */
  typeParamsScopeOf(node: GenericNode): Scope | undefined {
    return this.#maps.typeParams.get(node);
  }

  /** Scope of a TypeVar's bound or constraints. */
  boundScopeOf(node: ast.type_param): Scope | undefined {
    return this.#maps.own.get(node);
  }

  /** Scope of a type parameter's default. */
  defaultScopeOf(node: ast.type_param): Scope | undefined {
    return this.#maps.defaults.get(node);
  }

  /** `__annotate__` of a function's signature, or of a class's or module's variables; `undefined` when it has none. */
  annotationScopeOf(node: ast.mod | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef): Scope | undefined {
    const scope = this.scopeOf(node).annotationScope;
    if (scope === undefined || scope.kind !== 'annotation') return undefined;
    const isFunction = node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef';
    return isFunction && !scope.annotationsUsed ? undefined : scope;
  }
}

/** The symbol table alone, as `symtable.symtable` builds it: no checks that belong to code generation. */
export function buildSymbolTable(tree: ast.mod, options: AnalysisOptions): Analysis {
  const future = readFuture(tree, options);
  const collector = new Collector(tree, options, future);
  collectModule(collector, tree);
  resolveScopes(collector.top, options);
  return new Analysis(collector.top, future, collector.maps);
}

/** Scopes and facts for code generation; throws what CPython's compiler throws, warns what it warns. */
export function analyze(tree: ast.mod, options: AnalysisOptions): Analysis {
  return buildSymbolTable(tree, options);
}
