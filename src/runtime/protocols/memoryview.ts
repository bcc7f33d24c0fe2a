// Making a memoryview of any object that exports memory. CPython: Objects/memoryobject.c (PyMemoryView_FromObject)
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { bufferError, overflowError, typeError, valueError } from '../exceptions/errors.ts';
import { checkReleased, ManagedBuffer, PyMemoryView, releaseView, viewWith } from '../objects/memoryview/memoryview.ts';
import { exportBuffer, FULL_READ_ONLY, hasPythonBuffer, pythonBuffer } from './buffer.ts';
import { asIndex } from './item.ts';

/** A view of an object's memory; `message` begins the TypeError when it has none. */
export function memoryViewOf(v: Value, message = 'memoryview: a bytes-like object is required'): PyMemoryView {
  if (v instanceof PyMemoryView) {
    checkReleased(v);
    return viewWith(v, v);
  }
  const info = exportBuffer(v);
  if (info !== undefined) {
    if (info.exports !== undefined) info.exports.views++;
    return new PyMemoryView(
      new ManagedBuffer(info.release, info.exports),
      info.owner ?? v,
      info.memory,
      info.readonly,
      info,
    );
  }
  if (typeof v === 'object' && hasPythonBuffer(v)) {
    const { view, release } = pythonBuffer(v, FULL_READ_ONLY);
    checkReleased(view);
    return new PyMemoryView(new ManagedBuffer(release), view.obj, view.memory, view.readonly, view);
  }
  throw typeError(`${message}, not '${typeOf(v).typeName}'`);
}

/** `object.__buffer__(flags)` of a type written here. CPython: wrap_buffer */
export function dunderBuffer(self: Value, flags: Value): Value {
  const wanted = asIndex(flags);
  if (wanted > 0x7fffffff || wanted < -0x80000000) throw overflowError('buffer flags out of range');
  const view = memoryViewOf(self);
  if (Number(wanted) & 1 && view.readonly) {
    releaseView(view);
    throw bufferError(
      self instanceof PyMemoryView ? 'memoryview: underlying buffer is not writable' : 'Object is not writable.',
    );
  }
  return view;
}

/** `object.__release_buffer__(view)`. CPython: wrap_releasebuffer */
export function dunderReleaseBuffer(self: Value, view: Value): Value {
  if (!(view instanceof PyMemoryView)) throw typeError('expected a memoryview object');
  checkReleased(view);
  if (view.obj !== self && !(self instanceof PyMemoryView)) throw valueError("memoryview's buffer is not this object");
  releaseView(view);
  return None;
}
