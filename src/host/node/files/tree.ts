/// <reference types="node" />
// The file capability on Node: calls on paths, on top of the calls on descriptors.

import { Buffer } from 'node:buffer';
import * as fs from 'node:fs';
import {
  type DirEntry,
  DT_BLK,
  DT_CHR,
  DT_DIR,
  DT_FIFO,
  DT_LNK,
  DT_REG,
  DT_SOCK,
  DT_UNKNOWN,
  type Files,
  type HostPath,
  type Stat,
  type StatVfs,
} from '../../files.ts';
import { errnoOf, fromNode, nodeHostError } from '../errors.ts';
import { fromBytes, toNodePath } from '../text.ts';
import { NodeDescriptors } from './descriptors.ts';
import { nsToSeconds, toStat } from './stat.ts';

export class NodeFiles extends NodeDescriptors implements Files {
  readonly constants = openConstants();

  stat(path: HostPath, followSymlinks: boolean): Stat {
    const stats = onPath(path, (node) => statNode(node, followSymlinks));
    if (stats === undefined) throw nodeHostError('ENOENT', path);
    return toStat(stats);
  }

  statOrUndefined(path: HostPath, followSymlinks: boolean): Stat | undefined {
    try {
      const stats = statNode(toNodePath(path), followSymlinks);
      return stats && toStat(stats);
    } catch (error) {
      if (errnoOf(error) === 'ENOTDIR') return undefined;
      throw fromNode(error, path);
    }
  }

  listdir(path: HostPath): HostPath[] {
    return onPath(path, (node) => {
      const names = fs.readdirSync(node);
      return names.some(isLossy) ? fs.readdirSync(node, 'buffer').map(fromBytes) : names;
    });
  }

  scandir(path: HostPath): DirEntry[] {
    return onPath(path, (node) => {
      const entries = fs.readdirSync(node, { withFileTypes: true });
      if (entries.some((entry) => isLossy(entry.name))) return scandirBytes(node);
      return entries.map((entry) => ({ name: entry.name, type: entryType(entry) }));
    });
  }

  mkdir(path: HostPath, mode: number): void {
    onPath(path, (node) => fs.mkdirSync(node, { mode }));
  }

  rmdir(path: HostPath): void {
    onPath(path, (node) => fs.rmdirSync(node));
  }

  unlink(path: HostPath): void {
    onPath(path, (node) => fs.unlinkSync(node));
  }

  rename(from: HostPath, to: HostPath): void {
    onTwo(from, to, fs.renameSync);
  }

  link(existing: HostPath, path: HostPath): void {
    onTwo(existing, path, fs.linkSync);
  }

  symlink(target: HostPath, path: HostPath): void {
    onTwo(target, path, (node, node2) => fs.symlinkSync(node, node2));
  }

  readlink(path: HostPath): HostPath {
    return onPath(path, (node) => fromBytes(fs.readlinkSync(node, 'buffer')));
  }

  chmod(path: HostPath, mode: number): void {
    onPath(path, (node) => fs.chmodSync(node, mode));
  }

  chown(path: HostPath, uid: number, gid: number, followSymlinks: boolean): void {
    // -1 ("leave it") is the largest uid_t to the kernel.
    onPath(path, (node) => (followSymlinks ? fs.chownSync : fs.lchownSync)(node, uid >>> 0, gid >>> 0));
  }

  utimens(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks: boolean): void {
    const call = followSymlinks ? fs.utimesSync : fs.lutimesSync;
    onPath(path, (node) => call(node, nsToSeconds(atimeNs), nsToSeconds(mtimeNs)));
  }

  access(path: HostPath, mode: number): void {
    onPath(path, (node) => fs.accessSync(node, mode));
  }

  realpath(path: HostPath): HostPath {
    return onPath(path, (node) => fromBytes(fs.realpathSync.native(node, 'buffer')));
  }

  getcwd(): HostPath {
    try {
      const cwd = process.cwd();
      return isLossy(cwd) ? fromBytes(fs.readlinkSync('/proc/self/cwd', 'buffer')) : cwd;
    } catch (error) {
      throw fromNode(error);
    }
  }

