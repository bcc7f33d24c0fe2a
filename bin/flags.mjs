// Node's flags for Taipan, as bin/launch.sh names them: a shell script cannot read them from here.
import { readFileSync } from 'node:fs';

/** The flags that the command gives to node. */
export function nodeFlags() {
  const [, flags] = /^flags="(.*)"$/m.exec(readFileSync(new URL('launch.sh', import.meta.url), 'utf8'));
  return flags.split(/\s+/);
}
