// The file capability in memory: names, links, directories.

import type { Clock } from '../../clock.ts';
import { hostError } from '../../error.ts';
import {
  type DirEntry,
  type Files,
  type HostPath,
  S_IFDIR,
  S_IFLNK,
  S_IFREG,
  type Stat,
  type StatVfs,
} from '../../files.ts';
import { MEMORY_OPEN, MemoryDescriptors } from './descriptors.ts';
import type { Device, Inode } from './inode.ts';
import { fromKey, joinKeys, type Place, pathOf, toKey, walk } from './names.ts';

const { O_APPEND, O_ACCMODE, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_RDONLY, O_TRUNC } = MEMORY_OPEN;

export class MemoryFiles extends MemoryDescriptors implements Files {
  readonly constants: Readonly<Record<string, number>> = MEMORY_OPEN;
  readonly #root: Inode;
  #cwd: Inode;
  #umask = 0o022;

  constructor(clock: Clock, streams: readonly (Device | undefined)[]) {
    super(clock, streams);
    this.#root = this.newInode(S_IFDIR | 0o755);
    this.#root.parent = this.#root;
    this.#cwd = this.#root;
  }

  override open(path: HostPath, flags: number, mode: number): number {
    const place = this.#walk(path, (flags & O_NOFOLLOW) === 0 && (flags & (O_CREAT | O_EXCL)) !== (O_CREAT | O_EXCL));
    let { inode } = place;
    if (inode === undefined) {
      if ((flags & O_CREAT) === 0) throw hostError('ENOENT', path);
      if (place.trailingSlash) throw hostError('EISDIR', path);
      inode = this.#add(place, path, S_IFREG | (mode & 0o7777 & ~this.#umask));
    } else {
      checkOpen(inode, flags, path);
      if ((flags & O_TRUNC) !== 0 && inode.isRegular) this.resize(inode, 0);
    }
    const fd = this.openInode(inode, flags);
    return fd;
  }

  stat(path: HostPath, followSymlinks: boolean): Stat {
    return this.#existing(path, followSymlinks).stat();
  }

  statOrUndefined(path: HostPath, followSymlinks: boolean): Stat | undefined {
    try {
      return this.#walk(path, followSymlinks).inode?.stat();
    } catch {
      return undefined;
    }
  }

