// What analysis says about names: one `Scope` per block, one `Symbol` per name in it. CPython: Python/symtable.c
// (PySTEntryObject) and Include/internal/pycore_symtable.h. Filled in by collect/ and resolve.ts, read by code generation.
import type * as ast from '../1-syntax/ast/nodes.ts';

/** Bits of `Symbol.flags`, CPython's values: `_symtable` and the `symtable` module show them. */
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
/** Iteration variable of a comprehension. */
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** Cell in an inlined comprehension. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

/** How a name is reached. Module and class blocks look `local` and `global-implicit` names up by name at run time. */
export type SymbolScope = 'local' | 'global-explicit' | 'global-implicit' | 'free' | 'cell';

/** CPython's numbers for `SymbolScope`, stored above the flag bits by `_symtable` (shift 12). */
export const SCOPE_NUMBERS: Readonly<Record<SymbolScope, number>> = {
  local: 1,
  'global-explicit': 2,
  'global-implicit': 3,
  free: 4,
  cell: 5,
};
export const SCOPE_OFFSET = 12;

/** One name in one scope. */
export class Symbol {
  /** The mangled name. */
  readonly name: string;
  flags: number;
  scope: SymbolScope = 'global-implicit';
  /** The scope whose variable this is: itself for `local` and `cell`, further out for `free`; `undefined` for globals. */
  owner: Scope | undefined = undefined;
  /** Places that bind it: stores, parameters, imports, definitions, `except ... as`; `del` is counted apart. */
  assignments = 0;
  deletions = 0;
  /** Some binding stands in a loop of the scope that owns the name (or in a generator expression's own loop). */
  isAssignedInLoop = false;
  /** A nested scope binds or deletes it through `nonlocal` (or `global`, for a module's names). */
  isAssignedByNested = false;
  /** A nested scope that is a code object of its own mentions it. */
  isUsedByNested = false;
  /** Some use, here or in a nested scope, could find it unbound; if not, no use needs a check. */
  mayBeUnbound = false;
  /** Not a variable of this scope: a comprehension inlined here has its own symbol of this name. */
  isInlinedCopy = false;

  constructor(name: string, flags: number) {
    this.name = name;
    this.flags = flags;
  }

  /** More than one value may be seen under this name during one activation of its scope. */
  get isRebound(): boolean {
    return this.assignments > 1 || this.isAssignedInLoop || this.isAssignedByNested;
  }

  get isDeletedSomewhere(): boolean {
    return this.deletions > 0;
  }

  get isParameter(): boolean {
    return (this.flags & DEF_PARAM) !== 0;
  }
}

export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'comprehension'
  /** `__annotate__` of a function, class or module (PEP 649). */
  | 'annotation'
  /** The hidden function around a generic function, class or alias (PEP 695). */
  | 'typeparams'
  /** The lazily evaluated value of a `type` statement. */
  | 'typealias'
  /** A type parameter's bound, constraints or default. */
  | 'typevariable';

export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

/** Parameter names of a function-like scope, mangled, in declaration order. */
export interface Parameters {
  posonly: readonly string[];
  /** Positional-or-keyword. */
  args: readonly string[];
  kwonly: readonly string[];
  vararg: string | undefined;
  kwarg: string | undefined;
}

export const NO_PARAMETERS: Parameters = {
  posonly: [],
  args: [],
  kwonly: [],
  vararg: undefined,
  kwarg: undefined,
};

export type ScopeNode =
  | ast.mod
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.ClassDef
  | ast.TypeAlias
  | ast.expr
  | ast.arguments
  | ast.type_param;

export interface Directive extends ast.Position {
  name: string;
}

/** One block of the program. Every field is final once `analyze` has returned. */
export class Scope {
  readonly kind: ScopeKind;
  /** As the `symtable` module names it: `top`, a definition's name, `lambda`, `listcomp`, `__annotate__`. */
  readonly name: string;
  /** `co_name`: `<module>`, `<lambda>`, `<genexpr>`, `<generic parameters of f>`, ... */
  codeName = '';
  qualname = '';
  /** The node the scope belongs to; several scopes may share one (a generic class and its type parameters). */
  readonly node: ScopeNode;
  readonly parent: Scope | undefined;
  readonly lineno: number;
  readonly position: ast.Position;
  /** By mangled name, in CPython's order. */
  readonly symbols: Map<string, Symbol> = new Map();
  /** In source order; those of inlined comprehensions are spliced in, as in CPython. */
  children: Scope[] = [];
  /** Class whose private names are mangled here; `undefined` outside classes. */
  readonly privateName: string | undefined;
  /** Around a generic class: the only names that are mangled. `undefined`: all are. */
  mangledNames: Set<string> | undefined;

