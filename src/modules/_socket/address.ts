// Internet addresses as text and bytes. CPython: Modules/socketmodule.c (inet_aton, inet_pton), which asks the C library

const DOTTED = /^\d{1,3}(\.\d{1,3}){3}$/;

/** inet_aton(3): one to four parts, decimal, octal or hexadecimal, the last as wide as what is left. */
export function parseLooseIpv4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  const values = parts.map(cNumber);
  const last = values.pop()!;
  const room = 4 - values.length;
  if (last === undefined || last >= 256 ** room) return undefined;
  const bytes = new Uint8Array(4);
  for (const [i, value] of values.entries()) {
    if (value === undefined || value > 255) return undefined;
    bytes[i] = value;
  }
  for (let i = 3, rest = last; i >= values.length; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

function cNumber(text: string): number | undefined {
  if (/^0x[0-9a-f]+$/i.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

export function parseIpv4(text: string): Uint8Array | undefined {
  if (!DOTTED.test(text)) return undefined;
  const values = text.split('.').map(Number);
  return values.every((value) => value < 256) ? Uint8Array.from(values) : undefined;
}

export function formatIpv4(bytes: Uint8Array): string {
  return bytes.join('.');
}

/** inet_pton(3) for IPv6: groups, at most one `::`, perhaps an IPv4 address at the end. */
export function parseIpv6(text: string): Uint8Array | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half, i) => groupsOf(half, i === halves.length - 1));
  if (groups.includes(undefined)) return undefined;
  const [head, tail = []] = groups as number[][];
  const missing = 8 - head!.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...head!, ...new Array<number>(missing).fill(0), ...tail];
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 255]));
}

function groupsOf(text: string, isLast: boolean): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const groups: number[] = [];
  for (const [i, part] of parts.entries()) {
    const ipv4 = isLast && i === parts.length - 1 ? parseIpv4(part) : undefined;
    if (ipv4 !== undefined) groups.push(ipv4[0]! * 256 + ipv4[1]!, ipv4[2]! * 256 + ipv4[3]!);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** inet_ntop(3) for IPv6: the longest run of two or more zero groups becomes `::`. */
export function formatIpv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => bytes[2 * i]! * 256 + bytes[2 * i + 1]!);
  const [start, length] = longestZeros(groups);
  const hex = (part: number[]): string => part.map((group) => group.toString(16)).join(':');
  if (start === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff))) {
    return `::${length === 5 ? 'ffff:' : ''}${formatIpv4(bytes.subarray(12))}`;
  }
  if (length < 2) return hex(groups);
  return `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function longestZeros(groups: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [0, 0];
  for (let i = 0; i < groups.length; i++) {
    let end = i;
    while (groups[end] === 0) end++;
    if (end - i > best[1]) best = [i, end - i];
  }
  return best;
}
