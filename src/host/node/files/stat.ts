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

/** Seconds for utimes, which takes a double: exact to about 0.2 microseconds in this century. */
export function nsToSeconds(ns: bigint): number {
  return Number(ns) / 1e9;
}
