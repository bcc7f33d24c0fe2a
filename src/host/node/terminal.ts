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
    const speed = cflag & CBAUD;
    return { iflag, oflag, cflag, lflag, ispeed: speed, ospeed: speed, cc: Uint8Array.from(cc) };
  }

  setAttributes(fd: number, when: number, attributes: TerminalAttributes): void {
    const { iflag, oflag, lflag, cc, ospeed } = attributes;
    const cflag = (attributes.cflag & ~CBAUD) | (ospeed & CBAUD);
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
