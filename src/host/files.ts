// The file capability: POSIX calls on descriptors and paths, synchronous, bytes only. Every call throws HostError on failure.
// Descriptors are small numbers of the host's own table (lowest free one first, 0-2 are the standard streams), so dup and dup2
// work where the platform has neither. Flag and mode numbers are those of `constants`.

import type { HostText } from './error.ts';
import type { LocalSocket } from './localSocket.ts';

/** A path: a string, or raw bytes when the name is not valid UTF-8. Results come back in the same two forms. */
export type HostPath = HostText;

/** struct stat. Times are nanoseconds since the epoch. */
export interface Stat {
  readonly mode: number;
  readonly ino: bigint;
  readonly dev: bigint;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: bigint;
  readonly size: number;
  readonly blksize: number;
  readonly blocks: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  /** Only where the platform's struct stat has it (macOS, BSD, Windows). */
  readonly birthtimeNs?: bigint;
}

/** struct statvfs. */
export interface StatVfs {
  readonly bsize: number;
  readonly frsize: number;
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
  readonly files: number;
  readonly ffree: number;
  readonly favail: number;
  readonly flag: number;
  readonly namemax: number;
}

/** One directory entry; `type` is a DT_* number (0 when unknown). */
export interface DirEntry {
  readonly name: HostPath;
  readonly type: number;
}

export const DT_UNKNOWN = 0;
export const DT_FIFO = 1;
export const DT_CHR = 2;
export const DT_DIR = 4;
export const DT_BLK = 6;
export const DT_REG = 8;
export const DT_LNK = 10;
export const DT_SOCK = 12;

export const S_IFMT = 0o170000;
export const S_IFSOCK = 0o140000;
export const S_IFLNK = 0o120000;
export const S_IFREG = 0o100000;
export const S_IFBLK = 0o060000;
export const S_IFDIR = 0o040000;
export const S_IFCHR = 0o020000;
export const S_IFIFO = 0o010000;

export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;

export const POLLIN = 1;
export const POLLPRI = 2;
export const POLLOUT = 4;
export const POLLERR = 8;
export const POLLHUP = 16;
export const POLLNVAL = 32;

/** What poll(2) is asked about one descriptor: POLL* bits. */
export interface PollRequest {
  readonly fd: number;
  readonly events: number;
}

/** Calls on an open descriptor. */
export interface Descriptors {
  open(path: HostPath, flags: number, mode: number): number;
  close(fd: number): void;
  /** Reads at the descriptor's offset into `buffer`; 0 is the end. May read less. Throws EINTR when a signal is pending. */
  read(fd: number, buffer: Uint8Array): number;
  pread(fd: number, buffer: Uint8Array, position: number): number;
  /** Writes at the descriptor's offset. On a blocking descriptor a short count only follows an error after some bytes. */
  write(fd: number, bytes: Uint8Array): number;
  pwrite(fd: number, bytes: Uint8Array, position: number): number;
  /** Moves the offset and returns it. ESPIPE on pipes and terminals. */
  lseek(fd: number, offset: number, whence: number): number;
  ftruncate(fd: number, length: number): void;
  fsync(fd: number): void;
  fdatasync(fd: number): void;
  dup(fd: number): number;
  dup2(fd: number, target: number, inheritable: boolean): number;
  /** A pipe: [read end, write end]. */
  pipe(): [number, number];
  /** Two connected stream sockets within the process. */
  socketpair(): [number, number];
  /** The socket of a descriptor that socketpair made; ENOTSOCK for any other. */
  socket(fd: number): LocalSocket;
  isatty(fd: number): boolean;
  fstat(fd: number): Stat;
  fchmod(fd: number, mode: number): void;
  fchown(fd: number, uid: number, gid: number): void;
  futimens(fd: number, atimeNs: bigint, mtimeNs: bigint): void;
  /**
   * poll(2): what each descriptor is ready for, after at most so many milliseconds (undefined: as long as it takes). EINTR on a
   * signal. A host that cannot see whether a pipe takes bytes may call it ready; a write that then takes none returns 0.
   */
  poll(requests: readonly PollRequest[], milliseconds: number | undefined): number[];
  getInheritable(fd: number): boolean;
  setInheritable(fd: number, inheritable: boolean): void;
  getBlocking(fd: number): boolean;
  setBlocking(fd: number, blocking: boolean): void;
}

/** Calls on paths. */
export interface FileTree {
  stat(path: HostPath, followSymlinks: boolean): Stat;
  /** As stat, but a missing file is `undefined` instead of an error: what finders ask thousands of times. */
  statOrUndefined(path: HostPath, followSymlinks: boolean): Stat | undefined;
  listdir(path: HostPath): HostPath[];
  scandir(path: HostPath): DirEntry[];
  mkdir(path: HostPath, mode: number): void;
  rmdir(path: HostPath): void;
  unlink(path: HostPath): void;
  /** rename(2): replaces an existing file. */
  rename(from: HostPath, to: HostPath): void;
  link(existing: HostPath, path: HostPath): void;
  symlink(target: HostPath, path: HostPath): void;
  readlink(path: HostPath): HostPath;
  chmod(path: HostPath, mode: number): void;
  chown(path: HostPath, uid: number, gid: number, followSymlinks: boolean): void;
  utimens(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks: boolean): void;
  /** Throws when the permission bits (R_OK 4, W_OK 2, X_OK 1, F_OK 0) are not all granted. */
  access(path: HostPath, mode: number): void;
  realpath(path: HostPath): HostPath;
  getcwd(): HostPath;
  chdir(path: HostPath): void;
  /** Sets the mask and returns the one before. */
  umask(mask: number): number;
  truncate(path: HostPath, length: number): void;
  statvfs(path: HostPath): StatVfs;
  /** Whether `folderOf` gives paths. */
  readonly namesFolders: boolean;
  /** A path of the folder that a descriptor is open on, for as long as it is. */
  folderOf(fd: number): HostPath;
}

export interface Files extends Descriptors, FileTree {
  /** O_* numbers of this host, as `os` exposes them. */
  readonly constants: Readonly<Record<string, number>>;
}
