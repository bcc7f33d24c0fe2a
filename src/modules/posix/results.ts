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

/** Seconds, rounded down. */
function wholeSeconds(ns: bigint): Value {
  const seconds = ns / BILLION;
  return intFromBigInt(seconds * BILLION > ns ? seconds - 1n : seconds);
}

/** Seconds as the nearest double to seconds plus nanoseconds. */
function seconds(ns: bigint): Value {
  const whole = ns >= 0n ? ns / BILLION : (ns - BILLION + 1n) / BILLION;
  return float(Number(whole) + 1e-9 * Number(ns - whole * BILLION));
}

export function makeStatResult(stat: Stat): Value {
  const { atimeNs, mtimeNs, ctimeNs } = stat;
  const times = [atimeNs, mtimeNs, ctimeNs];
  return statResult.make([
    int(stat.mode),
    intFromBigInt(stat.ino),
    intFromBigInt(stat.dev),
    int(stat.nlink),
    int(stat.uid),
    int(stat.gid),
    intFromDouble(stat.size),
    ...times.map(wholeSeconds),
    ...times.map(seconds),
    ...times.map(intFromBigInt),
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
