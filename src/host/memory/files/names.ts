// Names in the in-memory tree: path text to directory and entry, and the permission the walk needs.

import { hostError } from '../../error.ts';
import type { HostPath } from '../../files.ts';
import type { Inode } from './inode.ts';

const MAX_LINKS = 40;
const MAX_NAME = 255;
const MAX_PATH = 4096;

/** Where a path leads: the directory, the last name in it, and what is there. */
export interface Place {
  readonly directory: Inode;
  /** '' when the path ends in '.', '..' or '/'. */
  readonly name: string;
  readonly inode: Inode | undefined;
  readonly trailingSlash: boolean;
}

/** Bytes that are not UTF-8 are kept as a string key that no text has: '\0' and one character a byte. */
export function toKey(path: HostPath): string {
  if (typeof path === 'string') return path;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(path);
  } catch {
    return '\0' + Array.from(path, (byte) => String.fromCharCode(byte)).join('');
  }
}

/** The inverse of toKey. */
export function fromKey(key: string): HostPath {
  return key.startsWith('\0') ? Uint8Array.from(key.slice(1), (char) => char.charCodeAt(0)) : key;
}

/** Joins keys of which one may be bytes. */
export function joinKeys(parts: readonly string[]): string {
  if (!parts.some((part) => part.startsWith('\0'))) return parts.join('/');
  const bytes = parts.map((part) =>
    part.startsWith('\0')
      ? part.slice(1)
      : Array.from(new TextEncoder().encode(part), (byte) => String.fromCharCode(byte)).join(''),
  );
  return '\0' + bytes.join('/');
}

/** Walks a path from the root or the working directory. */
export function walk(root: Inode, cwd: Inode, path: HostPath, followLast: boolean): Place {
  return walkKey(root, cwd, toKey(path), path, followLast, { links: 0 });
}

function walkKey(
  root: Inode,
  cwd: Inode,
  key: string,
  path: HostPath,
  followLast: boolean,
  budget: { links: number },
): Place {
  const marker = key.startsWith('\0') ? '\0' : '';
  const text = key.slice(marker.length);
  if (text === '') throw hostError('ENOENT', path);
  if (text.length >= MAX_PATH) throw hostError('ENAMETOOLONG', path);
  const parts = text.split('/').filter((part) => part !== '');
  const trailingSlash = text.endsWith('/');
  let directory = text.startsWith('/') ? root : cwd;
  if (parts.length === 0) return { directory, name: '', inode: directory, trailingSlash };
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (part.length > MAX_NAME) throw hostError('ENAMETOOLONG', path);
    if (!directory.isDirectory) throw hostError('ENOTDIR', path);
    if (part === '.' || part === '..') {
      if (part === '..') directory = directory.parent ?? root;
      if (last) return { directory, name: '', inode: directory, trailingSlash };
      continue;
    }
    const name = toKeyPart(marker, part);
    const inode = directory.entries!.get(name);
    if (last && (inode === undefined || !inode.isSymlink || !(followLast || trailingSlash))) {
      if (inode && trailingSlash && !inode.isDirectory) throw hostError('ENOTDIR', path);
      return { directory, name, inode, trailingSlash };
    }
    if (inode === undefined) throw hostError('ENOENT', path);
    if (!inode.isSymlink) {
      directory = inode;
      continue;
    }
    if (++budget.links > MAX_LINKS) throw hostError('ELOOP', path);
    const place = walkKey(root, directory, inode.target, path, true, budget);
    if (last) return place;
    if (place.inode === undefined) throw hostError('ENOENT', path);
    directory = place.inode;
  }
  throw hostError('ENOENT', path);
}

/** In a byte path each name that is plain ASCII is the same entry as its text. */
function toKeyPart(marker: string, part: string): string {
  if (marker === '') return part;
  return toKey(Uint8Array.from(part, (char) => char.charCodeAt(0)));
}

/** The absolute path of a directory; `undefined` when it is no longer in the tree. */
export function pathOf(root: Inode, directory: Inode): string | undefined {
  const parts: string[] = [];
  for (let at = directory; at !== root; at = at.parent!) {
    const { parent } = at;
    if (!parent) return undefined;
    const entry = [...parent.entries!].find(([, inode]) => inode === at);
    if (!entry) return undefined;
    parts.unshift(entry[0]);
  }
  return parts.length === 0 ? '/' : joinKeys(['', ...parts]);
}
