// The compiler behind the runtime's port: text in, code unit out.

import { parse } from '../compiler/1-syntax/parse.ts';
import { decodeSource } from '../compiler/1-syntax/tokenizer/decode-source.ts';
import { extraTokens, plainTokens } from '../compiler/1-syntax/tokenizer/extra-tokens.ts';
import { analyze } from '../compiler/2-analysis/analyze.ts';
import { generate } from '../compiler/3-codegen/generate.ts';
import type { CodeUnit } from '../contract/unit.ts';
import type { CompilerPort } from '../runtime/core/interpreter.ts';

/** Compiles Python source; SyntaxErrors are thrown as the compiler's CompileError. */
export function compileSource(
  source: string | Uint8Array,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  optimize = 0,
): CodeUnit {
  const text = typeof source === 'string' ? source : decodeSource(source, filename);
  const tree = parse(text, filename, mode);
  const lines = text.split(/(?<=\n)/);
  const options = { filename, lineText: (lineno: number) => lines[lineno - 1], optimize };
  return generate(tree, analyze(tree, options), { filename, optimize });
}

export const compilerPort: CompilerPort = {
  compile: (source, filename, mode, options) =>
    compileSource(source, filename, mode, Math.max(0, options.optimize ?? 0)),
  tokens: (text, extra) => (extra ? extraTokens(text) : plainTokens(text)),
};
