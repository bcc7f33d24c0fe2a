// How a host says no: a plain thrown object, never a JS Error (a captured stack costs microseconds, and failed calls are normal:
// an import probes dozens of paths). The runtime turns it into the OSError subclass that the errno number selects.

import { errnoNumber, strerror } from './errno.ts';

/** Text as the operating system has it: a string when it is valid UTF-8, else its raw bytes. */
export type HostText = string | Uint8Array;

/** A failed host call. */
export class HostError {
  readonly errno: string;
  readonly code: number;
  readonly message: string;
  readonly path: HostText | undefined;
  readonly path2: HostText | undefined;

  constructor(errno: string, code: number, message: string, path?: HostText, path2?: HostText) {
    this.errno = errno;
    this.code = code;
    this.message = message;
    this.path = path;
    this.path2 = path2;
  }

  toString(): string {
    return `HostError: [${this.errno}] ${this.message}`;
  }
}

/** A HostError with Linux number and text, for hosts that have no kernel of their own. */
export function hostError(errno: string, path?: HostText, path2?: HostText): HostError {
  const code = errnoNumber(errno);
  return new HostError(errno, code, strerror(code), path, path2);
}
