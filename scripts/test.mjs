// `npm test`: builds what is stale, then runs every *.test.mjs under tests/ with node's own runner.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

if (!existsSync('node_modules')) run('npm', ['ci', '--no-audit', '--no-fund']);
run('npx', ['tsc', '-p', 'tsconfig.json']);
const files = readdirSync('tests', { recursive: true })
  .filter((file) => file.endsWith('.test.mjs'))
  .map((file) => `tests/${file}`);
run(process.execPath, ['--test', ...files]);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
