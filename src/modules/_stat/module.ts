// The _stat module: file modes. CPython: Modules/_stat.c

import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { toIndex } from '../../runtime/protocols/fspath.ts';

const S_IFMT = 0o170000;

const TYPES: Readonly<Record<string, number>> = {
  S_IFBLK: 0o060000,
  S_IFCHR: 0o020000,
  S_IFDIR: 0o040000,
  S_IFIFO: 0o010000,
  S_IFLNK: 0o120000,
  S_IFREG: 0o100000,
  S_IFSOCK: 0o140000,
  S_IFDOOR: 0,
  S_IFPORT: 0,
  S_IFWHT: 0,
};

const NUMBERS: Readonly<Record<string, number>> = {
  ...TYPES,
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_ENFMT: 0o2000,
  S_IREAD: 0o400,
  S_IWRITE: 0o200,
  S_IEXEC: 0o100,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
  UF_SETTABLE: 0xffff,
  UF_NODUMP: 0x1,
  UF_IMMUTABLE: 0x2,
  UF_APPEND: 0x4,
  UF_OPAQUE: 0x8,
  UF_NOUNLINK: 0x10,
  UF_COMPRESSED: 0x20,
  UF_TRACKED: 0x40,
  UF_DATAVAULT: 0x80,
  UF_HIDDEN: 0x8000,
  SF_SETTABLE: 0xffff0000,
  SF_ARCHIVED: 0x10000,
  SF_IMMUTABLE: 0x20000,
  SF_APPEND: 0x40000,
  SF_NOUNLINK: 0x100000,
  SF_SNAPSHOT: 0x200000,
  SF_FIRMLINK: 0x800000,
  SF_DATALESS: 0x40000000,
  ST_MODE: 0,
  ST_INO: 1,
  ST_DEV: 2,
  ST_NLINK: 3,
  ST_UID: 4,
  ST_GID: 5,
  ST_SIZE: 6,
  ST_ATIME: 7,
  ST_MTIME: 8,
  ST_CTIME: 9,
};

function mode(v: Value): number {
  const number = toIndex(v);
  if (number < 0) throw overflowError("can't convert negative value to unsigned int");
  if (number > 0xffffffff) throw overflowError('mode out of range');
  return Number(number);
}

const LETTERS: readonly (readonly [number, string])[] = [
  [0o100000, '-'],
  [0o040000, 'd'],
  [0o120000, 'l'],
  [0o060000, 'b'],
  [0o020000, 'c'],
  [0o010000, 'p'],
  [0o140000, 's'],
];

/** `ls -l`'s ten letters. */
function filemode(v: Value): Value {
  const bits = mode(v);
  const type = LETTERS.find(([number]) => number === (bits & S_IFMT))?.[1] ?? '?';
  const triple = (shift: number, special: number, letter: string): string => {
    const [r, w, x] = [(bits >> shift) & 4, (bits >> shift) & 2, (bits >> shift) & 1];
    const last = bits & special ? (x ? letter : letter.toUpperCase()) : x ? 'x' : '-';
    return (r ? 'r' : '-') + (w ? 'w' : '-') + last;
  };
  return type + triple(6, 0o4000, 's') + triple(3, 0o2000, 's') + triple(0, 0o1000, 't');
}

const functions: ModuleTable = {
  S_IFMT: fn('($module, object, /)', (v: Value) => int(mode(v) & S_IFMT), undefined, 'o'),
  S_IMODE: fn('($module, object, /)', (v: Value) => int(mode(v) & 0o7777), undefined, 'o'),
  filemode: fn('($module, object, /)', filemode, "Convert a file's mode to a string of the form '-rwxrwxrwx'", 'o'),
};
for (const [name, type] of Object.entries(TYPES)) {
  const test = `S_IS${name.slice(4).replace('IFO', 'FIFO')}`;
  functions[test] = fn('($module, object, /)', (v: Value) => type !== 0 && (mode(v) & S_IFMT) === type, undefined, 'o');
}

export const statModule: NativeModule = {
  name: '_stat',
  doc: 'S_IFMT_: file type bits\nS_IFDIR: directory\nS_IFCHR: character device\nS_IFBLK: block device',
  functions,
  values: () => Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, int(value)])),
};
