// The local time zone of an interpreter: what `time.tzset()` has read last. CPython leaves it to the C library.
import type { TimeZone } from '../../host/clock.ts';
import type { Interpreter } from './interpreter.ts';

const ZONE: unique symbol = Symbol('local zone');

export function localZone(interp: Interpreter): TimeZone {
  return (interp.states.get(ZONE) as TimeZone | undefined) ?? readLocalZone(interp);
}

/** Asks the environment anew. CPython: tzset() */
export function readLocalZone(interp: Interpreter): TimeZone {
  const zone = interp.host.clock.zone(interp.host.process.env.get('TZ'));
  interp.states.set(ZONE, zone);
  return zone;
}
