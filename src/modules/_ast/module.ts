// The `_ast` module and what compile() needs of it. CPython: Python/Python-ast.c, Python/pythonrun.c

import { validate } from '../../compiler/1-syntax/ast/validate.ts';
import { checkFeatureVersion } from '../../compiler/1-syntax/feature-version.ts';
import { parse } from '../../compiler/1-syntax/parse.ts';
import { decodeSource } from '../../compiler/1-syntax/tokenizer/decode-source.ts';
import { analyze, preprocess } from '../../compiler/2-analysis/analyze.ts';
import { optimize as optimizeTree } from '../../compiler/2-analysis/optimize.ts';
import { generate } from '../../compiler/3-codegen/generate.ts';
import { warningToError } from '../../compiler/diagnostics/syntax-error.ts';
import type { AstPort, Interpreter } from '../../runtime/core/interpreter.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isSubtype } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { syntaxErrorFrom, warnExplicit } from '../../runtime/execution/compile.ts';
import { loadUnit } from '../../runtime/execution/run.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { lookUpCharacter } from '../../unicode/names.ts';
import { astType, installClasses, nodeTypes, PyAst } from './classes.ts';
import { TreeBuilder, treeFromObject } from './convert.ts';
import { installAst } from './object.ts';

const FLAGS = {
  PyCF_ONLY_AST: 0x0400,
  PyCF_TYPE_COMMENTS: 0x1000,
  PyCF_ALLOW_TOP_LEVEL_AWAIT: 0x2000,
  PyCF_OPTIMIZED_AST: 0x8400,
} as const;
const ALLOW_INCOMPLETE_INPUT = 0x4000;
const DONT_IMPLY_DEDENT = 0x0200;

type Mode = 'exec' | 'eval' | 'single' | 'func_type';
const ROOTS: Record<Mode, string> = {
  exec: 'Module',
  eval: 'Expression',
  single: 'Interactive',
  func_type: 'FunctionType',
};

/** `compile(source, ..., PyCF_ONLY_AST)`. */
function parseToObject(
  singletons: Map<string, PyAst>,
  source: Value | string | Uint8Array,
  filename: string,
  mode: string,
  flags: number,
  level: number,
  featureVersion: number,
): Value {
  if (!Object.hasOwn(ROOTS, mode)) throw valueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'");
  if (source instanceof PyAst) {
    checkRoot(source, mode as Mode);
    return source;
  }
  try {
    const text = source instanceof Uint8Array ? decodeSource(source, filename) : (source as string);
    const options = { filename, optimize: Math.max(0, level) };
    const tree = parse(text, filename, mode as Mode, {
      typeComments: (flags & FLAGS.PyCF_TYPE_COMMENTS) !== 0,
      dontImplyDedent: (flags & DONT_IMPLY_DEDENT) !== 0,
      allowIncompleteInput: (flags & ALLOW_INCOMPLETE_INPUT) !== 0,
      lookupName: lookUpCharacter,
      maxIntDigits: state.interp.maxIntDigits,
      warn: (warning) => {
        if (warnExplicit(warning)) throw warningToError(warning);
      },
    });
    if (featureVersion >= 0) checkFeatureVersion(tree, featureVersion, filename, text);
    const future = mode === 'func_type' ? undefined : preprocess(tree, options);
    if ((flags & FLAGS.PyCF_OPTIMIZED_AST) === FLAGS.PyCF_OPTIMIZED_AST) {
      optimizeTree(tree, { optimize: options.optimize, futureAnnotations: future?.annotations ?? false });
    }
    return new TreeBuilder(singletons).build(tree as never);
  } catch (e) {
    throw syntaxErrorFrom(e);
  }
}

function checkRoot(tree: PyAst, mode: Mode): void {
  const wanted = nodeTypes.get(ROOTS[mode])!;
  if (!isSubtype(typeOf(tree), wanted)) throw typeError(`expected ${ROOTS[mode]} node, got ${tree.cls.typeName}`);
}

/** `compile(tree, ...)`. */
function compileTree(object: Value, filename: string, mode: string, level: number): Value {
  checkRoot(object as PyAst, mode as Mode);
  const tree = treeFromObject(object);
  try {
    validate(tree);
  } catch (e) {
    const invalid = e as { kind?: string; message?: string };
    if (invalid.kind === 'ValueError') throw valueError(invalid.message!);
    if (invalid.kind === 'TypeError') throw typeError(invalid.message!);
    throw e;
  }
  try {
    const options = { filename, optimize: Math.max(0, level) };
    const loaded = loadUnit(generate(tree, analyze(tree, options), options));
    loaded.withLocals = () => loadUnit(generate(tree, analyze(tree, options), { ...options, separateLocals: true }));
    return loaded.codes[0]!;
  } catch (e) {
    throw syntaxErrorFrom(e);
  }
}

/** The port that compile() reaches trees through. */
export function makeAstPort(): AstPort {
  const singletons = new Map<string, PyAst>();
  return {
    isTree: (v) => v instanceof PyAst,
    parse: (source, filename, mode, flags, level, feature) =>
      parseToObject(singletons, source, filename, mode, flags, level, feature),
    compile: (tree, filename, mode, _flags, level) => compileTree(tree, filename, mode, level),
  };
}

export const astModule: NativeModule = {
  name: '_ast',
  install: () => {
    installAst();
    installClasses();
  },
  types: Object.fromEntries([['AST', astType], ...nodeTypes]),
  values: () => Object.fromEntries(Object.entries(FLAGS).map(([name, value]) => [name, int(value)])),
  exec: (_module, interp: Interpreter) => {
    interp.ast = makeAstPort();
  },
};
