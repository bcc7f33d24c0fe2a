// PickleBuffer: what is pickled out of band. CPython: Objects/picklebufobject.c
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { bufferError, valueError } from '../../runtime/exceptions/errors.ts';
import { installType, method, slot } from '../../runtime/native/define.ts';
import { isContiguous, PyMemoryView, releaseView } from '../../runtime/objects/memoryview/memoryview.ts';
import type { BufferInfo } from '../../runtime/protocols/buffer.ts';
import { dunderBuffer, dunderReleaseBuffer, memoryViewOf } from '../../runtime/protocols/memoryview.ts';

export class PyPickleBuffer extends PyObject {
  /** Undefined once released. */
  view: PyMemoryView | undefined;
  constructor(view: PyMemoryView) {
    super();
    this.view = view;
  }

  get held(): PyMemoryView {
    if (this.view === undefined) throw valueError('operation forbidden on released PickleBuffer object');
    return this.view;
  }

  getBuffer(writable = false): Uint8Array | undefined {
    return this.held.getBuffer(writable);
  }

  exportBuffer(): BufferInfo {
    const { obj, memory, readonly, format, itemsize, shape, strides, offset } = this.held;
    return { owner: obj, memory, readonly, format, itemsize, shape, strides, offset };
  }

  copyBytes(): Uint8Array {
    return this.held.copyBytes();
  }
}

export const pickleBufferType: PyType = staticType('PickleBuffer', PyPickleBuffer, {
  module: 'pickle',
  hasWeakref: true,
});

/** CPython: picklebuf_raw */
function raw(self: PyPickleBuffer): Value {
  const view = self.held;
  if (!isContiguous(view)) throw bufferError('cannot extract raw buffer from non-contiguous buffer');
  const size = view.count * view.itemsize;
  const shape = { format: 'B', itemsize: 1, shape: [size], strides: [1], offset: view.offset };
  return new PyMemoryView(view.managed, view.obj, view.memory, view.readonly, shape);
}

function release(self: PyPickleBuffer): Value {
  if (self.view !== undefined) releaseView(self.view);
  self.view = undefined;
  return None;
}

export function installPickleBuffer(): void {
  installType(pickleBufferType, {
    doc: 'Wrapper for potentially out-of-band buffers',
    new: method(
      '!($type, object, /)',
      (_cls: PyType, object: Value) => new PyPickleBuffer(memoryViewOf(object, 'a bytes-like object is required')),
    ),
    methods: {
      raw: method('($self, /)', raw),
      release: method('($self, /)', release),
      __buffer__: slot('($self, flags, /)', dunderBuffer),
      __release_buffer__: slot('($self, buffer, /)', dunderReleaseBuffer),
    },
  });
}
