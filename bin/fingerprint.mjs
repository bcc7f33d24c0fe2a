// The name of a state of the compiler: everything compiled ahead or kept in `__pycache__` carries it, and what carries
// another one is compiled anew.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides how a unit looks, below dist/. */
const DECIDES = ['compiler', 'contract', 'unicode', 'api/compiler.js'];

/** A digest of the compiler below `dist`, whole contents: times and sizes could deceive. */
export function compilerFingerprint(dist) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (path.endsWith('.js')) hash.update(`${path}\n`).update(readFileSync(join(dist, path)));
    else if (!/\.\w+$/.test(path)) for (const name of readdirSync(join(dist, path)).sort()) visit(`${path}/${name}`);
  };
  for (const path of DECIDES) visit(path);
  return hash.digest('hex').slice(0, 32);
}
