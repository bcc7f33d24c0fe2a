// Compiles ahead the modules that every start needs before files can be imported (FROZEN of src/api/library.ts), to
// build/frozen/NAME.json. Also throws away what earlier compilers left in __pycache__ folders of the library.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSource } from '../dist/api/compiler.js';
import { FROZEN, frozenFilename } from '../dist/api/library.js';

const build = join(dirname(dirname(fileURLToPath(import.meta.url))), 'build');
const library = join(build, 'stdlib');
const folder = join(build, 'frozen');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, path] of FROZEN) {
  const unit = compileSource(readFileSync(join(library, path)), frozenFilename(path), 'exec');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(unit));
}
for (const entry of readdirSync(library, { recursive: true, withFileTypes: true })) {
  if (entry.name === '__pycache__') rmSync(join(entry.parentPath, entry.name), { recursive: true });
}
writeFileSync(join(folder, 'stamp'), '');
