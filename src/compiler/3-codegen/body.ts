// One JavaScript function while it is being written: its statements, temporaries, labels and how it reaches each Python variable.
// Expressions are lowered to JS expression text; what JavaScript cannot say inside an expression (a comprehension's loop) is emitted as statements
// first, and `inOrder` moves what was to be evaluated before into temporaries.

import type { HelperName } from '../../contract/helpers.ts';
import { fieldName } from '../../contract/names.ts';
import type * as ast from '../1-syntax/ast/nodes.ts';
import type { Position } from '../1-syntax/ast/position.ts';
import { mangleIn } from '../2-analysis/mangle.ts';
import type { NumberKinds } from '../2-analysis/number-kinds.ts';
import type { Scope, Symbol } from '../2-analysis/scope.ts';
import { isStable, variableName } from './javascript.ts';
import type { Machine } from './resumable/machine.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** Statement texts of `break` and `continue` for the loop being written. */
export interface Loop {
  breakText: () => string;
  continueText: () => string;
}

/** A `try` whose handlers this function's own code can jump to, and the variable that they find the exception in. */
export interface Handler {
  readonly label: string;
  readonly variable: string;
  /** The exceptions its clauses name. */
  readonly names: ReadonlySet<string>;
}

export const NO_NAMES: ReadonlySet<string> = new Set();

/** Behind a function's body, where an exception leaves it. */
export const OUT: Handler = { label: '$out', variable: '$e', names: NO_NAMES };

export class Body {
  readonly unit: UnitBuilder;
  readonly scope: Scope;
  readonly code: number;
  readonly parent: Body | undefined;
  out: string[] = [];
  loops: Loop[] = [];
  /** JS variables to declare at the top of the function. */
  readonly declared: Set<string> = new Set();
  /** Renamed variables of inlined comprehensions now being written, innermost last. */
  readonly renamed: { scope: Scope; names: Map<string, string> }[] = [];
  /** JS name of the function whose `meta` holds the defaults. */
  self = '';
  /** Whether a handler in this function may record the traceback entry before the function's own catch does. */
  hasHandlers = false;
  /** Whether this function has a `raise` that leaves it. */
  raises = false;
  /** Where a `raise` here jumps; it throws where nothing is said. */
  handler: Handler | undefined;
  /** Set while a function that suspends is written. */
  machine: Machine | undefined;
  /** What the text says about which variables hold floats. */
  numbers: NumberKinds;
  /** JS variables that have a twin for their value as a double (lower/floats.ts). */
  readonly twins: Set<string> = new Set();
  /** How many trees of floats the text being written stands in. */
  chains = 0;
  /** Whether a live frame `$f` stands for this function: in a traced unit, except where it suspends. */
  isTraced = false;
  #temps = 0;
  #free = 0;
  #labels = 0;

  constructor(unit: UnitBuilder, scope: Scope, code: number, parent: Body | undefined) {
    this.unit = unit;
    this.scope = scope;
    this.code = code;
    this.parent = parent;
    this.numbers = unit.numberKinds(scope);
  }

  emit(text: string): void {
    this.out.push(text);
  }

  rt(name: HelperName): string {
    return this.unit.helper(name);
  }

  /** `$l=N`: what raises next is at this source range. */
  at(node: Position): string {
    return `$l=${this.unit.position(node)}`;
  }

