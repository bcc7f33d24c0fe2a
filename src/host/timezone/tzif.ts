// TZif files (RFC 9636), the compiled form of the tz database under /usr/share/zoneinfo.

import type { TimeZone, ZoneInstant } from '../clock.ts';
import { parsePosixZone } from './posixRule.ts';

interface Header {
  readonly version: number;
  readonly isUtCount: number;
  readonly isStdCount: number;
  readonly leapCount: number;
  readonly timeCount: number;
  readonly typeCount: number;
  readonly charCount: number;
}

const HEADER_SIZE = 44;

/** Parses a TZif file; `undefined` when the bytes are none. */
export function parseTzif(bytes: Uint8Array): TimeZone | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readHeader(view, 0);
  if (!first) return undefined;
  if (first.version < 0x32) return new TzifZone(view, HEADER_SIZE, first, 4);
  const second = HEADER_SIZE + bodySize(first, 4);
  const header = readHeader(view, second);
  return header && new TzifZone(view, second + HEADER_SIZE, header, 8);
}

function readHeader(view: DataView, at: number): Header | undefined {
  if (view.byteLength < at + HEADER_SIZE || view.getUint32(at) !== 0x545a6966) return undefined;
  return {
    version: view.getUint8(at + 4),
    isUtCount: view.getUint32(at + 20),
    isStdCount: view.getUint32(at + 24),
    leapCount: view.getUint32(at + 28),
    timeCount: view.getUint32(at + 32),
    typeCount: view.getUint32(at + 36),
    charCount: view.getUint32(at + 40),
  };
}

function bodySize(header: Header, timeSize: number): number {
  return (
    header.timeCount * (timeSize + 1) +
    header.typeCount * 6 +
    header.charCount +
    header.leapCount * (timeSize + 4) +
    header.isStdCount +
    header.isUtCount
  );
}

class TzifZone implements TimeZone {
  readonly #times: number[] = [];
  readonly #indexes: number[] = [];
  readonly #types: ZoneInstant[] = [];
  readonly #rule: TimeZone | undefined;
  /** What holds before the first transition: the first standard type. */
  readonly #before: ZoneInstant;

  constructor(view: DataView, at: number, header: Header, timeSize: 4 | 8) {
    const size = bodySize(header, timeSize);
    const indexesAt = at + header.timeCount * timeSize;
    for (let i = 0; i < header.timeCount; i++) {
      this.#times.push(timeSize === 8 ? Number(view.getBigInt64(at + i * 8)) : view.getInt32(at + i * 4));
      this.#indexes.push(view.getUint8(indexesAt + i));
    }
    const typesAt = indexesAt + header.timeCount;
    const namesAt = typesAt + header.typeCount * 6;
    for (let i = 0; i < header.typeCount; i++) {
      const type = typesAt + i * 6;
      this.#types.push({
        offset: view.getInt32(type),
        isDst: view.getUint8(type + 4) !== 0,
        abbreviation: cString(view, namesAt + view.getUint8(type + 5)),
      });
    }
    this.#before = this.#types.find((type) => !type.isDst) ?? this.#types[0]!;
    this.#rule = timeSize === 8 ? parsePosixZone(footer(view, at + size)) : undefined;
  }

  at(seconds: number): ZoneInstant {
    const times = this.#times;
    if (times.length === 0) return this.#rule?.at(seconds) ?? this.#before;
    if (seconds < times[0]!) return this.#before;
    if (this.#rule && seconds >= times[times.length - 1]!) return this.#rule.at(seconds);
    let low = 0;
    let high = times.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= seconds) low = middle;
      else high = middle;
    }
    return this.#types[this.#indexes[low]!]!;
  }
}

function cString(view: DataView, at: number): string {
  let text = '';
  for (let code = view.getUint8(at); code !== 0; code = view.getUint8(++at)) text += String.fromCharCode(code);
  return text;
}

function footer(view: DataView, at: number): string {
  let text = '';
  for (let i = at + 1; i < view.byteLength && view.getUint8(i) !== 10; i++)
    text += String.fromCharCode(view.getUint8(i));
  return text;
}
