// How the scripts and tests start Taipan as a program: the command's own file, with the node flags that bin/launch.sh gives.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFlags } from '../../bin/flags.mjs';
import { root } from './python-files.mjs';

const ENTRY = join(root, 'bin', 'taipan.mjs');

/** The words that start Taipan, or undefined while there is no command line. */
export function taipanCommand() {
  return existsSync(ENTRY) ? [process.execPath, ...nodeFlags(), ENTRY] : undefined;
}

/** Paths in Taipan's output that differ from machine to machine: `[path, name]`. */
export function hiddenPaths() {
  return [
    [join(root, 'build', 'stdlib'), '<stdlib>'],
    [ENTRY, '<python>'],
    [process.execPath, '<python>'],
  ];
}
