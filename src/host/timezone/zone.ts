// From the value of TZ to a zone, the way tzset(3) of the GNU C library reads it.

import type { TimeZone } from '../clock.ts';
import { parsePosixZone } from './posixRule.ts';
import { parseTzif } from './tzif.ts';

/** How a zone file is got: an absolute path or a name such as `Europe/Berlin`; `undefined` when there is none. */
export type ZoneLoader = (name: string) => Uint8Array | undefined;

/** The zone for a TZ value; `undefined` is TZ not set. */
export function zoneForVariable(tz: string | undefined, load: ZoneLoader): TimeZone {
  if (tz === '') return fixedZone('UTC');
  const name = tz === undefined ? '/etc/localtime' : tz.startsWith(':') ? tz.slice(1) : tz;
  const file = name.includes('..') ? undefined : load(name);
  const zone = (file && parseTzif(file)) ?? (tz === undefined ? undefined : parsePosixZone(name));
  if (zone) return zone;
  const letters = tz === undefined ? undefined : /^[A-Za-z]{3,}/.exec(name)?.[0];
  return fixedZone(letters ?? (tz === undefined ? 'UTC' : ''));
}

/** UTC under some name. */
export function fixedZone(abbreviation: string): TimeZone {
  const instant = { offset: 0, isDst: false, abbreviation };
  return { at: () => instant };
}
