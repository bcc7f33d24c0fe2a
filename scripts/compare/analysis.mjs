// Compares analysis with CPython's over whole files: symbol tables, code objects' names and flags, errors, warnings.
//   node scripts/compare/analysis.mjs [--table] [--max N] [file or folder ...]     default: the oracle's library and tests
//   node scripts/compare/analysis.mjs --strings [file or folder ...]     the programs in string literals of those files
//   node scripts/compare/analysis.mjs --record                           what tests/unit/analysis expects, from CPython
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { walk } from '../../dist/compiler/1-syntax/ast/walk.js';
import { analyze } from '../../dist/compiler/2-analysis/analyze.js';
import { SCOPE_NUMBERS, SCOPE_OFFSET } from '../../dist/compiler/2-analysis/scope.js';
import { findOracle } from '../oracle.mjs';
import { reviveTree } from './tree.mjs';

const TYPES = {
  typevariable: 'type variable',
  typealias: 'type alias',
  typeparams: 'type parameters',
  lambda: 'function',
  comprehension: 'function',
};

/** A scope in the form dump_analysis.py prints. */
export function tableOf(scope) {
  return {
    type: TYPES[scope.kind] ?? scope.kind,
    name: scope.name,
    lineno: scope.lineno,
    nested: scope.isNested,
    varnames: [...scope.symbols.values()].filter((s) => s.isParameter).map((s) => s.name),
    symbols: symbolsOf(scope),
    children: scope.children.map(tableOf),
  };
}

function symbolsOf(scope) {
  const rows = [...scope.symbols.values()].map((s) => [s.name, s.flags | (SCOPE_NUMBERS[s.scope] << SCOPE_OFFSET)]);
  return Object.fromEntries(rows);
}

/** A scope's code object in the form dump_analysis.py prints. */
export function codeOf(scope, futureFeatures) {
  const { kwonly } = scope.params;
  return [
    scope.codeName,
    scope.qualname,
    scope.firstLineno,
    scope.varnames,
    scope.cellvars,
    scope.freevars,
    scope.codeFlags | futureFeatures,
    scope.argumentCount,
    scope.positionalOnlyCount,
    kwonly.length,
    scope.staticAttributes,
  ];
}

export function runAnalysis(tree, options = {}) {
  const warnings = [];
  const warn = (w) => warnings.push([w.message, w.lineno]);
  try {
    const analysis = analyze(tree, { filename: '<s>', warn, ...options });
    return { analysis, error: null, warnings };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { error: [error.message, error.lineno, error.offset, error.endLineno, error.endOffset], warnings };
  }
}

/** Differences between CPython's answer and ours, as lines of text. */
export function differences(expected, only = {}, tree = reviveTree(expected.tree)) {
  const ours = runAnalysis(tree);
  const found = [];
  const check = (what, theirs, mine) => {
    const [a, b] = [JSON.stringify(theirs), JSON.stringify(mine)];
    if (a !== b) found.push(`${what}\n    CPython ${a}\n    ours    ${b}`);
  };
  check('error', expected.error, ours.error);
  if (!only.table) check('warnings', expected.warnings, ours.warnings);
  if (ours.analysis && expected.table) compareTables(expected.table, tableOf(ours.analysis.top), '', check);
  if (ours.analysis && expected.codes && !only.table) compareCodes(expected.codes, ours.analysis, found);
  if (ours.analysis && expected.loads && !only.table) compareLoads(expected.loads, ours.analysis, found, only.totals);
  return found;
}

/** A load that CPython checks must not be one of ours that needs no check. */
function compareLoads({ checked, plain }, analysis, found, totals) {
  const bound = new Set([...analysis.boundNames].map((n) => `${n.lineno}:${n.col_offset}:${n.id}`));
  const lenient = overChecked(analysis);
  for (const [line, column, name] of checked) {
    if (bound.has(`${line}:${column}:${name}`) && !lenient.has(name))
      found.push(`${name} at ${line}:${column} may be unbound`);
  }
  if (!totals) return;
  totals.checked += checked.length;
  totals.plain += plain.length;
  for (const at of plain) if (bound.has(at.join(':'))) totals.shared++;
}

/**
 * Names that CPython checks where it need not: bound by `with ... as name` (it takes the store for one that may fail), saved
 * and restored around an inlined comprehension, or beyond the 64th local.
 */
function overChecked(analysis) {
  const names = new Set();
  for (const node of walk(analysis.top.node)) {
    if (node.nodeType === 'withitem' && node.optional_vars?.nodeType === 'Name') names.add(node.optional_vars.id);
  }
  for (const scope of analysis.scopes()) {
    if (scope.inlined) for (const name of scope.symbols.keys()) names.add(name);
    for (const name of scope.varnames.slice(64)) names.add(name);
  }
  return names;
}

