// The project's own lints. `node scripts/lint/run.mjs` checks; `--write` first brings ARCHITECTURE.md's tables up to date.
//
// exemptions.json: `{file, rule?, until, reason}` lets one file break a rule until a date; an entry that is past its date
// or no longer needed is a complaint itself.
import { readFileSync } from 'node:fs';
import { checkDocuments } from './documents.mjs';
import { checkHouse, largeFiles } from './house.mjs';
import { checkImports } from './imports.mjs';
import { checkReferences } from './references.mjs';
import { readSources } from './source.mjs';

const RULES = {
  imports: ({ sources }) => checkImports(sources),
  house: ({ sources }) => checkHouse(sources),
  references: ({ sources }) => checkReferences(sources),
  documents: ({ write }) => checkDocuments(write),
};

const context = { sources: readSources(), write: process.argv.includes('--write') };
const found = Object.entries(RULES).flatMap(([rule, check]) =>
  check(context).map((complaint) => ({ rule, ...complaint })),
);
const complaints = applyExemptions(found);
for (const { rule, file, line, text } of complaints) console.log(`${file}:${line}: ${rule}: ${text}`);
if (process.argv.includes('--sizes')) {
  for (const { path, lines } of largeFiles(context.sources)) console.log(`${String(lines).padStart(5)} src/${path}`);
}
console.log(`lint: ${context.sources.length} sources, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 ? 1 : 0;

function applyExemptions(all) {
  const today = new Date().toISOString().slice(0, 10);
  const exemptions = JSON.parse(readFileSync(new URL('./exemptions.json', import.meta.url), 'utf8'));
  const used = new Set();
  const rest = all.filter(({ rule, file }) => {
    const exemption = exemptions.find(
      (entry) => entry.file === file && (entry.rule ?? rule) === rule && entry.until >= today,
    );
    if (exemption) used.add(exemption);
    return !exemption;
  });
  for (const entry of exemptions) {
    if (used.has(entry)) continue;
    const why = entry.until < today ? `its exemption ended on ${entry.until}` : 'its exemption is not needed any more';
    rest.push({ rule: entry.rule ?? 'exemption', file: entry.file, line: 1, text: why });
  }
  return rest;
}
