// The struct sequences of os. CPython: Modules/posixmodule.c stat_result_desc and its neighbours
import type { Stat, StatVfs } from '../../host/files.ts';
import { float } from '../../runtime/core/primitives.ts';
import { int, intFromBigInt, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';

export const statResult = structSequence({
  name: 'stat_result',
  module: 'os',
  doc:
    'stat_result: Result from stat, fstat, or lstat.\n\n' +
    'This object may be accessed either as a tuple of\n' +
    '  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\n' +
    'or via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\n' +
    'Posix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\n' +
    'or st_flags, they are available as attributes only.\n\n' +
    'See os.stat for more information.',
  fields: [
    ...['st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size'],
    ...[undefined, undefined, undefined],
    ...['st_atime', 'st_mtime', 'st_ctime', 'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns'],
    ...['st_blksize', 'st_blocks', 'st_rdev'],
  ],
  sequence: 10,
});

const BILLION = 1_000_000_000n;

/** Whole seconds, rounded down, and the nanoseconds beyond. */
function splitTime(ns: bigint): [number, number] {
  const whole = Number(ns / BILLION);
  const rest = Number(ns % BILLION);
  return rest < 0 ? [whole - 1, rest + 1e9] : [whole, rest];
}

export function makeStatResult(stat: Stat): Value {
  const { atimeNs, mtimeNs, ctimeNs } = stat;
  const [atime, atimeRest] = splitTime(atimeNs);
  const [mtime, mtimeRest] = splitTime(mtimeNs);
  const [ctime, ctimeRest] = splitTime(ctimeNs);
  return statResult.make([
    int(stat.mode),
    intFromBigInt(stat.ino),
    intFromBigInt(stat.dev),
    int(stat.nlink),
    int(stat.uid),
    int(stat.gid),
    intFromDouble(stat.size),
    int(atime),
    int(mtime),
    int(ctime),
    float(atime + 1e-9 * atimeRest),
    float(mtime + 1e-9 * mtimeRest),
    float(ctime + 1e-9 * ctimeRest),
    intFromBigInt(atimeNs),
    intFromBigInt(mtimeNs),
    intFromBigInt(ctimeNs),
    int(stat.blksize),
    int(stat.blocks),
    intFromBigInt(stat.rdev),
  ]);
}

export const statvfsResult = structSequence({
  name: 'statvfs_result',
  module: 'os',
  doc: 'statvfs_result: Result from statvfs or fstatvfs.\n\nSee os.statvfs for more information.',
  fields: [
    ...['f_bsize', 'f_frsize', 'f_blocks', 'f_bfree', 'f_bavail', 'f_files', 'f_ffree', 'f_favail', 'f_flag'],
    ...['f_namemax', 'f_fsid'],
  ],
  sequence: 10,
});

export function makeStatvfsResult(s: StatVfs): Value {
  const numbers = [s.bsize, s.frsize, s.blocks, s.bfree, s.bavail, s.files, s.ffree, s.favail, s.flag, s.namemax, 0];
  return statvfsResult.make(numbers.map(intFromDouble));
}

export const terminalSize = structSequence({
  name: 'terminal_size',
  module: 'os',
  doc: 'A tuple of (columns, lines) for holding terminal window size',
  fields: ['columns', 'lines'],
});

export const timesResult = structSequence({
  name: 'times_result',
  module: 'posix',
  doc: 'times_result: Result from os.times().',
  fields: ['user', 'system', 'children_user', 'children_system', 'elapsed'],
});

export const unameResult = structSequence({
  name: 'uname_result',
  module: 'posix',
  doc: 'uname_result: Result from os.uname().',
  fields: ['sysname', 'nodename', 'release', 'version', 'machine'],
});

export const waitidResult = structSequence({
  name: 'waitid_result',
  module: 'posix',
  doc: 'waitid_result: Result from waitid.',
  fields: ['si_pid', 'si_uid', 'si_signo', 'si_status', 'si_code'],
});

export const schedParam = structSequence({
  name: 'sched_param',
  module: 'posix',
  doc: 'Currently has only one field: sched_priority',
  fields: ['sched_priority'],
});

export function installResults(): void {
  for (const result of [statResult, statvfsResult, terminalSize, timesResult, unameResult, waitidResult, schedParam])
    result.install();
}
