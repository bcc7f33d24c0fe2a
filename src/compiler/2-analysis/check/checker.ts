// State of the third pass, which walks the tree in the order code is generated: errors and warnings come out in CPython's
// order, locals get their order in `co_varnames`, and symbols learn how often and where they are bound.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { byCodePoint, finishCode } from '../code-object.ts';
import type { ScopeMaps } from '../collect/collector.ts';
import { mangleIn } from '../mangle.ts';
import { type AnalysisOptions, syntaxError, syntaxWarning } from '../options.ts';
import { CLASS_CELLS } from '../resolve.ts';
import type { Scope, Symbol } from '../scope.ts';
import { type FrameBlock, MAX_BLOCKS, Unit } from './unit.ts';

export type NameUse = 'Load' | 'Store' | 'Del';

export class Checker {
  readonly options: AnalysisOptions;
  readonly maps: ScopeMaps;
  readonly top: Scope;
  readonly futureAnnotations: boolean;
  unit: Unit;
  /** Above 0: in a further copy of a `finally` body. */
  private copies = 0;

  constructor(analysis: { top: Scope; maps: ScopeMaps; futureAnnotations: boolean }, options: AnalysisOptions) {
    this.maps = analysis.maps;
    this.top = analysis.top;
    this.futureAnnotations = analysis.futureAnnotations;
    this.options = options;
    this.unit = new Unit(analysis.top, undefined);
  }

  /** Starts on the module itself. */
  enterTop(): void {
    finishCode(this.top);
  }

  /** Walks a `finally` body once more: nothing in it is counted twice. */
  asCopy(visit: () => void): void {
    this.copies++;
    visit();
    this.copies--;
  }

  /** Walks a block that is a code object of its own. */
  withUnit(scope: Scope, firstLineno: number, visit: () => void): void {
    const outer = this.unit;
    scope.firstLineno = firstLineno;
    finishCode(scope);
    this.unit = new Unit(scope, outer);
    this.bindParameters(scope);
    visit();
    this.finishUnit();
    this.unit = outer;
  }

  private bindParameters(scope: Scope): void {
    if (this.copies > 0) return;
    for (const symbol of scope.symbols.values()) if (symbol.isParameter) symbol.assignments++;
  }

  /** Stores what the walk of the current unit found. */
  finishUnit(): void {
    const { scope, varnames } = this.unit;
    scope.varnames = [...varnames];
    scope.staticAttributes = [...this.unit.staticAttributes].sort(byCodePoint);
    // The parameter's public name; inside it stays `.format`, which no annotation can mention.
    if (scope.kind === 'annotation') scope.varnames[0] = 'format';
    // Cells that are also parameters (or fast locals) come first, in their order.
    const first = scope.varnames.filter((name) => scope.cellvars.includes(name));
    if (first.length > 0) scope.cellvars = [...new Set([...first, ...scope.cellvars])];
  }

  withBlock(block: FrameBlock, at: ast.Position, visit: () => void): void {
    const { unit } = this;
    if (unit.blocks.length >= MAX_BLOCKS) throw this.error('too many statically nested blocks', at);
    unit.blocks.push(block);
    visit();
    unit.blocks.pop();
  }

  inLoop(visit: () => void): void {
    this.unit.loopDepth++;
    visit();
    this.unit.loopDepth--;
  }

  /** A name met where it is loaded, bound or deleted. */
  name(name: string, use: NameUse): void {
    const scope = this.unit.current;
    const mangled = mangleIn(scope, scope.privateName, name);
    this.unit.touch(mangled);
    if (this.copies > 0) return;
    const symbol = scope.symbols.get(mangled);
    if (symbol === undefined) return;
    if (use === 'Load') this.noteSpecial(name, symbol, scope);
    const owner = this.ownerSymbol(scope, symbol);
    if (owner === undefined) return;
    this.noteUse(owner.symbol, owner.scope, use);
  }

  private noteUse(symbol: Symbol, owner: Scope, use: NameUse): void {
    const isNested = owner.codeScope !== this.unit.scope;
    if (isNested) symbol.isUsedByNested = true;
    if (use === 'Load') return;
    if (isNested) symbol.isAssignedByNested = true;
    if (use === 'Del') symbol.deletions++;
    else {
      symbol.assignments++;
      if (this.unit.loopDepth > 0) symbol.isAssignedInLoop = true;
    }
  }

  private noteSpecial(name: string, symbol: Symbol, scope: Scope): void {
    if (symbol.scope !== 'global-implicit' && symbol.scope !== 'global-explicit') return;
    if (FRAME_READERS.has(name)) scope.usesLocals = scope.codeScope.usesLocals = true;
    else if (name === 'super') scope.usesSuper = scope.codeScope.usesSuper = true;
  }

  /** The symbol of the scope that holds the variable; globals belong to the module. */
  private ownerSymbol(scope: Scope, symbol: Symbol): { symbol: Symbol; scope: Scope } | undefined {
    if (symbol.scope === 'local' || symbol.scope === 'cell') return { symbol, scope };
    const owner = symbol.scope === 'free' ? (symbol.owner ?? scope) : this.top;
    const owned = owner.symbols.get(symbol.name);
    return owned && { symbol: owned, scope: owner };
  }

  error(message: string, at: ast.Position) {
    return syntaxError(this.options, message, at);
  }

  warn(message: string | undefined, at: ast.Position): void {
    if (message !== undefined) syntaxWarning(this.options, message, at);
  }
}

/** Builtins that may look into the calling frame's variables. */
const FRAME_READERS: ReadonlySet<string> = new Set(['locals', 'vars', 'eval', 'exec', 'dir']);

/** Fills `Symbol.owner` for a scope and all below it. */
export function assignOwners(scopes: Iterable<Scope>): void {
  for (const scope of scopes) {
    for (const symbol of scope.symbols.values()) {
      if (symbol.scope === 'local' || symbol.scope === 'cell') symbol.owner = scope;
      else if (symbol.scope === 'free') symbol.owner = findOwner(scope, symbol.name);
    }
  }
}

function findOwner(scope: Scope, name: string): Scope | undefined {
  for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
    if (outer.kind === 'class') {
      if (CLASS_CELLS.includes(name)) return outer;
      continue;
    }
    const kind = outer.symbols.get(name)?.scope;
    if (kind === 'local' || kind === 'cell') return outer;
  }
  return undefined;
}
