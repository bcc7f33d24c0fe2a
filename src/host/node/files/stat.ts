/// <reference types="node" />
// Node's BigIntStats as our Stat, and times for its utimes calls.

import type { BigIntStats } from 'node:fs';
import type { Stat } from '../../files.ts';

const HAS_BIRTHTIME = process.platform !== 'linux';

export function toStat(stats: BigIntStats): Stat {
  return {
    mode: Number(stats.mode),
    ino: stats.ino,
    dev: stats.dev,
    nlink: Number(stats.nlink),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    rdev: stats.rdev,
    size: Number(stats.size),
    blksize: Number(stats.blksize),
    blocks: Number(stats.blocks),
    atimeNs: stats.atimeNs,
    mtimeNs: stats.mtimeNs,
    ctimeNs: stats.ctimeNs,
    ...(HAS_BIRTHTIME ? { birthtimeNs: stats.birthtimeNs } : undefined),
  };
}

const SECOND = 1_000_000_000n;

/**
 * Seconds for utimes, which takes a double, exact to 0.2 microseconds in this century. Some engines cut it off at a microsecond: one that came out
 * a little low is raised.
 */
export function nsToSeconds(ns: bigint): number {
  const seconds = Number(ns) / 1e9;
  const fraction = (seconds - Math.floor(seconds)) * 1e9;
  return Math.floor(fraction / 1000) < Math.floor(Number(ns % SECOND) / 1000) ? seconds + 2.4e-7 : seconds;
}
