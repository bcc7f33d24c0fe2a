// The nearest name to a misspelt one, for "Did you mean". CPython: Python/suggestions.c, Lib/traceback.py (_compute_suggestion_error)

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;

/** The candidate closest to `name` within CPython's distance bound, or undefined. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length > MAX_CANDIDATES || name.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const bound = Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6);
    const distance = editDistance(name, candidate, Math.min(bound, bestDistance - 1));
    if (distance > Math.min(bound, bestDistance - 1)) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Levenshtein distance with cheap case changes; anything above `limit` is reported as `limit + 1`. */
function editDistance(from: string, to: string, limit: number): number {
  if (from === to) return 0;
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let fromEnd = from.length;
  let toEnd = to.length;
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  const a = from.slice(start, fromEnd);
  const b = to.slice(start, toEnd);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (Math.max(a.length, b.length) > MAX_LENGTH) return limit + 1;
  let row = Array.from({ length: a.length }, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE_COST;
    result = (j + 1) * MOVE_COST;
    let least = Number.POSITIVE_INFINITY;
    row = row.map((above, i) => {
      const replaced = diagonal + substitutionCost(a[i]!, b[j]!);
      diagonal = above;
      result = Math.min(result + MOVE_COST, above + MOVE_COST, replaced);
      least = Math.min(least, result);
      return result;
    });
    if (least > limit) return limit + 1;
  }
  return result;
}
