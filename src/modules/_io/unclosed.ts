// Streams opened for writing that nobody has closed. CPython closes them when their last reference goes; here they are flushed at exit,
// so that `open(path, 'w').write(text)` is not lost. CPython: Modules/_io/iobase.c (iobase_finalize)
import type { Interpreter } from '../../runtime/core/interpreter.ts';
import { PyObject } from '../../runtime/core/object.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError } from '../../runtime/exceptions/errors.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';

const UNCLOSED: unique symbol = Symbol('unclosed streams');
const FIRST_SWEEP = 64;

interface Unclosed {
  streams: Set<PyObject>;
  /** How many there may be before those that were closed are dropped. */
  sweepAt: number;
}

/** Notes a stream; closed ones are let go now and then. */
export function noteUnclosed(interp: Interpreter, stream: Value): void {
  if (!(stream instanceof PyObject)) return;
  let kept = interp.states.get(UNCLOSED) as Unclosed | undefined;
  if (kept === undefined) interp.states.set(UNCLOSED, (kept = { streams: new Set(), sweepAt: FIRST_SWEEP }));
  kept.streams.add(stream);
  if (kept.streams.size < kept.sweepAt) return;
  for (const each of kept.streams) if (isClosed(each)) kept.streams.delete(each);
  kept.sweepAt = Math.max(FIRST_SWEEP, 2 * kept.streams.size);
}

function isClosed(stream: Value): boolean {
  try {
    return isTrue(getAttr(stream, 'closed'));
  } catch (error) {
    if (!isError(error, 'BaseException')) throw error;
    return true;
  }
}

/** Writes what is still in memory, at exit; errors have nobody to go to. */
export function flushUnclosed(interp: Interpreter): void {
  const kept = interp.states.get(UNCLOSED) as Unclosed | undefined;
  for (const stream of kept?.streams ?? []) {
    if (isClosed(stream)) continue;
    try {
      call(getAttr(stream, 'flush'));
    } catch (error) {
      if (!isError(error, 'BaseException')) throw error;
    }
  }
}
