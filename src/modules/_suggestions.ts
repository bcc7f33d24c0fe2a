// The _suggestions module: the name nearest to a misspelt one, for tracebacks. CPython: Modules/_suggestions.c
import { None } from '../runtime/core/object.ts';
import { typeOf } from '../runtime/core/primitives.ts';
import type { Value } from '../runtime/core/value.ts';
import { typeError } from '../runtime/exceptions/errors.ts';
import { fn } from '../runtime/native/define.ts';
import type { NativeModule } from '../runtime/native/module.ts';
import { PyList } from '../runtime/objects/list/list.ts';
import { isStr, jsString, type StrValue, strOfUtf16 } from '../runtime/objects/str/str.ts';
import { suggest } from '../runtime/text/suggest.ts';

function generateSuggestions(candidates: Value, item: Value): Value {
  if (!isStr(item)) {
    throw typeError(`_generate_suggestions() argument 2 must be str, not ${typeOf(item).typeName}`);
  }
  if (!(candidates instanceof PyList)) throw typeError('candidates must be a list');
  if (!candidates.items.every(isStr)) throw typeError("all elements in 'candidates' must be strings");
  const names = candidates.items.map((name) => jsString(name as StrValue));
  const found = suggest(jsString(item), names);
  return found === undefined ? None : strOfUtf16(found);
}

export const suggestionsModule: NativeModule = {
  name: '_suggestions',
  functions: {
    _generate_suggestions: fn(
      '($module, candidates, item, /)',
      generateSuggestions,
      "Returns the candidate in candidates that's closest to item",
    ),
  },
};