  chdir(path: HostPath): void {
    onPath(path, (node) => (typeof node === 'string' ? process.chdir(node) : chdirBytes(node)));
  }

  readonly namesFolders: boolean = process.platform === 'linux';

  folderOf(fd: number): HostPath {
    return `/proc/self/fd/${this.table.get(fd).real}`;
  }

  umask(mask: number): number {
    return process.umask(mask & 0o777);
  }

  truncate(path: HostPath, length: number): void {
    if (length < 0) throw nodeHostError('EINVAL', path);
    onPath(path, (node) => {
      const fd = fs.openSync(node, fs.constants.O_WRONLY);
      try {
        fs.ftruncateSync(fd, length);
      } finally {
        fs.closeSync(fd);
      }
    });
  }

  statvfs(path: HostPath): StatVfs {
    return onPath(path, (node) => {
      const { bsize, blocks, bfree, bavail, files, ffree } = fs.statfsSync(node);
      return { bsize, frsize: bsize, blocks, bfree, bavail, files, ffree, favail: ffree, flag: 0, namemax: 255 };
    });
  }
}

/** `undefined` for ENOENT: the answer finders get most often, which Node then does not throw. */
function statNode(node: string | Buffer, followSymlinks: boolean): fs.BigIntStats | undefined {
  const options = { bigint: true, throwIfNoEntry: false } as const;
  return followSymlinks ? fs.statSync(node, options) : fs.lstatSync(node, options);
}

function onPath<T>(path: HostPath, call: (node: string | Buffer) => T): T {
  try {
    return call(toNodePath(path));
  } catch (error) {
    throw fromNode(error, path);
  }
}

function onTwo(path: HostPath, path2: HostPath, call: (a: string | Buffer, b: string | Buffer) => void): void {
  try {
    call(toNodePath(path), toNodePath(path2));
  } catch (error) {
    throw fromNode(error, path, path2);
  }
}

/** Did decoding lose bytes? (Or is the replacement character itself in the name: then the bytes tell.) */
function isLossy(text: string): boolean {
  return text.includes('\ufffd');
}

function scandirBytes(node: string | Buffer): DirEntry[] {
  const base = typeof node === 'string' ? Buffer.from(node) : node;
  return fs.readdirSync(node, 'buffer').map((name) => {
    const stats = fs.lstatSync(Buffer.concat([base, Buffer.from('/'), name]), { throwIfNoEntry: false });
    return { name: fromBytes(name), type: stats ? entryType(stats) : DT_UNKNOWN };
  });
}

function entryType(entry: fs.Dirent | fs.Stats): number {
  if (entry.isFile()) return DT_REG;
  if (entry.isDirectory()) return DT_DIR;
  if (entry.isSymbolicLink()) return DT_LNK;
  if (entry.isFIFO()) return DT_FIFO;
  if (entry.isSocket()) return DT_SOCK;
  if (entry.isCharacterDevice()) return DT_CHR;
  return entry.isBlockDevice() ? DT_BLK : DT_UNKNOWN;
}

/** O_CLOEXEC is missing from node:fs, which always sets it. */
function openConstants(): Record<string, number> {
  const names = Object.entries(fs.constants).filter(([name]) => name.startsWith('O_'));
  const constants: Record<string, number> = Object.fromEntries(names);
  delete constants['O_SYMLINK'];
  if (process.platform === 'linux')
    Object.assign(constants, {
      O_CLOEXEC: 0o2000000,
      O_NDELAY: 0o4000,
      O_ASYNC: 0o20000,
      O_RSYNC: 0o4010000,
      O_ACCMODE: 3,
      O_LARGEFILE: 0,
      O_PATH: 0o10000000,
      O_TMPFILE: 0o20200000,
    });
  return constants;
}

/** The engine takes text only: the system names an open folder with some. */
function chdirBytes(path: Buffer): void {
  const fd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY);
  try {
    process.chdir(`/proc/self/fd/${fd}`);
  } finally {
    fs.closeSync(fd);
  }
}