  listdir(path: HostPath): HostPath[] {
    return Array.from(this.#directory(path).entries!.keys(), fromKey);
  }

  scandir(path: HostPath): DirEntry[] {
    return Array.from(this.#directory(path).entries!, ([key, inode]) => ({
      name: fromKey(key),
      type: inode.type >> 12,
    }));
  }

  mkdir(path: HostPath, mode: number): void {
    const place = this.#walk(path, false);
    if (place.inode) throw hostError('EEXIST', path);
    const inode = this.#add(place, path, S_IFDIR | (mode & 0o1777 & ~this.#umask));
    inode.parent = place.directory;
    place.directory.nlink++;
  }

  rmdir(path: HostPath): void {
    const place = this.#walk(path, false);
    const { inode } = place;
    if (inode === undefined) throw hostError('ENOENT', path);
    if (!inode.isDirectory) throw hostError('ENOTDIR', path);
    if (inode === this.#root) throw hostError('EBUSY', path);
    if (place.name === '') throw hostError('EINVAL', path);
    if (inode.entries!.size > 0) throw hostError('ENOTEMPTY', path);
    this.#remove(place);
    inode.parent = undefined;
    place.directory.nlink--;
  }

  unlink(path: HostPath): void {
    const place = this.#walk(path, false);
    if (place.inode === undefined) throw hostError('ENOENT', path);
    if (place.inode.isDirectory) throw hostError('EISDIR', path);
    this.#remove(place);
  }

  rename(from: HostPath, to: HostPath): void {
    const source = this.#walk(from, false);
    const target = this.#walk(to, false);
    const { inode } = source;
    if (inode === undefined) throw hostError('ENOENT', from, to);
    if (target.inode === inode) return;
    if (source.name === '' || target.name === '') throw hostError('EBUSY', from, to);
    if (inode.isDirectory) {
      for (let at = target.directory; at !== this.#root; at = at.parent!)
        if (at === inode) throw hostError('EINVAL', from, to);
      if (target.inode && !target.inode.isDirectory) throw hostError('ENOTDIR', from, to);
      if (target.inode && target.inode.entries!.size > 0) throw hostError('ENOTEMPTY', from, to);
    } else if (target.inode?.isDirectory) throw hostError('EISDIR', from, to);
    else if (target.trailingSlash) throw hostError('ENOTDIR', from, to);
    if (target.inode) this.#remove(target);
    source.directory.entries!.delete(source.name);
    target.directory.entries!.set(target.name, inode);
    if (inode.isDirectory && source.directory !== target.directory) {
      source.directory.nlink--;
      target.directory.nlink++;
      inode.parent = target.directory;
    }
    this.#touch(source.directory);
    this.#touch(target.directory);
  }

  link(existing: HostPath, path: HostPath): void {
    const inode = this.#walk(existing, false).inode;
    if (inode === undefined) throw hostError('ENOENT', existing, path);
    if (inode.isDirectory) throw hostError('EPERM', existing, path);
    const place = this.#walk(path, false);
    if (place.inode) throw hostError('EEXIST', existing, path);
    place.directory.entries!.set(place.name, inode);
    inode.nlink++;
    this.#touch(place.directory);
  }

  symlink(target: HostPath, path: HostPath): void {
    const place = this.#walk(path, false);
    if (place.inode) throw hostError('EEXIST', target, path);
    if (toKey(target) === '') throw hostError('ENOENT', target, path);
    this.#add(place, path, S_IFLNK | 0o777, toKey(target));
  }

  readlink(path: HostPath): HostPath {
    const inode = this.#existing(path, false);
    if (!inode.isSymlink) throw hostError('EINVAL', path);
    return fromKey(inode.target);
  }

  chmod(path: HostPath, mode: number): void {
    this.setMode(this.#existing(path, true), mode);
  }

  chown(path: HostPath, uid: number, gid: number, followSymlinks: boolean): void {
    this.setOwner(this.#existing(path, followSymlinks), uid, gid);
  }

  utimens(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks: boolean): void {
    this.setTimes(this.#existing(path, followSymlinks), atimeNs, mtimeNs);
  }

  /** The guest is the owner of everything: only missing bits of the owner refuse. */
  access(path: HostPath, mode: number): void {
    const inode = this.#existing(path, true);
    if (((inode.mode >> 6) & 7 & mode) !== mode) throw hostError('EACCES', path);
  }

  realpath(path: HostPath): HostPath {
    const { directory, name, inode } = this.#walk(path, true);
    if (inode === undefined) throw hostError('ENOENT', path);
    if (name === '') return fromKey(pathOf(this.#root, inode) ?? '/');
    const base = pathOf(this.#root, directory) ?? '/';
    return fromKey(base === '/' ? joinKeys(['', name]) : joinKeys([base, name]));
  }

  getcwd(): HostPath {
    const path = pathOf(this.#root, this.#cwd);
    if (path === undefined) throw hostError('ENOENT');
    return fromKey(path);
  }

  readonly namesFolders: boolean = false;

  folderOf(): HostPath {
    throw hostError('ENOSYS');
  }

  chdir(path: HostPath): void {
    this.#cwd = this.#directory(path);
  }

  umask(mask: number): number {
    const before = this.#umask;
    this.#umask = mask & 0o777;
    return before;
  }

  truncate(path: HostPath, length: number): void {
    const inode = this.#existing(path, true);
    if (inode.isDirectory) throw hostError('EISDIR', path);
    if (length < 0) throw hostError('EINVAL', path);
    this.resize(inode, length);
  }

  statvfs(path: HostPath): StatVfs {
    this.#existing(path, true);
    const size = { blocks: 0, bfree: 0, bavail: 0, files: 0, ffree: 0, favail: 0 };
    return { bsize: 4096, frsize: 4096, ...size, flag: 0, namemax: 255 };
  }

  #walk(path: HostPath, followLast: boolean): Place {
    return walk(this.#root, this.#cwd, path, followLast);
  }

  #existing(path: HostPath, followLast: boolean): Inode {
    const { inode } = this.#walk(path, followLast);
    if (inode === undefined) throw hostError('ENOENT', path);
    return inode;
  }

  #directory(path: HostPath): Inode {
    const inode = this.#existing(path, true);
    if (!inode.isDirectory) throw hostError('ENOTDIR', path);
    return inode;
  }

  #add(place: Place, path: HostPath, mode: number, target?: string): Inode {
    // A directory that was removed while open or current takes no new entries.
    if (place.directory.parent === undefined) throw hostError('ENOENT', path);
    const inode = this.newInode(mode, target === undefined ? undefined : { target });
    place.directory.entries!.set(place.name, inode);
    this.#touch(place.directory);
    return inode;
  }

  #remove(place: Place): void {
    place.directory.entries!.delete(place.name);
    place.inode!.nlink -= place.inode!.isDirectory ? 2 : 1;
    this.#touch(place.directory);
  }

  #touch(directory: Inode): void {
    directory.mtimeNs = directory.ctimeNs = this.clock.timeNs();
  }
}

function checkOpen(inode: Inode, flags: number, path: HostPath): void {
  if ((flags & (O_CREAT | O_EXCL)) === (O_CREAT | O_EXCL)) throw hostError('EEXIST', path);
  if (inode.isSymlink) throw hostError('ELOOP', path);
  if ((flags & O_DIRECTORY) !== 0 && !inode.isDirectory) throw hostError('ENOTDIR', path);
  const writes = (flags & O_ACCMODE) !== O_RDONLY || (flags & (O_TRUNC | O_APPEND)) !== 0;
  if (inode.isDirectory && (writes || (flags & O_CREAT) !== 0)) throw hostError('EISDIR', path);
  const wanted = ((flags & O_ACCMODE) !== 1 ? 4 : 0) | ((flags & O_ACCMODE) !== O_RDONLY ? 2 : 0);
  if (((inode.mode >> 6) & 7 & wanted) !== wanted) throw hostError('EACCES', path);
}
