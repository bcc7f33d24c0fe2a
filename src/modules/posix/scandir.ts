// os.scandir and os.DirEntry. CPython: Modules/posixmodule.c

import type { Stat } from '../../host/files.ts';
import { type DirEntry, DT_DIR, DT_LNK, DT_REG, DT_UNKNOWN, S_IFDIR, S_IFMT, S_IFREG } from '../../host/files.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { isError, stopIteration } from '../../runtime/exceptions/errors.ts';
import { fn, installType, type ModuleTable, member, method, slot } from '../../runtime/native/define.ts';
import { strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { attempt, files, flag, folderOf, nameValue, optionalPath, type PathOrFd } from './arguments.ts';
import { concatHostPath } from './join.ts';
import { makeStatResult } from './results.ts';

export class PyDirEntry extends PyObject {
  readonly name: Value;
  readonly path: Value;
  readonly hostPath: string | Uint8Array;
  readonly type: number;
  followed: Stat | undefined = undefined;
  own: Stat | undefined = undefined;

  constructor(directory: PathOrFd, entry: DirEntry) {
    super();
    this.type = entry.type;
    if ('fd' in directory) {
      this.hostPath = concatHostPath(folderOf(directory.fd), entry.name);
      this.name = this.path = nameValue(entry.name, false);
      return;
    }
    this.hostPath = directory.object === None ? entry.name : concatHostPath(directory.path, entry.name);
    this.name = nameValue(entry.name, directory.isBytes);
    this.path = nameValue(concatHostPath(directory.path, entry.name), directory.isBytes);
  }
}

export class PyScandirIterator extends PyObject {
  readonly directory: PathOrFd;
  entries: DirEntry[];
  at = 0;

  constructor(directory: PathOrFd, entries: DirEntry[]) {
    super();
    this.directory = directory;
    this.entries = entries;
  }

  override iternext = (): Value | undefined => {
    const entry = this.entries[this.at];
    if (entry === undefined) return undefined;
    this.at++;
    return new PyDirEntry(this.directory, entry);
  };
}

export const dirEntryType: PyType = staticType('DirEntry', PyDirEntry as never, {
  module: 'posix',
  instantiable: false,
});
const iteratorType: PyType = staticType('ScandirIterator', PyScandirIterator as never, {
  module: 'posix',
  instantiable: false,
});

function scandir(path?: Value): Value {
  const directory = optionalPath(path, 'scandir');
  const filename = directory.object === None ? undefined : directory.object;
  const folder = 'fd' in directory ? folderOf(directory.fd) : directory.path;
  return new PyScandirIterator(
    directory,
    attempt(() => files().scandir(folder), filename),
  );
}

function stat(entry: PyDirEntry, follow: boolean): Stat {
  if (!follow || !isSymlink(entry))
    return (entry.own ??= attempt(() => files().stat(entry.hostPath, false), entry.path));
  return (entry.followed ??= attempt(() => files().stat(entry.hostPath, true), entry.path));
}

function isSymlink(entry: PyDirEntry): boolean {
  return entry.type === DT_LNK;
}

/** Is it of this kind? A file that has gone is of none. */
function isKind(entry: PyDirEntry, follow: boolean, type: number, mode: number): boolean {
  if (entry.type !== DT_UNKNOWN && !(follow && isSymlink(entry))) return entry.type === type;
  try {
    return (stat(entry, follow).mode & S_IFMT) === mode;
  } catch (error) {
    if (isError(error, 'FileNotFoundError')) return false;
    throw error;
  }
}

function closeIterator(self: PyScandirIterator): Value {
  self.entries = [];
  return None;
}

export function installScandir(): void {
  const follow = '($self, /, *, follow_symlinks=True)';
  installType(dirEntryType, {
    methods: {
      __fspath__: method('($self, /)', (self: PyDirEntry) => self.path),
      __repr__: slot('($self, /)', (self: PyDirEntry) => strOfUtf16(`<DirEntry ${reprForMessage(self.name)}>`)),
      inode: method('($self, /)', (self: PyDirEntry) => intFromBigInt(stat(self, false).ino)),
      is_dir: method(follow, (self: PyDirEntry, f?: Value) => isKind(self, flag(f, true), DT_DIR, S_IFDIR)),
      is_file: method(follow, (self: PyDirEntry, f?: Value) => isKind(self, flag(f, true), DT_REG, S_IFREG)),
      is_junction: method('($self, /)', () => false),
      is_symlink: method('($self, /)', isSymlink),
      stat: method(follow, (self: PyDirEntry, f?: Value) => makeStatResult(stat(self, flag(f, true)))),
    },
    properties: {
      name: member((self: PyDirEntry) => self.name),
      path: member((self: PyDirEntry) => self.path),
    },
  });
  installType(iteratorType, {
    methods: {
      __enter__: method('($self, /)', (self: Value) => self),
      __exit__: method('($self, /, *args)', closeIterator),
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', (self: PyScandirIterator) => {
        const entry = self.iternext();
        if (entry === undefined) throw stopIteration();
        return entry;
      }),
      close: method('($self, /)', closeIterator),
    },
  });
}

export const SCANDIR_FUNCTIONS: ModuleTable = { scandir: fn('($module, /, path=None)', scandir) };
