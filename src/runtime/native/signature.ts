// Signature strings: `($self, index, object, /)`, exactly what `__text_signature__` shows, and all there is to say about a native's parameters.
import type { NativeMeta, Parameter, Signature } from '../core/type.ts';

/** The signature of a native, taken apart once. */
export function signatureOf(meta: NativeMeta): Signature {
  if (meta.parsed === undefined) meta.parsed = signatureFrom(meta.signature ?? '(*args, **kwargs)');
  return meta.parsed;
}

/** What a text says never changes, and most texts are those of many functions. */
const known = new Map<string, Signature>();

function signatureFrom(text: string): Signature {
  let signature = known.get(text);
  if (signature === undefined) known.set(text, (signature = parseSignature(text)));
  return signature;
}

/** A leading `!` hides the signature: there is no `__text_signature__`. `$self`, `$module`, `$type` mark the first argument; `/` and `*` divide the kinds; `=` makes a parameter optional. */
export function parseSignature(text: string): Signature {
  const parts = splitParameters(withoutGroups(text.slice(text.startsWith('!') ? 2 : 1, -1)));
  const parameters: Parameter[] = [];
  let hasSelf = false;
  let keywordOnly = false;
  for (const part of parts) {
    if (part.startsWith('$')) hasSelf = part !== '$module';
    else if (part === '/') makePositional(parameters);
    else if (part === '*') keywordOnly = true;
    else if (part.startsWith('**')) parameters.push({ name: part.slice(2), kind: 'varkeywords', optional: true });
    else if (part.startsWith('*')) {
      parameters.push({ name: part.slice(1), kind: 'varargs', optional: true });
      keywordOnly = true;
    } else parameters.push(parameter(part, keywordOnly));
  }
  const positional = parameters.filter((p) => p.kind === 'positional' || p.kind === 'either');
  return {
    parameters,
    positional: positional.length,
    required: positional.filter((p) => !p.optional).length,
    hasSelf,
    varargs: parameters.some((p) => p.kind === 'varargs'),
    varargsAt: parameters.findIndex((p) => p.kind === 'varargs'),
    varkeywordsAt: parameters.findIndex((p) => p.kind === 'varkeywords'),
    keywordAt: new Map(
      parameters.flatMap((p, i) => (p.kind === 'either' || p.kind === 'keyword' ? [[p.name, i] as const] : [])),
    ),
    keywords: parameters.some((p) => p.kind === 'either' || p.kind === 'keyword' || p.kind === 'varkeywords'),
  };
}

/** Optional groups, `sub[, start[, end]]`, as parameters with a default. */
function withoutGroups(inside: string): string {
  return inside.includes('[, ') ? inside.replace(/\[, (\w+)/g, ', $1=?').replace(/\]+/g, '') : inside;
}

function parameter(part: string, keywordOnly: boolean): Parameter {
  const equals = part.indexOf('=');
  const name = equals < 0 ? part : part.slice(0, equals);
  return { name, kind: keywordOnly ? 'keyword' : 'either', optional: equals >= 0 };
}

function makePositional(parameters: Parameter[]): void {
  for (let i = 0; i < parameters.length; i++) parameters[i] = { ...parameters[i]!, kind: 'positional' };
}

/** Splits at top-level commas; defaults may hold strings and brackets. */
function splitParameters(inside: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < inside.length; i++) {
    const c = inside[i]!;
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(inside.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = inside.slice(start).trim();
  if (last !== '') parts.push(last);
  return parts;
}
