// How the scripts and tests start Taipan as a program: the command line's own entry, under this node.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './python-files.mjs';

const ENTRY = join(root, 'bin', 'taipan.mjs');

const LAUNCHER = join(root, 'bin', 'taipan-dev.mjs');

/** The words that start Taipan: the command line, or the bare launcher while there is none. */
export function taipanCommand() {
  if (existsSync(ENTRY)) return [process.execPath, ENTRY];
  return existsSync(LAUNCHER) ? [process.execPath, '--stack-size=7600', LAUNCHER] : undefined;
}

/** Paths in Taipan's output that differ from machine to machine: `[path, name]`. */
export function hiddenPaths() {
  return [
    [join(root, 'build', 'stdlib'), '<stdlib>'],
    [ENTRY, '<python>'],
    [process.execPath, '<python>'],
  ];
}
