// Completes package-lock.json: `npm install` leaves the optional packages of other platforms out of the lock when the
// registry it talks to does not carry them, and `npm ci` then refuses the whole lock. Each such package gets an entry
// with its version and platform (read from its name). Run after changing dependencies: `node scripts/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key]) continue;
    lock.packages[key] = platformEntry(name, range.replace(/^[~^]/, ''), parent);
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
console.log(`package-lock.json: ${added} entries added`);

function platformEntry(name, version, parent) {
  const words = name.split(/[-/]/);
  const os = OS.find((word) => words.includes(word));
  const cpu = CPU.find((word) => words.includes(word));
  const entry = { version };
  if (cpu) entry.cpu = [cpu];
  if (parent.dev) entry.dev = true;
  if (words.includes('musl')) entry.libc = ['musl'];
  if (words.includes('gnu')) entry.libc = ['glibc'];
  if (parent.license) entry.license = parent.license;
  entry.optional = true;
  if (os) entry.os = [os];
  return entry;
}
