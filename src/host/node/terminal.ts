/// <reference types="node" />
// The terminal on Node. Raw bytes of struct termios come from stty(1), the only way to them without native code: its -g form is
// the structure in hexadecimal. A call costs some milliseconds, which line editing pays twice a line.

import { spawnSync } from 'node:child_process';
import { isatty } from 'node:tty';
import type { Terminal, TerminalAttributes } from '../terminal.ts';
import { nodeHostError } from './errors.ts';
import type { DescriptorTable } from './files/table.ts';

/** CBAUD of Linux: the speed bits of c_cflag. */
const CBAUD = 0o010017;
/** Bits per second by those bits; 0o10001 and above go on from 57600. */
const SPEEDS = [0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200, 38400];
const FAST_SPEEDS = [57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000, 1500000, 2000000];
const ICANON_WAIT_FLUSH = 2;

export class NodeTerminal implements Terminal {
  readonly #table: DescriptorTable;

  constructor(table: DescriptorTable) {
    this.#table = table;
  }

  size(fd: number): { columns: number; rows: number } {
    const [rows, columns] = this.#stty(fd, 'size').trim().split(' ').map(Number);
    return { columns: columns ?? 0, rows: rows ?? 0 };
  }

  getAttributes(fd: number): TerminalAttributes {
    const words = this.#stty(fd, '-g')
      .trim()
      .split(':')
      .map((word) => Number.parseInt(word, 16));
    const [iflag = 0, oflag = 0, cflag = 0, lflag = 0, ...cc] = words;
    const code = cflag & CBAUD;
    const speed = (code < 16 ? SPEEDS[code] : FAST_SPEEDS[code - 0o010001]) ?? 0;
    return { iflag, oflag, cflag, lflag, ispeed: speed, ospeed: speed, cc: Uint8Array.from(cc) };
  }

  setAttributes(fd: number, when: number, attributes: TerminalAttributes): void {
    const { iflag, oflag, cflag, lflag, cc } = attributes;
    const words = [iflag, oflag, cflag, lflag, ...cc].map((word) => (word >>> 0).toString(16));
    // stty always waits for output to drain; what TCSAFLUSH also throws away, typed-ahead input, stays.
    if (when < 0 || when > ICANON_WAIT_FLUSH) throw nodeHostError('EINVAL');
    this.#stty(fd, words.join(':'));
  }

  #stty(fd: number, argument: string): string {
    const { real } = this.#table.get(fd);
    if (!isatty(real)) throw nodeHostError('ENOTTY');
    const { status, stdout } = spawnSync('stty', [argument], { stdio: [real, 'pipe', 'ignore'] });
    if (status !== 0) throw nodeHostError('EINVAL');
    return stdout.toString('latin1');
  }
}
