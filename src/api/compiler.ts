// The compiler behind the runtime's port: text in, code unit out.

import { parse } from '../compiler/1-syntax/parse.ts';
import { decodeSource, SourceDecodeError, type SourceDecoder } from '../compiler/1-syntax/tokenizer/decode-source.ts';
import { extraTokens, plainTokens } from '../compiler/1-syntax/tokenizer/extra-tokens.ts';
import { analyze } from '../compiler/2-analysis/analyze.ts';
import { CO_FUTURE_BARRY_AS_BDFL } from '../compiler/2-analysis/future.ts';
import { generate } from '../compiler/3-codegen/generate.ts';
import { type WarningSink, warningToError } from '../compiler/diagnostics/syntax-error.ts';
import type { CodeUnit } from '../contract/unit.ts';
import type { CompileOptions, CompilerPort } from '../runtime/core/interpreter.ts';
import { lookUpCharacter } from '../unicode/names.ts';

/** Bits of `compile(flags=)`. CPython: Include/cpython/compile.h */
const Flag = {
  DONT_IMPLY_DEDENT: 0x200,
  ALLOW_TOP_LEVEL_AWAIT: 0x2000,
  ALLOW_INCOMPLETE_INPUT: 0x4000,
  FUTURES: 0x1fe0000,
} as const;

/** Who uses one of these names wants to see frames while they run; everything else is compiled without the means. */
const TRACED = /\b(?:settrace|setprofile|breakpoint|set_trace|f_locals|f_trace|monitoring|cProfile|_lsprof)\b/;
const TRACED_WORD = new RegExp(`^${TRACED.source}$`);
/** The name of this module is too common a word to go by. */
const IMPORTS_PROFILE = /^[ \t]*(?:import|from)[ \t]+profile\b/m;
const TRACED_STRING = new RegExp(`(['"])${TRACED.source}\\1`);

/** Who says this assigns to `f.__code__`, most likely of functions beside it: those ask at each call whether theirs was replaced. */
const REPLACING = /\b__code__(?:\s*=(?!=)|["'])/;

/** Compiles Python source; SyntaxErrors are thrown as the compiler's CompileError. */
export function compileSource(
  source: string | Uint8Array,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  options: CompileOptions = {},
): CodeUnit {
  const flags = options.flags ?? 0;
  const optimize = Math.max(0, options.optimize ?? 0);
  const warn = warningSink(options);
  const text =
    typeof source === 'string' ? source : decodeSource(source, filename, sourceDecoder(options), options.isFile);
  const tree = parse(text, filename, mode, {
    barryAsFlufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    dontImplyDedent: (flags & Flag.DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & Flag.ALLOW_INCOMPLETE_INPUT) !== 0,
    lookupName: lookUpCharacter,
    warn,
    ...(options.maxIntDigits === undefined ? {} : { maxIntDigits: options.maxIntDigits }),
  });
  const lines = text.split(/(?<=\n)/);
  const analysis = analyze(tree, {
    filename,
    lineText: (lineno) => lines[lineno - 1],
    inheritedFuture: flags & Flag.FUTURES,
    allowTopLevelAwait: (flags & Flag.ALLOW_TOP_LEVEL_AWAIT) !== 0,
    optimize,
    ...(warn === undefined ? {} : { warn }),
  });
  const replaceable = options.traced !== false && (mode === 'single' || REPLACING.test(text));
  const generated = (traced: boolean) =>
    generate(tree, analysis, {
      filename,
      optimize,
      separateLocals: options.separateLocals === true,
      traced,
      replaceable,
    });
  if (options.traced !== undefined) return generated(options.traced);
  const unit = generated(false);
  return IMPORTS_PROFILE.test(text) || (TRACED.test(text) && usesFrames(unit, text)) ? generated(true) : unit;
}

/** Whether the code itself says one of the words, as a name or as a string of its own: comments and prose do not count. */
function usesFrames(unit: CodeUnit, text: string): boolean {
  return TRACED_STRING.test(text) || unit.codes.some(({ names }) => names.some((name) => TRACED_WORD.test(name)));
}

function sourceDecoder({ decode }: CompileOptions): SourceDecoder | undefined {
  if (decode === undefined) return undefined;
  return (source, encoding) => {
    const decoded = decode(source, encoding);
    if ('text' in decoded) return decoded.text;
    throw new SourceDecodeError(decoded.complaint);
  };
}

/** Throws what the compiler takes for an error when the caller wants the warning to be one. */
function warningSink({ warn }: CompileOptions): WarningSink | undefined {
  if (warn === undefined) return undefined;
  return (warning) => {
    if (warn(warning)) throw warningToError(warning);
  };
}

/** @param fingerprint digest of the compiler's own code. */
export function compilerPort(fingerprint: string): CompilerPort {
  return {
    fingerprint,
    compile: compileSource,
    tokens: (readLine, extra) => (extra ? extraTokens(readLine) : plainTokens(readLine)),
  };
}
