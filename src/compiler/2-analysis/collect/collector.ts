// State of the first pass: the stack of open blocks and the recording of one name. CPython: Python/symtable.c
// (symtable_enter_block, symtable_add_def, check_name, symtable_record_directive).
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Future } from '../future.ts';
import { mangleIn } from '../mangle.ts';
import { type AnalysisOptions, syntaxError } from '../options.ts';
import {
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Scope,
  type ScopeKind,
  type ScopeNode,
  Symbol,
  USE,
} from '../scope.ts';

/** Which scope belongs to which node; a node may own one of each. */
export interface ScopeMaps {
  /** Modules, definitions, lambdas, comprehensions, aliases; type parameters: their bound; `arguments`: annotations. */
  readonly own: Map<object, Scope>;
  /** Generic functions, classes and aliases. */
  readonly typeParams: Map<object, Scope>;
  /** Type parameters' defaults. */
  readonly defaults: Map<object, Scope>;
  /** Annotated names whose annotation exists only once the statement has run: their number in the block. */
  readonly conditional: Map<object, number>;
}

export class Collector {
  readonly options: AnalysisOptions;
  readonly future: Future;
  readonly maps: ScopeMaps = { own: new Map(), typeParams: new Map(), defaults: new Map(), conditional: new Map() };
  /** Every scope made, parents before children. */
  readonly all: Scope[] = [];
  readonly stack: Scope[] = [];
  readonly top: Scope;
  current: Scope;
  /** The class whose private names are being mangled. */
  privateName: string | undefined;

  constructor(tree: ast.mod, options: AnalysisOptions, future: Future) {
    this.options = options;
    this.future = future;
    const start = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
    this.top = new Scope('module', 'top', tree, { parent: undefined, position: start, privateName: undefined });
    this.maps.own.set(tree, this.top);
    this.all.push(this.top);
    this.stack.push(this.top);
    this.current = this.top;
  }

  newScope(kind: ScopeKind, name: string, node: ScopeNode, position: ast.Position): Scope {
    const place = { parent: this.current, position, privateName: this.privateName };
    const scope = new Scope(kind, name, node, place);
    this.all.push(scope);
    return scope;
  }

  enter(kind: ScopeKind, name: string, node: ScopeNode, position: ast.Position): Scope {
    const scope = this.newScope(kind, name, node, position);
    this.enterScope(scope);
    if (kind === 'annotation' || kind === 'typevariable' || kind === 'typealias') {
      this.addDef('.format', DEF_PARAM | USE, position);
    }
    return scope;
  }

  /** Also for a scope made earlier: a function's, or annotations met one by one. */
  enterScope(scope: Scope): void {
    const previous = this.current;
    // Assignment expressions are refused in the outermost iterable of a comprehension, lambdas in it included.
    scope.comprehensionIterDepth = previous.comprehensionIterDepth;
    if (previous.mangledNames !== undefined && scope.kind !== 'class') scope.mangledNames = previous.mangledNames;
    this.stack.push(scope);
    this.current = scope;
    // Annotations that stay strings have no scope of their own at run time; variable annotations enter theirs again.
    const isString = this.future.annotations && scope.kind === 'annotation';
    if (!isString && previous.variableAnnotations !== scope) previous.children.push(scope);
  }

  exit(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1] ?? this.top;
  }

  mangle(scope: Scope, name: string): string {
    return mangleIn(scope, this.privateName, name);
  }

  /** Flags recorded so far for a name in the given scope, 0 if none. */
  lookup(scope: Scope, name: string): number {
    return scope.symbols.get(this.mangle(scope, name))?.flags ?? 0;
  }

  addDef(name: string, flags: number, at: ast.Position): void {
    const writes = DEF_PARAM | DEF_LOCAL | DEF_IMPORT;
    if ((flags & writes) !== 0) this.checkName(name, at, 'Store');
    this.addDefUnchecked(name, flags, at);
  }

  /** For names whose context has been checked by the caller. */
  addDefUnchecked(name: string, flags: number, at: ast.Position): void {
    if ((flags & DEF_TYPE_PARAM) !== 0) this.current.mangledNames?.add(name);
    this.addDefTo(this.current, name, flags, at);
  }

  addDefTo(scope: Scope, name: string, flags: number, at: ast.Position): void {
    const mangled = this.mangle(this.current, name);
    const known = scope.symbols.get(mangled);
    if (known !== undefined) this.checkDuplicate(known.flags, flags, name, at);
    const symbol = known ?? new Symbol(mangled, 0);
    symbol.flags |= flags;
    if (scope.inComprehensionTarget) {
      if ((symbol.flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
        const message = `comprehension inner loop cannot rebind assignment expression target '${name}'`;
        throw this.error(message, at);
      }
      symbol.flags |= DEF_COMP_ITER;
    }
    if (known === undefined) scope.symbols.set(mangled, symbol);
    if ((flags & DEF_PARAM) !== 0) scope.varnames.push(mangled);
    else if ((flags & DEF_GLOBAL) !== 0) this.addGlobal(mangled, flags);
  }

  private addGlobal(mangled: string, flags: number): void {
    const symbol = this.top.symbols.get(mangled);
    if (symbol !== undefined) symbol.flags |= flags;
    else this.top.symbols.set(mangled, new Symbol(mangled, flags));
  }

  private checkDuplicate(known: number, flags: number, name: string, at: ast.Position): void {
    if ((flags & known & DEF_PARAM) !== 0) throw this.error(`duplicate argument '${name}' in function definition`, at);
    if ((flags & known & DEF_TYPE_PARAM) !== 0) throw this.error(`duplicate type parameter '${name}'`, at);
  }

  checkName(name: string, at: ast.Position, context: ast.expr_context): void {
    if (name !== '__debug__' || context === 'Load') return;
    throw this.error(`cannot ${context === 'Del' ? 'delete' : 'assign to'} __debug__`, at);
  }

  recordDirective(name: string, at: ast.Position): void {
    const { lineno, col_offset, end_lineno, end_col_offset } = at;
    const mangled = this.mangle(this.current, name);
    this.current.directives.push({ name: mangled, lineno, col_offset, end_lineno, end_col_offset });
  }

  get allowsTopLevelAwait(): boolean {
    return this.options.allowTopLevelAwait === true && this.current.kind === 'module';
  }

  /** Directly in an `async def`, or in a block that became one. */
  get inAsyncFunction(): boolean {
    return this.current.isFunctionBlock && this.current.isCoroutine;
  }

  error(message: string, at: ast.Position) {
    return syntaxError(this.options, message, at);
  }
}
