// The unit of compiler output: what generated code and runtime agree on, serialisable so that it can be cached and compiled ahead.

/** CPython's co_flags that the runtime reads. */
export const CodeFlags = {
  OPTIMIZED: 0x1,
  NEWLOCALS: 0x2,
  VARARGS: 0x4,
  VARKEYWORDS: 0x8,
  NESTED: 0x10,
  GENERATOR: 0x20,
  COROUTINE: 0x80,
  ITERABLE_COROUTINE: 0x100,
  ASYNC_GENERATOR: 0x200,
  HAS_DOCSTRING: 0x4000000,
  METHOD: 0x8000000,
} as const;

/** One code object: a module, function, class body, lambda, comprehension or annotation scope. */
export interface CodeInfo {
  name: string;
  qualname: string;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  flags: number;
  varnames: string[];
  cellvars: string[];
  freevars: string[];
  names: string[];
  firstlineno: number;
  /** The JS variables that hold `freevars`, when there are any. */
  freeVariables?: string[];
  /** Names of the variables whose values tracebacks and live frames get, in that order. */
  locals?: string[];
  /** The function keeps a live frame. */
  traced?: boolean;
  /** The docstring, when the body starts with one. */
  doc?: Constant;
  /** Indices of the code objects directly inside. */
  children: number[];
  /** First and last entry of `positions` that belong to this code. */
  firstPosition: number;
  lastPosition: number;
  /** Of a function that suspends: by state, the position that it goes on from. */
  resumePositions?: number[];
}

/** A constant that JavaScript text cannot say as a Python value. */
export type Constant =
  | { type: 'None' | 'Ellipsis' }
  | { type: 'bool'; value: boolean }
  | { type: 'int'; value: string }
  | { type: 'float'; value: string }
  | { type: 'complex'; imag: string; real?: string }
  | { type: 'str'; value: string; points?: number[] }
  | { type: 'bytes'; value: number[] }
  | { type: 'tuple' | 'frozenset'; items: Constant[] };

/** What stands before a unit's module-level function, and nowhere else in its text. */
export const MAIN_MARK = '//\n';

/** Parameters of a unit's factory: helpers, globals, built-ins, constants, codes, thread state, pending flag. */
export const FACTORY_PARAMETERS = ['$R', '$G', '$B', '$K', '$C', '$T', '$P'] as const;

/** The script of a unit that was compiled in another run, its value the factory. The key is never the same for two texts. */
export interface KeptScript {
  readonly key: string;
  readonly text: string;
  /** The file it was made from, unless that is the library's. */
  readonly source?: string;
}

export interface CodeUnit {
  format: number;
  filename: string;
  /** Body of the factory; it returns the module-level entry. */
  javascript: string;
  constants: Constant[];
  /** Code 0 is the unit itself. */
  codes: CodeInfo[];
  /** Flat quadruples lineno, end_lineno, col_offset, end_col_offset (UTF-8 columns), indexed by the emitted `$l`. */
  positions: number[];
  /** The factory as a script, when the unit was compiled in another run. */
  readonly script?: KeptScript | undefined;
}
