// Second pass: from raw definitions and uses to local, cell, free and global names; comprehension inlining (PEP 709).
// CPython: Python/symtable.c analyze_block, analyze_name, inline_comprehension, update_symbols.
import { type AnalysisOptions, syntaxError } from './options.ts';
import {
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type Scope,
  Symbol,
  type SymbolScope,
} from './scope.ts';

type Names = Set<string>;

/** What enclosing blocks offer; each block gets its own copy and may narrow it. */
interface Visible {
  /** Bound in enclosing functions; `undefined` at module level. */
  bound: Names | undefined;
  /** Declared global in enclosing blocks. */
  globals: Names;
  /** The subset of `bound` that are type parameters. */
  typeParams: Names;
  /** The class whose namespace an annotation-like scope sees. */
  classScope: Scope | undefined;
}

/** What one block finds out about itself. */
interface Findings {
  /** What the block leaves free, added to what its enclosing block collects. */
  outerFree: Names;
  scopes: Map<string, SymbolScope>;
  locals: Names;
  /** Names its children and itself take from further out. */
  free: Names;
  /** Cells of comprehensions inlined here. */
  inlinedCells: Names;
}

export function resolveScopes(top: Scope, options: AnalysisOptions): void {
  const visible: Visible = { bound: undefined, globals: new Set(), typeParams: new Set(), classScope: undefined };
  resolveBlock(top, visible, new Set(), options);
}

/** Resolves a block and all below; adds the names it leaves free to `free`. */
function resolveBlock(scope: Scope, visible: Visible, free: Names, options: AnalysisOptions): void {
  const found: Findings = {
    outerFree: free,
    scopes: new Map(),
    locals: new Set(),
    free: new Set(),
    inlinedCells: new Set(),
  };
  // A class's own names are invisible in its methods: children of a class see what the class itself sees.
  const isClass = scope.kind === 'class';
  const below: Visible = isClass
    ? { ...visible, bound: new Set(visible.bound), globals: new Set(visible.globals) }
    : { ...visible };
  for (const symbol of scope.symbols.values()) resolveName(scope, symbol, visible, found, options);
  if (isClass) for (const cell of CLASS_CELLS) below.bound!.add(cell);
  else {
    below.bound = union(scope.isFunctionLike ? found.locals : [], visible.bound ?? []);
    below.globals = visible.globals;
  }
  for (const child of scope.children) resolveChild(scope, child, below, found, options);
  spliceInlined(scope);

  if (isClass) dropClassCells(scope, found.free);
  else if (scope.isFunctionLike) markCells(found);
  updateSymbols(scope, found, visible.bound);
  for (const name of found.free) free.add(name);
}

/** Names a class body provides to the functions in it, beside its namespace. */
export const CLASS_CELLS: readonly string[] = ['__class__', '__classdict__', '__conditional_annotations__'];

function union(a: Iterable<string>, b: Iterable<string>): Names {
  const result = new Set(a);
  for (const name of b) result.add(name);
  return result;
}

function resolveName(scope: Scope, symbol: Symbol, visible: Visible, found: Findings, options: AnalysisOptions): void {
  const { name, flags } = symbol;
  const { outerFree: free } = found;
  const { bound, globals, typeParams } = visible;
  if ((flags & DEF_GLOBAL) !== 0) {
    if ((flags & DEF_NONLOCAL) !== 0) throw atDirective(scope, name, `name '${name}' is nonlocal and global`, options);
    found.scopes.set(name, 'global-explicit');
    globals.add(name);
    bound?.delete(name);
  } else if ((flags & DEF_NONLOCAL) !== 0) {
    checkNonlocal(scope, name, visible, options);
    found.scopes.set(name, 'free');
    free.add(name);
  } else if ((flags & DEF_BOUND) !== 0) {
    found.scopes.set(name, 'local');
    found.locals.add(name);
    globals.delete(name);
    if ((flags & DEF_TYPE_PARAM) !== 0) typeParams.add(name);
    else typeParams.delete(name);
  } else {
    const fromClass = throughClass(visible.classScope, name);
    const kind = fromClass ?? (bound?.has(name) ? 'free' : 'global-implicit');
    found.scopes.set(name, kind);
    if (kind === 'free') free.add(name);
  }
}

/** A name the enclosing class binds is looked up in the class's namespace and then in the globals, never in between. */
function throughClass(classScope: Scope | undefined, name: string): SymbolScope | undefined {
  if (name === '__classdict__') return undefined;
  const flags = classScope?.symbols.get(name)?.flags ?? 0;
  if ((flags & DEF_GLOBAL) !== 0) return 'global-explicit';
  if ((flags & DEF_BOUND) !== 0 && (flags & DEF_NONLOCAL) === 0) return 'global-implicit';
  return undefined;
}

