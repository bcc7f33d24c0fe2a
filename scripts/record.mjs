// Writes down what behaviour tests are measured against.
//
//   node scripts/record.mjs [PATH...]   fill the expectation blocks of the named tests (default: all) from CPython 3.14
//   node scripts/record.mjs --cli       write tests/cli/expected.json from CPython 3.14
//   node scripts/record.mjs --failing   rewrite tests/python/failing.txt and tests/cli/failing.txt from runs on Taipan
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CASES } from '../tests/cli/cases.mjs';
import { EXPECTED, runCase } from './lib/cli-cases.mjs';
import { behaviourTests, FOLDER, judge, readExpectations, runPython, writeExpectations } from './lib/python-files.mjs';
import { hiddenPaths, taipanCommand } from './lib/taipan-command.mjs';
import { installOracle } from './oracle.mjs';

const args = process.argv.slice(2);
if (args[0] === '--failing') await recordFailing();
else if (args[0] === '--cli') await recordCli();
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

async function recordCli() {
  const { python, stdlib } = installOracle((line) => console.error(line));
  const expected = {};
  for (const entry of CASES) {
    expected[entry.name] = await runCase([python], entry, [
      [stdlib, '<stdlib>'],
      [python, '<python>'],
      [join(dirname(dirname(stdlib)), 'bin', 'python3.14'), '<python>'],
    ]);
  }
  writeFileSync(EXPECTED, JSON.stringify(expected, null, 2) + '\n');
}

async function recordFailing() {
  const command = taipanCommand();
  await writeFailing(join(FOLDER, 'failing.txt'), behaviourTests(), async (test) => {
    const file = join(FOLDER, test);
    return judge(await runPython(command, file), readExpectations(file).blocks) !== undefined;
  });
  const expected = JSON.parse(readFileSync(EXPECTED, 'utf8'));
  const names = CASES.map(({ name }) => name);
  await writeFailing(join(dirname(EXPECTED), 'failing.txt'), names, async (name) => {
    const result = await runCase(command, CASES[names.indexOf(name)], hiddenPaths());
    return JSON.stringify(result) !== JSON.stringify(expected[name]);
  });
}

/** Keeps the comments of a list file and replaces its entries by those of `names` that fail. */
async function writeFailing(path, names, fails) {
  const head = readFileSync(path, 'utf8')
    .match(/^#.*\n/gm)
    .join('');
  const failing = [];
  for (const name of names) if (await fails(name)) failing.push(name);
  writeFileSync(path, head + failing.map((name) => `${name}\n`).join(''));
  console.log(`${failing.length} of ${names.length} fail: ${path}`);
}
