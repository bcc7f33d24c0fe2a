// One code object while its block is walked: frame blocks, comprehensions inlined so far, names met.
// CPython: Python/compile.c (compiler_unit, fblocks), Python/codegen.c codegen_push_inlined_comprehension_locals.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { DEF_LOCAL, DEF_NONLOCAL, type Scope, type SymbolScope } from '../scope.ts';

/** Blocks that `break`, `continue` and `return` unwind; all count towards the nesting limit. */
export type FrameBlockKind =
  | 'loop'
  | 'finally-try'
  | 'finally-end'
  | 'try'
  | 'handlers'
  | 'handler-cleanup'
  | 'group-handler'
  | 'with'
  | 'async-generator'
  | 'stop-iteration'
  | 'value';

export interface FrameBlock {
  kind: FrameBlockKind;
  /** `finally-try`: what leaving it runs. */
  finalbody?: readonly ast.stmt[];
}

export const MAX_BLOCKS = 21;

export class Unit {
  readonly scope: Scope;
  readonly parent: Unit | undefined;
  blocks: FrameBlock[] = [];
  /** Inlined comprehensions around the current place, outermost first. */
  readonly inlined: Scope[] = [];
  readonly varnames: Set<string>;
  /** Annotations of a class or module wait for the end of its body; one in `finally` waits twice. */
  readonly deferredAnnotations: ast.expr[] = [];
  readonly staticAttributes: Set<string> = new Set();
  loopDepth = 0;

  constructor(scope: Scope, parent: Unit | undefined) {
    this.scope = scope;
    this.parent = parent;
    this.varnames = new Set(parameterNames(scope));
  }

  /** The innermost scope: an inlined comprehension's or the unit's own. */
  get current(): Scope {
    return this.inlined[this.inlined.length - 1] ?? this.scope;
  }

  /** A comprehension's own names become fast locals of the unit; tells whether it has any. */
  pushInlined(comprehension: Scope): boolean {
    this.inlined.push(comprehension);
    const own = [...comprehension.symbols.values()].filter(({ flags }) => isOwnLocal(flags));
    for (const { name } of own) this.varnames.add(name);
    return own.length > 0;
  }

  popInlined(): void {
    this.inlined.pop();
  }

  /** Records a name that code generation would reach as a fast local. */
  touch(mangled: string): void {
    if (this.effectiveScope(mangled) !== 'local') return;
    const isFast =
      this.scope.isFunctionLike || this.inlined.some((c) => isOwnLocal(c.symbols.get(mangled)?.flags ?? 0));
    if (isFast) this.varnames.add(mangled);
  }

  /** How the name is reached at the current place, inlined comprehensions overriding the unit's own scope. */
  private effectiveScope(mangled: string): SymbolScope | undefined {
    let result = this.scope.symbols.get(mangled)?.scope;
    for (const [depth, comprehension] of this.inlined.entries()) {
      const inner = comprehension.symbols.get(mangled)?.scope;
      if (inner === undefined || inner === result) continue;
      const isDirectlyInClass = this.scope.kind === 'class' && depth === 0;
      if (isDirectlyInClass || (inner !== 'free' && !(inner === 'cell' && result === 'free'))) result = inner;
    }
    return result;
  }
}

/** Hidden ones included, in order. */
export function parameterNames(scope: Scope): string[] {
  return [...scope.symbols.values()].filter((symbol) => symbol.isParameter).map((symbol) => symbol.name);
}

function isOwnLocal(flags: number): boolean {
  return (flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0;
}
