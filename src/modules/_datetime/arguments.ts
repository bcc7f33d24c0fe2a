// Arguments of constructors that CPython takes apart with PyArg_ParseTupleAndKeywords, with its words. CPython: Python/getargs.c
import type { Value } from '../../runtime/core/value.ts';
import { type Raised, typeError } from '../../runtime/exceptions/errors.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictGet, dictSize } from '../../runtime/objects/dict/table.ts';
import { jsString, type StrValue } from '../../runtime/objects/str/str.ts';

export interface Parameters {
  /** As errors begin: `timezone()`; nothing for constructors that give no name. */
  readonly owner?: string;
  readonly names: readonly string[];
  readonly required: number;
  /** How many may be given by position. */
  readonly positional: number;
  /** Raises for a value that a required parameter does not take. */
  readonly convert?: (v: Value) => void;
}

/** The arguments in the parameters' order, `undefined` for those not given. */
export function parseArguments(
  parameters: Parameters,
  args: readonly Value[],
  keywords: PyDict | undefined,
): readonly (Value | undefined)[] {
  const named = keywords === undefined ? 0 : dictSize(keywords);
  const { names } = parameters;
  checkCount(parameters, args.length, named);
  if (named === 0 && args.length >= parameters.required) return args;
  const given: (Value | undefined)[] = [];
  let left = named;
  for (let i = 0; i < names.length; i++) {
    const byName = i >= args.length && left > 0 ? dictGet(keywords!, names[i]!) : undefined;
    if (byName !== undefined) left--;
    const value = i < args.length ? args[i] : byName;
    if (value === undefined && i < parameters.required) {
      // CPython converts one by one and so complains of a bad value before a missing one.
      for (const earlier of given) parameters.convert?.(earlier!);
      throw typeError(`${parameters.owner ?? 'function'} missing required argument '${names[i]}' (pos ${i + 1})`);
    }
    given.push(value);
  }
  if (left > 0) throw surplus(parameters, args.length, keywords!);
  return given;
}

function checkCount({ owner, names, positional }: Parameters, count: number, named: number): void {
  const most = names.length;
  const who = owner ?? 'function';
  if (count + named > most) {
    const kind = count === 0 ? 'keyword ' : '';
    throw typeError(`${who} takes at most ${most} ${kind}argument${most === 1 ? '' : 's'} (${count + named} given)`);
  }
  if (count > positional) {
    throw typeError(
      `${who} takes at most ${positional} positional argument${positional === 1 ? '' : 's'} (${count} given)`,
    );
  }
}

/** A keyword that names a parameter given by position, or none at all. */
function surplus({ owner, names }: Parameters, count: number, keywords: PyDict): Raised {
  const twice = names.findIndex((name, i) => i < count && dictGet(keywords, name) !== undefined);
  if (twice >= 0) {
    return typeError(
      `argument for ${owner ?? 'function'} given by name ('${names[twice]}') and position (${twice + 1})`,
    );
  }
  const unknown = [...dictEntries(keywords)].find(([key]) => !names.includes(jsString(key as StrValue)))![0];
  const name = jsString(unknown as StrValue);
  return typeError(`${owner ?? 'this function'} got an unexpected keyword argument '${name}'`);
}
