// Writing what the error handler makes of characters that a byte encoding lacks. CPython: unicode_encode_ucs1, utf8_encoder.

import type { BytesBuilder } from '../builders.ts';
import { codePointAt, textLength } from '../text.ts';
import { type EncodeErrors, type EncodeProblem, resolveEncode } from './interface.ts';

/**
 * Writes the replacement and gives the position to go on from. A str the handler answers with must lie below `limit`, else the
 * problem is raised after all.
 */
export function writeUnencodable(
  out: BytesBuilder,
  problem: EncodeProblem,
  errors: EncodeErrors,
  limit: number,
): number {
  if (errors.name === 'surrogateescape') problem = escapeLeading(out, problem);
  if (problem.start === problem.end) return problem.end;
  const { replacement, position } = resolveEncode(errors, problem);
  if (replacement instanceof Uint8Array) {
    out.pushBytes(replacement);
    return position;
  }
  const length = textLength(replacement);
  for (let i = 0; i < length; i++) if (codePointAt(replacement, i) >= limit) throw errors.error(problem);
  for (let i = 0; i < length; i++) out.push(codePointAt(replacement, i));
  return position;
}

/** CPython escapes what it can itself; an error then covers only the characters after that. */
function escapeLeading(out: BytesBuilder, problem: EncodeProblem): EncodeProblem {
  let start = problem.start;
  for (; start < problem.end; start++) {
    const point = codePointAt(problem.input, start);
    if (point < 0xdc80 || point > 0xdcff) break;
    out.push(point - 0xdc00);
  }
  return { ...problem, start };
}