function compareTables(theirs, mine, path, check) {
  const where = `${path}/${theirs.name}:${theirs.lineno}`;
  const head = ({ type, name, lineno, nested, varnames }) => ({ type, name, lineno, nested, varnames });
  check(`scope ${where}`, head(theirs), head(mine));
  const sorted = (symbols) => Object.entries(symbols).sort(([a], [b]) => (a < b ? -1 : 1));
  check(`symbols ${where}`, sorted(theirs.symbols), sorted(mine.symbols));
  check(`children ${where}`, theirs.children.length, mine.children.length);
  for (const [i, child] of theirs.children.entries()) {
    if (mine.children[i]) compareTables(child, mine.children[i], where, check);
  }
}

/** Every code object of theirs must be one of ours; ours may be more (CPython drops unreachable ones). */
function compareCodes(theirs, analysis, found) {
  const mine = new Map();
  for (const scope of analysis.scopes()) {
    const row = codeOf(scope, analysis.future.features);
    const key = `${row[1]}:${row[2]}`;
    if (!mine.has(key)) mine.set(key, new Set());
    mine.get(key).add(JSON.stringify(row));
  }
  for (const row of theirs) {
    let candidates = mine.get(`${row[1]}:${row[2]}`) ?? new Set();
    if (row.at(-1) === null) candidates = new Set([...candidates].map(withoutLast));
    const text = JSON.stringify(row);
    if (!candidates.has(text))
      found.push(`code\n    CPython ${text}\n    ours    ${[...candidates].join('\n            ')}`);
  }
}

function withoutLast(text) {
  return JSON.stringify([...JSON.parse(text).slice(0, -1), null]);
}

/** Asks CPython about one program after another; yields { request, ...answer }. */
export async function* askOracle(requests) {
  const script = fileURLToPath(new URL('dump_analysis.py', import.meta.url));
  const child = spawn(findOracle().python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for await (const request of requests) {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`the oracle died at ${JSON.stringify(request)}`);
    yield { request, ...JSON.parse(value) };
  }
  child.stdin.end();
}

function pythonFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true }).filter((file) => file.endsWith('.py'));
  return files
    .map((file) => join(path, file))
    .filter(existsSync)
    .sort();
}

/** Programs to compare: files, or every string literal and doctest example in them that parses. */
async function* requestsFor(args) {
  const paths = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--max');
  const { stdlib, suite } = findOracle();
  const strings = args.includes('--strings');
  const files = (paths.length ? paths : [strings ? suite : stdlib]).flatMap(pythonFiles);
  if (!strings) yield* files.map((file) => ({ file }));
  const seen = new Set();
  for await (const { sources } of strings ? askOracle(files.map((file) => ({ strings: file }))) : []) {
    for (const source of sources) if (!seen.has(source)) yield { source };
    for (const source of sources) seen.add(source);
  }
}

async function compare(args) {
  const max = args.includes('--max') ? Number(args[args.indexOf('--max') + 1]) : 20;
  const totals = { checked: 0, plain: 0, shared: 0 };
  const only = { table: args.includes('--table'), totals };
  let [same, different, unparsed] = [0, 0, 0];
  for await (const answer of askOracle(requestsFor(args))) {
    if (answer.unparsed !== undefined) {
      unparsed++;
      continue;
    }
    const found = differences(answer, only);
    if (found.length === 0) same++;
    else if (different++ < max) {
      const { file, source } = answer.request;
      console.log(`${file ?? JSON.stringify(source)}\n  ${found.slice(0, 6).join('\n  ')}`);
    }
  }
  console.log(`${same} programs the same, ${different} different, ${unparsed} that CPython does not parse`);
  const { checked, plain, shared } = totals;
  console.log(`loads: CPython checks ${checked}; of ${plain} it leaves unchecked we leave ${shared}`);
  if (different > 0) process.exitCode = 1;
}

/** The programs of the unit test, each with what CPython makes of it; trees are left to our parser. */
async function record() {
  const folder = new URL('../../tests/unit/analysis/', import.meta.url);
  const programs = readFileSync(new URL('programs.txt', folder), 'utf8').split('\n# ---\n');
  const lines = [];
  for await (const { request, tree, ...expected } of askOracle(programs.map((source) => ({ source })))) {
    if (tree === undefined) throw new Error(`CPython does not parse ${JSON.stringify(request.source)}`);
    lines.push(JSON.stringify(expected));
  }
  writeFileSync(new URL('expected.jsonl', folder), `${lines.join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  await (args.includes('--record') ? record() : compare(args));
}
