// Makes what lets `taipan` start fast on this machine: the engine's code cache, filled by a program that uses the library, and a snapshot
// of the engine. The build ends with it; an installed package's first run leaves it to a process of its own (command.cjs). Without it, or
// where it fails, all starts are slower.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './flags.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const command = path('taipan.mjs');
const cache = path('../build/cache');
const blob = `${cache}/engine.blob`;
const FLAGS = nodeFlags();
const SNAPSHOT_FLAGS = [...FLAGS, '--no-rehash-snapshot', '--snapshot-blob'];
const TRAINING =
  'import argparse, collections, dataclasses, datetime, functools, json, logging, pathlib, random, re, typing';
const options = { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } };

/** There once this node has prepared, or tried to. */
const prepared = `${cache}/prepared-${process.version}-${process.arch}`;

if (existsSync(path('../build/bundle/engine.cjs'))) prepare();

function prepare() {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) if (name.startsWith('engine')) rmSync(`${cache}/${name}`);
  writeFileSync(prepared, '');
  node([...FLAGS, command, '-c', TRAINING]);
  const aside = `${blob}.${process.pid}`;
  const made = node([...SNAPSHOT_FLAGS, aside, '--build-snapshot', path('snapshot.cjs')]);
  // As launch.sh asks it.
  const which = spawnSync('sh', ['-c', 'ls -Lis "$(command -v node)"'], options);
  const works =
    made.status === 0 && which.status === 0 && node([...SNAPSHOT_FLAGS, aside, command, '-c', TRAINING]).status === 0;
  if (works) {
    renameSync(aside, blob);
    writeFileSync(`${blob}.id`, `${which.stdout.trim()}\n${realpathSync(path('..'))}\n`);
  } else {
    if (process.argv.includes('--verbose')) process.stderr.write(`no snapshot of the engine: ${made.stderr}\n`);
    rmSync(aside, { force: true });
  }
}

/** The node that the shell finds, which is the one that launch.sh starts. */
function node(args) {
  return spawnSync('node', args, options);
}
