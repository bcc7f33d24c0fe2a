// The world as the engine sees it: one capability per field. `memory` is the default for embedding, `node` is what the command
// line passes. What a host cannot do is absent, never faked.

import type { Clock } from './clock.ts';
import type { Entropy } from './entropy.ts';
import type { ErrnoTable } from './errno.ts';
import type { Files } from './files.ts';
import type { Process } from './process.ts';
import type { Profiler } from './profiler.ts';
import type { Signals } from './signals.ts';
import type { Terminal } from './terminal.ts';

export interface Host {
  readonly files: Files;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly process: Process;
  readonly signals: Signals;
  readonly terminal?: Terminal;
  readonly profiler?: Profiler;
  readonly errnos: ErrnoTable;
}