function checkNonlocal(scope: Scope, name: string, visible: Visible, options: AnalysisOptions): void {
  const { bound, typeParams } = visible;
  if (bound === undefined) {
    throw atDirective(scope, name, 'nonlocal declaration not allowed at module level', options);
  }
  if (!bound.has(name)) throw atDirective(scope, name, `no binding for nonlocal '${name}' found`, options);
  if (typeParams.has(name)) {
    throw atDirective(scope, name, `nonlocal binding not allowed for type parameter '${name}'`, options);
  }
}

function atDirective(scope: Scope, name: string, message: string, options: AnalysisOptions) {
  const directive = scope.directives.find((d) => d.name === name);
  return syntaxError(options, message, directive ?? scope.position);
}

function resolveChild(scope: Scope, child: Scope, below: Visible, found: Findings, options: AnalysisOptions): void {
  const classScope = child.canSeeClassScope ? (scope.kind === 'class' ? scope : below.classScope) : undefined;
  // Generator expressions stay functions, and so do comprehensions in annotation scopes of classes.
  const inline = child.comprehension !== undefined && !child.isGenerator && !scope.canSeeClassScope;
  const childFree = new Set(found.free);
  const visible: Visible = {
    bound: new Set(below.bound),
    globals: new Set(below.globals),
    typeParams: new Set(below.typeParams),
    classScope,
  };
  resolveBlock(child, visible, childFree, options);
  if (inline) inlineComprehension(scope, child, found, childFree);
  for (const name of childFree) found.free.add(name);
}

/** Gives the comprehension's names to the scope it runs in. */
function inlineComprehension(scope: Scope, comprehension: Scope, found: Findings, childFree: Names): void {
  comprehension.inlined = true;
  const dropped: string[] = [];
  for (const symbol of comprehension.symbols.values()) {
    const { name, flags } = symbol;
    if ((flags & DEF_PARAM) !== 0) continue;
    if (symbol.scope === 'cell' || (flags & DEF_COMP_CELL) !== 0) found.inlinedCells.add(name);
    let kind = symbol.scope;
    if (kind === 'free' && scope.kind === 'class' && CLASS_CELLS.includes(name)) {
      // These are never free through a class; functions in the comprehension get the class's own cell.
      kind = 'global-implicit';
      if (!isFreeInAnyChild(comprehension, name)) childFree.delete(name);
      dropped.push(name);
    }
    const existing = scope.symbols.get(name);
    if (existing === undefined) {
      const copy = new Symbol(name, flags);
      copy.isInlinedCopy = true;
      scope.symbols.set(name, copy);
      found.scopes.set(name, kind);
    } else if ((existing.flags & DEF_BOUND) !== 0 && scope.kind !== 'class') {
      // Free in the comprehension but local out here: plain local now, unless a function in the comprehension needs it.
      if (!isFreeInAnyChild(comprehension, name)) childFree.delete(name);
    }
  }
  for (const name of dropped) comprehension.symbols.delete(name);
}

function isFreeInAnyChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.symbols.get(name)?.scope === 'free');
}

function spliceInlined(scope: Scope): void {
  if (!scope.children.some((child) => child.inlined)) return;
  scope.children = scope.children.flatMap((child) => (child.inlined ? child.children : [child]));
}

function markCells({ scopes, free, inlinedCells }: Findings): void {
  for (const [name, kind] of scopes) {
    if (kind !== 'local' || !(free.has(name) || inlinedCells.has(name))) continue;
    scopes.set(name, 'cell');
    free.delete(name);
  }
}

function dropClassCells(scope: Scope, free: Names): void {
  if (free.delete('__class__')) scope.needsClassCell = true;
  if (free.delete('__classdict__')) scope.needsClassDict = true;
  if (free.delete('__conditional_annotations__')) scope.hasConditionalAnnotations = true;
}

function updateSymbols(scope: Scope, found: Findings, bound: Names | undefined): void {
  for (const symbol of scope.symbols.values()) {
    if (found.inlinedCells.has(symbol.name)) symbol.flags |= DEF_COMP_CELL;
    symbol.scope = found.scopes.get(symbol.name) ?? 'global-implicit';
  }
  const seesClass = scope.kind === 'class' || scope.canSeeClassScope;
  for (const name of found.free) {
    const known = scope.symbols.get(name);
    if (known !== undefined) {
      if (seesClass) known.flags |= DEF_FREE_CLASS;
    } else if (bound === undefined || bound.has(name)) {
      const symbol = new Symbol(name, 0);
      symbol.scope = 'free';
      scope.symbols.set(name, symbol);
    }
  }
}
