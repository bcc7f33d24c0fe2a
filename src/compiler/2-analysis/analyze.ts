// The whole analysis: syntax tree in, scopes and facts out. CPython: the parts of Python/compile.c before code generation.
import type * as ast from '../1-syntax/ast/nodes.ts';
import { assignOwners, Checker } from './check/checker.ts';
import { checkModule } from './check/definitions.ts';
import { warnFinally } from './check/finally.ts';
import { Collector, type ScopeMaps } from './collect/collector.ts';
import { collectModule } from './collect/statements.ts';
import { findBoundNames } from './facts.ts';
import { type Future, readFuture } from './future.ts';
import type { AnalysisOptions } from './options.ts';
import { resolveScopes } from './resolve.ts';
import type { Scope } from './scope.ts';

type GenericNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;
type OwnerNode = ast.mod | GenericNode | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

export class Analysis {
  readonly top: Scope;
  readonly future: Future;
  /** For later passes of the analysis itself. */
  readonly maps: ScopeMaps;

  readonly #all: readonly Scope[];
  /**
   * Names (loads, deletions, targets of augmented assignment) of function variables, their own or free, that are certainly
   * bound where they stand: no check for UnboundLocalError or NameError is needed.
   */
  boundNames: ReadonlySet<ast.Name> = new Set();

  constructor(collector: Collector) {
    this.top = collector.top;
    this.future = collector.future;
    this.#all = collector.all;
    this.maps = collector.maps;
  }

  get futureAnnotations(): boolean {
    return this.future.annotations;
  }

  /** All scopes, parents before children, inlined comprehensions too. */
  scopes(): readonly Scope[] {
    return this.#all;
  }

  /** The scope a node's own statements or expressions run in; for a `type` statement, its value's. */
  scopeOf(node: OwnerNode): Scope {
    const scope = this.maps.own.get(node);
    if (scope === undefined) throw new RangeError(`no scope for ${node.nodeType}`);
    return scope;
  }

  /** The hidden scope around a generic definition; `undefined` when it has no type parameters. */
  typeParamsScopeOf(node: GenericNode): Scope | undefined {
    return this.maps.typeParams.get(node);
  }

  /** Scope of a TypeVar's bound or constraints. */
  boundScopeOf(node: ast.type_param): Scope | undefined {
    return this.maps.own.get(node);
  }

  /** Scope of a type parameter's default. */
  defaultScopeOf(node: ast.type_param): Scope | undefined {
    return this.maps.defaults.get(node);
  }

  /**
   * Number of an annotated name in its block's `__conditional_annotations__`; `undefined` when the annotation is
   * unconditional or never evaluated.
   */
  conditionalIndexOf(node: ast.AnnAssign): number | undefined {
    return this.maps.conditional.get(node);
  }

  /** `__annotate__` of a function's signature, or of a class's or module's variables; `undefined` when it has none. */
  annotationScopeOf(node: ast.mod | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef): Scope | undefined {
    const scope = this.scopeOf(node).annotationScope;
    if (scope === undefined || scope.kind !== 'annotation') return undefined;
    const isFunction = node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef';
    const isEmpty = isFunction ? !scope.annotationsUsed : this.future.annotations;
    return isEmpty ? undefined : scope;
  }
}

/** The symbol table alone, as `symtable.symtable` builds it: no checks that belong to code generation. */
export function buildSymbolTable(
  tree: ast.mod,
  options: AnalysisOptions,
  future = readFuture(tree, options),
): Analysis {
  const collector = new Collector(tree, options, future);
  collectModule(collector, tree);
  resolveScopes(collector.top, options);
  return new Analysis(collector);
}

/** What `ast.parse` checks beyond the grammar: future features, and jumps out of `finally`. `analyze` does it too. */
export function preprocess(tree: ast.mod, options: AnalysisOptions): Future {
  const future = readFuture(tree, options);
  warnFinally(tree, options);
  return future;
}

/** Scopes and facts for code generation; throws what CPython's compiler throws, warns what it warns. */
export function analyze(tree: ast.mod, options: AnalysisOptions): Analysis {
  const future = preprocess(tree, options);
  const analysis = buildSymbolTable(tree, options, future);
  assignOwners(analysis.scopes());
  checkModule(new Checker(analysis, options), tree);
  for (const scope of analysis.scopes()) scope.codeFlags |= future.features;
  analysis.boundNames = findBoundNames(tree, analysis);
  return analysis;
}
