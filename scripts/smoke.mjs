// A quick look before a change lands: the command line still runs a program. Seconds, not minutes.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { taipanCommand } from './lib/taipan-command.mjs';

const command = taipanCommand();
if (command) {
  const program = 'print("smoke", sum(n * n for n in range(10)))';
  const { status, stdout, stderr } = spawnSync(command[0], [...command.slice(1), '-c', program], { encoding: 'utf8' });
  assert.equal(stdout, 'smoke 285\n', stderr);
  assert.equal(status, 0, stderr);
}
