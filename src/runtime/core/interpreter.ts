// What one Python interpreter owns: modules, built-ins, its host, and the ports through which the runtime reaches rooms it may not import.
// CPython: PyInterpreterState
import type { TextForm } from '../../contract/ahead.ts';
import type { CodeUnit, KeptScript } from '../../contract/unit.ts';
import type { Host } from '../../host/host.ts';
import type { PyObject } from './object.ts';
import type { Value } from './value.ts';

/** The compiler as the runtime sees it; filled by `api/`, loaded when first needed. */
export interface CompilerPort {
  /** Names the state of the compiler: what another state compiled must not run. */
  readonly fingerprint: string;
  compile(
    source: string | Uint8Array,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    options: CompileOptions,
  ): CodeUnit;
  /** The tokens of a text as `_tokenize` gives them, on demand; `readLine` gives '' at the end. */
  tokens(readLine: () => string, extraTokens: boolean): Iterator<TokenRecord>;
}

/** The text of a source file, or why it is none: the words of the codec's exception. */
export type DecodedSource = { readonly text: string } | { readonly complaint: string };

/** A warning of the compiler. */
export interface WarningRecord {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
}

/** One token; columns count characters. */
export interface TokenRecord {
  readonly type: number;
  readonly string: string;
  readonly lineno: number;
  readonly col: number;
  readonly endLineno: number;
  readonly endCol: number;
  readonly line: string;
}

export interface CompileOptions {
  /** PyCF_* and __future__ bits as `compile(flags=)` takes them. */
  flags?: number;
  /** -1 the interpreter's, 0, 1 (-O), 2 (-OO). */
  optimize?: number;
  /** Hands over a SyntaxWarning; true when it is to be an error. May throw. */
  warn?: (warning: WarningRecord) => boolean;
  /** Decodes a source file in an encoding the compiler does not know. */
  decode?: (source: Uint8Array, encoding: string) => DecodedSource;
  /** `sys.get_int_max_str_digits()`. */
  maxIntDigits?: number;
  /** Top-level names are to live in a mapping beside the globals. */
  separateLocals?: boolean;
  /** The source is a program's file, of which some errors speak in other words. */
  isFile?: boolean;
  /** Functions are to keep live frames and report to tracers; by default where the source speaks of such things. */
  traced?: boolean;
}

/** What compile() needs of the `_ast` module. */
export interface AstPort {
  isTree(v: Value): boolean;
  parse(
    source: Value | string | Uint8Array,
    filename: string,
    mode: string,
    flags: number,
    optimize: number,
    featureVersion: number,
  ): Value;
  compile(tree: Value, filename: string, mode: string, flags: number, optimize: number): Value;
}

/** Type parameters and aliases for PEP 695 syntax. */
export interface TypingPort {
  typeParameter(
    kind: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple',
    name: string,
    boundKind: 'bound' | 'constraints',
    bound: Value | undefined,
    value: Value | undefined,
    globals: PyObject,
  ): Value;
  typeAlias(name: string, params: Value | undefined, evaluate: Value, globals: PyObject): Value;
}

/** How the interpreter was started. CPython: PyConfig */
export interface Config {
  /** sys.argv and sys.orig_argv */
  argv: readonly Value[];
  origArgv: readonly Value[];
  executable: string;
  /** sys.path as it starts; site adds to it. */
  path: readonly Value[];
  /** Where the library's files are. */
  stdlibDir: string;
  prefix: string;
  /** Fields of sys.flags by name; those not given are as for plain `python`. */
  flags: Readonly<Record<string, number | boolean>>;
  warnOptions: readonly string[];
  xoptions: ReadonlyMap<string, string | true>;
  pycachePrefix: string | undefined;
  /** PYTHONHASHSEED and the like do not apply; what does is in `flags`. */
  stdioEncoding: string | undefined;
}

/** Makes the factory of a unit; hosts without `eval` supply precompiled ones. */
export type Evaluate = (unit: CodeUnit, url: string) => (...parts: unknown[]) => unknown;

/** A module of the library that is kept compiled beside the engine. CPython: struct _frozen */
export interface FrozenModule {
  readonly isPackage: boolean;
  /** The library module it was made from, `importlib._bootstrap` for `_frozen_importlib`. */
  readonly origin: string;
  unit(): CodeUnit;
}

/** What there is to import without files: natives and frozen modules. Filled by `api/`. */
export interface LibraryPort {
  nativeNames(): readonly string[];
  /** A new module object of a native; undefined when there is none of that name. */
  makeNative(name: string): PyObject | undefined;
  frozenNames(): readonly string[];
  frozen(name: string): FrozenModule | undefined;
  /** The unit of a library file, by absolute path, where it was compiled ahead and the file is still the same. */
  compiledAhead(path: string): CodeUnit | undefined;
  /** The unit of a text that the library hands to exec or eval, compiled as plain `python` would. */
  compiledText(form: TextForm): CodeUnit | undefined;
}

/** State that native modules keep per interpreter, keyed by the module's own symbol. */
export type ModuleStates = Map<symbol, unknown>;

export interface Interpreter {
  /** sys.modules */
  modules: Value;
  /** The namespace object of `builtins`. */
  builtins: PyObject;
  /** Imports a module by absolute name and returns it (for natives that need a Python-level helper). */
  importModule(name: string): Value;
  /** The globals of the Python code running now. */
  callerGlobals(): PyObject | undefined;
  /** The pending flag was seen: run signal handlers and the like. */
  handlePending(): void;
  /** `_typing`'s objects, once that module is there. */
  typing: TypingPort | undefined;
  /** Syntax trees as `ast` objects, once `_ast` is there. */
  ast: AstPort | undefined;
  compiler: CompilerPort;
  library: LibraryPort;
  config: Config;
  /** The only way to files, clocks, entropy, processes. */
  host: Host;
  evaluate: Evaluate;
  /** The script of a unit read from a compiled file; undefined where the engine keeps nothing of it. */
  scriptOf(filename: string, javascript: string): KeptScript | undefined;
  states: ModuleStates;
  /** sys.flags.optimize, and what else emitted code asks. */
  optimize: number;
  /** sys.get_int_max_str_digits() */
  maxIntDigits: number;
}

/** Key in `states` of the function that runs the handlers of pending signals; `_signal` puts it there. */
export const SIGNAL_RUNNER: unique symbol = Symbol('signal runner');
