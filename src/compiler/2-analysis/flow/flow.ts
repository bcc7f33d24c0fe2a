// State of the definite-assignment walk over one code unit, and what it hands to the units nested in it.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { mangleIn } from '../mangle.ts';
import type { Scope, Symbol } from '../scope.ts';
import { BoundSet, type Reach } from './bound-set.ts';

/** A unit waiting for its turn: those around it are done first. */
export interface PendingUnit {
  scope: Scope;
  visit: (flow: Flow) => void;
}

/** What the whole walk finds out. */
export interface FlowResult {
  /** Names read, deleted or updated in place that are certainly bound there. */
  readonly bound: Set<ast.Name>;
  /** Variables that some nested unit could see unbound, because it exists before they are bound. */
  readonly exposed: Set<Symbol>;
  readonly pending: PendingUnit[];
}

interface Loop {
  breaks: Reach;
  /** How many of `exitKills` a jump out of the loop leaves alone. */
  exitDepth: number;
}

export class Flow {
  readonly result: FlowResult;
  readonly unit: Scope;
  /** Inlined comprehensions around the current place. */
  readonly inlined: Scope[] = [];
  readonly loops: Loop[] = [];
  /** Names unbound by what jumps pass on their way out: `finally` bodies, ends of handlers. */
  readonly exitKills: ReadonlySet<string>[] = [];
  /** What is certainly bound here. */
  state: Reach = new BoundSet();
  private readonly indices: Map<Symbol, number> = new Map();

  constructor(unit: Scope, result: FlowResult) {
    this.unit = unit;
    this.result = result;
    for (const symbol of unit.symbols.values()) if (symbol.isParameter) this.bindSymbol(symbol);
  }

  get scope(): Scope {
    return this.inlined[this.inlined.length - 1] ?? this.unit;
  }

  /** The variable a name stands for, if it is a fast local or cell of any unit. */
  resolve(name: string): Symbol | undefined {
    const { scope } = this;
    const symbol = scope.symbols.get(mangleIn(scope, scope.privateName, name));
    if (symbol?.owner === undefined || !symbol.owner.isFunctionLike) return undefined;
    return symbol.owner === scope ? symbol : symbol.owner.symbols.get(symbol.name);
  }

  /** Whether a variable lives in this unit; the others are free here. */
  private isOwn(symbol: Symbol): boolean {
    return symbol.owner?.codeScope === this.unit;
  }

  private indexOf(symbol: Symbol): number {
    let index = this.indices.get(symbol);
    if (index === undefined) this.indices.set(symbol, (index = this.indices.size));
    return index;
  }

  /** Notes a place that needs the name bound. */
  use(node: ast.Name): void {
    const symbol = this.resolve(node.id);
    if (symbol === undefined) return;
    if (this.isBound(symbol)) this.result.bound.add(node);
    else {
      symbol.mayBeUnbound = true;
      // The check at run time has passed from here on.
      if (this.isOwn(symbol)) this.bindSymbol(symbol);
    }
  }

  private isBound(symbol: Symbol): boolean {
    if (this.isOwn(symbol)) return this.state === undefined || this.state.has(this.indexOf(symbol));
    return symbol.deletions === 0 && !this.result.exposed.has(symbol);
  }

  bind(name: string): void {
    const symbol = this.resolve(name);
    if (symbol !== undefined && this.isOwn(symbol)) this.bindSymbol(symbol);
  }

  private bindSymbol(symbol: Symbol): void {
    // A nested unit that deletes a variable may run at any time.
    if (symbol.deletions === 0 || !symbol.isAssignedByNested) this.state?.add(this.indexOf(symbol));
  }

  unbind(name: string): void {
    const symbol = this.resolve(name);
    if (symbol !== undefined && this.isOwn(symbol)) this.state?.delete(this.indexOf(symbol));
  }

  unbindAll(names: ReadonlySet<string>): void {
    for (const name of names) this.unbind(name);
  }

  /** Runs `visit` from a copy of the current state; returns where it ends and restores the state before. */
  branch(visit: () => void): Reach {
    const before = this.state;
    this.state = before?.copy();
    visit();
    const after = this.state;
    this.state = before;
    return after;
  }

  /**
   * A function, class or generator made here: its free variables that are not bound yet may be seen unbound. A plain
   * definition cannot run before it is bound to its own name.
   */
  nest(scope: Scope, visit: (flow: Flow) => void, ownName?: string): void {
    for (const name of scope.freevars) {
      if (name === ownName || this.state === undefined) continue;
      const owner = this.scope.symbols.get(name)?.owner ?? this.unit.symbols.get(name)?.owner;
      const symbol = owner?.symbols.get(name);
      if (symbol === undefined || !this.isOwn(symbol)) continue;
      if (!this.state.has(this.indexOf(symbol))) this.result.exposed.add(symbol);
    }
    this.result.pending.push({ scope, visit });
  }
}