  temp(): string {
    this.#free++;
    if (this.#free > this.#temps) this.#temps = this.#free;
    // A suspending function's temporaries may become fields, which is decided when its text is complete: no nested function has the same names.
    const name = this.machine === undefined ? `$t${this.#free}` : `$t${this.code}_${this.#free}`;
    this.declared.add(name);
    return name;
  }

  /** A temporary that nothing written so far uses: what it holds must outlive statements that are there already. */
  fresh(): string {
    this.#free = this.#temps;
    return this.temp();
  }

  /** Runs `write`, then gives its temporaries back. */
  statement(write: () => void): void {
    const mark = this.#free;
    write();
    this.#free = mark;
  }

  label(stem: string): string {
    this.#labels++;
    return `$${stem}${this.#labels}`;
  }

  /** A name unique in this function. */
  unique(stem: string): string {
    this.#labels++;
    return `${stem}$${this.#labels}`;
  }

  /** Writes statements into a separate list. */
  capture(write: () => void): string[] {
    const saved = this.out;
    this.out = [];
    write();
    const written = this.out;
    this.out = saved;
    return written;
  }

  /** Lowers several expressions that are evaluated left to right, keeping that order when one needs statements. */
  inOrder<T>(items: readonly T[], lower: (item: T) => string): string[] {
    const texts: string[] = [];
    for (const item of items) {
      const mark = this.out.length;
      const text = lower(item);
      if (this.out.length > mark) this.spill(texts, mark);
      texts.push(text);
    }
    return texts;
  }

  /** Moves not yet evaluated texts into temporaries, before the statements from `mark` on. */
  spill(texts: string[], mark: number): void {
    const stores: string[] = [];
    for (let i = 0; i < texts.length; i++) {
      if (texts[i] === '' || isStable(texts[i]!)) continue;
      const temp = this.fresh();
      stores.push(`${temp}=${spilled(texts[i]!)};`);
      texts[i] = texts[i]!.startsWith('...') ? `...${temp}` : temp;
    }
    this.out.splice(mark, 0, ...stores);
  }

  /** Text that may be evaluated more than once: itself if stable, else a temporary. */
  hold(text: string): { first: string; again: string } {
    if (isStable(text)) return { first: text, again: text };
    const temp = this.temp();
    return { first: `(${temp}=${text})`, again: temp };
  }

  mangle(name: string): string {
    return mangleIn(this.scope, this.scope.privateName, name);
  }

  /** Puts a global, attribute or imported name into `co_names`. */
  noteName(name: string): void {
    const { names } = this.unit.codes[this.code]!;
    if (!names.includes(name)) names.push(name);
  }

  /** An attribute's name, mangled where that applies. */
  named(attribute: string): string {
    const name = this.mangle(attribute);
    this.noteName(name);
    return name;
  }

  /** The symbol a name resolves to, and the inlined comprehension that owns it, if one does. */
  symbol(name: string): Symbol | undefined {
    for (let i = this.renamed.length - 1; i >= 0; i--) {
      const { scope } = this.renamed[i]!;
      const symbol = scope.symbols.get(name);
      if (symbol !== undefined) return symbol;
    }
    return this.scope.symbols.get(name);
  }

  /** The JS text of a local, cell or free variable: enclosing functions' variables are in scope, or fields of an object that is. */
  variable(name: string): string {
    for (let body: Body | undefined = this; body !== undefined; body = body.parent) {
      for (let i = body.renamed.length - 1; i >= 0; i--) {
        const renamed = body.renamed[i]!.names.get(name);
        if (renamed !== undefined) return body === this ? renamed : body.outward(renamed);
      }
      const owns = body === this ? isLocalTo(body.scope, name) : ownsVariable(body.scope, name);
      if (!owns) continue;
      if (body.machine === undefined) break;
      const field = `this.${fieldName(name)}`;
      return body === this ? field : body.outward(field);
    }
    return variableName(name);
  }

  /** The JS variable of a name that is certainly bound and that only this function's own code changes. */
  ownVariable(node: ast.Name): string | undefined {
    const name = this.mangle(node.id);
    const symbol = this.symbol(name);
    if (this.machine !== undefined || !this.isFunctionLike() || symbol?.scope !== 'local') return undefined;
    const isBound = this.unit.isBound(node) || (symbol.isParameter && !symbol.isDeletedSomewhere);
    return isBound ? this.variable(name) : undefined;
  }

  /** The JS variable of a name if it has a twin. */
  ownTwin(node: ast.Name): string | undefined {
    if (this.twins.size === 0) return undefined;
    const variable = this.variable(this.mangle(node.id));
    return this.twins.has(variable) ? variable : undefined;
  }

  /** Whether this scope's own names live in the mapping `$ns`: class bodies, and top-level code run with locals of its own. */
  hasNamespace(): boolean {
    return this.scope.kind === 'class' || (this.scope.kind === 'module' && this.unit.options.separateLocals === true);
  }

  /** How functions inside this one spell a variable of this one. */
  outward(variable: string): string {
    return variable.startsWith('this.') ? `${this.machine!.alias}${variable.slice(4)}` : variable;
  }

  /** Text of a nested function: what it calls this function's object is bound where it is made. */
  enclose(text: string): string {
    const alias = this.machine?.alias;
    return alias === undefined || !text.includes(`${alias}.`) ? text : `((${alias})=>${text})(this)`;
  }

  /** Whether running a node may suspend this function. */
  maySuspend(...nodes: readonly (ast.AST | undefined)[]): boolean {
    const { machine } = this;
    return machine !== undefined && nodes.some((node) => node !== undefined && machine.maySuspend(node));
  }

  /** Runs `write` with raising in it going to a handler of this function, or as a throw. */
  handledBy(handler: Handler | undefined, write: () => void): void {
    const saved = this.handler;
    this.handler = handler;
    write();
    this.handler = saved;
  }

  isFunctionLike(): boolean {
    return this.scope.kind !== 'module' && this.scope.kind !== 'class';
  }
}

function spilled(text: string): string {
  return text.startsWith('...') ? text.slice(3) : text;
}

function isLocalTo(scope: Scope, name: string): boolean {
  const symbol = scope.symbols.get(name);
  return symbol !== undefined && (symbol.scope === 'local' || symbol.scope === 'cell');
}

function ownsVariable(scope: Scope, name: string): boolean {
  return scope.kind !== 'class' && scope.kind !== 'module' && isLocalTo(scope, name);
}
