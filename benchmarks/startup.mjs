// `node benchmarks/startup.mjs [rounds]`: how long Node, CPython and Taipan take to start and to import, in turns: the best wall and CPU times.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/build.mjs';
import { root } from '../scripts/lib/python-files.mjs';
import { taipanCommand } from '../scripts/lib/taipan-command.mjs';
import { findOracle } from '../scripts/oracle.mjs';

ensureBuilt();
const rounds = Number(process.argv[2] ?? 10);
const env = { ...process.env };
delete env.PYTHONDONTWRITEBYTECODE;
const RUNNERS = {
  'python3.14': [findOracle().python],
  taipan: [join(root, 'bin', 'taipan.mjs')],
  'node taipan.mjs': taipanCommand(),
};
const PROGRAMS = ['pass', 'import typing, dataclasses, re, json, logging, argparse, unittest', 'import asyncio'];

const commands = new Map([['node -e 0', [process.execPath, '-e', '0']]]);
for (const program of PROGRAMS) {
  for (const [name, words] of Object.entries(RUNNERS))
    commands.set(`${name} -c '${program}'`, [...words, '-c', program]);
}
const best = new Map([...commands.keys()].map((name) => [name, { wall: Infinity, cpu: Infinity }]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, command] of commands) {
    const { wall, cpu } = timeOf(command);
    if (round === 0) continue; // fills the caches
    best.set(name, { wall: Math.min(best.get(name).wall, wall), cpu: Math.min(best.get(name).cpu, cpu) });
  }
}
for (const [name, { wall, cpu }] of best) {
  console.log(`${wall.toFixed(0).padStart(6)} ms  ${cpu.toFixed(0).padStart(6)} ms CPU  ${name}`);
}

/** The shell's `times` has the CPU time of its children. */
function timeOf(command) {
  const started = performance.now();
  const { stdout } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1 </dev/null; times', 'sh', ...command], {
    env,
    encoding: 'utf8',
  });
  const wall = performance.now() - started;
  const [user, system] = stdout.trim().split('\n').at(-1).split(/\s+/).map(seconds);
  return { wall, cpu: (user + system) * 1000 };
}

function seconds(text) {
  const [, minutes, rest] = /(\d+)m([\d.]+)s/.exec(text);
  return Number(minutes) * 60 + Number(rest);
}
