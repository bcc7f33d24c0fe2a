// A clock that only moves when it is told to, or when somebody sleeps; or one that follows a function.

import type { Clock, TimeZone } from '../clock.ts';
import type { Signals } from '../signals.ts';
import { type ZoneLoader, zoneForVariable } from '../timezone/zone.ts';

export interface MemoryClockOptions {
  /** Where the wall clock starts: nanoseconds since the epoch. */
  readonly startNs?: bigint;
  /** Nanoseconds since the host was made; absent: the clock stands still and sleeping moves it. */
  readonly elapsedNs?: () => bigint;
  /** TZif files by name; absent: only TZ values that are rules. */
  readonly zones?: ZoneLoader;
}

export class MemoryClock implements Clock {
  readonly #options: MemoryClockOptions;
  readonly #signals: Signals;
  #slept = 0n;

  constructor(options: MemoryClockOptions, signals: Signals) {
    this.#options = options;
    this.#signals = signals;
  }

  timeNs(): bigint {
    return (this.#options.startNs ?? 0n) + this.monotonicNs();
  }

  monotonicNs(): bigint {
    return (this.#options.elapsedNs?.() ?? 0n) + this.#slept;
  }

  processTimeNs(): bigint {
    return this.#options.elapsedNs?.() ?? 0n;
  }

  threadTimeNs(): bigint {
    return this.processTimeNs();
  }

  sleep(ns: bigint): boolean {
    if (this.#signals.wait(0)) return false;
    this.#slept += ns;
    return true;
  }

  zone(tz: string | undefined): TimeZone {
    return zoneForVariable(tz, this.#options.zones ?? (() => undefined));
  }
}
