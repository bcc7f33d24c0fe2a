// Documents are true: ARCHITECTURE.md shows the rooms as they are, and a path named in a document exists.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/python-files.mjs';
import { GROUPS, ROOMS, TREE, TREE_DEPTH } from './rooms.mjs';

const ARCHITECTURE = 'ARCHITECTURE.md';
const SECTIONS = { tree: renderTree, imports: renderImports };

export function checkDocuments(write) {
  return [...checkTree(), ...checkSections(write), ...checkPaths()];
}

/** Every folder below src/, to the depth of the tree, has its line. */
function checkTree() {
  const listed = new Set(TREE.map(([path]) => path));
  const complaints = [];
  const visit = (folder, depth) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}/`;
      if (!entry.isDirectory() || entry.name === 'generated') continue;
      if (!listed.has(path) && TREE.some(([other]) => other.startsWith(folder) && other !== folder)) {
        complaints.push({ file: path, line: 1, text: 'has no line in TREE of scripts/lint/rooms.mjs' });
      }
      if (depth < TREE_DEPTH) visit(path, depth + 1);
    }
  };
  visit('src/', 1);
  return complaints;
}

/** The parts between `<!-- NAME -->` and `<!-- /NAME -->` are copies of what rooms.mjs says. */
function checkSections(write) {
  const path = join(root, ARCHITECTURE);
  const before = readFileSync(path, 'utf8');
  let after = before;
  for (const [name, render] of Object.entries(SECTIONS)) {
    const part = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!part.test(after)) return [{ file: ARCHITECTURE, line: 1, text: `has no <!-- ${name} --> part` }];
    after = after.replace(part, (_, head, tail) => head + render() + tail);
  }
  if (after === before) return [];
  if (write) {
    writeFileSync(path, after);
    return [];
  }
  return [
    {
      file: ARCHITECTURE,
      line: 1,
      text: 'is not what scripts/lint/rooms.mjs and the disk say: node scripts/lint/run.mjs --write',
    },
  ];
}

function renderTree() {
  const present = TREE.filter(([path]) => existsSync(join(root, path)));
  const rows = present.map(([path, what]) => {
    const depth = path.split('/').length - 2;
    const name = `${'  '.repeat(depth)}${path.split('/').at(-2)}/`;
    return what ? `${name.padEnd(22)} ${what}` : name;
  });
  return ['```', ...rows, '```', ''].join('\n');
}

function renderImports() {
  const rows = ROOMS.map(({ name, may, alone }) => {
    const allowed = may.includes('*') ? 'everything' : may.length === 0 ? 'nothing' : withGroups(may);
    return `| ${name}${alone ? ' (not its siblings)' : ''} | ${allowed} |`;
  });
  const foundations = `Foundations are: ${GROUPS.at(-1)[1].join(', ')}.`;
  return [foundations, '', '| room | may import |', '| --- | --- |', ...rows, ''].join('\n');
}

function withGroups(may) {
  const group = GROUPS.find(([, members]) => members.every((member) => may.includes(member)));
  if (!group) return may.join(', ');
  return [group[0], ...may.filter((room) => !group[1].includes(room))].join(', ');
}

/** Names in backquotes (from the root) and links (from the document) that look like paths of this project must be on disk. */
function checkPaths() {
  const complaints = [];
  for (const file of documents()) {
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .forEach((line, index) => {
        for (const match of line.matchAll(/`([\w.-]+(?:\/[\w.<>*-]+)+\/?)`|\]\((?!https?:|#)([^)#]+)\)/g)) {
          const path = match[1] ?? match[2];
          const top = path.split('/')[0];
          const placeholder = /[<>*]/.test(path) || /^(build|dist|node_modules)$/.test(top);
          if (placeholder || (match[1] && !existsSync(join(root, top)))) continue;
          const from = match[1] ? root : join(root, dirname(file));
          if (!existsSync(join(from, path)))
            complaints.push({ file, line: index + 1, text: `names ${path}, which is not there` });
        }
      });
  }
  return complaints;
}

function documents() {
  const below = (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
      : [];
  const top = readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'NOTICES.md');
  return [
    ...top,
    ...['src', 'docs', 'tests', 'stdlib', 'benchmarks'].flatMap(below).filter((name) => name.endsWith('.md')),
  ];
}
