// `npm start -- program.py [args]`: builds what is stale, then runs the command line in this same process.
import { ensureBuilt } from './build.mjs';

ensureBuilt();
const entry = new URL('../bin/taipan.mjs', import.meta.url);
process.argv[1] = entry.pathname;
await import(entry.href);
