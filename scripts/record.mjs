// Writes down what behaviour tests are measured against.
//
//   node scripts/record.mjs [PATH...]   fill the expectation blocks of the named tests (default: all) from CPython 3.14
//   node scripts/record.mjs --failing   rewrite tests/python/failing.txt from a run on Taipan
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { behaviourTests, FOLDER, judge, readExpectations, runPython, writeExpectations } from './lib/python-files.mjs';
import { taipanCommand } from './lib/taipan-command.mjs';
import { installOracle } from './oracle.mjs';

const args = process.argv.slice(2);
if (args[0] === '--failing') await recordFailing();
else
  await recordExpectations(
    args.length > 0 ? args.map((path) => resolve(path)) : behaviourTests().map((path) => join(FOLDER, path)),
  );

async function recordExpectations(files) {
  const { python } = installOracle((line) => console.error(line));
  for (const file of files) {
    const { program, blocks } = readExpectations(file);
    if (Object.keys(blocks).length === 0) continue;
    const { status, stdout, stderr } = await runPython([python], file);
    if (status !== (blocks.traceback === undefined ? 0 : 1) || / at 0x[0-9a-f]{8}/.test(stdout)) {
      console.error(`${file}: status ${status}, or an address in its output: not recorded\n${stderr}`);
      process.exitCode = 1;
      continue;
    }
    if ('stdout' in blocks) blocks.stdout = stdout;
    if ('traceback' in blocks) blocks.traceback = stderr;
    const text = writeExpectations(program, blocks);
    if (text === readFileSync(file, 'utf8')) continue;
    writeFileSync(file, text);
    console.log(`recorded ${file}`);
  }
}

async function recordFailing() {
  const path = join(FOLDER, 'failing.txt');
  const head = readFileSync(path, 'utf8')
    .match(/^#.*\n/gm)
    .join('');
  const command = taipanCommand();
  const failing = [];
  for (const test of behaviourTests()) {
    const file = join(FOLDER, test);
    if (judge(await runPython(command, file), readExpectations(file).blocks) !== undefined) failing.push(test);
  }
  writeFileSync(path, head + failing.map((test) => `${test}\n`).join(''));
  console.log(`${failing.length} of ${behaviourTests().length} behaviour tests fail on Taipan`);
}
