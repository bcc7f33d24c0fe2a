/// <reference types="node" />
// The clock on Node. Date.now() has milliseconds only, so the wall clock is the monotonic one plus an offset that is set anew
// whenever Date.now() disagrees by more than a step (the system clock was moved).

import { readFileSync } from 'node:fs';
import type { Clock, TimeZone } from '../clock.ts';
import type { Signals } from '../signals.ts';
import { zoneForVariable } from '../timezone/zone.ts';

const ZONE_DIRECTORIES = ['/usr/share/zoneinfo/', '/usr/lib/zoneinfo/', '/usr/share/lib/zoneinfo/'];
const MAX_DRIFT_NS = 4_000_000;

export class NodeClock implements Clock {
  readonly #signals: Signals;
  /** Wall time minus hrtime, in nanoseconds. */
  #wallOffset = 0n;

  constructor(signals: Signals) {
    this.#signals = signals;
    const originNs = BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;
    this.#wallOffset = originNs - process.hrtime.bigint();
  }

  timeNs(): bigint {
    const now = process.hrtime.bigint() + this.#wallOffset;
    const drift = Number(now) - Date.now() * 1e6;
    if (drift > -MAX_DRIFT_NS && drift < MAX_DRIFT_NS) return now;
    const reset = BigInt(Date.now()) * 1_000_000n;
    this.#wallOffset = reset - process.hrtime.bigint();
    return reset;
  }

  monotonicNs(): bigint {
    return process.hrtime.bigint();
  }

  processTimeNs(): bigint {
    const { user, system } = process.cpuUsage();
    return BigInt(user + system) * 1000n;
  }

  threadTimeNs(): bigint {
    try {
      return BigInt(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]!);
    } catch {
      return this.processTimeNs();
    }
  }

  sleep(ns: bigint): boolean {
    const end = process.hrtime.bigint() + ns;
    for (;;) {
      const left = end - process.hrtime.bigint();
      if (left <= 0n) return true;
      if (this.#signals.wait(Math.min(Number(left) / 1e6, 0x7fffffff))) return false;
    }
  }

  zone(tz: string | undefined): TimeZone {
    return zoneForVariable(tz, loadZone);
  }
}

function loadZone(name: string): Uint8Array | undefined {
  const candidates = name.startsWith('/') ? [name] : ZONE_DIRECTORIES.map((directory) => directory + name);
  for (const path of candidates) {
    try {
      return readFileSync(path);
    } catch {
      // The next directory may have it.
    }
  }
  return undefined;
}