  /** `co_firstlineno`. */
  firstLineno = 1;
  params: Parameters = NO_PARAMETERS;
  /** `co_argcount` (positional-only included) and `co_posonlyargcount`; hidden functions have arguments too. */
  argumentCount = 0;
  positionalOnlyCount = 0;
  comprehension: ComprehensionKind | undefined;
  /** PEP 709: runs in its parent's frame; its names never leave it. */
  inlined = false;
  isNested = false;
  isGenerator = false;
  isCoroutine = false;
  /** A function directly in a class body. */
  isMethod = false;
  hasDocstring = false;
  returnsValue = false;
  /** Annotation, alias and type-parameter scopes in a class look names up in its `__classdict__` first. */
  canSeeClassScope = false;
  /** Class: methods refer to `__class__`. */
  needsClassCell = false;
  /** Class: annotation scopes refer to its namespace. */
  needsClassDict = false;
  /** Class or module: some annotation stands in a conditional block, so `__conditional_annotations__` is kept. */
  hasConditionalAnnotations = false;
  /** How many annotations of this block are numbered in `__conditional_annotations__`. */
  conditionalAnnotations = 0;
  /** Class: `__static_attributes__`, the attributes that its methods set on `self`. */
  staticAttributes: string[] = [];
  /** Function-like scopes: the `__annotate__` scope has annotations in it. */
  annotationsUsed = false;
  /** The `__annotate__` scope of a class's or module's variables, or of a function's parameters. */
  annotationScope: Scope | undefined;
  /** Collection: the scope of this block's variable annotations, in functions too (where it never runs). */
  variableAnnotations: Scope | undefined;
  /** Mentions locals, vars, eval, exec, dir by name (loads of globals or builtins), or super: the frame may be inspected. */
  usesLocals = false;
  usesSuper = false;

  /** `co_varnames`: parameters, then locals in the order code generation meets them. */
  varnames: string[] = [];
  /** `co_cellvars` and `co_freevars`. */
  cellvars: string[] = [];
  freevars: string[] = [];
  /** `co_flags` without the future bits. */
  codeFlags = 0;

  /** For messages: "a TypeVar bound", "a ParamSpec default", ... */
  scopeInfo: string | undefined;
  /** State of collection. */
  readonly directives: Directive[] = [];
  inComprehensionTarget = false;
  comprehensionIterDepth = 0;
  inConditionalBlock = false;
  inUnevaluatedAnnotation = false;

  constructor(
    kind: ScopeKind,
    name: string,
    node: ScopeNode,
    place: { parent: Scope | undefined; position: ast.Position; privateName: string | undefined },
  ) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = place.parent;
    this.position = place.position;
    this.lineno = place.position.lineno;
    this.privateName = place.privateName;
    const { parent } = place;
    this.isNested = parent !== undefined && (parent.isNested || parent.isFunctionLike);
    this.isMethod = parent?.kind === 'class' && this.isFunctionBlock;
  }

  /** CPython's FunctionBlock: functions, lambdas, comprehensions. */
  get isFunctionBlock(): boolean {
    return this.kind === 'function' || this.kind === 'lambda' || this.kind === 'comprehension';
  }

  /** Everything but module and class: names are fast locals and cells. */
  get isFunctionLike(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  get isAsyncGenerator(): boolean {
    return this.isGenerator && this.isCoroutine;
  }

  /** Some free variable is taken from an enclosing function. */
  get hasFree(): boolean {
    return this.freevars.length > 0;
  }

  /** The scope of the code object this scope's statements run in: itself unless inlined. */
  get codeScope(): Scope {
    return this.inlined && this.parent ? this.parent.codeScope : this;
  }
}
