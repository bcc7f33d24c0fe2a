// The clock capability. Instants and spans are nanoseconds; only `local` knows about calendars.

/** What is in force in a time zone at one instant. */
export interface ZoneInstant {
  /** Seconds east of Greenwich. */
  readonly offset: number;
  readonly isDst: boolean;
  readonly abbreviation: string;
}

/** A time zone: the rule behind localtime(3). */
export interface TimeZone {
  /** What is in force at `seconds` since the epoch. */
  at(seconds: number): ZoneInstant;
}

export interface Clock {
  /** Wall clock. */
  timeNs(): bigint;
  /** Never goes back; also the performance counter. */
  monotonicNs(): bigint;
  /** CPU time of the process. */
  processTimeNs(): bigint;
  /** CPU time of this thread. */
  threadTimeNs(): bigint;
  /** Blocks for so long. Returns false when a signal ended the wait early. */
  sleep(ns: bigint): boolean;
  /** The zone that the value of TZ names (`undefined`: TZ is not set, so the system's own zone). */
  zone(tz: string | undefined): TimeZone;
}
