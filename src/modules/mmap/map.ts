// The layout of a memory map. The engine cannot map files: a map is a copy of the file's bytes, and what is changed goes to the file at once
// (what a memoryview changes, at flush() and close()). CPython: Modules/mmapmodule.c (mmap_object, new_mmap_object)
import { HostError } from '../../host/error.ts';
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { Exports } from '../../runtime/objects/memoryview/memoryview.ts';
import type { BufferInfo } from '../../runtime/protocols/buffer.ts';

export const Access = { DEFAULT: 0, READ: 1, WRITE: 2, COPY: 3 } as const;

export class PyMap extends PyObject {
  /** Undefined once the map is closed. */
  memory: Uint8Array | undefined;
  pos = 0;
  access: number = Access.DEFAULT;
  offset = 0;
  /** A descriptor of its own, -1 for anonymous memory. */
  fd = -1;
  /** Changes are kept from the file. */
  isPrivate = false;
  exports: Exports | undefined;

  /** The bytes; fails on a closed map. CPython: CHECK_VALID */
  get bytes(): Uint8Array {
    if (this.memory === undefined) throw valueError('mmap closed or invalid');
    return this.memory;
  }

  get isWritable(): boolean {
    return this.access !== Access.READ;
  }

  /** CPython: is_writable */
  checkWritable(): void {
    if (!this.isWritable) throw typeError("mmap can't modify a readonly memory map.");
  }

  /** Passes a changed range on to the file. */
  store(start: number, end: number): void {
    if (this.fd < 0 || this.isPrivate || !this.isWritable || end <= start) return;
    fileCall(() => state.interp.host.files.pwrite(this.fd, this.bytes.subarray(start, end), this.offset + start));
  }

  getBuffer(writable: boolean): Uint8Array | undefined {
    return writable && !this.isWritable ? undefined : this.bytes;
  }

  exportBuffer(): BufferInfo {
    const memory = this.bytes;
    this.exports ??= new Exports();
    const { exports } = this;
    return {
      memory,
      readonly: !this.isWritable,
      format: 'B',
      itemsize: 1,
      shape: [memory.length],
      strides: [1],
      offset: 0,
      exports,
    };
  }
}

export const mapType: PyType = staticType('mmap', PyMap, {
  module: 'mmap',
  subclassable: true,
  hasWeakref: true,
});

/** Runs a call of the host's, its errors as OSError. */
export function fileCall<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) throw osErrorFromHost(error);
    throw error;
  }
}
