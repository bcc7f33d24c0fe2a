// The terminal capability: what goes beyond reading and writing a descriptor.

/** struct termios: four flag words, control characters, speeds in bits per second (which setting leaves as they are). */
export interface TerminalAttributes {
  readonly iflag: number;
  readonly oflag: number;
  readonly cflag: number;
  readonly lflag: number;
  readonly ispeed: number;
  readonly ospeed: number;
  readonly cc: Uint8Array;
}

export interface Terminal {
  /** ENOTTY when the descriptor is no terminal. */
  size(fd: number): { readonly columns: number; readonly rows: number };
  /** tcgetattr. */
  getAttributes(fd: number): TerminalAttributes;
  /** tcsetattr; `when` is TCSANOW 0, TCSADRAIN 1, TCSAFLUSH 2. */
  setAttributes(fd: number, when: number, attributes: TerminalAttributes): void;
}
