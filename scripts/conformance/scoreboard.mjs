// docs/conformance.md: how many of the tests that pass on CPython pass here, module by module.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/python-files.mjs';

const PATH = join(root, 'docs', 'conformance.md');
const HEAD = `# Conformance

CPython's own test suite (Lib/test) run under Taipan: of the single tests that pass on CPython 3.14, how many pass here.
\`npm run conformance\` runs it, \`npm run conformance -- --update\` rewrites this page and the lists in
\`tests/conformance/\`. A note says what kept a module from running to its end. Modules without a row have not been run.

Stand-ins are in \`scripts/conformance/support/\`: \`_testlimitedcapi\` (sequence and attribute functions in plain Python, for test_bytes and
test_class) and \`_testinternalcapi\` (two functions, for test_class and test_exceptions); tests that ask more of CPython's C API fail. \`test.support\` is
CPython's, but for one question: "were tracebacks' columns switched off?" is answered no.
`;

/** Notes of modules that the page already has: `Map(module -> note)`. */
export function readNotes() {
  const notes = new Map();
  try {
    for (const match of readFileSync(PATH, 'utf8').matchAll(/^\| (test_\w+) \|.*\| (.*) \|$/gm))
      notes.set(match[1], match[2]);
  } catch {
    // no page yet
  }
  return notes;
}

export function writeScoreboard({ cpython, passing, notes, floor }) {
  const modules = [...cpython.keys()].filter((module) => passing.has(module) || notes.has(module)).sort();
  const row = (name, total, ours, note) => `| ${name} | ${total} | ${ours} | ${percent(ours, total)} | ${note} |`;
  const count = (names) => {
    const total = sum(names, (name) => cpython.get(name)?.size ?? 0);
    return [total, sum(names, (name) => passing.get(name)?.size ?? 0)];
  };
  const language = [...floor];
  const text = [
    HEAD,
    '| modules | pass on CPython | pass here | | |',
    '| --- | ---: | ---: | ---: | --- |',
    row('language and core library (tests/conformance/core.txt)', ...count(language), ''),
    row('all that were run', ...count(modules), ''),
    '',
    '| module | pass on CPython | pass here | | note |',
    '| --- | ---: | ---: | ---: | --- |',
    ...modules.map((name) => row(name, ...count([name]), notes.get(name) ?? '')),
    '',
  ];
  writeFileSync(PATH, text.join('\n'));
}

function percent(part, whole) {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

function sum(names, value) {
  return names.reduce((total, name) => total + value(name), 0);
}
