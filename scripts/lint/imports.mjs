// Who may import whom (rooms.mjs), and that relative imports name a file that exists.
import { posix } from 'node:path';
import { ROOMS } from './rooms.mjs';
import { lineAt } from './source.mjs';

const IMPORT = /\b(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;

export function checkImports(sources) {
  const known = new Set(sources.map((source) => source.path));
  const complaints = [];
  for (const { path, text, statements } of sources) {
    const room = roomOf(path);
    if (!room) {
      complaints.push({ file: `src/${path}`, line: 1, text: 'belongs to no room of scripts/lint/rooms.mjs' });
      continue;
    }
    for (const match of statements.matchAll(IMPORT)) {
      const fault = judge(path, room, match[1] ?? match[2], known);
      if (fault) complaints.push({ file: `src/${path}`, line: lineAt(text, match.index), text: fault });
    }
  }
  return complaints;
}

function judge(path, room, target, known) {
  if (!target.startsWith('.')) {
    if (room.name === 'host/<platform>' || room.name === 'tools' || !target.startsWith('node:')) return undefined;
    return `${target} is the platform's: only src/host/<platform> may import it`;
  }
  const file = posix.join(posix.dirname(path), target);
  if (!known.has(file)) return `imports ${target}, which is no file`;
  const other = roomOf(file);
  if (!other) return undefined; // reported where that file is read
  if (other === room) {
    const near = (name) => name.split('/').slice(0, room.alone).join('/');
    if (!room.alone || near(path) === near(file) || /\/(shared|common)\//.test(file)) return undefined;
    return `${room.name} may not import a sibling's inside (${file})`;
  }
  if (room.may.includes('*') || room.may.includes(other.name)) return undefined;
  return `${room.name} may not import ${other.name} (${file})`;
}

export function roomOf(path) {
  return ROOMS.find((room) => room.files.test(path));
}
