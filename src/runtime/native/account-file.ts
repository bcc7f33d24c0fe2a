// The files of Unix that say who is who: a line an account or group, fields between colons.
import { HostError } from '../../host/error.ts';
import { state } from '../core/state.ts';
import { jsString } from '../objects/str/str.ts';
import { textFromHost } from '../text/host-text.ts';

/** The lines of such a file that have at least `least` fields, without comments; none when there is no such file. */
export function readAccountFile(path: string, least: number): string[][] {
  const text = String(jsString(textFromHost(Uint8Array.from(readBytes(path)))));
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= least);
}

function readBytes(path: string): number[] {
  const { files } = state.interp.host;
  let fd: number;
  try {
    fd = files.open(path, files.constants['O_RDONLY'] ?? 0, 0);
  } catch (error) {
    if (error instanceof HostError) return [];
    throw error;
  }
  const bytes: number[] = [];
  try {
    const buffer = new Uint8Array(8192);
    for (let n = files.read(fd, buffer); n > 0; n = files.read(fd, buffer)) bytes.push(...buffer.subarray(0, n));
  } finally {
    files.close(fd);
  }
  return bytes;
}
