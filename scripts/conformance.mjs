// `npm run conformance -- [options]`: CPython's Lib/test under Taipan, each module in a process of its own.
//
//   (none)            all modules that were recorded on CPython; a listed test that fails ends with status 1
//   --fast            only the modules of tests/conformance/fast.txt (CI)
//   --core            only those of tests/conformance/core.txt
//   --only test_a,b   only these modules
//   --failures        print every test that passes on CPython and not here, with what it said
//   --update          write the lists of passing tests and docs/conformance.md
//   --jobs N          processes at a time (2)      --timeout S   seconds a module (180)
//   --python CMD      run another interpreter, e.g. py314 itself, which must reach 100 %
//   --record-cpython  record what passes on CPython (all modules, or those of --only)
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { readCpython, readModuleList, readPassing, writeCpython, writePassing } from './conformance/lists.mjs';
import { runModule, suiteFolder } from './conformance/run.mjs';
import { readNotes, writeScoreboard } from './conformance/scoreboard.mjs';
import { taipanCommand } from './lib/taipan-command.mjs';
import { installOracle } from './oracle.mjs';

const { values: options } = parseArgs({
  options: {
    fast: { type: 'boolean' },
    core: { type: 'boolean' },
    only: { type: 'string' },
    failures: { type: 'boolean' },
    update: { type: 'boolean' },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '180' },
    python: { type: 'string' },
    'record-cpython': { type: 'boolean' },
  },
});

ensureBuilt();
const oracle = installOracle((line) => console.error(line));
const suite = suiteFolder(oracle.suite);
const cpython = readCpython();
const passing = readPassing();
const notes = readNotes();

if (options['record-cpython']) await recordCpython();
else process.exitCode = (await compare()) ? 0 : 1;

async function recordCpython() {
  const names = options.only ? chosen() : allModules();
  await runAll([oracle.python], names, (module, { results, note }) => {
    const passed = [...results].filter(([, result]) => result.status === 'pass').map(([id]) => id);
    cpython.set(module, new Set(passed));
    writeCpython(cpython);
    console.log(`${module}: ${passed.length} pass of ${results.size}${note ? ` (${note})` : ''}`);
  });
}

async function compare() {
  const reference = options.python !== undefined;
  const command = reference ? (options.python === 'py314' ? [oracle.python] : [options.python]) : taipanCommand();
  if (!command) throw new Error('there is no command line to run yet');
  const broken = [];
  let total = 0;
  let here = 0;
  await runAll(command, chosen(), (module, { results, note }) => {
    const expected = cpython.get(module) ?? new Set();
    const passed = new Set([...expected].filter((id) => results.get(id)?.status === 'pass'));
    total += expected.size;
    here += passed.size;
    console.log(`${module}: ${passed.size} of ${expected.size}${note ? ` (${note})` : ''}`);
    if (options.failures) printFailures(expected, passed, results);
    if (reference) return;
    const lost = [...(passing.get(module) ?? [])].filter((id) => expected.has(id) && !passed.has(id));
    for (const id of lost) broken.push(`${module} ${id}: ${describe(results.get(id))}`);
    const news = [...passed].filter((id) => !passing.get(module)?.has(id)).length;
    if (news > 0 && !options.update) console.log(`  ${news} more than the list has`);
    if (!options.update) return;
    passing.set(module, passed);
    notes.set(module, (note ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' '));
    writePassing(module, passed);
  });
  console.log(
    `${here} of ${total} tests that pass on CPython pass here (${((100 * here) / (total || 1)).toFixed(1)} %)`,
  );
  if (options.update) writeScoreboard({ cpython, passing, notes, floor: readModuleList('core.txt') });
  if (broken.length > 0 && !options.update) console.log(`\nlisted as passing, but not:\n  ${broken.join('\n  ')}`);
  return broken.length === 0 || options.update;
}

async function runAll(command, names, finished) {
  const queue = [...names];
  const timeout = Number(options.timeout) * 1000;
  const worker = async () => {
    for (let module = queue.shift(); module; module = queue.shift()) {
      finished(module, await runModule(command, module, { suite, timeout }));
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
}

function chosen() {
  if (options.only) return options.only.split(',').map((name) => (name.startsWith('test_') ? name : `test_${name}`));
  if (options.fast) return readModuleList('fast.txt');
  if (options.core) return readModuleList('core.txt');
  return [...cpython.keys()];
}

function allModules() {
  return readdirSync(oracle.suite, { withFileTypes: true })
    .filter((entry) => /^test_\w+(\.py)?$/.test(entry.name) && (entry.isDirectory() || entry.name.endsWith('.py')))
    .map((entry) => entry.name.replace('.py', ''))
    .sort();
}

function printFailures(expected, passed, results) {
  for (const id of expected) if (!passed.has(id)) console.log(`  ${id}: ${describe(results.get(id))}`);
}

function describe(result) {
  return result ? `${result.status}${result.detail ? `: ${result.detail}` : ''}` : 'not run';
}
