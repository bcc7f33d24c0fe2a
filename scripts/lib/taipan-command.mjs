// How the scripts and tests start Taipan as a program: the command's own file, with the node flags that bin/launch.sh gives.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './python-files.mjs';

const ENTRY = join(root, 'bin', 'taipan.mjs');

/** The words that start Taipan, or undefined while there is no command line. */
export function taipanCommand() {
  return existsSync(ENTRY) ? [process.execPath, ...nodeFlags(), ENTRY] : undefined;
}

/** The flags that the command gives to node. */
export function nodeFlags() {
  const [, flags] = /^flags="(.*)"$/m.exec(readFileSync(join(root, 'bin', 'launch.sh'), 'utf8'));
  return flags.split(/\s+/);
}

/** Paths in Taipan's output that differ from machine to machine: `[path, name]`. */
export function hiddenPaths() {
  return [
    [join(root, 'build', 'stdlib'), '<stdlib>'],
    [ENTRY, '<python>'],
    [process.execPath, '<python>'],
  ];
}
