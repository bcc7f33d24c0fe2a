// except*: splitting a group by type and putting together what is left. CPython: Python/ceval.c (_PyEval_ExceptionGroupMatch), Objects/exceptions.c
// (_PyExc_PrepReraiseStar)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { isSubtype, isType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { exceptionNamed, type PyBaseException, PyBaseExceptionGroup } from '../exceptions/exception.ts';
import { PyList } from '../objects/list/list.ts';
import { PyTuple, tuple } from '../objects/tuple/tuple.ts';
import { getAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { matches } from './raise.ts';

interface Split {
  match: PyBaseException;
  rest: PyBaseException | undefined;
}

/** The part of `rest` that a clause handles, wrapped in a group if the exception was none; undefined when no part matches. */
export function splitStar(_whole: PyBaseException, rest: PyBaseException, type: Value): Split | undefined {
  refuseGroups(type);
  if (matches(rest, type)) {
    if (rest instanceof PyBaseExceptionGroup) return { match: rest, rest: undefined };
    const group = call(exceptionNamed('BaseExceptionGroup'), '', tuple([rest])) as PyBaseException;
    group.traceback = rest.traceback;
    return { match: group, rest: undefined };
  }
  if (!(rest instanceof PyBaseExceptionGroup)) return undefined;
  const parts = call(getAttr(rest, 'split'), type);
  const who = `${rest.cls.typeName}.split must return a`;
  if (!(parts instanceof PyTuple)) throw typeError(`${who} tuple, not ${typeOf(parts).typeName}`);
  if (parts.items.length < 2) throw typeError(`${who} 2-tuple, got tuple of size ${parts.items.length}`);
  const [match, remaining] = parts.items as [Value, Value];
  if (match === None) return undefined;
  return { match: match as PyBaseException, rest: remaining === None ? undefined : (remaining as PyBaseException) };
}

function refuseGroups(type: Value): void {
  const types = type instanceof PyTuple ? type.items : [type];
  if (types.some((t) => isType(t) && isSubtype(t, exceptionNamed('BaseExceptionGroup')))) {
    throw typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
}

/** What goes on after all clauses: nothing, the unhandled part, or a group of it and what the clauses raised. */
export function finishStar(
  whole: PyBaseException,
  rest: PyBaseException | undefined,
  raised: PyBaseException[],
): PyBaseException | undefined {
  if (raised.length === 0) return rest;
  if (!(whole instanceof PyBaseExceptionGroup)) return raised[0];
  const reraised = raised.filter((e) => sharesMetadata(e, whole));
  const fresh = raised.filter((e) => !sharesMetadata(e, whole));
  const parts = rest === undefined ? reraised : [...reraised, rest];
  const again = parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : projected(whole, parts);
  if (fresh.length === 0) return again;
  const all = again === undefined ? fresh : [...fresh, again];
  return all.length === 1
    ? all[0]
    : (call(exceptionNamed('BaseExceptionGroup'), '', new PyList(all)) as PyBaseException);
}

function sharesMetadata(e: PyBaseException, whole: PyBaseException): boolean {
  return (
    e instanceof PyBaseExceptionGroup &&
    e.cause === whole.cause &&
    e.context === whole.context &&
    leaves(e).every((l) => leaves(whole).includes(l))
  );
}

function leaves(e: PyBaseException): PyBaseException[] {
  return e instanceof PyBaseExceptionGroup ? e.exceptions.items.flatMap((x) => leaves(x as PyBaseException)) : [e];
}

/** The group as it was, with only the leaves that are still in flight. */
function projected(whole: PyBaseExceptionGroup, parts: PyBaseException[]): PyBaseException {
  const keep = new Set(parts.flatMap(leaves));
  const filter = (group: PyBaseExceptionGroup): PyBaseException | undefined => {
    const inner = group.exceptions.items
      .map((x) =>
        x instanceof PyBaseExceptionGroup
          ? filter(x)
          : keep.has(x as PyBaseException)
            ? (x as PyBaseException)
            : undefined,
      )
      .filter((x) => x !== undefined);
    if (inner.length === 0) return undefined;
    const copy = call(getAttr(group, 'derive'), new PyList(inner)) as PyBaseException;
    copy.traceback = group.traceback;
    copy.cause = group.cause;
    copy.context = group.context;
    return copy;
  };
  return filter(whole)!;
}
