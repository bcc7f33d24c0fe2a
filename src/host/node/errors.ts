/// <reference types="node" />
// Node's failures into HostError.

import { constants } from 'node:os';
import { type ErrnoTable, errnoTable, LINUX_ERRNO, strerror } from '../errno.ts';
import { HostError, type HostText } from '../error.ts';

/** The errno table of the system we run on. */
export const NODE_ERRNO: ErrnoTable =
  process.platform === 'linux' ? LINUX_ERRNO : errnoTable(new Map(Object.entries(constants.errno)));

/** Builds the error for an errno name of this system. */
export function nodeHostError(errno: string, path?: HostText, path2?: HostText): HostError {
  const code = NODE_ERRNO.numbers.get(errno) ?? LINUX_ERRNO.numbers.get(errno) ?? 5;
  return new HostError(errno, code, strerror(code, NODE_ERRNO), path, path2);
}

/** The errno name of something Node threw; EINVAL for its own argument errors. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof HostError) return error.errno;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return undefined;
  if (NODE_ERRNO.numbers.has(code) || LINUX_ERRNO.numbers.has(code)) return code;
  if (code === 'EOF') return 'EIO';
  return code.startsWith('ERR_') ? 'EINVAL' : undefined;
}

/** Turns what Node threw into a HostError; anything that is no failed call passes through. */
export function fromNode(error: unknown, path?: HostText, path2?: HostText): unknown {
  if (error instanceof HostError) return error;
  const name = errnoOf(error);
  if (name !== undefined) return nodeHostError(name, path, path2);
  const { errno } = (error ?? {}) as { errno?: unknown };
  if (typeof errno !== 'number') return error;
  const code = Math.abs(errno);
  return new HostError(NODE_ERRNO.names.get(code) ?? 'EIO', code, strerror(code, NODE_ERRNO), path, path2);
}
